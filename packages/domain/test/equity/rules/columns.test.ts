import { assert, describe, it } from "@effect/vitest";
import {
  accountAt,
  accountOf,
  balancesOf,
  cautiousPreset,
  type DatedAmount,
  dayMs,
  type LedgerColumns,
} from "@comity/domain/equity/rules";
import * as z from "zod";
import { arbitraryOf } from "../../support/arbitrary.ts";
import { assertSameStanding } from "../../support/close.ts";
import { anyAmounts, anyFading, anyMomentMs } from "../../support/ledgers.ts";

interface Row extends DatedAmount {
  readonly owner: number;
}

const columnsOf = (rows: ReadonlyArray<Row>): LedgerColumns => ({
  account: Uint32Array.from(rows, ({ owner }) => owner),
  atMs: Float64Array.from(rows, ({ atMs }) => atMs),
  amount: Float64Array.from(rows, ({ amount }) => amount),
});

/** Durations on either side of where a reckoning by digits or tables might change its way. */
const gapsMs = [
  0,
  0.5,
  1,
  1000.25,
  ...[12, 16, 24, 32, 36].flatMap((bits) => [2 ** bits - 1, 2 ** bits, 2 ** bits + 1]),
  3 * 365 * dayMs,
];

/** So many entries that a large ledger is reckoned as large ledgers are. */
const largeLedger = (seed: number, accounts: number, entries: number): ReadonlyArray<Row> => {
  const latestMs = new Float64Array(accounts);
  let state = seed;
  const drawn = (below: number): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
  return Array.from({ length: entries }, () => {
    const owner = drawn(accounts);
    const gapMs = drawn(2) === 0 ? (gapsMs[drawn(gapsMs.length)] ?? 0) : drawn(30 * dayMs);
    const atMs = (latestMs[owner] ?? 0) + gapMs;
    latestMs[owner] = atMs;
    return { owner, atMs, amount: (drawn(2001) - 800) / 10 };
  });
};

const owners = 4;
const anyOwners = arbitraryOf(
  z
    .array(
      z
        .int()
        .min(0)
        .max(owners - 2),
    )
    .length(20),
);

describe("balancesOf", () => {
  it.prop(
    "agrees with accountOf for every account, as of any instant",
    [anyFading, anyAmounts, anyOwners, anyMomentMs],
    ([fading, amounts, owner, asOfMs]) => {
      const rows = amounts
        .map((amount, index) => ({ ...amount, owner: owner[index] ?? 0 }))
        .toSorted((a, b) => a.atMs - b.atMs);
      const balances = balancesOf(columnsOf(rows), owners, asOfMs, fading);
      for (let account = 0; account < owners; account++) {
        const own = rows.filter((row) => row.owner === account && row.atMs <= asOfMs);
        assertSameStanding(
          {
            principal: balances.principal[account] ?? Number.NaN,
            interest: balances.interest[account] ?? Number.NaN,
          },
          accountAt(accountOf(own, fading), asOfMs, fading),
        );
      }
    },
  );

  it.prop(
    "agrees with accountOf in a ledger of tens of thousands of entries",
    [
      anyFading,
      arbitraryOf(
        z
          .int()
          .min(0)
          .max(2 ** 31),
      ),
    ],
    ([fading, seed]) => {
      const rows = largeLedger(seed, 500, 25_000);
      const asOfMs = Math.max(...rows.map(({ atMs }) => atMs)) / 2;
      const { principal, interest } = balancesOf(columnsOf(rows), 500, asOfMs, fading);
      const byOwner = Map.groupBy(
        rows.filter(({ atMs }) => atMs <= asOfMs),
        ({ owner }) => owner,
      );
      for (let owner = 0; owner < 500; owner++) {
        assertSameStanding(
          {
            principal: principal[owner] ?? Number.NaN,
            interest: interest[owner] ?? Number.NaN,
          },
          accountAt(accountOf(byOwner.get(owner) ?? [], fading), asOfMs, fading),
        );
      }
    },
    { arbitrary: { runs: 5 } },
  );

  it("is 0 for an account without entries, and for no accounts at all", () => {
    const balances = balancesOf(columnsOf([]), 2, 0, cautiousPreset);
    assert.deepEqual([...balances.principal, ...balances.interest], [0, 0, 0, 0]);
    assert.lengthOf(balancesOf(columnsOf([]), 0, 0, cautiousPreset).principal, 0);
  });

  it("counts an entry at the instant itself, and none after it", () => {
    const rows = [
      { owner: 0, atMs: 1000, amount: 3 },
      { owner: 0, atMs: 1001, amount: 9 },
    ];
    assert.deepEqual([...balancesOf(columnsOf(rows), 1, 1000, cautiousPreset).principal], [3]);
    assert.deepEqual([...balancesOf(columnsOf(rows), 1, 999, cautiousPreset).principal], [0]);
  });

  it("lets accounts interleave, but refuses one whose entries are out of order", () => {
    const rows = [
      { owner: 0, atMs: 2, amount: 1 },
      { owner: 1, atMs: 1, amount: 1 },
    ];
    const { principal } = balancesOf(columnsOf(rows), 2, 2, cautiousPreset);
    assert.strictEqual(principal[0], 1);
    assert.closeTo(principal[1] ?? 0, 1, 1e-9);
    const muddled = columnsOf(rows.map(({ atMs, amount }) => ({ owner: 0, atMs, amount })));
    assert.throws(() => balancesOf(muddled, 1, 2, cautiousPreset), RangeError, /Entry 1 /);
  });
});
