import * as Context from "effect/Context";
import type * as Effect from "effect/Effect";
import type { ContactBy } from "../../contact/schema.ts";
import type { Circle, PartnerId } from "../../partner/schema.ts";

/** What a silence of one partner is judged by. Instants are epoch milliseconds; null: never. */
export interface KeptRhythm {
  readonly circle: Circle | null;
  /** As said for the partner. */
  readonly cadenceDays: number | null;
  /** As the policy of the relationship has it. */
  readonly policyDays: number;
  /** When I last gave. */
  readonly lastGiftMs: number | null;
  /** When either of us last gave. */
  readonly lastEntryMs: number | null;
  /** The last contact that was no gift. */
  readonly lastContact: { readonly atMs: number; readonly by: ContactBy } | null;
}

/** How often two are in touch, by gifts and without. Archived partners rest: they are in no list. */
export class RhythmStore extends Context.Service<
  RhythmStore,
  {
    /** Partners in use with whom something is written down, in the order of their ids. */
    readonly withHistory: (
      after: PartnerId | null,
      limit: number,
    ) => Effect.Effect<ReadonlyArray<PartnerId>>;
    /** Partners in use with whom nothing is written down, those added last first. */
    readonly withoutHistory: (limit: number) => Effect.Effect<ReadonlyArray<PartnerId>>;
    /** Of each of these partners, in their order. */
    readonly rhythms: (
      partnerIds: ReadonlyArray<PartnerId>,
    ) => Effect.Effect<ReadonlyArray<KeptRhythm>>;
    /** When the two of you were in touch without a gift, in time order, in epoch milliseconds. */
    readonly contactTimes: (partnerId: PartnerId) => Effect.Effect<ReadonlyArray<number>>;
  }
>()("@comity/domain/equity/rhythm/RhythmStore") {}
