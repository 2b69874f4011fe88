/** The statement as a curve (MODEL 2.3). */
import {
  type Account,
  accountAfter,
  accountAt,
  type DatedAmount,
  emptyAccount,
  type Fading,
} from "./account.ts";

export interface CurvePoint extends Account {
  /** Which of the amounts made the step that ends here; null where time alone passed. */
  readonly step: number | null;
}

/**
 * The account from `fromMs` to `toMs`: a point before and after every step, and `samples` between.
 * Amounts stand in time order.
 */
export const curveOf = (
  amounts: ReadonlyArray<DatedAmount>,
  window: { readonly fromMs: number; readonly toMs: number; readonly samples: number },
  policy: Fading,
): Array<CurvePoint> => {
  const { fromMs, toMs, samples } = window;
  const points: Array<CurvePoint> = [];
  let account = emptyAccount;
  let next = 0;
  const applyUpTo = (limitMs: number): void => {
    for (; next < amounts.length && (amounts[next] as DatedAmount).atMs <= limitMs; next++) {
      const amount = amounts[next] as DatedAmount;
      const before = accountAt(account, amount.atMs, policy);
      account = accountAfter(account, amount, policy);
      if (amount.atMs >= fromMs) points.push({ ...before, step: null }, { ...account, step: next });
    }
  };
  for (let sample = 0; sample <= samples; sample++) {
    const atMs = sample === samples ? toMs : fromMs + ((toMs - fromMs) * sample) / samples;
    applyUpTo(atMs);
    points.push({ ...accountAt(account, atMs, policy), step: null });
  }
  return points;
};
