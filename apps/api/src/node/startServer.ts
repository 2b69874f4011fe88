import { createAdaptorServer } from "@hono/node-server";
import { serveStatic } from "@hono/node-server/serve-static";
import { layer as sqliteFile } from "@comity/store/node";
import { openWorkspace } from "@comity/workspace";
import { mkdirSync } from "node:fs";
import type { Server } from "node:http";
import { type AddressInfo, isIP } from "node:net";
import { join } from "node:path";
import { makeGateway } from "../gateway/gateway.ts";
import { cacheControlOf, isPlace } from "../gateway/page.ts";
import { refuse } from "../gateway/refuse.ts";

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

const loopbackNames = ["localhost", "127.0.0.1", "[::1]"];

/** A half-sent request does not hold a connection for long. */
const requestTimeoutMs = 30_000;

/** How a host is written in an address. */
const inAddress = (host: string): string => (isIP(host) === 6 ? `[${host}]` : host);

export const isLoopback = (host: string): boolean => loopbackNames.includes(inAddress(host));

/** An address that names one machine answers to it; one that means every address answers to any. */
const ownHosts = (host: string, port: number) => {
  if (host === "0.0.0.0" || host === "::") return () => true;
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

const pageFrom = (folder: string) => {
  const root = { root: folder, precompressed: true };
  const file = serveStatic(root);
  const start = serveStatic({ ...root, path: "index.html" });
  return { file, start };
};

/** Opens the workspace of a folder, and serves page and API. Rejects when the port is taken. */
export const startServer = async (options: ServerOptions): Promise<RunningServer> => {
  mkdirSync(options.dataFolder, { recursive: true, mode: 0o700 });
  let isOwnHost = (_host: string): boolean => false;
  let api = (_request: Request): Promise<Response> => Promise.resolve(refuse.nothing());
  const page = pageFrom(options.pageFolder);
  const gateway = makeGateway({
    isOwnHost: (host) => isOwnHost(host),
    api: (c) => api(c.req.raw),
    page: async (c) => {
      const { path } = c.req;
      const nothing = async () => {};
      c.header("cache-control", cacheControlOf(path));
      const found = isPlace(path) ? await page.start(c, nothing) : await page.file(c, nothing);
      return found instanceof Response ? found : refuse.nothing();
    },
  });
  const server = createAdaptorServer({
    fetch: gateway.fetch,
    serverOptions: { requestTimeout: requestTimeoutMs, headersTimeout: requestTimeoutMs },
  }) as Server;
  // The port is taken before the database is opened: two servers must not share a file by mistake.
  const port = await listen(server, options);
  isOwnHost = ownHosts(options.host, port);
  const workspace = await openWorkspace({
    database: sqliteFile(join(options.dataFolder, "workspace.sqlite")),
    timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    report: options.report,
  });
  api = workspace.fetch;
  const closed = new Promise<void>((resolve) => {
    server.once("close", resolve);
  });
  return {
    url: `http://${inAddress(options.host === "0.0.0.0" ? "127.0.0.1" : options.host)}:${port}`,
    close: async () => {
      server.close();
      server.closeAllConnections();
      await closed;
      await workspace.close();
    },
  };
};
