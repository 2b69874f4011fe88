import {
  changedFieldsOf,
  type KeptMerge,
  type Merge,
  type MergeId,
  MergeStore,
  type Partner,
  type PartnerId,
} from "@comity/domain/partner";
import { instantOf, msOf } from "@comity/domain/time";
import * as Effect from "effect/Effect";
import * as Layer from "effect/Layer";
import { SqlClient } from "effect/sql/SqlClient";
import { ChangeLog } from "../change/ChangeLog.ts";
import { factsOfChange, type PartnerRow, rowOfPartner } from "./rows.ts";
import { writingOver } from "./writing.ts";

/** What a merge keeps for its undo. Personal text: the row can be erased. */
interface Kept {
  readonly before: Partner;
  readonly after: Partner;
  readonly other: Partner;
  readonly otherSalt: string;
  /** Where the other stood in the order of adding. */
  readonly otherPk: number;
  /** Ids that led to the other, and lead to the partner that stayed since; and the keys they brought. */
  readonly aliases: ReadonlyArray<string>;
  readonly aliasKeys: ReadonlyArray<Row>;
  readonly asks: ReadonlyArray<string>;
  readonly contacts: ReadonlyArray<string>;
  /** Rows beside the other, as they were. */
  readonly beside: Readonly<Record<Beside, ReadonlyArray<Row>>>;
  /** Of acquaintances and pairs told apart: rows that are new for the partner that stayed. */
  readonly acquired: ReadonlyArray<Row>;
  readonly toldApart: ReadonlyArray<Row>;
  /** Sources of which only the other had said something. */
  readonly saidSources: ReadonlyArray<string>;
}

type Row = Readonly<Record<string, string | number | null>>;

/** Tables whose rows go and come with a partner, and the columns that name one. */
const besideTables = {
  partner_said: ["partner_id"],
  opening_skips: ["partner_id"],
  relationship_policies: ["partner_id"],
  acquaintances: ["partner_id", "other_id"],
  distinct_partners: ["one_id", "other_id"],
} as const;
type Beside = keyof typeof besideTables;
const besideNames = Object.keys(besideTables) as ReadonlyArray<Beside>;

interface MergeRow {
  readonly id: string;
  readonly partner_id: string;
  readonly other_id: string;
  readonly merged_at: number;
  readonly undone_at: number | null;
  readonly kept: string;
  /** Of the other, where it is a partner again. */
  readonly other_name?: string | null;
}

export const layer = Layer.effect(
  MergeStore,
  Effect.gen(function* () {
    const sql = yield* SqlClient;
    const changes = yield* ChangeLog;
    const { insertRows, updateRow } = writingOver(sql);

    const rowById = (partnerId: PartnerId) =>
      Effect.map(
        sql<PartnerRow>`SELECT * FROM partners WHERE id = ${partnerId}`,
        ([row]) => row as PartnerRow,
      );

    const besideOf = Effect.fnUntraced(function* (partnerId: PartnerId) {
      const found: Array<[Beside, ReadonlyArray<Row>]> = [];
      for (const table of besideNames) {
        const named = besideTables[table].map(
          (column) => sql`${sql.literal(column)} = ${partnerId}`,
        );
        found.push([
          table,
          yield* sql<Row>`SELECT * FROM ${sql.literal(table)} WHERE ${sql.or(named)}`,
        ]);
      }
      return Object.fromEntries(found) as unknown as Kept["beside"];
    });

    const isThere = (column: string, value: string | number) =>
      Effect.map(
        sql`SELECT 1 FROM partners WHERE ${sql.literal(column)} = ${value}`,
        (rows) => rows.length > 0,
      );

    /** Rows as they were, but for whom they name: that one may be called otherwise since, or be gone. */
    const withThoseThere = Effect.fnUntraced(function* (table: Beside, rows: ReadonlyArray<Row>) {
      const found: Array<Row> = [];
      for (const row of rows) {
        const ends: Array<string> = [];
        for (const column of besideTables[table]) {
          const id = String(row[column]);
          const [alias] = yield* sql<{ id: string }>`SELECT partner_id AS id FROM partner_aliases
            WHERE alias_id = ${id}`;
          const called = alias?.id ?? id;
          if (yield* isThere("id", called)) ends.push(called);
        }
        const isWhole = ends.length === besideTables[table].length;
        if (isWhole && new Set(ends).size === ends.length) found.push(rowWith(table, row, ends));
      }
      return found;
    });

    const insertInto = Effect.fnUntraced(function* (table: Beside, rows: ReadonlyArray<Row>) {
      const added: Array<Row> = [];
      for (const row of rows) {
        const kept = yield* sql<Row>`INSERT INTO ${sql.literal(table)} ${sql.insert(row)}
          ON CONFLICT DO NOTHING RETURNING *`;
        added.push(...kept);
      }
      return added;
    });

    const deleteFrom = Effect.fnUntraced(function* (table: Beside, rows: ReadonlyArray<Row>) {
      for (const row of rows) {
        const same = Object.entries(row).map(
          ([column, value]) => sql`${sql.literal(column)} = ${value}`,
        );
        yield* sql`DELETE FROM ${sql.literal(table)} WHERE ${sql.and(same)}`;
      }
    });

    const moved = (table: "asks" | "contacts", from: PartnerId, to: PartnerId) =>
      Effect.map(
        sql<{ id: string }>`UPDATE ${sql.literal(table)} SET partner_id = ${to}
          WHERE partner_id = ${from} RETURNING id`,
        (rows) => rows.map(({ id }) => id),
      );

    const movedBack = (
      table: "asks" | "contacts",
      ids: ReadonlyArray<string>,
      to: PartnerId,
    ) => sql`UPDATE ${sql.literal(table)} SET partner_id = ${to}
      WHERE id IN (SELECT value FROM json_each(${JSON.stringify(ids)}))`;

    const join = Effect.fnUntraced(function* (merge: KeptMerge) {
      const { id, partnerId, otherId, before, after, other } = merge;
      const keptRow = yield* rowById(partnerId);
      const otherRow = yield* rowById(otherId);
      const beside = yield* besideOf(otherId);
      // What another system calls the other stands among the fields, where it can be taken away.
      const keys = yield* sql<Row>`SELECT key, via FROM partner_identities
        WHERE partner_id = ${otherId} AND key NOT LIKE 'external:%'`;
      const asks = yield* moved("asks", otherId, partnerId);
      const contacts = yield* moved("contacts", otherId, partnerId);
      const aliases = yield* sql<{ id: string }>`UPDATE partner_aliases
        SET partner_id = ${partnerId} WHERE partner_id = ${otherId} RETURNING alias_id AS id`;
      yield* sql`DELETE FROM accounts WHERE partner_id = ${otherId}`;
      yield* sql`DELETE FROM checkpoints WHERE partner_id = ${otherId}`;
      yield* sql`DELETE FROM partner_search WHERE rowid = ${otherRow.pk}`;
      yield* sql`DELETE FROM partners WHERE id = ${otherId}`;

      yield* sql`INSERT INTO partner_aliases (alias_id, partner_id) VALUES (${otherId}, ${partnerId})`;
      yield* updateRow(keptRow, after);
      yield* sql`INSERT INTO partner_identities (key, partner_id, via)
        SELECT value ->> 'key', ${partnerId}, ${otherId} FROM json_each(${JSON.stringify(keys)})
        WHERE true ON CONFLICT DO NOTHING`;
      const said = yield* insertInto(
        "partner_said",
        beside.partner_said.map((row) => ({ ...row, partner_id: partnerId })),
      );
      const kept: Kept = {
        before,
        after,
        other,
        otherSalt: otherRow.salt,
        otherPk: otherRow.pk,
        aliases: aliases.map((alias) => alias.id),
        aliasKeys: keys.filter(({ via }) => via !== ""),
        asks,
        contacts,
        beside,
        acquired: yield* insertInto(
          "acquaintances",
          repointed("acquaintances", beside.acquaintances, merge),
        ),
        toldApart: yield* insertInto(
          "distinct_partners",
          repointed("distinct_partners", beside.distinct_partners, merge),
        ),
        saidSources: said.map(({ source }) => String(source)),
      };
      yield* sql`INSERT INTO merges (id, partner_id, other_id, merged_at, undone_at, kept)
        VALUES (${id}, ${partnerId}, ${otherId}, ${msOf(merge.mergedAt)}, NULL,
          ${JSON.stringify(kept)})`;
      yield* changes.append("partner.merged", partnerId, {
        mergeId: id,
        otherId,
        ...factsOfChange(keptRow.salt, merge, changedFieldsOf(before, after)),
      });
    }, Effect.orDie);

    const keptOf = (mergeId: MergeId) =>
      Effect.map(
        sql<MergeRow>`SELECT * FROM merges WHERE id = ${mergeId}`,
        ([row]) => JSON.parse((row as MergeRow).kept) as Kept,
      );

    const part = Effect.fnUntraced(function* (merge: KeptMerge, reverted: Partner) {
      const { id, partnerId, otherId } = merge;
      const kept = yield* keptOf(id);
      const row = yield* rowById(partnerId);
      yield* deleteFrom("acquaintances", kept.acquired);
      yield* deleteFrom("distinct_partners", kept.toldApart);
      yield* sql`DELETE FROM partner_said WHERE partner_id = ${partnerId}
        AND source IN (SELECT value FROM json_each(${JSON.stringify(kept.saidSources)}))`;
      yield* sql`DELETE FROM partner_identities WHERE partner_id = ${partnerId}
        AND via = ${otherId}`;
      yield* sql`DELETE FROM partner_aliases WHERE alias_id = ${otherId}`;
      yield* updateRow(row, reverted);
      // Its place in the order of adding is its own, unless somebody was added there since.
      const place = (yield* isThere("pk", kept.otherPk)) ? {} : { pk: kept.otherPk };
      const otherRow = { ...rowOfPartner(kept.other, kept.otherSalt), ...place };
      yield* insertRows([kept.other], [otherRow]);
      for (const table of besideNames) {
        yield* insertInto(table, yield* withThoseThere(table, kept.beside[table]));
      }
      yield* sql`UPDATE partner_aliases SET partner_id = ${otherId}
        WHERE alias_id IN (SELECT value FROM json_each(${JSON.stringify(kept.aliases)}))`;
      yield* sql`INSERT INTO partner_identities (key, partner_id, via)
        SELECT value ->> 'key', ${otherId}, value ->> 'via'
        FROM json_each(${JSON.stringify(kept.aliasKeys)}) WHERE true ON CONFLICT DO NOTHING`;
      yield* movedBack("asks", kept.asks, otherId);
      yield* movedBack("contacts", kept.contacts, otherId);
      // Nothing goes back to these states again, and they hold personal text.
      yield* sql`UPDATE merges SET kept = '{}',
          undone_at = ${merge.undoneAt === null ? null : msOf(merge.undoneAt)}
        WHERE id = ${id}`;
      yield* changes.append("partner.unmerged", partnerId, {
        mergeId: id,
        otherId,
        version: { old: row.version, new: reverted.version },
      });
    }, Effect.orDie);

    return MergeStore.of({
      byId: (mergeId) =>
        Effect.map(
          sql<MergeRow>`SELECT merges.*, partners.name AS other_name FROM merges
            LEFT JOIN partners ON partners.id = merges.other_id WHERE merges.id = ${mergeId}`,
          ([row]) => (row === undefined ? undefined : keptMergeOf(row)),
        ).pipe(Effect.orDie),
      standing: (partnerId) =>
        Effect.map(
          sql<MergeRow>`SELECT * FROM merges WHERE partner_id = ${partnerId}
            AND undone_at IS NULL ORDER BY merged_at DESC, id DESC`,
          (rows) => rows.map(keptMergeOf),
        ).pipe(Effect.orDie),
      intoAnother: (partnerId) =>
        Effect.map(
          sql<{ id: string }>`SELECT id FROM merges WHERE other_id = ${partnerId}
            AND undone_at IS NULL`,
          ([row]) => row?.id as MergeId | undefined,
        ).pipe(Effect.orDie),
      join,
      part,
    });
  }),
);

/** The same rows, but about the partner that stays. Nobody is their own acquaintance. */
const repointed = (
  table: "acquaintances" | "distinct_partners",
  rows: ReadonlyArray<Row>,
  { partnerId, otherId }: Merge,
): ReadonlyArray<Row> =>
  rows.flatMap((row) => {
    const ends = besideTables[table].map((column) =>
      row[column] === otherId ? partnerId : String(row[column]),
    );
    return ends[0] === ends[1] ? [] : [rowWith(table, row, ends)];
  });

/** The same row about these partners. What holds both ways is kept once. */
const rowWith = (table: Beside, row: Row, ends: ReadonlyArray<string>): Row => {
  const isBothWays = table === "distinct_partners" || row["kind"] !== "introduced-by";
  const inOrder = isBothWays ? ends.toSorted() : ends;
  return Object.assign(
    { ...row },
    ...besideTables[table].map((column, index) => ({ [column]: inOrder[index] ?? null })),
  ) as Row;
};

const keptMergeOf = (row: MergeRow): KeptMerge => {
  // Of a merge that was undone nothing is kept, and nothing but its ids and the name is read.
  const { before, after, other } = JSON.parse(row.kept) as Kept;
  const otherName = row.other_name ?? (row.undone_at === null ? other.name : "");
  return {
    id: row.id as MergeId,
    partnerId: row.partner_id as PartnerId,
    otherId: row.other_id as PartnerId,
    otherName,
    mergedAt: instantOf(row.merged_at),
    undoneAt: row.undone_at === null ? null : instantOf(row.undone_at),
    before,
    after,
    other,
  };
};
