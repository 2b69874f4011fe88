/** The terms of one entry: what it took, what it meant, and what it did to the account. */
import { dayMs } from "@comity/domain/equity/rules";
import type { Breach, Opening, Statement, Transfer } from "@comity/domain/equity/schema";
import { dayInWords, msOf } from "../../../ui/clock.ts";
import type { Fact } from "./factLines.ts";
import type { SumLine } from "../Sum.tsx";
import { unitsInWords } from "../sumLines.ts";
import { inEp } from "../words.ts";

type Now = Pick<Statement, "at" | "policy">;

export const entryLines = (entry: Fact, now: Now, name: string): ReadonlyArray<SumLine> => [
  ...termsOf(entry, name),
  {
    label: "Does to your standing",
    value: inEp(entry.posting.mine),
    isTotal: true,
  },
  ...(entry.posting.mine === 0 ? [] : [leftLine(entry, now)]),
  ...(entry.posting.theirs === 0
    ? []
    : [{ label: `Does to ${name}'s standing with you`, value: inEp(entry.posting.theirs) }]),
  { label: "Written down", value: dayInWords(msOf(entry.recordedAt)) },
];

const termsOf = (entry: Fact, name: string): ReadonlyArray<SumLine> => {
  switch (entry.kind) {
    case "transfer":
      return entry.from === "me" ? givenTerms(entry, name) : receivedTerms(entry, name);
    case "breach":
      return breachTerms(entry);
    case "opening":
      return openingTerms(entry, name);
  }
};

const knownBy: Readonly<Record<Transfer["evidence"], string>> = {
  estimated: "as you guess",
  observed: "as you saw",
  stated: "in their own words",
};

const givenTerms = (gift: Transfer, name: string): ReadonlyArray<SumLine> => {
  const { cost, benefit, evidence, strings, posting } = gift;
  const credit = benefit === 0 ? 1 : posting.mine / benefit;
  return [
    { label: "It took you", value: inEp(cost) },
    { label: `It meant to ${name}, ${knownBy[evidence]}`, value: inEp(benefit) },
    ...(strings ? [{ label: "Given on a condition, which makes it a trade", value: "× 0" }] : []),
    ...(strings || credit === 1
      ? []
      : [
          {
            label: "How far a guess counted",
            value: unitsInWords.share(credit),
            formula: "q, as it was set and learned from what partners said",
          },
        ]),
  ];
};

const receivedTerms = (gift: Transfer, name: string): ReadonlyArray<SumLine> => {
  const { cost, benefit, asked, posting } = gift;
  const weight = cost === 0 ? 0 : -posting.mine / cost;
  return [
    { label: `It took ${name}`, value: inEp(cost) },
    { label: "It meant to you", value: inEp(benefit) },
    asked
      ? { label: "You had asked, and an ask weighs", value: `× ${unitsInWords.count(weight)}` }
      : { label: "You had not asked, so it takes nothing of yours", value: "× 0" },
  ];
};

const breachTerms = ({ size, from, posting }: Breach): ReadonlyArray<SumLine> => [
  { label: "How much it weighed", value: inEp(size) },
  ...(from === "me"
    ? [{ label: "A wrong counts", value: `× ${unitsInWords.count(-posting.mine / size)}` }]
    : []),
];

const openingTerms = (opening: Opening, name: string): ReadonlyArray<SumLine> => {
  const { given, received, closeness } = opening;
  return [
    { label: `You had helped ${name}`, value: inEp(given) },
    { label: `${name} had helped you`, value: inEp(received) },
    { label: "How close you were", value: closeness },
  ];
};

const leftLine = ({ at, posting }: Fact, { at: now, policy }: Now): SumLine => {
  const ageDays = Math.max(0, msOf(now) - msOf(at)) / dayMs;
  return {
    label: "Left of it today",
    ...(ageDays < 0.5
      ? {}
      : { formula: `× 2^(−${Math.round(ageDays)} / ${policy.halfLifeDays} days)` }),
    value: inEp(posting.mine * 2 ** (-ageDays / policy.halfLifeDays)),
  };
};
