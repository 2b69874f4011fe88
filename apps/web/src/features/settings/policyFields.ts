/** The constants that one may set by hand, as text in fields, with the limits of their shapes. */
import type { EquityPolicy } from "@comity/domain/equity/schema";

export type PolicyField =
  | "halfLifeDays"
  | "askWeight"
  | "daysBetweenAsks"
  | "askExpiryDays"
  | "cadenceDays"
  | "overdraft"
  | "declinedAskShare";

export interface FieldShape {
  readonly field: PolicyField;
  readonly label: string;
  readonly hint: string;
  readonly max: number;
  readonly min: number;
  /** What is kept as a share is written as a percentage. */
  readonly isShare: boolean;
}

/** Of what others are divided by: nearly none, but not none. */
const constantMin = 0.01;

const inDays = { max: 3650, min: 1, isShare: false };

export const policyFields: ReadonlyArray<FieldShape> = [
  {
    field: "halfLifeDays",
    label: "Half has faded after (days)",
    hint: "365 is a year.",
    max: 36_500,
    min: constantMin,
    isShare: false,
  },
  {
    field: "askWeight",
    label: "An ask weighs (times its size)",
    hint: "2: give twice what you ask for.",
    max: 100,
    min: constantMin,
    isShare: false,
  },
  {
    field: "overdraft",
    label: "Asks may go beyond what is earned by (ep)",
    hint: "1 ep is five minutes. 0: by nothing.",
    max: 8100,
    min: 0,
    isShare: false,
  },
  {
    field: "daysBetweenAsks",
    label: "Between two asks to one partner (days)",
    hint: "0: no pause.",
    ...inDays,
    min: 0,
  },
  {
    field: "askExpiryDays",
    label: "An ask without an answer expires after (days)",
    hint: "From then on it holds nothing.",
    ...inDays,
  },
  {
    field: "cadenceDays",
    label: "You want to be in touch every (days)",
    hint: "A partner may differ, on their page.",
    ...inDays,
  },
  {
    field: "declinedAskShare",
    label: "Of an ask that got a no, stays used (percent)",
    hint: "0: a no costs nothing.",
    max: 1,
    min: 0,
    isShare: true,
  },
];

const factorOf = ({ isShare }: FieldShape): number => (isShare ? 100 : 1);

/** Digits enough for anything that was typed, without the noise of binary fractions. */
const plain = (value: number): string => String(Number(value.toPrecision(10)));

export const textOf = (shape: FieldShape, policy: EquityPolicy): string =>
  plain(policy[shape.field] * factorOf(shape));

export const limitsInWords = (shape: FieldShape): string => {
  const least = (shape.min * factorOf(shape)).toLocaleString("en");
  const most = (shape.max * factorOf(shape)).toLocaleString("en");
  return `Write a number from ${least} to ${most}.`;
};

/** The value of what was typed; undefined where it does not fit. A comma is as good as a point. */
export const valueOf = (shape: FieldShape, text: string): number | undefined => {
  const written = text.trim().replace(",", ".");
  if (!/^\d+(\.\d+)?$/.test(written)) return undefined;
  const value = Number(written) / factorOf(shape);
  return value >= shape.min && value <= shape.max ? value : undefined;
};
