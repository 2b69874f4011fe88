import { policyPresets } from "@comity/domain/equity/rules";
import { EquityPolicy } from "@comity/domain/equity/schema";
import { describe, expect, it } from "vitest";
import {
  limitsInWords,
  policyFields,
  textOf,
  valueOf,
} from "../../src/features/settings/policyFields.ts";
import {
  answersInWords,
  askWeightInWords,
  choiceOf,
  guessesInWords,
  isPlainPreset,
  leftAfterYearInWords,
  memoryInWords,
  relationshipPolicyInWords,
} from "../../src/features/settings/policyInWords.ts";

const { partner, close, cautious } = policyPresets;
const learned = { answers: 0, yes: 0, slack: 1, confirmed: 0, logRatioSum: 0 };

describe("a policy, in words", () => {
  it.each([
    [20.9, "fades within days"],
    [21, "fades within weeks"],
    [58, "fades within weeks"],
    [75, "fades in months"],
    [110, "fades in months"],
    [250, "a year's memory"],
    [365, "a year's memory"],
    [550, "lasts for years"],
    [1557, "lasts for years"],
  ])("says how long a half-life of %d days lasts", (days, words) => {
    expect(memoryInWords(days)).toBe(words);
  });

  it.each([
    [365, "After a year, half of it is left."],
    [1557, "After a year, most of it is left."],
    [110, "After a year, a tenth of it is left."],
    [58, "After a year, next to nothing is left."],
    [36_500, "After a year, nearly all of it is left."],
  ])("says what is left after a year at %d days", (days, words) => {
    expect(leftAfterYearInWords(days)).toBe(words);
  });

  it("says what an ask weighs", () => {
    expect(askWeightInWords(2)).toBe("An ask weighs twice its size.");
    expect(askWeightInWords(1)).toBe("An ask weighs as much as a gift of its size.");
    expect(askWeightInWords(2.5)).toBe("An ask weighs 2.5 times its size.");
  });

  it("tells a preset from one with numbers of one's own, and leads back to both", () => {
    expect(isPlainPreset(close)).toBe(true);
    expect(choiceOf(close)).toEqual({ preset: "close" });
    const own = { ...cautious, cadenceDays: 7, q: { ...cautious.q, stated: 0.5 } };
    expect(isPlainPreset(own)).toBe(false);
    expect(choiceOf(own)).toEqual({ preset: "cautious", cadenceDays: 7, q: { stated: 0.5 } });
  });

  it("says in the margin whether a partner has a choice of their own", () => {
    const reading = {
      chosen: partner,
      effective: partner,
      learned,
      version: 0,
      policyVersion: 1,
      changedAt: null,
    };
    expect(relationshipPolicyInWords({ ...reading, isOwn: false })).toBe(
      "Like everyone else: a year's memory",
    );
    expect(relationshipPolicyInWords({ ...reading, chosen: close, isOwn: true })).toBe(
      "Close: lasts for years",
    );
  });
});

describe("what was learned, in words", () => {
  it.each([
    [0, 0, 1, "Nobody has answered"],
    [1, 1, 0.9, "1 of 1 answer to your asks was a yes. After 5 answers"],
    [4, 3, 0.9, "3 of 4 answers to your asks were a yes. After 5 answers"],
    [5, 5, 0.7, "That is often"],
    [5, 1, 1.2, "That is seldom"],
    [5, 3, 1, "about as often as it should be"],
  ])("%d answers, %d of them yes", (answers, yes, slack, words) => {
    expect(answersInWords({ ...learned, answers, yes, slack }, partner)).toContain(words);
  });

  it.each([
    [0, 0, "No partner has told you"],
    [1, Math.log(3), "A partner has told you what a gift meant: more"],
    [3, 3 * Math.log(0.5), "what 3 gifts meant: less"],
    [2, 0, "about what you had guessed"],
  ])("%d guesses put right", (confirmed, logRatioSum, words) => {
    expect(guessesInWords({ ...learned, confirmed, logRatioSum })).toContain(words);
  });
});

describe("numbers of one's own", () => {
  const isValid = (field: string, value: number): boolean =>
    EquityPolicy.shape[field as "halfLifeDays"].safeParse(value).success;

  it.each(policyFields.map((shape) => [shape.field, shape] as const))(
    "keeps the limits that the shape of %s has",
    (field, shape) => {
      const step = 1e-6;
      const factor = shape.isShare ? 100 : 1;
      const { min, max } = shape;
      for (const value of [min - step, min, min + step, max, max + step]) {
        const text = String(Number((value * factor).toFixed(8)));
        expect(valueOf(shape, text) !== undefined).toBe(isValid(field, value));
      }
    },
  );

  it.each(policyFields.map((shape) => [shape.field, shape] as const))(
    "writes %s as it reads it",
    (field, shape) => {
      for (const policy of Object.values(policyPresets)) {
        expect(valueOf(shape, textOf(shape, policy))).toBe(policy[field]);
      }
    },
  );

  it("takes a comma for a point, and nothing that is no number", () => {
    const [shape] = policyFields;
    if (shape === undefined) throw new Error("no fields");
    expect(valueOf(shape, " 1,5 ")).toBe(1.5);
    for (const text of ["", "a year", "-3", "1e3", "1.2.3"])
      expect(valueOf(shape, text)).toBe(undefined);
    expect(limitsInWords(shape)).toBe("Write a number from 0.01 to 36,500.");
  });
});
