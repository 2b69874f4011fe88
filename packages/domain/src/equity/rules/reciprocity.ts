/** Who gives and who receives, from sums that fade (MODEL 2.4, 2.5). */
import type { DatedAmount } from "./account.ts";
import { dayMs, thresholdSlack } from "./policy.ts";

/** Beyond this index one side gives nearly everything (MODEL 2.5). */
export const oneSidedIndex = 0.6;

export interface Reciprocity {
  /** From -1, where all of it is received, to 1, where all of it is given; 0 where there is nothing. */
  readonly index: number;
  /** Who gives nearly everything. */
  readonly oneSided: "me" | "them" | null;
}

/** How even it is, from faded benefits given and received, in ep and not below 0 (MODEL 2.5). */
export const reciprocityOf = (given: number, received: number): Reciprocity => {
  const all = given + received;
  const index = all === 0 ? 0 : (given - received) / all;
  const isOneSided = Math.abs(index) > oneSidedIndex + thresholdSlack;
  return { index, oneSided: isOneSided ? (index > 0 ? "me" : "them") : null };
};

/** From so many deposits for each negative on, it is strong; down from so few, strained (MODEL 2.4). */
export const strongRatio = 5;
export const strainedRatio = 0.8;

export interface PositiveRatio {
  /** Deposits for each negative; null where nothing negative is remembered. */
  readonly ratio: number | null;
  readonly band: "strong" | "mixed" | "strained";
}

/**
 * Deposits against asks and breaches, as faded counts (MODEL 2.4). It is advice only: the bands come
 * from quarrels of married couples. Where nothing happened at all there is nothing to say: mixed.
 */
export const positiveRatioOf = (deposits: number, negatives: number): PositiveRatio => {
  const ratio = deposits / negatives;
  if (Number.isNaN(ratio)) return { ratio: null, band: "mixed" };
  if (ratio === Number.POSITIVE_INFINITY) return { ratio: null, band: "strong" };
  if (ratio >= strongRatio - thresholdSlack) return { ratio, band: "strong" };
  return { ratio, band: ratio <= strainedRatio + thresholdSlack ? "strained" : "mixed" };
};

/**
 * What came back unasked for each ep that was given (MODEL 7): the honest measure of what giving
 * earns. Null where nothing was given.
 */
export const realisedInterest = (unaskedReceived: number, given: number): number | null =>
  given > 0 ? unaskedReceived / given : null;

/** A sum that fades, as of an instant: the mergeable principal of MODEL 2.3, kept in one number. */
export interface Tally {
  readonly value: number;
  readonly atMs: number;
}

/** A tally before its first amount. It is 0 at every instant. */
export const emptyTally: Tally = { value: 0, atMs: Number.NEGATIVE_INFINITY };

const leftAfter = (elapsedMs: number, halfLifeDays: number): number =>
  2 ** (-elapsedMs / dayMs / halfLifeDays);

/** The tally at an instant that is not before its own. */
export const tallyAt = (tally: Tally, atMs: number, halfLifeDays: number): Tally => {
  if (tally.atMs === atMs) return tally;
  return { value: tally.value * leftAfter(atMs - tally.atMs, halfLifeDays), atMs };
};

/** Two tallies as one, as of the later instant. */
export const tallyMerged = (a: Tally, b: Tally, halfLifeDays: number): Tally => {
  const atMs = Math.max(a.atMs, b.atMs);
  const [first, second] = [tallyAt(a, atMs, halfLifeDays), tallyAt(b, atMs, halfLifeDays)];
  return { value: first.value + second.value, atMs };
};

/**
 * The tally with one more amount. One of an earlier day has faded since, and does not move the
 * instant, so the order in which amounts arrive cannot matter (MODEL 2.3).
 */
export const tallyWith = (
  tally: Tally,
  { atMs, amount }: DatedAmount,
  halfLifeDays: number,
): Tally => tallyMerged(tally, { value: amount, atMs }, halfLifeDays);

/** What is left at an instant of all amounts up to it, in any order (MODEL 2.3). */
export const decayedSum = (
  amounts: ReadonlyArray<DatedAmount>,
  atMs: number,
  halfLifeDays: number,
): number =>
  amounts
    .filter((one) => one.atMs <= atMs)
    .reduce((sum, one) => sum + one.amount * leftAfter(atMs - one.atMs, halfLifeDays), 0);
