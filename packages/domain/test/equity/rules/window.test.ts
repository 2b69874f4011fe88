import { assert, describe, it } from "@effect/vitest";
import {
  type Account,
  accountAfter,
  accountAt,
  askWindow,
  cautiousPreset,
  coveredDays,
  dayMs,
  earnedSpan,
  equityOf,
  type Fading,
  giveFirst,
  mayAsk,
  type OfferTerms,
  offerNeeded,
  partnerPreset,
} from "@comity/domain/equity/rules";
import { EquityPolicy } from "@comity/domain/equity/schema";
import * as z from "zod";
import { arbitraryOf } from "../../support/arbitrary.ts";
import { assertAtLeast, assertClose } from "../../support/close.ts";
import { exactOf, halved, ln2, over, times } from "../../support/exact.ts";
import { anyFading, anySpanMs } from "../../support/ledgers.ts";

const accountWith = (principal: number, interest = 0, atMs = 0): Account => ({
  principal,
  interest,
  atMs,
});

const fading = (interestRatio: number, halfLifeDays = 110): Fading => ({
  halfLifeDays,
  interestRatio,
});

const startMs = Date.parse("2026-03-02T09:00:00.000Z");

describe("giveFirst", () => {
  it("is the shortfall itself where nothing is waited for", () => {
    assert.strictEqual(giveFirst(8, 0, cautiousPreset), 8);
  });

  it("makes up for what fades meanwhile, less what it earns", () => {
    assert.closeTo(giveFirst(8, 30, cautiousPreset), 8.830094412577875, 1e-12);
    assert.strictEqual(giveFirst(8, 220, fading(0)), 32);
    assert.closeTo(giveFirst(8, 110, fading(1)), 16 / (1 + Math.LN2), 1e-12);
  });

  it("is nothing where nothing is missing, however long it is waited", () => {
    for (const waitDays of [0, 110, 1e9]) {
      assert.strictEqual(giveFirst(0, waitDays, cautiousPreset), 0);
      assert.strictEqual(giveFirst(-1, waitDays, cautiousPreset), 0);
    }
  });

  it.prop(
    "adds exactly what is missing, on that day, to whatever stands above zero",
    [
      anyFading,
      arbitraryOf(
        z.strictObject({
          principal: z.number().min(0).max(1000),
          interest: z.number().min(0).max(1000),
          shortfall: z.number().min(0.01).max(1000),
          halfLives: z.number().min(0).max(20),
        }),
      ),
    ],
    ([policy, { principal, interest, shortfall, halfLives }]) => {
      const waitDays = halfLives * policy.halfLifeDays;
      const amount = giveFirst(shortfall, waitDays, policy);
      const before = accountWith(principal, interest);
      const after = accountAfter(before, { atMs: 0, amount }, policy);
      const later = (account: Account) => equityOf(accountAt(account, waitDays * dayMs, policy));
      assertClose(later(after) - later(before), shortfall);
      assertClose(giveFirst(4 * shortfall, waitDays, policy), 4 * amount);
    },
  );
});

describe("coveredDays", () => {
  it("is none below what is needed, and at it", () => {
    assert.strictEqual(coveredDays(accountWith(18), 18.001, cautiousPreset), 0);
    assert.strictEqual(coveredDays(accountWith(18), 18 + 1e-9, cautiousPreset), 0);
    assert.strictEqual(coveredDays(accountWith(18), 18 + 5e-13, cautiousPreset), 0);
    assert.strictEqual(coveredDays(accountWith(18), 18, cautiousPreset), 0);
    assert.isAbove(coveredDays(accountWith(18), 18 - 1e-12, cautiousPreset), 0);
  });

  it("is for ever where nothing is needed, and not quite where a trace is", () => {
    for (const account of [accountWith(18), accountWith(0), accountWith(-3, 4)]) {
      assert.strictEqual(coveredDays(account, 0, cautiousPreset), Number.POSITIVE_INFINITY);
    }
    assert.isBelow(coveredDays(accountWith(18), 1e-300, cautiousPreset), 200_000);
    assert.strictEqual(coveredDays(accountWith(0), 5e-13, cautiousPreset), 0);
    assert.strictEqual(coveredDays(accountWith(-1e-13), 5e-13, cautiousPreset), 0);
  });

  it("is for ever, or not at all, where less than nothing is needed", () => {
    assert.strictEqual(coveredDays(accountWith(18), -6, cautiousPreset), Number.POSITIVE_INFINITY);
    assert.strictEqual(coveredDays(accountWith(-6), -6, cautiousPreset), Number.POSITIVE_INFINITY);
    const rounded = coveredDays(accountWith(-6 - 5e-13), -6, cautiousPreset);
    assert.strictEqual(rounded, Number.POSITIVE_INFINITY);
    assert.strictEqual(coveredDays(accountWith(-6 - 1e-9), -6, cautiousPreset), 0);
    assert.strictEqual(coveredDays(accountWith(-6 - 1e-9), 0, cautiousPreset), 0);
  });

  it("counts half-lives where nothing is earned", () => {
    assertClose(coveredDays(accountWith(36), 9, fading(0)), 220);
    assertClose(coveredDays(accountWith(0, 36), 9, fading(1)), 220);
    assertClose(coveredDays(accountWith(-4, 40), 9, fading(1)), 220);
  });

  it("starts flat where interest makes up for all that fades", () => {
    // (1 + x) e^-x is 1 - x^2 / 2 for small x: a drop of one in 10^12 takes sqrt 2 millionths.
    const needed = 1 - 2 ** -40;
    const expected = (Math.sqrt(2 ** -39) * (1 + Math.sqrt(2 ** -39) / 3) * 110) / Math.LN2;
    assertClose(coveredDays(accountWith(1), needed, fading(1)) / expected, 1);
  });

  /** Accounts of every kind, and a part of what stands: nearly all of it, or next to nothing. */
  const anyNeed = arbitraryOf(
    z.strictObject({
      principal: z.union([z.number().min(-1e6).max(1e6), z.number().min(0).max(1)]),
      interest: z.union([z.literal(0), z.number().min(0).max(1e6)]),
      halfLifeDays: z.union([z.number().min(0.01).max(1), z.number().min(1).max(36_500)]),
      interestRatio: z.union([z.literal([0, 1]), z.number().min(0).max(1)]),
      digits: z.int().min(1).max(15),
      isNearlyAll: z.boolean(),
    }),
  );

  /** The reckoned day, against the sum to a hundred digits a moment before and after it. */
  const assertEndsExactly = (account: Account, needed: number, policy: Fading): void => {
    const days = coveredDays(account, needed, policy);
    const earning = times(exactOf(Math.max(account.principal, 0)), exactOf(policy.interestRatio));
    const standing = exactOf(account.principal) + exactOf(account.interest);
    const isCoveredOn = (day: number): boolean => {
      const halfLives = over(exactOf(day), exactOf(policy.halfLifeDays));
      const grown = standing + times(earning, times(halfLives, ln2));
      return times(grown, halved(halfLives)) >= exactOf(needed);
    };
    assert.isAbove(days, 0);
    assert.isTrue(isCoveredOn(days * (1 - 1e-10)), `${days} is too late`);
    assert.isFalse(isCoveredOn(days * (1 + 1e-10)), `${days} is too early`);
  };

  it.prop("ends where the exact sum does, to nine digits and more", [anyNeed], ([drawn]) => {
    const account = accountWith(drawn.principal, drawn.interest);
    const part = 10 ** -drawn.digits;
    const needed = equityOf(account) * (drawn.isNearlyAll ? 1 - part : part);
    if (needed > 1e-20) assertEndsExactly(account, needed, drawn);
  });

  it("is as exact where hardly anything fades at first, and where hardly anything is left", () => {
    for (const interestRatio of [1, 1 - 1e-9, 1 - 1e-7, 0.999, 0.5, 0]) {
      for (const interest of [0, 1e-9, 1e-7, 1e-3, 0.7]) {
        const account = accountWith(0.9, interest);
        for (const part of [2 ** -52, 1e-14, 1e-12, 1e-9, 1e-6, 1e-4, 1e-2]) {
          for (const needed of [equityOf(account) * (1 - part), part]) {
            assertEndsExactly(account, needed, fading(interestRatio));
          }
        }
      }
    }
  });

  it.prop(
    "depends on no unit, is longer for more, and shorter for a larger need",
    [anyNeed, arbitraryOf(z.number().min(1).max(2))],
    ([drawn, more]) => {
      const { principal, interest } = drawn;
      const needed = equityOf(accountWith(principal, interest)) / 3;
      // Below this, doubles lose digits, and a product is no longer the same product times four.
      if (!(needed > 1e-300)) return;
      const days = coveredDays(accountWith(principal, interest), needed, drawn);
      const fourfold = accountWith(4 * principal, 4 * interest);
      assert.closeTo(coveredDays(fourfold, 4 * needed, drawn) / days, 1, 1e-12);
      const slower = { ...drawn, halfLifeDays: 4 * drawn.halfLifeDays };
      assert.strictEqual(coveredDays(accountWith(principal, interest), needed, slower), 4 * days);
      const larger = accountWith(principal + more, interest);
      assertAtLeast(coveredDays(larger, needed, drawn), days);
      assertAtLeast(days, coveredDays(accountWith(principal, interest), needed * more, drawn));
    },
  );
});

describe("askWindow", () => {
  it("is how long the standing stays above the weighed cost", () => {
    assert.closeTo(askWindow(accountWith(40, 6), 9, cautiousPreset), 225.1501836861221, 1e-10);
    assert.strictEqual(askWindow(accountWith(9), 9, cautiousPreset), 0);
    assert.strictEqual(askWindow(accountWith(18), 9, cautiousPreset), 0);
    assert.isAbove(askWindow(accountWith(18 + 1e-9), 9, cautiousPreset), 0);
  });

  it("needs less where the slack is small, and where an overdraft is allowed", () => {
    const half = { ...fading(0), askWeight: 2, slack: 0.5 };
    assertClose(askWindow(accountWith(18), 9, half), 110);
    const allowed = { ...fading(0), askWeight: 2, overdraft: 9 };
    assertClose(askWindow(accountWith(18), 9, allowed), 110);
    assertClose(askWindow(accountWith(36), 9, { ...fading(0), askWeight: 2 }), 110);
  });

  it("never closes on what the overdraft allows by itself", () => {
    const policy = { ...cautiousPreset, overdraft: 6 };
    assert.strictEqual(askWindow(accountWith(0), 3, policy), Number.POSITIVE_INFINITY);
    assert.strictEqual(askWindow(accountWith(-1), 3, policy), 0);
    assert.isBelow(askWindow(accountWith(1), 3 + 1e-6, policy), 1e5);
  });
});

describe("earnedSpan", () => {
  it("is a moment for what is spent to the last, rounding forgiven", () => {
    const moment = { fromMs: startMs, untilMs: startMs };
    const spanOf = (needed: number) =>
      earnedSpan(accountWith(18, 0, startMs), needed, startMs, cautiousPreset);
    assert.deepEqual(spanOf(18), moment);
    assert.deepEqual(spanOf(18 + 5e-13), moment);
    assert.deepEqual(spanOf(18 + 1e-9), { fromMs: null, untilMs: null });
  });

  it("starts now, and ends when the window does, in whole milliseconds", () => {
    const account = accountWith(36, 0, startMs - 110 * dayMs);
    const span = earnedSpan(account, 9, startMs, fading(0));
    assert.strictEqual(span.fromMs, startMs);
    assert.closeTo(span.untilMs ?? 0, startMs + 110 * dayMs, 1);
    assert.isTrue(Number.isInteger(span.untilMs));
  });

  it("is for ever where nothing, or less, has to stand", () => {
    for (const [principal, needed] of [
      [9, 0],
      [0, 0],
      [9, -3],
      [-3, -3],
    ] as const) {
      const span = earnedSpan(accountWith(principal, 0, startMs), needed, startMs, cautiousPreset);
      assert.deepEqual(span, { fromMs: startMs, untilMs: null });
    }
  });

  it("starts later for one who is overdrawn, because an overdraft fades too", () => {
    const span = earnedSpan(accountWith(-12, 0, startMs), -6, startMs, cautiousPreset);
    assert.closeTo(span.fromMs ?? 0, startMs + 110 * dayMs, 1);
    assert.isNull(span.untilMs);
    const partly = earnedSpan(accountWith(-16, 4, startMs), -3, startMs, cautiousPreset);
    assert.closeTo(partly.fromMs ?? 0, startMs + 220 * dayMs, 1);
  });

  it("is never where something has to stand that does not", () => {
    for (const [principal, needed] of [
      [-12, 0],
      [-12, 3],
      [0, 3],
      [9, 10],
    ] as const) {
      const span = earnedSpan(accountWith(principal, 0, startMs), needed, startMs, cautiousPreset);
      assert.deepEqual(span, { fromMs: null, untilMs: null });
    }
  });

  it("has nothing to tell of an account without entries but what is needed", () => {
    const empty = { principal: 0, interest: 0, atMs: Number.NEGATIVE_INFINITY };
    const spanOf = (needed: number) => earnedSpan(empty, needed, startMs, cautiousPreset);
    assert.deepEqual(spanOf(0), { fromMs: startMs, untilMs: null });
    assert.deepEqual(spanOf(1), { fromMs: null, untilMs: null });
  });

  it.prop(
    "is where the account stands high enough, and nowhere else, whenever it is read",
    [
      anyFading,
      arbitraryOf(
        z.strictObject({
          principal: z.int().min(-500).max(500),
          interest: z.int().min(0).max(200),
          needed: z.int().min(-500).max(500),
        }),
      ),
      anySpanMs,
    ],
    ([policy, { principal, interest, needed }, lateMs]) => {
      const account = accountWith(principal, interest, startMs);
      const { fromMs, untilMs } = earnedSpan(account, needed, startMs, policy);
      const missingAt = (atMs: number) => needed - equityOf(accountAt(account, atMs, policy));
      const atMs = startMs + lateMs;
      const isInside = fromMs !== null && atMs >= fromMs && (untilMs === null || atMs <= untilMs);
      if (isInside) assert.isAtMost(missingAt(atMs), 1e-9);
      else assert.isAbove(missingAt(atMs), -1e-9);
      for (const edgeMs of [fromMs, untilMs]) {
        if (edgeMs !== null) assert.isAtMost(missingAt(edgeMs), 1e-9);
      }
      if (untilMs !== null) assert.isAbove(missingAt(untilMs + dayMs), 0);
      if (fromMs !== null && fromMs > startMs + dayMs) {
        assert.isAbove(missingAt(fromMs - dayMs), 0);
      }
      const movedMs = 7 * dayMs;
      const moved = { ...account, atMs: startMs + movedMs };
      const later = earnedSpan(moved, needed, startMs + movedMs, policy);
      assert.strictEqual(later.fromMs === null, fromMs === null);
      assert.strictEqual(later.untilMs === null, untilMs === null);
      assert.closeTo(later.fromMs ?? movedMs, (fromMs ?? 0) + movedMs, 1);
      assert.closeTo(later.untilMs ?? movedMs, (untilMs ?? 0) + movedMs, 1);
    },
  );
});

describe("offerNeeded", () => {
  const terms = (given: Partial<OfferTerms> = {}): OfferTerms => ({
    equity: 0,
    reserved: 0,
    cost: 9,
    trust: 0.5,
    evidence: "estimated",
    ...given,
  });
  const exact = { ...cautiousPreset, grace: 0 };

  it("asks a stranger for sixteen thirds of what a yes costs", () => {
    for (const cost of [1, 3, 27]) {
      assert.strictEqual(offerNeeded(terms({ cost }), exact), (16 / 3) * cost);
    }
  });

  it("counts what stands, and not what is held", () => {
    assert.strictEqual(offerNeeded(terms({ equity: 15 }), exact), 8);
    assert.strictEqual(offerNeeded(terms({ equity: 18, reserved: 3 }), exact), 8);
    assert.strictEqual(offerNeeded(terms({ equity: -3 }), exact), 56);
    assert.strictEqual(offerNeeded(terms(), { ...exact, overdraft: 15 }), 8);
    assert.strictEqual(offerNeeded(terms({ equity: 6 }), { ...exact, slack: 0.5 }), 8);
  });

  it("is nothing once it is covered, rounding and grace forgiven", () => {
    assert.strictEqual(offerNeeded(terms({ equity: 18 }), exact), 0);
    assert.strictEqual(offerNeeded(terms({ equity: 18 - 5e-13 }), exact), 0);
    assert.isAbove(offerNeeded(terms({ equity: 18 - 1e-9 }), exact) ?? 0, 0);
    const graceful = { ...exact, grace: 0.25 };
    assert.strictEqual(offerNeeded(terms({ equity: 17.75 }), graceful), 0);
    assert.strictEqual(offerNeeded(terms({ equity: 17.5 }), graceful), 0.5 / 0.375);
  });

  it("forgives more rounding where the sums are large", () => {
    const large = (missing: number) =>
      offerNeeded(terms({ equity: 1e6 - missing, cost: 5e5 }), exact);
    assert.strictEqual(large(1e-9), 0);
    assert.isAbove(large(1e-8) ?? 0, 0);
  });

  it("is none where an offer counts for nothing, unless it needs none", () => {
    const worthless = { ...exact, q: { ...exact.q, estimated: 0 } };
    assert.isNull(offerNeeded(terms(), worthless));
    assert.isNull(offerNeeded(terms({ trust: 0 }), exact));
    assert.strictEqual(offerNeeded(terms({ equity: 18 }), worthless), 0);
    assert.strictEqual(offerNeeded(terms({ evidence: "observed" }), worthless), 36);
  });

  it.prop(
    "is enough for the rule that judges asks, and a little less is not",
    [
      arbitraryOf(EquityPolicy),
      arbitraryOf(
        z.strictObject({
          equity: z.number().min(-1000).max(1000),
          reserved: z.number().min(0).max(100),
          cost: z.number().min(0.1).max(1000),
          trust: z.number().min(0.01).max(1),
          slack: z.number().min(0.1).max(4),
          askWeight: z.number().min(0.1).max(10),
          evidence: z.enum(["observed", "stated", "estimated"]),
          q: z.number().min(0.1).max(2),
        }),
      ),
    ],
    ([policy, { slack, askWeight, q, ...asked }]) => {
      const evidences = { observed: q, stated: q, estimated: q };
      const chosen = { ...partnerPreset, ...policy, slack, askWeight, q: evidences };
      const offer = offerNeeded(asked, chosen) ?? Number.NaN;
      const verdictOn = (offer: number) =>
        mayAsk({ ...asked, offer, gifts: 9, firstAsk: false }, chosen).verdict;
      assert.strictEqual(offer === 0, verdictOn(0) === "earned");
      assert.strictEqual(verdictOn(offer), "earned");
      const less = offer - (1.001 * Math.max(chosen.grace, 1e-6)) / (asked.trust * q);
      if (less > 0) assert.strictEqual(verdictOn(less), "not-yet");
    },
  );
});
