import * as Context from "effect/Context";
import * as Effect from "effect/Effect";
import * as Layer from "effect/Layer";
import { RelationshipEquity } from "../equity/RelationshipEquity.ts";
import { dayMs } from "../equity/rules.ts";
import { type Move, movesMax } from "../equity/schema.ts";
import type { SilenceReading } from "../equity/verbs/relating.ts";
import { type InputInvalid, invalid } from "../input/errors.ts";
import {
  type Candidate,
  type Fit,
  type Introduction,
  introductionsAmong,
} from "../introduction/rules.ts";
import type { PartnerId } from "../partner/schema.ts";
import { dawnMs, dayOf, instantOf, nowMs } from "../time/moments.ts";
import type { TimeZone } from "../time/schema.ts";
import {
  isRunningOut,
  keyOfIntroduction,
  keyOfMove,
  keyOfOpenAsk,
  keyOfSilence,
  rankedCards,
  type TodayParts,
} from "./rules.ts";
import {
  type CardKey,
  type IntroductionCard,
  type IntroductionFit,
  type MoveCard,
  type Snooze,
  type SnoozeDraft,
  snoozeDaysMax,
  type Today,
  type TodayCard,
} from "./schema.ts";
import { TodayStore, type WaitingAsk } from "./TodayStore.ts";

/** What is worth doing today, and why: moves, silences, asks that run out, and introductions. */
export class TodayCards extends Context.Service<
  TodayCards,
  {
    /** The most worth doing first. Moves may cost so much effort together, in ep. */
    readonly today: (budgetEp: number, limit: number) => Effect.Effect<Today>;
    /** Puts a card off until a day: for later, or because it is done. Again replaces what was said. */
    readonly snooze: (card: CardKey, draft: SnoozeDraft) => Effect.Effect<Snooze, InputInvalid>;
    /** Brings a card back, if its cause still stands. */
    readonly unsnooze: (card: CardKey) => Effect.Effect<void>;
  }
>()("@comity/domain/today/TodayCards") {
  static readonly layerNoDeps = Layer.effect(
    TodayCards,
    Effect.gen(function* () {
      const store = yield* TodayStore;
      const equity = yield* RelationshipEquity;
      return TodayCards.of({ ...todayOver(store, equity), ...snoozesOver(store) });
    }),
  );
}

/** More than a day has room for; more would only be compared in vain. */
const waitingAsksMax = 500;
const candidatesMax = 1000;
const silencesMax = 200;
const introductionsRead = 50;

const todayOver = (store: TodayStore["Service"], equity: RelationshipEquity["Service"]) => {
  const introductionsOnce = introductionsOfLast();
  const introductions = Effect.gen(function* () {
    return introductionsOnce(yield* store.candidates(candidatesMax), yield* store.acquainted);
  });

  const found = Effect.fnUntraced(function* (budgetEp: number, atMs: number) {
    const asks = yield* store.waitingAsks(atMs, waitingAsksMax);
    return {
      moves: (yield* equity.moves(budgetEp, movesMax)).moves,
      silences: (yield* equity.silences).toSorted(mineFirst).slice(0, silencesMax),
      asks: asks.filter((ask) => isRunningOut(ask, atMs)),
      introductions: yield* introductions,
    } satisfies Found;
  });

  const today = Effect.fnUntraced(function* (budgetEp: number, limit: number) {
    const atMs = yield* nowMs;
    const what = yield* found(budgetEp, atMs);
    const names = namesOf(yield* store.who(everyoneIn(what)));
    const parts = cardsOf(what, names, yield* store.timeZone);
    const putOff = new Set<string>(yield* store.snoozed(atMs));
    const isPutOff = ({ key }: TodayCard): boolean => putOff.has(key);
    return {
      at: instantOf(atMs),
      cards: rankedCards(parts, isPutOff).slice(0, limit),
      snoozed: rankedCards(parts).filter(isPutOff).length,
      partners: yield* store.partners,
    } satisfies Today;
  });

  return { today };
};

/** What people want changes less often than one looks at the day, and comparing takes the time. */
const introductionsOfLast = () => {
  let last = "";
  let found: ReadonlyArray<Introduction> = [];
  return (
    candidates: ReadonlyArray<Candidate>,
    acquainted: ReadonlyArray<readonly [PartnerId, PartnerId]>,
  ): ReadonlyArray<Introduction> => {
    const asked = JSON.stringify([candidates, acquainted]);
    if (asked === last) return found;
    found = introductionsAmong(candidates, acquainted).slice(0, introductionsRead);
    last = asked;
    return found;
  };
};

const snoozesOver = (store: TodayStore["Service"]) => {
  const snooze = Effect.fn("TodayCards.snooze")(function* (
    card: CardKey,
    { until, reason }: SnoozeDraft,
  ) {
    const atMs = yield* nowMs;
    const timeZone = yield* store.timeZone;
    const untilMs = dawnMs(until, timeZone);
    if (untilMs <= atMs) {
      return yield* invalid("/until", "not-later", "Give a day after today.");
    }
    if (untilMs - atMs > snoozeDaysMax * dayMs) {
      const message = `Give a day within ${snoozeDaysMax} days.`;
      return yield* invalid("/until", "too-late", message);
    }
    yield* store.atomically(store.snooze({ card, untilMs, reason }, atMs));
    return { card, until, reason };
  });

  const unsnooze = Effect.fn("TodayCards.unsnooze")(function* (card: CardKey) {
    yield* store.atomically(store.unsnooze(card));
  });

  return { snooze, unsnooze };
};

/** What cards are made of, before anybody has a name. Each list with the most worth doing first. */
interface Found {
  readonly moves: ReadonlyArray<Move>;
  readonly silences: ReadonlyArray<SilenceReading>;
  readonly asks: ReadonlyArray<WaitingAsk>;
  readonly introductions: ReadonlyArray<Introduction>;
}

const mineFirst = (a: SilenceReading, b: SilenceReading): number =>
  Number(a.whose !== "mine") - Number(b.whose !== "mine");

const everyoneIn = ({ moves, silences, asks, introductions }: Found): ReadonlyArray<PartnerId> => [
  ...new Set([
    ...[...moves, ...silences, ...asks].map(({ partnerId }) => partnerId),
    ...introductions.flatMap(({ oneId, otherId }) => [oneId, otherId]),
  ]),
];

type Who = MoveCard["partner"];
type Names = (partnerId: PartnerId) => Who | undefined;

const namesOf = (known: ReadonlyArray<Who>): Names => {
  const byId = new Map(known.map((who) => [who.id, who]));
  return (partnerId) => byId.get(partnerId);
};

/** A card of somebody who has gone in the meantime is none. */
const withWho = <A extends object>(
  who: Who | undefined,
  card: A,
): ReadonlyArray<A & { partner: Who }> => (who === undefined ? [] : [{ ...card, partner: who }]);

const cardsOf = (found: Found, names: Names, timeZone: TimeZone): TodayParts => ({
  moves: found.moves.flatMap((move) =>
    withWho(names(move.partnerId), { kind: "move", key: keyOfMove(move), move }),
  ),
  silences: found.silences.flatMap(
    ({ partnerId, whose, days, cadenceDays, state, lastContactMs }) =>
      withWho(names(partnerId), {
        kind: "silence",
        key: keyOfSilence(partnerId, dayOf(lastContactMs, timeZone)),
        whose,
        days: Math.floor(days),
        cadenceDays,
        state,
      }),
  ),
  openAsks: found.asks.flatMap(({ askId, partnerId, what, openedAtMs, expiresAtMs }) =>
    withWho(names(partnerId), {
      kind: "open-ask",
      key: keyOfOpenAsk(askId),
      askId,
      what,
      openedAt: instantOf(openedAtMs),
      expiresAt: instantOf(expiresAtMs),
    }),
  ),
  introductions: found.introductions.flatMap((introduction) =>
    introductionCard(introduction, names),
  ),
});

const introductionCard = (
  { oneId, otherId, forOne, forOther }: Introduction,
  names: Names,
): ReadonlyArray<IntroductionCard> => {
  const [one, other] = [names(oneId), names(otherId)];
  if (one === undefined || other === undefined) return [];
  const key = keyOfIntroduction(oneId, otherId);
  return [
    {
      kind: "introduction",
      key,
      one,
      other,
      forOne: shownFit(forOne),
      forOther: shownFit(forOther),
    },
  ];
};

const shownFit = ({ goal, offer }: Fit): IntroductionFit => ({ goal, offer });
