import * as Context from "effect/Context";
import type * as Effect from "effect/Effect";
import type { Kind, KindId } from "../schema.ts";

/** Where kinds are kept that were added or changed here. The standard ones are part of the rules. */
export class CatalogueStore extends Context.Service<
  CatalogueStore,
  {
    readonly atomically: <A, E, R>(effect: Effect.Effect<A, E, R>) => Effect.Effect<A, E, R>;
    /** Those that were added or changed here, in the order in which that happened. */
    readonly own: Effect.Effect<ReadonlyArray<Kind>>;
    readonly byId: (kindId: KindId) => Effect.Effect<Kind | undefined>;
    /** Adds the kind, or puts it in the place of the one before. */
    readonly put: (before: Kind | undefined, after: Kind) => Effect.Effect<void>;
    /** Removes it, and keeps in mind which version that was. */
    readonly remove: (kind: Kind) => Effect.Effect<void>;
    /** The versions at which kinds were last removed: none of them is used again. */
    readonly retired: Effect.Effect<ReadonlyMap<KindId, number>>;
  }
>()("@comity/domain/equity/catalogue/CatalogueStore") {}
