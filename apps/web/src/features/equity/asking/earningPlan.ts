import type { Coverage, EquityPolicy, GiftSuggestion } from "@comity/domain/equity/schema";

/** What is left of the gifts that were once proposed for an ask. */
export interface EarningPlan {
  readonly forNeed: number;
  readonly gifts: ReadonlyArray<GiftSuggestion>;
}

type Judged = Pick<Coverage, "verdict" | "needed" | "offered" | "shortfall" | "gifts">;

const needOf = ({ needed, offered }: Judged): number => needed - offered;

/** The gifts to show: what is left of the plan while that is enough, else the ones proposed anew. */
export const giftsToShow = (
  plan: EarningPlan | undefined,
  verdict: Judged,
  policy: Pick<EquityPolicy, "q" | "grace">,
): ReadonlyArray<GiftSuggestion> => {
  if (verdict.verdict !== "not-yet") return [];
  if (plan === undefined || plan.forNeed !== needOf(verdict)) return verdict.gifts;
  const worth = plan.gifts.reduce((sum, { benefit }) => sum + policy.q.estimated * benefit, 0);
  return worth + policy.grace >= verdict.shortfall ? plan.gifts : verdict.gifts;
};

/** The plan after one of its gifts was given. */
export const planWithout = (
  shown: ReadonlyArray<GiftSuggestion>,
  given: GiftSuggestion,
  verdict: Judged,
): EarningPlan => {
  const at = shown.indexOf(given);
  return { forNeed: needOf(verdict), gifts: shown.filter((_, index) => index !== at) };
};
