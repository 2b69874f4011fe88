/** MODEL 2.7, at least one property per line of the table. */
import { assert, describe, it } from "@effect/vitest";
import * as Arbitrary from "effect/Arbitrary";
import {
  type Account,
  accountAt,
  accountOf,
  capacityOf,
  cautiousPreset,
  type DatedAmount,
  dayMs,
  emptyTally,
  equityOf,
  type Fading,
  mayAsk,
  partnerPreset,
  ratesOf,
  standingOf,
  type Tally,
  tallyAt,
  tallyMerged,
  tallyWith,
} from "@comity/domain/equity/rules";
import { EquityPolicy } from "@comity/domain/equity/schema";
import * as z from "zod";
import { arbitraryOf } from "../../support/arbitrary.ts";
import {
  assertAtLeast,
  assertClose,
  assertNeverLower,
  assertSameStanding,
  timesStanding,
} from "../../support/close.ts";
import {
  anyAmount,
  anyAmounts,
  anyDeposits,
  anyEvents,
  anyFading,
  anyKeys,
  anyLaterMs,
  anyMomentMs,
  anyPolicy,
  anySpanMs,
  shuffled,
} from "../../support/ledgers.ts";

const readAt = (amounts: ReadonlyArray<DatedAmount>, atMs: number, fading: Fading): Account => {
  const known = amounts.filter((amount) => amount.atMs <= atMs);
  return accountAt(accountOf(known, fading), atMs, fading);
};

const shifted = <A extends { readonly atMs: number }>(list: ReadonlyArray<A>, byMs: number) =>
  list.map((item) => ({ ...item, atMs: item.atMs + byMs }));

describe("I1", () => {
  it.prop(
    "principal is additive",
    [anyFading, anyAmounts, anyAmounts, anyMomentMs],
    ([fading, some, others, atMs]) => {
      const both = readAt([...some, ...others], atMs, fading).principal;
      const apart = readAt(some, atMs, fading).principal + readAt(others, atMs, fading).principal;
      assertClose(both, apart);
    },
  );

  it.prop(
    "principal is the same from whatever landmark it is summed",
    [anyFading, anyAmounts, anyLaterMs, anyMomentMs],
    ([fading, amounts, atMs, landmarkMs]) => {
      const slow = { ...fading, halfLifeDays: fading.halfLifeDays + 100 };
      const { kappa } = ratesOf(slow);
      const sum = amounts.reduce(
        (total, one) => total + one.amount * Math.exp(kappa * (one.atMs - landmarkMs)),
        0,
      );
      const merged = sum * Math.exp(-kappa * (atMs - landmarkMs));
      assertClose(readAt(amounts, atMs, slow).principal, merged);
    },
  );
});

/** The same amounts, but nobody takes more than there is: principal never falls below 0. */
const withinMeans = (
  amounts: ReadonlyArray<DatedAmount>,
  fading: Fading,
): ReadonlyArray<DatedAmount> => {
  const kept: Array<DatedAmount> = [];
  for (const one of amounts.toSorted((a, b) => a.atMs - b.atMs)) {
    const { principal } = readAt(kept, one.atMs, fading);
    kept.push({ ...one, amount: Math.max(one.amount, -principal) });
  }
  return kept;
};

describe("I1, merged", () => {
  it.prop(
    "principal comes out of parts that were summed apart, each in any order",
    [anyFading, anyAmounts, anyAmounts, anyKeys, anyLaterMs],
    ([fading, some, others, keys, atMs]) => {
      const { halfLifeDays } = fading;
      const tallied = (amounts: ReadonlyArray<DatedAmount>): Tally =>
        shuffled(amounts, keys).reduce(
          (tally, one) => tallyWith(tally, one, halfLifeDays),
          emptyTally,
        );
      const [left, right] = [tallied(some), tallied(others)];
      const { principal } = readAt([...some, ...others], atMs, fading);
      for (const merged of [
        tallyMerged(left, right, halfLifeDays),
        tallyMerged(right, left, halfLifeDays),
        tallyMerged(emptyTally, tallied([...some, ...others]), halfLifeDays),
      ]) {
        assertClose(tallyAt(merged, atMs, halfLifeDays).value, principal);
      }
    },
  );

  it.prop(
    "principal survives a landmark that moves, time and again",
    [anyFading, anyAmounts, anyLaterMs, arbitraryOf(z.int().min(1).max(60))],
    ([fading, amounts, atMs, moves]) => {
      const { halfLifeDays } = fading;
      const lastMs = Math.max(0, ...amounts.map((one) => one.atMs));
      let tally = amounts.reduce((sum, one) => tallyWith(sum, one, halfLifeDays), emptyTally);
      for (let move = 1; move <= moves; move++) {
        tally = tallyAt(tally, lastMs + ((atMs - lastMs) * move) / moves, halfLifeDays);
      }
      assertClose(tally.value, readAt(amounts, atMs, fading).principal);
    },
  );

  it.prop(
    "interest comes out of two sums, as long as principal never was below 0",
    [anyFading, anyAmounts, anyLaterMs],
    ([fading, amounts, atMs]) => {
      const slow = { ...fading, halfLifeDays: fading.halfLifeDays + 100 };
      const { kappa, r } = ratesOf(slow);
      const kept = withinMeans(amounts, slow);
      let [s0, s1] = [0, 0];
      for (const { atMs: whenMs, amount } of kept) {
        const grown = amount * Math.exp(kappa * whenMs);
        s0 += grown;
        s1 += grown * whenMs;
      }
      const merged = r * Math.exp(-kappa * atMs) * (atMs * s0 - s1);
      const size = kept.reduce((sum, one) => sum + Math.abs(one.amount), 0);
      const { interest } = readAt(kept, atMs, slow);
      assert.closeTo(interest, merged, 1e-9 * Math.max(1, size));
    },
  );
});

describe("I2", () => {
  it.prop(
    "the order of amounts is irrelevant",
    [anyFading, anyAmounts, anyKeys, anyMomentMs],
    ([fading, amounts, keys, atMs]) => {
      const muddled = readAt(shuffled(amounts, keys), atMs, fading);
      assertSameStanding(muddled, readAt(amounts, atMs, fading));
    },
  );

  it.prop(
    "the order of facts is irrelevant",
    [anyPolicy, anyEvents, anyKeys, anyMomentMs],
    ([policy, events, keys, atMs]) => {
      const question = { owner: "ana", bank: "ben", atMs };
      const muddled = standingOf(shuffled(events, keys), question, policy);
      assertSameStanding(muddled, standingOf(events, question, policy));
    },
  );
});

describe("I3", () => {
  it.prop(
    "shifting all times shifts the reading",
    [anyPolicy, anyEvents, anyMomentMs, anySpanMs],
    ([policy, events, atMs, byMs]) => {
      const parties = { owner: "ana", bank: "ben" };
      const moved = standingOf(shifted(events, -byMs), { ...parties, atMs: atMs - byMs }, policy);
      assertSameStanding(moved, standingOf(events, { ...parties, atMs }, policy));
    },
  );
});

describe("I4", () => {
  it.prop(
    "multiplying all sizes multiplies the standing",
    [anyFading, anyAmounts, anyMomentMs, arbitraryOf(z.number().min(0.001).max(100))],
    ([fading, amounts, atMs, factor]) => {
      const larger = amounts.map((one) => ({ ...one, amount: one.amount * factor }));
      const once = readAt(amounts, atMs, fading);
      assertSameStanding(readAt(larger, atMs, fading), timesStanding(once, factor));
    },
  );
});

describe("I5", () => {
  it.prop(
    "a deposit more, or a larger one, never lowers anything later; a debit never raises it",
    [anyFading, anyAmounts, anyAmount, anyLaterMs],
    ([fading, amounts, extra, atMs]) => {
      const deposit = { ...extra, amount: Math.abs(extra.amount) };
      const debit = { ...extra, amount: -Math.abs(extra.amount) };
      const before = readAt(amounts, atMs, fading);
      assertNeverLower(readAt([...amounts, deposit], atMs, fading), before);
      assertNeverLower(before, readAt([...amounts, debit], atMs, fading));
      const enlarged = amounts.map((one, index) =>
        index === 0 ? { ...one, amount: one.amount + deposit.amount } : one,
      );
      assertNeverLower(readAt(enlarged, atMs, fading), before);
    },
  );
});

describe("I6", () => {
  it.prop(
    "waiting twice is waiting once, in the closed form",
    [anyFading, anyAmounts, anyLaterMs, anySpanMs, anySpanMs],
    ([fading, amounts, atMs, firstMs, secondMs]) => {
      const now = readAt(amounts, atMs, fading);
      const wholeMs = firstMs + secondMs;
      const once = accountAt(now, atMs + wholeMs, fading);
      const halfway = accountAt(now, atMs + firstMs, fading);
      assertSameStanding(accountAt(halfway, atMs + wholeMs, fading), once);
      const days = wholeMs / dayMs;
      const r = (fading.interestRatio * Math.LN2) / fading.halfLifeDays;
      const grown = equityOf(now) + r * Math.max(now.principal, 0) * days;
      assertClose(equityOf(once), grown * 2 ** (-days / fading.halfLifeDays));
    },
  );
});

describe("I7", () => {
  it.prop(
    "interest is never negative, and subadditive",
    [anyFading, anyAmounts, anyAmounts, anyMomentMs],
    ([fading, some, others, atMs]) => {
      const both = readAt([...some, ...others], atMs, fading).interest;
      const apart = readAt(some, atMs, fading).interest + readAt(others, atMs, fading).interest;
      assert.isAtLeast(both, 0);
      assertAtLeast(apart, both);
    },
  );

  it.prop(
    "interest is additive where nothing was ever asked",
    [anyFading, anyDeposits, anyDeposits, anyMomentMs],
    ([fading, some, others, atMs]) => {
      const apart = readAt(some, atMs, fading).interest + readAt(others, atMs, fading).interest;
      assertClose(readAt([...some, ...others], atMs, fading).interest, apart);
    },
  );

  it.prop(
    "the interest of one gift peaks at rho w / e, after h / ln 2",
    [anyFading, arbitraryOf(z.int().min(1).max(8100)), anySpanMs],
    ([fading, amount, ageMs]) => {
      const interestAt = (atMs: number) => readAt([{ atMs: 0, amount }], atMs, fading).interest;
      const most = (fading.interestRatio * amount) / Math.E;
      assertClose(interestAt((fading.halfLifeDays * dayMs) / Math.LN2), most);
      assertAtLeast(most, interestAt(ageMs));
    },
  );
});

describe("I7, in figures", () => {
  const interestOn = (days: number, fading: Fading) =>
    readAt([{ atMs: 0, amount: 1 }], days * dayMs, fading).interest;

  it("peaks after 158.7 days at .184 of the gift, and is less on either side", () => {
    const peakDays = 158.696454498;
    assert.closeTo(110 / Math.LN2, peakDays, 1e-9);
    const peak = interestOn(peakDays, cautiousPreset);
    assert.closeTo(peak, 0.18393972058572117, 1e-15);
    assert.isBelow(interestOn(peakDays - 0.01, cautiousPreset), peak);
    assert.isBelow(interestOn(peakDays + 0.01, cautiousPreset), peak);
  });

  it("peaks after 526.6 days where goodwill lasts for a year", () => {
    const peakDays = 526.583689924;
    assert.closeTo(365 / Math.LN2, peakDays, 1e-9);
    assert.closeTo(interestOn(peakDays, partnerPreset), 0.18393972058572117, 1e-15);
  });
});

describe("I8", () => {
  it.prop(
    "what stands above zero never grows by waiting",
    [anyFading, anyAmounts, anyLaterMs, anySpanMs],
    ([fading, amounts, atMs, waitMs]) => {
      const now = readAt(amounts, atMs, fading);
      if (equityOf(now) <= 0) return;
      assertAtLeast(equityOf(now), equityOf(accountAt(now, atMs + waitMs, fading)));
    },
  );
});

describe("I8, on both sides of zero", () => {
  const anyEdge = Arbitrary.all([anyFading, arbitraryOf(z.literal([0, 0.5, 1]))]);

  it.prop(
    "what stands only ever moves towards zero, and never passes it, however much it earns",
    [anyEdge, anyAmounts, anyLaterMs, anySpanMs, anySpanMs],
    ([[fading, interestRatio], amounts, atMs, firstMs, secondMs]) => {
      const policy = { ...fading, interestRatio };
      const now = readAt(amounts, atMs, policy);
      const first = equityOf(accountAt(now, atMs + firstMs, policy));
      const second = equityOf(accountAt(now, atMs + firstMs + secondMs, policy));
      const side = equityOf(now) < 0 ? -1 : 1;
      assertAtLeast(side * equityOf(now), side * first);
      assertAtLeast(side * first, side * second);
      assert.isAtLeast(side * second, 0);
    },
  );

  it("grows by waiting where it earned more than it loses, which no policy allows", () => {
    const gift = accountOf([{ atMs: 0, amount: 9 }], partnerPreset);
    const after = (interestRatio: number) =>
      equityOf(accountAt(gift, dayMs, { ...partnerPreset, interestRatio }));
    assert.isBelow(after(1), 9);
    assert.isAbove(after(1.01), 9);
    assert.isTrue(EquityPolicy.safeParse(partnerPreset).success);
    assert.isTrue(EquityPolicy.safeParse({ ...partnerPreset, interestRatio: 1 }).success);
    assert.isFalse(EquityPolicy.safeParse({ ...partnerPreset, interestRatio: 1.01 }).success);
  });
});

describe("I9", () => {
  it.prop(
    "swapping the names swaps the accounts",
    [anyPolicy, anyEvents, anyMomentMs],
    ([policy, events, atMs]) => {
      const mirrored = events.map((event) => ({ ...event, from: event.to, to: event.from }));
      const ana = { owner: "ana", bank: "ben", atMs };
      const ben = { owner: "ben", bank: "ana", atMs };
      assert.deepStrictEqual(standingOf(mirrored, ben, policy), standingOf(events, ana, policy));
      assert.deepStrictEqual(standingOf(mirrored, ana, policy), standingOf(events, ben, policy));
    },
  );
});

describe("I10", () => {
  it.prop(
    "without entries there is nothing; an overdraft earns nothing, and fades to nothing",
    [anyFading, anyDeposits, Arbitrary.all([anyLaterMs, anySpanMs])],
    ([fading, deposits, [atMs, waitMs]]) => {
      assert.strictEqual(equityOf(readAt([], atMs, fading)), 0);
      const debits = deposits.map((one) => ({ ...one, amount: -one.amount }));
      const now = readAt(debits, atMs, fading);
      assert.strictEqual(now.interest, 0);
      assert.isAtMost(now.principal, 0);
      const later = accountAt(now, atMs + waitMs, fading);
      assertAtLeast(later.principal, now.principal);
      const atLast = accountAt(now, atMs + 2000 * fading.halfLifeDays * dayMs, fading);
      assert.deepEqual([atLast.principal, atLast.interest], [0, 0]);
    },
  );
});

describe("I11", () => {
  /** Every policy, but for weights so small that a capacity would be beyond all numbers. */
  const anyAskPolicy = Arbitrary.map(
    Arbitrary.all([
      arbitraryOf(EquityPolicy),
      arbitraryOf(
        z.strictObject({
          askWeight: z.number().min(0.01).max(100),
          slack: z.number().min(0.01).max(10),
        }),
      ),
    ]),
    ([policy, weights]): EquityPolicy => ({ ...policy, ...weights }),
  );
  const anyEquity = arbitraryOf(z.union([z.number().min(-1e4).max(1e4), z.int().min(-9).max(9)]));
  const anyMore = arbitraryOf(z.number().min(0).max(1e4));

  it.prop(
    "capacity never falls when equity grows, and is 0 down from an overdraft used up",
    [anyAskPolicy, anyEquity, anyMore],
    ([policy, equity, more]) => {
      const capacity = capacityOf(equity, policy);
      assert.isAtLeast(capacityOf(equity + more, policy), capacity);
      assert.isAtLeast(capacity, 0);
      assert.strictEqual(capacityOf(-policy.overdraft - more, policy), 0);
    },
  );

  it.prop(
    "an ask of the whole capacity is covered without shortfall, down to the end of the overdraft",
    [anyAskPolicy, anyMore, anyMore],
    ([policy, above, reserved]) => {
      for (const free of [above - policy.overdraft, -policy.overdraft]) {
        const capacity = capacityOf(free, policy);
        const judge = (cost: number) =>
          mayAsk(
            {
              equity: free + reserved,
              reserved,
              cost,
              offer: 0,
              trust: 0.5,
              evidence: "estimated",
              gifts: 100,
              firstAsk: false,
            },
            policy,
          );
        const whole = judge(capacity);
        assert.strictEqual(whole.verdict, "earned");
        assert.strictEqual(whole.shortfall, 0);
        const beyond = (policy.grace + 1e-6) / (policy.slack * policy.askWeight);
        assert.strictEqual(judge(capacity + beyond).verdict, "not-yet");
      }
    },
  );
});
