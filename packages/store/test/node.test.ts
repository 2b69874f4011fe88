import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { layer as sqliteFile } from "@comity/store/node";
import * as Effect from "effect/Effect";
import { afterAll, describe, it } from "vitest";
import { contract } from "./contract/contract.ts";
import { databaseContract } from "./contract/databaseContract.ts";
import { liveOver } from "./contract/live.ts";

const folder = mkdtempSync(join(tmpdir(), "comity-store-"));
afterAll(() => rmSync(folder, { recursive: true }));

describe("a store in a SQLite file on Node", () => {
  for (const [index, { name, run }] of [...contract, ...databaseContract].entries()) {
    it(name, () =>
      Effect.runPromise(Effect.provide(run, liveOver(sqliteFile(join(folder, `${index}.sqlite`))))),
    );
  }
});
