/** How long an ask stays covered, and what would cover one that is not (MODEL 2.4). */
import type { EquityPolicy, Evidence } from "../schema.ts";
import { type Account, accountAt, equityOf, type Fading } from "./account.ts";
import { dayMs, thresholdSlack } from "./policy.ts";

/**
 * The benefit to give now, in ep and seen with one's own eyes, that covers in `waitDays` what would
 * be missing then (MODEL 2.4). It holds where principal is not overdrawn: there a gift first has to
 * fill the overdraft, which earns nothing.
 */
export const giveFirst = (shortfall: number, waitDays: number, policy: Fading): number => {
  if (shortfall <= 0) return 0;
  const halfLives = waitDays / policy.halfLifeDays;
  return (shortfall * 2 ** halfLives) / (1 + policy.interestRatio * Math.LN2 * halfLives);
};

/** What an ask of a cost, in ep to the partner, needs to stand: sigma lambda cost - F (MODEL 2.4). */
const neededFor = (
  cost: number,
  policy: Pick<EquityPolicy, "askWeight"> & Partial<Pick<EquityPolicy, "slack" | "overdraft">>,
): number => (policy.slack ?? 1) * policy.askWeight * cost - (policy.overdraft ?? 0);

/**
 * Days until an ask of this cost is no longer covered, when nothing is entered meanwhile; 0 when it
 * is not covered now, `Infinity` when an overdraft allows it for ever (MODEL 2.4).
 */
export const askWindow = (
  account: Account,
  cost: number,
  policy: Fading &
    Pick<EquityPolicy, "askWeight"> &
    Partial<Pick<EquityPolicy, "slack" | "overdraft">>,
): number => coveredDays(account, neededFor(cost, policy), policy);

/**
 * Days from the instant of the account until E falls below `needed` ep, when nothing is entered
 * meanwhile; 0 when it is below now, `Infinity` when it never falls below (MODEL 2.4).
 */
export const coveredDays = (account: Account, needed: number, policy: Fading): number => {
  if (equityOf(account) < needed - thresholdSlack) return 0;
  // What stands fades towards 0 from either side, so it never passes what is not above 0.
  if (needed <= 0) return Number.POSITIVE_INFINITY;
  return (lifetimesAbove(account, needed, policy) * policy.halfLifeDays) / Math.LN2;
};

/**
 * The x = kappa D at which (E + rho P+ x) e^-x has come down to `needed` > 0. With c = rho P+ / E and
 * L = ln(E / needed) that is where x = L + ln(1 + c x). The difference of the two sides is convex, so
 * Newton's method from above never passes the answer; L + sqrt(2 L) is above it for every c up to 1.
 */
const lifetimesAbove = (account: Account, needed: number, { interestRatio }: Fading): number => {
  const { principal, interest } = account;
  const equity = equityOf(account);
  const level = logOfRatio(account, needed);
  // Covered by no more than what rounding forgives, so it ends here; the logarithm may be none at all.
  if (!(level > 0)) return 0;
  const earning = Math.max(principal, 0);
  const c = (interestRatio * earning) / equity;
  // 1 - c, from its parts: where hardly anything fades at first, the difference would be noise.
  const slope = principal > 0 ? (interest + (1 - interestRatio) * principal) / equity : 1;
  let x = level + Math.sqrt(2 * level);
  for (let round = 0; round < roundsMax; round++) {
    const tooFar = slope * x + lagOf(c * x) - level;
    const step = (tooFar * (1 + c * x)) / (slope + c * x);
    x -= step;
    // The last steps make up for the rounding of the long ones before them.
    if (Math.abs(step) <= 4 * Number.EPSILON * x) break;
  }
  return x;
};

/** Newton's method is there within five rounds or so, because it starts close: this is only a bound. */
const roundsMax = 20;

/** ln(E / needed), with what is lost in adding up principal and interest put back. */
const logOfRatio = ({ principal, interest }: Account, needed: number): number => {
  const equity = principal + interest;
  const added = equity - principal;
  const lost = principal - (equity - added) + (interest - added);
  const excess = equity - needed + lost;
  return excess < needed ? Math.log1p(excess / needed) : Math.log(equity) - Math.log(needed);
};

/** y - ln(1 + y). For a small y the two nearly cancel, and a series keeps all digits. */
const lagOf = (y: number): number => {
  if (y > 0.01) return y - Math.log1p(y);
  return y * y * (1 / 2 - y * (1 / 3 - y * (1 / 4 - y * (1 / 5 - y * (1 / 6 - y / 7)))));
};

export interface EarnedSpan {
  /** From when on it stands, in whole epoch milliseconds if not from now; null: never. */
  readonly fromMs: number | null;
  /** Up to when it stands; null: for ever, or never. */
  readonly untilMs: number | null;
}

/**
 * The stretch of time, from now on, in which at least `needed` ep stand when nothing is entered any
 * more (MODEL 2.4). There is only one, because what stands between entries only ever moves towards
 * 0: down from above it (MODEL 2.7, I8), and up from below it.
 */
export const earnedSpan = (
  account: Account,
  needed: number,
  nowMs: number,
  policy: Fading,
): EarnedSpan => {
  const now = accountAt(account, nowMs, policy);
  const days = coveredDays(now, needed, policy);
  const equity = equityOf(now);
  if (equity >= needed - thresholdSlack) {
    const lastMs = Math.max(nowMs, Math.floor(nowMs + days * dayMs));
    return { fromMs: nowMs, untilMs: days === Number.POSITIVE_INFINITY ? null : lastMs };
  }
  if (needed >= 0) return { fromMs: null, untilMs: null };
  // Overdrawn, so principal is below 0 and earns nothing: both parts fade alike.
  const waitDays = policy.halfLifeDays * Math.log2(equity / needed);
  return { fromMs: Math.ceil(nowMs + waitDays * dayMs), untilMs: null };
};

export interface OfferTerms {
  /** E of mine with the partner, now. */
  readonly equity: number;
  /** What my open asks hold. */
  readonly reserved: number;
  /** What a yes costs the partner. */
  readonly cost: number;
  readonly trust: number;
  readonly evidence: Evidence;
}

/**
 * The least benefit, in ep, to offer with an ask so that it is covered (MODEL 2.4): 0 when it is
 * covered without, null when an offer would count for nothing.
 */
export const offerNeeded = (
  { equity, reserved, cost, trust, evidence }: OfferTerms,
  policy: Pick<EquityPolicy, "askWeight" | "slack" | "overdraft" | "q"> &
    Partial<Pick<EquityPolicy, "grace">>,
): number | null => {
  const missing = neededFor(cost, policy) - (equity - reserved);
  // Forgiven as in `mayAsk`, so that no offer is wanted for an ask that is earned.
  const largest = Math.max(Math.abs(equity), reserved, policy.slack * policy.askWeight * cost);
  const forgiven = Math.max(thresholdSlack, 8 * Number.EPSILON * largest, policy.grace ?? 0);
  if (missing <= forgiven) return 0;
  const offer = missing / (trust * policy.q[evidence]);
  return Number.isFinite(offer) ? offer : null;
};
