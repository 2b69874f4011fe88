import { assert, describe, it } from "@effect/vitest";
import * as Effect from "effect/Effect";
import { TestClock } from "effect/testing";
import { layerMemory } from "@comity/domain/memory";
import { answeredOf, InnerStrategy, noAnswers, questions } from "@comity/domain/strategy";
import { SixAnswers, StrategyChange } from "@comity/domain/strategy/schema";
import { day, refusalOf } from "../support/facts.ts";
import { startMs } from "../support/sample.ts";

const change = (said: Partial<Record<keyof SixAnswers, string>>, version: number | "any") =>
  InnerStrategy.use((strategy) => strategy.change(StrategyChange.parse(said), version));

describe("answeredOf", () => {
  it("counts the answers that say something", () => {
    assert.strictEqual(answeredOf(noAnswers), 0);
    assert.strictEqual(answeredOf({ ...noAnswers, vision: "Harbours", purpose: " \n" }), 1);
    const all = Object.fromEntries(questions.map((question) => [question, "x"])) as SixAnswers;
    assert.strictEqual(answeredOf(all), 6);
    assert.sameMembers([...questions], Object.keys(SixAnswers.shape));
  });
});

describe("the answers about yourself", () => {
  it.effect("are empty at first", () =>
    Effect.gen(function* () {
      const strategy = yield* InnerStrategy;
      assert.deepEqual(yield* strategy.read, {
        answers: noAnswers,
        answered: 0,
        version: 0,
        changedAt: null,
      });
    }).pipe(Effect.provide(layerMemory())),
  );

  it.effect("change one by one, each change a version; an empty text clears", () =>
    Effect.gen(function* () {
      yield* TestClock.setTime(startMs);
      const first = yield* change({ motivation: "To be of use", vision: "Harbours" }, 0);
      assert.deepEqual<unknown>(first, {
        answers: { ...noAnswers, motivation: "To be of use", vision: "Harbours" },
        answered: 2,
        version: 1,
        changedAt: day(0),
      });
      yield* TestClock.adjust("1 day");
      const second = yield* change({ vision: "", spheres: "Ports" }, 1);
      assert.deepEqual(
        [second.version, second.answered, second.changedAt as string],
        [2, 2, day(1)],
      );
      assert.deepEqual(second.answers, { ...first.answers, vision: "", spheres: "Ports" });
      const strategy = yield* InnerStrategy;
      assert.deepEqual(yield* strategy.read, second);
    }).pipe(Effect.provide(layerMemory())),
  );

  it.effect("change only at the version that was read, and not by what says the same", () =>
    Effect.gen(function* () {
      const first = yield* change({ purpose: "Now" }, 0);
      for (const version of [0, 2]) {
        assert.strictEqual(yield* refusalOf(change({ purpose: "x" }, version)), "StaleStrategy");
      }
      assert.deepEqual(yield* change({ purpose: "Now" }, 1), first);
      assert.deepEqual(yield* change({}, "any"), first);
      assert.strictEqual((yield* change({ purpose: "Later" }, "any")).version, 2);
    }).pipe(Effect.provide(layerMemory())),
  );
});
