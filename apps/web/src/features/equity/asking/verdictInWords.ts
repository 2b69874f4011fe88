/** A verdict on an ask, in sentences: the domain says why, here stands what follows from it. */
import {
  dayMs,
  daysBetweenAsksOf,
  epOf,
  explain,
  mayAsk,
  sizesEp,
} from "@comity/domain/equity/rules";
import type { Coverage, GiftSuggestion, Size, Statement } from "@comity/domain/equity/schema";
import { dayInWords, msOf } from "../../../ui/clock.ts";
import { sizes } from "../words.ts";

/** What is asked, as far as a verdict needs it: what a yes takes, in ep, and what is offered with it. */
export interface Asked {
  readonly cost: number;
  readonly offer: Size | undefined;
}

/** The verdict on an ask, from where one stands. The same rule as on the server. */
export const verdictOf = (statement: Statement, { cost, offer }: Asked): Coverage =>
  mayAsk(
    {
      equity: statement.equity,
      principal: statement.principal,
      reserved: statement.reserved,
      cost,
      offer: epOf(offer ?? 0),
      trust: statement.trust,
      evidence: "estimated",
      gifts: statement.gifts,
      firstAsk: statement.firstAsk,
      ...(statement.lastAskAt === null
        ? {}
        : { daysSinceLastAsk: daysFrom(statement.lastAskAt, msOf(statement.at)) }),
    },
    statement.policy,
  );

const daysFrom = (instant: string, toMs: number): number =>
  Math.max(0, toMs - msOf(instant)) / dayMs;

type Standpoint = Pick<Statement, "gifts" | "policy" | "lastAskAt">;

/** Why. That the last ask was only days ago is said in a line of its own, which knows the day. */
export const becauseOf = (
  verdict: Coverage,
  { gifts, policy }: Standpoint,
  name: string,
): string => {
  const reasons = verdict.reasons.filter((reason) => reason !== "recent-ask");
  const { sentence } = explain({ ...verdict, reasons }, { name, policy, gifts });
  // The heading above it says already that it is not yet.
  const because = sentence.replace(/^Not yet: /, "");
  return because.charAt(0).toUpperCase() + because.slice(1);
};

/** How long what is covered stays so; undefined where there is nothing to keep. */
export const stayInWords = (
  { verdict, windowDays }: Pick<Coverage, "verdict" | "windowDays">,
  nowMs: number,
): string | undefined => {
  if (verdict === "not-yet") return undefined;
  const state = verdict === "earned" ? "earned" : "covered";
  if (windowDays === null) return `It stays ${state}.`;
  return windowDays < 1
    ? `It is only just ${state}, and fades from day to day.`
    : `It stays ${state} until about ${dayInWords(nowMs + windowDays * dayMs)}.`;
};

const agoInWords = (days: number): string => {
  const whole = Math.floor(days);
  return whole === 0 ? "less than a day ago" : whole === 1 ? "a day ago" : `${whole} days ago`;
};

/** Advice after a recent ask, which blocks nothing; undefined where enough time has passed. */
export const roomInWords = (
  { reasons }: Pick<Coverage, "reasons">,
  { lastAskAt, policy }: Standpoint,
  { name, nowMs }: { readonly name: string; readonly nowMs: number },
): string | undefined => {
  if (lastAskAt === null || !reasons.includes("recent-ask")) return undefined;
  const fromMs = msOf(lastAskAt) + daysBetweenAsksOf(policy) * dayMs;
  const ago = agoInWords(daysFrom(lastAskAt, nowMs));
  return `You asked ${name} ${ago}. From ${dayInWords(fromMs)} on another ask has more room.`;
};

/** The smallest size that is at least so much, in ep; undefined above the largest. */
export const sizeFrom = (ep: number): Size | undefined =>
  sizes.find((size) => sizesEp[size] >= ep - fitSlackEp);

const fitSlackEp = 1e-9;

export interface OfferAdvice {
  readonly kind: "would-earn" | "counts" | "too-little";
  /** What would earn it, or what is offered. */
  readonly size: Size;
}

/** What an offer would do, or does; undefined where none is made and none would help. */
export const offerAdvice = (
  { verdict, offerNeeded }: Pick<Coverage, "verdict" | "offerNeeded">,
  offer: Size | undefined,
): OfferAdvice | undefined => {
  if (verdict !== "not-yet")
    return offer === undefined ? undefined : { kind: "counts", size: offer };
  const fitting = offerNeeded === null ? undefined : sizeFrom(offerNeeded);
  if (fitting !== undefined) return { kind: "would-earn", size: fitting };
  return offer === undefined ? undefined : { kind: "too-little", size: offer };
};

/** The statement as it would read right after a gift, which counts as a guess does. */
const withGift = (statement: Statement, benefit: number): Statement => {
  const gain = statement.policy.q.estimated * benefit;
  return {
    ...statement,
    principal: statement.principal + gain,
    equity: statement.equity + gain,
    gifts: statement.gifts + 1,
  };
};

/** What a gift would do for an ask that is not earned yet. */
export const outlookInWords = (
  gift: Pick<GiftSuggestion, "benefit">,
  asked: Asked,
  statement: Statement,
): string => {
  const before = verdictOf(statement, asked);
  const after = verdictOf(withGift(statement, gift.benefit), asked);
  if (after.verdict === "not-yet") {
    const share = 1 - after.shortfall / before.shortfall;
    return `Give this now, and ${shareInWords(share)} of it is there.`;
  }
  const state = after.verdict === "earned" ? "earned" : "possible, but early";
  const { windowDays } = after;
  return windowDays === null || windowDays < 1
    ? `Give this now, and the ask is ${state}.`
    : `Give this now, and the ask is ${state} until ${dayInWords(msOf(statement.at) + windowDays * dayMs)}.`;
};

const shares: ReadonlyArray<readonly [share: number, words: string]> = [
  [0.05, "a little"],
  [0.25, "a quarter"],
  [1 / 3, "a third"],
  [0.5, "half"],
  [2 / 3, "two thirds"],
  [0.75, "three quarters"],
  [0.95, "nearly all"],
];

/** A part of a whole, from 0 to 1, as the nearest thing that people say. */
export const shareInWords = (share: number): string => {
  const farFrom = ([each]: (typeof shares)[number]): number => Math.abs(each - share);
  return shares.reduce((best, each) => (farFrom(each) < farFrom(best) ? each : best))[1];
};
