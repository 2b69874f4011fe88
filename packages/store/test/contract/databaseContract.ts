/** What every database driver must do besides: the log, its guards, and text that can be erased. */
import assert from "node:assert/strict";
import type { Change } from "@comity/domain/change/schema";
import { RelationshipEquity } from "@comity/domain/equity";
import { PartnerImports } from "@comity/domain/partner";
import { Actor, ChangeLog, Idempotency, type Settings, Transaction } from "@comity/store";
import * as Effect from "effect/Effect";
import { SqlClient } from "effect/sql/SqlClient";
import { attackContract } from "./attackContract.ts";
import type { Contracted, ContractCase } from "./contract.ts";
import { dayLogContract } from "./dayLogContract.ts";
import { equityLogContract } from "./equityLogContract.ts";
import { mergeLogContract } from "./mergeLogContract.ts";
import { added, asked, given, rowsOf } from "./people.ts";

export type InDatabase = ChangeLog | Contracted | Idempotency | Settings | SqlClient | Transaction;

const changesAfter = (after: number) =>
  ChangeLog.use((log) => Effect.map(log.page({ after, limit: 100 }), ({ data }) => data));

const kindsOf = (changes: ReadonlyArray<Change>) => changes.map(({ kind }) => kind);

export const databaseContract: ReadonlyArray<ContractCase<InDatabase>> = [
  {
    name: "one line per fact, numbered without gaps, in the transaction of the write",
    run: Effect.gen(function* () {
      const equity = yield* RelationshipEquity;
      const ana = yield* added({ name: "Ana" });
      const gift = yield* given(ana.id, { benefit: 81, note: "Spoke at her event" });
      yield* Effect.flip(asked(ana.id, { cost: 900 }));
      const ask = yield* asked(ana.id);
      yield* equity.grant(ask.id, {});
      yield* equity.reverse(gift.id, {});
      yield* Effect.ignore(
        Transaction.use(({ atomically }) =>
          atomically(Effect.andThen(added({ name: "Ghost" }), Effect.fail("no"))),
        ),
      );
      const changes = yield* changesAfter(0);
      assert.deepEqual(kindsOf(changes), [
        "partner.added",
        "entry.recorded",
        "ask.refused",
        "ask.opened",
        "entry.recorded",
        "ask.granted",
        "entry.reversed",
      ]);
      assert.deepEqual(
        changes.map(({ seq }) => seq),
        [1, 2, 3, 4, 5, 6, 7],
      );
      assert.equal(changes[3]?.seq, ask.seq);
      assert.deepEqual(kindsOf(yield* changesAfter(5)), ["ask.granted", "entry.reversed"]);
    }),
  },
  {
    name: "knows who made a change",
    run: Effect.gen(function* () {
      yield* Effect.provideService(added({ name: "Ana" }), Actor, "key:calendar");
      assert.equal((yield* changesAfter(0))[0]?.actor, "key:calendar");
    }),
  },
  {
    name: "the log holds no personal text, only hashes that prove it",
    run: Effect.gen(function* () {
      const sql = yield* SqlClient;
      const secret = "Xylophone";
      const ana = yield* added({
        name: `${secret} Ana`,
        organisation: secret,
        notes: secret,
        emails: [`${secret}@mail.example`],
        links: [`https://${secret}.example/`],
      });
      yield* given(ana.id, { benefit: 81, note: `${secret} gift` });
      yield* asked(ana.id, { what: `${secret} ask` });
      yield* asked(ana.id, { what: secret, cost: 900, overrideReason: secret });
      yield* Effect.flip(asked(ana.id, { what: secret, cost: 901 }));
      yield* PartnerImports.use(({ commit }) =>
        commit({ source: "linkedin", rows: [{ row: 2, name: secret }], skipped: 0 }),
      );
      for (const table of ["changes", "entries", "asks", "refused_asks", "imports"]) {
        const rows = yield* sql.unsafe(`SELECT * FROM ${table}`);
        assert.ok(rows.length > 0, table);
        assert.ok(!JSON.stringify(rows).toLowerCase().includes(secret.toLowerCase()), table);
      }
    }),
  },
  {
    name: "personal text can be erased, and the log stays whole",
    run: Effect.gen(function* () {
      const sql = yield* SqlClient;
      const ana = yield* added({ name: "Ana" });
      yield* given(ana.id, { note: "Private" });
      yield* sql`DELETE FROM entry_notes`;
      const equity = yield* RelationshipEquity;
      const { data } = yield* equity.entries(ana.id, { limit: 5, cursor: null });
      assert.equal(data[0]?.note, "");
      assert.equal(yield* ChangeLog.use(({ firstBroken }) => firstBroken), null);
    }),
  },
  {
    name: "a partner who is removed leaves nothing in the rows of other imports",
    run: Effect.gen(function* () {
      const sql = yield* SqlClient;
      const imports = yield* PartnerImports;
      const links = rowsOf(1)[0]?.links ?? [];
      const ana = { row: 2, name: "Ana", links };
      const first = yield* imports.commit({
        source: "linkedin",
        rows: [{ ...ana, emails: ["ana@secret.example"] }],
        skipped: 0,
      });
      yield* imports.commit({ source: "linkedin", rows: [{ ...ana, role: "Editor" }], skipped: 0 });
      yield* imports.undo(first.id);
      const left = yield* sql`SELECT * FROM import_rows`;
      const people = yield* sql`SELECT * FROM partners`;
      assert.equal(people.length === 0 && JSON.stringify(left).includes("secret"), false);
    }),
  },
  {
    name: "a rehearsed write tells what would happen and keeps nothing",
    run: Effect.gen(function* () {
      const { rehearse } = yield* Transaction;
      const ana = yield* rehearse(added({ name: "Ana" }));
      assert.equal(ana.name, "Ana");
      assert.deepEqual(yield* changesAfter(0), []);
      assert.equal(yield* Effect.flip(rehearse(Effect.fail("refused"))), "refused");
    }),
  },
  {
    name: "keeps the answer of a key",
    run: Effect.gen(function* () {
      const { byKey, keep } = yield* Idempotency;
      const answer = { fingerprint: "f", status: 201, headers: { etag: '"1"' }, body: "{}" };
      assert.equal(yield* byKey("k"), undefined);
      yield* keep("k", answer);
      assert.deepEqual(yield* byKey("k"), answer);
    }),
  },
  {
    name: "imports more rows than a statement takes parameters",
    run: Effect.gen(function* () {
      const { commit } = yield* PartnerImports;
      const batch = yield* commit({ source: "linkedin", rows: rowsOf(260), skipped: 0 });
      assert.equal(batch.counts.new, 260);
      assert.equal(yield* ChangeLog.use(({ firstBroken }) => firstBroken), null);
    }),
  },
  ...attackContract,
  ...equityLogContract,
  ...mergeLogContract,
  ...dayLogContract,
];
