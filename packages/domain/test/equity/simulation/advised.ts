/** Somebody who follows the advice (MODEL 6.2): the real rules, fed with what one can see. */
import {
  type Account,
  accountAfter,
  accountAt,
  dayMs,
  emptyAccount,
  equityOf,
  type MovesPolicy,
  nextMoves,
  type Relationship,
  type RelationshipSegment,
  slackAfter,
  transferPosting,
} from "@comity/domain/equity/rules";
import type { Strategy } from "./policies.ts";
import { type Impression, type Reply, weeklyBudgetEp } from "./world.ts";

export interface AdvisedTerms {
  readonly policy: MovesPolicy;
  /** How much of what an ask would have taken is lost after a no. */
  readonly declinedShare: number;
  /** Whether every answer moves the slack (MODEL 2.6). */
  readonly doesLearn: boolean;
  /** The largest gift that is ever given, in ep of effort. */
  readonly giftEpMax: number;
}

/** Odds of ideal, maybe and no, as far as multiplied. */
type Odds = readonly [ideal: number, maybe: number, no: number];

/** How likely each kind is to be seen doing this. The world's own numbers are different ones. */
const likelihoods = {
  fits: [0.7, 0.3, 0.07],
  misfits: [0.3, 0.7, 0.93],
  keen: [0.6, 0.2, 0.03],
  polite: [0.3, 0.45, 0.27],
  silent: [0.1, 0.35, 0.7],
  yes: [0.6, 0.3, 0.1],
  no: [0.4, 0.7, 0.9],
  returned: [0.3, 0.1, 0.02],
} as const satisfies Readonly<Record<string, Odds>>;

type Sign = keyof typeof likelihoods;

const prior: Odds = [0.02, 0.48, 0.5];

/** What one guesses that a gift meant, for every ep of it. */
const benefitAfter: Readonly<Record<Reply, number>> = { keen: 2.5, polite: 1.5, silent: 0.5 };

/** All that one knows about a person. */
interface Acquaintance {
  readonly who: number;
  readonly doesFit: boolean;
  readonly guess: number;
  odds: Odds;
  signs: number;
  account: Account;
  gifts: number;
  given: number;
  received: number;
  asksAnswered: number;
  lastGiftAtMs: number | null;
  lastAskAtMs: number | null;
  lastAskSizeEp: number | null;
}

const metOf = ({ fit, guess }: Impression, who: number): Acquaintance => ({
  who,
  doesFit: fit > 0.5,
  guess,
  odds: oddsAfter(prior, fit > 0.5 ? "fits" : "misfits"),
  signs: 0,
  account: emptyAccount,
  gifts: 0,
  given: 0,
  received: 0,
  asksAnswered: 0,
  lastGiftAtMs: null,
  lastAskAtMs: null,
  lastAskSizeEp: null,
});

const oddsAfter = ([ideal, maybe, no]: Odds, sign: Sign): Odds => {
  const [a, b, c] = likelihoods[sign];
  const sum = ideal * a + maybe * b + no * c;
  return [(ideal * a) / sum, (maybe * b) / sum, (no * c) / sum];
};

const learn = (one: Acquaintance, sign: Sign): void => {
  one.odds = oddsAfter(one.odds, sign);
  one.signs += 1;
};

const segmentOf = ({
  odds: [ideal, maybe, no],
  signs,
  doesFit,
}: Acquaintance): RelationshipSegment => {
  if (ideal >= 0.8) return "ideal";
  if (no >= 0.8) return "not-now";
  if (doesFit && maybe < 0.8) return "promising";
  return signs === 0 ? "unknown" : "maybe";
};

const relationshipOf = (one: Acquaintance, nowMs: number, policy: MovesPolicy): Relationship => ({
  partnerId: String(one.who).padStart(3, "0"),
  segment: segmentOf(one),
  equity: equityOf(accountAt(one.account, nowMs, policy)),
  reserved: 0,
  trust: 0.5,
  gifts: one.gifts,
  given: one.given,
  received: one.received,
  asksAnswered: one.asksAnswered,
  lastGiftAtMs: one.lastGiftAtMs,
  lastAskAtMs: one.lastAskAtMs,
  lastAskSizeEp: one.lastAskSizeEp,
  hasOpenAsk: false,
  lastContactAtMs: latestOf(one),
  cadenceDays: 30,
  guess: one.guess,
});

const latestOf = ({ lastGiftAtMs, lastAskAtMs }: Acquaintance): number | null =>
  lastGiftAtMs === null || lastAskAtMs === null
    ? (lastGiftAtMs ?? lastAskAtMs)
    : Math.max(lastGiftAtMs, lastAskAtMs);

/** Does every week what the rules advise, and writes down what came of it. */
export const advised =
  (terms: AdvisedTerms): Strategy =>
  (world) => {
    const met = world.people.map(metOf);
    let { policy } = terms;

    const post = (one: Acquaintance, atMs: number, amount: number): void => {
      one.account = accountAfter(one.account, { atMs, amount }, policy);
    };
    const give = (one: Acquaintance, costEp: number, atMs: number): void => {
      const reply = world.give(one.who, costEp);
      learn(one, reply);
      const benefit = costEp * benefitAfter[reply];
      post(one, atMs, transferPosting({ ...aGift, benefit, cost: costEp }, policy).giver);
      one.gifts += 1;
      one.given += costEp;
      one.lastGiftAtMs = atMs;
    };
    const ask = (one: Acquaintance, cost: number, atMs: number): void => {
      const { isYes, value } = world.ask(one.who, cost);
      learn(one, isYes ? "yes" : "no");
      const weighed = transferPosting({ ...aFavour, benefit: value, cost }, policy).receiver;
      post(one, atMs, isYes ? weighed : weighed * terms.declinedShare);
      one.given += 1;
      one.received += value;
      one.asksAnswered += 1;
      one.lastAskAtMs = atMs;
      if (isYes) one.lastAskSizeEp = Math.max(cost, one.lastAskSizeEp ?? 0);
      if (terms.doesLearn) policy = { ...policy, slack: slackAfter(policy.slack, isYes) };
    };

    return (week, returned) => {
      const nowMs = week * 7 * dayMs;
      for (const who of returned) learn(met[who] as Acquaintance, "returned");
      const known = met.filter(({ who }) => !world.hasLeft(who));
      const relationships = known.map((one) => relationshipOf(one, nowMs, policy));
      for (const move of nextMoves(relationships, weeklyBudgetEp, policy, nowMs)) {
        const one = met[Number(move.partnerId)] as Acquaintance;
        if (move.kind === "ask") ask(one, move.sizeEp, nowMs);
        else if (move.kind !== "stop-asking")
          give(one, Math.min(move.costEp, terms.giftEpMax), nowMs);
      }
    };
  };

const aGift = { asked: false, strings: false, evidence: "estimated" } as const;
const aFavour = { asked: true, strings: false, evidence: "observed" } as const;
