/** How much of a day somebody has for this, and what fits into it. */
import { amountInWords, sizesEp } from "@comity/domain/equity/rules";
import type { TodayCard } from "@comity/domain/today/schema";
import { groupOf } from "./cardInWords.ts";

export type Effort = "minutes" | "half-hour" | "morning";

interface Measure {
  readonly words: string;
  /** What fits into the day, in ep. */
  readonly dayEp: number;
  /** What moves are planned with: a week at this pace, in ep. */
  readonly budgetEp: number;
}

export const efforts: Readonly<Record<Effort, Measure>> = {
  minutes: { words: "five minutes", dayEp: 1, budgetEp: 12 },
  "half-hour": { words: "half an hour", dayEp: 6, budgetEp: 36 },
  morning: { words: "half a morning", dayEp: 27, budgetEp: 81 },
};

export const isEffort = (value: unknown): value is Effort =>
  typeof value === "string" && Object.hasOwn(efforts, value);

/** What a card takes, in ep: a message is five minutes, an introduction wants a quarter of an hour. */
export const costOf = (card: TodayCard): number => {
  if (card.kind === "move") return card.move.cost;
  return card.kind === "introduction" ? sizesEp.S : sizesEp.XS;
};

/** More to ask at once would be asking around; the rest unfolds. */
export const asksShown = 3;

interface Fitting {
  readonly cards: ReadonlyArray<TodayCard>;
  /** Asks that nobody needs to see unless they want to. */
  readonly folded: ReadonlyArray<TodayCard>;
  /** How many wait for a day with more time. */
  readonly left: number;
}

/** Something that takes longer than there is time is better than nothing. */
const cardsFewest = 1;

/**
 * What a day has room for, in its order: of every group the first, then of every group the second, so
 * that many asks leave room for a gift.
 */
export const fittingInto = (all: ReadonlyArray<TodayCard>, effort: Effort): Fitting => {
  const roomEp = efforts[effort].dayEp;
  const chosen = new Set<TodayCard>();
  let takenEp = 0;
  for (const card of inRounds(all)) {
    const cost = costOf(card);
    if (chosen.size >= cardsFewest && takenEp + cost > roomEp) continue;
    takenEp += cost;
    chosen.add(card);
  }
  const cards = all.filter((card) => chosen.has(card));
  const folded = cards.some(isAsk) ? all.filter((card) => isAsk(card) && !chosen.has(card)) : [];
  return { cards, folded, left: all.length - cards.length - folded.length };
};

const isAsk = (card: TodayCard): boolean => groupOf(card) === "ask";

function* inRounds(all: ReadonlyArray<TodayCard>): Generator<TodayCard> {
  const groups = grouped(all).map(({ group, cards }) =>
    group === "ask" ? cards.slice(0, asksShown) : cards,
  );
  const rounds = Math.max(0, ...groups.map(({ length }) => length));
  for (let round = 0; round < rounds; round++) {
    for (const cards of groups) {
      const card = cards[round];
      if (card !== undefined) yield card;
    }
  }
}

const numbers =
  "One Two Three Four Five Six Seven Eight Nine Ten Eleven Twelve Thirteen Fourteen Fifteen Sixteen Seventeen Eighteen Nineteen Twenty".split(
    " ",
  );

export const countInWords = (count: number): string => numbers[count - 1] ?? String(count);

/** "Five things worth doing, about an hour together." */
export const dayInOneSentence = (cards: ReadonlyArray<TodayCard>): string => {
  const count = countInWords(cards.length);
  const ep = cards.reduce((sum, card) => sum + costOf(card), 0);
  if (ep < 0.5) return `${count} ${cards.length === 1 ? "thing" : "things"} to know today.`;
  const time = amountInWords(ep).replace(/^about /, "");
  return cards.length === 1
    ? `${count} thing worth doing, about ${time}.`
    : `${count} things worth doing, about ${time} together.`;
};

export interface Group {
  readonly group: ReturnType<typeof groupOf>;
  readonly cards: ReadonlyArray<TodayCard>;
}

/** Cards of one kind stand together, where the first of them stands. */
export const grouped = (cards: ReadonlyArray<TodayCard>): ReadonlyArray<Group> =>
  [...Map.groupBy(cards, groupOf)].map(([group, those]) => ({ group, cards: those }));
