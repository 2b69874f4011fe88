/** Attacks on what can only be added to: with SQL that the guards refuse, and behind them once they are dropped. */
import assert from "node:assert/strict";
import { EquityStore, RelationshipEquity } from "@comity/domain/equity";
import { ChangeLog } from "@comity/store";
import * as Effect from "effect/Effect";
import { SqlClient } from "effect/sql/SqlClient";
import { type ChangeRow, sealOf } from "../../src/change/seal.ts";
import type { Contracted, ContractCase } from "./contract.ts";
import { added, asked, given } from "./people.ts";

type Attacked = ChangeLog | Contracted | SqlClient;

const run = (...statements: ReadonlyArray<string>) =>
  SqlClient.use((sql) =>
    Effect.forEach(statements, (statement) => sql.unsafe(statement), { discard: true }),
  );

const rowsOf = (table: string) =>
  SqlClient.use((sql) =>
    sql.unsafe<Record<string, string | number | null>>(`SELECT * FROM ${table} ORDER BY 1`),
  );

const firstBroken = ChangeLog.use((log) => log.firstBroken);

const brokenIs = (expected: number | null, why: string) =>
  Effect.map(firstBroken, (broken) => assert.equal(broken, expected, why));

/** Line 1 adds the partner, 2 to 5 tell of entries, the fourth of them a reversal, and 6 of a refusal. */
const kept = Effect.gen(function* () {
  const ana = yield* added({ name: "Ana" });
  const gift = yield* given(ana.id, { benefit: 81 });
  const wrong = yield* given(ana.id, { benefit: 27, note: "Spoke at her event" });
  yield* given(ana.id, { from: ana.id, to: "me", benefit: 9 } as never);
  yield* RelationshipEquity.use(({ reverse }) => reverse(wrong.id, {}));
  yield* Effect.flip(asked(ana.id, { cost: 900 }));
  yield* brokenIs(null, "before any attack");
  return { ana, gift };
});

interface Guarded {
  readonly table: string;
  /** Columns that no two rows share. */
  readonly keys: ReadonlyArray<string>;
  /** What an attacker would like to read there. */
  readonly wish: readonly [column: string, value: string];
}

const guarded: ReadonlyArray<Guarded> = [
  { table: "entries", keys: ["seq", "id", "reverses", "corrects"], wish: ["mine", "1000"] },
  { table: "refused_asks", keys: ["id"], wish: ["cost", "0"] },
  { table: "changes", keys: ["seq"], wish: ["actor", "'nobody'"] },
  { table: "policy_versions", keys: ["version"], wish: ["learned", "'{}'"] },
];

/** Another row with the same value in one key: what a replacing insert would write over. */
const doubleOf = ({ table, keys, wish }: Guarded, key: string, columns: ReadonlyArray<string>) => {
  const values = columns.map((column) => {
    if (column === wish[0]) return wish[1];
    if (column === key || !keys.includes(column)) return column;
    return { seq: "seq + 1000", id: "id || 'x'" }[column] ?? "NULL";
  });
  return `INTO ${table} (${columns.join(", ")})
    SELECT ${values.join(", ")} FROM ${table} WHERE ${key} IS NOT NULL`;
};

const attacksOn = (attacked: Guarded, columns: ReadonlyArray<string>): ReadonlyArray<string> => {
  const { table, keys, wish } = attacked;
  const wished = `${wish[0]} = ${wish[1]}`;
  const updates = ["UPDATE", "UPDATE OR REPLACE", "UPDATE OR IGNORE", "UPDATE OR FAIL"];
  const changes = [wished, ...columns.map((column) => `${column} = ${column}`)];
  return [
    ...updates.flatMap((verb) => changes.map((change) => `${verb} ${table} SET ${change}`)),
    `DELETE FROM ${table}`,
    `DELETE FROM ${table} WHERE ${keys[0]} = (SELECT max(${keys[0]}) FROM ${table})`,
    ...keys.flatMap((key) => {
      const double = doubleOf(attacked, key, columns);
      const isPartial = key === "reverses" || key === "corrects";
      const target = isPartial ? `(${key}) WHERE ${key} IS NOT NULL` : `(${key})`;
      return [
        `INSERT OR REPLACE ${double}`,
        `REPLACE ${double}`,
        `INSERT ${double} ON CONFLICT ${target} DO UPDATE SET ${wished}`,
        `INSERT ${double} ON CONFLICT DO UPDATE SET ${wished}`,
      ];
    }),
  ];
};

const refused = Effect.fnUntraced(function* (statement: string) {
  const exit = yield* Effect.exit(run(statement));
  assert.equal(exit._tag, "Failure", `should be refused: ${statement}`);
});

/** A row in every table, and a value in every key: the confirmed amount corrects the first, and teaches the policy. */
const keptEverywhere = Effect.gen(function* () {
  const { gift } = yield* kept;
  yield* RelationshipEquity.use(({ confirm }) => confirm(gift.id, { benefit: 60 }));
});

const guards: ReadonlyArray<ContractCase<Attacked>> = guarded.map((attacked) => ({
  name: `${attacked.table} can be added to, and nothing else`,
  run: Effect.gen(function* () {
    yield* keptEverywhere;
    const before = yield* rowsOf(attacked.table);
    const columns = Object.keys(before[0] ?? {});
    for (const statement of attacksOn(attacked, columns)) yield* refused(statement);
    for (const key of attacked.keys) {
      const double = doubleOf(attacked, key, columns);
      // May be refused or do nothing, as long as it does nothing.
      for (const statement of [
        `INSERT OR IGNORE ${double}`,
        `INSERT ${double} ON CONFLICT DO NOTHING`,
      ]) {
        yield* Effect.exit(run(statement));
      }
    }
    assert.deepEqual(yield* rowsOf(attacked.table), before);
    yield* brokenIs(null, "after the attacks");
  }),
}));

const dropGuards = ({ table, keys }: Guarded) =>
  run(
    `DROP TRIGGER ${table}_no_update`,
    `DROP TRIGGER ${table}_no_delete`,
    ...keys.map((key) => `DROP TRIGGER ${table}_no_replace_${key}`),
  );

const unguarded = Effect.gen(function* () {
  const made = yield* kept;
  yield* Effect.forEach(guarded, dropGuards, { discard: true });
  return made;
});

/** What an attacker does who knows how lines are sealed. */
const sealAnew = Effect.gen(function* () {
  const sql = yield* SqlClient;
  let before = "";
  for (const line of yield* sql<ChangeRow>`SELECT * FROM changes ORDER BY seq`) {
    before = sealOf(before, line);
    yield* sql`UPDATE changes SET hash = ${before} WHERE seq = ${line.seq}`;
  }
});

const swap = (one: number, other: number) =>
  run(
    `UPDATE changes SET seq = -1 WHERE seq = ${one}`,
    `UPDATE changes SET seq = ${one} WHERE seq = ${other}`,
    `UPDATE changes SET seq = ${other} WHERE seq = -1`,
  );

const another = (value: string | number | null): string => {
  if (value === null) return "7";
  if (typeof value === "number") return String(value + 1);
  return `'${value.slice(0, -1)}${value.endsWith("0") ? 1 : 0}'`;
};

/** Changes one cell after the other, looks which line is named, and puts it back. */
const eachCell = Effect.fnUntraced(function* (
  { table, seq, columns }: { table: string; seq: number; columns: ReadonlyArray<string> },
  expected: number,
) {
  const [row] = yield* SqlClient.use((sql) =>
    sql.unsafe<Record<string, string | number | null>>(`SELECT * FROM ${table} WHERE seq = ${seq}`),
  );
  for (const column of columns) {
    const value = row?.[column] ?? null;
    yield* run(`UPDATE ${table} SET ${column} = ${another(value)} WHERE seq = ${seq}`);
    yield* brokenIs(expected, `${table}.${column}`);
    const back = typeof value === "string" ? `'${value}'` : value;
    yield* run(`UPDATE ${table} SET ${column} = ${back} WHERE seq = ${seq}`);
    yield* brokenIs(null, `${table}.${column} as it was`);
  }
});

const onTheLog: ReadonlyArray<ContractCase<Attacked>> = [
  {
    name: "a line that was edited behind the guards is named, whatever was edited in it",
    run: Effect.gen(function* () {
      yield* unguarded;
      const columns = ["at", "actor", "kind", "subject", "hash"];
      yield* eachCell({ table: "changes", seq: 3, columns }, 3);
      yield* run(`UPDATE changes SET body = json_set(body, '$.benefit', 28) WHERE seq = 3`);
      yield* brokenIs(3, "its body");
    }),
  },
  {
    name: "a line that was edited and sealed anew breaks the one behind it",
    run: Effect.gen(function* () {
      const sql = yield* SqlClient;
      yield* unguarded;
      const [before, line] =
        yield* sql<ChangeRow>`SELECT * FROM changes WHERE seq IN (2, 3) ORDER BY seq`;
      const edited = { ...(line as ChangeRow), actor: "nobody" };
      yield* sql`UPDATE changes SET actor = ${edited.actor},
        hash = ${sealOf(before?.hash ?? "", edited)} WHERE seq = 3`;
      yield* brokenIs(4, "sealed anew alone");
    }),
  },
  {
    name: "a log that was edited and sealed anew to its end still differs from the ledger",
    run: Effect.gen(function* () {
      yield* unguarded;
      yield* run(`UPDATE changes SET body = json_set(body, '$.benefit', 28) WHERE seq = 3`);
      yield* sealAnew;
      yield* brokenIs(3, "an amount");
      yield* run(`UPDATE changes SET body = json_set(body, '$.benefit', 27) WHERE seq = 3`);
      yield* swap(3, 4);
      yield* sealAnew;
      yield* brokenIs(3, "the order");
      yield* swap(3, 4);
      yield* run(`UPDATE changes SET body = json_set(body, '$.cost', 90) WHERE seq = 6`);
      yield* sealAnew;
      yield* brokenIs(6, "what was refused");
    }),
  },
  {
    name: "lines that were taken out, put in or reordered are named",
    run: Effect.gen(function* () {
      yield* unguarded;
      yield* swap(3, 4);
      yield* brokenIs(3, "reordered");
      yield* swap(3, 4);
      yield* run(`UPDATE changes SET seq = -seq WHERE seq = 1`);
      yield* brokenIs(1, "the first taken out");
      yield* run(`UPDATE changes SET seq = -seq WHERE seq = -1`);
      yield* run(
        `INSERT INTO changes SELECT 7, at, actor, kind, subject, body, hash FROM changes WHERE seq = 1`,
      );
      yield* brokenIs(7, "put in at the end");
      yield* run(`DELETE FROM changes WHERE seq IN (3, 7)`);
      yield* brokenIs(3, "taken out of the middle");
    }),
  },
  {
    name: "a line that tells of an entry once more, or of one that never was, is named",
    run: Effect.gen(function* () {
      yield* unguarded;
      for (const [table, subject] of [
        ["once more", "subject"],
        ["never was", "'01a21205-59cf-7000-91df-93b099ef52a4'"],
      ] as const) {
        yield* run(`INSERT INTO changes
          SELECT 7, at, actor, kind, ${subject}, body, '' FROM changes WHERE seq = 5`);
        yield* sealAnew;
        yield* brokenIs(7, table);
        yield* run(`DELETE FROM changes WHERE seq = 7`);
      }
      yield* run(`INSERT INTO changes
        SELECT 7, at, actor, kind, subject, body, '' FROM changes WHERE seq = 6`);
      yield* sealAnew;
      yield* brokenIs(7, "a refusal once more");
    }),
  },
  {
    name: "a log whose end was cut off is missed by what the ledger holds",
    run: Effect.gen(function* () {
      yield* unguarded;
      yield* run(`DELETE FROM changes WHERE seq = 6`);
      yield* brokenIs(6, "without the refusal");
      yield* run(`DELETE FROM changes WHERE seq >= 4`);
      yield* brokenIs(4, "without two entries");
      yield* run(`DELETE FROM changes`);
      yield* brokenIs(1, "without any line");
    }),
  },
];

/** Longer than what is read of a log at once. */
const longLog = Effect.gen(function* () {
  const sql = yield* SqlClient;
  const { atomically } = yield* EquityStore;
  const { ana } = yield* kept;
  yield* atomically(Effect.forEach(Array.from({ length: 510 }), () => given(ana.id)));
  const [last] = yield* sql<{ seq: number }>`SELECT max(seq) AS seq FROM changes`;
  return last?.seq ?? 0;
});

const onTheLedger: ReadonlyArray<ContractCase<Attacked>> = [
  {
    name: "an entry that was edited behind the guards is named by its line",
    run: Effect.gen(function* () {
      yield* unguarded;
      const shared = [
        "id",
        "partner_id",
        "at",
        "recorded_at",
        "mine",
        "theirs",
        "from_me",
        "reverses",
        "ask_id",
      ];
      const columns = [...shared, "benefit", "cost", "asked", "strings", "evidence", "size"];
      yield* eachCell({ table: "entries", seq: 2, columns }, 3);
      yield* eachCell({ table: "entries", seq: 4, columns: shared }, 5);
      yield* run(`UPDATE entries SET kind = 'breach' WHERE seq = 1`);
      yield* brokenIs(2, "entries.kind");
    }),
  },
  {
    name: "an entry that was taken out, put in or moved is named by the line that misses it",
    run: Effect.gen(function* () {
      yield* unguarded;
      yield* run(`UPDATE entries SET seq = 9 WHERE seq = 3`);
      yield* brokenIs(4, "moved");
      yield* run(`UPDATE entries SET seq = 3 WHERE seq = 9`);
      for (const [seq, expected] of [
        [5, 7],
        [-5, 2],
      ] as const) {
        yield* run(`INSERT INTO entries (seq, id, partner_id, kind, at, recorded_at, mine, theirs)
          SELECT ${seq}, 'x', partner_id, 'breach', at, recorded_at, 1000, 0 FROM entries WHERE seq = 1`);
        yield* brokenIs(expected, `put in as ${seq}`);
        yield* run(`DELETE FROM entries WHERE id = 'x'`);
      }
      yield* run(`DELETE FROM entries WHERE seq = 1`);
      yield* brokenIs(2, "taken out");
    }),
  },
  {
    name: "an entry that is put in past the log is missed by it, guards or not",
    run: Effect.gen(function* () {
      yield* kept;
      yield* run(`INSERT INTO entries (id, partner_id, kind, at, recorded_at, mine, theirs)
        SELECT 'x', partner_id, 'breach', at, recorded_at, 1000, 0 FROM entries WHERE seq = 1`);
      yield* brokenIs(7, "put in");
    }),
  },
  {
    name: "a refusal that was edited, taken out or put in is named",
    run: Effect.gen(function* () {
      yield* unguarded;
      const columns = ["id", "partner_id", "cost", "offer", "policy_version", "seq"];
      for (const column of columns.slice(0, -1)) {
        yield* eachCell({ table: "refused_asks", seq: 6, columns: [column] }, 6);
      }
      yield* run(`UPDATE refused_asks SET coverage = json_set(coverage, '$.shortfall', 1)`);
      yield* brokenIs(6, "its coverage");
      yield* run(`DELETE FROM refused_asks`);
      yield* brokenIs(6, "taken out");
    }),
  },
  {
    name: "a refusal that is put in past the log is missed by it",
    run: Effect.gen(function* () {
      yield* kept;
      yield* run(
        `INSERT INTO refused_asks SELECT 'x', partner_id, 0, 0, coverage, 1, 6 FROM refused_asks`,
      );
      yield* brokenIs(7, "put in");
    }),
  },
  {
    name: "a note that was rewritten is named, one that was erased is not",
    run: Effect.gen(function* () {
      yield* kept;
      yield* run(`UPDATE entry_notes SET note = 'Spoke for money'`);
      yield* brokenIs(3, "rewritten");
      yield* run(`DELETE FROM entry_notes`);
      yield* brokenIs(null, "erased");
      yield* run(`INSERT INTO entry_notes SELECT id, 'Made up', 'salt' FROM entries WHERE seq = 1`);
      yield* brokenIs(2, "made up");
    }),
  },
  {
    name: "a long log is held against the ledger to its end",
    run: Effect.gen(function* () {
      const last = yield* longLog;
      yield* brokenIs(null, "long");
      yield* run(`DROP TRIGGER entries_no_update`);
      yield* run(`UPDATE entries SET mine = mine + 1 WHERE seq = (SELECT max(seq) FROM entries)`);
      yield* brokenIs(last, "its last entry");
    }),
  },
];

export const attackContract: ReadonlyArray<ContractCase<Attacked>> = [
  ...guards,
  ...onTheLog,
  ...onTheLedger,
];
