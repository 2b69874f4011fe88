import * as Context from "effect/Context";
import type * as Effect from "effect/Effect";
import type { SixAnswers } from "./schema.ts";

/** The answers as they are kept, in epoch milliseconds. */
export interface KeptStrategy {
  readonly answers: SixAnswers;
  readonly version: number;
  readonly changedAtMs: number;
}

/** Where the answers about yourself are kept. Every adapter passes the contract suite of the store package. */
export class StrategyStore extends Context.Service<
  StrategyStore,
  {
    /** All or nothing, and no other writer in between. */
    readonly atomically: <A, E, R>(effect: Effect.Effect<A, E, R>) => Effect.Effect<A, E, R>;
    /** Undefined: no question was answered yet. */
    readonly read: Effect.Effect<KeptStrategy | undefined>;
    readonly put: (before: KeptStrategy | undefined, after: KeptStrategy) => Effect.Effect<void>;
  }
>()("@comity/domain/strategy/StrategyStore") {}
