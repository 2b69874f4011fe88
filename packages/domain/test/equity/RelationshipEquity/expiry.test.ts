import { assert, describe, it } from "@effect/vitest";
import * as Effect from "effect/Effect";
import * as Layer from "effect/Layer";
import { TestClock } from "effect/testing";
import { EquityStore, RelationshipEquity } from "@comity/domain/equity";
import { dayMs, partnerPreset } from "@comity/domain/equity/rules";
import type { Ask, AskState } from "@comity/domain/equity/schema";
import { IdSource } from "@comity/domain/identity";
import { storesMemory } from "@comity/domain/memory";
import { domainServices } from "@comity/domain/services";
import { exact, refusalOf } from "../../support/facts.ts";
import { ana, askDraft, askId, entryId, gift, opened, startMs } from "../../support/sample.ts";

const days = 30;
const policy = { askExpiryDays: days };
const endMs = startMs + days * dayMs;

/** An open ask that holds eighteen of eighty-one ep. */
const asked = Effect.gen(function* () {
  const equity = yield* opened;
  yield* equity.record(gift({ benefit: "XL" }));
  const ask = yield* equity.ask(askDraft({ id: askId(1) }));
  return { equity, ask };
});

const seen = Effect.gen(function* () {
  const equity = yield* RelationshipEquity;
  const { reserved } = yield* equity.statement(ana, null);
  const [standing] = yield* equity.standings([ana]);
  const { state } = yield* equity.askById(askId(1));
  const inState = (wanted: AskState | null) =>
    Effect.map(equity.asks(ana, { limit: 5, cursor: null, state: wanted }), ({ data }) =>
      data.map((ask) => ask.state),
    );
  const { asks } = yield* equity.relationship(ana);
  const held = (yield* equity.coverage(askDraft())).reserved;
  return {
    reserved: [reserved, standing?.reserved, held],
    state: [state, ...(yield* inState(null))],
    open: yield* inState("open"),
    expired: yield* inState("expired"),
    count: asks.open,
  };
});

const stillOpen = {
  reserved: [18, 18, 18],
  state: ["open", "open"],
  open: ["open"],
  expired: [],
  count: 1,
};

const over = {
  reserved: [0, 0, 0],
  state: ["expired", "expired"],
  open: [],
  expired: ["expired"],
  count: 0,
};

describe("an ask without an answer", () => {
  it.effect("holds its part to the millisecond, and is free then without a write", () =>
    Effect.gen(function* () {
      const { equity, ask } = yield* asked;
      assert.strictEqual(Date.parse(ask.expiresAt), endMs);
      yield* TestClock.setTime(endMs - 1);
      assert.deepEqual<unknown>(yield* seen, stillOpen);
      yield* TestClock.setTime(endMs);
      assert.deepEqual<unknown>(yield* seen, over);
      assert.strictEqual((yield* equity.askById(ask.id)).closedAt, ask.expiresAt);
      yield* equity.expire;
      assert.deepEqual<unknown>(yield* seen, over);
      assert.deepEqual<unknown>(yield* equity.askById(ask.id), {
        ...ask,
        state: "expired",
        closedAt: ask.expiresAt,
      });
    }).pipe(Effect.provide(exact(policy))),
  );

  it.effect("leaves room for another one in that moment, and not before", () =>
    Effect.gen(function* () {
      const equity = yield* opened;
      for (const _ of [1, 2]) yield* equity.record(gift({ benefit: "XL" }));
      yield* equity.ask(askDraft({ id: askId(1), cost: 70 }));
      yield* TestClock.setTime(endMs - 1);
      assert.strictEqual((yield* equity.coverage(askDraft({ cost: 40 }))).verdict, "not-yet");
      yield* TestClock.setTime(endMs);
      assert.strictEqual((yield* equity.coverage(askDraft({ cost: 40 }))).verdict, "earned");
      yield* equity.ask(askDraft({ cost: 40 }));
    }).pipe(Effect.provide(exact(policy))),
  );

  for (const isWritten of [true, false]) {
    it.effect(`can still be granted${isWritten ? ", after it was written down" : ""}`, () =>
      Effect.gen(function* () {
        const { equity, ask } = yield* asked;
        yield* TestClock.setTime(endMs + dayMs);
        if (isWritten) yield* equity.expire;
        const granted = yield* equity.grant(ask.id, { entryId: entryId(1) });
        assert.deepInclude<object>(granted, { state: "granted", entryId: entryId(1) });
        assert.strictEqual(Date.parse(granted.closedAt ?? ""), endMs + dayMs);
        assert.deepEqual(yield* equity.grant(ask.id, {}), granted, "said again");
        yield* equity.expire;
        assert.deepEqual(yield* equity.askById(ask.id), granted, "a yes does not run out");
        assert.strictEqual(yield* refusalOf(equity.decline(ask.id)), "AskConflict state");
      }).pipe(Effect.provide(exact(policy))),
    );

    it.effect(`can still be declined${isWritten ? ", after it was written down" : ""}`, () =>
      Effect.gen(function* () {
        const { equity, ask } = yield* asked;
        yield* TestClock.setTime(endMs);
        if (isWritten) yield* equity.expire;
        assert.strictEqual((yield* equity.decline(ask.id)).state, "declined");
        assert.strictEqual(yield* refusalOf(equity.grant(ask.id, {})), "AskConflict state");
      }).pipe(Effect.provide(exact(policy))),
    );

    it.effect(`cannot be taken back any more${isWritten ? ", once written down" : ""}`, () =>
      Effect.gen(function* () {
        const { equity, ask } = yield* asked;
        yield* TestClock.setTime(endMs - 1);
        yield* equity.expire;
        yield* TestClock.setTime(endMs);
        if (isWritten) yield* equity.expire;
        assert.strictEqual(yield* refusalOf(equity.withdraw(ask.id)), "AskConflict state");
      }).pipe(Effect.provide(exact(policy))),
    );
  }

  it.effect("is written down once, however many there are and how often one looks", () =>
    Effect.gen(function* () {
      const closed: Array<Ask> = [];
      const store = Layer.effect(
        EquityStore,
        Effect.map(EquityStore, (inner) =>
          EquityStore.of({
            ...inner,
            keepAsk: (before, after) => {
              closed.push(after);
              assert.strictEqual(before.state, "open");
              return inner.keepAsk(before, after);
            },
          }),
        ),
      );
      yield* Effect.gen(function* () {
        const equity = yield* opened;
        const many = 230;
        for (let number = 1; number <= many; number++) {
          yield* equity.ask(askDraft({ id: askId(number), overrideReason: "To see" }));
          yield* TestClock.adjust("1 minute");
        }
        yield* TestClock.setTime(endMs + 100 * 60_000 - 1);
        yield* equity.expire;
        assert.lengthOf(closed, 100, "the hundred whose time has passed");
        yield* TestClock.setTime(endMs + dayMs);
        for (const time of ["once", "twice"]) {
          yield* equity.expire;
          assert.lengthOf(closed, many, time);
        }
        assert.strictEqual(new Set(closed.map(({ id }) => id)).size, many);
        assert.isTrue(closed.every((ask) => ask.state === "expired"));
        assert.isTrue(closed.every((ask) => ask.closedAt === ask.expiresAt));
      }).pipe(
        Effect.provide(
          domainServices.pipe(
            Layer.provide(store),
            Layer.provide(storesMemory({ policy: { ...partnerPreset, ...policy } })),
            Layer.provide(IdSource.layer),
          ),
        ),
      );
    }),
  );

  it.effect("still was the last one asked", () =>
    Effect.gen(function* () {
      const { equity } = yield* asked;
      yield* TestClock.setTime(endMs);
      const { lastAskAt, firstAsk } = yield* equity.statement(ana, null);
      assert.deepEqual([Date.parse(lastAskAt ?? ""), firstAsk], [startMs, false]);
    }).pipe(Effect.provide(exact(policy))),
  );
});

describe("room between asks", () => {
  it.effect("is short by a millisecond, and enough on the day", () =>
    Effect.gen(function* () {
      const { equity } = yield* asked;
      const reasons = Effect.map(equity.coverage(askDraft({ cost: 1 })), (found) => found.reasons);
      const afterMs = startMs + 14 * dayMs;
      for (const [atMs, isSoon] of [
        [startMs, true],
        [afterMs - 1, true],
        [afterMs, false],
        [afterMs + 1, false],
      ] as const) {
        yield* TestClock.setTime(atMs);
        assert.strictEqual((yield* reasons).includes("recent-ask"), isSoon, String(atMs - startMs));
        const { nextFrom } = (yield* equity.relationship(ana)).asks;
        assert.strictEqual(
          nextFrom === null ? null : Date.parse(nextFrom),
          isSoon ? afterMs : null,
        );
        assert.strictEqual((yield* equity.coverage(askDraft({ cost: 1 }))).verdict, "earned");
      }
    }).pipe(Effect.provide(exact())),
  );

  it.effect("is not wanted before the first ask, and not where the policy wants none", () =>
    Effect.gen(function* () {
      const equity = yield* opened;
      yield* equity.record(gift({ benefit: "XL" }));
      const { reasons } = yield* equity.coverage(askDraft());
      assert.notInclude(reasons, "recent-ask");
      assert.isNull((yield* equity.relationship(ana)).asks.nextFrom);
      yield* equity.ask(askDraft({ cost: 1 }));
      assert.notInclude((yield* equity.coverage(askDraft())).reasons, "recent-ask");
      assert.isNull((yield* equity.relationship(ana)).asks.nextFrom);
    }).pipe(Effect.provide(exact({ daysBetweenAsks: 0 }))),
  );
});
