import { readMessage } from "@comity/domain/outreach/rules";
import { describe, expect, it } from "vitest";
import {
  foundInWords,
  lengthOf,
  looksInWords,
  messageCharactersMax,
  partsOf,
  readableOf,
  whatOf,
} from "../../src/features/equity/message/messageInWords.ts";

describe("a message before it is sent", () => {
  it("is read without what a word processor left in it, at the places that are shown", () => {
    const text = readableOf("  \u000BDear Ana,\u000Bcould you look at my draft?\uD800 ");
    expect(text).toBe("Dear Ana, could you look at my draft?\uFFFD");
    const { asks } = readMessage(text);
    const parts = partsOf(text, asks);
    expect(parts.map((part) => part.text).join("")).toBe(text);
    expect(parts.find(({ ask }) => ask === 0)?.text).toContain("could you look at my draft?");
  });

  it("is cut at every ask, and nothing is lost where none is found", () => {
    const asks = [
      { start: 2, end: 4 },
      { start: 4, end: 6 },
    ];
    expect(partsOf("0123456789", asks)).toEqual([
      { start: 0, text: "01" },
      { start: 2, text: "23", ask: 0 },
      { start: 4, text: "45", ask: 1 },
      { start: 6, text: "6789" },
    ]);
    expect(partsOf("0123", [])).toEqual([{ start: 0, text: "0123" }]);
  });

  it("counts near the limit as people count, and says what to do above it", () => {
    expect(lengthOf("a".repeat(18_000))).toEqual({});
    expect(lengthOf("a".repeat(18_001)).hint).toBe("Room for 1,999 characters more.");
    expect(lengthOf("a".repeat(messageCharactersMax)).hint).toBe("Room for 0 characters more.");
    expect(lengthOf("a".repeat(messageCharactersMax + 1)).error).toContain("1 character too long");
    expect(lengthOf("😀".repeat(messageCharactersMax)).error).toBeUndefined();
  });

  it("says in a sentence what was found", () => {
    const ask = { start: 0, end: 1, text: "a", cost: 9, kindId: null, certainty: "clear" } as const;
    const found = (count: number) =>
      foundInWords({ language: "en", asks: Array.from({ length: count }, () => ask) }, "Ana");
    expect(found(0)).toContain("Nothing is asked of Ana");
    expect(found(1)).toBe("It asks for one thing.");
    expect(found(2)).toBe("It asks for two things.");
    expect(found(9)).toBe("It asks for nine things.");
    expect(found(10)).toBe("It asks for ten things or more.");
    expect(foundInWords({ language: "other", asks: [] }, "Ana")).toContain("only English");
  });

  it("says how large an ask looks, and when it may be none", () => {
    expect(looksInWords({ cost: 6, kindId: null, certainty: "clear" }, "Ana")).toBe(
      "Looks like half an hour for Ana.",
    );
    expect(looksInWords({ cost: 9, kindId: "ask-introduction", certainty: "likely" }, "Ana")).toBe(
      "An introduction: looks like three quarters of an hour for Ana, if it is an ask at all.",
    );
  });

  it("makes the words of an ask from a sentence, as long as they may be", () => {
    expect(whatOf("Could you\n  look?")).toBe("Could you look?");
    const long = whatOf("word ".repeat(60));
    expect(long.length).toBeLessThanOrEqual(200);
    expect(long.endsWith("word…")).toBe(true);
    expect(whatOf("w".repeat(300))).toHaveLength(200);
  });
});
