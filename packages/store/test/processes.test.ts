import { execFile } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { ChangeLog } from "@comity/store";
import { layer as sqliteFile } from "@comity/store/node";
import * as Effect from "effect/Effect";
import { afterAll, describe, expect, it } from "vitest";
import { liveOver } from "./contract/live.ts";
import { added, given, snapshotOf } from "./contract/people.ts";

const run = promisify(execFile);
const asker = fileURLToPath(new URL("asker.ts", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "comity-processes-"));
afterAll(() => rmSync(folder, { recursive: true }));

const asksOf = async (file: string, partnerId: string, count: number) => {
  const { stdout } = await run(process.execPath, [asker, file, partnerId, String(count)]);
  return JSON.parse(stdout) as ReadonlyArray<string>;
};

describe("two processes on one file", () => {
  it("open exactly the asks that are earned, and refuse all others as not covered", async () => {
    const file = join(folder, "shared.sqlite");
    const live = liveOver(sqliteFile(file));
    const ana = await Effect.runPromise(
      Effect.gen(function* () {
        const partner = yield* added({ name: "Ana" });
        for (const _ of [1, 2]) yield* given(partner.id, { benefit: 17.5 });
        return partner;
      }).pipe(Effect.provide(live)),
    );
    const [here, there] = await Promise.all([asksOf(file, ana.id, 25), asksOf(file, ana.id, 25)]);
    const outcomes = [...here, ...there];
    expect(outcomes.filter((outcome) => outcome === "open")).toHaveLength(17);
    expect(outcomes.filter((outcome) => outcome === "AskNotCovered")).toHaveLength(33);
    const [reserved, broken] = await Effect.runPromise(
      Effect.all([
        Effect.map(snapshotOf(ana.id), (snapshot) => snapshot.reserved),
        ChangeLog.use(({ firstBroken }) => firstBroken),
      ]).pipe(Effect.provide(live)),
    );
    expect([reserved, broken]).toEqual([34, null]);
  }, 30_000);
});
