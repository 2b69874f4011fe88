import { assert, describe, it } from "@effect/vitest";
import * as Effect from "effect/Effect";
import { TestClock } from "effect/testing";
import { EquityPolicies, RelationshipEquity } from "@comity/domain/equity";
import { partnerPreset } from "@comity/domain/equity/rules";
import type { AskId } from "@comity/domain/equity/schema";
import * as z from "zod";
import { arbitraryOf } from "../../support/arbitrary.ts";
import { exact } from "../../support/facts.ts";
import { ana, askDraft, askId, ben, gift, opened } from "../../support/sample.ts";

const policy = EquityPolicies.use(({ read }) => read(null));

/** Asks whatever stands, and gets this answer. */
const answered = Effect.fnUntraced(function* (answer: "yes" | "no" | "withdrawn" | "silence") {
  const equity = yield* RelationshipEquity;
  const { id } = yield* equity.ask(askDraft({ cost: 1, overrideReason: "To see" }));
  if (answer === "yes") yield* equity.grant(id, {});
  if (answer === "no") yield* equity.decline(id);
  if (answer === "withdrawn") yield* equity.withdraw(id);
  if (answer === "silence") {
    yield* TestClock.adjust("90 days");
    yield* equity.expire;
  }
});

/** Robbins and Monro (MODEL 2.6): three yes of five leave the slack where it was. */
const slackOf = (answers: ReadonlyArray<string>): number =>
  answers.reduce(
    (slack, answer) =>
      Math.min(4, Math.max(0.1, slack * Math.exp(0.15 * (0.6 - (answer === "yes" ? 1 : 0))))),
    1,
  );

describe("the slack", () => {
  it.effect("is what the answers taught from the fifth on, and the chosen one before", () =>
    Effect.gen(function* () {
      const equity = yield* opened;
      const answers: Array<"yes" | "no"> = [];
      let version = 1;
      for (const answer of ["yes", "yes", "no", "yes", "yes", "no", "no"] as const) {
        yield* answered(answer);
        answers.push(answer);
        const { effective, chosen, learned, policyVersion } = yield* policy;
        assert.closeTo(learned.slack, slackOf(answers), 1e-12);
        assert.strictEqual(chosen.slack, 1.5);
        const isTaught = answers.length >= 5;
        const expected = isTaught ? 1.5 * slackOf(answers) : 1.5;
        assert.closeTo(effective.slack, expected, 1e-12, `after ${answers.length}`);
        version += isTaught ? 1 : 0;
        assert.strictEqual(policyVersion, version, `version after ${answers.length}`);
        const { needed } = yield* equity.coverage(askDraft({ cost: 10 }));
        assert.closeTo(needed, expected * 20, 1e-9);
      }
      assert.deepInclude((yield* policy).learned, { answers: 7, yes: 4 });
    }).pipe(Effect.provide(exact({ slack: 1.5 }))),
  );

  it.effect.prop(
    "follows any answers, within its bounds",
    [arbitraryOf(z.array(z.literal(["yes", "no"])).max(60))],
    ([answers]) =>
      Effect.gen(function* () {
        yield* opened;
        for (const answer of answers) yield* answered(answer);
        const { learned, effective } = yield* policy;
        assert.closeTo(learned.slack, slackOf(answers), 1e-9);
        assert.strictEqual(effective.slack, answers.length >= 5 ? learned.slack : 1);
        assert.strictEqual(learned.yes, answers.filter((answer) => answer === "yes").length);
      }).pipe(Effect.provide(exact())),
    { arbitrary: { runs: 40 } },
  );

  it.effect("stays between 0.1 and 4", () =>
    Effect.gen(function* () {
      yield* opened;
      for (let number = 0; number < 45; number++) yield* answered("yes");
      assert.strictEqual((yield* policy).effective.slack, 0.1);
      for (let number = 0; number < 45; number++) yield* answered("no");
      assert.strictEqual((yield* policy).effective.slack, 4);
    }).pipe(Effect.provide(exact())),
  );

  it.effect("learns from a yes and a no, not from what was taken back or never answered", () =>
    Effect.gen(function* () {
      const equity = yield* opened;
      for (const answer of ["withdrawn", "silence", "withdrawn", "silence"] as const) {
        yield* answered(answer);
      }
      assert.strictEqual((yield* policy).learned.answers, 0);
      const { data } = yield* equity.asks(ana, { limit: 9, cursor: null, state: "expired" });
      const [late, later] = data.map(({ id }) => id) as [AskId, AskId];
      yield* equity.grant(late, {});
      assert.deepInclude((yield* policy).learned, { answers: 1, yes: 1 });
      yield* equity.decline(later);
      assert.deepInclude((yield* policy).learned, { answers: 2, yes: 1 });
    }).pipe(Effect.provide(exact())),
  );

  it.effect("learns once from an answer that is said again", () =>
    Effect.gen(function* () {
      const equity = yield* opened;
      yield* equity.record(gift({ benefit: "XL" }));
      yield* equity.ask(askDraft({ id: askId(1), cost: 1 }));
      for (const _ of [1, 2]) yield* equity.grant(askId(1), {});
      yield* equity.ask(askDraft({ id: askId(2), cost: 1 }));
      for (const _ of [1, 2]) yield* equity.decline(askId(2));
      assert.deepInclude((yield* policy).learned, { answers: 2, yes: 1 });
    }).pipe(Effect.provide(exact())),
  );

  it.effect("shortens the room between asks when yes came often, and never lengthens it", () =>
    Effect.gen(function* () {
      const equity = yield* opened;
      for (let number = 0; number < 5; number++) yield* answered("yes");
      const { slack } = (yield* policy).effective;
      assert.closeTo(slack, Math.exp(-0.3), 1e-12);
      const { asks } = yield* equity.relationship(ana);
      const waitMs = Date.parse(asks.nextFrom ?? "") - Date.parse(asks.lastAt ?? "");
      assert.strictEqual(waitMs, Math.ceil(14 * slack * 86_400_000));
      for (let number = 0; number < 9; number++) yield* answered("no");
      assert.isAbove((yield* policy).effective.slack, 1);
      const after = (yield* equity.relationship(ana)).asks;
      const longMs = Date.parse(after.nextFrom ?? "") - Date.parse(after.lastAt ?? "");
      assert.strictEqual(longMs, 14 * 86_400_000);
    }).pipe(Effect.provide(exact())),
  );

  it.effect("has a new version as soon as any relationship is judged otherwise by it", () =>
    Effect.gen(function* () {
      const equity = yield* opened;
      const { choose } = yield* EquityPolicies;
      yield* choose(ben, { preset: "partner", answersBeforeLearning: 1 }, 0);
      const judged = Effect.map(equity.statement(ben, null), (statement) => [
        statement.policy.slack,
        statement.policyVersion,
      ]);
      assert.deepEqual(yield* judged, [1, 2]);
      yield* answered("yes");
      assert.deepEqual(yield* judged, [slackOf(["yes"]), 3]);
      yield* answered("no");
      assert.strictEqual((yield* judged)[1], 4);
    }).pipe(Effect.provide(exact())),
  );
});

describe("a no", () => {
  for (const share of [0, 0.25, 1]) {
    it.effect(`leaves ${share} of what the ask held used, where the policy says so`, () =>
      Effect.gen(function* () {
        const equity = yield* opened;
        yield* equity.record(gift({ benefit: "L" }));
        const { id } = yield* equity.ask(askDraft({ cost: 8 }));
        yield* equity.decline(id);
        const { equity: standing, reserved } = yield* equity.statement(ana, null);
        assert.deepEqual([standing, reserved], [27 - 2 * share * 8, 0]);
        const { data } = yield* equity.entries(ana, { limit: 9, cursor: null });
        assert.lengthOf(data, share === 0 ? 1 : 2);
        const posted = data.find((entry) => entry.kind === "transfer" && entry.askId === id);
        if (share > 0) {
          assert.deepInclude<object>(posted ?? {}, {
            from: ana,
            to: "me",
            benefit: 0,
            cost: share * 8,
            asked: true,
            posting: { mine: -2 * share * 8, theirs: 0 },
          });
        }
        yield* equity.decline(id);
        assert.strictEqual((yield* equity.statement(ana, null)).equity, standing, "said again");
      }).pipe(Effect.provide(exact({ declinedAskShare: share }))),
    );
  }

  it.effect("to what ran out uses its share too, on the day of the no", () =>
    Effect.gen(function* () {
      const equity = yield* opened;
      yield* equity.record(gift({ benefit: "XL" }));
      const { id } = yield* equity.ask(askDraft({ cost: 8 }));
      yield* TestClock.adjust("100 days");
      const before = (yield* equity.statement(ana, null)).equity;
      yield* equity.decline(id);
      assert.closeTo((yield* equity.statement(ana, null)).equity, before - 8, 1e-12);
    }).pipe(Effect.provide(exact({ declinedAskShare: 0.5 }))),
  );

  it.effect("counts as five answers wherever they came from", () =>
    Effect.gen(function* () {
      const equity = yield* opened;
      for (const partnerId of [ana, ben, ana, ben, ana]) {
        const draft = askDraft({ partnerId, cost: 1, overrideReason: "To see" });
        yield* equity.decline((yield* equity.ask(draft)).id);
      }
      const { effective } = yield* policy;
      assert.closeTo(effective.slack, Math.exp(0.15 * 0.6 * 5), 1e-12);
      assert.strictEqual(partnerPreset.answersBeforeLearning, 5);
    }).pipe(Effect.provide(exact())),
  );
});
