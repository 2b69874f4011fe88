import { OpeningStore } from "@comity/domain/equity";
import type { OpeningCard } from "@comity/domain/equity/schema";
import type { PartnerId } from "@comity/domain/partner/schema";
import type { PlainDate } from "@comity/domain/time/schema";
import * as Effect from "effect/Effect";
import * as Layer from "effect/Layer";
import { SqlClient } from "effect/sql/SqlClient";
import { ChangeLog } from "../change/ChangeLog.ts";
import { decodeCursor, encodeCursor, pageOfRows } from "../page/cursor.ts";

interface CardRow {
  readonly id: string;
  readonly name: string;
  readonly organisation: string;
  readonly role: string;
  readonly known_since: string | null;
  readonly known: string;
}

interface CountRow {
  readonly partners: number;
  readonly begun: number;
  readonly answered: number;
  readonly skipped: number;
  /** Of those, how many are archived: they are not in the deck. */
  readonly begun_archived: number;
  readonly skipped_archived: number;
}

export const layer = Layer.effect(
  OpeningStore,
  Effect.gen(function* () {
    const sql = yield* SqlClient;
    const changes = yield* ChangeLog;

    // Of an expression, an index serves a comparison but not one of pairs: the first term finds the
    // place, the second leaves out what came before in it.
    const cardsAfter = ([known, id]: ReadonlyArray<string | number>, limit: number) =>
      sql<CardRow>`SELECT id, name, organisation, role, known_since,
          coalesce(known_since, '9999') AS known
        FROM partners INDEXED BY partners_by_known
        WHERE archived_at IS NULL AND coalesce(known_since, '9999') >= ${known}
          AND (coalesce(known_since, '9999') > ${known} OR id > ${id})
          AND NOT EXISTS (SELECT 1 FROM opening_skips WHERE opening_skips.partner_id = partners.id)
          AND NOT EXISTS (SELECT 1 FROM accounts
            WHERE accounts.partner_id = partners.id AND facts > 0)
        ORDER BY coalesce(known_since, '9999'), id LIMIT ${limit}`;

    const skip = Effect.fnUntraced(function* (partnerId: PartnerId, isSkipped: boolean) {
      const touched = isSkipped
        ? yield* sql`INSERT INTO opening_skips (partner_id) VALUES (${partnerId})
            ON CONFLICT DO NOTHING RETURNING partner_id`
        : yield* sql`DELETE FROM opening_skips WHERE partner_id = ${partnerId}
            RETURNING partner_id`;
      if (touched.length === 0) return;
      yield* changes.append(isSkipped ? "opening.skipped" : "opening.unskipped", partnerId, {});
    }, Effect.orDie);

    return OpeningStore.of({
      cards: Effect.fnUntraced(function* ({ limit, cursor }) {
        const from =
          cursor === null
            ? ["", ""]
            : yield* decodeCursor("openings", ["string", "string"], cursor);
        const rows = yield* Effect.orDie(cardsAfter(from, limit + 1));
        return pageOfRows(rows, limit, {
          item: cardOfRow,
          cursor: (row) => encodeCursor("openings", [row.known, row.id]),
        });
      }),
      progress: Effect.map(
        sql<CountRow>`SELECT
          (SELECT sum(iif(name = 'partners', value, -value)) FROM counts
            WHERE name IN ('partners', 'archived')) AS partners,
          (SELECT count(*) FROM accounts WHERE facts > 0) AS begun,
          (SELECT count(*) FROM accounts WHERE openings > 0) AS answered,
          (SELECT count(*) FROM opening_skips WHERE NOT EXISTS
            (SELECT 1 FROM accounts WHERE accounts.partner_id = opening_skips.partner_id
              AND facts > 0)) AS skipped,
          (SELECT count(*) FROM partners WHERE archived_at IS NOT NULL AND name_folded >= ''
            AND EXISTS (SELECT 1 FROM accounts WHERE accounts.partner_id = partners.id
              AND facts > 0)) AS begun_archived,
          (SELECT count(*) FROM partners WHERE archived_at IS NOT NULL AND name_folded >= ''
            AND EXISTS (SELECT 1 FROM opening_skips WHERE partner_id = partners.id)
            AND NOT EXISTS (SELECT 1 FROM accounts WHERE accounts.partner_id = partners.id
              AND facts > 0)) AS skipped_archived`,
        ([row]) => progressOf(row as CountRow),
      ).pipe(Effect.orDie),
      skip,
    });
  }),
);

const cardOfRow = (row: CardRow): OpeningCard => ({
  partnerId: row.id as PartnerId,
  name: row.name,
  organisation: row.organisation,
  role: row.role,
  knownSince: row.known_since as PlainDate | null,
});

const progressOf = (row: CountRow) => {
  const skipped = row.skipped - row.skipped_archived;
  const begun = row.begun - row.begun_archived;
  return { left: Math.max(0, row.partners - begun - skipped), answered: row.answered, skipped };
};
