/** What one's own history teaches: how far guesses hold, and how much an ask needs (MODEL 2.6). */

import { sizesEp } from "./policy.ts";

/** A guess counts this much before anything is known. */
export const startingCredit = 0.75;
/** The start weighs as much as so many confirmed guesses. */
export const startingCreditPairs = 5;
export const learnedCreditMin = 0.25;
export const learnedCreditMax = 1.5;

/** One is expected to hear yes so often. */
export const yesShareTarget = 0.6;
/** An answer moves the logarithm of the slack by this times its surprise. */
export const slackStep = 0.15;
export const learnedSlackMin = 0.1;
export const learnedSlackMax = 4;
const startingSlack = 1;

/** Guesses that partners have put right, as two sums that can be kept and added to. */
export interface ConfirmedGuesses {
  /** The sum of `logRatioOf`. */
  readonly logRatioSum: number;
  readonly count: number;
}

/** From the smallest size to the largest: one answer says no more than that (MODEL 2.1). */
const ratioMax = sizesEp.XL / sizesEp.XS;

/**
 * How far a guess of a benefit was off, as a logarithm. Both amounts are in ep, and above 0. Bounded,
 * so that a single answer, which may be a slip or a jest, cannot outweigh all others.
 */
export const logRatioOf = (estimated: number, stated: number): number =>
  clamped(Math.log(stated) - Math.log(estimated), -Math.log(ratioMax), Math.log(ratioMax));

/**
 * How much of a guessed benefit counts (MODEL 2.6): the geometric mean of what guesses turned out to
 * be worth, drawn towards `q0` as by `n0` guesses of that worth, and kept within bounds.
 */
export const creditLearned = (
  { logRatioSum, count }: ConfirmedGuesses,
  q0: number = startingCredit,
  n0: number = startingCreditPairs,
): number => {
  // Without weight the start says nothing, not even where its logarithm is infinite.
  const start = n0 === 0 ? 0 : n0 * Math.log(q0);
  const mean = count + n0 === 0 ? Math.log(q0) : (logRatioSum + start) / (count + n0);
  return clamped(Math.exp(mean), learnedCreditMin, learnedCreditMax);
};

/**
 * The slack after one more answer (MODEL 2.6): smaller after a yes, larger after a no, so that in
 * the long run `yesShareTarget` of the answers are yes.
 */
export const slackAfter = (slack: number, yes: boolean): number =>
  clamped(
    slack * Math.exp(slackStep * (yesShareTarget - (yes ? 1 : 0))),
    learnedSlackMin,
    learnedSlackMax,
  );

/** The slack as it was before an answer, as far as it had not met a bound. */
export const slackBefore = (slack: number, yes: boolean): number =>
  clamped(
    slack / Math.exp(slackStep * (yesShareTarget - (yes ? 1 : 0))),
    learnedSlackMin,
    learnedSlackMax,
  );

/** The slack after these answers, in the order in which they came (MODEL 2.6). */
export const slackLearned = (answers: ReadonlyArray<boolean>): number =>
  answers.reduce(slackAfter, startingSlack);

const clamped = (value: number, min: number, max: number): number =>
  Math.min(max, Math.max(min, value));
