import { assert, describe, it } from "@effect/vitest";
import * as Effect from "effect/Effect";
import { TestClock } from "effect/testing";
import type { RelationshipEquity } from "@comity/domain/equity";
import { TransferDraft } from "@comity/domain/equity/schema";
import { layerMemory } from "@comity/domain/memory";
import { TimeZone } from "@comity/domain/time/schema";
import { ana, entryId, gift, opened } from "../../support/sample.ts";

const inZone = (timeZone: string) => layerMemory({ timeZone: TimeZone.parse(timeZone) });

/** When something happened that is said to have happened then, written down now. */
const recordedAt = (now: string, at: string) =>
  Effect.gen(function* () {
    const equity = yield* opened;
    yield* TestClock.setTime(Date.parse(now));
    return (yield* equity.record(gift({ at }))).at as string;
  });

const refusalOf = (equity: RelationshipEquity["Service"], at: string) =>
  Effect.flip(equity.record(gift({ at })));

describe("a plain date", () => {
  for (const [timeZone, noon] of [
    ["UTC", "2026-01-15T12:00:00.000Z"],
    ["Europe/Zurich", "2026-01-15T11:00:00.000Z"],
    ["America/Los_Angeles", "2026-01-15T20:00:00.000Z"],
    ["Pacific/Auckland", "2026-01-14T23:00:00.000Z"],
    ["Asia/Kathmandu", "2026-01-15T06:15:00.000Z"],
    ["Pacific/Kiritimati", "2026-01-14T22:00:00.000Z"],
  ] as const) {
    it.effect(`means noon where the workspace is: ${timeZone}`, () =>
      Effect.gen(function* () {
        const at = yield* recordedAt("2026-03-02T09:00:00Z", "2026-01-15");
        assert.strictEqual(at, noon);
      }).pipe(Effect.provide(inZone(timeZone))),
    );
  }

  for (const [day, noon] of [
    ["2026-03-28", "2026-03-28T11:00:00.000Z"],
    ["2026-03-29", "2026-03-29T10:00:00.000Z"],
    ["2026-10-24", "2026-10-24T10:00:00.000Z"],
    ["2026-10-25", "2026-10-25T11:00:00.000Z"],
  ] as const) {
    it.effect(`means noon on the wall when clocks are changed: ${day}`, () =>
      Effect.gen(function* () {
        const at = yield* recordedAt("2026-12-01T09:00:00Z", day);
        assert.strictEqual(at, noon);
      }).pipe(Effect.provide(inZone("Europe/Zurich"))),
    );
  }
});

describe("today", () => {
  for (const [timeZone, now, today] of [
    ["UTC", "2026-03-02T00:00:00.000Z", "2026-03-02"],
    ["UTC", "2026-03-02T11:59:59.999Z", "2026-03-02"],
    ["Pacific/Auckland", "2026-03-01T22:00:00.000Z", "2026-03-02"],
    ["America/Los_Angeles", "2026-03-02T08:00:00.000Z", "2026-03-02"],
    // Between midnight and noon of this day lie 13 hours, because clocks go back at three.
    ["Europe/Zurich", "2026-10-24T22:00:00.000Z", "2026-10-25"],
  ] as const) {
    it.effect(`said in the morning is now: ${timeZone}, ${now}`, () =>
      Effect.gen(function* () {
        assert.strictEqual(yield* recordedAt(now, today), now);
      }).pipe(Effect.provide(inZone(timeZone))),
    );
  }

  it.effect("said in the afternoon is noon", () =>
    Effect.gen(function* () {
      const at = yield* recordedAt("2026-03-02T12:00:00.001Z", "2026-03-02");
      assert.strictEqual(at, "2026-03-02T12:00:00.000Z");
    }).pipe(Effect.provide(inZone("UTC"))),
  );

  it.effect("said again later, even the next day, is the same entry", () =>
    Effect.gen(function* () {
      const equity = yield* opened;
      const draft = gift({ id: entryId(1), at: "2026-03-02" });
      const first = yield* equity.record(draft);
      for (const wait of ["1 hour", "5 hours", "1 day"] as const) {
        yield* TestClock.adjust(wait);
        assert.deepStrictEqual(yield* equity.record(draft), first);
      }
    }).pipe(Effect.provide(inZone("UTC"))),
  );

  it.effect("is not any other day, when the same id is said again", () =>
    Effect.gen(function* () {
      const equity = yield* opened;
      const first = yield* equity.record(gift({ id: entryId(1) }));
      const today = gift({ id: entryId(1), at: "2026-03-02" });
      assert.deepStrictEqual(yield* equity.record(today), first);
      const other = gift({ id: entryId(1), at: "2020-01-01" });
      const refused = yield* Effect.flip(equity.record(other));
      assert.deepInclude(refused, { _tag: "EntryConflict", field: "at" });
    }).pipe(Effect.provide(inZone("UTC"))),
  );
});

describe("the future", () => {
  for (const [timeZone, now, tomorrow] of [
    ["UTC", "2026-03-02T23:59:59.999Z", "2026-03-03"],
    ["UTC", "2026-03-02T09:00:00.000Z", "2026-03-03"],
    ["Pacific/Auckland", "2026-03-02T10:59:59.999Z", "2026-03-03"],
    // Noon is less than 12 hours away, because clocks go forward at two.
    ["Europe/Zurich", "2026-03-28T22:59:59.999Z", "2026-03-29"],
  ] as const) {
    it.effect(`is refused: ${tomorrow}, at ${now} in ${timeZone}`, () =>
      Effect.gen(function* () {
        const equity = yield* opened;
        yield* TestClock.setTime(Date.parse(now));
        const refused = yield* refusalOf(equity, tomorrow);
        assert.deepNestedInclude(refused, {
          _tag: "InputInvalid",
          "issues[0].pointer": "/at",
          "issues[0].code": "in-the-future",
        });
        assert.isNotEmpty(refused.message);
      }).pipe(Effect.provide(inZone(timeZone))),
    );
  }

  it.effect("begins five minutes ahead: no clock is exact, and until then it is now", () =>
    Effect.gen(function* () {
      const equity = yield* opened;
      for (const at of ["2026-03-02T09:00:00.001Z", "2026-03-02T09:05:00.000Z"]) {
        const { at: kept, recordedAt } = yield* equity.record(gift({ at }));
        assert.deepEqual([kept, recordedAt], ["2026-03-02T09:00:00.000Z", kept]);
      }
      const before = yield* equity.record(gift({ at: "2026-03-02T08:59:59.999Z" }));
      assert.strictEqual(before.at, "2026-03-02T08:59:59.999Z");
      const refused = yield* refusalOf(equity, "2026-03-02T09:05:00.001Z");
      assert.deepNestedInclude(refused, {
        _tag: "InputInvalid",
        "issues[0].code": "in-the-future",
      });
    }).pipe(Effect.provide(inZone("UTC"))),
  );

  it.effect("of a clock that runs ahead counts for a verdict of now", () =>
    Effect.gen(function* () {
      const equity = yield* opened;
      yield* equity.record(gift({ at: "2026-03-02T09:04:00.000Z" }));
      assert.strictEqual((yield* equity.statement(ana, null)).equity, 9);
    }).pipe(Effect.provide(inZone("UTC"))),
  );

  it.effect("said again under the same id is the same entry, now and when it has come", () =>
    Effect.gen(function* () {
      const equity = yield* opened;
      const draft = gift({ id: entryId(1), at: "2026-03-02T09:04:00.000Z" });
      const first = yield* equity.record(draft);
      for (const wait of ["0 millis", "2 minutes", "2 minutes", "1 day"] as const) {
        yield* TestClock.adjust(wait);
        assert.deepStrictEqual(yield* equity.record(draft), first);
      }
    }).pipe(Effect.provide(inZone("UTC"))),
  );

  it.effect("is not any other moment, when the same id is said again", () =>
    Effect.gen(function* () {
      const equity = yield* opened;
      yield* equity.record(gift({ id: entryId(1), at: "2026-03-02T09:04:00.000Z" }));
      yield* TestClock.adjust("2 days");
      for (const at of [
        "2026-03-02T08:59:59.999Z",
        "2026-03-02T09:05:00.001Z",
        "2026-03-03T09:04:00.000Z",
        "2026-03-03",
      ]) {
        const refused = yield* Effect.flip(equity.record(gift({ id: entryId(1), at })));
        assert.deepInclude(refused, { _tag: "EntryConflict", field: "at" }, at);
      }
    }).pipe(Effect.provide(inZone("UTC"))),
  );
});

describe("the past", () => {
  it.effect("begins with 1900", () =>
    Effect.gen(function* () {
      const equity = yield* opened;
      const edge = yield* equity.record(gift({ at: "1900-01-01T00:00:00Z" }));
      assert.strictEqual(edge.at, "1900-01-01T00:00:00.000Z");
      for (const at of ["1899-12-31T23:59:59.999Z", "1899-12-31", "0000-01-01"]) {
        const refused = yield* refusalOf(equity, at);
        assert.deepNestedInclude(refused, {
          "issues[0].pointer": "/at",
          "issues[0].code": "too-early",
        });
      }
    }).pipe(Effect.provide(inZone("UTC"))),
  );

  it.effect("keeps instants to the millisecond", () =>
    Effect.gen(function* () {
      const at = yield* recordedAt("2026-03-02T09:00:00Z", "2026-03-01T09:00:00.123987Z");
      assert.strictEqual(at, "2026-03-01T09:00:00.123Z");
    }).pipe(Effect.provide(inZone("UTC"))),
  );

  it("cannot be written in another shape", () => {
    for (const at of ["2026-02-30", "2026-3-2", "yesterday", "2026-03-02T09:00:00", 0, null]) {
      assert.isFalse(TransferDraft.safeParse({ ...gift(), at }).success, String(at));
    }
  });
});
