import { assert, describe, it } from "@effect/vitest";
import * as Effect from "effect/Effect";
import { TestClock } from "effect/testing";
import { RelationshipEquity } from "@comity/domain/equity";
import { dayMs } from "@comity/domain/equity/rules";
import { Partners } from "@comity/domain/partner";
import { PartnerDraft } from "@comity/domain/partner/schema";
import { breach, day, exact, opening, refusalOf } from "../../support/facts.ts";
import {
  ana,
  askDraft,
  askId,
  ben,
  gift,
  opened,
  partnerId,
  startMs,
} from "../../support/sample.ts";

const theirs = { from: ana, to: "me" };

const reading = RelationshipEquity.use((equity) => equity.relationship(ana));

const setDay = (number: number) => TestClock.setTime(startMs + number * dayMs);

describe("a relationship", () => {
  it.effect("of which nothing is written down says nothing", () =>
    Effect.gen(function* () {
      const equity = yield* opened;
      assert.deepEqual<unknown>(yield* reading, {
        partnerId: ana,
        at: day(0),
        reciprocity: { given: 0, received: 0, index: 0, oneSided: null },
        cameBack: { unasked: 0, share: null },
        rhythm: {
          contacts: 0,
          lastContactAt: null,
          cadenceDays: 30,
          silence: null,
          chance: null,
          learnedChance: null,
          state: null,
          streak: 0,
        },
        tenure: { since: null, days: 0 },
        trust: { kept: 0, broken: 0, trust: 0.5 },
        balance: { deposits: 0, negatives: 0, ratio: null, band: "mixed" },
        asks: { open: 0, granted: 0, declined: 0, lastAt: null, nextFrom: null },
      });
      const nobody = equity.relationship(partnerId(404));
      assert.strictEqual(yield* refusalOf(nobody), "PartnerNotFound");
    }).pipe(Effect.provide(exact())),
  );

  it.effect("has both directions, and what came back unasked, as they faded since", () =>
    Effect.gen(function* () {
      const equity = yield* opened;
      yield* equity.record(gift({ benefit: 40, at: day(-100) }));
      yield* equity.record(gift({ benefit: 8, asked: true }));
      yield* equity.record(gift({ ...theirs, benefit: 12, at: day(-200) }));
      yield* equity.record(gift({ ...theirs, benefit: 4, asked: true }));
      yield* equity.record(gift({ benefit: 2, strings: true }));
      const { reciprocity, cameBack } = yield* reading;
      assert.closeTo(reciprocity.given, 40 / 2 + 8 + 2, 1e-12);
      assert.closeTo(reciprocity.received, 12 / 4 + 4, 1e-12);
      assert.closeTo(reciprocity.index, 23 / 37, 1e-12);
      assert.closeTo(cameBack.unasked, 3, 1e-12);
      assert.closeTo(cameBack.share ?? 0, 3 / 30, 1e-12);
      yield* setDay(100);
      const later = yield* reading;
      assert.closeTo(later.reciprocity.given, 15, 1e-12);
      assert.closeTo(later.reciprocity.index, 23 / 37, 1e-12);
    }).pipe(Effect.provide(exact({ halfLifeDays: 100 }))),
  );

  for (const [given, received, oneSided] of [
    [8, 2, null],
    [8.001, 2, "me"],
    [2, 8, null],
    [2, 8.001, "them"],
    [5, 0, "me"],
    [0, 5, "them"],
    [3, 3, null],
  ] as const) {
    it.effect(`is one-sided beyond an index of 0.6: ${given} and ${received}`, () =>
      Effect.gen(function* () {
        const equity = yield* opened;
        if (given > 0) yield* equity.record(gift({ benefit: given }));
        if (received > 0) yield* equity.record(gift({ ...theirs, benefit: received }));
        assert.strictEqual((yield* reading).reciprocity.oneSided, oneSided);
      }).pipe(Effect.provide(exact())),
    );
  }

  it.effect("is late by cadences: due at one, late at two, hiding at three, to the moment", () =>
    Effect.gen(function* () {
      const equity = yield* opened;
      yield* equity.record(gift());
      for (const [days, state] of [
        [0, "ok"],
        [9.999, "ok"],
        [10, "due"],
        [19.999, "due"],
        [20, "late"],
        [29.999, "late"],
        [30, "hiding"],
        [400, "hiding"],
      ] as const) {
        yield* setDay(days);
        const { rhythm } = yield* reading;
        assert.strictEqual(rhythm.state, state, `after ${days} days`);
        assert.closeTo(rhythm.silence ?? -1, days / 10, 1e-9);
        assert.closeTo(rhythm.chance ?? -1, Math.exp(-days / 10), 1e-9);
        // One contact was seen for each ten days wished for, and none in the time since.
        assert.closeTo(rhythm.learnedChance ?? -1, 10 / (10 + days), 1e-9);
      }
    }).pipe(Effect.provide(exact({ cadenceDays: 10 }))),
  );

  it.effect("has a rhythm of its own, in either direction", () =>
    Effect.gen(function* () {
      const equity = yield* opened;
      for (const number of [0, 15, 29]) yield* equity.record(gift({ at: day(number - 29) }));
      yield* equity.record(gift({ ...theirs, at: day(-14) }));
      yield* equity.recordBreach(breach({ at: day(-7) }));
      yield* setDay(5);
      const { rhythm, tenure } = yield* reading;
      assert.deepEqual([rhythm.contacts, rhythm.lastContactAt as string], [3, day(0)]);
      // Gamma and Poisson: three gaps, with the one wished for, in 29 and 10 days.
      assert.closeTo(rhythm.learnedChance ?? 0, (39 / 44) ** 3, 1e-12);
      assert.deepEqual<unknown>(tenure, { since: day(-29), days: 34 });
    }).pipe(Effect.provide(exact({ cadenceDays: 10 }))),
  );

  it.effect("has a streak of contacts without a gap above one and a half cadences", () =>
    Effect.gen(function* () {
      const equity = yield* opened;
      for (const number of [-50, -34, -19, -4]) yield* equity.record(gift({ at: day(number) }));
      const streakOn = (number: number) =>
        Effect.andThen(
          setDay(number),
          Effect.map(reading, ({ rhythm }) => rhythm.streak),
        );
      assert.strictEqual(yield* streakOn(0), 3);
      assert.strictEqual(yield* streakOn(11), 3, "fifteen days of silence");
      assert.strictEqual(yield* streakOn(11.01), 0);
      yield* equity.record(gift());
      assert.strictEqual(yield* streakOn(11.02), 1);
      yield* equity.record(gift({ ...theirs, at: day(3) }));
      assert.strictEqual(yield* streakOn(11.02), 5, "one was forgotten before");
    }).pipe(Effect.provide(exact({ cadenceDays: 10 }))),
  );

  it.effect("forgets a contact that was taken back, and counts a day's as one", () =>
    Effect.gen(function* () {
      const equity = yield* opened;
      yield* equity.record(gift({ at: day(-3) }));
      yield* equity.record(gift({ ...theirs, at: day(-3) }));
      const { id } = yield* equity.record(gift({ at: day(-1) }));
      assert.deepEqual((yield* reading).rhythm.contacts, 2);
      yield* equity.reverse(id, {});
      const { rhythm, tenure } = yield* reading;
      assert.deepEqual<unknown>([rhythm.contacts, rhythm.lastContactAt], [1, day(-3)]);
      assert.strictEqual(tenure.days, 3);
    }).pipe(Effect.provide(exact())),
  );

  for (const [deposits, negatives, ratio, band] of [
    [5, 1, 5, "strong"],
    [4, 1, 4, "mixed"],
    [1, 0, null, "strong"],
    [0, 1, 0, "strained"],
    [4, 5, 0.8, "strained"],
    [5, 6, 5 / 6, "mixed"],
  ] as const) {
    it.effect(`is ${band} with ${deposits} gifts to ${negatives} asks and wrongs`, () =>
      Effect.gen(function* () {
        const equity = yield* opened;
        for (let count = 0; count < deposits; count++) yield* equity.record(gift());
        for (let count = 0; count < negatives; count++) {
          yield* count % 2 === 0
            ? equity.recordBreach(breach())
            : equity.record(gift({ ...theirs, asked: true }));
        }
        // Neither gift nor wrong of mine: these are not counted.
        yield* equity.record(gift({ strings: true }));
        yield* equity.record(gift(theirs));
        yield* equity.recordBreach(breach(theirs));
        assert.deepEqual((yield* reading).balance, { deposits, negatives, ratio, band });
      }).pipe(Effect.provide(exact())),
    );
  }

  it.effect("counts asks by what became of them, and says when the next may come", () =>
    Effect.gen(function* () {
      const equity = yield* opened;
      for (const _ of [1, 2]) yield* equity.record(gift({ benefit: "XL" }));
      for (const number of [1, 2, 3, 4, 5]) {
        yield* TestClock.setTime(startMs + number * 3_600_000);
        yield* equity.ask(askDraft({ id: askId(number), cost: 1 }));
      }
      yield* equity.grant(askId(1), {});
      yield* equity.decline(askId(2));
      yield* equity.withdraw(askId(3));
      const lastMs = startMs + 5 * 3_600_000;
      const { asks } = yield* reading;
      assert.deepEqual<unknown>(asks, {
        open: 2,
        granted: 1,
        declined: 1,
        lastAt: new Date(lastMs).toISOString(),
        nextFrom: new Date(lastMs + 14 * dayMs).toISOString(),
      });
      assert.isNull((yield* equity.relationship(ben)).asks.lastAt);
    }).pipe(Effect.provide(exact())),
  );
});

const budgetOf = (moves: ReadonlyArray<{ readonly cost: number }>): number =>
  moves.reduce((sum, { cost }) => sum + cost, 0);

describe("moves", () => {
  const person = (number: number) => partnerId(100 + number);

  const many = Effect.gen(function* () {
    const equity = yield* opened;
    const partners = yield* Partners;
    for (let number = 1; number <= 12; number++) {
      yield* partners.add(PartnerDraft.parse({ id: person(number), name: `Person ${number}` }));
    }
    for (const number of [1, 2, 3, 4]) {
      const to = person(number);
      for (const ago of [60, 40]) yield* equity.record(gift({ to, benefit: "L", at: day(-ago) }));
    }
    for (const number of [5, 6]) yield* equity.record(gift({ to: person(number) }));
    yield* equity.open(opening({ partnerId: person(7), closeness: "close", given: "L" }));
    return equity;
  });

  it.effect("are the best first, each with one partner, within budget and limit", () =>
    Effect.gen(function* () {
      const equity = yield* many;
      for (const budget of [0, 1, 3, 4.5, 9, 18, 36, 1000]) {
        const list = yield* equity.moves(budget, 100);
        assert.deepInclude<object>(list, { at: day(0), budget, policyVersion: 1 });
        assert.isAtMost(budgetOf(list.moves), budget + 1e-9);
        const partners = list.moves.map((move) => move.partnerId);
        assert.strictEqual(new Set(partners).size, partners.length);
        for (const limit of [0, 1, 2]) {
          const short = yield* equity.moves(budget, limit);
          assert.deepEqual(short.moves, list.moves.slice(0, limit));
        }
      }
    }).pipe(Effect.provide(exact())),
  );

  it.effect("asks where it is earned, and gives where somebody is new", () =>
    Effect.gen(function* () {
      const equity = yield* many;
      const { moves } = yield* equity.moves(1000, 100);
      const kindWith = (number: number) =>
        moves.find((move) => move.partnerId === person(number))?.kind;
      assert.deepEqual([1, 2, 3, 4].map(kindWith), ["ask", "ask", "ask", "ask"]);
      assert.deepEqual([8, 9, 12].map(kindWith), ["first-gift", "first-gift", "first-gift"]);
      assert.isUndefined(kindWith(5), "given something today");
      yield* equity.ask(askDraft({ partnerId: person(1), cost: "S" }));
      const after = yield* equity.moves(1000, 100);
      const still = after.moves.filter(({ kind }) => kind === "ask").map((move) => move.partnerId);
      assert.notInclude(still, person(1), "one is open");
    }).pipe(Effect.provide(exact())),
  );

  it.effect("keeps nothing, and says the same again", () =>
    Effect.gen(function* () {
      const equity = yield* many;
      const first = yield* equity.moves(36, 10);
      assert.deepEqual(yield* equity.moves(36, 10), first);
    }).pipe(Effect.provide(exact())),
  );
});
