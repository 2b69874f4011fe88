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
  { account, atMs, amount }: LedgerColumns,
  accounts: number,
  asOfMs: number,
  policy: Fading,
): BalanceColumns => {
  const { kappa, r } = ratesOf(policy);
  // Principal, interest and instant of an account stand side by side: one look at memory fetches
  // them. The arithmetic of `accountAt` stands here again, because a call per entry doubles the time.
  const state = new Float64Array(accounts * 3);
  for (let at = 2; at < state.length; at += 3) state[at] = Number.NEGATIVE_INFINITY;

  for (let entry = 0; entry < account.length; entry++) {
    const entryMs = atMs[entry] as number;
    if (entryMs > asOfMs) continue;
    const at = (account[entry] as number) * 3;
    const elapsedMs = entryMs - (state[at + 2] as number);
    if (elapsedMs < 0) throw outOfOrder(entry, account[entry] as number);
    const standing = state[at] as number;
    const left = Math.exp(-kappa * elapsedMs);
    // An account without entries is infinitely old, and 0 times infinity is no number.
    const earned = standing > 0 ? r * standing * elapsedMs : 0;
    state[at] = standing * left + (amount[entry] as number);
    state[at + 1] = ((state[at + 1] as number) + earned) * left;
    state[at + 2] = entryMs;
  }
  return balancesAt(state, asOfMs, { kappa, r });
};

/** The last stretch of every account: from its last entry to the instant. */
const balancesAt = (
  state: Float64Array,
  asOfMs: number,
  { kappa, r }: { readonly kappa: number; readonly r: number },
): BalanceColumns => {
  const accounts = state.length / 3;
  const principal = new Float64Array(accounts);
  const interest = new Float64Array(accounts);
  for (let owner = 0; owner < accounts; owner++) {
    const standing = state[owner * 3] as number;
    const elapsedMs = asOfMs - (state[owner * 3 + 2] as number);
    const left = Math.exp(-kappa * elapsedMs);
    const earned = standing > 0 ? r * standing * elapsedMs : 0;
    principal[owner] = standing * left;
    interest[owner] = ((state[owner * 3 + 1] as number) + earned) * left;
  }
  return { principal, interest };
};

const outOfOrder = (entry: number, account: number): RangeError =>
  new RangeError(`Entry ${entry} comes before an earlier one of account ${account}.`);
