/** A real Chromium, the same on every machine where there is one to download, and Chrome elsewhere. */
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import chromium, { inflate } from "@sparticuz/chromium";
import { type Browser, chromium as playwright } from "playwright-core";

const quiet = [
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--no-first-run",
  "--disable-gpu",
  "--disable-software-rasterizer",
];

/** One process for everything ends with the first window that is closed. */
const forLambda = new Set([
  "--single-process",
  "--no-zygote",
  "--use-gl=angle",
  "--use-angle=swiftshader",
  "--in-process-gpu",
  "--ignore-gpu-blocklist",
  "--enable-unsafe-swiftshader",
]);

/** Libraries that Chromium wants of the system and a bare one lacks (NSS); they come with the package. */
const bundledLibraries = async (): Promise<string> => {
  const packed = new URL("../bin/al2023.tar.br", import.meta.resolve("@sparticuz/chromium"));
  return join(await inflate(fileURLToPath(packed)), "lib");
};

export const launch = async (): Promise<Browser> => {
  const isBundled = process.platform === "linux" && process.arch === "x64";
  if (!isBundled) return playwright.launch({ channel: "chrome", args: quiet });
  const options = {
    executablePath: await chromium.executablePath(),
    args: [...chromium.args.filter((arg) => !forLambda.has(arg)), ...quiet],
    headless: true,
  };
  return playwright.launch(options).catch(async () => {
    const env = { ...process.env, LD_LIBRARY_PATH: await bundledLibraries() };
    return playwright.launch({ ...options, env });
  });
};
