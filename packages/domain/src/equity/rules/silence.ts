/** Who waits for a word of mine, and since when (MODEL 2.5). */
import type { ContactBy } from "../../contact/schema.ts";
import { type SilenceState, silenceOf } from "./contact.ts";
import { dayMs } from "./policy.ts";

/** The last time two were in touch, in epoch milliseconds, and who reached out. */
export interface LastTouch {
  readonly atMs: number;
  readonly by: ContactBy;
}

/**
 * The last of gifts and contacts; null: there was neither. `lastEntryMs` is the last gift of either
 * side, so one that is later than mine was theirs.
 */
export const lastTouchOf = (seen: {
  readonly lastGiftMs: number | null;
  readonly lastEntryMs: number | null;
  readonly lastContact: LastTouch | null;
}): LastTouch | null => {
  const { lastGiftMs, lastEntryMs, lastContact } = seen;
  if (lastEntryMs === null) return lastContact;
  if (lastContact !== null && lastContact.atMs >= lastEntryMs) return lastContact;
  return { atMs: lastEntryMs, by: lastGiftMs === lastEntryMs ? "me" : "them" };
};

export interface LongSilence {
  /** mine: they were in touch last, and wait for me. */
  readonly whose: "mine" | "both";
  /** Since the last contact. */
  readonly days: number;
  /** The same, in cadences. */
  readonly ratio: number;
  readonly state: Exclude<SilenceState, "ok">;
}

/** A silence as long as the cadence, or longer; null: it is not, or the two were never in touch. */
export const longSilenceOf = (
  last: LastTouch | null,
  cadenceDays: number,
  nowMs: number,
): LongSilence | null => {
  if (last === null) return null;
  const days = Math.max(0, nowMs - last.atMs) / dayMs;
  const { ratio, state } = silenceOf({ gapDays: days, cadenceDays, slipping: false });
  return state === "ok"
    ? null
    : { whose: last.by === "them" ? "mine" : "both", days, ratio, state };
};
