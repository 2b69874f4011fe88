import { describe, expect, it } from "vitest";
import {
  amountInWords,
  inEp,
  mostInWords,
  shortNameOf,
  sizeInWords,
} from "../../src/features/equity/words.ts";
import {
  broughtInWords,
  countsInWords,
  undoneInWords,
} from "../../src/features/import/countsInWords.ts";

const counts = { new: 0, updated: 0, unchanged: 0, duplicate: 0, skipped: 0 };

describe("what is earned, in words", () => {
  it.each([
    [0, undefined],
    [0.9, undefined],
    [1, sizeInWords.XS],
    [8.9, sizeInWords.S],
    [9, sizeInWords.M],
    [26.9995, sizeInWords.L],
    [161, sizeInWords.XL],
    [170, "two days"],
    [81 * 14, "14 days"],
  ])("rounds %d ep down to what may surely be asked", (capacity, words) => {
    expect(mostInWords(capacity)).toBe(words);
  });
});

describe("an amount, in words", () => {
  it.each([
    [0.2, "next to nothing"],
    [1, "five minutes"],
    [9, "three quarters of an hour"],
    [18, "an hour and a half"],
    [20, "about an hour and a half"],
    [54, "a morning"],
    [81, "a day"],
    [243, "three days"],
  ])("says %d ep as the nearest thing that people say", (ep, words) => {
    expect(amountInWords(ep)).toBe(words);
  });

  it("never writes a negative zero", () => {
    expect(inEp(-0)).toBe("0 ep");
    expect(inEp(-0.01)).toBe("0 ep");
    expect(inEp(-18)).toBe("−18 ep");
  });
});

describe("sentences", () => {
  it("calls people by their first name, and titles by the whole", () => {
    expect(shortNameOf("Ana Ruiz")).toBe("Ana");
    expect(shortNameOf("Dr. Ana Ruiz")).toBe("Dr. Ana Ruiz");
    expect(shortNameOf("The Slow Quarterly")).toBe("The Slow Quarterly");
    expect(shortNameOf("🦊 Fox")).toBe("Fox");
    expect(shortNameOf("🦊")).toBe("🦊");
  });

  it("counts an import in one sentence", () => {
    expect(countsInWords({ ...counts, new: 4812, duplicate: 1, skipped: 2 })).toBe(
      "4,812 people are new, 1 stands in the file twice, 2 are left out.",
    );
    expect(countsInWords(counts)).toBe("There is nobody in this file.");
    expect(broughtInWords({ ...counts, new: 4800, updated: 12 })).toBe("4,812 people are here.");
    expect(undoneInWords(1)).toContain("1 person stayed");
  });
});
