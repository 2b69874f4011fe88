/** The servers that the HTTP suite runs against, each started as its users start it. */
import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { startEdge } from "../src/edge/startEdge.ts";

export interface Target {
  readonly url: string;
  /** Ends the server as a crash would, and starts it again on the same data. */
  readonly restart: () => Promise<Target>;
  readonly stop: () => Promise<void>;
}

export const commandPath = fileURLToPath(new URL("../src/node/comity.ts", import.meta.url));

export const newFolder = (): string => mkdtempSync(join(tmpdir(), "comity-http-"));

/** The address that a started server prints. */
export const addressOf = (server: ChildProcess): Promise<string> =>
  new Promise((resolve, reject) => {
    let said = "";
    server.stdout?.on("data", (chunk: Buffer) => {
      said += String(chunk);
      const address = /Comity is at (\S+)/.exec(said)?.[1];
      if (address !== undefined) resolve(address);
    });
    server.once("exit", (code) => reject(new Error(`The server ended with ${code}: ${said}`)));
  });

const ended = (server: ChildProcess): Promise<void> =>
  new Promise((resolve) => {
    if (server.exitCode !== null || server.signalCode !== null) resolve();
    else server.once("exit", () => resolve());
  });

export const startNode = async (folder = newFolder()): Promise<Target> => {
  const server = spawn(process.execPath, [commandPath, "start", "--port", "0", "--data", folder], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const end = async (signal: NodeJS.Signals): Promise<void> => {
    server.kill(signal);
    await ended(server);
  };
  return {
    url: await addressOf(server),
    restart: async () => {
      await end("SIGKILL");
      return startNode(folder);
    },
    stop: async () => {
      await end("SIGTERM");
      rmSync(folder, { recursive: true, force: true });
    },
  };
};

export const startWorkerd = async (dataFolder = newFolder()): Promise<Target> => {
  const edge = await startEdge({ port: 0, dataFolder, timeZone: "Europe/Zurich" });
  return {
    url: edge.url,
    restart: async () => {
      await edge.close();
      return startWorkerd(dataFolder);
    },
    stop: async () => {
      await edge.close();
      rmSync(dataFolder, { recursive: true, force: true });
    },
  };
};
