#!/usr/bin/env node
/** The `comity` command. */
import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { fileURLToPath } from "node:url";
import { defaultDataFolder } from "./dataFolder.ts";
import { FolderInUse } from "./holdFolder.ts";

const portDefault = 4747;

const usage = `comity start    Start Comity on this machine and print its address.

  --port N      Port to listen on (default ${portDefault}; 0: any that is free)
  --host NAME   Address to listen on (default 127.0.0.1: this machine only)
  --data DIR    Folder that keeps everything (default: your user's data folder)
  --help        This text

Through npm the options stand behind two dashes: npm start -- --port 5000`;

const say = (text: string): void => void process.stdout.write(`${text}\n`);

/** Says what is wrong and what to do, and ends. */
const fail = (text: string, code: number): never => {
  process.stderr.write(`${text}\n`);
  process.exit(code);
};

/** Failures that a caller is told nothing about. */
const report = (error: unknown): void => {
  const told = error instanceof Error ? (error.stack ?? error.message) : String(error);
  process.stderr.write(`${told}\n`);
};

const optionsFrom = (args: Array<string>) => {
  try {
    return parseArgs({
      args,
      allowPositionals: true,
      options: {
        port: { type: "string" },
        host: { type: "string" },
        data: { type: "string" },
        help: { type: "boolean", short: "h" },
      },
    });
  } catch (error) {
    return fail(`${(error as Error).message}\n\n${usage}`, 2);
  }
};

const portFrom = (text: string): number => {
  const port = Number(text);
  const isPort = /^[0-9]{1,5}$/.test(text) && port <= 65_535;
  return isPort ? port : fail(`--port takes a number from 0 to 65535, not "${text}".`, 2);
};

const whyNotStarted = (
  error: unknown,
  { host, port, dataFolder }: { host: string; port: number; dataFolder: string },
): string => {
  const { code, message } = error as NodeJS.ErrnoException;
  if (code === "EADDRINUSE") {
    const next = port === 65_535 ? port - 1 : port + 1;
    return `Port ${port} is taken, perhaps by a Comity that already runs. Choose another: npm start -- --port ${next}`;
  }
  if (code === "EACCES")
    return `Port ${port} or the data folder may not be used by you. Choose others with --port and --data.`;
  if (code === "EADDRNOTAVAIL" || code === "ENOTFOUND")
    return `This machine has no address "${host}". Leave --host out to listen on this machine only.`;
  if (code === "EEXIST" || code === "ENOTDIR" || code === "EROFS") {
    return `Nothing can be kept in ${dataFolder}. Choose a folder that can be written to, with --data.`;
  }
  if (error instanceof FolderInUse)
    return `${message} Stop it, or choose another folder with --data.`;
  if ((error as { readonly _tag?: string })._tag === "DatabaseTooNew")
    return `Comity leaves what is kept in ${dataFolder} alone: ${message} Or choose another folder with --data.`;
  return `Comity could not open what is kept in ${dataFolder}: ${message}. Put a copy of its files back, or choose another folder with --data.`;
};

/** What people write about their partners is nobody else's business, on a shared machine too. */
const keepPrivate = (): void => void process.umask(0o077);

const start = async (values: { port?: string; host?: string; data?: string }): Promise<void> => {
  const host = values.host ?? "127.0.0.1";
  const port = portFrom(values.port ?? String(portDefault));
  const dataFolder = resolve(values.data ?? defaultDataFolder(process.platform, process.env));
  const pageFolder = fileURLToPath(new URL("../../../web/dist", import.meta.url));
  // Loaded only now: help and mistakes in the options are answered at once.
  keepPrivate();
  const { isLoopback, startServer } = await import("./startServer.ts");
  const options = { host, port, dataFolder, pageFolder, report };
  const server = await startServer(options).catch((error: unknown) =>
    fail(whyNotStarted(error, options), 1),
  );
  say(`Comity is at ${server.url}`);
  say(`Everything is kept in ${dataFolder}`);
  if (!isLoopback(host)) {
    say(
      "Other machines can reach it, and it asks nobody for a password: use --host only in a network you trust.",
    );
  }
  say("Stop it with Ctrl+C.");
  let isStopping = false;
  const stop = (): void => {
    if (isStopping) return;
    isStopping = true;
    void server.close().then(() => process.exit(0));
  };
  process.on("SIGINT", stop);
  process.on("SIGTERM", stop);
};

const { values, positionals } = optionsFrom(process.argv.slice(2));
const [command = "start", ...others] = positionals;
if (values.help === true) say(usage);
else if (command !== "start" || others.length > 0)
  fail(`There is no "${positionals.join(" ")}".\n\n${usage}`, 2);
else await start(values);
