import { CatalogueStore } from "@comity/domain/equity";
import type { Kind, KindId, KindUse } from "@comity/domain/equity/schema";
import * as Effect from "effect/Effect";
import * as Layer from "effect/Layer";
import { SqlClient } from "effect/sql/SqlClient";
import { ChangeLog } from "../change/ChangeLog.ts";
import { atomicallyOver } from "../transaction/atomically.ts";

type KindRow = Omit<Kind, "isOwn">;

export const layer = Layer.effect(
  CatalogueStore,
  Effect.gen(function* () {
    const sql = yield* SqlClient;
    const changes = yield* ChangeLog;
    const selectKinds = sql.literal(
      `SELECT id, use, what, received, cost, benefit, version FROM kinds`,
    );

    const put = Effect.fnUntraced(function* (before: Kind | undefined, after: Kind) {
      const { isOwn: _, ...row } = after;
      yield* sql`INSERT INTO kinds ${sql.insert(row)} ON CONFLICT (id) DO UPDATE SET
        what = excluded.what, received = excluded.received, cost = excluded.cost,
        benefit = excluded.benefit, version = excluded.version`;
      // The words are a person's own, so the log keeps the sizes only.
      yield* changes.append(before === undefined ? "kind.added" : "kind.changed", after.id, {
        use: after.use,
        cost: { old: before?.cost ?? null, new: after.cost },
        benefit: { old: before?.benefit ?? null, new: after.benefit },
        version: after.version,
      });
    }, Effect.orDie);

    const remove = Effect.fnUntraced(function* (kind: Kind) {
      yield* sql`DELETE FROM kinds WHERE id = ${kind.id}`;
      yield* sql`INSERT INTO kind_versions (kind_id, version) VALUES (${kind.id}, ${kind.version + 1})
        ON CONFLICT (kind_id) DO UPDATE SET version = excluded.version`;
      yield* changes.append("kind.removed", kind.id, { use: kind.use, version: kind.version });
    }, Effect.orDie);

    return CatalogueStore.of({
      atomically: atomicallyOver(sql),
      own: Effect.map(sql<KindRow>`${selectKinds} ORDER BY added`, (rows) =>
        rows.map(kindOfRow),
      ).pipe(Effect.orDie),
      byId: (kindId) =>
        Effect.map(sql<KindRow>`${selectKinds} WHERE id = ${kindId}`, ([row]) =>
          row === undefined ? undefined : kindOfRow(row),
        ).pipe(Effect.orDie),
      put,
      remove,
      retired: Effect.map(
        sql<{ kind_id: string; version: number }>`SELECT kind_id, version FROM kind_versions`,
        (rows) => new Map(rows.map((row) => [row.kind_id as KindId, row.version])),
      ).pipe(Effect.orDie),
    });
  }),
);

const kindOfRow = (row: KindRow): Kind => ({
  ...row,
  id: row.id as KindId,
  use: row.use as KindUse,
  isOwn: true,
});
