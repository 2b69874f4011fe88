import * as Context from "effect/Context";
import type * as Effect from "effect/Effect";
import type { AskId } from "../equity/schema.ts";
import type { Candidate } from "../introduction/rules.ts";
import type { Partner, PartnerId } from "../partner/schema.ts";
import type { TimeZone } from "../time/schema.ts";
import type { CardKey, SnoozeDraft } from "./schema.ts";

/** An ask without an answer, in epoch milliseconds. */
export interface WaitingAsk {
  readonly askId: AskId;
  readonly partnerId: PartnerId;
  readonly what: string;
  readonly openedAtMs: number;
  readonly expiresAtMs: number;
}

export interface KeptSnooze {
  readonly card: CardKey;
  /** The card comes back at this instant, in epoch milliseconds. */
  readonly untilMs: number;
  readonly reason: SnoozeDraft["reason"];
}

/** What Today is made of beside readings of goodwill. Archived partners are in none of it. */
export class TodayStore extends Context.Service<
  TodayStore,
  {
    /** All or nothing, and no other writer in between. */
    readonly atomically: <A, E, R>(effect: Effect.Effect<A, E, R>) => Effect.Effect<A, E, R>;
    readonly timeZone: Effect.Effect<TimeZone>;
    /** How many partners are in use. */
    readonly partners: Effect.Effect<number>;
    /** Those of these partners who are there, in any order. */
    readonly who: (
      partnerIds: ReadonlyArray<PartnerId>,
    ) => Effect.Effect<ReadonlyArray<Pick<Partner, "id" | "name" | "organisation">>>;
    /** Open asks whose time has not passed, those that run out first first. */
    readonly waitingAsks: (
      nowMs: number,
      limit: number,
    ) => Effect.Effect<ReadonlyArray<WaitingAsk>>;
    /** Partners who want something, those added last first. */
    readonly candidates: (limit: number) => Effect.Effect<ReadonlyArray<Candidate>>;
    /** Who knows whom, each pair at least once. */
    readonly acquainted: Effect.Effect<ReadonlyArray<readonly [PartnerId, PartnerId]>>;
    /** Cards that are put off at this instant. */
    readonly snoozed: (nowMs: number) => Effect.Effect<ReadonlyArray<CardKey>>;
    /** Puts a card off, and forgets those that have come back by now. */
    readonly snooze: (snooze: KeptSnooze, nowMs: number) => Effect.Effect<void>;
    readonly unsnooze: (card: CardKey) => Effect.Effect<void>;
  }
>()("@comity/domain/today/TodayStore") {}
