import { type Confirmation, ConfirmationStore } from "@comity/domain/equity";
import type { EntryId } from "@comity/domain/equity/schema";
import * as Effect from "effect/Effect";
import * as Layer from "effect/Layer";
import { SqlClient } from "effect/sql/SqlClient";
import { ChangeLog } from "../change/ChangeLog.ts";

interface ConfirmationRow {
  readonly token_hash: string;
  readonly entry_id: string;
  readonly what: string | null;
  readonly expires_at: number;
  readonly answered_at: number | null;
}

export const layer = Layer.effect(
  ConfirmationStore,
  Effect.gen(function* () {
    const sql = yield* SqlClient;
    const changes = yield* ChangeLog;

    const put = Effect.fnUntraced(function* (kept: Confirmation) {
      yield* sql`DELETE FROM confirmations WHERE entry_id = ${kept.entryId}`;
      yield* sql`INSERT INTO confirmations (token_hash, entry_id, what, expires_at, answered_at)
        VALUES (${kept.tokenHash}, ${kept.entryId}, ${kept.what}, ${kept.expiresAtMs}, NULL)`;
      yield* changes.append("confirmation.asked", kept.entryId, { expiresAtMs: kept.expiresAtMs });
    }, Effect.orDie);

    const answer = Effect.fnUntraced(function* (tokenHash: string, atMs: number) {
      const [row] = yield* sql<{ entry_id: string }>`UPDATE confirmations
        SET answered_at = ${atMs}, what = NULL WHERE token_hash = ${tokenHash} RETURNING entry_id`;
      if (row !== undefined) yield* changes.append("confirmation.answered", row.entry_id, {});
    }, Effect.orDie);

    return ConfirmationStore.of({
      put,
      byHash: (tokenHash) =>
        Effect.map(
          sql<ConfirmationRow>`SELECT * FROM confirmations WHERE token_hash = ${tokenHash}`,
          ([row]) => (row === undefined ? undefined : confirmationOfRow(row)),
        ).pipe(Effect.orDie),
      answer,
      forgetClosed: (atMs) =>
        Effect.asVoid(
          sql`UPDATE confirmations SET what = NULL WHERE what IS NOT NULL AND (expires_at <= ${atMs}
            OR EXISTS (SELECT 1 FROM entries WHERE reverses = confirmations.entry_id))`,
        ).pipe(Effect.orDie),
    });
  }),
);

const confirmationOfRow = (row: ConfirmationRow): Confirmation => ({
  tokenHash: row.token_hash,
  entryId: row.entry_id as EntryId,
  what: row.what,
  expiresAtMs: row.expires_at,
  answeredAtMs: row.answered_at,
});
