/** The three questions about somebody, and how the deck speaks. */
import { sizeInWords } from "@comity/domain/equity/rules";
import type { Help, OpeningProgress, Size } from "@comity/domain/equity/schema";
import type { Answers, Said } from "./deck.ts";

export interface Question<F extends keyof Answers = keyof Answers> {
  readonly field: F;
  readonly inWords: (name: string) => string;
  readonly options: ReadonlyArray<{ readonly value: Answers[F]; readonly label: string }>;
}

const sizes: ReadonlyArray<Size> = ["XS", "S", "M", "L", "XL"];

const helps: ReadonlyArray<{ readonly value: Help; readonly label: string }> = [
  { value: "none", label: "not that I remember" },
  ...sizes.map((size) => ({ value: size, label: sizeInWords[size] })),
];

const closeness: Question<"closeness"> = {
  field: "closeness",
  inWords: (name) => `How close are you and ${name}?`,
  options: [
    { value: "distant", label: "distant" },
    { value: "acquainted", label: "acquainted" },
    { value: "friendly", label: "friendly" },
    { value: "close", label: "close" },
  ],
};

const given: Question<"given"> = {
  field: "given",
  inWords: (name) => `How much have you helped ${name}, all in all?`,
  options: helps,
};

const received: Question<"received"> = {
  field: "received",
  inWords: (name) => `How much has ${name} helped you?`,
  options: helps,
};

export const questions: ReadonlyArray<Question> = [closeness, given, received];

/** The first question that has no answer yet. */
export const openQuestion = (said: Said): Question =>
  questions.find(({ field }) => said[field] === undefined) ?? received;

export const labelOf = ({ options }: Question, said: Said[keyof Said]): string =>
  options.find(({ value }) => value === said)?.label ?? "";

const count = (people: number): string => people.toLocaleString("en");

/** "12 told, 3 skipped, 985 left; stop whenever you like" */
export const progressInWords = ({ answered, skipped, left }: OpeningProgress): string => {
  const told = answered === 0 ? [] : [`${count(answered)} told`];
  const passed = skipped === 0 ? [] : [`${count(skipped)} skipped`];
  return left === 0
    ? [...told, ...passed, "nobody left"].join(", ")
    : `${[...told, ...passed, `${count(left)} left`].join(", ")}; stop whenever you like`;
};

const daysPerYear = 365.25;
const numbers = [
  "no",
  "one",
  "two",
  "three",
  "four",
  "five",
  "six",
  "seven",
  "eight",
  "nine",
  "ten",
];

/** "for ten years"; undefined where it is less than a year. */
export const yearsInWords = (days: number): string | undefined => {
  const years = Math.floor(days / daysPerYear);
  if (years < 1) return undefined;
  return years === 1 ? "for a year" : `for ${numbers[years] ?? count(years)} years`;
};
