/** Explanations of the domain as lines of a sum. */
import { type Explanation, explainStanding } from "@comity/domain/equity/rules";
import type { Statement } from "@comity/domain/equity/schema";
import type { SumLine } from "./Sum.tsx";
import { inEp } from "./words.ts";

const signed = (amount: number, digits: number, unit: string): string => {
  const factor = 10 ** digits;
  const rounded = Math.round(amount * factor) / factor;
  return `${rounded < 0 ? "−" : ""}${Math.abs(rounded).toLocaleString("en")}${unit}`;
};

/** Every amount of a sum has one unit, and each unit its own precision. */
export const unitsInWords = {
  ep: inEp,
  share: (share: number): string => signed(share * 100, 0, " %"),
  days: (days: number): string =>
    signed(days, 0, Math.abs(Math.round(days)) === 1 ? " day" : " days"),
  count: (count: number): string => signed(count, 1, ""),
} as const;

export type SumUnit = keyof typeof unitsInWords;

/** The last term of an explanation is the total of those before it. */
export const sumLines = ({ terms }: Explanation, unit: SumUnit): ReadonlyArray<SumLine> =>
  terms.map(({ label, amount, formula }, index) => ({
    label,
    formula,
    value: unitsInWords[unit](amount),
    isTotal: index === terms.length - 1,
  }));

/** Where one stands, and how much of it one ask takes. */
export const standingLines = (statement: Statement, name: string): ReadonlyArray<SumLine> => {
  const { slack, askWeight } = statement.policy;
  const weight = slack * askWeight;
  return [
    ...sumLines(explainStanding({ ...statement, name }), "ep"),
    {
      label:
        weight === 1
          ? "The largest ask that is earned"
          : `An ask weighs ${unitsInWords.count(weight)} times what it takes ${name}, so the largest is`,
      formula: "(P + I - reserved + F) / (sigma × lambda)",
      value: inEp(statement.capacity),
    },
  ];
};
