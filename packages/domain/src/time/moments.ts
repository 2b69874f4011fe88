import * as Clock from "effect/Clock";
import * as DateTime from "effect/DateTime";
import * as Effect from "effect/Effect";
import type { Instant, PlainDate, TimeZone, When } from "./schema.ts";

/** Epoch milliseconds as text. */
export const instantOf = (ms: number): Instant =>
  DateTime.formatIso(DateTime.makeUnsafe(ms)) as Instant;

/** Epoch milliseconds of an instant. */
export const msOf = (instant: Instant): number => DateTime.makeUnsafe(instant).epochMilliseconds;

export const nowMs = Clock.currentTimeMillis;

/** What is worked out from the moment at once, which is one step less than to wait for it. */
export const withNowMs = <A, E, R>(
  use: (nowAtMs: number) => Effect.Effect<A, E, R>,
): Effect.Effect<A, E, R> => Clock.clockWith((clock) => use(clock.currentTimeMillisUnsafe()));

export const now = Effect.map(nowMs, instantOf);

const isInstant = (when: When): when is Instant => when.includes("T");

/** Epoch milliseconds of a moment; a day stands for noon where the workspace is (DESIGN ruling 8). */
export const whenMs = (when: When, timeZone: TimeZone): number =>
  isInstant(when) ? msOf(when) : noonMs(when, timeZone);

/** The day on the wall calendar of the workspace. */
export const dayOf = (ms: number, timeZone: TimeZone): PlainDate =>
  DateTime.formatIsoDate(DateTime.makeZonedUnsafe(ms, { timeZone })) as PlainDate;

/** When a day begins where the workspace is, in epoch milliseconds. */
export const dawnMs = (day: PlainDate, timeZone: TimeZone): number =>
  wallMs(day, "00:00", timeZone);

const noonMs = (day: PlainDate, timeZone: TimeZone): number => wallMs(day, "12:00", timeZone);

const wallMs = (day: PlainDate, hour: string, timeZone: TimeZone): number =>
  DateTime.makeZonedUnsafe(`${day}T${hour}:00.000Z`, { timeZone, adjustForTimeZone: true })
    .epochMilliseconds;
