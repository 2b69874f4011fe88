import { type BulkRow, BulkStore, type Partner } from "@comity/domain/partner";
import { nowMs } from "@comity/domain/time";
import * as Effect from "effect/Effect";
import * as Layer from "effect/Layer";
import { SqlClient } from "effect/sql/SqlClient";

/** A change of many can be undone for a month. */
const keptMs = 30 * 86_400_000;

export const layer = Layer.effect(
  BulkStore,
  Effect.map(SqlClient, (sql) =>
    BulkStore.of({
      keep: Effect.fnUntraced(function* (bulkId, rows) {
        if (rows.length === 0) return;
        const at = yield* nowMs;
        yield* sql`DELETE FROM bulk_rows WHERE at < ${at - keptMs}`;
        // Touched twice by the same change: undone as one, from the first state to the last.
        yield* sql`INSERT INTO bulk_rows (bulk_id, partner_id, at, before, after)
          SELECT ${bulkId}, value -> 'before' ->> 'id', ${at}, value -> 'before', value -> 'after'
          FROM json_each(${JSON.stringify(rows)})
          WHERE true ON CONFLICT (bulk_id, partner_id) DO UPDATE SET after = excluded.after`;
      }, Effect.orDie),
      rows: (bulkId, limit) =>
        Effect.map(
          sql<{ before: string; after: string }>`SELECT before, after FROM bulk_rows
            WHERE bulk_id = ${bulkId} ORDER BY partner_id LIMIT ${limit}`,
          (rows) =>
            rows.map(({ before, after }): BulkRow => ({
              before: JSON.parse(before) as Partner,
              after: JSON.parse(after) as Partner,
            })),
        ).pipe(Effect.orDie),
      forget: (bulkId, rows) =>
        Effect.asVoid(
          Effect.orDie(sql`DELETE FROM bulk_rows WHERE bulk_id = ${bulkId} AND partner_id IN
            (SELECT value FROM json_each(${JSON.stringify(rows.map(({ before }) => before.id))}))`),
        ),
    }),
  ),
);
