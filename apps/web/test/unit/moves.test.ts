import type { Move } from "@comity/domain/equity/schema";
import { describe, expect, it } from "vitest";
import { moveInWords, whyInWords } from "../../src/features/moves/moveInWords.ts";

const move = (kind: Move["kind"], size: number, because: Move["because"], cost = 3): Move => ({
  kind,
  size,
  cost,
  because,
  partnerId: "ana" as Move["partnerId"],
});

describe("what is worth doing, in words", () => {
  it.each([
    [move("ask", 3, ["earned"]), "Ask Ana for about a quarter of an hour", "It is earned."],
    [
      move("ask", 9, ["earned", "ladder"]),
      "Ask Ana for about three quarters of an hour",
      "It is earned, and a smaller ask went well.",
    ],
    [
      move("first-gift", 9, ["new-prospect"]),
      "Give Ana something small: a first gift",
      "Nothing has passed between you yet. Takes you about a quarter of an hour.",
    ],
    [
      move("give", 9, ["needs-second-gift"]),
      "Give Ana something small: a second gift",
      "A first ask lands better after two gifts. Takes you about a quarter of an hour.",
    ],
    [
      move("give", 27, ["builds-towards-ask", "asked-recently", "silence"], 9),
      "Give Ana something larger",
      "It brings your next ask into reach, and you asked not long ago. Takes you about three quarters of an hour.",
    ],
    [
      move("keep-in-touch", 1, ["silence"], 1),
      "Say hello to Ana",
      "It has been quiet between you for a while.",
    ],
    [
      move("stop-asking", 0, ["low-yield"], 0),
      "Give Ana a rest from asks",
      "Asking has brought less than you gave.",
    ],
  ])("says %j", (each, what, why) => {
    expect(moveInWords(each, "Ana")).toBe(what);
    expect(whyInWords(each)).toBe(why);
  });
});
