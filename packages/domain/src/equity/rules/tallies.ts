/** Sums beside the balance that fade with it: both directions, promises, and what came back (MODEL 2.4, 2.5). */
import type { Entry, EquityPolicy, Reversal } from "../schema.ts";
import { dayMs } from "./policy.ts";

/** Each fades from the instant that all of them stand at. */
export interface Tallies {
  /** What I gave, by their benefit, in ep. */
  readonly given: number;
  /** What it took from me, in ep. */
  readonly effort: number;
  /** What they gave, by my benefit, in ep. */
  readonly received: number;
  /** The part of it that nobody had asked for. */
  readonly unasked: number;
  /** Gifts of mine, counted. */
  readonly deposits: number;
  /** Granted asks and wrongs of mine, counted. */
  readonly negatives: number;
  /** Promises of mine, kept and broken, counted. */
  readonly kept: number;
  readonly broken: number;
}

export type Tallied = Exclude<Entry, Reversal>;

type TallyFading = Pick<EquityPolicy, "halfLifeDays" | "trustHalfLifeDays">;

/** The facts that were not taken back. */
export const standingEntries = (history: ReadonlyArray<Entry>): ReadonlyArray<Tallied> => {
  const takenBack = new Set<string>(
    history.flatMap((entry) => (entry.kind === "reversal" ? [entry.reverses] : [])),
  );
  return history.filter(
    (entry): entry is Tallied => entry.kind !== "reversal" && !takenBack.has(entry.id),
  );
};

export const emptyTallies: Tallies = {
  given: 0,
  effort: 0,
  received: 0,
  unasked: 0,
  deposits: 0,
  negatives: 0,
  kept: 0,
  broken: 0,
};

/** What a no left used: nothing was given, so it is no favour and no contact. */
export const isLeftOfDeclined = (entry: Tallied): boolean =>
  entry.kind === "transfer" && entry.from !== "me" && entry.askId !== null && entry.benefit === 0;

/** Whether two people had to do with each other then: a gift, in either direction. */
export const isContact = (entry: Tallied): boolean =>
  entry.kind === "transfer" && !isLeftOfDeclined(entry);

/** What one entry adds, on its day. */
export const tallyOf = (entry: Tallied): Tallies => {
  if (entry.kind === "opening") {
    return { ...emptyTallies, given: entry.given, received: entry.received };
  }
  if (entry.kind === "breach") {
    const mine = entry.from === "me" ? 1 : 0;
    return { ...emptyTallies, negatives: mine, broken: mine };
  }
  if (isLeftOfDeclined(entry)) return emptyTallies;
  const { benefit, cost, asked, strings, askId } = entry;
  if (entry.from === "me") {
    const deposits = strings ? 0 : 1;
    return {
      ...emptyTallies,
      given: benefit,
      effort: cost,
      deposits,
      kept: askId === null ? 0 : 1,
    };
  }
  return {
    ...emptyTallies,
    received: benefit,
    unasked: asked ? 0 : benefit,
    negatives: asked ? 1 : 0,
  };
};

/** Promises kept and broken alone, at a later instant: every verdict asks for them. */
export const promisesAt = (
  { kept, broken }: Pick<Tallies, "kept" | "broken">,
  span: { readonly fromMs: number; readonly toMs: number },
  policy: Pick<TallyFading, "trustHalfLifeDays">,
): Pick<Tallies, "kept" | "broken"> => {
  if (!(span.toMs > span.fromMs) || !Number.isFinite(span.fromMs)) return { kept, broken };
  const left = 2 ** (-(span.toMs - span.fromMs) / dayMs / policy.trustHalfLifeDays);
  return { kept: kept * left, broken: broken * left };
};

/** The sums at a later instant, when nothing is entered in between. */
export const talliesAt = (
  tallies: Tallies,
  span: { readonly fromMs: number; readonly toMs: number },
  policy: TallyFading,
): Tallies => {
  if (!(span.toMs > span.fromMs) || !Number.isFinite(span.fromMs)) return tallies;
  const days = (span.toMs - span.fromMs) / dayMs;
  return scaled(
    tallies,
    2 ** (-days / policy.halfLifeDays),
    2 ** (-days / policy.trustHalfLifeDays),
  );
};

/**
 * The sums after an entry, which may lie before the instant they stand at: it has faded since then.
 * They are linear, so the order of arrival cannot matter (MODEL 2.3). `sign` -1 takes an entry back.
 */
export const talliesWith = (
  before: { readonly tallies: Tallies; readonly atMs: number },
  added: { readonly entry: Tallied; readonly atMs: number; readonly sign: 1 | -1 },
  policy: TallyFading,
): Tallies => {
  const nowMs = Math.max(before.atMs, added.atMs);
  const kept = talliesAt(before.tallies, { fromMs: before.atMs, toMs: nowMs }, policy);
  const one = talliesAt(tallyOf(added.entry), { fromMs: added.atMs, toMs: nowMs }, policy);
  return summed(kept, scaled(one, added.sign, added.sign));
};

const fields = Object.keys(emptyTallies) as ReadonlyArray<keyof Tallies>;

const isOfTrust = (field: keyof Tallies): boolean => field === "kept" || field === "broken";

const scaled = (tallies: Tallies, factor: number, trustFactor: number): Tallies =>
  made((field) => tallies[field] * (isOfTrust(field) ? trustFactor : factor));

/** None of the sums can be below zero; rounding would leave a trace of what was taken back. */
const summed = (a: Tallies, b: Tallies): Tallies =>
  made((field) => {
    const sum = a[field] + b[field];
    return Math.abs(sum) <= roundingOf(a[field], b[field]) ? 0 : Math.max(0, sum);
  });

const roundingOf = (a: number, b: number): number =>
  64 * Number.EPSILON * Math.max(Math.abs(a), Math.abs(b));

const made = (valueOf: (field: keyof Tallies) => number): Tallies =>
  Object.fromEntries(fields.map((field) => [field, valueOf(field)])) as Record<
    keyof Tallies,
    number
  >;
