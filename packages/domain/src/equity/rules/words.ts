/**
 * Amounts as people say them: sizes of help, never numbers (MODEL 2.1). 1 ep is five minutes, but
 * the larger anchors follow the sizes, so 27 ep is half a morning and 81 ep a day.
 */
import type { Size } from "../schema.ts";
import { sizesEp } from "./policy.ts";

/** Each size, as one says it. */
export const sizeInWords: Readonly<Record<Size, string>> = {
  XS: "five minutes",
  S: "a quarter of an hour",
  M: "three quarters of an hour",
  L: "half a morning",
  XL: "a day",
};

const sizesAscending: ReadonlyArray<Size> = ["XS", "S", "M", "L", "XL"];

/** A standing fades from the moment it is made, so one that has just reached a size still counts as it. */
const justFadedEp = 0.001;

const smallNumbers = ["two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];

const inWholeDays = (days: number): string => `${smallNumbers[days - 2] ?? String(days)} days`;

/** The most that may be asked for, in ep, rounded down; undefined where it is less than five minutes. */
export const mostInWords = (capacityEp: number): string | undefined => {
  const capacity = capacityEp + justFadedEp;
  const days = Math.floor(capacity / sizesEp.XL);
  if (days >= 2) return inWholeDays(days);
  const size = sizesAscending.findLast((each) => sizesEp[each] <= capacity);
  return size === undefined ? undefined : sizeInWords[size];
};

const anchors: ReadonlyArray<readonly [ep: number, words: string]> = [
  [1, "five minutes"],
  [2, "ten minutes"],
  [3, "a quarter of an hour"],
  [4, "twenty minutes"],
  [6, "half an hour"],
  [9, "three quarters of an hour"],
  [12, "an hour"],
  [18, "an hour and a half"],
  [27, "half a morning"],
  [36, "three hours"],
  [54, "a morning"],
  [81, "a day"],
  [121.5, "a day and a half"],
];

/** People notice no difference below this factor, so it needs no "about". */
const noticedFactor = 1.04;

/** An amount in ep as the nearest thing that people say; "about" where it is not quite that. */
export const amountInWords = (ep: number): string => {
  if (ep < 0.5) return "next to nothing";
  const days = Math.round(ep / sizesEp.XL);
  const [near, words] =
    days >= 2
      ? ([days * sizesEp.XL, inWholeDays(days)] as const)
      : anchors.reduce((best, each) => (farFrom(ep, each[0]) < farFrom(ep, best[0]) ? each : best));
  return farFrom(ep, near) > Math.log(noticedFactor) ? `about ${words}` : words;
};

const farFrom = (a: number, b: number): number => Math.abs(Math.log(a / b));
