import type { AskId } from "@comity/domain/equity/schema";
import type { Candidate } from "@comity/domain/introduction";
import type { Goal, PartnerId } from "@comity/domain/partner/schema";
import { type CardKey, TodayStore } from "@comity/domain/today";
import * as Effect from "effect/Effect";
import * as Layer from "effect/Layer";
import { SqlClient } from "effect/sql/SqlClient";
import { Settings } from "../settings/Settings.ts";
import { atomicallyOver } from "../transaction/atomically.ts";

interface WhoRow {
  readonly id: string;
  readonly name: string;
  readonly organisation: string;
}

interface CandidateRow {
  readonly id: string;
  readonly organisation: string;
  readonly role: string;
  readonly tags: string;
  readonly goals: string;
  readonly offers: string;
}

interface WaitingRow {
  readonly id: string;
  readonly partner_id: string;
  readonly what: string | null;
  readonly opened_at: number;
  readonly expires_at: number;
}

export const layer = Layer.effect(
  TodayStore,
  Effect.gen(function* () {
    const sql = yield* SqlClient;
    const { terms } = yield* Settings;

    // What is put off is how the page looks and no fact, so the log says nothing of it.
    const snooze = Effect.fnUntraced(function* (
      {
        card,
        untilMs,
        reason,
      }: { readonly card: CardKey; readonly untilMs: number; readonly reason: string },
      nowMs: number,
    ) {
      yield* sql`DELETE FROM today_snoozes WHERE until <= ${nowMs}`;
      yield* sql`INSERT INTO today_snoozes (card, until, reason)
        VALUES (${card}, ${untilMs}, ${reason})
        ON CONFLICT (card) DO UPDATE SET until = excluded.until, reason = excluded.reason`;
    }, Effect.orDie);

    return TodayStore.of({
      atomically: atomicallyOver(sql),
      timeZone: Effect.map(terms, ({ timeZone }) => timeZone),
      // Counting a table reads all of it, so the count is kept beside it.
      partners: Effect.map(
        sql<{ partners: number }>`SELECT
          sum(iif(name = 'partners', value, -value)) AS partners
          FROM counts WHERE name IN ('partners', 'archived')`,
        ([row]) => row?.partners ?? 0,
      ).pipe(Effect.orDie),
      who: (partnerIds) =>
        Effect.map(
          sql<WhoRow>`SELECT id, name, organisation FROM partners
            WHERE id IN (SELECT value FROM json_each(${JSON.stringify(partnerIds)}))`,
          (rows) => rows.map((row) => ({ ...row, id: row.id as PartnerId })),
        ).pipe(Effect.orDie),
      waitingAsks: (nowMs, limit) =>
        Effect.map(
          sql<WaitingRow>`SELECT asks.id, partner_id, what, opened_at, expires_at FROM asks
            JOIN partners ON partners.id = partner_id AND archived_at IS NULL
            LEFT JOIN ask_texts ON ask_texts.ask_id = asks.id
            WHERE state = 'open' AND expires_at > ${nowMs}
            ORDER BY expires_at, asks.id LIMIT ${limit}`,
          (rows) =>
            rows.map((row) => ({
              askId: row.id as AskId,
              partnerId: row.partner_id as PartnerId,
              what: row.what ?? "",
              openedAtMs: row.opened_at,
              expiresAtMs: row.expires_at,
            })),
        ).pipe(Effect.orDie),
      // The condition is that of the index, word for word, or the index would not be used.
      candidates: (limit) =>
        Effect.map(
          sql<CandidateRow>`SELECT id, organisation, role, tags, goals, offers FROM partners
            INDEXED BY partners_with_goals
            WHERE archived_at IS NULL AND (goals NOT IN ('null', '[]') OR offers <> '[]')
              AND id > '' AND goals NOT IN ('null', '[]')
            ORDER BY id DESC LIMIT ${limit}`,
          (rows) => rows.map(candidateOfRow),
        ).pipe(Effect.orDie),
      acquainted: Effect.map(
        sql<{ a: string; b: string }>`SELECT partner_id AS a, other_id AS b FROM acquaintances`,
        (rows) => rows.map(({ a, b }) => [a as PartnerId, b as PartnerId] as const),
      ).pipe(Effect.orDie),
      snoozed: (nowMs) =>
        Effect.map(
          sql<{ card: string }>`SELECT card FROM today_snoozes WHERE until > ${nowMs}`,
          (rows) => rows.map(({ card }) => card as CardKey),
        ).pipe(Effect.orDie),
      snooze,
      unsnooze: (card) =>
        sql`DELETE FROM today_snoozes WHERE card = ${card}`.pipe(Effect.orDie, Effect.asVoid),
    });
  }),
);

const candidateOfRow = (row: CandidateRow): Candidate => ({
  id: row.id as PartnerId,
  organisation: row.organisation,
  role: row.role,
  tags: JSON.parse(row.tags) as Array<string>,
  goals: JSON.parse(row.goals) as Array<Goal> | null,
  offers: JSON.parse(row.offers) as Array<string>,
  archivedAt: null,
});
