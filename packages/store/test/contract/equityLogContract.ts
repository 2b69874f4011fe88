/** What a database keeps beside the facts of relationship equity: the log, hashes, and what is folded anew. */
import assert from "node:assert/strict";
import {
  Catalogue,
  Confirmations,
  EquityPolicies,
  EquityStore,
  OpeningBalances,
  RelationshipEquity,
} from "@comity/domain/equity";
import type { KindChange, KindId } from "@comity/domain/equity/schema";
import { ChangeLog } from "@comity/store";
import * as Effect from "effect/Effect";
import { SqlClient } from "effect/sql/SqlClient";
import type { Contracted, ContractCase } from "./contract.ts";
import { linked, opened, ownKind } from "./equityContract.ts";
import { atMs, dayMs, daysAgo, todayMs } from "./moments.ts";
import { added, asked, given } from "./people.ts";

type Logged = ChangeLog | Contracted | SqlClient;

const linesAfter = (after: number) =>
  ChangeLog.use((log) => Effect.map(log.page({ after, limit: 100 }), ({ data }) => data));

const isWhole = Effect.gen(function* () {
  assert.equal(yield* ChangeLog.use((log) => log.firstBroken), null);
});

/** The kinds of the lines that an effect adds. */
const linesOf = Effect.fnUntraced(function* <A, E, R>(effect: Effect.Effect<A, E, R>) {
  const sql = yield* SqlClient;
  const [row] = yield* sql<{ seq: number }>`SELECT coalesce(max(seq), 0) AS seq FROM changes`;
  const value = yield* effect;
  const lines = yield* linesAfter(row?.seq ?? 0);
  yield* isWhole;
  return { value, kinds: lines.map(({ kind }) => kind), lines };
});

const tablesOf = Effect.gen(function* () {
  const sql = yield* SqlClient;
  const tables = yield* sql<{ name: string }>`SELECT name FROM sqlite_master
    WHERE type = 'table' AND name NOT LIKE '\\_cf%' ESCAPE '\\'`;
  return yield* Effect.forEach(tables, ({ name }) =>
    Effect.map(sql.unsafe(`SELECT * FROM "${name}"`), (rows) => ({
      name,
      text: JSON.stringify(rows),
    })),
  );
});

const isSilentAbout = Effect.fnUntraced(function* (secret: string, tables: ReadonlyArray<string>) {
  for (const { name, text } of yield* tablesOf) {
    if (tables.includes(name)) continue;
    assert.ok(!text.toLowerCase().includes(secret.toLowerCase()), `${name} holds ${secret}`);
  }
});

const aboutLines: ReadonlyArray<ContractCase<Logged>> = [
  {
    name: "each write of kinds, policies, openings and links has its line, and a retry has none",
    run: Effect.gen(function* () {
      const catalogue = yield* Catalogue;
      const policies = yield* EquityPolicies;
      const openings = yield* OpeningBalances;
      const confirmations = yield* Confirmations;
      const ana = yield* added({ name: "Ana" });
      const kind = yield* linesOf(ownKind());
      assert.deepEqual(kind.kinds, ["kind.added"]);
      const gift = "gift" as KindId;
      const cheaper = { cost: 1 } as KindChange;
      const dearer = { cost: 2 } as KindChange;
      const none: ReadonlyArray<string> = [];
      const steps = [
        [ownKind({ id: kind.value.id }), none],
        [catalogue.change(kind.value.id, cheaper, 1), ["kind.changed"]],
        [catalogue.change(kind.value.id, cheaper, 2), none],
        [catalogue.change(gift, cheaper, 0), ["kind.added"]],
        [catalogue.change(gift, dearer, 1), ["kind.changed"]],
        [catalogue.remove(gift, 2), ["kind.removed"]],
        [catalogue.remove(gift, 3), none],
        [policies.choose(null, { preset: "close" }, 1), ["policy.chosen"]],
        [policies.choose(null, { preset: "close" }, 2), none],
        [policies.choose(ana.id, { preset: "one-off" }, 0), ["policy.chosen"]],
        [policies.clear(ana.id, 3), ["policy.cleared"]],
        [policies.clear(ana.id, 0), none],
        [openings.skip(ana.id), ["opening.skipped"]],
        [openings.skip(ana.id), none],
        [openings.unskip(ana.id), ["opening.unskipped"]],
        [openings.unskip(ana.id), none],
        [opened(ana.id), ["entry.recorded"]],
      ] as ReadonlyArray<readonly [Effect.Effect<unknown, unknown, Contracted>, typeof none]>;
      for (const [index, [step, expected]] of steps.entries()) {
        assert.deepEqual((yield* linesOf(step)).kinds, expected, `step ${index}`);
      }
      const { value: entry } = yield* linesOf(given(ana.id));
      const link = yield* linesOf(linked(entry.id));
      assert.deepEqual(link.kinds, ["confirmation.asked"]);
      assert.equal(link.lines[0]?.subject, entry.id);
      const answer = confirmations.answer(link.value.token, { benefit: "L" });
      assert.deepEqual((yield* linesOf(answer)).kinds, [
        "entry.reversed",
        "entry.recorded",
        "policy.learned",
        "confirmation.answered",
      ]);
      assert.deepEqual((yield* linesOf(Effect.flip(answer))).kinds, []);
    }),
  },
  {
    name: "a line says what changed: sizes old and new, policies and their versions",
    run: Effect.gen(function* () {
      const catalogue = yield* Catalogue;
      const policies = yield* EquityPolicies;
      const ana = yield* added({ name: "Ana" });
      const { value: kind, lines: first } = yield* linesOf(ownKind());
      const change = catalogue.change(kind.id, { cost: 5 } as KindChange, 1);
      const { lines: second } = yield* linesOf(change);
      assert.deepEqual(
        [first[0]?.subject, first[0]?.body],
        [
          kind.id,
          {
            use: "deposit",
            cost: { old: null, new: 3 },
            benefit: { old: null, new: 20 },
            version: 1,
          },
        ],
      );
      assert.deepEqual(second[0]?.body, {
        use: "deposit",
        cost: { old: 3, new: 5 },
        benefit: { old: 20, new: 20 },
        version: 2,
      });
      const shared = yield* linesOf(policies.choose(null, { preset: "close" }, 1));
      assert.deepEqual(
        [shared.lines[0]?.subject, shared.lines[0]?.body],
        ["workspace", { policy: shared.value.chosen, version: 2 }],
      );
      const own = yield* linesOf(policies.choose(ana.id, { preset: "one-off" }, 0));
      assert.equal(own.lines[0]?.subject, ana.id);
      const cleared = yield* linesOf(policies.clear(ana.id, 3));
      assert.deepEqual(
        [cleared.lines[0]?.subject, cleared.lines[0]?.body],
        [ana.id, { policy: null, version: 4 }],
      );
      const sql = yield* SqlClient;
      const versions = yield* sql`SELECT version, partner_id FROM policy_versions ORDER BY version`;
      assert.deepEqual(
        versions.map((row) => Object.assign({}, row)),
        [
          { version: 2, partner_id: null },
          { version: 3, partner_id: ana.id },
          { version: 4, partner_id: ana.id },
        ],
      );
    }),
  },
  {
    name: "an ask that ran out has one line, however often that is written down",
    run: Effect.gen(function* () {
      const equity = yield* RelationshipEquity;
      const ana = yield* added({ name: "Ana" });
      yield* given(ana.id, { at: daysAgo(200), benefit: 8100 });
      const openedMs = todayMs - 100 * dayMs;
      const asks = [];
      for (const what of ["A", "B", "C"]) {
        asks.push(yield* atMs(openedMs, asked(ana.id, { what })));
      }
      yield* atMs(openedMs, equity.grant(asks[0]?.id as never, {}));
      const endMs = openedMs + 90 * dayMs;
      assert.deepEqual((yield* linesOf(atMs(endMs - 1, equity.expire))).kinds, []);
      const { kinds, lines } = yield* linesOf(atMs(endMs, equity.expire));
      assert.deepEqual(kinds, ["ask.expired", "ask.expired"]);
      assert.deepEqual(
        new Set(lines.map(({ subject }) => subject)),
        new Set([asks[1]?.id, asks[2]?.id]),
      );
      assert.deepEqual(lines[0]?.body["state"], { old: "open", new: "expired" });
      assert.deepEqual((yield* linesOf(atMs(todayMs, equity.expire))).kinds, []);
      const late = yield* linesOf(atMs(todayMs, equity.grant(asks[1]?.id as never, {})));
      assert.deepEqual(late.kinds, ["entry.recorded", "ask.granted"]);
      assert.deepEqual(late.lines[1]?.body["state"], { old: "expired", new: "granted" });
    }),
  },
  {
    name: "a transaction that fails leaves no line",
    run: Effect.gen(function* () {
      const { atomically } = yield* EquityStore;
      const catalogue = yield* Catalogue;
      const policies = yield* EquityPolicies;
      const openings = yield* OpeningBalances;
      const ana = yield* added({ name: "Ana" });
      const entry = yield* given(ana.id);
      const kind = yield* ownKind();
      const before = yield* tablesOf;
      for (const write of [
        ownKind({ what: "Ghost" }),
        catalogue.change(kind.id, { cost: 1 } as KindChange, 1),
        catalogue.remove(kind.id, 1),
        policies.choose(null, { preset: "one-off" }, 1),
        policies.choose(ana.id, { preset: "one-off" }, 0),
        openings.skip(ana.id),
        linked(entry.id),
        RelationshipEquity.use((equity) => equity.confirm(entry.id, { benefit: "L" })),
      ] as ReadonlyArray<Effect.Effect<unknown, unknown, Contracted>>) {
        const failing = atomically(Effect.andThen(write, Effect.fail("changed my mind")));
        assert.equal(yield* Effect.flip(failing), "changed my mind");
      }
      assert.deepEqual(yield* tablesOf, before);
      yield* isWhole;
    }),
  },
];

const aboutSecrets: ReadonlyArray<ContractCase<Logged>> = [
  {
    name: "words of kinds, notes, asks and links stand where they can be erased, and nowhere else",
    run: Effect.gen(function* () {
      const equity = yield* RelationshipEquity;
      const catalogue = yield* Catalogue;
      const confirmations = yield* Confirmations;
      const secret = "Xylophone";
      const ana = yield* added({ name: "Ana" });
      const kind = yield* ownKind({ what: `${secret} lent`, received: `${secret} received` });
      yield* catalogue.change(kind.id, { what: `Another ${secret}` } as KindChange, 1);
      const entry = yield* given(ana.id, { benefit: 81, note: secret, kindId: kind.id });
      yield* equity.recordBreach({ from: "me", to: ana.id, size: 1, note: secret } as never);
      const ask = yield* asked(ana.id, { what: secret, offer: 3 });
      yield* equity.grant(ask.id, { note: secret } as never);
      const { token } = yield* linked(entry.id, secret);
      yield* isSilentAbout(secret, ["kinds", "entry_notes", "ask_texts", "confirmations"]);
      yield* confirmations.answer(token, { benefit: "S" });
      yield* isSilentAbout(secret, ["kinds", "entry_notes", "ask_texts"]);
      yield* isWhole;
    }),
  },
  {
    name: "the secret of a link is nowhere in the database",
    run: Effect.gen(function* () {
      const { answer, page } = yield* Confirmations;
      const ana = yield* added({ name: "Ana" });
      const entry = yield* given(ana.id);
      const { token, path } = yield* linked(entry.id);
      for (const text of [token, path]) yield* isSilentAbout(text, []);
      yield* page(token);
      yield* answer(token, { benefit: "L" });
      for (const text of [token, path]) yield* isSilentAbout(text, []);
    }),
  },
];

const rowsOf = (table: "accounts" | "checkpoints") =>
  SqlClient.use((sql) =>
    Effect.map(
      sql.unsafe<Record<string, unknown>>(`SELECT * FROM ${table} ORDER BY 1, 2`),
      (rows) => rows.map((row) => Object.assign({}, row)),
    ),
  );

/** The same row, but for how its numbers were rounded on the way. */
const isSameRow = (actual: Record<string, unknown>, expected: Record<string, unknown>): void => {
  assert.deepEqual(Object.keys(actual), Object.keys(expected));
  for (const [column, value] of Object.entries(expected)) {
    const found = actual[column];
    if (column === "tallies") {
      isSameRow(JSON.parse(String(found)) as never, JSON.parse(String(value)) as never);
    } else if (typeof value === "number" && typeof found === "number") {
      const allowed = 1e-9 * Math.max(1, Math.abs(value));
      assert.ok(Math.abs(found - value) <= allowed, `${column}: ${found}, not ${value}`);
    } else assert.equal(found, value, column);
  }
};

const aboutEarlierVersions: ReadonlyArray<ContractCase<Logged>> = [
  {
    name: "accounts of an earlier version are folded anew, to what they would have been",
    run: Effect.gen(function* () {
      const sql = yield* SqlClient;
      const store = yield* EquityStore;
      const equity = yield* RelationshipEquity;
      const policies = yield* EquityPolicies;
      const [ana, ben, cleo] = [
        yield* added({ name: "Ana" }),
        yield* added({ name: "Ben" }),
        yield* added({ name: "Cleo" }),
      ];
      yield* policies.choose(ben.id, { preset: "one-off" }, 0);
      for (let number = 0; number < 70; number++) {
        yield* given(ana.id, { at: daysAgo(100 - number), benefit: 1 + (number % 5), cost: 1 });
      }
      yield* opened(ben.id, { at: daysAgo(90) });
      yield* equity.recordBreach({ from: "me", to: ben.id, size: 2, at: daysAgo(30) } as never);
      yield* given(ben.id, { at: daysAgo(10), from: ben.id, to: "me", asked: true });
      const wrong = yield* given(cleo.id, { at: daysAgo(20) });
      yield* equity.reverse(wrong.id, {});
      const before = yield* rowsOf("accounts");
      const readings = Effect.forEach([ana, ben, cleo], ({ id }) =>
        atMs(
          todayMs,
          Effect.all([
            equity.statement(id, null),
            equity.relationship(id),
            equity.statement(id, daysAgo(50.5)),
          ]),
        ),
      );
      const readBefore = yield* readings;
      yield* sql`UPDATE accounts SET tallies = '', entries = 0, facts = 0, openings = 0,
        last_gift_at = NULL`;
      yield* sql`DELETE FROM checkpoints`;
      assert.equal((yield* store.unfolded(10)).length, 3);
      assert.equal((yield* store.unfolded(2)).length, 2);
      yield* policies.catchUp;
      assert.deepEqual(yield* store.unfolded(10), []);
      const after = yield* rowsOf("accounts");
      assert.equal(after.length, before.length);
      for (const [index, row] of before.entries()) isSameRow(after[index] ?? {}, row);
      for (const [index, [now, , then]] of (yield* readings).entries()) {
        const [nowBefore, , thenBefore] = readBefore[index] ?? [];
        for (const part of ["principal", "interest", "trust"] as const) {
          assert.ok(Math.abs(now[part] - (nowBefore?.[part] ?? NaN)) <= 1e-9, part);
        }
        assert.ok(Math.abs(then.equity - (thenBefore?.equity ?? NaN)) <= 1e-9);
        assert.equal(now.gifts, nowBefore?.gifts);
      }
      assert.ok((yield* rowsOf("checkpoints")).length > 0);
      assert.deepEqual(
        (yield* readings).map(([, reading]) => reading.rhythm),
        readBefore.map(([, reading]) => reading.rhythm),
      );
      const once = yield* rowsOf("accounts");
      yield* policies.catchUp;
      assert.deepEqual(yield* rowsOf("accounts"), once, "and only once");
      yield* isWhole;
    }),
  },
  {
    name: "more accounts than are folded at once are all folded",
    run: Effect.gen(function* () {
      const sql = yield* SqlClient;
      const policies = yield* EquityPolicies;
      for (let number = 0; number < 201; number++) {
        const { id } = yield* added({ name: `Person ${number}` });
        yield* given(id, { at: daysAgo(number) });
      }
      const before = yield* rowsOf("accounts");
      yield* sql`UPDATE accounts SET tallies = ''`;
      yield* policies.catchUp;
      assert.deepEqual(yield* rowsOf("accounts"), before);
      const { version } = yield* policies.read(null);
      yield* policies.choose(null, { preset: "one-off", trustHalfLifeDays: 10 }, version);
      yield* policies.choose(null, { preset: "partner" }, version + 1);
      assert.deepEqual(yield* rowsOf("accounts"), before, "there and back");
    }),
  },
];

/** For every database. */
export const equityLogContract: ReadonlyArray<ContractCase<Logged>> = [
  ...aboutLines,
  ...aboutSecrets,
  ...aboutEarlierVersions,
];
