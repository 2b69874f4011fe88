import { assert, describe, it } from "@effect/vitest";
import {
  accountAt,
  accountOf,
  cautiousPreset,
  curveOf,
  dayMs,
  equityOf,
} from "@comity/domain/equity/rules";
import * as z from "zod";
import { arbitraryOf } from "../../support/arbitrary.ts";
import { assertSameStanding } from "../../support/close.ts";
import { anyAmounts, anyFading, anyMomentMs, anySpanMs } from "../../support/ledgers.ts";

const gift = (day: number, amount: number) => ({ atMs: day * dayMs, amount });

describe("curveOf", () => {
  it("draws a point before and after every step, and samples between", () => {
    const window = { fromMs: 0, toMs: 4 * dayMs, samples: 2 };
    const points = curveOf([gift(1, 9), gift(3, -3)], window, cautiousPreset);
    assert.deepEqual(
      points.map(({ atMs, step }) => [atMs / dayMs, step]),
      [
        [0, null],
        [1, null],
        [1, 0],
        [2, null],
        [3, null],
        [3, 1],
        [4, null],
      ],
    );
    assert.deepEqual(
      points.slice(0, 3).map((point) => equityOf(point)),
      [0, 0, 9],
    );
  });

  it("carries what was before the window into it, without its steps", () => {
    const window = { fromMs: 110 * dayMs, toMs: 110 * dayMs, samples: 0 };
    const points = curveOf([gift(0, 8)], window, cautiousPreset);
    assert.lengthOf(points, 1);
    assertSameStanding(points[0] ?? accountOf([], cautiousPreset), {
      principal: 4,
      interest: 2 * Math.LN2,
    });
  });

  it("shows a step on either edge of the window", () => {
    const window = { fromMs: dayMs, toMs: 2 * dayMs, samples: 1 };
    const steps = curveOf([gift(1, 1), gift(2, 1)], window, cautiousPreset).map(({ step }) => step);
    assert.deepEqual(steps, [null, 0, null, null, 1, null]);
  });

  it.prop(
    "passes in time order through the account of every moment, from one end to the other",
    [anyFading, anyAmounts, anyMomentMs, anySpanMs, arbitraryOf(z.int().min(1).max(40))],
    ([fading, amounts, fromMs, spanMs, samples]) => {
      const inOrder = amounts.toSorted((a, b) => a.atMs - b.atMs);
      const toMs = fromMs + spanMs;
      const points = curveOf(inOrder, { fromMs, toMs, samples }, fading);
      const inside = inOrder.filter(({ atMs }) => atMs >= fromMs && atMs <= toMs);
      assert.lengthOf(points, samples + 1 + 2 * inside.length);
      assert.strictEqual(points.at(-1)?.atMs, toMs);
      points.forEach((point, index) => {
        assert.isAtLeast(point.atMs, points[index - 1]?.atMs ?? fromMs);
        const { step } = point;
        // Where a step follows at the same instant, this point stands before it.
        const next = points[index + 1]?.step ?? null;
        const isBefore = step === null && next !== null;
        const counted = step === null ? (isBefore ? next : undefined) : step + 1;
        const known =
          counted === undefined
            ? inOrder.filter(({ atMs }) => atMs <= point.atMs)
            : inOrder.slice(0, counted);
        assertSameStanding(point, accountAt(accountOf(known, fading), point.atMs, fading));
      });
    },
  );
});
