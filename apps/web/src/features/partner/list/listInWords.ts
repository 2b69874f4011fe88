/** The list of partners in words: what it is narrowed to, in which order, how many they are. */
import type { CircleCount, PartnerSort } from "@comity/domain/partner/schema";
import type { CircleName, Field, Filter, KindName, Shown } from "./shown.ts";

export const circleNameInWords: Readonly<Record<CircleName, string>> = {
  "5": "Inner five",
  "15": "Inner fifteen",
  "50": "The fifty",
  "150": "The hundred and fifty",
  none: "In no circle",
};

export const kindNameInWords: Readonly<Record<KindName, string>> = {
  person: "People",
  organisation: "Organisations",
};

export const sortInWords: Readonly<Record<PartnerSort, string>> = {
  name: "Name",
  "best-match": "Best match",
  equity: "Where you stand",
  earned: "What is earned",
  "last-contact": "Longest silence",
  circle: "Circle, nearest first",
  added: "Newest",
};

export interface SetField {
  readonly field: Exclude<Field, "search" | "sort">;
  readonly label: string;
}

/** What is set besides the search, each as one says it on its chip. */
export const setFieldsInWords = (filter: Filter): ReadonlyArray<SetField> => {
  const { tag, circle, kind, organisation, archived } = filter;
  return [
    ...(tag === undefined ? [] : [{ field: "tag" as const, label: tag }]),
    ...(circle === undefined
      ? []
      : [{ field: "circle" as const, label: circleNameInWords[circle] }]),
    ...(kind === undefined ? [] : [{ field: "kind" as const, label: kindNameInWords[kind] }]),
    ...(organisation === undefined
      ? []
      : [{ field: "organisation" as const, label: `At ${organisation}` }]),
    ...(archived === true ? [{ field: "archived" as const, label: "Archived" }] : []),
  ];
};

/** A name to begin with for a view that is being kept. */
export const viewNameOf = (shown: Shown): string => {
  const { search, sort, ...filter } = shown;
  const parts = setFieldsInWords(filter).map(({ label }) => label);
  if (search !== undefined) parts.unshift(`“${search.trim()}”`);
  if (parts.length === 0 && sort !== undefined) parts.push(sortInWords[sort]);
  return parts.join(", ").slice(0, 40);
};

export const inFigures = (count: number): string => count.toLocaleString("en");

/** "412 found", or "10,000 partners" where nothing is looked for. */
export const foundInWords = (count: number, isNarrowed: boolean): string => {
  if (isNarrowed) return `${inFigures(count)} found`;
  return count === 1 ? "1 partner" : `${inFigures(count)} partners`;
};

export const partnersInWords = (count: number): string =>
  count === 1 ? "1 partner" : `${inFigures(count)} partners`;

const dayWords: ReadonlyArray<readonly [days: number, one: string, many: string]> = [
  [365.25, "a year", "years"],
  [30.44, "a month", "months"],
  [7, "a week", "weeks"],
];

/** How long nothing was heard: "silent for 3 weeks", "silent for 2 years". */
export const silenceInWords = (days: number): string => {
  const whole = Math.floor(days);
  if (whole < 1) return "in touch today";
  if (whole === 1) return "in touch yesterday";
  const unit = dayWords.find(([length]) => days >= length * 2 || (length > 7 && days >= length));
  if (unit === undefined) return `silent for ${whole} days`;
  const [length, one, many] = unit;
  const count = Math.floor(days / length);
  return `silent for ${count === 1 ? one : `${count} ${many}`}`;
};

const numbers =
  "none one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty".split(
    " ",
  );

const numberInWords = (count: number): string => numbers[count] ?? inFigures(count);

const circlesMeant: Readonly<Record<CircleCount["circle"], string>> = {
  5: "inner five",
  15: "inner fifteen",
  50: "fifty",
  150: "hundred and fifty",
};

/** "Your inner five are seven." Undefined while there is room. */
export const fullCircleInWords = ({ circle, partners, most }: CircleCount): string | undefined => {
  if (partners <= most) return undefined;
  const are = `Your ${circlesMeant[circle]} are ${numberInWords(partners)}`;
  return most === circle ? `${are}.` : `${are}, and you keep room for ${numberInWords(most)}.`;
};

export const pairsInWords = (pairs: number): string =>
  pairs === 1
    ? "Two entries here may be the same person."
    : `${inFigures(pairs)} pairs here may be the same person twice.`;
