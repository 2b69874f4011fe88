/** Many accounts at once, from columns of numbers (MODEL 2.3). */
import { type Fading, ratesOf } from "./account.ts";

/** Entries of many accounts as columns of numbers. Entries of one account stand in time order. */
export interface LedgerColumns {
  /** Which account, from 0. */
  readonly account: Uint32Array;
  /** Epoch milliseconds. */
  readonly atMs: Float64Array;
  readonly amount: Float64Array;
}

export interface BalanceColumns {
  readonly principal: Float64Array;
  readonly interest: Float64Array;
}

/**
 * Principal and interest of every account as of one instant, in one pass (MODEL 2.3).
 * Entries after the instant do not count. Throws a `RangeError` where an account's entries are out
 * of order: sort the columns first.
 */
export const balancesOf = (
  columns: LedgerColumns,
  accounts: number,
  asOfMs: number,
  policy: Fading,
): BalanceColumns => {
  const { kappa, r } = ratesOf(policy);
  const principal = new Float64Array(accounts);
  const interest = new Float64Array(accounts);
  const latestMs = new Float64Array(accounts).fill(Number.NEGATIVE_INFINITY);
  const { account, atMs, amount } = columns;
  for (let entry = 0; entry < account.length; entry++) {
    const at = atMs[entry] as number;
    if (at > asOfMs) continue;
    const owner = account[entry] as number;
    const before = latestMs[owner] as number;
    if (at < before)
      throw new RangeError(`Entry ${entry} comes before an earlier one of account ${owner}.`);
    if (at > before) {
      fade(principal, interest, owner, at - before, kappa, r);
      latestMs[owner] = at;
    }
    principal[owner] = (principal[owner] as number) + (amount[entry] as number);
  }
  for (let owner = 0; owner < accounts; owner++) {
    fade(principal, interest, owner, asOfMs - (latestMs[owner] as number), kappa, r);
  }
  return { principal, interest };
};

const fade = (
  principal: Float64Array,
  interest: Float64Array,
  owner: number,
  elapsedMs: number,
  kappa: number,
  r: number,
): void => {
  const standing = principal[owner] as number;
  const extra = interest[owner] as number;
  // An account without entries is infinitely old, and 0 times infinity is no number.
  if ((standing === 0 && extra === 0) || elapsedMs === 0) return;
  const left = Math.exp(-kappa * elapsedMs);
  const earned = standing > 0 && left > 0 ? r * standing * elapsedMs : 0;
  principal[owner] = standing * left;
  interest[owner] = (extra + earned) * left;
};
