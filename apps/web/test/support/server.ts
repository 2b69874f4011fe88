/** A real Comity on a port of its own, over a folder of its own. */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const command = fileURLToPath(new URL("../../../api/src/node/comity.ts", import.meta.url));

export interface Server {
  readonly url: string;
  readonly kill: (signal: "SIGKILL" | "SIGTERM") => Promise<void>;
}

export const dataFolder = (): { readonly path: string; readonly remove: () => void } => {
  const path = mkdtempSync(join(tmpdir(), "comity-web-"));
  return { path, remove: () => rmSync(path, { recursive: true, force: true, maxRetries: 3 }) };
};

export const startServer = async (folder: string, port = 0): Promise<Server> => {
  const options = ["start", "--port", String(port), "--data", folder];
  const child = spawn(process.execPath, [command, ...options], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const url = await printedUrl(child);
  return {
    url,
    kill: async (signal) => {
      const ended = once(child, "exit");
      child.kill(signal);
      await ended;
    },
  };
};

const printedUrl = (child: ChildProcess): Promise<string> =>
  new Promise((resolve, reject) => {
    let said = "";
    child.stdout?.on("data", (chunk: Buffer) => {
      said += chunk.toString();
      const found = /Comity is at (\S+)/.exec(said)?.[1];
      if (found !== undefined) resolve(found);
    });
    child.once("exit", () => reject(new Error(`Comity did not start: ${said}`)));
  });
