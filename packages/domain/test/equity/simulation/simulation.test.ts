/** Whether it pays to do as advised: the acceptance test of MODEL 6.6, with our own chance. */
import { assert, describe, it } from "@effect/vitest";
import { cautiousPreset, partnerPreset, sizesEp } from "@comity/domain/equity/rules";
import { advised, type AdvisedTerms } from "./advised.ts";
import {
  alwaysGive,
  askFirstSpray,
  askFirstTargeted,
  giveUniform,
  type Outcome,
  outcomeOf,
  quidProQuo,
  random,
  type Strategy,
} from "./policies.ts";
import { baseTerms, type WorldTerms } from "./world.ts";

const worlds = 40;
/** Enough where the difference is large. */
const fewWorlds = 20;

/** Nobody minds what stands between you, and nobody returns anything. */
const thankless: WorldTerms = { sway: 0, returning: 0 };

/** The constants that MODEL 6.2 was tried with. */
const tried: AdvisedTerms = {
  policy: { ...cautiousPreset, daysBetweenAsks: 28 },
  declinedShare: 0.5,
  doesLearn: false,
  giftEpMax: sizesEp.XL,
};

/** What a workspace starts with. */
const preset: AdvisedTerms = {
  policy: partnerPreset,
  declinedShare: partnerPreset.declinedAskShare,
  doesLearn: true,
  giftEpMax: sizesEp.XL,
};

const played = new Map<Strategy, Outcome>();

/** Plays a strategy in the base worlds, once for all tests. */
const outcome = (strategy: Strategy): Outcome => {
  const known = played.get(strategy) ?? outcomeOf(strategy, worlds, baseTerms);
  played.set(strategy, known);
  return known;
};

const asAdvised = advised(tried);
const asPreset = advised(preset);

const netAfter = (strategy: Strategy, weeks: number): number =>
  outcome(strategy).netByWeek[weeks - 1] ?? assert.fail(`no week ${weeks}`);

const assertWithin = (value: number, low: number, high: number): void => {
  assert.isAtLeast(value, low);
  assert.isAtMost(value, high);
};

describe("doing as advised", () => {
  it("is ahead of every simple policy after two years", () => {
    const order = [asAdvised, quidProQuo, askFirstTargeted, askFirstSpray, alwaysGive];
    const nets = order.map((strategy) => outcome(strategy).net);
    assert.deepEqual(
      nets,
      nets.toSorted((a, b) => b - a),
    );
    for (const strategy of [random, giveUniform]) {
      assert.isBelow(outcome(strategy).net, outcome(quidProQuo).net);
    }
  });

  it("burns fewer than one partner in a hundred", () => {
    assert.isBelow(outcome(asAdvised).burned, 1);
  });

  it("hears yes to most asks, and not to all: then it would ask for too little", () => {
    assertWithin(outcome(asAdvised).yesRate, 0.65, 0.8);
  });

  // MODEL 6.6 expects 4900 to 7300. Small gifts alone come to the lower end of that (the next test):
  // the rest is due to gifts as large as the next ask is short of, to the few who are worth most.
  it("nets what it did when it was tried", () => {
    assertWithin(outcome(asAdvised).net, 11_000, 13_000);
  });

  it("nets less than half of that with small gifts, and about as much as quid pro quo", () => {
    const small = advised({ ...tried, giftEpMax: sizesEp.S });
    assertWithin(outcomeOf(small, fewWorlds, baseTerms).net, 4400, 5900);
  });

  it("is behind at first: asking is quicker than giving", () => {
    assert.isBelow(netAfter(asAdvised, 4), 0);
    assert.isAbove(netAfter(askFirstTargeted, 4), netAfter(asAdvised, 4));
    assert.isBelow(netAfter(askFirstTargeted, 26), netAfter(asAdvised, 26));
  });

  it("loses to asking where nobody minds and nobody returns anything", () => {
    const asking = outcomeOf(askFirstTargeted, fewWorlds, thankless);
    const giving = outcomeOf(asAdvised, fewWorlds, thankless);
    assert.isAbove(asking.net, giving.net);
    // It stops early enough to lose nothing.
    assert.isAbove(giving.net, 0);
  });

  it("does as well with the preset that a workspace starts with", () => {
    assert.isAbove(outcome(asPreset).net, 0.95 * outcome(asAdvised).net);
    assert.isAbove(netAfter(asPreset, 13), netAfter(asAdvised, 13));
    // The slack is learned towards a yes in three of five, and gives a little too much room on the way.
    assert.isBelow(outcome(asPreset).burned, 2);
    assertWithin(outcome(asPreset).yesRate, 0.55, 0.65);
  });

  it("is the same again", () => {
    const again = outcomeOf(asAdvised, 2, baseTerms);
    assert.deepEqual(again, outcomeOf(asAdvised, 2, baseTerms));
  });
});
