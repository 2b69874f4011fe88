import { assert, describe, it } from "@effect/vitest";
import * as Effect from "effect/Effect";
import { TestClock } from "effect/testing";
import { IdSource } from "@comity/domain/identity";
import * as z from "zod";

const uuid = z.uuidv7();

describe("IdSource", () => {
  it.effect("makes ids that sort as they were made, many in one millisecond too", () =>
    Effect.gen(function* () {
      const { next } = yield* IdSource;
      const ids: Array<string> = [];
      for (const ms of [1_772_442_000_000, 1_772_442_000_000, 1_772_442_000_001]) {
        yield* TestClock.setTime(ms);
        for (let count = 0; count < 5000; count++) ids.push(yield* next);
      }
      assert.lengthOf(new Set(ids), ids.length);
      assert.deepEqual(ids.toSorted(), ids);
      for (const id of ids) assert.isTrue(uuid.safeParse(id).success, id);
    }).pipe(Effect.provide(IdSource.layer)),
  );

  it.effect("says in its first 48 bits when it was made", () =>
    Effect.gen(function* () {
      yield* TestClock.setTime(1_772_442_000_123);
      const id = yield* Effect.flatMap(IdSource, ({ next }) => next);
      assert.strictEqual(Number.parseInt(id.replace("-", "").slice(0, 12), 16), 1_772_442_000_123);
    }).pipe(Effect.provide(IdSource.layer)),
  );

  it.effect("keeps the order when the clock steps back", () =>
    Effect.gen(function* () {
      const { next } = yield* IdSource;
      yield* TestClock.setTime(1_772_442_000_000);
      const before = yield* next;
      yield* TestClock.setTime(1_772_441_000_000);
      assert.isBelow(before.localeCompare(yield* next), 0);
    }).pipe(Effect.provide(IdSource.layer)),
  );
});
