/** Amounts and verdicts as people say them. Numbers come only on demand. */
import type { Coverage, Size } from "@comity/domain/equity/schema";

export { amountInWords, mostInWords, sizeInWords } from "@comity/domain/equity/rules";

export const sizes: ReadonlyArray<Size> = ["XS", "S", "M", "L", "XL"];

export const verdictInWords: Readonly<Record<Coverage["verdict"], string>> = {
  earned: "Earned",
  early: "Possible, but early",
  "not-yet": "Not yet",
};

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
