import { createAdaptorServer } from "@hono/node-server";
import { serveStatic } from "@hono/node-server/serve-static";
import { layer as sqliteFile } from "@comity/store/node";
import { openWorkspace, type Workspace } from "@comity/workspace";
import { mkdirSync } from "node:fs";
import type { Context, Hono } from "hono";
import type { Server } from "node:http";
import { type AddressInfo, isIP } from "node:net";
import { hostname } from "node:os";
import { join } from "node:path";
import { makeGateway } from "../gateway/gateway.ts";
import { cacheControlOf, isPlace } from "../gateway/page.ts";
import { refuse } from "../gateway/refuse.ts";
import { holdFolder } from "./holdFolder.ts";
import { localTimeZone } from "./localTimeZone.ts";

export interface ServerOptions {
  readonly host: string;
  /** 0: any that is free. */
  readonly port: number;
  /** The folder that holds the database; made if it does not exist. */
  readonly dataFolder: string;
  /** The folder that holds the built page. */
  readonly pageFolder: string;
  readonly report: (error: unknown) => void;
}

export interface RunningServer {
  readonly url: string;
  readonly close: () => Promise<void>;
}

const isEveryAddress = (host: string): boolean => host === "0.0.0.0" || host === "::";

const loopbackNames = ["localhost", "127.0.0.1", "[::1]"];

/** A half-sent request does not hold a connection for long. */
const requestTimeoutMs = 30_000;

/** How a host is written in an address. */
const inAddress = (host: string): string => (isIP(host) === 6 ? `[${host}]` : host);

export const isLoopback = (host: string): boolean => loopbackNames.includes(inAddress(host));

/** The names under which a machine is known to its neighbours, and any plain address. */
const isNameOfThisMachine = (host: string): boolean => {
  const name = host
    .replace(/:\d+$/, "")
    .replace(/^\[|\]$/g, "")
    .toLowerCase();
  const own = hostname().toLowerCase();
  return isIP(name) !== 0 || ["localhost", own, `${own}.local`].includes(name);
};

/**
 * An address that names one machine answers to it. One that means every address answers to plain
 * addresses and own names only: any other name may have been pointed here by a page from outside.
 */
const ownHosts = (host: string, port: number) => {
  if (isEveryAddress(host)) return isNameOfThisMachine;
  const names = isLoopback(host) ? loopbackNames : [inAddress(host)];
  const hosts = new Set(names.flatMap((name) => [name, `${name}:${port}`]));
  return (said: string) => hosts.has(said.toLowerCase());
};

const listen = (server: Server, { host, port }: ServerOptions): Promise<number> =>
  new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, () => {
      server.off("error", reject);
      resolve((server.address() as AddressInfo).port);
    });
  });

const pass = async (): Promise<void> => {};

/** The files of the built page; any place of the app is the page itself. */
const pageFrom = (folder: string) => {
  const file = serveStatic({ root: folder, precompressed: true });
  const start = serveStatic({ root: folder, precompressed: true, path: "index.html" });
  return async (c: Context): Promise<Response> => {
    c.header("cache-control", cacheControlOf(c.req.path));
    const found = await (isPlace(c.req.path) ? start : file)(c, pass);
    return found instanceof Response ? found : refuse.nothing();
  };
};

/** Opens the workspace of a folder, and serves page and API. Rejects when the port is taken. */
export const startServer = async (options: ServerOptions): Promise<RunningServer> => {
  const gateway = Promise.withResolvers<Hono>();
  const server = createAdaptorServer({
    fetch: async (request, env) => (await gateway.promise).fetch(request, env),
    serverOptions: { requestTimeout: requestTimeoutMs, headersTimeout: requestTimeoutMs },
  }) as Server;
  // The port is taken first: a second start says so, and has touched nothing yet.
  const port = await listen(server, options);
  mkdirSync(options.dataFolder, { recursive: true, mode: 0o700 });
  const letGo = holdFolder(options.dataFolder);
  const workspace = await openWorkspace({
    database: sqliteFile(join(options.dataFolder, "workspace.sqlite")),
    timeZone: localTimeZone(),
    report: options.report,
  });
  /** In memory, made anew with each start when it is first looked at: what happens in it is play. */
  let sample: Promise<Workspace> | undefined;
  const openSample = (): Promise<Workspace> => {
    if (sample !== undefined) return sample;
    sample = openWorkspace({
      database: sqliteFile(":memory:"),
      timeZone: localTimeZone(),
      report: options.report,
      isSample: true,
    });
    // A failure to open is not kept: the next request tries again.
    sample.catch(() => (sample = undefined));
    return sample;
  };
  gateway.resolve(
    makeGateway({
      isOwnHost: ownHosts(options.host, port),
      api: (c) => workspace.fetch(c.req.raw),
      sample: async (_, request) => (await openSample()).fetch(request),
      page: pageFrom(options.pageFolder),
    }),
  );
  const closed = new Promise<void>((resolve) => {
    server.once("close", resolve);
  });
  return {
    url: `http://${inAddress(isEveryAddress(options.host) ? "127.0.0.1" : options.host)}:${port}`,
    close: async () => {
      server.close();
      server.closeAllConnections();
      await closed;
      await workspace.close();
      await sample?.then(({ close }) => close());
      letGo();
    },
  };
};
