import { type DatedAmount, dayMs, type Fading } from "@comity/domain/equity/rules";

/**
 * Principal and interest straight from the sums of MODEL 2.3: every instant looks at every entry, in
 * days, and nothing is carried along, so that it shares no mistake with a fold.
 */
export const oracleOf = (
  amounts: ReadonlyArray<DatedAmount>,
  atMs: number,
  { halfLifeDays, interestRatio }: Fading,
) => {
  const kappa = Math.LN2 / halfLifeDays;
  const entries = amounts
    .filter((amount) => amount.atMs <= atMs)
    .map((amount) => ({ day: amount.atMs / dayMs, amount: amount.amount }));
  const now = atMs / dayMs;
  const principalOn = (day: number): number =>
    entries
      .filter((entry) => entry.day <= day)
      .reduce((sum, entry) => sum + entry.amount * Math.exp(-kappa * (day - entry.day)), 0);
  const instants = [...new Set(entries.map(({ day }) => day))].toSorted((a, b) => a - b);
  // From one instant to the next, what P earned then and what of it is left now is one constant.
  const interest = instants.reduce((sum, day, index) => {
    const lastedDays = (instants[index + 1] ?? now) - day;
    return sum + Math.max(principalOn(day), 0) * Math.exp(-kappa * (now - day)) * lastedDays;
  }, 0);
  return { principal: principalOn(now), interest: interestRatio * kappa * interest };
};
