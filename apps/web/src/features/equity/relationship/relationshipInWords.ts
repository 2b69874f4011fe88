/** How the two of you stand beside the balance: a few words each, and the arithmetic behind them. */
import {
  dayMs,
  explainReciprocity,
  explainSilence,
  explainTrust,
  streakGraceCadences,
} from "@comity/domain/equity/rules";
import type { RelationshipReading } from "@comity/domain/equity/schema";
import { msOf, shortDay } from "../../../ui/clock.ts";
import { cadenceInWords } from "../../settings/policyInWords.ts";
import type { SumLine } from "../Sum.tsx";
import { sumLines, unitsInWords } from "../sumLines.ts";
import { amountInWords } from "../words.ts";

export interface RelationshipFact {
  readonly label: string;
  /** The answer in a few words; a press on it opens the arithmetic. */
  readonly value: string;
  readonly detail: string;
  /** The same in a sentence, above the sum. */
  readonly sentence: string;
  readonly lines: ReadonlyArray<SumLine>;
}

interface About {
  readonly name: string;
  /** A day in the calendar, where it is known. */
  readonly knownSince: string | null;
}

type Reading = RelationshipReading;

const { ep, share, days, count } = unitsInWords;

/** Both directions as two lengths: what you gave, and what they gave. */
export const reciprocityFact = (
  { reciprocity }: Reading,
  name: string,
): Pick<RelationshipFact, "sentence" | "lines"> => {
  const { given, received } = reciprocity;
  const explained = explainReciprocity({ ...reciprocity, name });
  return {
    sentence: explained.sentence,
    lines: [
      { label: "You gave, by what it meant to them, faded to today (G)", value: ep(given) },
      { label: `${name} gave, by what it meant to you, faded to today (R)`, value: ep(received) },
      ...sumLines(explained, "share"),
    ],
  };
};

export const relationshipFacts = (
  reading: Reading,
  { name, knownSince }: About,
): ReadonlyArray<RelationshipFact> => [
  rhythmFact(reading, name),
  streakFact(reading),
  tenureFact(reading, name, knownSince),
  cameBackFact(reading, name),
  trustFact(reading),
  ratioFact(reading),
];

const agoInWords = (gapDays: number): string => {
  const whole = Math.floor(gapDays);
  return whole < 1 ? "today" : whole === 1 ? "yesterday" : `${whole} days ago`;
};

const stateInWords = {
  ok: "within your rhythm",
  due: "a word would be timely",
  late: "longer than is usual for you two",
  hiding: "too long to be chance; say how things are",
} as const;

/** Days since the last contact; null before the first. */
const gapDaysOf = ({ at, rhythm }: Reading): number | null =>
  rhythm.lastContactAt === null ? null : (msOf(at) - msOf(rhythm.lastContactAt)) / dayMs;

const rhythmFact = (reading: Reading, name: string): RelationshipFact => {
  const { state, cadenceDays } = reading.rhythm;
  const gapDays = gapDaysOf(reading);
  const explained = explainSilence({ state, gapDays, cadenceDays, name });
  const wanted = `you want to hear from each other ${cadenceInWords(cadenceDays)}`;
  return {
    label: "Last in touch",
    value: gapDays === null ? "not yet" : agoInWords(gapDays),
    detail: state === null ? wanted : `${stateInWords[state]}; ${wanted}`,
    sentence: explained.sentence,
    lines: sumLines(explained, "days"),
  };
};

const rowInWords = (streak: number): string =>
  ["not now", "once", "twice in a row"][streak] ?? `${streak} times in a row`;

const streakFact = (reading: Reading): RelationshipFact => {
  const { streak, cadenceDays } = reading.rhythm;
  const graceDays = streakGraceCadences * cadenceDays;
  const gapDays = gapDaysOf(reading);
  return {
    label: "Without a long gap",
    value: rowInWords(streak),
    detail: `a pause of up to ${days(graceDays)} is no gap`,
    sentence:
      streak === 0
        ? "The next contact begins a new row."
        : "Each contact that comes before a long pause adds one.",
    lines: [
      {
        label: "A pause that is no gap",
        value: days(graceDays),
        formula: `${streakGraceCadences} × ${days(cadenceDays)}`,
      },
      ...(gapDays === null ? [] : pauseLines(graceDays, gapDays)),
      { label: "Contacts in the row", value: count(streak), isTotal: true },
    ],
  };
};

const pauseLines = (graceDays: number, gapDays: number): ReadonlyArray<SumLine> => [
  { label: "Days since the last contact", value: days(-gapDays) },
  { label: "Left before the row ends", value: days(Math.max(0, graceDays - gapDays)) },
];

const monthDays = 30.44;
const yearDays = 365.25;

/** How long something has lasted, as one says it; each unit from two of it on. */
export const durationInWords = (length: number): string => {
  if (length < 1) return "since today";
  if (length < 14) return `for ${days(Math.floor(length))}`;
  if (length < 2 * monthDays) return `for ${Math.floor(length / 7)} weeks`;
  if (length < 2 * yearDays) return `for ${Math.floor(length / monthDays)} months`;
  return `for ${Math.floor(length / yearDays)} years`;
};

const tenureFact = (
  { at, tenure }: Reading,
  name: string,
  knownSince: string | null,
): RelationshipFact => {
  const nowMs = msOf(at);
  const firstMs = tenure.since === null ? nowMs : msOf(tenure.since);
  // A day means its noon, and what was written down first can be older than what was said.
  const knownMs =
    knownSince === null ? firstMs : Math.min(firstMs, msOf(`${knownSince}T12:00:00Z`));
  const total = Math.max(0, nowMs - knownMs) / dayMs;
  const isNew = tenure.since === null && knownSince === null;
  return {
    label: "You know each other",
    value: isNew ? "not said yet" : durationInWords(total),
    detail: isNew ? "say since when under Edit details" : `since ${shortDay(knownMs)}`,
    sentence: isNew
      ? "Without a day, it counts from the first gift that is written down here."
      : `You have known ${name} ${durationInWords(total)}.`,
    lines: [
      { label: "Before the first gift here", value: days((firstMs - knownMs) / dayMs) },
      { label: "Since the first gift here", value: days((nowMs - firstMs) / dayMs) },
      { label: "All together", value: days(total), isTotal: true },
    ],
  };
};

const fractions: ReadonlyArray<readonly [least: number, words: string]> = [
  [1.15, "more than you gave"],
  [0.85, "about as much as you gave"],
  [0.6, "about two thirds of what you gave"],
  [0.42, "about half of what you gave"],
  [0.28, "about a third of what you gave"],
  [0.18, "about a fifth of what you gave"],
  [0.02, "a little of what you gave"],
];

const shareInWords = (part: number | null): string => {
  if (part === null) return "you have given nothing yet";
  return fractions.find(([least]) => part >= least)?.[1] ?? "gifts often take their time";
};

const cameBackFact = ({ cameBack, reciprocity }: Reading, name: string): RelationshipFact => ({
  label: "Came back unasked",
  value: cameBack.unasked < 0.5 ? "nothing so far" : amountInWords(cameBack.unasked),
  detail: shareInWords(cameBack.share),
  sentence: `What ${name} did by themselves, beside what you gave.`,
  lines: [
    { label: `${name} did unasked, faded to today`, value: ep(cameBack.unasked) },
    { label: "You gave, faded to today (G)", value: ep(reciprocity.given) },
    {
      label: "Came back for each part you gave",
      value: cameBack.share === null ? "–" : share(cameBack.share),
      formula: "unasked / G",
      isTotal: true,
    },
  ],
});

/** Less than half a promise is as good as none. */
const promisesSeenMin = 0.5;

const promisesInWords = (kept: number, broken: number): string => {
  if (kept + broken < promisesSeenMin) return "none to go by yet";
  const part = kept / (kept + broken);
  if (part > 0.97) return "all kept";
  if (part > 0.7) return "most of them kept";
  if (part > 0.4) return "about half of them kept";
  return part > 0.03 ? "some of them kept" : "not kept of late";
};

const trustFact = ({ trust }: Reading): RelationshipFact => {
  const explained = explainTrust(trust);
  return {
    label: "Your promises",
    value: promisesInWords(trust.kept, trust.broken),
    detail: `so an offer of yours counts for ${share(trust.trust)}`,
    sentence: explained.sentence,
    lines: sumLines(explained, "share"),
  };
};

const bandInWords = {
  strong: "there is room for an ask",
  mixed: "giving a little more keeps it easy",
  strained: "give before you ask again",
} as const;

const perAskInWords = ({ deposits, negatives, ratio }: Reading["balance"]): string => {
  if (ratio !== null) return ratio < 1 ? "less than one" : `about ${Math.round(ratio)}`;
  if (deposits === 0 && negatives === 0) return "nothing yet";
  return "gifts only";
};

const answersInWords = ({ granted, declined, open }: Reading["asks"]): string =>
  [`${granted} yes`, `${declined} no`, ...(open > 0 ? [`${open} open`] : [])].join(", ");

const ratioFact = ({ balance, asks }: Reading): RelationshipFact => {
  const isBlank = balance.deposits === 0 && balance.negatives === 0;
  return {
    label: "Gifts for each ask",
    value: perAskInWords(balance),
    detail: isBlank ? "a first gift is the place to start" : bandInWords[balance.band],
    sentence:
      asks.nextFrom === null
        ? "Five gifts for each ask is comfortable; it is advice, no rule."
        : `Your last ask was not long ago: from ${shortDay(msOf(asks.nextFrom))} on there is room for another.`,
    lines: [
      { label: "Your gifts, older ones counting less", value: count(balance.deposits) },
      { label: "Your asks and wrongs, older ones counting less", value: count(balance.negatives) },
      { label: "Answers to your asks", value: answersInWords(asks) },
      {
        label: "Gifts for each",
        value: balance.ratio === null ? "–" : count(balance.ratio),
        isTotal: true,
      },
    ],
  };
};
