/**
 * Numbers explained: one sentence that a person understands, and the sum behind it. No sentence
 * says that somebody is in another's debt, because keeping score harms what is close (MODEL 2.5).
 */
import type { Coverage, EquityPolicy } from "../schema.ts";
import { amountInWords, mostInWords } from "./words.ts";

/** One line of a sum. */
export interface ExplanationTerm {
  readonly label: string;
  /** In the unit of the sum: ep, a share, or days. */
  readonly amount: number;
  /** Where the amount comes from, in the symbols of MODEL section 2. */
  readonly formula: string;
}

/** A sentence, and the terms it rests on: the last one is the total of those before it. */
export interface Explanation {
  readonly sentence: string;
  readonly terms: ReadonlyArray<ExplanationTerm>;
}

type Total = Omit<ExplanationTerm, "amount">;

/** Added up from left to right, as the rules do, so that the total is theirs to the last bit. */
const summed = (
  parts: ReadonlyArray<ExplanationTerm>,
  total: Total,
): ReadonlyArray<ExplanationTerm> => {
  const amount = parts.reduce((sum, part) => sum + part.amount, 0);
  return [...parts, { ...total, amount }].map(unsigned);
};

/** A negative zero would print a sign; adding a zero takes it away. */
const unsigned = ({ label, amount, formula }: ExplanationTerm): ExplanationTerm => ({
  label,
  amount: amount + 0,
  formula,
});

const rounded = (value: number): string => String(Math.round(value * 100) / 100);

const countInWords = (gifts: number): string =>
  ["no gift", "one gift", "two gifts", "three gifts"][gifts] ?? `${gifts} gifts`;

const daysInWords = (days: number): string => {
  const whole = Math.max(1, Math.round(days));
  return whole === 1 ? "a day" : `${whole} days`;
};

const listInWords = (parts: ReadonlyArray<string>): string =>
  parts.length < 2 ? parts.join("") : `${parts.slice(0, -1).join(", ")} and ${parts.at(-1)}`;

/** Less than this has no words of its own: any gift is more. */
const tinyEp = 0.5;

interface AskContext {
  readonly name: string;
  readonly policy: EquityPolicy;
  /** Gifts of mine that the partner had not asked for. */
  readonly gifts: number;
}

/** Why an ask is earned, early or not yet (MODEL 2.4). Terms in ep; the total is what is left after it. */
export const explain = (verdict: Coverage, about: AskContext): Explanation => ({
  sentence: verdictSentence(verdict, about),
  terms: coverageTerms(verdict, about.policy),
});

const verdictSentence = (verdict: Coverage, about: AskContext): string => {
  switch (verdict.verdict) {
    case "earned":
      return earnedSentence(verdict, about);
    case "early":
      return earlySentence(verdict, about);
    case "not-yet":
      return missingSentence(verdict, about);
  }
};

const earnedSentence = (verdict: Coverage, { name, policy }: AskContext): string => {
  const covering = coveringWords(verdict, { name, overdraft: policy.overdraft });
  const verb = covering.length === 1 ? "covers" : "cover";
  const held = verdict.reserved > 0 ? ", with what your open asks hold left aside" : "";
  const sentence = `${listInWords(covering)} ${verb} this ask${held}${soonWords(verdict)}.`;
  return sentence.charAt(0).toUpperCase() + sentence.slice(1);
};

/** Advice that no verdict rests on. */
const soonWords = ({ reasons }: Coverage): string =>
  reasons.includes("recent-ask") ? "; your last ask was not long ago, so a pause is kinder" : "";

/** What an ask rests on; an allowance only where it was needed. */
const coveringWords = (
  { equity, offered, after }: Coverage,
  { name, overdraft }: { readonly name: string; readonly overdraft: number },
): ReadonlyArray<string> => {
  const words = [
    ...(equity > 0 ? [`what you have given ${name}`] : []),
    ...(offered > 0 ? ["what you offer with it"] : []),
    ...(overdraft > 0 && after < 0 ? ["the allowance you set"] : []),
  ];
  // The grace of the policy can cover the very smallest ask alone.
  return words.length > 0 ? words : [`what stands between you and ${name}`];
};

const earlySentence = (verdict: Coverage, { name, gifts, policy }: AskContext): string => {
  if (!verdict.reasons.includes("few-gifts"))
    return `It is covered, but early${soonWords(verdict)}.`;
  const wanted = countInWords(policy.giftsBeforeFirstAsk);
  return (
    `It is covered, but ${name} has had ${countInWords(gifts)} from you so far: ` +
    `after ${wanted} a first ask lands better${soonWords(verdict)}.`
  );
};

const missingSentence = (verdict: Coverage, { name, policy, gifts }: AskContext): string => {
  const { shortfall, waitDays, reserved, reasons } = verdict;
  const isTiny = shortfall < tinyEp;
  const missing = isTiny ? "one small gift" : `gifts that mean ${amountInWords(shortfall)}`;
  const waiting = waitDays === null ? "" : `, and so would ${daysInWords(waitDays)} of waiting`;
  const held = reserved > 0 ? `; your open asks hold ${amountInWords(reserved)}` : "";
  const few = reasons.includes("few-gifts") ? fewWords(policy.giftsBeforeFirstAsk, gifts) : "";
  const also = `${waiting}${held}${few}${soonWords(verdict)}`;
  return `Not yet: ${missing} to ${name} would earn it${also}.`;
};

const fewWords = (wanted: number, gifts: number): string =>
  `; a first ask lands better after ${countInWords(wanted)}, and so far there is ${countInWords(gifts)}`;

/** E - reserved + tau q offer - sigma lambda cost + F, in the order in which `mayAsk` adds it up. */
const coverageTerms = (verdict: Coverage, policy: EquityPolicy): ReadonlyArray<ExplanationTerm> => {
  const { slack, askWeight, overdraft } = policy;
  const weight = slack * askWeight;
  return summed(
    [
      { label: "Your standing (E)", amount: verdict.equity, formula: "E = P + I" },
      heldTerm(verdict.reserved),
      {
        label: "What your offer counts for",
        amount: verdict.offered,
        formula: "tau × q × offer",
      },
      {
        label: weight === 1 ? "This ask" : `This ask, weighed ${rounded(weight)} times`,
        amount: -verdict.needed,
        formula: `-sigma × lambda × cost, with ${rounded(slack)} × ${rounded(askWeight)}`,
      },
      ...allowanceTerms(overdraft),
    ],
    {
      label: "Left after it",
      formula: `E - reserved + offer - ask${overdraft > 0 ? " + F" : ""}`,
    },
  );
};

const heldTerm = (reserved: number): ExplanationTerm => ({
  label: "Held by open asks",
  amount: -reserved,
  formula: "-lambda × cost, for each open ask",
});

const allowanceTerms = (overdraft: number): ReadonlyArray<ExplanationTerm> =>
  overdraft > 0 ? [{ label: "Allowance", amount: overdraft, formula: "F" }] : [];

interface StandingContext {
  readonly principal: number;
  readonly interest: number;
  readonly reserved: number;
  /** The largest ask that is earned, in ep of cost to the partner. */
  readonly capacity: number;
  readonly policy: EquityPolicy;
  readonly name: string;
}

/** Where I stand with a partner, and what I could ask for (MODEL 2.3, 2.4). Terms in ep. */
export const explainStanding = (standing: StandingContext): Explanation => ({
  sentence: standingSentence(standing),
  terms: standingTerms(standing),
});

/** An ask cannot be larger: amountEpMax of the schema, because rules import types only. */
const largestAskEp = 8100;

const standingSentence = ({ principal, interest, ...standing }: StandingContext): string => {
  const { reserved, capacity, name } = standing;
  const most = mostInWords(Math.min(capacity, largestAskEp));
  if (most !== undefined) return `You could ask ${name} for up to ${most}.`;
  if (principal + interest < 0) {
    return `You stand below zero with ${name}: that fades by itself, and sooner with a gift.`;
  }
  if (reserved > 0) return `Your open asks hold what you have built up with ${name}.`;
  return `There is no ask of ${name} that is earned yet: a small gift is the place to start.`;
};

const standingTerms = ({
  principal,
  interest,
  reserved,
  policy: { halfLifeDays, interestRatio, overdraft },
}: StandingContext): ReadonlyArray<ExplanationTerm> =>
  summed(
    [
      {
        label: "Gifts less asks, as far as they have not faded",
        amount: principal,
        formula: `P = sum of postings × 2^(-age / ${rounded(halfLifeDays)} days)`,
      },
      {
        label: "The extra that a standing balance earned",
        amount: interest,
        formula: `I = ${rounded(interestRatio)} × kappa × what stood above 0, fading alike`,
      },
      heldTerm(reserved),
      ...allowanceTerms(overdraft),
    ],
    { label: "Free for an ask", formula: `P + I - reserved${overdraft > 0 ? " + F" : ""}` },
  );

interface TrustContext {
  /** Promises kept and broken, counted so that old ones fade. */
  readonly kept: number;
  readonly broken: number;
  /** tau, from 0 to 1. */
  readonly trust: number;
}

/** How far a promise of mine counts (MODEL 2.4): tau = (K + 1) / (K + B + 2). Terms are shares of 1. */
export const explainTrust = ({ kept, broken, trust }: TrustContext): Explanation => {
  const counted = kept + broken + 2;
  return {
    sentence: trustSentence({ kept, broken, trust }),
    terms: summed(
      [
        {
          label: "Promises kept",
          amount: kept / counted,
          formula: `K / (K + B + 2) = ${rounded(kept)} / ${rounded(counted)}`,
        },
        {
          label: "Two not seen yet, one of them taken as kept",
          amount: 1 / counted,
          formula: `1 / (K + B + 2) = 1 / ${rounded(counted)}`,
        },
      ],
      { label: "How far an offer of yours counts", formula: "tau = (K + 1) / (K + B + 2)" },
    ),
  };
};

/** Less than half a promise is as good as none. */
const promisesSeenMin = 0.5;

const trustSentence = ({ kept, broken, trust }: TrustContext): string => {
  const counts = `an offer of yours counts for ${Math.round(trust * 100)} %`;
  if (kept + broken < promisesSeenMin) {
    return `There is no promise to go by yet, so ${counts} of what it would mean.`;
  }
  const share = Math.round((100 * kept) / (kept + broken));
  return `You kept ${share} % of the promises that still count, so ${counts} of what it would mean.`;
};

interface ReciprocityContext {
  /** What I gave and what I received, in ep of benefit, faded. */
  readonly given: number;
  readonly received: number;
  /** (G - R) / (G + R), from -1 to 1. */
  readonly index: number;
  /** Who gives nearly alone. */
  readonly oneSided: "me" | "them" | null;
  readonly name: string;
}

/**
 * Which way gifts have gone (MODEL 2.5). Terms are shares of all that was given. What came from me
 * is no claim: the sentence speaks of what I could do, or of nothing to do.
 */
export const explainReciprocity = (reciprocity: ReciprocityContext): Explanation => {
  const { given, received } = reciprocity;
  const all = given + received;
  const shareOf = (amount: number): number => (all > 0 ? amount / all : 0);
  return {
    sentence: reciprocitySentence(reciprocity),
    terms: summed(
      [
        { label: "From you", amount: shareOf(given), formula: "G / (G + R)" },
        {
          label: `From ${reciprocity.name}`,
          amount: -shareOf(received),
          formula: "-R / (G + R)",
        },
      ],
      { label: "Which way it leans", formula: "(G - R) / (G + R)" },
    ),
  };
};

/** Nobody notices whether it is six parts of eleven or five. */
const evenIndex = 0.1;

const reciprocitySentence = (reciprocity: ReciprocityContext): string => {
  const { given, received, index, oneSided, name } = reciprocity;
  if (given + received <= 0) return `Nothing has gone either way between you and ${name} yet.`;
  if (oneSided === "me") return `So far most gifts went from you to ${name}, without a bill.`;
  if (oneSided === "them") {
    return `So far most gifts came from ${name}: a good moment to give something yourself.`;
  }
  if (Math.abs(index) < evenIndex) return `You and ${name} give each other about as much.`;
  return `It goes both ways between you and ${name}.`;
};

interface SilenceContext {
  /** Null: there was no contact yet. */
  readonly state: "ok" | "due" | "late" | "hiding" | null;
  /** Days since the last contact; null where there was none. */
  readonly gapDays: number | null;
  readonly cadenceDays: number;
  readonly name: string;
}

/** How long it has been quiet, against the rhythm of the two (MODEL 2.5). Terms in days. */
export const explainSilence = ({ gapDays, ...silence }: SilenceContext): Explanation =>
  silence.state === null || gapDays === null
    ? { sentence: `You and ${silence.name} have not been in touch yet.`, terms: [] }
    : {
        sentence: silenceSentence(silence.state, gapDays, silence.name),
        terms: silenceTerms(gapDays, silence.cadenceDays),
      };

const silenceTerms = (gapDays: number, cadenceDays: number): ReadonlyArray<ExplanationTerm> =>
  summed(
    [
      { label: "Days since the last contact", amount: gapDays, formula: "gap" },
      {
        label: "Days between contacts, as the two of you want it",
        amount: -cadenceDays,
        formula: "-cadence",
      },
    ],
    {
      label: "Days beyond the rhythm",
      formula: `gap - cadence; s = gap / cadence = ${rounded(gapDays / cadenceDays)}`,
    },
  );

const silenceSentence = (
  state: "ok" | "due" | "late" | "hiding",
  gapDays: number,
  name: string,
): string => {
  const gap = daysInWords(gapDays);
  switch (state) {
    case "ok":
      return gapDays < 1
        ? `You and ${name} were in touch within the last day.`
        : `You and ${name} were in touch ${gap} ago, which is within your rhythm.`;
    case "due":
      return `It has been ${gap}: a word to ${name} would be timely.`;
    case "late":
      return `It has been ${gap}, longer than is usual for you and ${name}: a short word helps.`;
    case "hiding":
      return `It has been ${gap}, too long to be chance: tell ${name} how things are, good or bad.`;
  }
};
