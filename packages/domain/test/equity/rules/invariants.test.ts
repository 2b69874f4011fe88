/** MODEL 2.7, one property per line of the table. I11 stands with coverage. */
import { assert, describe, it } from "@effect/vitest";
import * as Arbitrary from "effect/Arbitrary";
import {
  type Account,
  accountAt,
  accountOf,
  type DatedAmount,
  dayMs,
  equityOf,
  type Fading,
  ratesOf,
  standingOf,
} from "@comity/domain/equity/rules";
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
