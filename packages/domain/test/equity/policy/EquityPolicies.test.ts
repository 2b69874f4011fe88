import { assert, describe, it } from "@effect/vitest";
import * as Effect from "effect/Effect";
import { TestClock } from "effect/testing";
import { EquityPolicies, type RelationshipEquity } from "@comity/domain/equity";
import { dayMs, policyPresets } from "@comity/domain/equity/rules";
import { EquityPolicy, PolicyChoice, PolicyPreset } from "@comity/domain/equity/schema";
import { layerMemory } from "@comity/domain/memory";
import type { PartnerId } from "@comity/domain/partner/schema";
import * as z from "zod";
import { arbitraryOf } from "../../support/arbitrary.ts";
import { assertClose } from "../../support/close.ts";
import { breach, day, refusalOf } from "../../support/facts.ts";
import { oracleOf } from "../../support/oracle.ts";
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

const choose = (partner: PartnerId | null, choice: z.input<typeof PolicyChoice>, version: number) =>
  EquityPolicies.use((policies) => policies.choose(partner, PolicyChoice.parse(choice), version));

const read = (partner: PartnerId | null) =>
  EquityPolicies.use((policies) => policies.read(partner));

const clear = (partner: PartnerId, version: number) =>
  EquityPolicies.use((policies) => policies.clear(partner, version));

describe("a policy", () => {
  it.effect("is that of a new workspace until another one is chosen", () =>
    Effect.gen(function* () {
      const equity = yield* opened;
      assert.deepEqual<unknown>(yield* read(null), {
        chosen: policyPresets.partner,
        effective: policyPresets.partner,
        learned: { answers: 0, yes: 0, slack: 1, confirmed: 0, logRatioSum: 0 },
        isOwn: false,
        version: 1,
        policyVersion: 1,
        changedAt: null,
      });
      assert.deepInclude<object>(yield* read(ana), { isOwn: false, version: 0, policyVersion: 1 });
      yield* TestClock.adjust("1 hour");
      const chosen = yield* choose(null, { preset: "cautious" }, 1);
      assert.deepInclude<object>(chosen, {
        chosen: policyPresets.cautious,
        effective: policyPresets.cautious,
        version: 2,
        policyVersion: 2,
        changedAt: new Date(startMs + 3_600_000).toISOString(),
      });
      assert.deepEqual(yield* read(null), chosen);
      const statement = yield* equity.statement(ana, null);
      assert.deepEqual([statement.policy, statement.policyVersion], [policyPresets.cautious, 2]);
    }).pipe(Effect.provide(layerMemory())),
  );

  for (const preset of PolicyPreset.options) {
    it.effect(`is a preset with what was said to differ from it: ${preset}`, () =>
      Effect.gen(function* () {
        yield* opened;
        const plain = yield* choose(ben, { preset }, 0);
        assert.deepEqual(plain.chosen, policyPresets[preset]);
        assert.strictEqual(plain.chosen.preset, preset);
        const differing = {
          halfLifeDays: 42,
          overdraft: 6,
          declinedAskShare: 0,
          grace: 0,
          giftsBeforeFirstAsk: 0,
        };
        const { chosen, effective } = yield* choose(
          ana,
          { preset, ...differing, q: { stated: 0 } },
          0,
        );
        const expected: EquityPolicy = {
          ...policyPresets[preset],
          ...differing,
          q: { ...policyPresets[preset].q, stated: 0 },
        };
        assert.deepEqual(chosen, expected);
        assert.deepEqual(effective, expected);
        assert.isTrue(EquityPolicy.safeParse(chosen).success);
      }).pipe(Effect.provide(layerMemory())),
    );
  }

  it.effect("is chosen at the version that was read, and at no other", () =>
    Effect.gen(function* () {
      yield* opened;
      const second = yield* choose(null, { preset: "close" }, 1);
      for (const version of [0, 1, 3]) {
        const stale = yield* Effect.flip(choose(null, { preset: "one-off" }, version));
        assert.deepInclude<object>(stale, {
          _tag: "StaleChoice",
          version: 2,
          path: "/v1/policy",
        });
      }
      assert.deepEqual(yield* read(null), second);
      const own = yield* choose(ana, { preset: "one-off" }, 0);
      assert.deepEqual([own.version, own.policyVersion, own.isOwn], [3, 3, true]);
      const stale = yield* Effect.flip(choose(ana, { preset: "close" }, 0));
      assert.deepInclude<object>(stale, {
        _tag: "StaleChoice",
        version: 3,
        path: `/v1/partners/${ana}/policy`,
      });
      assert.strictEqual(yield* refusalOf(clear(ana, 0)), "StaleChoice");
      assert.strictEqual(yield* refusalOf(clear(ben, 1)), "StaleChoice");
    }).pipe(Effect.provide(layerMemory())),
  );

  it.effect("that is chosen again stays as it is", () =>
    Effect.gen(function* () {
      yield* opened;
      const chosen = yield* choose(null, { preset: "close", q: { estimated: 0.5 } }, 1);
      yield* TestClock.adjust("1 hour");
      const again = { preset: "close", overdraft: 0, q: { estimated: 0.5, stated: 1 } } as const;
      assert.deepEqual(yield* choose(null, again, 2), chosen);
      const own = yield* choose(ana, { preset: "close" }, 0);
      assert.deepEqual(yield* choose(ana, { preset: "close" }, own.version), own);
      for (const [field, other] of Object.entries({
        q: { q: { estimated: 0.25 } },
        cadenceDays: { q: { estimated: 0.5 }, cadenceDays: 7 },
      })) {
        const { version } = yield* read(null);
        const changed = yield* choose(null, { preset: "close", ...other }, version);
        assert.isAbove(changed.version, version, field);
      }
    }).pipe(Effect.provide(layerMemory())),
  );

  it.effect("of one relationship holds for it alone, until it is taken back", () =>
    Effect.gen(function* () {
      const equity = yield* opened;
      const judgedBy = (partner: PartnerId) =>
        Effect.map(equity.statement(partner, null), ({ policy }) => policy.preset);
      const own = yield* choose(ana, { preset: "close" }, 0);
      assert.deepEqual([yield* judgedBy(ana), yield* judgedBy(ben)], ["close", "partner"]);
      assert.strictEqual((yield* read(null)).chosen.preset, "partner");
      yield* choose(null, { preset: "cautious" }, 1);
      assert.deepEqual([yield* judgedBy(ana), yield* judgedBy(ben)], ["close", "cautious"]);
      const before = (yield* read(ana)).policyVersion;
      const cleared = yield* clear(ana, own.version);
      assert.deepInclude<object>(cleared, { isOwn: false, version: 0, policyVersion: before + 1 });
      assert.strictEqual(cleared.chosen.preset, "cautious");
      assert.deepEqual(yield* clear(ana, 0), cleared, "again is the same again");
      assert.strictEqual(yield* judgedBy(ana), "cautious");
      // The same one that the workspace has is still a choice of its own.
      const same = yield* choose(ana, { preset: "cautious" }, 0);
      assert.isTrue(same.isOwn);
    }).pipe(Effect.provide(layerMemory())),
  );

  it.effect("belongs to partners that were added", () =>
    Effect.gen(function* () {
      yield* opened;
      const nobody = partnerId(404);
      for (const verb of [read(nobody), choose(nobody, { preset: "close" }, 0), clear(nobody, 0)]) {
        assert.strictEqual(yield* refusalOf(verb), "PartnerNotFound");
      }
    }).pipe(Effect.provide(layerMemory())),
  );
});

const Fact = z.strictObject({
  kind: z.literal(["gift", "asked", "granted", "wrong"]),
  quarters: z.int().min(0).max(1200),
  amount: z.int().min(1).max(81),
  isTaken: z.boolean(),
});

const recorded = (equity: RelationshipEquity["Service"], partner: PartnerId) =>
  Effect.fnUntraced(function* ({ kind, quarters, amount, isTaken }: z.infer<typeof Fact>) {
    const at = day(-quarters / 4);
    const { id } =
      kind === "wrong"
        ? yield* equity.recordBreach(breach({ at, size: amount, to: partner }))
        : yield* equity.record(
            gift({
              at,
              benefit: amount,
              cost: amount,
              asked: kind !== "gift",
              ...(kind === "granted" ? { from: partner, to: "me" } : { to: partner }),
            }),
          );
    if (isTaken) yield* equity.reverse(id, {});
  });

/** Every balance is the sum of MODEL 2.3 over what was posted, to the digits of another arithmetic. */
const isFolded = Effect.fnUntraced(function* (
  equity: RelationshipEquity["Service"],
  partner: PartnerId,
  fading: Pick<EquityPolicy, "halfLifeDays" | "interestRatio">,
) {
  const { data } = yield* equity.entries(partner, { limit: 200, cursor: null });
  const amounts = data.map(({ at, posting }) => ({ atMs: Date.parse(at), amount: posting.mine }));
  for (const number of [-310, -200.5, -100, -7.25, 0, 90]) {
    const { principal, interest } = yield* equity.statement(partner, day(number) as never);
    const exact = oracleOf(amounts, startMs + number * dayMs, fading);
    assertClose(principal, exact.principal, `P on day ${number}`);
    assertClose(interest, exact.interest, `I on day ${number}`);
  }
  const [standing] = yield* equity.standings([partner]);
  const now = oracleOf(amounts, startMs, fading);
  assertClose(standing?.equity ?? NaN, now.principal + now.interest, "standing");
});

describe("another half-life", () => {
  it.effect.prop(
    "folds every balance anew, and leaves sizes and weights as they were made",
    [
      arbitraryOf(z.array(Fact).max(20)),
      arbitraryOf(
        z.strictObject({
          halfLifeDays: z.number().min(10).max(3650),
          interestRatio: z.number().min(0).max(1),
          askWeight: z.number().min(0.5).max(9),
          q: z.strictObject({ observed: z.number().min(0).max(2) }),
        }),
      ),
    ],
    ([facts, differing]) =>
      Effect.gen(function* () {
        const equity = yield* opened;
        const list = (partner: PartnerId) => equity.entries(partner, { limit: 200, cursor: null });
        for (const partner of [ana, ben]) {
          for (const fact of facts) yield* recorded(equity, partner)(fact);
        }
        const before = [yield* list(ana), yield* list(ben)];
        const other = { preset: "partner", ...differing } as const;
        yield* choose(null, other, 1);
        yield* isFolded(equity, ana, differing);
        const own = yield* choose(ben, { preset: "one-off" }, 0);
        yield* isFolded(equity, ben, policyPresets["one-off"]);
        yield* choose(null, { preset: "close" }, 2);
        yield* isFolded(equity, ana, policyPresets.close);
        yield* isFolded(equity, ben, policyPresets["one-off"]);
        yield* clear(ben, own.version);
        yield* isFolded(equity, ben, policyPresets.close);
        assert.deepEqual([yield* list(ana), yield* list(ben)], before);
        // What comes after lands on what was folded.
        yield* equity.record(gift({ at: day(-50), benefit: 7 }));
        yield* isFolded(equity, ana, policyPresets.close);
      }).pipe(Effect.provide(layerMemory())),
    { arbitrary: { runs: 60 } },
  );

  it.effect("of trust alone fades promises anew", () =>
    Effect.gen(function* () {
      const equity = yield* opened;
      yield* equity.recordBreach(breach({ at: day(-100) }));
      // Sums stand at the newest entry, so by then the wrong has faded as it used to.
      yield* equity.record(gift());
      yield* choose(null, { preset: "partner", trustHalfLifeDays: 100 }, 1);
      const { trust } = yield* equity.statement(ana, null);
      assert.closeTo(trust, 1 / 2.5, 1e-12);
    }).pipe(Effect.provide(layerMemory())),
  );

  it.effect("leaves the verdicts of old asks, and what they hold, as they were", () =>
    Effect.gen(function* () {
      const equity = yield* opened;
      for (const _ of [1, 2]) yield* equity.record(gift({ benefit: "L", at: day(-100) }));
      const ask = yield* equity.ask(askDraft({ id: askId(1) }));
      yield* choose(null, { preset: "one-off", askWeight: 9, askExpiryDays: 1 }, 1);
      assert.deepStrictEqual(yield* equity.askById(ask.id), ask);
      const { reserved, policyVersion } = yield* equity.statement(ana, null);
      assert.deepEqual([reserved, ask.policyVersion, policyVersion], [18, 1, 2]);
      yield* TestClock.setTime(startMs + 89 * dayMs);
      assert.deepStrictEqual(yield* equity.askById(ask.id), ask, "its days were fixed too");
      const again = yield* equity.ask(askDraft({ id: askId(1) }));
      assert.deepStrictEqual(again, ask);
      const next = yield* equity.ask(askDraft({ overrideReason: "She offered" }));
      assert.deepEqual([next.policyVersion, next.reserved], [2, 81]);
      assert.strictEqual((yield* equity.askById(next.id)).coverage.verdict, "not-yet");
    }).pipe(Effect.provide(layerMemory())),
  );

  it.effect("is not for what was recorded under the old weights", () =>
    Effect.gen(function* () {
      const equity = yield* opened;
      yield* equity.record(gift({ from: ana, to: "me", asked: true, cost: 5 }));
      yield* equity.recordBreach(breach({ size: 1 }));
      yield* choose(null, { preset: "partner", askWeight: 3, breachWeight: 4 }, 1);
      assert.strictEqual((yield* equity.statement(ana, null)).equity, -15);
      yield* equity.record(gift({ from: ana, to: "me", asked: true, cost: 5 }));
      yield* equity.recordBreach(breach({ size: 1 }));
      assert.strictEqual((yield* equity.statement(ana, null)).equity, -34);
    }).pipe(Effect.provide(layerMemory())),
  );
});
