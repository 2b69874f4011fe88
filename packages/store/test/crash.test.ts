/** A writer that is killed in a burst of writes, over and over on the same files. */
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { EquityStore, RelationshipEquity } from "@comity/domain/equity";
import { accountAt, accountOf, equityOf } from "@comity/domain/equity/rules";
import type { AskId, EntryId } from "@comity/domain/equity/schema";
import type { PartnerId } from "@comity/domain/partner/schema";
import { instantOf } from "@comity/domain/time";
import { ChangeLog } from "@comity/store";
import { layer as sqliteFile } from "@comity/store/node";
import * as Effect from "effect/Effect";
import { SqlClient } from "effect/sql/SqlClient";
import { afterAll, describe, expect, it } from "vitest";
import { liveOver } from "./contract/live.ts";
import type { Acknowledged } from "./writer.ts";

const folder = mkdtempSync(join(tmpdir(), "comity-crash-"));
afterAll(() => rmSync(folder, { recursive: true }));

const writer = fileURLToPath(new URL("writer.ts", import.meta.url));

/** From 0 to 1, the same for the same seed. */
const randomOf = (seed: number): number => {
  const mixed = Math.imul(seed ^ (seed >>> 15), 0x2c1b3c6d) ^ Math.imul(seed + 1, 0x297a2d39);
  return ((mixed ^ (mixed >>> 13)) >>> 0) / 2 ** 32;
};

/** Most of a writer's short life would be spent on compiling what the one before has compiled. */
const env = { ...process.env, NODE_COMPILE_CACHE: join(folder, "compiled") };

/** Kills a writer so many milliseconds after it was first acknowledged something. Returns all that was. */
const killed = (file: string, afterMs: number): Promise<ReadonlyArray<Acknowledged>> =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [writer, file], {
      env,
      stdio: ["ignore", "pipe", "inherit"],
    });
    let said = "";
    child.stdout.once("data", () => setTimeout(() => child.kill("SIGKILL"), afterMs));
    child.stdout.on("data", (chunk: Buffer) => (said += String(chunk)));
    child.once("close", (code, signal) => {
      if (signal !== "SIGKILL") reject(new Error(`The writer ended by itself with ${code}.`));
      // The last line may have been cut off: then it was not acknowledged.
      const lines = said.split("\n").slice(0, -1);
      resolve(lines.map((line) => JSON.parse(line) as Acknowledged));
    });
  });

const farAwayMs = Date.UTC(2031, 0, 1);

/** Partners whose statement is not what their entries add up to. */
const wrongBalances = Effect.gen(function* () {
  const sql = yield* SqlClient;
  const equity = yield* RelationshipEquity;
  const wrong: Array<string> = [];
  const people = yield* sql<{ id: string }>`SELECT id FROM partners`;
  for (const { id } of people) {
    const statement = yield* equity.statement(id as PartnerId, instantOf(farAwayMs));
    const amounts = yield* sql<{ atMs: number; amount: number }>`SELECT at AS atMs, mine AS amount
      FROM entries WHERE partner_id = ${id}`;
    const { policy } = statement;
    const folded = equityOf(accountAt(accountOf(amounts, policy), farAwayMs, policy));
    if (Math.abs(statement.equity - folded) > 1e-9 * Math.max(1, folded)) wrong.push(id);
  }
  return { people: people.length, wrong };
});

const isKept = Effect.fnUntraced(function* (acknowledged: Acknowledged) {
  const store = yield* EquityStore;
  const equity = yield* RelationshipEquity;
  if ("ask" in acknowledged) {
    const ask = yield* equity.askById(acknowledged.ask as AskId);
    return ask.state === acknowledged.state || ask.state === "granted";
  }
  const entry = yield* store.entryById(acknowledged.entry as EntryId);
  const isGift = entry?.kind === "transfer" && acknowledged.benefit !== null;
  return entry !== undefined && (!isGift || entry.benefit === acknowledged.benefit);
});

/** Nothing that was half written: an ask is granted with its entry, a partner stands in the search. */
const halves = SqlClient.use(
  (sql) => sql<{ halves: number }>`SELECT
    (SELECT count(*) FROM asks WHERE state = 'granted'
      AND NOT EXISTS (SELECT 1 FROM entries WHERE entries.id = asks.entry_id)) +
    (SELECT count(*) FROM asks WHERE state = 'open'
      AND EXISTS (SELECT 1 FROM entries WHERE entries.ask_id = asks.id)) +
    (SELECT count(*) FROM partners WHERE pk NOT IN (SELECT rowid FROM partner_search)) AS halves`,
);

const afterwards = (file: string, acknowledged: ReadonlyArray<Acknowledged>) =>
  Effect.gen(function* () {
    const sql = yield* SqlClient;
    const lost: Array<Acknowledged> = [];
    for (const one of acknowledged)
      if (!(yield* Effect.orElseSucceed(isKept(one), () => false))) lost.push(one);
    return {
      lost,
      ...(yield* wrongBalances),
      broken: yield* ChangeLog.use(({ firstBroken }) => firstBroken),
      check: yield* sql`PRAGMA quick_check`,
      halves: yield* halves,
    };
  }).pipe(Effect.provide(liveOver(sqliteFile(file))), Effect.runPromise);

const rounds = 10;

describe("a writer that is killed", () => {
  it.concurrent.each([1, 2])(
    `loses nothing that was acknowledged, and leaves no halves: ${rounds} times on file %i`,
    async (lane) => {
      const file = join(folder, `${lane}.sqlite`);
      const acknowledged: Array<Acknowledged> = [];
      for (let round = 0; round < rounds; round++) {
        const afterMs = Math.floor(120 * randomOf(lane * 1000 + round));
        acknowledged.push(...(await killed(file, afterMs)));
        const found = await afterwards(file, acknowledged);
        expect(found, `round ${round}, killed after ${afterMs} ms`).toEqual({
          lost: [],
          people: expect.any(Number),
          wrong: [],
          broken: null,
          check: [{ quick_check: "ok" }],
          halves: [{ halves: 0 }],
        });
      }
      expect(acknowledged.length).toBeGreaterThan(2 * rounds);
    },
    60_000,
  );
});
