import { assert, describe, it } from "@effect/vitest";
import {
  creditLearned,
  learnedCreditMax,
  learnedCreditMin,
  learnedSlackMax,
  learnedSlackMin,
  logRatioOf,
  slackAfter,
  slackLearned,
  slackStep,
  startingCredit,
  startingCreditPairs,
  yesShareTarget,
} from "@comity/domain/equity/rules";
import * as z from "zod";
import { arbitraryOf } from "../../support/arbitrary.ts";
import { assertClose } from "../../support/close.ts";
import { anyKeys, shuffled } from "../../support/ledgers.ts";

const nothing = { logRatioSum: 0, count: 0 };

const learnedFrom = (pairs: ReadonlyArray<readonly [estimated: number, stated: number]>) => ({
  logRatioSum: pairs.reduce((sum, pair) => sum + logRatioOf(...pair), 0),
  count: pairs.length,
});

describe("logRatioOf", () => {
  it("is 0 for a guess that held, and turns round with its mistake", () => {
    assert.strictEqual(logRatioOf(9, 9), 0);
    assert.closeTo(logRatioOf(9, 27), Math.log(3), 1e-15);
    assert.closeTo(logRatioOf(27, 9), -Math.log(3), 1e-15);
  });
});

describe("creditLearned", () => {
  it("starts at three quarters, as sure as five guesses make it", () => {
    assert.deepEqual([startingCredit, startingCreditPairs], [0.75, 5]);
    assert.closeTo(creditLearned(nothing), 0.75, 1e-15);
    const five = learnedFrom([9, 9, 9, 9, 9].map((ep) => [ep, ep]));
    assert.closeTo(creditLearned(five), Math.sqrt(0.75), 1e-15);
  });

  it("is the start that was chosen, however sure that is, before the first guess", () => {
    for (const n0 of [0, 1, 5, 100]) assertClose(creditLearned(nothing, 1.2, n0), 1.2);
    assert.closeTo(creditLearned(learnedFrom([[9, 3]]), 1, 0), 1 / 3, 1e-15);
  });

  it("goes where guesses point", () => {
    const low = learnedFrom([
      [9, 3],
      [9, 3],
      [3, 1],
    ]);
    assert.closeTo(creditLearned(low, 0.75, 5), 0.5533409598501607, 1e-15);
    const high = learnedFrom([
      [3, 9],
      [9, 27],
      [9, 18],
    ]);
    assert.closeTo(creditLearned(high, 0.75, 5), 1.1990087508246607, 1e-15);
  });

  it("stays within a quarter and one and a half, each included", () => {
    assert.deepEqual([learnedCreditMin, learnedCreditMax], [0.25, 1.5]);
    assert.strictEqual(creditLearned({ logRatioSum: -100, count: 5 }), 0.25);
    assert.strictEqual(creditLearned({ logRatioSum: 100, count: 5 }), 1.5);
    const at = (ratio: number) => creditLearned({ logRatioSum: Math.log(ratio), count: 1 }, 1, 0);
    assert.strictEqual(at(0.2499), 0.25);
    assert.closeTo(at(0.2501), 0.2501, 1e-12);
    assert.closeTo(at(1.4999), 1.4999, 1e-12);
    assert.strictEqual(at(1.5001), 1.5);
    // Guesses that count for nothing at all have no logarithm.
    assert.strictEqual(creditLearned(learnedFrom([[9, 9]]), 0), 0.25);
    assert.strictEqual(creditLearned(learnedFrom([[9, 9]]), 0, 0), 1);
    assert.strictEqual(creditLearned(nothing, 0, 0), 0.25);
  });

  it.prop(
    "does not mind the order or the unit, and never falls where a partner says more",
    [
      arbitraryOf(
        z.array(z.tuple([z.number().min(0.1).max(100), z.number().min(0.1).max(100)])).max(20),
      ),
      anyKeys,
      arbitraryOf(z.number().min(1).max(10)),
    ],
    ([pairs, keys, more]) => {
      const learned = creditLearned(learnedFrom(pairs));
      assertClose(creditLearned(learnedFrom(shuffled(pairs, keys))), learned);
      const doubled = pairs.map(([estimated, stated]) => [2 * estimated, 2 * stated] as const);
      assertClose(creditLearned(learnedFrom(doubled)), learned);
      const raised = pairs.map(([estimated, stated]) => [estimated, stated * more] as const);
      assert.isAtLeast(creditLearned(learnedFrom(raised)), learned - 1e-12);
    },
  );
});

describe("slackAfter", () => {
  it("asks for less after a yes, and for more after a no", () => {
    assert.deepEqual([slackStep, yesShareTarget], [0.15, 0.6]);
    assert.closeTo(slackAfter(1, true), Math.exp(-0.06), 1e-15);
    assert.closeTo(slackAfter(1, false), Math.exp(0.09), 1e-15);
  });

  it("stays between a tenth and four, each included", () => {
    assert.deepEqual([learnedSlackMin, learnedSlackMax], [0.1, 4]);
    assert.strictEqual(slackAfter(0.1, true), 0.1);
    assert.strictEqual(slackAfter(0.1 * Math.exp(0.05), true), 0.1);
    assert.isAbove(slackAfter(0.1 * Math.exp(0.07), true), 0.1);
    assert.isAbove(slackAfter(0.1, false), 0.1);
    assert.strictEqual(slackAfter(4, false), 4);
    assert.strictEqual(slackAfter(4 * Math.exp(-0.08), false), 4);
    assert.isBelow(slackAfter(4 * Math.exp(-0.1), false), 4);
    assert.isBelow(slackAfter(4, true), 4);
  });
});

describe("slackLearned", () => {
  it("is 1 before the first answer, and follows them in order", () => {
    assert.strictEqual(slackLearned([]), 1);
    assert.strictEqual(slackLearned([true]), slackAfter(1, true));
    assert.strictEqual(slackLearned([true, false]), slackAfter(slackAfter(1, true), false));
  });

  it("comes back to where it was after three yes in five answers", () => {
    assertClose(slackLearned([true, true, true, false, false]), 1);
  });

  it("minds the order only where it runs into an end", () => {
    const many = (yes: boolean) => Array.from({ length: 50 }, () => yes);
    assert.notStrictEqual(
      slackLearned([...many(true), ...many(false)]),
      slackLearned([...many(false), ...many(true)]),
    );
  });

  it("settles where the share of yes is what it aims at", () => {
    // One who says yes the likelier the more stands: exactly at the target where the slack is 2.
    const chanceAt = (slack: number) => Math.min(1, (yesShareTarget * slack) / 2);
    let state = 7;
    const drawn = (): number => {
      state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
      return state / 2 ** 32;
    };
    let [slack, yes] = [1, 0];
    const answers = 20_000;
    for (let answer = 0; answer < answers; answer++) {
      const isYes = drawn() < chanceAt(slack);
      yes += isYes ? 1 : 0;
      slack = slackAfter(slack, isYes);
    }
    assert.closeTo(yes / answers, yesShareTarget, 0.01);
  });

  it.prop(
    "is the same for the same answers, in whatever order, while it stays inside",
    [arbitraryOf(z.array(z.boolean()).max(15)), anyKeys],
    ([answers, keys]) => {
      assertClose(slackLearned(shuffled(answers, keys)), slackLearned(answers));
    },
  );
});
