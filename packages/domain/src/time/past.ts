/** When something happened, as people say it: a moment, a day, or nothing, which is now. */
import * as Effect from "effect/Effect";
import { invalid } from "../input/errors.ts";
import { dayOf, msOf, whenMs } from "./moments.ts";
import type { Instant, TimeZone, When } from "./schema.ts";

/** A clock that runs a little ahead is no reason to refuse a fact. */
export const futureMsMax = 5 * 60_000;

/** Nothing that anybody remembers happened before this. */
const earliestMs = -2_208_988_800_000;

/** When something happened, in epoch milliseconds; left out, it is now. */
export const pastMs = Effect.fnUntraced(function* (
  when: When | undefined,
  nowAtMs: number,
  timeZone: TimeZone,
) {
  if (when === undefined) return nowAtMs;
  const atMs = whenMs(when, timeZone);
  // A day means its noon. "Today", said in the morning, has begun, so it happened by now.
  const isThisMorning = atMs > nowAtMs && dayOf(nowAtMs, timeZone) === when;
  if (isThisMorning) return nowAtMs;
  if (atMs > nowAtMs + futureMsMax) {
    return yield* invalid(
      "/at",
      "in-the-future",
      "This has not happened yet. Give a moment that has passed.",
    );
  }
  if (atMs < earliestMs) return yield* invalid("/at", "too-early", "Give a moment after 1900.");
  // A moment that has not come would count for a later verdict and not for one now.
  return Math.min(atMs, nowAtMs);
});

/**
 * Whether what is said again means the moment that was kept. "Today" said in the morning, and the
 * moment of a clock that runs ahead, were kept as the moment of writing down; said again later they
 * still are the same. Without a moment, any is the same.
 */
export const isSameMoment = (
  known: { readonly at: Instant; readonly recordedAt: Instant },
  { when, timeZone }: { readonly when: When | undefined; readonly timeZone: TimeZone },
): boolean => {
  if (when === undefined) return true;
  const keptMs = msOf(known.at);
  if (whenMs(when, timeZone) === keptMs) return true;
  if (known.at !== known.recordedAt) return false;
  if (dayOf(keptMs, timeZone) === when) return true;
  const aheadMs = whenMs(when, timeZone) - keptMs;
  return when.includes("T") && aheadMs > 0 && aheadMs <= futureMsMax;
};
