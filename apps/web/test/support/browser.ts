/** A real Chromium, the same on every machine where there is one to download, and Chrome elsewhere. */
import chromium from "@sparticuz/chromium";
import { type Browser, chromium as playwright } from "playwright-core";

const quiet = [
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--no-first-run",
  "--disable-gpu",
];

/** One process for everything ends with the first window that is closed. */
const forLambda = new Set(["--single-process", "--no-zygote"]);

export const launch = async (): Promise<Browser> => {
  const isBundled = process.platform === "linux" && process.arch === "x64";
  if (!isBundled) return playwright.launch({ channel: "chrome", args: quiet });
  return playwright.launch({
    executablePath: await chromium.executablePath(),
    args: [...chromium.args.filter((arg) => !forLambda.has(arg)), ...quiet],
    headless: true,
  });
};
