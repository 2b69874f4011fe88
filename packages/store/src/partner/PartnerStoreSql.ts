import {
  type AcquaintanceKind,
  changedFieldsOf,
  type Circle,
  circles,
  type Partner,
  type PartnerId,
  PartnerStore,
} from "@comity/domain/partner";
import * as Effect from "effect/Effect";
import * as Layer from "effect/Layer";
import { SqlClient } from "effect/sql/SqlClient";
import { ChangeLog } from "../change/ChangeLog.ts";
import { atomicallyOver } from "../transaction/atomically.ts";
import { listingOver } from "./listing.ts";
import { factsOfChange, factsOfNew, partnerOfRow, type PartnerRow, rowOfPartner } from "./rows.ts";
import { writingOver } from "./writing.ts";

/** Partners with one key in common: more than this many do not make it telling. */
const blockMax = 20;
const dueAtOnce = 200;

interface PairRow {
  readonly one_id: string;
  readonly other_id: string;
}

export const layer = Layer.effect(
  PartnerStore,
  Effect.gen(function* () {
    const sql = yield* SqlClient;
    const changes = yield* ChangeLog;
    const atomically = atomicallyOver(sql);
    const { insertRows, keepFoundBy, updateRow } = writingOver(sql);
    const { page, count } = listingOver(sql);

    const rowById = (partnerId: PartnerId) =>
      Effect.map(sql<PartnerRow>`SELECT * FROM partners WHERE id = ${partnerId}`, ([row]) => row);

    const byId = Effect.fnUntraced(function* (partnerId: PartnerId) {
      const row = yield* rowById(partnerId);
      return row === undefined ? undefined : partnerOfRow(row);
    }, Effect.orDie);

    const mergedInto = (partnerId: PartnerId) =>
      Effect.map(
        sql<{ id: string }>`SELECT partner_id AS id FROM partner_aliases
          WHERE alias_id = ${partnerId}`,
        ([row]) => row?.id as PartnerId | undefined,
      ).pipe(Effect.orDie);

    // A list travels as one JSON parameter: a Durable Object takes at most 100 parameters.
    const byIds = (partnerIds: ReadonlyArray<PartnerId>) =>
      Effect.map(
        sql<PartnerRow>`SELECT * FROM partners
          WHERE id IN (SELECT value FROM json_each(${JSON.stringify(partnerIds)})) ORDER BY pk`,
        (rows) => rows.map(partnerOfRow),
      ).pipe(Effect.orDie);

    const byIdentity = Effect.fnUntraced(function* (keys: ReadonlyArray<string>) {
      const rows = yield* sql<PartnerRow & { keys: string }>`SELECT partners.*, found.keys FROM (
          SELECT partner_id, json_group_array(key) AS keys FROM partner_identities
          WHERE key IN (SELECT value FROM json_each(${JSON.stringify(keys)}))
          GROUP BY partner_id) AS found
        JOIN partners ON partners.id = found.partner_id ORDER BY pk`;
      return rows.map((row) => ({
        partner: partnerOfRow(row),
        keys: JSON.parse(row.keys) as Array<string>,
      }));
    }, Effect.orDie);

    const insert = Effect.fnUntraced(function* (added: ReadonlyArray<Partner>) {
      if (added.length === 0) return;
      const rows = added.map((partner) => rowOfPartner(partner));
      yield* insertRows(added, rows);
      yield* changes.appendAll(
        added.map((partner, index) => ({
          kind: "partner.added" as const,
          subject: partner.id,
          body: factsOfNew(rows[index]?.salt ?? "", partner),
        })),
      );
    }, Effect.orDie);

    const update = Effect.fnUntraced(function* (before: Partner, after: Partner) {
      const row = (yield* rowById(after.id)) as PartnerRow;
      yield* updateRow(row, after);
      const fields = changedFieldsOf(before, after);
      const isPutAway = fields.length === 1 && fields[0] === "archivedAt";
      const kind = after.archivedAt === null ? "partner.restored" : "partner.archived";
      yield* changes.append(
        isPutAway ? kind : "partner.changed",
        after.id,
        factsOfChange(row.salt, { before, after }, fields),
      );
    }, Effect.orDie);

    const remove = Effect.fnUntraced(function* (partner: Partner) {
      yield* sql`DELETE FROM partner_search
        WHERE rowid = (SELECT pk FROM partners WHERE id = ${partner.id})`;
      yield* sql`DELETE FROM import_rows WHERE partner_id = ${partner.id}`;
      yield* sql`DELETE FROM bulk_rows WHERE partner_id = ${partner.id}`;
      yield* sql`DELETE FROM partners WHERE id = ${partner.id}`;
      yield* changes.append("partner.removed", partner.id, { version: partner.version });
    }, Effect.orDie);

    const related = (
      fact: "acquaintance.added" | "acquaintance.removed",
      partnerId: PartnerId,
      otherId: PartnerId,
      kind: AcquaintanceKind,
    ) => changes.append(fact, partnerId, { otherId, kind });

    const relate = Effect.fnUntraced(function* (
      partnerId: PartnerId,
      otherId: PartnerId,
      kind: AcquaintanceKind,
    ) {
      const [one, other] = endsOf(partnerId, otherId, kind);
      const added = yield* sql`INSERT INTO acquaintances (partner_id, other_id, kind)
        VALUES (${one}, ${other}, ${kind}) ON CONFLICT DO NOTHING RETURNING kind`;
      if (added.length > 0) yield* related("acquaintance.added", partnerId, otherId, kind);
      return added.length > 0;
    }, Effect.orDie);

    const unrelate = Effect.fnUntraced(function* (
      partnerId: PartnerId,
      otherId: PartnerId,
      kind: AcquaintanceKind,
    ) {
      const [one, other] = endsOf(partnerId, otherId, kind);
      const gone = yield* sql`DELETE FROM acquaintances
        WHERE partner_id = ${one} AND other_id = ${other} AND kind = ${kind} RETURNING kind`;
      if (gone.length > 0) yield* related("acquaintance.removed", partnerId, otherId, kind);
      return gone.length > 0;
    }, Effect.orDie);

    const tellApart = Effect.fnUntraced(function* (a: PartnerId, b: PartnerId, areTwo: boolean) {
      const [one, other] = a < b ? [a, b] : [b, a];
      const touched = areTwo
        ? yield* sql`INSERT INTO distinct_partners (one_id, other_id) VALUES (${one}, ${other})
            ON CONFLICT DO NOTHING RETURNING one_id`
        : yield* sql`DELETE FROM distinct_partners
            WHERE one_id = ${one} AND other_id = ${other} RETURNING one_id`;
      if (touched.length === 0) return;
      const fact = areTwo ? "partners.told-apart" : "partners.not-told-apart";
      yield* changes.append(fact, one, { otherId: other });
    }, Effect.orDie);

    // Few are, and a list of them is all that is read of the partners.
    const putAway = sql`(SELECT id FROM partners
      WHERE archived_at IS NOT NULL AND name_folded >= '')`;

    /** One step of working out anew what partners are found by. */
    const caughtUp = Effect.gen(function* () {
      const due = yield* sql<PartnerRow>`SELECT partners.* FROM partners_due
        JOIN partners ON partners.pk = partners_due.pk ORDER BY partners_due.pk LIMIT ${dueAtOnce}`;
      for (const row of due) yield* keepFoundBy(row.pk, partnerOfRow(row));
      const done = due.map(({ pk }) => pk);
      yield* sql`DELETE FROM partners_due
        WHERE pk IN (SELECT value FROM json_each(${JSON.stringify(done)}))`;
      return done.length;
    }).pipe(Effect.orDie);

    return PartnerStore.of({
      atomically,
      byId,
      byIds,
      mergedInto,
      byIdentity,
      insert,
      update,
      remove,
      isUsed: (partnerId, except = []) =>
        Effect.map(
          sql<{
            used: number;
          }>`SELECT EXISTS (SELECT 1 FROM entries WHERE partner_id = ${partnerId})
            OR EXISTS (SELECT 1 FROM asks WHERE partner_id = ${partnerId})
            OR EXISTS (SELECT 1 FROM refused_asks WHERE partner_id = ${partnerId})
            OR EXISTS (SELECT 1 FROM relationship_policies WHERE partner_id = ${partnerId})
            OR EXISTS (SELECT 1 FROM partner_aliases WHERE partner_id = ${partnerId})
            OR EXISTS (SELECT 1 FROM contacts WHERE partner_id = ${partnerId}
              AND id NOT IN (SELECT value FROM json_each(${JSON.stringify(except)})))
            AS used`,
          ([row]) => row?.used === 1,
        ).pipe(Effect.orDie),
      page,
      count,
      tags: (limit) =>
        Effect.map(
          sql<{ tag: string; partners: number }>`SELECT min(spelled) AS tag, count(*) AS partners
            FROM partner_tags WHERE partner_id NOT IN ${putAway} GROUP BY partner_tags.tag
            ORDER BY partners DESC, partner_tags.tag LIMIT ${limit}`,
          (rows) => rows.map((row) => ({ ...row })),
        ).pipe(Effect.orDie),
      circleCounts: Effect.map(
        sql<Record<string, number>>`SELECT ${sql.csv(
          circles.map(
            (circle) => sql`(SELECT count(*) FROM partners
              WHERE coalesce(circle, 999) = ${circle} AND archived_at IS NULL)
              AS ${sql.literal(`in_${circle}`)}`,
          ),
        )}`,
        ([row]) =>
          Object.fromEntries(
            circles.map((circle) => [circle, row?.[`in_${circle}`] ?? 0]),
          ) as Record<Circle, number>,
      ).pipe(Effect.orDie),
      acquaintances: (partnerId) =>
        Effect.map(
          sql<{
            kind: "introduced-by" | "introduced" | "knows" | "works-with";
            partnerId: PartnerId;
            name: string;
            organisation: string;
          }>`
            SELECT found.kind, partners.id AS partnerId, name, organisation FROM (
              SELECT kind, other_id AS id FROM acquaintances WHERE partner_id = ${partnerId}
              UNION SELECT iif(kind = 'introduced-by', 'introduced', kind), partner_id
              FROM acquaintances WHERE other_id = ${partnerId}) AS found
            JOIN partners ON partners.id = found.id ORDER BY name_folded, partners.id, found.kind`,
          (rows) => rows.map((row) => ({ ...row })),
        ).pipe(Effect.orDie),
      relate,
      unrelate,
      sharingBlocks: (keys, limit) =>
        Effect.map(
          sql<PartnerRow>`SELECT * FROM partners WHERE id IN (
              SELECT partner_id FROM partner_blocks
              WHERE key IN (SELECT value FROM json_each(${JSON.stringify(keys)})))
            ORDER BY pk LIMIT ${limit}`,
          (rows) => rows.map(partnerOfRow),
        ).pipe(Effect.orDie),
      blocks: Effect.map(
        sql<{ ids: string }>`SELECT json_group_array(partner_id) AS ids FROM partner_blocks
          WHERE partner_id NOT IN ${putAway} GROUP BY key HAVING count(*) BETWEEN 2 AND ${blockMax}`,
        (rows) => rows.map(({ ids }) => JSON.parse(ids) as Array<PartnerId>),
      ).pipe(Effect.orDie),
      toldApart: (partnerIds) =>
        Effect.map(
          sql<PairRow>`SELECT one_id, other_id FROM distinct_partners
              WHERE one_id IN (SELECT value FROM json_each(${JSON.stringify(partnerIds)}))
            UNION SELECT one_id, other_id FROM distinct_partners
              WHERE other_id IN (SELECT value FROM json_each(${JSON.stringify(partnerIds)}))`,
          (rows) =>
            rows.map(
              ({ one_id, other_id }) => [one_id as PartnerId, other_id as PartnerId] as const,
            ),
        ).pipe(Effect.orDie),
      tellApart,
      catchUp: Effect.gen(function* () {
        while ((yield* atomically(caughtUp)) === dueAtOnce) yield* Effect.yieldNow;
      }),
    });
  }),
);

/** What holds both ways is kept once. */
const endsOf = (
  partnerId: PartnerId,
  otherId: PartnerId,
  kind: AcquaintanceKind,
): readonly [PartnerId, PartnerId] =>
  kind !== "introduced-by" && otherId < partnerId ? [otherId, partnerId] : [partnerId, otherId];
