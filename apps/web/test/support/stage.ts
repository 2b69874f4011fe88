/** A Comity and a browser for the tests of one block: there before they begin, gone after they end. */
import type { Browser } from "playwright-core";
import { afterAll, beforeAll } from "vitest";
import { launch } from "./browser.ts";
import { dataFolder, type Server, startServer } from "./server.ts";

export interface Stage {
  readonly url: string;
  readonly browser: Browser;
  /** Ends the server as a crash would, and starts it again at the same address. */
  readonly crash: () => Promise<void>;
}

export const stage = (): Stage => {
  const folder = dataFolder();
  let server: Server;
  let browser: Browser;
  beforeAll(async () => {
    [server, browser] = await Promise.all([startServer(folder.path), launch()]);
  });
  afterAll(async () => {
    await browser.close();
    await server.kill("SIGKILL");
    folder.remove();
  });
  return {
    get url() {
      return server.url;
    },
    get browser() {
      return browser;
    },
    crash: async () => {
      const { port } = new URL(server.url);
      await server.kill("SIGKILL");
      server = await startServer(folder.path, Number(port));
    },
  };
};
