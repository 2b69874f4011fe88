import { assert, describe, it } from "@effect/vitest";
import { amountInWords, mostInWords, sizeInWords, sizesEp } from "@comity/domain/equity/rules";
import { Size } from "@comity/domain/equity/schema";
import * as z from "zod";
import { arbitraryOf } from "../../support/arbitrary.ts";

describe("mostInWords", () => {
  it("rounds down to what may surely be asked", () => {
    for (const [capacity, words] of [
      [0, undefined],
      [0.9, undefined],
      [0.9995, sizeInWords.XS],
      [1, sizeInWords.XS],
      [8.9, sizeInWords.S],
      [9, sizeInWords.M],
      [26.9995, sizeInWords.L],
      [81, sizeInWords.XL],
      [161, sizeInWords.XL],
      [162, "two days"],
      [170, "two days"],
      [810, "ten days"],
      [81 * 14, "14 days"],
    ] as const) {
      assert.strictEqual(mostInWords(capacity), words, String(capacity));
    }
  });
});

describe("amountInWords", () => {
  it("says an amount as the nearest thing that people say", () => {
    for (const [ep, words] of [
      [0, "next to nothing"],
      [0.499, "next to nothing"],
      [0.5, "about five minutes"],
      [1, "five minutes"],
      [9, "three quarters of an hour"],
      [18, "an hour and a half"],
      [20, "about an hour and a half"],
      [54, "a morning"],
      [81, "a day"],
      [121, "a day and a half"],
      [121.5, "about two days"],
      [243, "three days"],
      [250, "three days"],
      [8100, "100 days"],
    ] as const) {
      assert.strictEqual(amountInWords(ep), words, String(ep));
    }
  });

  it("says every size as the sizes are said", () => {
    for (const size of Size.options) {
      assert.strictEqual(amountInWords(sizesEp[size]), sizeInWords[size]);
      assert.strictEqual(mostInWords(sizesEp[size]), sizeInWords[size]);
    }
  });

  it.prop(
    "says something without digits below ten days",
    [arbitraryOf(z.number().min(0).max(800))],
    ([ep]) => assert.match(amountInWords(ep), /^[a-z ]+$/),
  );
});
