import { type DatedAmount, dayMs, type Fading } from "@comity/domain/equity/rules";
import { doubleOf, exactOf, halved, ln2, over, times } from "./exact.ts";

/**
 * Principal and interest of the sums in MODEL 2.3, to a hundred digits. Every amount is weighed once
 * as of the last one, and nothing fades from step to step, so that it shares no mistake with a fold:
 * at the instant t_k all amounts so far, so weighed, are S_k, and then
 *
 *     P = S_n 2^-(t - t_n)/h,    I = r 2^-(t - t_n)/h (sum of max(S_k, 0) (t_k+1 - t_k)).
 *
 * `gross` is what P would be if nothing had ever been taken: the size that rounding is measured by.
 */
export const oracleOf = (
  amounts: ReadonlyArray<DatedAmount>,
  atMs: number,
  { halfLifeDays, interestRatio }: Fading,
) => {
  const entries = amounts
    .filter((amount) => amount.atMs <= atMs)
    .toSorted((a, b) => a.atMs - b.atMs)
    .map((entry) => ({ ms: exactOf(entry.atMs), amount: exactOf(entry.amount) }));
  const halfLifeMs = exactOf(halfLifeDays) * BigInt(dayMs);
  const lastMs = entries.at(-1)?.ms ?? 0n;
  const leftAfter = (ms: bigint): bigint => halved(over(ms, halfLifeMs));

  let [standing, given, earned] = [0n, 0n, 0n];
  for (const [index, { ms, amount }] of entries.entries()) {
    const weighed = times(amount, leftAfter(lastMs - ms));
    standing += weighed;
    given += weighed < 0n ? -weighed : weighed;
    // Amounts of one instant: no time passes between them, so only the last of them earns.
    const lasted = (entries[index + 1]?.ms ?? exactOf(atMs)) - ms;
    if (standing > 0n) earned += times(standing, lasted);
  }
  const left = entries.length === 0 ? 0n : leftAfter(exactOf(atMs) - lastMs);
  const r = times(exactOf(interestRatio), over(ln2, halfLifeMs));
  return {
    principal: doubleOf(times(standing, left)),
    interest: doubleOf(times(times(earned, left), r)),
    gross: doubleOf(times(given, left)),
  };
};
