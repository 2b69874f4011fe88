import { assert, describe, it } from "@effect/vitest";
import * as Effect from "effect/Effect";
import { TestClock } from "effect/testing";
import { RelationshipEquity } from "@comity/domain/equity";
import { dayMs } from "@comity/domain/equity/rules";
import { breach, exact, refusalOf } from "../../support/facts.ts";
import { ana, askDraft, askId, ben, entryId, gift, opened, startMs } from "../../support/sample.ts";

/** Asks whose numbers are their ids: Ana granted 1, with an offer of 9. */
const offered = Effect.gen(function* () {
  const equity = yield* opened;
  for (const _ of [1, 2]) yield* equity.record(gift({ benefit: "XL" }));
  yield* equity.ask(askDraft({ id: askId(1), offer: "M" }));
  yield* equity.grant(askId(1), {});
  return equity;
});

const trust = RelationshipEquity.use((equity) =>
  Effect.map(equity.statement(ana, null), (statement) => statement.trust),
);

const notAnOffer = "InputInvalid /askId no-offer";
const madeGood = "InputInvalid /askId made-good";

describe("an offer", () => {
  it.effect("is made good once, and again after that was taken back", () =>
    Effect.gen(function* () {
      const equity = yield* offered;
      const draft = gift({ id: entryId(1), askId: askId(1) });
      const kept = yield* equity.record(draft);
      assert.strictEqual(kept.askId, askId(1));
      assert.strictEqual(yield* refusalOf(equity.record(gift({ askId: askId(1) }))), madeGood);
      assert.deepStrictEqual(yield* equity.record(draft), kept, "said again");
      yield* equity.reverse(kept.id, {});
      assert.strictEqual(yield* trust, 1 / 2);
      const again = yield* equity.record(gift({ askId: askId(1) }));
      assert.strictEqual(yield* trust, 2 / 3);
      assert.strictEqual(yield* refusalOf(equity.record(gift({ askId: askId(1) }))), madeGood);
      yield* equity.confirm(again.id, { benefit: "S" });
      assert.strictEqual(yield* trust, 2 / 3, "confirmed, it still stands");
      assert.strictEqual(yield* refusalOf(equity.record(gift({ askId: askId(1) }))), madeGood);
    }).pipe(Effect.provide(exact())),
  );

  it.effect("is made good only by me, to the one who granted the ask it came with", () =>
    Effect.gen(function* () {
      const equity = yield* offered;
      const refused = (given: object) => refusalOf(equity.record(gift(given)));
      assert.strictEqual(yield* refused({ askId: askId(1), from: ana, to: "me" }), notAnOffer);
      assert.strictEqual(yield* refused({ askId: askId(1), to: ben }), notAnOffer);
      assert.strictEqual(yield* refused({ askId: askId(404) }), notAnOffer);
      const open = (number: number, given: object = {}) =>
        equity.ask(askDraft({ id: askId(number), cost: "XS", offer: "S", ...given }));
      yield* open(2);
      assert.strictEqual(yield* refused({ askId: askId(2) }), notAnOffer, "open");
      yield* equity.decline(askId(2));
      assert.strictEqual(yield* refused({ askId: askId(2) }), notAnOffer, "declined");
      yield* open(3);
      yield* equity.withdraw(askId(3));
      assert.strictEqual(yield* refused({ askId: askId(3) }), notAnOffer, "withdrawn");
      yield* open(4, { offer: undefined });
      yield* equity.grant(askId(4), {});
      assert.strictEqual(yield* refused({ askId: askId(4) }), notAnOffer, "without an offer");
      yield* open(5);
      yield* TestClock.adjust("90 days");
      assert.strictEqual(yield* refused({ askId: askId(5) }), notAnOffer, "expired");
      yield* equity.grant(askId(5), {});
      yield* equity.record(gift({ askId: askId(5) }));
      assert.strictEqual((yield* equity.relationship(ana)).trust.kept, 1);
    }).pipe(Effect.provide(exact())),
  );

  it.effect("is a conflict that names the ask, when an id is said again with another", () =>
    Effect.gen(function* () {
      const equity = yield* offered;
      yield* equity.record(gift({ id: entryId(1), askId: askId(1) }));
      assert.strictEqual(
        yield* refusalOf(equity.record(gift({ id: entryId(1) }))),
        "EntryConflict askId",
      );
    }).pipe(Effect.provide(exact())),
  );
});

describe("trust", () => {
  it.effect("is (K + 1) / (K + B + 2), and what was kept and broken fades by half", () =>
    Effect.gen(function* () {
      const equity = yield* offered;
      assert.strictEqual(yield* trust, 1 / 2);
      yield* equity.record(gift({ askId: askId(1) }));
      assert.strictEqual(yield* trust, 2 / 3);
      yield* TestClock.setTime(startMs + 200 * dayMs);
      assert.closeTo(yield* trust, 1.5 / 2.5, 1e-12);
      yield* equity.recordBreach(breach());
      assert.closeTo(yield* trust, 1.5 / 3.5, 1e-12);
      yield* TestClock.setTime(startMs + 400 * dayMs);
      assert.closeTo(yield* trust, 1.25 / 2.75, 1e-12);
      assert.deepInclude((yield* equity.relationship(ana)).trust, { kept: 0.25, broken: 0.5 });
    }).pipe(Effect.provide(exact({ trustHalfLifeDays: 200 }))),
  );

  it.effect("counts a promise of an earlier day as faded since, in any order", () =>
    Effect.gen(function* () {
      const equity = yield* offered;
      yield* TestClock.setTime(startMs + 200 * dayMs);
      yield* equity.recordBreach(breach());
      yield* equity.record(gift({ askId: askId(1), at: new Date(startMs).toISOString() }));
      assert.closeTo(yield* trust, 1.5 / 3.5, 1e-12);
    }).pipe(Effect.provide(exact({ trustHalfLifeDays: 200 }))),
  );

  it.effect("makes an offer count for more, in coverage and in plans", () =>
    Effect.gen(function* () {
      const equity = yield* offered;
      yield* equity.record(gift({ askId: askId(1) }));
      yield* TestClock.setTime(startMs + 200 * dayMs);
      const question = askDraft({ offer: 10 });
      const expected = (10 * 1.5) / 2.5;
      assert.closeTo((yield* equity.coverage(question)).offered, expected, 1e-12);
      assert.closeTo((yield* equity.project(question)).coverage.offered, expected, 1e-12);
      const planned = yield* equity.project({ ...question, gift: 5 });
      assert.closeTo(planned.coverage.offered, expected, 1e-12, "with a gift now");
    }).pipe(Effect.provide(exact({ trustHalfLifeDays: 200 }))),
  );

  it.effect("does not suffer from a wrong that was done to me", () =>
    Effect.gen(function* () {
      const equity = yield* offered;
      yield* equity.recordBreach(breach({ from: ana, to: "me" }));
      assert.strictEqual(yield* trust, 1 / 2);
    }).pipe(Effect.provide(exact())),
  );
});
