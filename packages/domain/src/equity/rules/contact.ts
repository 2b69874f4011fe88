/** How often two people are in touch, and what a silence says (MODEL 2.5). */
import type { DatedAmount } from "./account.ts";
import { dayMs, thresholdSlack } from "./policy.ts";

export type SilenceState = "ok" | "due" | "late" | "hiding";

export interface Silence {
  /** The silence, in cadences. */
  readonly ratio: number;
  /** How likely a silence of at least this length is by chance, at the agreed cadence. */
  readonly pPoisson: number;
  readonly state: SilenceState;
}

/**
 * What a silence of `gapDays` says where contact is wanted every `cadenceDays` (MODEL 2.5). While a
 * promise slips, news is wanted twice as often. After three cadences chance is no explanation: 5 %.
 */
export const silenceOf = (terms: {
  readonly gapDays: number;
  readonly cadenceDays: number;
  readonly slipping: boolean;
}): Silence => {
  const ratio = terms.gapDays / (terms.slipping ? terms.cadenceDays / 2 : terms.cadenceDays);
  return { ratio, pPoisson: Math.exp(-ratio), state: silenceStateOf(ratio) };
};

const silenceStateOf = (ratio: number): SilenceState => {
  const cadences = ratio + thresholdSlack;
  return cadences >= 3 ? "hiding" : cadences >= 2 ? "late" : cadences >= 1 ? "due" : "ok";
};

/** What is expected of how often someone is in touch, before the first contact (MODEL 2.5). */
export interface ContactPrior {
  /** How sure: worth so many contacts. Above 0. */
  readonly contacts: number;
  /** Days from one contact to the next. Above 0. */
  readonly gapDays: number;
}

/**
 * How likely a silence of at least `gapDays` is for someone who was in touch `contacts` times in
 * `days` (MODEL 2.5): contact comes by chance, at a rate that is learned from that and the prior.
 */
export const lomaxSilence = (
  seen: { readonly contacts: number; readonly days: number; readonly gapDays: number },
  prior: ContactPrior,
): number => {
  const watchedDays = prior.contacts * prior.gapDays + seen.days;
  return Math.exp(-(prior.contacts + seen.contacts) * Math.log1p(seen.gapDays / watchedDays));
};

/** A gap of up to so many cadences does not break a streak (MODEL 2.5). */
export const streakGraceCadences = 1.5;

/**
 * How many contacts stand in the latest run without a gap, now included, of more than `grace`
 * cadences (MODEL 2.5). Contacts come in any order; those after now do not count yet.
 */
export const streakOf = (
  timesMs: ReadonlyArray<number>,
  nowMs: number,
  cadenceDays: number,
  grace: number = streakGraceCadences,
): number => {
  const newestFirst = timesMs.filter((atMs) => atMs <= nowMs).toSorted((a, b) => b - a);
  const isGap = (atMs: number, index: number): boolean => {
    const days = ((newestFirst[index - 1] ?? nowMs) - atMs) / dayMs;
    return days / cadenceDays > grace + thresholdSlack;
  };
  const gapAt = newestFirst.findIndex(isGap);
  return gapAt === -1 ? newestFirst.length : gapAt;
};

/** How long they know each other, in days; 0 before they do. */
export const tenureDays = (firstMs: number, nowMs: number): number =>
  Math.max(0, nowMs - firstMs) / dayMs;

/** After so many days a contact counts half (MODEL 2.5). */
export const contactHalfLifeDays = 110;

/** Contacts, each counting less the older it is (MODEL 2.5). Those after now do not count yet. */
export const contactScore = (
  timesMs: ReadonlyArray<number>,
  nowMs: number,
  halfLifeDays: number = contactHalfLifeDays,
): number =>
  timesMs
    .filter((atMs) => atMs <= nowMs)
    .reduce((sum, atMs) => sum + 2 ** (-(nowMs - atMs) / dayMs / halfLifeDays), 0);

export interface Recency {
  /** R: days since the last one; null before the first. */
  readonly daysSince: number | null;
  /** F: how many, each counting less the older it is. */
  readonly frequency: number;
  /** M: what one is worth, in ep, recent ones counting more; null before the first. */
  readonly worth: number | null;
}

/** Recency, frequency and worth of dated amounts in any order (MODEL 2.5). Later ones do not count. */
export const recencyOf = (
  amounts: ReadonlyArray<DatedAmount>,
  nowMs: number,
  halfLifeDays: number = contactHalfLifeDays,
): Recency => {
  const past = amounts.filter(({ atMs }) => atMs <= nowMs);
  if (past.length === 0) return { daysSince: null, frequency: 0, worth: null };
  const times = past.map(({ atMs }) => atMs);
  const lastMs = times.reduce((a, b) => Math.max(a, b));
  // Weighed as of the last one: by now all of them may have faded beyond what a number can hold.
  const weighed = past.reduce(
    (sum, { atMs, amount }) => sum + amount * contactScore([atMs], lastMs, halfLifeDays),
    0,
  );
  return {
    daysSince: tenureDays(lastMs, nowMs),
    frequency: contactScore(times, nowMs, halfLifeDays),
    worth: weighed / contactScore(times, lastMs, halfLifeDays),
  };
};
