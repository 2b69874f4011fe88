/** Balances against a reckoning to a hundred digits (MODEL 2.3). */
import { assert, describe, it } from "@effect/vitest";
import {
  type Account,
  accountAfter,
  accountAt,
  accountOf,
  balancesOf,
  cautiousPreset,
  closePreset,
  type DatedAmount,
  dayMs,
  emptyAccount,
  equityOf,
  type Fading,
  oneOffPreset,
  partnerPreset,
  ratesOf,
} from "@comity/domain/equity/rules";
import { doubleOf, exactOf, halved, ln2 } from "../../support/exact.ts";
import { oracleOf } from "../../support/oracle.ts";

const day = (days: number): number => days * dayMs;

describe("the oracle", () => {
  it("knows ln 2 and powers of 2, to the last digit of a double", () => {
    assert.strictEqual(doubleOf(ln2), Math.LN2);
    assert.strictEqual(
      `0.${((ln2 * 10n ** 60n) >> 384n).toString()}`,
      "0.693147180559945309417232121458176568075500134360255254120680",
    );
    for (const [halvings, left] of [
      [0, 1],
      [1, 0.5],
      [0.5, Math.SQRT1_2],
      [300, 2 ** -300],
    ] as const) {
      assert.strictEqual(doubleOf(halved(exactOf(halvings))), left);
    }
    for (const value of [0, 1, -0.1, 1e15 + 0.125, -8100.3, 2 ** -60]) {
      assert.strictEqual(doubleOf(exactOf(value)), value);
    }
  });

  it("is the integral that defines interest, taken in small steps", () => {
    const amounts = [
      { atMs: day(30), amount: 9 },
      { atMs: day(0), amount: -18 },
      { atMs: day(60), amount: 27 },
      { atMs: day(90), amount: -40.5 },
    ];
    const { kappa, r } = ratesOf(cautiousPreset);
    const principalAt = (ms: number): number =>
      amounts
        .filter(({ atMs }) => atMs <= ms)
        .reduce((sum, { atMs, amount }) => sum + amount * Math.exp(-kappa * (ms - atMs)), 0);
    const [atMs, stepMs] = [day(170), day(1) / 100];
    let integral = 0;
    // Amounts fall on the ends of steps, so that the middle of a step never sees a jump.
    for (let ms = stepMs / 2; ms < atMs; ms += stepMs) {
      integral += Math.max(principalAt(ms), 0) * Math.exp(-kappa * (atMs - ms)) * stepMs;
    }
    const { principal, interest, gross } = oracleOf(amounts, atMs, cautiousPreset);
    assert.closeTo(interest, r * integral, 1e-8);
    assert.closeTo(principal, principalAt(atMs), 1e-12);
    assert.isAbove(gross, Math.abs(principal));
  });

  it("is nothing without amounts, and does not see what is to come", () => {
    const nothing = { principal: 0, interest: 0, gross: 0 };
    assert.deepEqual(oracleOf([], 5, cautiousPreset), nothing);
    assert.deepEqual(oracleOf([{ atMs: 6, amount: 1 }], 5, cautiousPreset), nothing);
  });
});

interface Group {
  readonly fading: Fading;
  readonly asOfMs: number;
  /** Entries of many accounts, in the order in which they are written down. */
  readonly rows: ReadonlyArray<DatedAmount & { readonly owner: number }>;
}

const entriesEach = 20_000;
const accountsEach = 400;
const spanDays = 2200;
const startMs = Date.parse("2020-01-01T00:00:00.000Z");

const drawing = (seed: number) => {
  let state = seed >>> 0;
  return (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
};

/** Most are written down at once; every third one up to a year later, behind what came meanwhile. */
const groupOf = (seed: number, fading: Fading, asOfDays: number): Group => {
  const drawn = drawing(seed);
  const rows = Array.from({ length: entriesEach }, () => {
    const days = spanDays * drawn();
    const size = drawn() < 0.5 ? Math.ceil(810 * drawn()) / 10 : 8100 * drawn() ** 4 + 0.01;
    const happened = startMs + (drawn() < 0.3 ? day(Math.floor(days)) : Math.floor(day(days)));
    const writtenMs = happened + (drawn() < 1 / 3 ? day(365 * drawn()) : 0);
    const owner = Math.floor(accountsEach * drawn());
    return { owner, atMs: happened, amount: drawn() < 0.6 ? size : -size, writtenMs };
  });
  const asOfMs = startMs + Math.floor(day(asOfDays));
  return { fading, asOfMs, rows: rows.toSorted((a, b) => a.writtenMs - b.writtenMs) };
};

const seed = Number(process.env["PROPERTY_SEED"] ?? 20_260_302) | 0;

/** As of the end, of the middle, and of years later, when next to nothing is left. */
const groups: ReadonlyArray<Group> = [
  groupOf(seed, partnerPreset, spanDays),
  groupOf(seed + 1, cautiousPreset, spanDays / 2),
  groupOf(seed + 2, oneOffPreset, spanDays + 400),
  groupOf(seed + 3, closePreset, spanDays + 9000.5),
  groupOf(seed + 4, { halfLifeDays: 17.3, interestRatio: 1 }, spanDays + 0.125),
];

const byOwner = ({ rows, asOfMs }: Group): ReadonlyArray<ReadonlyArray<DatedAmount>> => {
  const known: Array<Array<DatedAmount>> = Array.from({ length: accountsEach }, () => []);
  for (const row of rows) if (row.atMs <= asOfMs) known[row.owner]?.push(row);
  return known;
};

/** As a ledger that is kept: a step where an entry is the newest, all over again where it is not. */
const appended = (amounts: ReadonlyArray<DatedAmount>, fading: Fading): Account => {
  let account = emptyAccount;
  for (const [index, amount] of amounts.entries()) {
    account =
      amount.atMs >= account.atMs
        ? accountAfter(account, amount, fading)
        : accountOf(amounts.slice(0, index + 1), fading);
  }
  return account;
};

const columnBalances = ({ rows, asOfMs, fading }: Group): ReadonlyArray<Account> => {
  const inOrder = rows.toSorted((a, b) => a.atMs - b.atMs);
  const columns = {
    account: Uint32Array.from(inOrder, ({ owner }) => owner),
    atMs: Float64Array.from(inOrder, ({ atMs }) => atMs),
    amount: Float64Array.from(inOrder, ({ amount }) => amount),
  };
  const { principal, interest } = balancesOf(columns, accountsEach, asOfMs, fading);
  return Array.from(principal, (standing, owner) => ({
    principal: standing,
    interest: interest[owner] ?? Number.NaN,
    atMs: asOfMs,
  }));
};

/**
 * Nine digits agree, and more. Where gifts and asks nearly cancel, so do their digits: there the
 * rounding of what went in, a hundred times over, is forgiven.
 */
const assertAgrees = (actual: number, expected: number, gross: number, message: string): void => {
  const allowed = 1e-9 * Math.abs(expected) + 100 * Number.EPSILON * gross;
  const isClose = Math.abs(actual - expected) <= allowed;
  assert.isTrue(isClose, `${message}: expected ${expected}, got ${actual}`);
};

describe("100,000 entries", () => {
  it("are so many, in both directions of time", () => {
    const entries = groups.reduce((sum, { rows }) => sum + rows.length, 0);
    assert.strictEqual(entries, 100_000);
    const late = groups.flatMap((group) =>
      byOwner(group).flatMap((own) =>
        own.filter((one, index) => one.atMs < (own[index - 1]?.atMs ?? 0)),
      ),
    );
    assert.isAbove(late.length, 10_000);
  });

  for (const [number, group] of groups.entries()) {
    it(`give the balances of the oracle, folded, in columns and appended: group ${number + 1}`, () => {
      const { fading, asOfMs } = group;
      const columns = columnBalances(group);
      for (const [owner, amounts] of byOwner(group).entries()) {
        const expected = oracleOf(amounts, asOfMs, fading);
        const readings = {
          folded: accountAt(accountOf(amounts, fading), asOfMs, fading),
          columns: columns[owner] ?? emptyAccount,
          appended: accountAt(appended(amounts, fading), asOfMs, fading),
        };
        for (const [path, account] of Object.entries(readings)) {
          const name = `${path} ${owner}`;
          const equity = expected.principal + expected.interest;
          assertAgrees(account.principal, expected.principal, expected.gross, `P ${name}`);
          assertAgrees(account.interest, expected.interest, expected.gross, `I ${name}`);
          assertAgrees(equityOf(account), equity, expected.gross, `E ${name}`);
        }
      }
    });
  }
});
