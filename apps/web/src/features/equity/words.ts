/** Amounts and verdicts as people say them. Numbers come only on demand. */
import { sizesEp } from "@comity/domain/equity/rules";
import type { Ask, Coverage, Size } from "@comity/domain/equity/schema";

export const sizes: ReadonlyArray<Size> = ["XS", "S", "M", "L", "XL"];

export const sizeInWords: Readonly<Record<Size, string>> = {
  XS: "five minutes",
  S: "a quarter of an hour",
  M: "three quarters of an hour",
  L: "half a morning",
  XL: "a day",
};

/** A standing fades from the moment it is made, so one that has just reached a size still counts as it. */
const justFadedEp = 0.001;

const inWholeDays = (days: number): string => {
  const names = ["two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];
  return `${names[days - 2] ?? String(days)} days`;
};

/** The most that may be asked for, rounded down; undefined where it is less than five minutes. */
export const mostInWords = (capacityEp: number): string | undefined => {
  const capacity = capacityEp + justFadedEp;
  const days = Math.floor(capacity / sizesEp.XL);
  if (days >= 2) return inWholeDays(days);
  const size = sizes.findLast((each) => sizesEp[each] <= capacity);
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

/** An amount as the nearest thing that people say; "about" where it is not quite that. */
export const amountInWords = (ep: number): string => {
  if (ep < 0.5) return "next to nothing";
  const days = Math.round(ep / sizesEp.XL);
  const [near, words] =
    days >= 2
      ? ([days * sizesEp.XL, inWholeDays(days)] as const)
      : anchors.reduce((best, each) => (farFrom(ep, each[0]) < farFrom(ep, best[0]) ? each : best));
  return farFrom(ep, near) > Math.log(1.04) ? `about ${words}` : words;
};

const farFrom = (a: number, b: number): number => Math.abs(Math.log(a / b));

export const verdictInWords: Readonly<Record<Coverage["verdict"], string>> = {
  earned: "Earned",
  early: "Possible, but early",
  "not-yet": "Not yet",
};

export const askStateInWords: Readonly<Record<Ask["state"], string>> = {
  open: "open",
  granted: "they said yes",
  declined: "they said no",
  withdrawn: "taken back",
  expired: "expired",
};

const count = (gifts: number): string =>
  ["no gift", "one gift", "two gifts", "three gifts"][gifts] ?? `${gifts} gifts`;

/** Why an ask that is covered still comes early. */
export const whyEarly = (name: string, gifts: number, wanted: number): string =>
  `It is covered, but ${name} has had ${count(gifts)} from you so far. After ${count(wanted)} a first ask lands better.`;

/** A number for those who asked for one. */
export const inEp = (amount: number): string => {
  const rounded = Math.round(amount * 10) / 10;
  const plain = Object.is(rounded, -0) ? 0 : rounded;
  return `${plain < 0 ? "−" : ""}${Math.abs(plain).toLocaleString("en")} ep`;
};

const saysTooLittle = /\.$|^(the|an?)$/i;

/** How one would speak of someone in a sentence: the first name, but not "Dr." or "The" alone. */
export const shortNameOf = (name: string): string => {
  const first = name.split(/\s+/).find((word) => /\p{L}/u.test(word));
  return first === undefined || saysTooLittle.test(first) ? name : first;
};
