/** Amounts and verdicts as people say them. Numbers come only on demand. */
import type { Ask, Coverage, Size } from "@comity/domain/equity/schema";

export { amountInWords, mostInWords, sizeInWords } from "@comity/domain/equity/rules";

export const sizes: ReadonlyArray<Size> = ["XS", "S", "M", "L", "XL"];

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
