import { type KeptRhythm, RhythmStore } from "@comity/domain/equity";
import type { ContactBy } from "@comity/domain/contact/schema";
import type { Circle, PartnerId } from "@comity/domain/partner/schema";
import * as Effect from "effect/Effect";
import * as Layer from "effect/Layer";
import { SqlClient } from "effect/sql/SqlClient";
import { chosenPolicyOf } from "../settings/Settings.ts";

interface RhythmRow {
  readonly circle: number | null;
  readonly cadence_days: number | null;
  readonly policy: string;
  readonly last_gift_at: number | null;
  readonly last_contact_at: number | null;
  readonly contact_at: number | null;
  readonly contact_by: string | null;
}

/** After every number that a row can have. */
const latest = Number.MAX_SAFE_INTEGER;

export const layer = Layer.effect(
  RhythmStore,
  Effect.gen(function* () {
    const sql = yield* SqlClient;

    const isInUse = (column: string) =>
      sql`EXISTS (SELECT 1 FROM partners
        WHERE partners.id = ${sql.literal(column)} AND archived_at IS NULL)`;

    return RhythmStore.of({
      // Both halves come in the order of their index, so a page reads no more than it shows.
      withHistory: (after, limit) =>
        idsFrom(
          sql<{ id: string }>`SELECT partner_id AS id FROM accounts
            WHERE partner_id > ${after ?? ""} AND ${isInUse("accounts.partner_id")}
            UNION SELECT partner_id FROM contacts
            WHERE partner_id > ${after ?? ""} AND ${isInUse("contacts.partner_id")}
            ORDER BY 1 LIMIT ${limit}`,
        ),
      withoutHistory: (limit) =>
        idsFrom(
          sql<{ id: string }>`SELECT id FROM partners
            WHERE pk < ${latest} AND archived_at IS NULL
              AND NOT EXISTS (SELECT 1 FROM accounts WHERE accounts.partner_id = partners.id)
              AND NOT EXISTS (SELECT 1 FROM contacts WHERE contacts.partner_id = partners.id)
            ORDER BY pk DESC LIMIT ${limit}`,
        ),
      rhythms: (partnerIds) =>
        Effect.map(
          sql<RhythmRow>`SELECT circle, cadence_days, last_gift_at, last_contact_at,
              coalesce(relationship_policies.policy, settings.policy) AS policy,
              contacts.at AS contact_at, contacts.by AS contact_by
            FROM json_each(${JSON.stringify(partnerIds)}) AS ids
            JOIN settings ON settings.id = 1
            LEFT JOIN partners ON partners.id = ids.value
            LEFT JOIN relationship_policies ON relationship_policies.partner_id = ids.value
            LEFT JOIN accounts ON accounts.partner_id = ids.value
            LEFT JOIN contacts ON contacts.id = (SELECT id FROM contacts AS each
              WHERE each.partner_id = ids.value ORDER BY at DESC, id DESC LIMIT 1)
            ORDER BY ids.key`,
          (rows) => rows.map(rhythmOfRow),
        ).pipe(Effect.orDie),
      contactTimes: (partnerId) =>
        Effect.map(
          sql<{ at: number }>`SELECT at FROM contacts WHERE partner_id = ${partnerId} ORDER BY at`,
          (rows) => rows.map(({ at }) => at),
        ).pipe(Effect.orDie),
    });
  }),
);

const rhythmOfRow = (row: RhythmRow): KeptRhythm => ({
  circle: row.circle as Circle | null,
  cadenceDays: row.cadence_days,
  policyDays: chosenPolicyOf(row.policy).cadenceDays,
  lastGiftMs: row.last_gift_at,
  lastEntryMs: row.last_contact_at,
  lastContact:
    row.contact_at === null
      ? null
      : { atMs: row.contact_at, by: (row.contact_by ?? "both") as ContactBy },
});

const idsFrom = <E>(rows: Effect.Effect<ReadonlyArray<{ readonly id: string }>, E>) =>
  Effect.map(rows, (found) => found.map(({ id }) => id as PartnerId)).pipe(Effect.orDie);
