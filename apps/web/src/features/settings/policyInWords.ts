/** What verdicts are judged by, as people say it. */
import { policyPresets } from "@comity/domain/equity/rules";
import type {
  EquityPolicy,
  Learned,
  PolicyChoice,
  PolicyPreset,
  PolicyReading,
} from "@comity/domain/equity/schema";
import type { Plain } from "@comity/domain/input/plain";

export const presets: ReadonlyArray<PolicyPreset> = ["partner", "close", "cautious", "one-off"];

export const presetInWords: Readonly<Record<PolicyPreset, string>> = {
  partner: "Partners",
  close: "Close",
  cautious: "Careful",
  "one-off": "In passing",
};

/** Whom a preset fits. */
export const presetFits: Readonly<Record<PolicyPreset, string>> = {
  partner: "People you work with and mean to keep working with.",
  close: "Friends, and people you have known for long.",
  cautious: "When you would rather ask too little: guesses count for less.",
  "one-off": "Strangers, and help that happens once.",
};

/** How long goodwill lasts, in a few words. */
export const memoryInWords = (halfLifeDays: number): string => {
  if (halfLifeDays < 21) return "fades within days";
  if (halfLifeDays < 75) return "fades within weeks";
  if (halfLifeDays < 250) return "fades in months";
  return halfLifeDays < 550 ? "a year's memory" : "lasts for years";
};

const yearDays = 365;

export const shareLeft = (halfLifeDays: number, days: number): number =>
  2 ** (-days / halfLifeDays);

const shares: ReadonlyArray<readonly [atLeast: number, words: string]> = [
  [0.97, "nearly all of it is left"],
  [0.8, "most of it is left"],
  [0.6, "two thirds of it are left"],
  [0.42, "half of it is left"],
  [0.29, "a third of it is left"],
  [0.2, "a quarter of it is left"],
  [0.08, "a tenth of it is left"],
  [0.03, "a trace of it is left"],
];

/** "After a year, half of it is left." */
export const leftAfterYearInWords = (halfLifeDays: number): string => {
  const share = shareLeft(halfLifeDays, yearDays);
  const words = shares.find(([atLeast]) => share >= atLeast)?.[1] ?? "next to nothing is left";
  return `After a year, ${words}.`;
};

/** "An ask weighs twice its size." */
export const askWeightInWords = (askWeight: number): string => {
  if (askWeight === 1) return "An ask weighs as much as a gift of its size.";
  return askWeight === 2
    ? "An ask weighs twice its size."
    : `An ask weighs ${askWeight.toLocaleString("en")} times its size.`;
};

export const isPlainPreset = (policy: EquityPolicy): boolean =>
  Object.keys(choiceOf(policy)).length === 1;

/** The choice that leads to a policy again: its preset, with what differs from it. */
export const choiceOf = (policy: EquityPolicy): Plain<PolicyChoice> => {
  const { preset, q, ...plain } = policy;
  const { q: usualQ, ...usual } = policyPresets[preset];
  const fields = Object.keys(plain) as Array<keyof typeof plain>;
  const differing = fields.filter((field) => plain[field] !== usual[field]);
  const credits = (Object.keys(q) as Array<keyof typeof q>).filter((e) => q[e] !== usualQ[e]);
  return {
    preset,
    ...Object.fromEntries(differing.map((field) => [field, plain[field]])),
    ...(credits.length === 0 ? {} : { q: Object.fromEntries(credits.map((e) => [e, q[e]])) }),
  };
};

/** The line in the margin of a partner's page. */
export const relationshipPolicyInWords = ({ chosen, isOwn }: PolicyReading): string => {
  const memory = memoryInWords(chosen.halfLifeDays);
  return isOwn ? `${presetInWords[chosen.preset]}: ${memory}` : `Like everyone else: ${memory}`;
};

export const cadences: ReadonlyArray<readonly [days: number, words: string]> = [
  [7, "every week"],
  [14, "every two weeks"],
  [30, "every month"],
  [91, "every three months"],
  [182, "twice a year"],
  [365, "once a year"],
];

export const cadenceInWords = (days: number): string =>
  cadences.find(([each]) => each === days)?.[1] ?? `every ${days.toLocaleString("en")} days`;

/** What answers to your asks taught. */
export const answersInWords = (
  { answers, yes, slack }: Learned,
  { answersBeforeLearning }: EquityPolicy,
): string => {
  if (answers === 0) {
    return `Nobody has answered an ask of yours yet. After ${timesInWords(answersBeforeLearning)}, asks are judged by how yours went.`;
  }
  const heard = `${yes.toLocaleString("en")} of ${answers.toLocaleString("en")} ${answers === 1 ? "answer" : "answers"} to your asks ${yes === 1 ? "was" : "were"} a yes.`;
  if (answers < answersBeforeLearning) {
    return `${heard} After ${timesInWords(answersBeforeLearning)}, asks are judged by how yours went.`;
  }
  if (slack < 0.97) return `${heard} That is often, so an ask now needs less behind it.`;
  return slack > 1.03
    ? `${heard} That is seldom, so an ask now needs more behind it.`
    : `${heard} That is about as often as it should be, so an ask needs what it needed before.`;
};

const timesInWords = (answers: number): string =>
  answers === 1 ? "the first answer" : `${answers.toLocaleString("en")} answers`;

const noticedShare = 0.05;

/** What partners said about gifts that you had guessed. */
export const guessesInWords = ({ confirmed, logRatioSum }: Learned): string => {
  if (confirmed === 0) {
    return "No partner has told you yet what a gift meant. Send a link with a gift, and your guesses get better.";
  }
  const ratio = Math.exp(logRatioSum / confirmed);
  const who =
    confirmed === 1
      ? "A partner has told you what a gift meant"
      : `Partners have told you what ${confirmed.toLocaleString("en")} gifts meant`;
  if (ratio > 1 + noticedShare) return `${who}: more than you had guessed, so guesses count more.`;
  return ratio < 1 - noticedShare
    ? `${who}: less than you had guessed, so guesses count for less.`
    : `${who}: about what you had guessed.`;
};
