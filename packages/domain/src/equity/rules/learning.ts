/** What answers and confirmations teach about the constants of the model (MODEL 2.6). */
import type { EquityPolicy, Learned } from "../schema.ts";
import { creditLearned, logRatioOf, slackAfter, slackBefore } from "./calibration.ts";

/** More than this would ask for nothing but patience; the most that a policy may choose. */
const slackMax = 10;

/** Before the first answer. */
export const nothingLearned: Learned = {
  answers: 0,
  yes: 0,
  slack: 1,
  confirmed: 0,
  logRatioSum: 0,
};

/**
 * The policy as it was chosen, with what was learned since. A few answers say little, so the slack
 * waits for `answersBeforeLearning`; the credit of guesses is drawn towards the chosen one instead.
 */
export const policyWith = (chosen: EquityPolicy, learned: Learned): EquityPolicy => {
  const isTaught = learned.answers >= chosen.answersBeforeLearning;
  const sums = { logRatioSum: learned.logRatioSum, count: learned.confirmed };
  const canLearn = learned.confirmed > 0 && chosen.q.estimated > 0;
  return {
    ...chosen,
    slack: isTaught ? Math.min(slackMax, chosen.slack * learned.slack) : chosen.slack,
    q: {
      ...chosen.q,
      estimated: canLearn ? creditLearned(sums, chosen.q.estimated) : chosen.q.estimated,
    },
  };
};

/** After an ask was answered with yes or no. */
export const learnedFromAnswer = (before: Learned, yes: boolean): Learned => ({
  ...before,
  answers: before.answers + 1,
  yes: before.yes + (yes ? 1 : 0),
  slack: slackAfter(before.slack, yes),
});

/** After an answer was taken back. Where the slack had met one of its bounds, it stays a little off. */
export const unlearnedAnswer = (before: Learned, yes: boolean): Learned => ({
  ...before,
  answers: before.answers - 1,
  yes: before.yes - (yes ? 1 : 0),
  slack: slackBefore(before.slack, yes),
});

/** After a partner said what a guess really was worth. What was worth nothing has no ratio. */
export const learnedFromConfirmed = (
  before: Learned,
  { estimated, stated }: { readonly estimated: number; readonly stated: number },
): Learned =>
  estimated > 0 && stated > 0
    ? {
        ...before,
        confirmed: before.confirmed + 1,
        logRatioSum: before.logRatioSum + logRatioOf(estimated, stated),
      }
    : before;

/** After such an answer was taken back. */
export const unlearnedConfirmed = (
  before: Learned,
  { estimated, stated }: { readonly estimated: number; readonly stated: number },
): Learned => {
  if (!(estimated > 0 && stated > 0)) return before;
  const confirmed = before.confirmed - 1;
  // Rounding would leave a trace where nothing is known any more.
  const sum = confirmed === 0 ? 0 : before.logRatioSum - logRatioOf(estimated, stated);
  return { ...before, confirmed, logRatioSum: sum };
};

/** Whether two policies that differ only by what was learned judge alike. */
export const sameVerdicts = (a: EquityPolicy, b: EquityPolicy): boolean =>
  a.slack === b.slack && a.q.estimated === b.q.estimated;
