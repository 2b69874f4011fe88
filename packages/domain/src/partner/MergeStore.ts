import * as Context from "effect/Context";
import type * as Effect from "effect/Effect";
import type { Merge, MergeId, Partner, PartnerId } from "./schema.ts";

/** A merge, with the states of both that its undo goes back to. */
export interface KeptMerge extends Merge {
  /** The partner that stayed, before and after, and the one that became part of it. */
  readonly before: Partner;
  readonly after: Partner;
  readonly other: Partner;
}

/** Where merges are kept, and how two partners are joined and parted again. */
export class MergeStore extends Context.Service<
  MergeStore,
  {
    readonly byId: (mergeId: MergeId) => Effect.Effect<KeptMerge | undefined>;
    /** Of a partner, those that were not undone, newest first. */
    readonly standing: (partnerId: PartnerId) => Effect.Effect<ReadonlyArray<KeptMerge>>;
    /** The merge in which this partner became part of another; undefined: it did not. */
    readonly intoAnother: (partnerId: PartnerId) => Effect.Effect<MergeId | undefined>;
    /**
     * Joins the two: ledger, asks, contacts, acquaintances and keys of the other lead to the one that
     * stays, whose fields are set; the other is gone. Balances are left to be folded anew.
     */
    readonly join: (merge: KeptMerge) => Effect.Effect<void>;
    /**
     * Parts them again: what came with the other goes with it, and what was written down since stays.
     * `reverted` is what becomes of the one that stayed.
     */
    readonly part: (merge: KeptMerge, reverted: Partner) => Effect.Effect<void>;
  }
>()("@comity/domain/partner/MergeStore") {}
