/** The worked examples of MODEL 2.8, as far as it prints their ledgers. */
import { assert, describe, it } from "@effect/vitest";
import {
  type Account,
  accountOf,
  askWindow,
  capacityOf,
  cautiousPreset,
  creditLearned,
  dayMs,
  equityOf,
  giveFirst,
  type LedgerEvent,
  logRatioOf,
  offerNeeded,
  standingOf,
  trustOf,
} from "@comity/domain/equity/rules";

type Gift = Partial<Omit<Extract<LedgerEvent, { kind: "transfer" }>, "kind" | "atMs">>;

const transfer = (day: number, given: Gift): LedgerEvent => ({
  kind: "transfer",
  atMs: day * dayMs,
  from: "me",
  to: "pat",
  benefit: 0,
  cost: 0,
  asked: false,
  strings: false,
  evidence: "observed",
  ...given,
});

const gift = (day: number, benefit: number, given: Gift = {}) =>
  transfer(day, { benefit, ...given });

/** What I ask of Pat, and Pat does. */
const ask = (day: number, cost: number, benefit = cost) =>
  transfer(day, { from: "pat", to: "me", cost, benefit, asked: true });

const mine = (events: ReadonlyArray<LedgerEvent>, day: number): Account =>
  standingOf(events, { owner: "me", bank: "pat", atMs: day * dayMs }, cautiousPreset);

const theirs = (events: ReadonlyArray<LedgerEvent>, day: number): Account =>
  standingOf(events, { owner: "pat", bank: "me", atMs: day * dayMs }, cautiousPreset);

const tol = 1e-9;

const rounded = ({ principal, interest }: Account) => [
  Number(principal.toFixed(9)),
  Number(interest.toFixed(9)),
];

describe("MODEL 2.8", () => {
  it("Q01: one gift", () => {
    const events = [gift(0, 9)];
    assert.closeTo(equityOf(mine(events, 0)), 9, tol);
    assert.closeTo(equityOf(mine(events, 110)), 6.059581156259877, tol);
    assert.closeTo(equityOf(mine(events, 220)), 3.8095811562598767, tol);
    assert.closeTo(equityOf(mine(events, 365)), 1.9400259385938687, tol);
  });

  it("Q02: strings count for nothing, a guess for three quarters", () => {
    const events = [gift(0, 9, { strings: true }), gift(0, 9, { evidence: "estimated" })];
    assert.strictEqual(mine(events, 0).principal, 6.75);
    assert.closeTo(equityOf(mine(events, 110)), 4.544685867194907, tol);
  });

  it("Q03: give, give, ask", () => {
    const events = [gift(0, 27), gift(55, 9), ask(110, 9, 81)];
    assert.closeTo(equityOf(mine(events, 109)), 25.744625685589657, tol);
    assert.closeTo(equityOf(mine(events, 110)), 7.645494910860676, tol);
    assert.closeTo(equityOf(theirs(events, 110)), 81, tol);
  });

  it("Q04: ask first", () => {
    const events = [ask(0, 3)];
    assert.deepEqual(rounded(mine(events, 0)), [-6, 0]);
    assert.deepEqual(rounded(mine(events, 110)), [-3, 0]);
    assert.deepEqual(rounded(mine(events, 330)), [-0.75, 0]);
  });

  it("Q05: ask, then give", () => {
    const events = [ask(0, 9), gift(30, 9), gift(60, 27)];
    assert.closeTo(equityOf(mine(events, 59)), -4.914248323163252, tol);
    const { principal, interest } = mine(events, 170);
    assert.closeTo(principal, 11.058310328241092, tol);
    assert.closeTo(interest, 3.832518312888618, tol);
  });

  it("Q06: what they give unasked is not mine to pay", () => {
    const events = [gift(0, 9), transfer(40, { from: "pat", to: "me", benefit: 27, cost: 9 })];
    assert.closeTo(equityOf(mine(events, 40)), 7.87636381204983, tol);
    assert.closeTo(equityOf(theirs(events, 40)), 27, tol);
  });

  it("Q07: a breach", () => {
    const breach = { kind: "breach", atMs: 10 * dayMs, from: "me", to: "pat", size: 3 } as const;
    const events = [gift(0, 27), breach];
    assert.closeTo(mine(events, 10).principal, 10.35113458786607, tol);
    assert.closeTo(equityOf(mine(events, 120)), 7.368647402353716, tol);
    assert.closeTo(equityOf(theirs(events, 120)), 0, tol);
  });

  it("Q09: a gift every quarter for three years", () => {
    const events = Array.from({ length: 12 }, (_, quarter) => gift(91 * quarter, 9));
    const account = mine(events, 1001);
    assert.closeTo(equityOf(account), 28.157167756733152, tol);
    assert.closeTo(capacityOf(equityOf(account), cautiousPreset), 14.08, 0.005);
    const years = Array.from({ length: 200 }, (_, quarter) => gift(91 * quarter, 9));
    assert.closeTo(mine(years, 91 * 199).principal, 9 / (1 - 2 ** (-91 / 110)), tol);
  });

  it("Q10: a gift and an ask at one instant", () => {
    const events = [gift(5, 9), ask(5, 4.5)];
    for (const list of [events, events.toReversed()]) {
      assert.deepEqual(rounded(mine(list, 5)), [0, 0]);
      assert.deepEqual(rounded(mine(list, 400)), [0, 0]);
    }
  });

  it("Q11: an entry written down later, for an earlier day", () => {
    const [first, second, third] = [gift(10, 27), ask(20, 9), gift(200, 3)] as const;
    for (const list of [
      [first, second, third],
      [second, third, first],
      [third, first, second],
    ]) {
      assert.closeTo(equityOf(mine(list, 200)), 6.962555867761841, tol);
    }
  });

  it("Q12: what a stranger has to be offered", () => {
    const stranger = {
      equity: 0,
      reserved: 0,
      cost: 3,
      trust: 0.5,
      evidence: "estimated",
    } as const;
    assert.strictEqual(offerNeeded(stranger, cautiousPreset), 16);
  });

  it("Q14: how long an ask stays covered", () => {
    const account = { principal: 27, interest: 0, atMs: 0 };
    assert.closeTo(askWindow(account, 9, cautiousPreset), 112.48999897513099, 1e-10);
  });

  it("Q15: what to give now for what is missing later", () => {
    assert.closeTo(giveFirst(8, 110, cautiousPreset), 11.882009357300229, 1e-12);
  });

  it("Q16: trust after eight promises kept, and one broken", () => {
    assert.strictEqual(trustOf(8, 1), 0.8181818181818182);
  });

  it("Q18: what three gifts teach that were worth a third of the guess", () => {
    const logRatioSum = 3 * logRatioOf(9, 3);
    assert.closeTo(creditLearned({ logRatioSum, count: 3 }), 0.5533409598501607, 1e-12);
  });

  it("the interest of a gift peaks after 158.7 days", () => {
    const events = [gift(0, 9)];
    const peak = mine(events, 110 / Math.LN2).interest;
    assert.closeTo(peak, (0.5 * 9) / Math.E, tol);
    assert.isBelow(mine(events, 158).interest, peak);
    assert.isBelow(mine(events, 159).interest, peak);
  });

  it("starts empty", () => {
    assert.strictEqual(equityOf(accountOf([], cautiousPreset)), 0);
  });
});
