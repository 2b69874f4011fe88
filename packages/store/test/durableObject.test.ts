import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { Miniflare } from "miniflare";
import { build } from "vite";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { contract } from "./contract/contract.ts";
import { databaseContract } from "./contract/databaseContract.ts";

const folder = mkdtempSync(join(tmpdir(), "comity-object-"));
let miniflare: Miniflare | undefined;

beforeAll(async () => {
  await build({
    configFile: false,
    logLevel: "error",
    build: {
      ssr: fileURLToPath(new URL("contract/worker.ts", import.meta.url)),
      outDir: folder,
      emptyOutDir: false,
      rolldownOptions: {
        external: ["cloudflare:workers", /^node:/],
        output: { entryFileNames: "worker.js", format: "es" },
      },
    },
    ssr: { target: "webworker", noExternal: true },
  });
  miniflare = new Miniflare({
    modules: true,
    modulesRoot: folder,
    scriptPath: join(folder, "worker.js"),
    compatibilityDate: "2026-07-01",
    compatibilityFlags: ["nodejs_compat"],
    durableObjects: { OBJECTS: { className: "ContractObject", useSQLite: true } },
  });
  await miniflare.ready;
}, 60_000);

afterAll(async () => {
  await miniflare?.dispose();
  rmSync(folder, { recursive: true });
});

describe("a store in a Durable Object", () => {
  for (const [index, { name }] of [...contract, ...databaseContract].entries()) {
    it(name, async () => {
      const response = await miniflare?.dispatchFetch(`http://object/?case=${index}`);
      expect(await response?.json()).toEqual({ failure: null });
    });
  }
});
