/** What comes first on Today, and what is left for another day: pure functions over cards. */
import { dayMs, thresholdSlack } from "../equity/rules.ts";
import type { Move } from "../equity/schema.ts";
import type {
  CardKey,
  IntroductionCard,
  MoveCard,
  OpenAskCard,
  SilenceCard,
  TodayCard,
} from "./schema.ts";

/** An open ask is looked after in its last two weeks, and when three weeks brought no answer. */
export const askDaysLeft = 14;
export const askDaysUnanswered = 21;

/** Whether an open ask needs a word: its time runs out, or it has waited for long. */
export const isRunningOut = (
  ask: { readonly openedAtMs: number; readonly expiresAtMs: number },
  nowMs: number,
): boolean =>
  ask.expiresAtMs - nowMs <= askDaysLeft * dayMs ||
  (nowMs - ask.openedAtMs) / dayMs > askDaysUnanswered + thresholdSlack;

/** Silences that come before gifts. A day has room for a few words; more would hide everything else. */
export const silencesFirstMax = 5;

/** Two introductions are two conversations to prepare. */
export const introductionsMax = 2;

/** An introduction comes after so many moves, so that neither hides the other. */
export const movesPerIntroduction = 3;

/** Nobody fills the day. */
export const cardsPerPersonMax = 2;

/** A gift of another kind is the same card. */
export const keyOfMove = ({ kind, partnerId }: Pick<Move, "kind" | "partnerId">): CardKey =>
  keyOf("move", kind === "first-gift" ? "give" : kind, partnerId);

/** Another silence after a contact is another card. `day` is that of the contact. */
export const keyOfSilence = (partnerId: string, day: string): CardKey =>
  keyOf("silence", partnerId, day);

export const keyOfOpenAsk = (askId: string): CardKey => keyOf("open-ask", askId);

export const keyOfIntroduction = (oneId: string, otherId: string): CardKey =>
  keyOf("introduction", ...[oneId, otherId].toSorted());

const keyOf = (...parts: ReadonlyArray<string>): CardKey => parts.join(":") as CardKey;

/** Each list with the most worth doing first. */
export interface TodayParts {
  readonly moves: ReadonlyArray<MoveCard>;
  readonly silences: ReadonlyArray<SilenceCard>;
  readonly openAsks: ReadonlyArray<OpenAskCard>;
  readonly introductions: ReadonlyArray<IntroductionCard>;
}

/**
 * All that is worth doing and not put off, in the order of the day: what runs out; who waits for a
 * word of mine; gifts and asks in turn, with an introduction here and there; then the other silences,
 * and what to leave be.
 */
export const rankedCards = (
  parts: TodayParts,
  isPutOff: (card: TodayCard) => boolean = () => false,
): ReadonlyArray<TodayCard> => {
  const isDue = (card: TodayCard): boolean => !isPutOff(card);
  const moves = parts.moves.filter(isDue);
  // A gift that was put off is no reason to speak of the silence instead.
  const silent = parts.silences.filter((card) => isDue(card) && !isAnswered(card, parts.moves));
  const first = silent.filter(({ whose }) => whose === "mine").slice(0, silencesFirstMax);
  const introductions = parts.introductions.filter(isDue).slice(0, introductionsMax);
  return withinMeasure([
    ...moves.filter(isClosing),
    ...parts.openAsks.filter(isDue),
    ...first,
    ...interleaved(givingFirst(moves.filter((card) => !isClosing(card))), introductions),
    ...silent.filter((card) => !first.includes(card)),
    ...moves.filter((card) => card.move.kind === "keep-in-touch" && !isSaid(card, parts.silences)),
    ...moves.filter(({ move }) => move.kind === "stop-asking"),
  ]);
};

const isClosing = ({ move }: MoveCard): boolean =>
  move.kind === "ask" && move.because.includes("window-closing");

const isGift = ({ move }: MoveCard): boolean => move.kind === "give" || move.kind === "first-gift";

const isAsk = ({ move }: MoveCard): boolean => move.kind === "ask";

/** A gift and an ask in turn, the gift first: a day of asks alone would be a day without a deposit. */
const givingFirst = (moves: ReadonlyArray<MoveCard>): ReadonlyArray<MoveCard> => {
  const [gifts, asks] = [moves.filter(isGift), moves.filter(isAsk)];
  return Array.from({ length: Math.max(gifts.length, asks.length) }, (_, index) =>
    [gifts[index], asks[index]].filter((card) => card !== undefined),
  ).flat();
};

/** A gift breaks a silence too, so one card is enough; but whoever waits for me gets a word. */
const isAnswered = ({ whose, partner }: SilenceCard, moves: ReadonlyArray<MoveCard>): boolean =>
  whose !== "mine" && moves.some((card) => isGift(card) && card.partner.id === partner.id);

/** The silence says it better: it knows since when. */
const isSaid = ({ partner }: MoveCard, silences: ReadonlyArray<SilenceCard>): boolean =>
  silences.some((silence) => silence.partner.id === partner.id);

const interleaved = (
  moves: ReadonlyArray<MoveCard>,
  introductions: ReadonlyArray<IntroductionCard>,
): ReadonlyArray<TodayCard> => {
  const cards: Array<TodayCard> = [...moves];
  for (const [index, introduction] of introductions.entries()) {
    // Each one that was put in before moves the place of the next.
    cards.splice((index + 1) * movesPerIntroduction + index, 0, introduction);
  }
  return cards;
};

/** The people that a card is about. */
export const peopleOf = (card: TodayCard): ReadonlyArray<string> =>
  card.kind === "introduction" ? [card.one.id, card.other.id] : [card.partner.id];

const withinMeasure = (cards: ReadonlyArray<TodayCard>): ReadonlyArray<TodayCard> => {
  const counts = new Map<string, number>();
  const countOf = (id: string): number => counts.get(id) ?? 0;
  return cards.filter((card) => {
    const people = peopleOf(card);
    if (people.some((id) => countOf(id) >= cardsPerPersonMax)) return false;
    for (const id of people) counts.set(id, countOf(id) + 1);
    return true;
  });
};
