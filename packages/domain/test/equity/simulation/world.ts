/**
 * A world to try advice in (MODEL 6.1). Its partners do not follow our formulas: they forget by a
 * power law, saturate, and differ in how touchy they are. Time goes in weeks, amounts are in ep.
 */
import { type Chance, chanceOf } from "./prng.ts";

export const weeksMax = 104;
export const weeklyBudgetEp = 36;
/** What it takes to ask for something, whatever the answer. */
const askEffortEp = 1;

/** What a world may be varied in. */
export interface WorldTerms {
  /** s: how far what stands between the two moves an answer. */
  readonly sway: number;
  /** How readily people return something unasked, as a part of the usual. */
  readonly returning: number;
}

export const baseTerms: WorldTerms = { sway: 1, returning: 1 };

export type Reply = "keen" | "polite" | "silent";

type Kind = "ideal" | "maybe" | "no";

/** What people of each kind do with what they are given, and what they are worth. */
const traits = {
  ideal: { warmth: 4, readiness: 1, gain: 6, returning: 0.8, fit: 1, keen: 0.6, polite: 0.3 },
  maybe: { warmth: 2, readiness: -0.5, gain: 3, returning: 0.4, fit: 0, keen: 0.15, polite: 0.45 },
  no: { warmth: 0.5, readiness: -3, gain: 1.5, returning: 0.05, fit: -1, keen: 0.02, polite: 0.28 },
} as const;

/** Of a hundred people: 2, 48 and 50. */
const kinds: ReadonlyArray<Kind> = Array.from({ length: 100 }, (_, at) =>
  at < 2 ? "ideal" : at < 50 ? "maybe" : "no",
);

/** What everybody can see of a person: how well they seem to fit, and a guess of the gain. */
export interface Impression {
  readonly fit: number;
  readonly guess: number;
}

interface Feeling {
  readonly week: number;
  readonly ep: number;
}

interface Person extends Impression {
  readonly kind: Kind;
  readonly readiness: number;
  readonly touchiness: number;
  readonly gain: number;
  /** Goodwill as it came, and irritation as it came. */
  readonly feelings: Array<Feeling>;
  hasLeft: boolean;
}

export interface Answer {
  readonly isYes: boolean;
  /** What a yes was worth to me. */
  readonly value: number;
}

export interface Tally {
  value: number;
  effort: number;
  asks: number;
  yeses: number;
}

export interface World {
  readonly people: ReadonlyArray<Impression>;
  readonly tally: Tally;
  readonly give: (who: number, sizeEp: number) => Reply;
  readonly ask: (who: number, costEp: number) => Answer;
  readonly hasLeft: (who: number) => boolean;
  readonly burned: () => number;
  /** Ends the week. Returns who gave something unasked. */
  readonly passWeek: () => ReadonlyArray<number>;
}

/** Who people are depends on the seed alone, so every policy meets the same ones. */
export const openWorld = (seed: number, terms: WorldTerms): World => {
  const people = peopleOf(chanceOf(seed * 2));
  const chance = chanceOf(seed * 2 + 1);
  const tally: Tally = { value: 0, effort: 0, asks: 0, yeses: 0 };
  let week = 0;
  const personOf = (who: number): Person => people[who] as Person;

  return {
    people,
    tally,
    give: (who, sizeEp) => {
      const person = personOf(who);
      tally.effort += sizeEp;
      const ep = sizeEp * traits[person.kind].warmth * chance.factor(0.6);
      person.feelings.push({ week, ep });
      return replyOf(person.kind, chance);
    },
    ask: (who, costEp) => {
      tally.effort += askEffortEp;
      tally.asks += 1;
      const answer = answerOf(personOf(who), { costEp, week, sway: terms.sway }, chance);
      tally.value += answer.value;
      tally.yeses += answer.isYes ? 1 : 0;
      return answer;
    },
    hasLeft: (who) => personOf(who).hasLeft,
    burned: () => people.filter(({ hasLeft }) => hasLeft).length,
    passWeek: () => {
      const givers = people.flatMap((person, who) =>
        returnsOf(person, { week, returning: terms.returning }, chance) ? [who] : [],
      );
      for (const who of givers) tally.value += 9 * personOf(who).gain;
      week += 1;
      return givers;
    },
  };
};

/** The kinds stand in a drawn order, so that the order of the list says nothing. */
const peopleOf = (chance: Chance): ReadonlyArray<Person> =>
  kinds
    .map((kind) => ({ kind, place: chance.unit() }))
    .toSorted((a, b) => a.place - b.place)
    .map(({ kind }) => personOf(kind, chance));

const personOf = (kind: Kind, chance: Chance): Person => {
  const gain = traits[kind].gain * chance.factor(0.4);
  return {
    kind,
    readiness: chance.normal(traits[kind].readiness, 0.5),
    touchiness: Math.max(0, chance.normal(2, 0.3)),
    gain,
    fit: chance.normal(traits[kind].fit, 1),
    guess: gain * chance.factor(0.5),
    feelings: [],
    hasLeft: false,
  };
};

/** Goodwill less irritation, each faded by a power law. */
const moodOf = ({ feelings }: Person, week: number): number =>
  feelings.reduce((sum, felt) => sum + felt.ep / (1 + (week - felt.week) / 10), 0);

const replyOf = (kind: Kind, chance: Chance): Reply => {
  const { keen, polite } = traits[kind];
  const drawn = chance.unit();
  if (drawn < keen) return "keen";
  return drawn < keen + polite ? "polite" : "silent";
};

const answerOf = (
  person: Person,
  ask: { readonly costEp: number; readonly week: number; readonly sway: number },
  chance: Chance,
): Answer => {
  if (person.hasLeft) return { isYes: false, value: 0 };
  const mood = moodOf(person, ask.week);
  const weight = person.touchiness * ask.costEp;
  const pull = (ask.sway * (81 * Math.tanh(mood / 81) - weight)) / 9;
  const isYes = chance.happens(1 / (1 + Math.exp(-(person.readiness + pull))));
  person.feelings.push({ week: ask.week, ep: isYes ? -weight : -weight / 2 });
  if (mood - weight < -18 && chance.happens(0.3)) person.hasLeft = true;
  return { isYes, value: isYes ? ask.costEp * person.gain : 0 };
};

/** Whether somebody gives unasked this week. It discharges half of what it would have cost to ask. */
const returnsOf = (
  person: Person,
  { week, returning }: { readonly week: number; readonly returning: number },
  chance: Chance,
): boolean => {
  if (person.hasLeft || person.feelings.length === 0) return false;
  const mood = Math.max(0, moodOf(person, week));
  const rate = (0.02 * returning * traits[person.kind].returning * mood) / 9;
  if (!chance.happens(Math.min(1, rate))) return false;
  person.feelings.push({ week, ep: -4.5 });
  return true;
};
