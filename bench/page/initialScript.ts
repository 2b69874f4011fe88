/** W1: the script that a browser receives until the first page accepts a click. */
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { once } from "node:events";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { launch } from "@comity/web/test/browser";
import { type Figure, tolerance } from "../rounds.ts";

const goalKilobytes = 120;
const command = fileURLToPath(new URL("../../apps/api/src/node/comity.ts", import.meta.url));

const startServer = async (folder: string) => {
  const server = spawn(process.execPath, [command, "start", "--port", "0", "--data", folder]);
  const [said] = (await once(server.stdout, "data")) as [Buffer];
  const url = /http:\S+/.exec(String(said))?.[0];
  if (url === undefined) throw new Error(`The server said: ${String(said)}`);
  return { server, url };
};

export const initialScript = async (): Promise<Figure> => {
  const folder = mkdtempSync(join(tmpdir(), "comity-bench-"));
  const { server, url } = await startServer(folder);
  const browsing = await launch();
  const page = await browsing.newPage();
  const network = await page.context().newCDPSession(page);
  await network.send("Network.enable");
  const scripts = new Set<string>();
  let received = 0;
  network.on("Network.responseReceived", ({ requestId, type }) => {
    if (type === "Script") scripts.add(requestId);
  });
  network.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
    if (scripts.has(requestId)) received += encodedDataLength;
  });
  await page.goto(url, { waitUntil: "networkidle" });
  await page.getByRole("button").first().click({ trial: true });
  await browsing.close();
  server.kill();
  await once(server, "exit");
  rmSync(folder, { recursive: true });
  const kilobytes = received / 1000;
  return {
    id: "W1",
    path: "script received in Chromium until the first page accepts a click",
    goal: `<= ${goalKilobytes} kB gz`,
    measured: `${kilobytes.toFixed(1)} kB in ${scripts.size} files`,
    isMet: kilobytes <= goalKilobytes * tolerance,
  };
};
