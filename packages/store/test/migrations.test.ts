/** Files that an earlier version filled, brought to the newest one; and files that must not be touched. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { EquityPolicies, EquityStore, RelationshipEquity } from "@comity/domain/equity";
import type { AskId } from "@comity/domain/equity/schema";
import { Duplicates, PartnerImports, PartnerMerges, Partners } from "@comity/domain/partner";
import type { ImportId, PartnerId } from "@comity/domain/partner/schema";
import type { Instant } from "@comity/domain/time/schema";
import { ChangeLog, Idempotency } from "@comity/store";
import { layer as sqliteFile } from "@comity/store/node";
import * as Effect from "effect/Effect";
import { SqlClient } from "effect/sql/SqlClient";
import { afterAll, afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { sha256Hex } from "../src/change/fingerprint.ts";
import {
  DatabaseTooNew,
  migrate,
  migrateTo,
  migrateWith,
  migrations,
  version,
} from "../src/migrations/index.ts";
import { liveOver } from "./contract/live.ts";
import { added, given } from "./contract/people.ts";
import * as version1 from "./migrations/version1.ts";
import * as version2 from "./migrations/version2.ts";

const folder = mkdtempSync(join(tmpdir(), "comity-migrations-"));
afterAll(() => rmSync(folder, { recursive: true }));

// An hour after the files were closed: what passes with time has not passed yet.
beforeEach(() =>
  vi.useFakeTimers({ toFake: ["Date"], now: Date.parse(version1.closedAt) + 3_600_000 }),
);
afterEach(() => void vi.useRealTimers());

const newest = Object.keys(migrations).length;

const inFile = <A, E>(name: string, run: Effect.Effect<A, E, SqlClient>) =>
  Effect.runPromise(Effect.provide(run, sqliteFile(join(folder, `${name}.sqlite`))));

const filled = (last: number, rows: ReadonlyArray<string>) =>
  Effect.gen(function* () {
    const sql = yield* SqlClient;
    yield* migrateTo(last);
    for (const row of rows) yield* sql.unsafe(row);
  });

/** Everything there is: tables, indexes and guards, and the rows of all tables. */
const contents = Effect.gen(function* () {
  const sql = yield* SqlClient;
  const schema = yield* sql<{ name: string; type: string; sql: string | null }>`
    SELECT name, type, sql FROM sqlite_master ORDER BY name`;
  const tables = schema.filter(({ type }) => type === "table");
  const rows = yield* Effect.forEach(tables, ({ name }) => sql.unsafe(`SELECT * FROM "${name}"`));
  return { schema, rows };
});

const schemaHash = Effect.gen(function* () {
  const sql = yield* SqlClient;
  const made = yield* sql<{ sql: string }>`SELECT sql FROM sqlite_master
    WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite_%' AND name <> 'migrations' ORDER BY name`;
  return sha256Hex(made.map((row) => row.sql).join("\n"));
});

const everything = { limit: 100, cursor: null };

type Frozen = Pick<typeof version1, "partners" | "imports"> | typeof version2;

/** What the services of today read of a file of an earlier version. */
const readingsOf = Effect.fnUntraced(function* (frozen: Frozen) {
  const partners = yield* Partners;
  const imports = yield* PartnerImports;
  const equity = yield* RelationshipEquity;
  const people = frozen.partners.map(({ id }) => id as PartnerId);
  const noon = "2026-03-20T12:00:00.000Z" as Instant;
  const entries = yield* Effect.forEach(people, (id) => equity.entries(id, everything));
  const asks = yield* Effect.forEach(people, (id) =>
    equity.asks(id, { ...everything, state: null }),
  );
  return {
    partners: (yield* partners.page({ ...everything, filter: { search: "" }, order: "name" })).data,
    imports: yield* Effect.forEach(frozen.imports, ({ id }) => imports.byId(id as ImportId)),
    entries: entries.flatMap(({ data }) => data),
    asks: asks.flatMap(({ data }) => data),
    statements: yield* Effect.forEach(people, (id) => equity.statement(id, noon)),
  };
});

const theirs = (name: string) => liveOver(sqliteFile(join(folder, `${name}.sqlite`)));

describe("a file of version 1", () => {
  it("has the tables that version 1 made", async () => {
    await inFile("made", migrateTo(1));
    expect(await inFile("made", schemaHash)).toBe(version1.schemaHash);
  });

  it.each([
    { name: "reads the same at the newest version", catchUp: Effect.void },
    {
      name: "reads the same once its accounts are folded anew",
      catchUp: EquityPolicies.use((policies) => policies.catchUp),
    },
  ])("$name", async ({ name, catchUp }) => {
    await inFile(name, filled(1, version1.rows));
    await Effect.gen(function* () {
      expect(yield* version).toBe(newest);
      yield* catchUp;
      const { partners, imports, entries, asks, statements } = version1;
      const read = yield* readingsOf(version1);
      expect(read).toMatchObject({ partners, imports, entries, asks });
      for (const [index, before] of statements.entries()) {
        const after = read.statements[index];
        expect(after).toMatchObject({ partnerId: before.partnerId, gifts: before.gifts });
        for (const sum of ["principal", "interest", "equity", "reserved"] as const) {
          expect(after?.[sum]).toBeCloseTo(before[sum], 9);
        }
      }
      const { firstBroken, page } = yield* ChangeLog;
      expect((yield* page({ after: 0, limit: 100 })).data).toHaveLength(version1.changes);
      expect(yield* firstBroken).toBeNull();
      const refusedBy = yield* EquityStore.use((store) =>
        store.refusedBy(version1.refusedAskId as AskId),
      );
      expect(refusedBy).toBe(version1.partners[1]?.id);
      expect(yield* Idempotency.use(({ byKey }) => byKey("key-1"))).toEqual(version1.answer);
    }).pipe(Effect.provide(theirs(name)), Effect.runPromise);
  });

  it("is found in, and written to, as if it had been made today", async () => {
    await inFile("written", filled(1, version1.rows));
    await Effect.gen(function* () {
      const [ana] = version1.partners;
      const equity = yield* RelationshipEquity;
      const before = (yield* equity.statement(ana?.id as PartnerId, null)).equity;
      yield* given(ana?.id as PartnerId, { benefit: 5 });
      const after = (yield* equity.statement(ana?.id as PartnerId, null)).equity;
      expect(after - before).toBeCloseTo(5, 6);
      const open = version1.asks.find(({ state }) => state === "open");
      expect((yield* equity.grant(open?.id as AskId, {})).state).toBe("granted");
      const { catchUp, page } = yield* Partners;
      yield* catchUp;
      expect(
        (yield* page({ ...everything, filter: { search: "okaf" }, order: "name" })).data,
      ).toHaveLength(1);
      yield* added({ name: "New" });
      expect(yield* ChangeLog.use(({ firstBroken }) => firstBroken)).toBeNull();
    }).pipe(Effect.provide(theirs("written")), Effect.runPromise);
  });

  it("is brought to the newest version once, and then left alone", async () => {
    await inFile("twice", Effect.andThen(filled(1, version1.rows), migrate));
    const once = await inFile("twice", contents);
    await inFile("twice", migrate);
    expect(await inFile("twice", contents)).toEqual(once);
  });
});

describe("a file of version 2", () => {
  const found = (search: string) =>
    Effect.map(
      Partners.use(({ page }) => page({ ...everything, filter: { search }, order: "name" })),
      ({ data }) => data.map(({ name }) => name),
    );
  const opened = Effect.gen(function* () {
    yield* EquityPolicies.use((policies) => policies.catchUp);
    yield* Partners.use((partners) => partners.catchUp);
  });

  it("has the tables that version 2 made", async () => {
    await inFile("made-2", migrateTo(2));
    expect(await inFile("made-2", schemaHash)).toBe(version2.schemaHash);
  });

  it("reads the same at the newest version, with affiliations made of what was said", async () => {
    await inFile("read-2", filled(2, version2.rows));
    await Effect.gen(function* () {
      yield* opened;
      const { partners, imports, entries, asks, statements } = version2;
      const read = yield* readingsOf(version2);
      expect(read).toMatchObject({ partners, imports, entries, asks });
      for (const { affiliations, organisation, role } of read.partners) {
        const said = { organisation, role, from: null, to: null };
        expect(affiliations).toEqual(organisation === "" && role === "" ? [] : [said]);
      }
      for (const [index, before] of statements.entries()) {
        const after = read.statements[index];
        expect(after).toMatchObject({ partnerId: before.partnerId, gifts: before.gifts });
        for (const sum of ["principal", "interest", "equity", "reserved"] as const) {
          expect(after?.[sum]).toBeCloseTo(before[sum], 9);
        }
      }
      const { firstBroken, page } = yield* ChangeLog;
      expect((yield* page({ after: 0, limit: 100 })).data).toHaveLength(version2.changes);
      expect(yield* firstBroken).toBeNull();
      const refusedBy = yield* EquityStore.use((store) =>
        store.refusedBy(version2.refusedAskId as AskId),
      );
      expect(refusedBy).toBe(version2.refusedPartnerId);
      expect(yield* Idempotency.use(({ byKey }) => byKey("key-1"))).toEqual(version2.answer);
    }).pipe(Effect.provide(theirs("read-2")), Effect.runPromise);
  });

  it("is found by search, address and likeness once it is caught up", async () => {
    await inFile("found-2", filled(2, version2.rows));
    await Effect.gen(function* () {
      yield* opened;
      const partners = yield* Partners;
      expect(yield* partners.count({})).toBe(version2.partners.length);
      for (const [search, name] of [
        ["soren weiss", "Søren Weiß"],
        ["porto", "Ana Conceição 🌱"],
        ["okafro", "Ben Okafor"],
        ["vogt gmbh", "Cleo Vogt"],
      ] as const) {
        expect(yield* found(search)).toEqual([name]);
      }
      const ben = version2.partners.find(({ name }) => name === "Ben Okafor");
      expect(yield* partners.byReference({ email: "ben@okafor.example" })).toBe(ben?.id);
      const filter = { organisation: "okafor" };
      const { data } = yield* partners.page({ ...everything, filter, order: "name" });
      expect(data.map(({ id }) => id)).toEqual([ben?.id]);
      const candidates = yield* Duplicates.use((duplicates) =>
        duplicates.candidates({ name: "Okafor, Ben", organisation: "Okafor" }, null),
      );
      expect(candidates.map(({ partner }) => partner.id)).toEqual([ben?.id]);
    }).pipe(Effect.provide(theirs("found-2")), Effect.runPromise);
  });

  it("has an import that can still be taken back, and the same file changes nothing", async () => {
    await inFile("undone-2", filled(2, version2.rows));
    await Effect.gen(function* () {
      yield* opened;
      const imports = yield* PartnerImports;
      const [batch] = version2.imports;
      const undone = yield* imports.undo(batch?.id as ImportId);
      // Ben was given to since; Dan was not; Ana and Cleo were known before.
      expect([undone.state, undone.kept]).toEqual(["undone", 1]);
      expect(yield* found("")).toEqual([
        "Ana Conceição 🌱",
        "Ben Okafor",
        "Cleo Vogt",
        "Søren Weiß",
      ]);
      const { page } = yield* Partners;
      const { data } = yield* page({ ...everything, filter: { search: "cleo" }, order: "name" });
      expect(data[0]).toMatchObject({ organisation: "", role: "", affiliations: [], version: 3 });
      expect(yield* ChangeLog.use(({ firstBroken }) => firstBroken)).toBeNull();
    }).pipe(Effect.provide(theirs("undone-2")), Effect.runPromise);
  });

  it("is written to, merged and parted as if it had been made today", async () => {
    await inFile("written-2", filled(2, version2.rows));
    await Effect.gen(function* () {
      yield* opened;
      const merges = yield* PartnerMerges;
      const [one, other] = version2.partners.map(({ id }) => id as PartnerId);
      if (one === undefined || other === undefined) throw new Error("nobody");
      const before = yield* readingsOf(version2);
      const { id } = yield* merges.merge(one, { otherId: other });
      yield* merges.undo(id);
      const after = yield* readingsOf(version2);
      expect(after.entries).toEqual(before.entries);
      expect(after.asks).toEqual(before.asks);
      expect(yield* ChangeLog.use(({ firstBroken }) => firstBroken)).toBeNull();
    }).pipe(Effect.provide(theirs("written-2")), Effect.runPromise);
  });
});

describe("a migration that fails", () => {
  const failing = {
    ...migrations,
    [`${String(newest + 1).padStart(4, "0")}_failing`]: Effect.gen(function* () {
      const sql = yield* SqlClient;
      yield* sql`CREATE TABLE half_made (id INTEGER)`;
      yield* sql`DROP TABLE asks`;
      yield* sql`UPDATE accounts SET gifts = gifts + 1`;
      yield* sql`INSERT INTO nowhere VALUES (1)`;
    }),
  };

  it.each([...new Set([1, newest])])(
    "leaves the file at version %i, with all it had",
    async (last) => {
      const name = `failing-${last}`;
      await inFile(name, filled(1, version1.rows));
      await inFile(name, migrateTo(last));
      const before = await inFile(name, contents);
      const failure = await inFile(name, Effect.flip(migrateWith(failing)));
      expect(failure).toMatchObject({ _tag: "MigrationError", kind: "Failed" });
      expect(await inFile(name, contents)).toEqual(before);
      expect(await inFile(name, Effect.andThen(migrate, version))).toBe(newest);
    },
  );
});

describe("a file of a later version", () => {
  it("is refused, and left as it is", async () => {
    await inFile(
      "later",
      Effect.andThen(
        migrate,
        SqlClient.use(
          (sql) => sql`INSERT INTO migrations (migration_id, name) VALUES (${newest + 1}, 'later')`,
        ),
      ),
    );
    const before = await inFile("later", contents);
    const refusal = await Effect.runPromise(
      Effect.flip(Effect.provide(Partners, theirs("later")) as Effect.Effect<unknown, unknown>),
    );
    expect(refusal).toBeInstanceOf(DatabaseTooNew);
    expect(refusal).toMatchObject({ version: newest + 1, known: newest });
    expect(await inFile("later", contents)).toEqual(before);
  });
});
