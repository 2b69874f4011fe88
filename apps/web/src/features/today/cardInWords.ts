/** The cards of a day in words: what is worth doing, with whom, and why. */
import type { SilenceCard, TodayCard } from "@comity/domain/today/schema";
import { dayMs, msOf, shortDay } from "../../ui/clock.ts";
import { shortNameOf } from "../equity/words.ts";
import { moveInWords, whyInWords } from "../moves/moveInWords.ts";

export type CardGroup = "turn" | "give" | "ask" | "waiting" | "introduce" | "touch" | "rest";

export const groupInWords: Readonly<Record<CardGroup, string>> = {
  turn: "Your turn",
  give: "Give",
  ask: "You may ask",
  waiting: "Still waiting for an answer",
  introduce: "Bring together",
  touch: "Keep in touch",
  rest: "Better left alone",
};

export const groupOf = (card: TodayCard): CardGroup => {
  switch (card.kind) {
    case "silence":
      return card.whose === "mine" ? "turn" : "touch";
    case "open-ask":
      return "waiting";
    case "introduction":
      return "introduce";
    case "move":
      return groupOfMove[card.move.kind];
  }
};

const groupOfMove = {
  give: "give",
  "first-gift": "give",
  ask: "ask",
  "keep-in-touch": "touch",
  "stop-asking": "rest",
} as const;

/** The people that a card is about, as they are called in it. */
export const namesIn = (card: TodayCard): ReadonlyArray<string> =>
  (card.kind === "introduction" ? [card.one, card.other] : [card.partner]).map(({ name }) =>
    shortNameOf(name),
  );

/** "Ask Ana for about a quarter of an hour" */
export const whatInWords = (card: TodayCard): string => {
  switch (card.kind) {
    case "move":
      return moveInWords(card.move, shortNameOf(card.partner.name));
    case "silence":
      return card.whose === "mine"
        ? `Answer ${shortNameOf(card.partner.name)}`
        : `Say hello to ${shortNameOf(card.partner.name)}`;
    case "open-ask":
      return `Has ${shortNameOf(card.partner.name)} answered?`;
    case "introduction":
      return `Introduce ${shortNameOf(card.one.name)} and ${shortNameOf(card.other.name)}`;
  }
};

/** One sentence or two on why it is worth doing now. */
export const whyOf = (card: TodayCard): string => {
  switch (card.kind) {
    case "move":
      return whyInWords(card.move);
    case "silence":
      return whyOfSilence(card);
    case "open-ask":
      return `Asked on ${shortDay(msOf(card.openedAt))}; it runs out on ${shortDay(msOf(card.expiresAt))}.`;
    case "introduction":
      return "Each can do something that the other wants, so it is two gifts at once.";
  }
};

const whyOfSilence = ({ whose, days, cadenceDays, state, partner }: SilenceCard): string => {
  const wanted = `You wanted to hear from each other ${everyInWords(cadenceDays)}`;
  const again = state === "hiding" ? ", and a line is enough to begin again" : "";
  return whose === "mine"
    ? `${shortNameOf(partner.name)} was in touch last, ${agoInWords(days)}. ${wanted}${again}.`
    : `The last word between you was ${agoInWords(days)}. ${wanted}${again}.`;
};

const usualRhythms: ReadonlyArray<readonly [days: number, words: string]> = [
  [1, "every day"],
  [7, "every week"],
  [14, "every two weeks"],
  [30, "every month"],
  [90, "every three months"],
  [182, "every half year"],
  [365, "every year"],
];

export const everyInWords = (days: number): string =>
  usualRhythms.find(([usual]) => Math.abs(days / usual - 1) < 0.05)?.[1] ?? `every ${days} days`;

/** How long ago something was, no finer than one would remember. */
export const agoInWords = (days: number): string => {
  if (days < 1) return "today";
  if (days < 2) return "yesterday";
  if (days < 14) return `${days} days ago`;
  if (days < 60) return `${Math.round(days / 7)} weeks ago`;
  return days < 700 ? `${Math.round(days / 30.4)} months ago` : "years ago";
};

/** How long an ask has been waiting, in whole days. */
export const daysSince = (instant: string, nowMs: number): number =>
  Math.max(0, Math.floor((nowMs - msOf(instant)) / dayMs));
