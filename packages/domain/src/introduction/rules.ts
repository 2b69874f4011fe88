/**
 * Who should meet whom: two partners of yours, each of whom wants what the other can do. Pure
 * functions; only types are imported.
 */
import { foldedOrganisation } from "../partner/rules.ts";
import type { Goal, Partner } from "../partner/schema.ts";
import { tellingWordsOf } from "./rules/words.ts";

export { stemOf, tellingWordsOf } from "./rules/words.ts";

/** What is read of a partner to see whom they should meet. */
export type Candidate = Pick<
  Partner,
  "id" | "goals" | "offers" | "tags" | "role" | "organisation" | "archivedAt"
>;

/** What one wants, and what the other can do about it: an offer, a tag or a role. */
export interface Fit {
  readonly goal: Goal;
  readonly offer: string;
  /** The weight of the words that both have: rare words weigh more. */
  readonly score: number;
}

export interface Introduction {
  /** The one whose id comes first. */
  readonly oneId: Partner["id"];
  readonly otherId: Partner["id"];
  /** What the other can do for the one. */
  readonly forOne: Fit;
  readonly forOther: Fit;
}

/**
 * Of the telling words of the shorter text, at least half have to be in the other one. Below that,
 * what the two share is by the way: a city, or the trade that both are in. Words count alike here,
 * because a word that two use is never the rarest: weighed, it would count for less by being shared.
 */
const sharedShareMin = 0.5;

/**
 * A word that more than a tenth of all use tells nobody from another, and costs the most to compare.
 * Among a few people there is no such word: the two who fit make up the tenth themselves.
 */
const commonShare = 0.1;
const usersNeverCommon = 8;

/** A text of one candidate, with its telling words, in one order so that sums of them are alike. */
interface Phrase {
  readonly owner: number;
  readonly text: string;
  readonly words: ReadonlyArray<string>;
}

interface Wish extends Phrase {
  readonly goal: Goal;
}

/**
 * Introductions worth making, best first: by the weaker of the two directions, because both have to
 * gain. Left out: who is acquainted, of one organisation, archived, or would only give. The order of what comes in does
 * not matter. Work grows with the words that people share, not with the square of the people.
 */
export const introductionsAmong = (
  candidates: ReadonlyArray<Candidate>,
  acquainted: ReadonlyArray<readonly [Partner["id"], Partner["id"]]>,
): ReadonlyArray<Introduction> => {
  const people = candidates.filter(({ archivedAt }) => archivedAt === null).toSorted(byId);
  const known = new Set(acquainted.map(([a, b]) => pairOf(a, b)));
  const introductions: Array<Introduction> = [];
  for (const [one, other, forOne, forOther] of mutual(fitsAmong(people))) {
    const [a, b] = [people[one], people[other]];
    if (a === undefined || b === undefined) continue;
    if (known.has(pairOf(a.id, b.id)) || isColleague(a, b)) continue;
    introductions.push({ oneId: a.id, otherId: b.id, forOne, forOther });
  }
  return introductions.toSorted(bestFirst);
};

/** By who wants, then by who can; people by their place in the list. */
type Fits = ReadonlyMap<number, ReadonlyMap<number, Fit>>;

/** Each pair once, and only where both directions fit. */
function* mutual(fits: Fits): Generator<readonly [number, number, Fit, Fit]> {
  for (const [one, others] of fits) {
    for (const [other, forOne] of others) {
      const forOther = one < other ? fits.get(other)?.get(one) : undefined;
      if (forOther !== undefined) yield [one, other, forOne, forOther];
    }
  }
}

/** People of one organisation need no introduction. */
const isColleague = (a: Candidate, b: Candidate): boolean => {
  const house = foldedOrganisation(a.organisation);
  return house !== "" && house === foldedOrganisation(b.organisation);
};

const fitsAmong = (people: ReadonlyArray<Candidate>): Fits => {
  const wishes = people.flatMap(({ goals }, owner) =>
    (goals ?? []).map((goal): Wish => Object.assign(phraseOf(owner, goal.what), { goal })),
  );
  const offers = people.flatMap(({ offers: offered, tags, role }, owner) =>
    [...offered, ...tags, role].map((text) => phraseOf(owner, text)),
  );
  const weights = weightsOf([...wishes, ...offers], people.length);
  const telling = <A extends Phrase>(phrase: A): ReadonlyArray<A> => {
    const words = phrase.words.filter((word) => weights.has(word));
    return words.length === 0 ? [] : [{ ...phrase, words }];
  };
  return bestFits(wishes.flatMap(telling), offers.flatMap(telling), weights);
};

const phraseOf = (owner: number, text: string): Phrase => ({
  owner,
  text,
  words: [...tellingWordsOf(text)].toSorted(),
});

type Weights = ReadonlyMap<string, number>;

/** Inverse document frequency over people: ln(1 + people / those who use the word). Common words have none. */
const weightsOf = (phrases: ReadonlyArray<Phrase>, people: number): Weights => {
  const users = new Map<string, Set<number>>();
  for (const { owner, words } of phrases) {
    for (const word of words) {
      const known = users.get(word);
      if (known === undefined) users.set(word, new Set([owner]));
      else known.add(owner);
    }
  }
  const usersMax = Math.max(usersNeverCommon, commonShare * people);
  return new Map(
    [...users]
      .filter(([, { size }]) => size <= usersMax)
      .map(([word, { size }]) => [word, Math.log(1 + people / size)]),
  );
};

/** Which offers a word stands in, by their place in the list. */
const placesByWord = (
  offers: ReadonlyArray<Phrase>,
): ReadonlyMap<string, ReadonlyArray<number>> => {
  const places = new Map<string, Array<number>>();
  for (const [place, { words }] of offers.entries()) {
    for (const word of words) {
      const known = places.get(word);
      if (known === undefined) places.set(word, [place]);
      else known.push(place);
    }
  }
  return places;
};

/** For each wish, what it has in common with every offer that shares a word; of each two people the best. */
const bestFits = (
  wishes: ReadonlyArray<Wish>,
  offers: ReadonlyArray<Phrase>,
  weights: Weights,
): Fits => {
  const places = placesByWord(offers);
  const fits = new Map<number, Map<number, Fit>>();
  // Plain columns, because this loop is where the time goes.
  const counts = new Uint32Array(offers.length);
  const scores = new Float64Array(offers.length);
  for (const { owner, goal, words } of wishes) {
    const best = fits.get(owner) ?? new Map<number, Fit>();
    const touched: Array<number> = [];
    for (const word of words) {
      const weight = weights.get(word) ?? 0;
      for (const place of places.get(word) ?? []) {
        if (counts[place] === 0) touched.push(place);
        counts[place] = (counts[place] ?? 0) + 1;
        scores[place] = (scores[place] ?? 0) + weight;
      }
    }
    for (const place of touched) {
      const [count, score, offer] = [counts[place] ?? 0, scores[place] ?? 0, offers[place]];
      [counts[place], scores[place]] = [0, 0];
      if (offer === undefined || offer.owner === owner) continue;
      if (count < sharedShareMin * Math.min(words.length, offer.words.length)) continue;
      const known = best.get(offer.owner);
      if (known !== undefined && known.score > score) continue;
      const fit = { goal, offer: offer.text, score };
      if (known === undefined || isBetter(fit, known)) best.set(offer.owner, fit);
    }
    fits.set(owner, best);
  }
  return fits;
};

/** Of two that fit alike, the first in the alphabet. Words are summed in one order, so alike is equal. */
const isBetter = (a: Fit, b: Fit): boolean =>
  (b.score - a.score || textOrder(a.goal.what, b.goal.what) || textOrder(a.offer, b.offer)) < 0;

const weakerOf = ({ forOne, forOther }: Introduction): number =>
  Math.min(forOne.score, forOther.score);

const strongerOf = ({ forOne, forOther }: Introduction): number =>
  Math.max(forOne.score, forOther.score);

const bestFirst = (a: Introduction, b: Introduction): number =>
  weakerOf(b) - weakerOf(a) ||
  strongerOf(b) - strongerOf(a) ||
  textOrder(a.oneId, b.oneId) ||
  textOrder(a.otherId, b.otherId);

const byId = (a: Candidate, b: Candidate): number => textOrder(a.id, b.id);

const textOrder = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const pairOf = (a: string, b: string): string => (a < b ? `${a} ${b}` : `${b} ${a}`);
