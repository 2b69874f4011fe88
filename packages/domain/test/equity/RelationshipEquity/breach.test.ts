import { assert, describe, it } from "@effect/vitest";
import * as Effect from "effect/Effect";
import { TestClock } from "effect/testing";
import { EquityStore, OpeningBalances, RelationshipEquity } from "@comity/domain/equity";
import { dayMs, standardKinds } from "@comity/domain/equity/rules";
import { layerMemory } from "@comity/domain/memory";
import * as z from "zod";
import { arbitraryOf } from "../../support/arbitrary.ts";
import { breach, day, exact, opening, refusalOf, withStores } from "../../support/facts.ts";
import { ana, ben, entryId, gift, opened, partnerId, startMs } from "../../support/sample.ts";

describe("recordBreach", () => {
  it.effect("weighs five times its size on the account of the one who did wrong", () =>
    Effect.gen(function* () {
      const equity = yield* opened;
      const mine = yield* equity.recordBreach(breach({ id: entryId(1), note: "Forgot the call" }));
      assert.deepEqual<unknown>(mine, {
        kind: "breach",
        id: entryId(1),
        partnerId: ana,
        at: "2026-03-02T09:00:00.000Z",
        recordedAt: "2026-03-02T09:00:00.000Z",
        from: "me",
        to: ana,
        size: 3,
        kindId: null,
        note: "Forgot the call",
        posting: { mine: -15, theirs: 0 },
      });
      const theirs = yield* equity.recordBreach(breach({ from: ana, to: "me", size: 2 }));
      assert.deepEqual(theirs.posting, { mine: 0, theirs: -10 });
      const { equity: standing, trust, gifts } = yield* equity.statement(ana, null);
      assert.deepEqual([standing, trust, gifts], [-15, 1 / 3, 0]);
      const { balance } = yield* equity.relationship(ana);
      assert.deepEqual(balance, { deposits: 0, negatives: 1, ratio: 0, band: "strained" });
    }).pipe(Effect.provide(exact())),
  );

  it.effect("is weighed by the policy of its day, and fades like any other entry", () =>
    Effect.gen(function* () {
      const equity = yield* opened;
      const wrong = yield* equity.recordBreach(breach({ at: day(-100) }));
      assert.deepEqual([wrong.at, wrong.posting.mine], [day(-100), -6]);
      const { principal, interest } = yield* equity.statement(ana, null);
      assert.closeTo(principal, -3, 1e-12);
      assert.strictEqual(interest, 0, "no interest on an overdraft");
    }).pipe(Effect.provide(exact({ breachWeight: 2, halfLifeDays: 100 }))),
  );

  it.effect("takes its size from the catalogue where that is left out", () =>
    Effect.gen(function* () {
      const equity = yield* opened;
      for (const { id, benefit } of standardKinds.filter(({ use }) => use === "breach")) {
        const wrong = yield* equity.recordBreach(breach({ kindId: id, size: undefined }));
        assert.deepInclude<object>(wrong, { kindId: id, size: benefit });
        const said = yield* equity.recordBreach(breach({ kindId: id, size: 2 }));
        assert.deepInclude<object>(said, { kindId: id, size: 2 });
      }
    }).pipe(Effect.provide(layerMemory())),
  );

  it.effect("is refused with the place of what is wrong", () =>
    Effect.gen(function* () {
      const equity = yield* opened;
      for (const [given, refusal] of [
        [{ size: undefined }, "InputInvalid /size required"],
        [{ kindId: "no-such-kind" }, "InputInvalid /kindId unknown-kind"],
        [{ kindId: "gift" }, "InputInvalid /kindId other-use"],
        [{ kindId: "ask-talk" }, "InputInvalid /kindId other-use"],
        [{ to: "me" }, "InputInvalid /to one-side-is-me"],
        [{ from: ben }, "InputInvalid /to one-side-is-me"],
        [{ at: day(1) }, "InputInvalid /at in-the-future"],
        [{ to: partnerId(404) }, "PartnerNotFound"],
      ] as const) {
        assert.strictEqual(yield* refusalOf(equity.recordBreach(breach(given))), refusal);
      }
      assert.strictEqual((yield* equity.statement(ana, null)).equity, 0);
    }).pipe(Effect.provide(exact())),
  );

  it.effect("is the same wrong for the same id and content, and weighs once", () =>
    Effect.gen(function* () {
      const equity = yield* opened;
      const draft = breach({ id: entryId(1) });
      const first = yield* equity.recordBreach(draft);
      yield* TestClock.adjust("3 days");
      assert.deepStrictEqual(yield* equity.recordBreach(draft), first);
      assert.deepStrictEqual(yield* equity.recordBreach({ ...draft, size: 3 }), first);
      assert.lengthOf((yield* equity.entries(ana, { limit: 10, cursor: null })).data, 1);
    }).pipe(Effect.provide(exact())),
  );

  for (const [field, other] of Object.entries({
    from: { from: ana, to: "me" },
    partnerId: { to: ben },
    size: { size: 3.5 },
    kindId: { kindId: "silence" },
    note: { note: "Another note" },
    at: { at: day(-2) },
  })) {
    it.effect(`is a conflict that names ${field}, when that differs`, () =>
      Effect.gen(function* () {
        const equity = yield* opened;
        const written = { id: entryId(1), at: day(-1) };
        yield* equity.recordBreach(breach(written));
        const refused = yield* refusalOf(equity.recordBreach(breach({ ...written, ...other })));
        assert.strictEqual(refused, `EntryConflict ${field}`);
        assert.lengthOf((yield* equity.entries(ana, { limit: 10, cursor: null })).data, 1);
      }).pipe(Effect.provide(exact())),
    );
  }

  it.effect("is a conflict when the id belongs to a gift, and the other way round", () =>
    Effect.gen(function* () {
      const equity = yield* opened;
      yield* equity.record(gift({ id: entryId(1) }));
      yield* equity.recordBreach(breach({ id: entryId(2) }));
      for (const verb of [
        equity.recordBreach(breach({ id: entryId(1) })),
        equity.record(gift({ id: entryId(2) })),
        equity.open(opening({ id: entryId(1) })),
      ]) {
        assert.strictEqual(yield* refusalOf(verb), "EntryConflict kind");
      }
    }).pipe(Effect.provide(exact())),
  );
});

const within = (actual: unknown, expected: unknown, path = ""): void => {
  if (typeof actual === "number" && typeof expected === "number") {
    const allowed = 1e-12 * Math.max(1, Math.abs(expected));
    assert.isAtMost(Math.abs(actual - expected), allowed, `${path}: ${actual}, ${expected}`);
    return;
  }
  if (actual === null || expected === null || typeof actual !== "object") {
    assert.strictEqual(actual, expected, path);
    return;
  }
  for (const key of Object.keys({ ...actual, ...(expected as object) })) {
    const [a, b] = [actual, expected].map((side) => (side as Record<string, unknown>)[key]);
    within(a, b, `${path}/${key}`);
  }
};

const everything = Effect.gen(function* () {
  const equity = yield* RelationshipEquity;
  const store = yield* EquityStore;
  const past = yield* equity.statement(ana, day(-150) as never);
  const { gifts, facts, openings } = (yield* store.snapshot(ana, startMs))?.accounts ?? {};
  return {
    statement: yield* equity.statement(ana, null),
    past: { principal: past.principal, interest: past.interest },
    relationship: yield* equity.relationship(ana),
    counts: { gifts, facts, openings },
    deck: yield* OpeningBalances.use(({ progress }) => progress),
  };
});

const Fact = z.strictObject({
  kind: z.literal(["gift", "asked", "strings", "received", "granted", "wrong", "wronged"]),
  daysAgo: z.int().min(0).max(300),
  benefit: z.int().min(1).max(81),
  cost: z.int().min(0).max(27),
});

const recorded = (equity: RelationshipEquity["Service"], fact: z.infer<typeof Fact>) => {
  const { kind, daysAgo, benefit, cost } = fact;
  const at = day(-daysAgo);
  if (kind === "wrong") return equity.recordBreach(breach({ at, size: benefit }));
  if (kind === "wronged") {
    return equity.recordBreach(breach({ at, size: benefit, from: ana, to: "me" }));
  }
  const isTheirs = kind === "received" || kind === "granted";
  return equity.record(
    gift({
      at,
      benefit,
      cost,
      asked: kind === "asked" || kind === "granted",
      strings: kind === "strings",
      ...(isTheirs ? { from: ana, to: "me" } : {}),
    }),
  );
};

describe("a reversal", () => {
  it.effect.prop(
    "restores balance, gifts, sums, rhythm and deck to what they were",
    [arbitraryOf(z.array(Fact).max(5)), arbitraryOf(z.array(Fact).min(1).max(3))],
    ([before, meanwhile]) =>
      Effect.gen(function* () {
        const equity = yield* opened;
        for (const fact of before) yield* recorded(equity, fact);
        const read = yield* everything;
        const ids = [];
        for (const fact of meanwhile) ids.push((yield* recorded(equity, fact)).id);
        for (const id of ids) yield* equity.reverse(id, {});
        within(yield* everything, read);
      }).pipe(Effect.provide(withStores())),
    { arbitrary: { runs: 300 } },
  );

  it.effect("of an opening brings the card back, and of a wrong the trust", () =>
    Effect.gen(function* () {
      const equity = yield* opened;
      const read = yield* everything;
      const { id } = yield* equity.open(opening({ closeness: "close", given: "M" }));
      assert.strictEqual((yield* everything).deck.answered, 1);
      yield* equity.reverse(id, {});
      within(yield* everything, read);
      const wrong = yield* equity.recordBreach(breach());
      assert.strictEqual((yield* equity.statement(ana, null)).trust, 1 / 3);
      yield* TestClock.setTime(startMs + 100 * dayMs);
      yield* equity.reverse(wrong.id, {});
      assert.strictEqual((yield* equity.statement(ana, null)).trust, 1 / 2);
      assert.strictEqual((yield* equity.statement(ana, null)).equity, 0);
    }).pipe(Effect.provide(withStores())),
  );
});
