/** What is worth doing now, with whom, and why (MODEL 6.2 and 6.3, DESIGN ruling 4). */
import type { Coverage, EquityPolicy, MoveKind, MoveReason } from "../schema.ts";
import { type AskPolicy, isSoonAfter, mayAsk } from "./coverage.ts";
import { dayMs, sizesEp, thresholdSlack } from "./policy.ts";

/** What somebody is to you, as far as the evidence goes (MODEL 3.1). */
export type RelationshipSegment = "ideal" | "promising" | "maybe" | "not-now" | "unknown";

/** What the next move with a partner is judged by. Amounts are in ep, instants epoch milliseconds. */
export interface Relationship {
  readonly partnerId: string;
  readonly segment: RelationshipSegment;
  /** E of mine with the partner, now. */
  readonly equity: number;
  /** P of it, which alone earns interest. Left out: all of it. */
  readonly principal?: number;
  /** What this relationship is judged by. Left out: like everyone else. */
  readonly policy?: AskPolicy & Pick<EquityPolicy, "daysBetweenAsks">;
  /** What my open asks hold. */
  readonly reserved: number;
  readonly trust: number;
  /** Gifts from me that were not asked for and still stand. */
  readonly gifts: number;
  /**
   * Effort that went into gifts and asks; in total or faded, but in the same way as `received`. What
   * was given since their last answer may be left out: nothing was asked for it yet.
   */
  readonly given: number;
  /** What the asks they granted meant to me. */
  readonly received: number;
  /** Asks that got a yes or a no. */
  readonly asksAnswered: number;
  readonly lastGiftAtMs: number | null;
  readonly lastAskAtMs: number | null;
  /** The largest ask they ever granted, by what it cost them; null before the first yes. */
  readonly lastAskSizeEp: number | null;
  readonly hasOpenAsk: boolean;
  readonly lastContactAtMs: number | null;
  /** How often the two of you want to hear from each other, in days. */
  readonly cadenceDays: number;
  /** What a yes is worth to me, for every ep that it costs them. Without it: 1. */
  readonly guess?: number;
}

/** A move on its way to a list, with what ranks it. */
export interface RankedMove {
  readonly kind: MoveKind;
  readonly partnerId: string;
  /** What it takes from me, in ep. */
  readonly costEp: number;
  /** What a gift usually means to them, or what a yes costs them, in ep. */
  readonly sizeEp: number;
  readonly because: ReadonlyArray<MoveReason>;
  /** What may come back for each ep of mine. It only orders moves; it promises nothing. */
  readonly score: number;
}

/** The part of the policy that moves are judged by. */
export type MovesPolicy = AskPolicy &
  Pick<EquityPolicy, "daysBetweenAsks" | "activeCircleMax" | "newProspectShare">;

/** Asks grow along these sizes: a larger one comes after a yes to the one before. */
const ladderEp: ReadonlyArray<number> = [sizesEp.S, sizesEp.M, sizesEp.L];

/** When a larger ask stays out of reach for so many gaps between asks, a smaller one is due again. */
const gapsBeforeSmallerAsk = 4;

/** What gifts cost. When tried, larger ones to one person left too little for the others (MODEL 6.3). */
const giftsEp: ReadonlyArray<number> = [sizesEp.M, sizesEp.S, sizesEp.XS];

/** What a usual gift means to the receiver, for every ep of the giver (MODEL 2.2, deposit kinds). */
const benefitPerCost = 3;

/** A message takes five minutes, whether it asks for something or keeps in touch. */
const messageEp = sizesEp.XS;

/** More than one gift a week to the same person is a campaign. */
const daysBetweenGifts = 7;

const giftsForNotNowMax = 2;
const asksBeforeYieldCounts = 3;
const closingWithinDays = 14;

/** How likely somebody is worth the effort, as a factor: never the same for everyone (MODEL 7). */
const segmentWeights: Readonly<Record<RelationshipSegment, number>> = {
  ideal: 4,
  promising: 2,
  maybe: 1,
  unknown: 0.5,
  "not-now": 0.1,
};

/** How much of what a move could bring is counted on, as a factor; no source, choices of ours. */
const counted = { ask: 1, closingAsk: 1.25, gift: 0.5, firstGift: 0.25, word: 0.1 };

interface Moment {
  readonly policy: MovesPolicy;
  readonly nowMs: number;
}

/**
 * The moves worth making now, best first, that a budget (ep of my effort) pays for together: at most
 * one for each partner. The same state gives the same moves in the same order (MODEL 6.2, ruling 4).
 */
export const nextMoves = (
  relationships: ReadonlyArray<Relationship>,
  budgetEp: number,
  policy: MovesPolicy,
  nowMs: number,
): ReadonlyArray<RankedMove> => {
  const moment = { policy, nowMs };
  const purseEp = policy.newProspectShare * budgetEp;
  const prospects = relationships.filter(isNew);
  const firstGifts = affordable(
    prospects.map((one) => firstGiftTo(one, policy)),
    purseEp,
  );
  const known = relationships.filter((one) => !isNew(one));
  const circle = circleOf(known, policy);
  const followUps = known.flatMap((one) =>
    (circle.has(one) ? moveWithin : moveOutside)(one, momentFor(one, moment)),
  );
  const others = affordable(followUps, budgetEp - costOf(firstGifts));
  return [...firstGifts, ...others].toSorted(byRank);
};

/** Nothing has gone from me to them yet, nor is there anything from before the ledger began. */
const isNew = (one: Relationship): boolean =>
  one.gifts === 0 &&
  Math.abs(one.equity) <= thresholdSlack &&
  one.lastAskAtMs === null &&
  one.asksAnswered === 0 &&
  !one.hasOpenAsk;

/** They had several asks, and what they granted brought less than went in (MODEL 6.2, 6.4). */
const isLowYield = (one: Relationship): boolean =>
  one.asksAnswered >= asksBeforeYieldCounts && one.received < one.given - thresholdSlack;

/** They had their gifts, and stay with no. */
const isLeftInPeace = (one: Relationship): boolean =>
  one.segment === "not-now" && one.gifts >= giftsForNotNowMax;

/** What a yes of theirs is worth, for every ep, weighed by how likely they are to be the right one. */
const worthOf = (one: Relationship): number => segmentWeights[one.segment] * (one.guess ?? 1);

/** Who gets more than a first gift: as many as one can tend, the worthiest first. */
const circleOf = (
  known: ReadonlyArray<Relationship>,
  policy: MovesPolicy,
): ReadonlySet<Relationship> => {
  const candidates = known
    .filter((one) => !isLeftInPeace(one) && !isLowYield(one))
    .toSorted((a, b) => worthOf(b) - worthOf(a) || b.equity - a.equity || byPartner(a, b));
  return new Set(candidates.slice(0, policy.activeCircleMax));
};

const firstGiftTo = (one: Relationship, policy: MovesPolicy): RankedMove => ({
  kind: "first-gift",
  partnerId: one.partnerId,
  ...giftOf(sizesEp.S),
  because: ["new-prospect"],
  score: worthOf(one) * returnOfGiving(policy) * counted.firstGift,
});

/** The moment as one relationship sees it: with what it is judged by. */
const momentFor = ({ policy }: Relationship, moment: Moment): Moment =>
  policy === undefined ? moment : { ...moment, policy: { ...moment.policy, ...policy } };

/** What is most worth it with a partner of the circle: an ask, else a gift, else a word. */
const moveWithin = (one: Relationship, moment: Moment): ReadonlyArray<RankedMove> => {
  const next = judged(one, nextSizeOf(one), moment.policy);
  return listOf(askOf(one, next, moment) ?? giftTo(one, next, moment) ?? wordTo(one, moment));
};

/** With the others: a warning where an ask would seem to be due, else a word. */
const moveOutside = (one: Relationship, moment: Moment): ReadonlyArray<RankedMove> => {
  const wouldAsk = () => askOf(one, judged(one, nextSizeOf(one), moment.policy), moment) !== null;
  return listOf(isLowYield(one) && wouldAsk() ? stopAsking(one) : wordTo(one, moment));
};

const listOf = (move: RankedMove | null): ReadonlyArray<RankedMove> =>
  move === null ? [] : [move];

/** The size above the largest they ever granted: the smallest at first, the largest for ever after. */
const nextSizeOf = ({ lastAskSizeEp }: Relationship): number =>
  ladderEp.find((size) => size > (lastAskSizeEp ?? 0) + thresholdSlack) ?? sizesEp.L;

/** An ask of a size, in ep of cost to the partner, and the verdict on it. */
interface JudgedAsk {
  readonly sizeEp: number;
  readonly coverage: Coverage;
}

const judged = (one: Relationship, sizeEp: number, policy: MovesPolicy): JudgedAsk => {
  const { equity, principal = equity, reserved, trust, gifts } = one;
  const standing = { equity, principal, reserved, trust, gifts };
  const ask = { cost: sizeEp, offer: 0, evidence: "estimated" } as const;
  const firstAsk = one.lastAskAtMs === null;
  return { sizeEp, coverage: mayAsk({ ...standing, ...ask, firstAsk }, policy) };
};

const isEarned = ({ coverage }: JudgedAsk): boolean => coverage.verdict === "earned";

const askOf = (one: Relationship, next: JudgedAsk, moment: Moment): RankedMove | null => {
  if (one.segment === "not-now" || one.hasOpenAsk || isTooSoon(one, moment)) return null;
  const ask = isEarned(next) ? next : smallerAsk(one, next, moment);
  if (ask === undefined) return null;
  const { sizeEp, coverage } = ask;
  const because: Array<MoveReason> = ["earned"];
  if (one.lastAskSizeEp !== null && sizeEp > one.lastAskSizeEp) because.push("ladder");
  const isClosing = coverage.windowDays !== null && coverage.windowDays <= closingWithinDays;
  if (isClosing) because.push("window-closing");
  return {
    kind: "ask",
    partnerId: one.partnerId,
    costEp: messageEp,
    sizeEp,
    because,
    score: worthOf(one) * (sizeEp / messageEp) * (isClosing ? counted.closingAsk : counted.ask),
  };
};

const isTooSoon = ({ lastAskAtMs }: Relationship, { policy, nowMs }: Moment): boolean =>
  isSoonAfter(daysSince(lastAskAtMs, nowMs), policy);

/** What to ask for in place of a size that stayed out of reach for long; undefined before that. */
const smallerAsk = (
  one: Relationship,
  next: JudgedAsk,
  { policy, nowMs }: Moment,
): JudgedAsk | undefined => {
  const longDays = gapsBeforeSmallerAsk * policy.daysBetweenAsks - thresholdSlack;
  if (one.lastAskAtMs === null || daysSince(one.lastAskAtMs, nowMs) < longDays) return undefined;
  const smaller = ladderEp.filter((sizeEp) => sizeEp < next.sizeEp).toReversed();
  return smaller.map((sizeEp) => judged(one, sizeEp, policy)).find(isEarned);
};

const giftTo = (one: Relationship, next: JudgedAsk, moment: Moment): RankedMove | null => {
  const { policy, nowMs } = moment;
  const { shortfall } = next.coverage;
  const isSecond = one.lastAskAtMs === null && one.gifts < policy.giftsBeforeFirstAsk;
  const isRecent = daysSince(one.lastGiftAtMs, nowMs) < daysBetweenGifts - thresholdSlack;
  if (isRecent || (shortfall === 0 && !isSecond)) return null;
  const isSmallEnough = isSecond || shortfall <= creditOf(sizesEp.S, policy);
  return {
    kind: "give",
    partnerId: one.partnerId,
    ...giftOf(isSmallEnough ? sizesEp.S : sizesEp.M),
    because: [
      isSecond ? "needs-second-gift" : "builds-towards-ask",
      ...whyNoAskYet(one, moment),
      ...(isSilent(one, nowMs) ? (["silence"] as const) : []),
    ],
    score: worthOf(one) * returnOfGiving(policy) * counted.gift,
  };
};

const whyNoAskYet = (one: Relationship, moment: Moment): ReadonlyArray<MoveReason> => {
  if (one.hasOpenAsk) return ["ask-is-open"];
  return isTooSoon(one, moment) ? ["asked-recently"] : [];
};

/** Keeps a silence from growing longer than the two of you want (MODEL 2.5). */
const wordTo = (one: Relationship, { nowMs }: Moment): RankedMove | null =>
  one.segment === "not-now" || !isSilent(one, nowMs)
    ? null
    : {
        kind: "keep-in-touch",
        partnerId: one.partnerId,
        costEp: messageEp,
        sizeEp: messageEp,
        because: ["silence"],
        score: worthOf(one) * counted.word,
      };

const isSilent = ({ lastContactAtMs, cadenceDays }: Relationship, nowMs: number): boolean =>
  daysSince(lastContactAtMs, nowMs) >= cadenceDays - thresholdSlack;

const stopAsking = ({ partnerId }: Relationship): RankedMove => ({
  kind: "stop-asking",
  partnerId,
  costEp: 0,
  sizeEp: 0,
  because: ["low-yield"],
  score: 0,
});

const giftOf = (costEp: number) => ({ costEp, sizeEp: costEp * benefitPerCost });

/** What a gift of a cost usually adds to my standing. */
const creditOf = (costEp: number, policy: MovesPolicy): number =>
  policy.q.estimated * benefitPerCost * costEp;

/** How large an ask a gift pays for, for every ep of it. */
const returnOfGiving = (policy: MovesPolicy): number =>
  creditOf(1, policy) / (policy.slack * policy.askWeight);

/** Infinite before the first time. */
const daysSince = (atMs: number | null, nowMs: number): number =>
  atMs === null ? Infinity : (nowMs - atMs) / dayMs;

/** The best of these moves that a budget pays for. A gift that is too large for it gets smaller. */
const affordable = (
  moves: ReadonlyArray<RankedMove>,
  budgetEp: number,
): ReadonlyArray<RankedMove> => {
  let leftEp = budgetEp + thresholdSlack;
  return moves.toSorted(byRank).flatMap((wanted) => {
    const move = fitted(wanted, leftEp);
    if (move.costEp > leftEp) return [];
    leftEp -= move.costEp;
    return [move];
  });
};

const fitted = (move: RankedMove, leftEp: number): RankedMove => {
  const isGift = move.kind === "give" || move.kind === "first-gift";
  const smallerEp = giftsEp.find((costEp) => costEp < move.costEp && costEp <= leftEp);
  if (!isGift || move.costEp <= leftEp || smallerEp === undefined) return move;
  return { ...move, ...giftOf(smallerEp) };
};

const costOf = (moves: ReadonlyArray<RankedMove>): number =>
  moves.reduce((sum, { costEp }) => sum + costEp, 0);

const byPartner = (a: { readonly partnerId: string }, b: { readonly partnerId: string }): number =>
  a.partnerId < b.partnerId ? -1 : a.partnerId > b.partnerId ? 1 : 0;

const byRank = (a: RankedMove, b: RankedMove): number => b.score - a.score || byPartner(a, b);
