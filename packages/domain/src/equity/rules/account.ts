/** The standing of one side with the other: principal that fades, and the interest it earns (MODEL 2.3). */
import type { EquityPolicy } from "../schema.ts";
import { dayMs } from "./policy.ts";

/** The part of a policy that says how standings fade and earn. */
export type Fading = Pick<EquityPolicy, "halfLifeDays" | "interestRatio">;

/** The fading of a policy as rates per millisecond: kappa, and r = rho kappa (MODEL 2.3). */
export const ratesOf = (policy: Fading) => {
  const kappa = Math.LN2 / (policy.halfLifeDays * dayMs);
  return { kappa, r: policy.interestRatio * kappa };
};

/** The standing of an owner in the books of another, just after `atMs` (MODEL 2.3). */
export interface Account {
  readonly principal: number;
  readonly interest: number;
  readonly atMs: number;
}

/** An account before its first entry. It is 0 at every instant. */
export const emptyAccount: Account = { principal: 0, interest: 0, atMs: Number.NEGATIVE_INFINITY };

/**
 * The account as it stands at a later instant, when nothing is entered in between (MODEL 2.3).
 * Between entries principal keeps its sign, so both parts have a closed form.
 */
export const accountAt = (account: Account, atMs: number, policy: Fading): Account => {
  const { principal, interest } = account;
  if (principal === 0 && interest === 0) return { principal: 0, interest: 0, atMs };
  const elapsedMs = atMs - account.atMs;
  if (elapsedMs === 0) return account;
  const { kappa, r } = ratesOf(policy);
  const left = Math.exp(-kappa * elapsedMs);
  // Faded beyond what a number can hold; what it earned might be beyond it too.
  if (left === 0) return { principal: 0, interest: 0, atMs };
  const earned = r * Math.max(principal, 0) * elapsedMs;
  return { principal: principal * left, interest: (interest + earned) * left, atMs };
};

/** The account after an amount is posted at an instant that is not before its last one. */
export const accountAfter = (
  account: Account,
  posting: { readonly atMs: number; readonly amount: number },
  policy: Fading,
): Account => {
  const { principal, interest, atMs } = accountAt(account, posting.atMs, policy);
  return { principal: principal + posting.amount, interest, atMs };
};

/** E = P + I. */
export const equityOf = (account: Account): number => account.principal + account.interest;

export interface DatedAmount {
  readonly atMs: number;
  readonly amount: number;
}

/**
 * An account folded from all of its amounts, in any order (MODEL 2.7, I2).
 * Amounts of one instant add up before any time passes, so their order cannot matter.
 */
export const accountOf = (amounts: ReadonlyArray<DatedAmount>, policy: Fading): Account => {
  const inOrder = amounts.toSorted((a, b) => a.atMs - b.atMs);
  return inOrder.reduce((account, amount) => accountAfter(account, amount, policy), emptyAccount);
};
