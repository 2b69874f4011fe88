/** Moments for the contract: days before today, and a clock that stands where a case wants it. */
import { instantOf } from "@comity/domain/time";
import type { Instant } from "@comity/domain/time/schema";
import * as Clock from "effect/Clock";
import * as Effect from "effect/Effect";

export const dayMs = 86_400_000;

/** A whole hour not long ago: before it, everything of a case has happened. */
export const todayMs = Math.floor((Date.now() - 7_200_000) / 3_600_000) * 3_600_000;

export const daysAgo = (days: number): Instant => instantOf(todayMs - days * dayMs);

/** Runs at another moment than now. */
export const atMs = <A, E, R>(ms: number, effect: Effect.Effect<A, E, R>) =>
  Clock.clockWith((clock) => {
    const stopped: Clock.Clock = {
      currentTimeMillisUnsafe: () => ms,
      currentTimeMillis: Effect.succeed(ms),
      currentTimeNanosUnsafe: () => clock.currentTimeNanosUnsafe(),
      currentTimeNanos: clock.currentTimeNanos,
      monotonicTimeNanosUnsafe: () => clock.monotonicTimeNanosUnsafe(),
      monotonicTimeNanos: clock.monotonicTimeNanos,
      sleep: (duration) => clock.sleep(duration),
    };
    return Effect.provideService(effect, Clock.Clock, stopped);
  });
