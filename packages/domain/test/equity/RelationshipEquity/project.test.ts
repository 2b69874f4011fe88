import { assert, describe, it } from "@effect/vitest";
import * as Effect from "effect/Effect";
import { TestClock } from "effect/testing";
import { RelationshipEquity } from "@comity/domain/equity";
import { dayMs, partnerPreset } from "@comity/domain/equity/rules";
import { type EquityPolicy, ProjectionQuestion } from "@comity/domain/equity/schema";
import { layerMemory } from "@comity/domain/memory";
import * as z from "zod";
import { arbitraryOf } from "../../support/arbitrary.ts";
import { breach, day, exact, refusalOf } from "../../support/facts.ts";
import { ana, askDraft, askId, gift, opened, partnerId, startMs } from "../../support/sample.ts";

const Fact = z.strictObject({
  kind: z.literal(["gift", "granted", "wrong"]),
  quarters: z.int().min(0).max(2000),
  amount: z.int().min(1).max(81),
});

/** Some history with Ana, and what she is judged by; overdrawn as often as not. */
const Case = z.strictObject({
  facts: z.array(Fact).max(6),
  /** Costs of asks that are open, each opened so many days ago. */
  open: z
    .array(z.strictObject({ cost: z.int().min(1).max(9), daysAgo: z.int().min(0).max(30) }))
    .max(2),
  policy: z.strictObject({
    halfLifeDays: z.literal([58, 110, 365, 1557]),
    interestRatio: z.literal([0, 0.5, 1]),
    overdraft: z.literal([0, 0, 5, 40]),
    estimated: z.literal([1, 0.75, 0.3]),
    // Open asks run out soon, or stay for as long as these cases look ahead.
    askExpiryDays: z.literal([40, 3650]),
  }),
  cost: z.int().min(1).max(40),
  offer: z.literal([0, 0, 4, 30]),
});
type Case = z.infer<typeof Case>;

const policyOf = ({ policy: { estimated, ...policy } }: Case): EquityPolicy => ({
  ...partnerPreset,
  ...policy,
  q: { observed: 1, stated: 1, estimated },
});

const layerOf = (drawn: Case, given: Partial<EquityPolicy> = {}) =>
  layerMemory({ policy: { ...policyOf(drawn), ...given } });

const prepared = Effect.fnUntraced(function* ({ facts, open }: Case) {
  const equity = yield* opened;
  for (const { cost, daysAgo } of open.toSorted((a, b) => b.daysAgo - a.daysAgo)) {
    yield* TestClock.setTime(startMs - daysAgo * dayMs);
    yield* equity.ask(askDraft({ cost, overrideReason: "To see" }));
  }
  yield* TestClock.setTime(startMs);
  for (const { kind, quarters, amount } of facts) {
    const at = day(-quarters / 4);
    if (kind === "wrong") yield* equity.recordBreach(breach({ at, size: amount / 3 }));
    else {
      const sides = kind === "granted" ? { from: ana, to: "me", asked: true } : {};
      yield* equity.record(gift({ at, benefit: amount, cost: amount, ...sides }));
    }
  }
  return equity;
});

/** A wrong leaves trust that mends with time, and with it what an offer counts for. */
const offerOf = ({ facts, offer }: Case): number =>
  facts.some(({ kind }) => kind === "wrong") ? 0 : offer;

const questionOf = (drawn: Case, given: object = {}) =>
  ProjectionQuestion.parse({
    partnerId: ana,
    cost: drawn.cost,
    offer: offerOf(drawn),
    ...given,
  });

/** One entry holds no more than 8100 ep, so more is given in parts. */
const guessed = Effect.fnUntraced(function* (
  equity: RelationshipEquity["Service"],
  benefit: number,
) {
  const parts = Math.ceil(benefit / 8100);
  for (let part = 0; part < parts; part++) {
    yield* equity.record(gift({ benefit: benefit / parts, cost: 0, evidence: "estimated" }));
  }
});

const horizonMs = startMs + 3600 * dayMs;

const isCovered = Effect.fnUntraced(function* (drawn: Case, atMs: number) {
  yield* TestClock.setTime(atMs);
  const equity = yield* RelationshipEquity;
  const { verdict, reasons } = yield* equity.coverage(questionOf(drawn));
  const { gifts, firstAsk } = yield* equity.statement(ana, null);
  const isEarly = firstAsk && gifts < 2;
  if (verdict !== "not-yet") assert.strictEqual(verdict, isEarly ? "early" : "earned");
  return { verdict: verdict !== "not-yet", isSoon: reasons.includes("recent-ask") };
});

const msOrNull = (instant: string | null): number | null =>
  instant === null ? null : Date.parse(instant);

describe("project", () => {
  it.effect.prop(
    "says from when until when the ask is earned, as asking then says",
    [arbitraryOf(Case), arbitraryOf(z.literal([null, 1, 9, 27, 81]))],
    ([drawn, benefit]) =>
      Effect.gen(function* () {
        const equity = yield* prepared(drawn);
        const given = benefit === null ? {} : { gift: benefit };
        const found = yield* equity.project(questionOf(drawn, given));
        if (benefit !== null) yield* guessed(equity, benefit);
        const { lastAskAt } = yield* equity.statement(ana, null);
        assert.deepEqual(found.coverage, yield* equity.coverage(questionOf(drawn)));

        const spacedMs = lastAskAt === null ? startMs : Date.parse(lastAskAt) + 14 * dayMs;
        const firstMs = Math.max(startMs, spacedMs);
        const fromMs = msOrNull(found.earnedFrom);
        const untilMs = msOrNull(found.earnedUntil);
        if (fromMs === null) {
          assert.isNull(found.earnedUntil);
          for (const days of [0, 1, 13, 100, 1000, 3000]) {
            const later = yield* isCovered(drawn, firstMs + days * dayMs);
            assert.isFalse(later.verdict, `never, but after ${days} days`);
          }
          return;
        }
        assert.isAtLeast(fromMs, firstMs);
        if (fromMs > horizonMs) return;
        if (fromMs - dayMs >= firstMs) {
          assert.isFalse((yield* isCovered(drawn, fromMs - dayMs)).verdict, "a day before");
        }
        assert.deepEqual(yield* isCovered(drawn, fromMs), { verdict: true, isSoon: false });
        const lastMs = Math.min(untilMs ?? horizonMs, horizonMs);
        for (const share of [0.25, 0.5, 1]) {
          const atMs = Math.floor(fromMs + share * (lastMs - fromMs));
          assert.isTrue((yield* isCovered(drawn, atMs)).verdict, `${share} of the way`);
        }
        // An open ask that runs out just then frees what it held, and begins another stretch.
        const isFreed = drawn.open.some(({ daysAgo }) => {
          const freedMs = startMs + (drawn.policy.askExpiryDays - daysAgo) * dayMs;
          return untilMs !== null && freedMs > untilMs && freedMs <= untilMs + dayMs;
        });
        if (untilMs !== null && untilMs + dayMs < horizonMs && !isFreed) {
          assert.isFalse((yield* isCovered(drawn, untilMs + dayMs)).verdict, "a day after");
        }
      }).pipe(Effect.provide(layerOf(drawn))),
    { arbitrary: { runs: 300 } },
  );

  it.effect.prop(
    "says what to give now for a day: that is enough, and one per cent less is not",
    [arbitraryOf(Case), arbitraryOf(z.int().min(0).max(900))],
    ([drawn, days]) =>
      Effect.gen(function* () {
        const on = day(days + 0.25);
        const onMs = Date.parse(on);
        const { giveNow } = yield* Effect.gen(function* () {
          const equity = yield* prepared(drawn);
          return yield* equity.project(questionOf(drawn, { on }));
        }).pipe(Effect.provide(layerOf(drawn)));
        const least = giveNow ?? Number.NaN;
        const coveredWith = (benefit: number) =>
          Effect.gen(function* () {
            const equity = yield* prepared(drawn);
            if (benefit > 0) yield* guessed(equity, benefit);
            return (yield* isCovered(drawn, onMs)).verdict;
          }).pipe(Effect.provide(layerOf(drawn)));
        assert.isTrue(yield* coveredWith(least), `${least} is enough`);
        const { halfLifeDays, estimated } = drawn.policy;
        const isNoticed = 0.01 * least * estimated * 2 ** (-days / halfLifeDays) > 0.003;
        if (isNoticed) assert.isFalse(yield* coveredWith(0.99 * least), `99 % of ${least}`);
        if (least === 0) assert.isTrue(yield* coveredWith(0));
      }),
    { arbitrary: { runs: 300 } },
  );

  it.effect("has no gift to name without a day, nor where guesses count for nothing", () =>
    Effect.gen(function* () {
      const equity = yield* opened;
      const question = ProjectionQuestion.parse({ partnerId: ana, cost: "M" });
      assert.isNull((yield* equity.project(question)).giveNow);
      const { giveNow } = yield* equity.project({ ...question, on: day(1) as never });
      assert.isNull(giveNow);
    }).pipe(Effect.provide(exact({ q: { observed: 1, stated: 1, estimated: 0 } }))),
  );

  it.effect("looks at days from today on, within ten years", () =>
    Effect.gen(function* () {
      const equity = yield* opened;
      const on = (when: string) =>
        equity.project(ProjectionQuestion.parse({ partnerId: ana, cost: "M", on: when }));
      for (const when of [day(-1.01), day(3650.01), "2026-02-28", "2036-03-01"]) {
        assert.strictEqual(yield* refusalOf(on(when)), "InputInvalid /on not-ahead", when);
      }
      for (const when of [day(0), day(3650), "2026-03-02", "2036-02-27"]) {
        assert.isAbove((yield* on(when)).giveNow ?? 0, 17.9, when);
      }
      yield* TestClock.setTime(Date.parse("2026-03-02T22:00:00Z"));
      assert.closeTo((yield* on("2026-03-02")).giveNow ?? 0, 18, 1e-9, "today, in the evening");
      const nobody = ProjectionQuestion.parse({ partnerId: partnerId(404), cost: "M" });
      assert.strictEqual(yield* refusalOf(equity.project(nobody)), "PartnerNotFound");
    }).pipe(Effect.provide(exact())),
  );

  it.effect("stays within the calendar, however little an ask needs", () =>
    Effect.gen(function* () {
      const equity = yield* opened;
      yield* equity.record(gift({ benefit: 8100 }));
      const tiny = ProjectionQuestion.parse({ partnerId: ana, cost: 1e-300 });
      const { earnedFrom, earnedUntil } = yield* equity.project(tiny);
      assert.deepEqual<unknown>([earnedFrom, earnedUntil], [day(0), null]);
      yield* equity.recordBreach(breach({ size: 8100 }));
      const { coverage } = yield* equity.project(tiny);
      assert.strictEqual(coverage.verdict, "not-yet");
    }).pipe(Effect.provide(exact({ halfLifeDays: 36_500 }))),
  );

  it.effect("stays within the calendar, however long an overdraft has to fade", () =>
    Effect.gen(function* () {
      const equity = yield* opened;
      yield* equity.recordBreach(breach({ size: 8100 }));
      const question = ProjectionQuestion.parse({ partnerId: ana, cost: 1e-30 });
      const { earnedFrom } = yield* equity.project(question);
      assert.isNull(earnedFrom, "later than anybody can write down");
    }).pipe(Effect.provide(exact({ halfLifeDays: 36_500, overdraft: 3e-30 }))),
  );

  it.effect("counts a day too late as never, when the room after the last ask outlasts it", () =>
    Effect.gen(function* () {
      const equity = yield* opened;
      for (const _ of [1, 2]) yield* equity.record(gift({ benefit: 9.02 }));
      yield* equity.ask(askDraft({ id: askId(1), cost: 0.001 }));
      yield* equity.withdraw(askId(1));
      const question = ProjectionQuestion.parse({ partnerId: ana, cost: "M" });
      const { coverage, earnedFrom, earnedUntil } = yield* equity.project(question);
      assert.strictEqual(coverage.verdict, "earned");
      assert.deepEqual([earnedFrom, earnedUntil], [null, null]);
      const later = yield* equity.project({ ...question, gift: 9 });
      assert.deepEqual<unknown>(later.earnedFrom, day(14));
    }).pipe(Effect.provide(exact({ interestRatio: 0, halfLifeDays: 58 }))),
  );
});

describe("coverage", () => {
  it.effect.prop(
    "says for how many days it holds, and asking again then agrees",
    [arbitraryOf(Case)],
    ([drawn]) =>
      Effect.gen(function* () {
        const equity = yield* prepared(drawn);
        const { verdict, windowDays } = yield* equity.coverage(questionOf(drawn));
        if (verdict === "not-yet") {
          assert.strictEqual(windowDays, 0);
          return;
        }
        const endMs = windowDays === null ? horizonMs : startMs + windowDays * dayMs;
        for (const share of [0.3, 0.7, 1]) {
          const atMs = Math.floor(startMs + share * (Math.min(endMs, horizonMs) - startMs));
          assert.isTrue((yield* isCovered(drawn, atMs)).verdict, `${share} of the way`);
        }
        if (endMs + dayMs < horizonMs) {
          assert.isFalse((yield* isCovered(drawn, Math.ceil(endMs + dayMs))).verdict, "after");
        }
      }).pipe(
        Effect.provide(
          // As long as open asks hold what they hold now.
          layerOf(drawn, { grace: 0, askExpiryDays: 3650 }),
        ),
      ),
    { arbitrary: { runs: 300 } },
  );

  it.effect.prop(
    "says the least offer with which it is earned",
    [arbitraryOf(Case)],
    ([drawn]) =>
      Effect.gen(function* () {
        const equity = yield* prepared(drawn);
        const { offerNeeded } = yield* equity.coverage(questionOf(drawn));
        const verdictWith = (offer: number) =>
          Effect.map(
            equity.coverage({ ...questionOf(drawn), offer }),
            (found) => found.verdict !== "not-yet",
          );
        if (offerNeeded === null) {
          assert.isFalse(yield* verdictWith(8100), "more than one entry can hold");
          return;
        }
        const least = offerNeeded;
        assert.isTrue(yield* verdictWith(least), `${least} is enough`);
        if (least > 0) assert.isFalse(yield* verdictWith(0.999 * least), `less than ${least}`);
        else assert.strictEqual(least, 0);
        const opensWith = yield* equity.ask({
          ...questionOf(drawn),
          what: "An introduction",
          offer: least,
        });
        assert.strictEqual(opensWith.state, "open");
      }).pipe(Effect.provide(layerOf(drawn, { grace: 0 }))),
    { arbitrary: { runs: 300 } },
  );

  it.effect("names no offer where guesses count for nothing", () =>
    Effect.gen(function* () {
      const equity = yield* opened;
      assert.isNull((yield* equity.coverage(askDraft())).offerNeeded);
    }).pipe(Effect.provide(exact({ q: { observed: 1, stated: 1, estimated: 0 } }))),
  );
});
