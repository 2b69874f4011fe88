import * as Context from "effect/Context";
import * as Effect from "effect/Effect";
import * as Layer from "effect/Layer";
import { isWanted, type WantedVersion } from "../input/versions.ts";
import { instantOf, nowMs } from "../time/moments.ts";
import { StaleStrategy } from "./errors.ts";
import { answeredOf, answersWith, changedQuestionsOf, noAnswers } from "./rules.ts";
import type { Strategy, StrategyChange } from "./schema.ts";
import { type KeptStrategy, StrategyStore } from "./StrategyStore.ts";

/** What you want of partnering, before any partner: six answers about yourself (MODEL 5.1). */
export class InnerStrategy extends Context.Service<
  InnerStrategy,
  {
    readonly read: Effect.Effect<Strategy>;
    /** Changes answers if they still are at the version that was read. What changes nothing is no change. */
    readonly change: (
      change: StrategyChange,
      version: WantedVersion,
    ) => Effect.Effect<Strategy, StaleStrategy>;
  }
>()("@comity/domain/strategy/InnerStrategy") {
  static readonly layerNoDeps = Layer.effect(
    InnerStrategy,
    Effect.map(StrategyStore, (store) => {
      const change = Effect.fn("InnerStrategy.change")(function* (
        said: StrategyChange,
        version: WantedVersion,
      ) {
        const changedAtMs = yield* nowMs;
        return yield* store.atomically(
          Effect.gen(function* () {
            const kept = yield* store.read;
            const before = kept ?? unanswered;
            if (!isWanted(version, before.version)) {
              return yield* new StaleStrategy({ version: before.version });
            }
            const answers = answersWith(before.answers, said);
            if (changedQuestionsOf(before.answers, answers).length === 0) return strategyOf(kept);
            const after = { answers, version: before.version + 1, changedAtMs };
            yield* store.put(kept, after);
            return strategyOf(after);
          }),
        );
      });
      return InnerStrategy.of({ read: Effect.map(store.read, strategyOf), change });
    }),
  );
}

const unanswered = { answers: noAnswers, version: 0 };

const strategyOf = (kept: KeptStrategy | undefined): Strategy => {
  const { answers, version } = kept ?? unanswered;
  return {
    answers,
    answered: answeredOf(answers),
    version,
    changedAt: kept === undefined ? null : instantOf(kept.changedAtMs),
  };
};
