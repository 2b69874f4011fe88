/** The gift that makes an ask possible on a later day (MODEL 2.4). */
import { type Account, equityOf, type Fading } from "./account.ts";
import { dayMs } from "./policy.ts";

/**
 * The amount to post now, in ep, so that E reaches `target` after `waitDays`; 0 when it does anyway.
 * Where principal is overdrawn, a gift first fills the overdraft: only what stands above it earns.
 */
export const postingThatReaches = (
  target: number,
  account: Account,
  waitDays: number,
  policy: Fading,
): number => {
  const { principal, interest } = account;
  const halfLives = waitDays / policy.halfLifeDays;
  const growth = 1 + policy.interestRatio * Math.LN2 * halfLives;
  // What has to stand now, before fading.
  const wanted = target * 2 ** halfLives;
  const filling = wanted - equityOf(account);
  if (principal < 0 && filling <= -principal) return Math.max(0, filling);
  return Math.max(0, (wanted - interest) / growth - principal);
};

/** How many days lie between two instants. */
export const daysBetween = (fromMs: number, toMs: number): number => (toMs - fromMs) / dayMs;
