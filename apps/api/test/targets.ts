/** The servers that the HTTP suite runs against, each started as its users start it. */
import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { startEdge } from "../src/edge/startEdge.ts";
import type { Order, Told } from "./grip.ts";

export interface Target {
  readonly url: string;
  /** What the server asked of its database since it was first started; empty where that cannot be heard. */
  readonly statements: ReadonlySet<string>;
  /** Ends the server as a crash would, and starts it again on the same data. */
  readonly restart: () => Promise<Target>;
  readonly stop: () => Promise<void>;
}

/** A server on Node, whose database the test can reach into. */
export interface NodeTarget extends Target {
  readonly folder: string;
  /** Sets a pragma on the server's own connection. */
  readonly set: (pragma: string) => Promise<void>;
  readonly restart: () => Promise<NodeTarget>;
}

/** What a test wants to hear of a server. */
interface Hearing {
  readonly statements?: Set<string>;
  /** Takes what the server reports to its host; left out, it stands in the output of the test. */
  readonly reports?: Array<string>;
}

const gripPath = fileURLToPath(new URL("grip.ts", import.meta.url));

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

export const startNode = async (
  folder = newFolder(),
  { statements = new Set(), reports }: Hearing = {},
): Promise<NodeTarget> => {
  const isNew = readdirSync(folder).length === 0;
  const args = ["--import", gripPath, commandPath, "start", "--port", "0", "--data", folder];
  const errors = reports === undefined ? "inherit" : "pipe";
  const server = spawn(process.execPath, args, { stdio: ["ignore", "pipe", errors, "ipc"] });
  server.stderr?.on("data", (chunk: Buffer) => reports?.push(String(chunk)));
  server.on("message", (told: Told) => {
    if ("statement" in told) statements.add(told.statement);
  });
  const end = async (signal: NodeJS.Signals): Promise<void> => {
    server.kill(signal);
    await ended(server);
  };
  const set = (pragma: string): Promise<void> =>
    new Promise((resolve) => {
      const onDone = (told: Told): void => {
        if (!("done" in told)) return;
        server.off("message", onDone);
        resolve();
      };
      server.on("message", onDone);
      server.send({ pragma } satisfies Order);
    });
  const url = await addressOf(server);
  if (isNew) {
    // Made once, while it is empty, and so is the sample: what that takes says nothing of how it is used.
    // What is heard comes in order, so that after an answer nothing of it is still on the way.
    await fetch(`${url}/sample/v1/circles`);
    await set("PRAGMA user_version");
    statements.clear();
  }
  return {
    url,
    statements,
    folder,
    set,
    restart: async () => {
      await end("SIGKILL");
      return startNode(folder, { statements, ...(reports === undefined ? {} : { reports }) });
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
    statements: new Set(),
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
