import { assert, describe, it } from "@effect/vitest";
import {
  accountAfter,
  accountAt,
  accountOf,
  cautiousPreset,
  dayMs,
  emptyAccount,
  equityOf,
} from "@comity/domain/equity/rules";
import { EquityPolicy } from "@comity/domain/equity/schema";
import { arbitraryOf } from "../../support/arbitrary.ts";
import { assertSameStanding } from "../../support/close.ts";
import { anyAmounts, anyFading, anyLaterMs } from "../../support/ledgers.ts";
import { oracleOf } from "../../support/oracle.ts";

const day = (days: number): number => days * dayMs;

describe("accountAt", () => {
  it("is nothing before the first entry, at any instant", () => {
    for (const atMs of [-8.64e15, 0, 8.64e15]) {
      const account = accountAt(emptyAccount, atMs, cautiousPreset);
      assert.deepStrictEqual(account, { principal: 0, interest: 0, atMs });
    }
  });

  it("halves principal over a half-life", () => {
    const account = accountAt({ principal: 8, interest: 0, atMs: 0 }, day(110), cautiousPreset);
    assert.closeTo(account.principal, 4, 1e-12);
  });

  it("lets interest fade as principal does, and earn none itself", () => {
    const account = accountAt({ principal: 0, interest: 8, atMs: 0 }, day(220), cautiousPreset);
    assert.strictEqual(account.principal, 0);
    assert.closeTo(account.interest, 2, 1e-12);
  });

  it("earns nothing on an overdraft", () => {
    const account = accountAt({ principal: -8, interest: 0, atMs: 0 }, day(110), cautiousPreset);
    assert.closeTo(account.principal, -4, 1e-12);
    assert.strictEqual(account.interest, 0);
  });

  it("is the account itself at its own instant", () => {
    const account = { principal: 0.1, interest: 0.2, atMs: 5 };
    assert.deepStrictEqual(accountAt(account, 5, cautiousPreset), account);
  });

  it.prop(
    "is a number under every policy that its schema admits",
    [arbitraryOf(EquityPolicy), anyAmounts, anyLaterMs],
    ([policy, amounts, atMs]) => {
      const account = accountAt(accountOf(amounts, policy), atMs, policy);
      assert.isTrue(Number.isFinite(equityOf(account)), JSON.stringify(account));
    },
  );
});

describe("accountAfter", () => {
  it("posts an amount to principal, after time has passed", () => {
    const before = { principal: 8, interest: 0, atMs: 0 };
    const account = accountAfter(before, { atMs: day(110), amount: -1 }, cautiousPreset);
    assertSameStanding(account, { principal: 3, interest: 0.5 * Math.LN2 * 4 });
    assert.strictEqual(account.atMs, day(110));
  });
});

describe("accountOf", () => {
  it("is the empty account without amounts", () => {
    assert.deepStrictEqual(accountOf([], cautiousPreset), emptyAccount);
  });

  it("adds amounts of one instant up before time passes, in whatever order they stand", () => {
    const gift = { atMs: day(5), amount: 9 };
    const ask = { atMs: day(5), amount: -9 };
    for (const amounts of [
      [gift, ask],
      [ask, gift],
    ]) {
      const account = accountAt(accountOf(amounts, cautiousPreset), day(400), cautiousPreset);
      assert.strictEqual(equityOf(account), 0);
    }
  });

  it("leaves the list that it is given as it was", () => {
    const amounts = Object.freeze([
      { atMs: 2, amount: 1 },
      { atMs: 1, amount: 1 },
    ]);
    assert.strictEqual(accountOf(amounts, cautiousPreset).atMs, 2);
  });

  it.prop(
    "agrees with the sums that define it",
    [anyFading, anyAmounts, anyLaterMs],
    ([fading, amounts, atMs]) => {
      const account = accountAt(accountOf(amounts, fading), atMs, fading);
      assertSameStanding(account, oracleOf(amounts, atMs, fading));
    },
  );
});
