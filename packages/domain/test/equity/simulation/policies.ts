/** Ways to treat a hundred people, week by week (MODEL 6.2). */
import { sizesEp } from "@comity/domain/equity/rules";
import { type Chance, chanceOf } from "./prng.ts";
import {
  openWorld,
  type Tally,
  weeklyBudgetEp,
  weeksMax,
  type World,
  type WorldTerms,
} from "./world.ts";

/** What somebody does in one week, knowing who gave unasked in the last one. */
export type Week = (week: number, returned: ReadonlyArray<number>) => void;

export type Strategy = (world: World, chance: Chance) => Week;

const { S, M, L } = sizesEp;
const ladder = [S, M, L] as const;

/** What is left of this week's budget, and taking from it. */
const purseOf = () => {
  let left = weeklyBudgetEp;
  return {
    pays: (ep: number): boolean => {
      if (ep > left) return false;
      left -= ep;
      return true;
    },
  };
};

/** People who fit and promise much come first. */
const byPromise = (world: World): ReadonlyArray<number> => {
  const promiseOf = (who: number) => {
    const person = world.people[who];
    return person === undefined ? 0 : person.fit + Math.log(person.guess);
  };
  return world.people.map((_, who) => who).toSorted((a, b) => promiseOf(b) - promiseOf(a));
};

const isHere = (world: World) => (who: number) => !world.hasLeft(who);

/** Who is next, around and around, among those who have not left. */
const roundOf = (world: World, people: ReadonlyArray<number>) => {
  let turn = -1;
  return (): number | null => {
    for (let tries = 0; tries < people.length; tries++) {
      turn = (turn + 1) % people.length;
      const who = people[turn] as number;
      if (!world.hasLeft(who)) return who;
    }
    return null;
  };
};

const everyone = (world: World): ReadonlyArray<number> => world.people.map((_, who) => who);

export const random: Strategy = (world, chance) => () => {
  const purse = purseOf();
  for (;;) {
    const who = Math.floor(chance.unit() * world.people.length);
    if (world.burned() === world.people.length) return;
    const isGift = chance.happens(0.5);
    if (!purse.pays(isGift ? S : 1)) return;
    if (isGift) world.give(who, S);
    else world.ask(who, M);
  }
};

/** Ask everybody in turn for something small, and see who says yes. */
export const askFirstSpray: Strategy = (world) => {
  const next = roundOf(world, everyone(world));
  return () => {
    for (let asked = 0; asked < 25; asked++) {
      const who = next();
      if (who === null) return;
      world.ask(who, S);
    }
  };
};

/** Ask those who fit: more after a yes, less after a no, and everyone at most every eight weeks. */
export const askFirstTargeted: Strategy = (world) => {
  const order = byPromise(world);
  const rungs = order.map(() => 0);
  const asked = order.map(() => Number.NEGATIVE_INFINITY);
  const isDue = (week: number) => (who: number) => week - (asked[who] as number) >= 8;
  return (week) => {
    for (const who of order.filter(isHere(world)).filter(isDue(week)).slice(0, 12)) {
      asked[who] = week;
      const rung = rungs[who] as number;
      const { isYes } = world.ask(who, ladder[rung] as number);
      rungs[who] = Math.min(2, Math.max(0, rung + (isYes ? 1 : -1)));
    }
  };
};

/** A small gift to everybody in turn, and an ask after every second one. */
export const giveUniform: Strategy = (world) => {
  const next = roundOf(world, everyone(world));
  const gifts = world.people.map(() => 0);
  return () => {
    const purse = purseOf();
    while (purse.pays(S)) {
      const who = next();
      if (who === null) return;
      world.give(who, S);
      gifts[who] = (gifts[who] as number) + 1;
      if ((gifts[who] as number) % 2 === 0 && purse.pays(1)) world.ask(who, M);
    }
  };
};

/** A gift and at once its price, among the thirty who promise most. */
export const quidProQuo: Strategy = (world) => {
  const next = roundOf(world, byPromise(world).slice(0, 30));
  return () => {
    const purse = purseOf();
    while (purse.pays(M + 1)) {
      const who = next();
      if (who === null) return;
      world.give(who, M);
      world.ask(who, M);
    }
  };
};

/** Small gifts to everybody in turn, and never an ask. */
export const alwaysGive: Strategy = (world) => {
  const next = roundOf(world, everyone(world));
  return () => {
    const purse = purseOf();
    while (purse.pays(S)) {
      const who = next();
      if (who === null) return;
      world.give(who, S);
    }
  };
};

/** What a strategy came to, over some worlds. */
export interface Outcome {
  /** Value less effort, mean over the worlds, after all weeks. */
  readonly net: number;
  /** The same at the end of every week, from the first. */
  readonly netByWeek: ReadonlyArray<number>;
  /** People who left, for every hundred. */
  readonly burned: number;
  /** The part of all asks that got a yes; 0 where there was none. */
  readonly yesRate: number;
}

const netOf = ({ value, effort }: Tally): number => value - effort;

/** Plays a strategy in as many worlds as asked for, the same ones for every strategy. */
export const outcomeOf = (strategy: Strategy, worlds: number, terms: WorldTerms): Outcome => {
  const netByWeek = Array.from({ length: weeksMax }, () => 0);
  let burned = 0;
  let asks = 0;
  let yeses = 0;
  for (let seed = 0; seed < worlds; seed++) {
    const world = openWorld(seed, terms);
    const live = strategy(world, chanceOf(-1 - seed));
    let returned: ReadonlyArray<number> = [];
    for (let week = 0; week < weeksMax; week++) {
      live(week, returned);
      returned = world.passWeek();
      netByWeek[week] = (netByWeek[week] as number) + netOf(world.tally) / worlds;
    }
    burned += world.burned() / worlds;
    asks += world.tally.asks;
    yeses += world.tally.yeses;
  }
  const yesRate = asks === 0 ? 0 : yeses / asks;
  return { net: netByWeek.at(-1) as number, netByWeek, burned, yesRate };
};
