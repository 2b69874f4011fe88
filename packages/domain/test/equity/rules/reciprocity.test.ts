import { assert, describe, it } from "@effect/vitest";
import {
  accountAt,
  accountOf,
  type DatedAmount,
  dayMs,
  decayedSum,
  emptyTally,
  positiveRatioOf,
  realisedInterest,
  reciprocityOf,
  type Tally,
  tallyAt,
  tallyMerged,
  tallyWith,
} from "@comity/domain/equity/rules";
import * as z from "zod";
import { arbitraryOf } from "../../support/arbitrary.ts";
import { assertClose } from "../../support/close.ts";
import {
  anyAmounts,
  anyDeposits,
  anyKeys,
  anyLaterMs,
  anyMomentMs,
  anySpanMs,
  shuffled,
} from "../../support/ledgers.ts";

const anySide = arbitraryOf(z.number().min(0).max(1e6));
const anyHalfLife = arbitraryOf(z.number().min(1).max(3650));

describe("reciprocityOf", () => {
  it("is even where nothing was given, or as much as was received", () => {
    assert.deepEqual(reciprocityOf(0, 0), { index: 0, oneSided: null });
    assert.deepEqual(reciprocityOf(9, 9), { index: 0, oneSided: null });
  });

  it("is one-sided above .6, and not at it", () => {
    assert.deepEqual(reciprocityOf(8, 2), { index: 0.6, oneSided: null });
    assert.strictEqual(reciprocityOf(8 + 1e-9, 2).oneSided, "me");
    assert.isNull(reciprocityOf(8 - 1e-9, 2).oneSided);
    assert.deepEqual(reciprocityOf(2, 8), { index: -0.6, oneSided: null });
    assert.strictEqual(reciprocityOf(2, 8 + 1e-9).oneSided, "them");
    assert.isNull(reciprocityOf(2, 8 - 1e-9).oneSided);
  });

  it("forgives rounding at the threshold", () => {
    assert.isNull(reciprocityOf(0.8, 0.1 + 0.1 - 1e-13).oneSided);
  });

  it("goes to the ends", () => {
    assert.deepEqual(reciprocityOf(1, 0), { index: 1, oneSided: "me" });
    assert.deepEqual(reciprocityOf(0, 1), { index: -1, oneSided: "them" });
  });

  it.prop(
    "turns round with the sides, and depends on no unit",
    [anySide, anySide],
    ([given, received]) => {
      const { index, oneSided } = reciprocityOf(given, received);
      const turned = reciprocityOf(received, given);
      assert.strictEqual(turned.index + index, 0);
      const other = { me: "them", them: "me" } as const;
      assert.strictEqual(turned.oneSided, oneSided === null ? null : other[oneSided]);
      assert.isAtMost(Math.abs(index), 1);
      if (given + received > 1e-300) {
        assert.deepEqual(reciprocityOf(4 * given, 4 * received), { index, oneSided });
      }
    },
  );
});

describe("positiveRatioOf", () => {
  const bandOf = (deposits: number, negatives: number) => positiveRatioOf(deposits, negatives).band;

  it("is strong from five for one on, and strained down from .8", () => {
    assert.deepEqual(positiveRatioOf(10, 2), { ratio: 5, band: "strong" });
    assert.strictEqual(bandOf(5 - 1e-9, 1), "mixed");
    assert.strictEqual(bandOf(5 + 1e-9, 1), "strong");
    assert.strictEqual(bandOf(5 - 5e-13, 1), "strong");
    assert.deepEqual(positiveRatioOf(8, 10), { ratio: 0.8, band: "strained" });
    assert.strictEqual(bandOf(0.8 + 1e-9, 1), "mixed");
    assert.strictEqual(bandOf(0.8 - 1e-9, 1), "strained");
    assert.strictEqual(bandOf(0.8 + 5e-13, 1), "strained");
  });

  it("has no ratio without anything negative", () => {
    assert.deepEqual(positiveRatioOf(0, 0), { ratio: null, band: "mixed" });
    assert.deepEqual(positiveRatioOf(0.001, 0), { ratio: null, band: "strong" });
    assert.deepEqual(positiveRatioOf(1, 5e-324), { ratio: null, band: "strong" });
    assert.deepEqual(positiveRatioOf(0, 1), { ratio: 0, band: "strained" });
  });
});

describe("realisedInterest", () => {
  it("is what came back unasked, for each ep given", () => {
    assert.strictEqual(realisedInterest(9, 27), 1 / 3);
    assert.strictEqual(realisedInterest(0, 27), 0);
    assert.strictEqual(realisedInterest(54, 27), 2);
  });

  it("is unknown where nothing was given", () => {
    assert.isNull(realisedInterest(9, 0));
    assert.isNull(realisedInterest(0, 0));
  });
});

describe("decayedSum", () => {
  it("counts an amount half after a half-life, and none that is still to come", () => {
    const amounts = [
      { atMs: 10 * dayMs, amount: 8 },
      { atMs: 0, amount: 8 },
      { atMs: 20 * dayMs + 1, amount: 8 },
    ];
    assert.strictEqual(decayedSum(amounts, 20 * dayMs, 10), 4 + 2);
    assert.strictEqual(decayedSum(amounts, 20 * dayMs + 1, 1e9) > 23, true);
    assert.strictEqual(decayedSum([], 0, 10), 0);
    assert.strictEqual(decayedSum(amounts, -1, 10), 0);
  });

  it.prop(
    "is the principal of the same amounts, in any order, at any time, in any unit",
    [anyHalfLife, anyAmounts, anyKeys, anyMomentMs],
    ([halfLifeDays, amounts, keys, atMs]) => {
      const sum = decayedSum(amounts, atMs, halfLifeDays);
      const fading = { halfLifeDays, interestRatio: 0 };
      const known = amounts.filter((one) => one.atMs <= atMs);
      assertClose(sum, accountAt(accountOf(known, fading), atMs, fading).principal);
      assertClose(decayedSum(shuffled(amounts, keys), atMs, halfLifeDays), sum);
      const moved = amounts.map((one) => ({ ...one, atMs: one.atMs + dayMs }));
      assertClose(decayedSum(moved, atMs + dayMs, halfLifeDays), sum);
      const larger = amounts.map((one) => ({ ...one, amount: 4 * one.amount }));
      assertClose(decayedSum(larger, atMs, halfLifeDays), 4 * sum);
    },
  );
});

describe("Tally", () => {
  const tallied = (amounts: ReadonlyArray<DatedAmount>, halfLifeDays: number): Tally =>
    amounts.reduce((tally, one) => tallyWith(tally, one, halfLifeDays), emptyTally);

  it("is nothing before the first amount, at any instant", () => {
    assert.deepEqual(tallyAt(emptyTally, 5, 10), { value: 0, atMs: 5 });
    assert.deepEqual(tallyMerged(emptyTally, emptyTally, 10), emptyTally);
    assert.deepEqual(tallyWith(emptyTally, { atMs: 5, amount: 3 }, 10), { value: 3, atMs: 5 });
  });

  it("halves over a half-life, and takes a later amount as it is", () => {
    const first = { value: 8, atMs: 0 };
    assert.deepEqual(tallyAt(first, 0, 10), first);
    assert.deepEqual(tallyAt(first, 10 * dayMs, 10), { value: 4, atMs: 10 * dayMs });
    const second = tallyWith(first, { atMs: 10 * dayMs, amount: 1 }, 10);
    assert.deepEqual(second, { value: 5, atMs: 10 * dayMs });
  });

  it("takes an amount of an earlier day for what is left of it, and stays where it is", () => {
    const tally = tallyWith({ value: 8, atMs: 20 * dayMs }, { atMs: 0, amount: 8 }, 10);
    assert.deepEqual(tally, { value: 10, atMs: 20 * dayMs });
  });

  it.prop(
    "is the decayed sum, in whatever order and in however many parts it was kept",
    [anyHalfLife, anyAmounts, anyDeposits, anyKeys, anyLaterMs],
    ([halfLifeDays, some, others, keys, atMs]) => {
      const all = [...some, ...others];
      const sum = decayedSum(all, atMs, halfLifeDays);
      const readAt = (tally: Tally) => tallyAt(tally, atMs, halfLifeDays).value;
      assertClose(readAt(tallied(all, halfLifeDays)), sum);
      assertClose(readAt(tallied(shuffled(all, keys), halfLifeDays)), sum);
      const parts = [tallied(some, halfLifeDays), tallied(others, halfLifeDays)] as const;
      assertClose(readAt(tallyMerged(parts[0], parts[1], halfLifeDays)), sum);
      assertClose(readAt(tallyMerged(parts[1], parts[0], halfLifeDays)), sum);
      const times = all.map((one) => one.atMs);
      const newestMs = all.length === 0 ? Number.NEGATIVE_INFINITY : Math.max(...times);
      assert.strictEqual(tallied(shuffled(all, keys), halfLifeDays).atMs, newestMs);
    },
  );

  it.prop(
    "fades the same in one step as in two, and takes back what it took",
    [anyHalfLife, anyDeposits, anyLaterMs, anySpanMs],
    ([halfLifeDays, amounts, atMs, waitMs]) => {
      const tally = tallied(amounts, halfLifeDays);
      const once = tallyAt(tally, atMs + waitMs, halfLifeDays);
      const twice = tallyAt(tallyAt(tally, atMs, halfLifeDays), atMs + waitMs, halfLifeDays);
      assertClose(twice.value, once.value);
      const back = amounts.map((one) => ({ ...one, amount: -one.amount }));
      const emptied = back.reduce((left, one) => tallyWith(left, one, halfLifeDays), tally);
      assert.closeTo(emptied.value, 0, 1e-9 * Math.max(1, tally.value));
    },
  );
});
