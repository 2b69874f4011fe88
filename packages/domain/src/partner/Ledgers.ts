import * as Context from "effect/Context";
import type * as Effect from "effect/Effect";
import type { PartnerId } from "./schema.ts";

/** What a merge needs of the ledger of goodwill, which is a concept of its own. */
export class Ledgers extends Context.Service<
  Ledgers,
  {
    /** Folds the balances of these partners anew, from the entries that are theirs now. */
    readonly refold: (partnerIds: ReadonlyArray<PartnerId>) => Effect.Effect<void>;
  }
>()("@comity/domain/partner/Ledgers") {}
