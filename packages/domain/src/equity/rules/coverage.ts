/** Whether an ask is earned, and what would earn it (MODEL 2.4, DESIGN ruling 2). */
import type {
  Coverage,
  CoverageReason,
  EquityPolicy,
  Evidence,
  GiftSuggestion,
} from "../schema.ts";
import type { Fading } from "./account.ts";
import { usualGifts } from "./catalogue.ts";
import { thresholdSlack } from "./policy.ts";
import { coveredDays, offerNeeded } from "./window.ts";

/** tau: how far a promise of yours counts, from decayed counts of promises kept and broken (MODEL 2.4). */
export const trustOf = (kept: number, broken: number): number => (kept + 1) / (kept + broken + 2);

/** The largest ask that is covered, in ep of cost to the partner (MODEL 2.4). */
export const capacityOf = (
  free: number,
  policy: Pick<EquityPolicy, "askWeight" | "overdraft"> & { readonly slack?: number },
): number => Math.max(0, (free + policy.overdraft) / ((policy.slack ?? 1) * policy.askWeight));

/** What an open ask holds: lambda cost (DESIGN ruling 1). */
export const reservationOf = (cost: number, policy: Pick<EquityPolicy, "askWeight">): number =>
  policy.askWeight * cost;

export interface AskTerms {
  /** E of mine with the partner, now. */
  readonly equity: number;
  /** P of it, which alone earns interest. Left out: all of it. */
  readonly principal?: number;
  /** Left out: there was none. */
  readonly daysSinceLastAsk?: number;
  /** What my open asks hold. */
  readonly reserved: number;
  readonly cost: number;
  /** What I offer with it, by the partner's benefit. */
  readonly offer: number;
  readonly trust: number;
  readonly evidence: Evidence;
  readonly gifts: number;
  readonly firstAsk: boolean;
}

/** The part of the policy that an ask is judged by. */
export type AskPolicy = Fading &
  Pick<EquityPolicy, "askWeight" | "q" | "overdraft" | "slack" | "giftsBeforeFirstAsk"> &
  Partial<Pick<EquityPolicy, "grace" | "daysBetweenAsks">>;

/**
 * Whether an ask is earned (DESIGN ruling 2): E - reserved + tau q offer >= sigma lambda cost - F.
 * Earned is green; early is covered, but with fewer gifts than a first ask wants; not-yet is not covered.
 */
export const mayAsk = (terms: AskTerms, policy: AskPolicy): Coverage => {
  const offered = terms.trust * policy.q[terms.evidence] * terms.offer;
  const needed = policy.slack * policy.askWeight * terms.cost;
  const after = terms.equity - terms.reserved + offered - needed;
  const missing = -policy.overdraft - after;
  // Rounding grows with the sums it comes from, so for large ones a little more is forgiven.
  const largest = Math.max(Math.abs(terms.equity), terms.reserved, offered, needed);
  const forgiven = Math.max(thresholdSlack, 8 * Number.EPSILON * largest, policy.grace ?? 0);
  const shortfall = missing > forgiven ? missing : 0;
  const isEarly = terms.firstAsk && terms.gifts < policy.giftsBeforeFirstAsk;
  const verdict = shortfall > 0 ? "not-yet" : isEarly ? "early" : "earned";
  return {
    verdict,
    equity: terms.equity,
    reserved: terms.reserved,
    offered,
    needed,
    after,
    shortfall,
    reasons: reasonsOf(terms, {
      shortfall,
      isEarly,
      overdraft: policy.overdraft,
      isSoon: isSoonAfter(terms.daysSinceLastAsk ?? Number.POSITIVE_INFINITY, policy),
    }),
    gifts: shortfall > 0 ? smallestGifts(shortfall, policy.q.estimated) : [],
    waitDays: waitDaysOf(terms, { offered, needed, shortfall }, policy),
    windowDays: shortfall > 0 ? 0 : windowDaysOf(terms, { offered, needed }, policy),
    offerNeeded: withinOneEntry(offerNeeded(terms, policy)),
  };
};

/** What no entry can hold, nobody can offer. */
const withinOneEntry = (offer: number | null): number | null =>
  offer !== null && offer <= entryEpMax ? offer : null;

/** How long the standing alone stays enough, when what is reserved and offered stays as it is. */
const windowDaysOf = (
  { equity, principal = equity, reserved }: AskTerms,
  sums: { readonly offered: number; readonly needed: number },
  policy: AskPolicy,
): number | null => {
  const least = sums.needed - sums.offered + reserved - policy.overdraft - (policy.grace ?? 0);
  const days = coveredDays({ principal, interest: equity - principal, atMs: 0 }, least, policy);
  return Number.isFinite(days) ? days : null;
};

/** Whether the last ask was too short ago to ask again (DESIGN ruling 4). Advice: it blocks nothing. */
export const isSoonAfter = (
  daysSinceLastAsk: number,
  policy: Partial<Pick<EquityPolicy, "daysBetweenAsks">> & Pick<EquityPolicy, "slack">,
): boolean => daysSinceLastAsk < daysBetweenAsksOf(policy) - thresholdSlack;

/** Days to leave between two asks: fewer, when yes came more often than was hoped for. */
export const daysBetweenAsksOf = (
  policy: Partial<Pick<EquityPolicy, "daysBetweenAsks">> & Pick<EquityPolicy, "slack">,
): number => (policy.daysBetweenAsks ?? 0) * Math.min(1, policy.slack);

const reasonsOf = (
  terms: AskTerms,
  found: {
    readonly shortfall: number;
    readonly isEarly: boolean;
    readonly isSoon: boolean;
    readonly overdraft: number;
  },
): Array<CoverageReason> => {
  const reasons: Array<CoverageReason> = ["balance"];
  if (terms.reserved > 0) reasons.push("reserved");
  if (terms.offer > 0) reasons.push("offer");
  if (found.overdraft > 0) reasons.push("overdraft");
  if (found.isEarly) reasons.push("few-gifts");
  if (found.isSoon) reasons.push("recent-ask");
  if (found.shortfall > 0) reasons.push("shortfall");
  return reasons;
};

/** A century is never. */
const waitDaysMax = 36_500;

/**
 * Waiting helps only one who is overdrawn, because an overdraft fades too. A standing above zero
 * never grows by waiting (MODEL 2.7, I8), so there the answer is never.
 */
const waitDaysOf = (
  { equity, reserved }: AskTerms,
  sums: { readonly offered: number; readonly needed: number; readonly shortfall: number },
  policy: Fading & Pick<EquityPolicy, "overdraft">,
): number | null => {
  if (sums.shortfall === 0) return 0;
  const target = sums.needed - policy.overdraft - sums.offered + reserved;
  if (equity >= 0 || target >= 0) return null;
  const days = policy.halfLifeDays * Math.log2(equity / target);
  return days > waitDaysMax ? null : days;
};

/** The most that one entry can hold: amountEpMax of schema.ts, because rules import types only. */
const entryEpMax = 8100;

/**
 * The three smallest gifts that together cover a shortfall: the least benefit that is enough, then
 * the least effort, then the most even. Above three of the largest, the largest is given more often.
 * None, where gifts count for nothing, or where it would take more than three entries can hold.
 */
export const smallestGifts = (shortfall: number, q: number): Array<GiftSuggestion> => {
  const needed = shortfall / q;
  if (!(needed <= 3 * entryEpMax)) return [];
  const largest = usualGifts.at(-1) as GiftSuggestion;
  if (needed > 3 * largest.benefit + thresholdSlack) return repeated(largest, needed);
  let best: ReadonlyArray<GiftSuggestion> = [largest, largest, largest];
  for (const first of usualGifts) {
    for (const second of usualGifts) {
      if (second.benefit > first.benefit) break;
      for (const third of usualGifts) {
        if (third.benefit > second.benefit) break;
        const three = [third, second, first];
        const isEnough = benefitOf(three) >= needed - thresholdSlack;
        if (isEnough && isSmaller(three, best)) best = three;
      }
    }
  }
  return [...best];
};

const benefitOf = (gifts: ReadonlyArray<GiftSuggestion>): number =>
  gifts.reduce((sum, gift) => sum + gift.benefit, 0);

const costOf = (gifts: ReadonlyArray<GiftSuggestion>): number =>
  gifts.reduce((sum, gift) => sum + gift.cost, 0);

const isSmaller = (
  gifts: ReadonlyArray<GiftSuggestion>,
  than: ReadonlyArray<GiftSuggestion>,
): boolean => {
  const benefit = benefitOf(gifts) - benefitOf(than);
  return benefit < 0 || (benefit === 0 && costOf(gifts) < costOf(than));
};

const repeated = (gift: GiftSuggestion, needed: number): Array<GiftSuggestion> => {
  const timesEach = Math.ceil(needed / (3 * gift.benefit));
  const many = {
    what: `${gift.what}, ${timesEach} times`,
    cost: gift.cost * timesEach,
    benefit: gift.benefit * timesEach,
  };
  return [many, many, many];
};
