import { describe, expect, it } from "vitest";
import {
  openQuestion,
  progressInWords,
  yearsInWords,
} from "../../src/features/opening/questions.ts";

describe("the deck, in words", () => {
  it.each([
    [12, 3, 985, "12 told, 3 skipped, 985 left; stop whenever you like"],
    [0, 0, 1_985, "1,985 left; stop whenever you like"],
    [2, 0, 0, "2 told, nobody left"],
  ])("%d told, %d skipped, %d left", (answered, skipped, left, words) => {
    expect(progressInWords({ answered, skipped, left })).toBe(words);
  });

  it.each([
    [365, undefined],
    [366, "for a year"],
    [731, "for two years"],
    [3_653, "for ten years"],
    [5_500, "for 15 years"],
  ])("says how long %d days are", (days, words) => {
    expect(yearsInWords(days)).toBe(words);
  });

  it("asks the three questions in their order", () => {
    expect(openQuestion({}).field).toBe("closeness");
    expect(openQuestion({ closeness: "close" }).field).toBe("given");
    expect(openQuestion({ closeness: "close", given: "M" }).field).toBe("received");
    expect(openQuestion({ closeness: "close" }).options.map(({ value }) => value)).toEqual([
      "none",
      "XS",
      "S",
      "M",
      "L",
      "XL",
    ]);
  });
});
