/** A database that cannot take a write: the write is refused as a whole, and the connection stays good. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { PartnerImports } from "@comity/domain/partner";
import type { ImportId, PartnerId } from "@comity/domain/partner/schema";
import { ChangeLog, Transaction } from "@comity/store";
import { layer as sqliteFile } from "@comity/store/node";
import * as Cause from "effect/Cause";
import * as Effect from "effect/Effect";
import { SqlClient } from "effect/sql/SqlClient";
import { isSqlError } from "effect/sql/SqlError";
import { afterAll, describe, expect, it } from "vitest";
import { liveOver } from "./contract/live.ts";
import { added, given, rowsOf } from "./contract/people.ts";

const folder = mkdtempSync(join(tmpdir(), "comity-faults-"));
afterAll(() => rmSync(folder, { recursive: true }));

const set = (pragma: string) => SqlClient.use((sql) => sql.unsafe(`PRAGMA ${pragma}`));

/** No larger than it is now: SQLite then answers as it does for a full disk. */
const fillDisk = set("max_page_count = 1");
const freeDisk = set("max_page_count = 1000000");

const atomically = <A, E, R>(effect: Effect.Effect<A, E, R>) =>
  Transaction.use((transaction) => transaction.atomically(effect));

/** The number by which SQLite names what went wrong, under a failure that is the database's. */
const failureOf = <A, E, R>(effect: Effect.Effect<A, E, R>) =>
  Effect.map(Effect.exit(effect), (exit) => {
    const error = exit._tag === "Failure" ? Cause.squash(exit.cause) : null;
    if (!isSqlError(error)) throw new Error(`should fail, and by the database: ${String(error)}`);
    return (error.reason.cause as { readonly errcode?: number } | null)?.errcode ?? null;
  });

const sqlite = { busy: 5, readonly: 8, full: 13, constraintForeignKey: 787 };

const countOf = (table: string) =>
  SqlClient.use((sql) =>
    Effect.map(
      sql.unsafe<{ count: number }>(`SELECT count(*) AS count FROM ${table}`),
      ([row]) => row?.count,
    ),
  );

const firstBroken = ChangeLog.use((log) => log.firstBroken);

const gift = (partnerId: PartnerId, note = "x".repeat(400)) => given(partnerId, { note });

/** What a page has left is used up, so that the next write needs one more. */
const useUp = Effect.fnUntraced(function* (partnerId: PartnerId) {
  for (let count = 0; count < 100; count++) {
    const exit = yield* Effect.exit(gift(partnerId));
    if (exit._tag === "Failure") return count;
  }
  throw new Error("The disk never was full.");
});

const inFile = (name: string) => liveOver(sqliteFile(join(folder, `${name}.sqlite`)));

describe("a full disk", () => {
  it("refuses what does not fit and nothing else, until there is space again", () =>
    Effect.gen(function* () {
      const ana = yield* added({ name: "Ana" });
      yield* fillDisk;
      const kept = yield* useUp(ana.id);
      expect(yield* failureOf(gift(ana.id))).toBe(sqlite.full);
      expect(yield* failureOf(atomically(Effect.andThen(gift(ana.id, ""), gift(ana.id))))).toBe(
        sqlite.full,
      );
      expect([yield* countOf("entries"), yield* countOf("entry_notes")]).toEqual([kept, kept]);
      yield* freeDisk;
      yield* gift(ana.id);
      expect([yield* countOf("entries"), yield* firstBroken]).toEqual([kept + 1, null]);
    }).pipe(Effect.provide(inFile("full")), Effect.runPromise));

  it("that ends a transaction by itself leaves nothing of it, also when it goes on regardless", () =>
    Effect.gen(function* () {
      const ana = yield* added({ name: "Ana" });
      yield* fillDisk;
      const kept = yield* useUp(ana.id);
      const regardless = Effect.gen(function* () {
        yield* freeDisk;
        yield* gift(ana.id, "Before");
        yield* fillDisk;
        yield* Effect.exit(atomically(useUp(ana.id).pipe(Effect.andThen(gift(ana.id)))));
        yield* freeDisk;
        yield* gift(ana.id, "After");
      });
      expect(yield* failureOf(atomically(regardless))).toBe(null);
      expect([yield* countOf("entries"), yield* firstBroken]).toEqual([kept, null]);
      yield* gift(ana.id);
      expect([yield* countOf("entries"), yield* firstBroken]).toEqual([kept + 1, null]);
    }).pipe(Effect.provide(inFile("regardless")), Effect.runPromise));

  it("takes an import back, which succeeds under the same id once there is space", () =>
    Effect.gen(function* () {
      const { byId, commit } = yield* PartnerImports;
      const id = "01a21205-59cf-7000-91df-93b099ef52a4" as ImportId;
      const file = { id, source: "linkedin" as const, rows: rowsOf(600), skipped: 0 };
      yield* set("max_page_count = 120");
      expect(yield* failureOf(commit(file))).toBe(sqlite.full);
      expect([yield* countOf("partners"), (yield* byId(id)).state]).toEqual([0, "undone"]);
      yield* freeDisk;
      const { state, counts } = yield* commit(file);
      expect([state, counts.new, yield* firstBroken]).toEqual(["done", 600, null]);
    }).pipe(Effect.provide(inFile("import")), Effect.runPromise));
});

describe("a database that takes no write now", () => {
  it.each([
    {
      name: "read-only",
      code: sqlite.readonly,
      begin: () => set("query_only = ON"),
      end: () => set("query_only = OFF"),
    },
    {
      name: "locked",
      code: sqlite.busy,
      begin: (other: DatabaseSync) =>
        Effect.andThen(
          set("busy_timeout = 50"),
          Effect.sync(() => other.exec("BEGIN IMMEDIATE")),
        ),
      end: (other: DatabaseSync) => Effect.sync(() => other.exec("ROLLBACK")),
    },
  ])(
    "because it is $name is read as before, and takes the next one",
    ({ name, code, begin, end }) =>
      Effect.gen(function* () {
        yield* added({ name: "Ana" });
        const other = new DatabaseSync(join(folder, `${name}.sqlite`));
        yield* begin(other);
        expect(yield* failureOf(added({ name: "Ben" }))).toBe(code);
        expect(yield* failureOf(atomically(added({ name: "Ben" })))).toBe(code);
        expect(yield* countOf("partners")).toBe(1);
        yield* end(other);
        other.close();
        yield* added({ name: "Ben" });
        expect([yield* countOf("partners"), yield* firstBroken]).toEqual([2, null]);
      }).pipe(Effect.provide(inFile(name)), Effect.runPromise),
  );

  it("at the end of a transaction takes it back, and leaves none open", () =>
    Effect.gen(function* () {
      const dangling = Effect.gen(function* () {
        const sql = yield* SqlClient;
        yield* set("defer_foreign_keys = ON");
        yield* added({ name: "Ana" });
        yield* sql`INSERT INTO partner_identities (key, partner_id) VALUES ('key', 'nobody')`;
      });
      expect(yield* failureOf(atomically(dangling))).toBe(sqlite.constraintForeignKey);
      yield* added({ name: "Ben" });
      expect([yield* countOf("partners"), yield* firstBroken]).toEqual([1, null]);
    }).pipe(Effect.provide(inFile("commit")), Effect.runPromise));
});
