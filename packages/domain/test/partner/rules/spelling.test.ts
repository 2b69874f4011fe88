import { assert, describe, it } from "@effect/vitest";
import {
  foldedName,
  foldedOrganisation,
  foldedTag,
  foldedText,
  isMeant,
  spellingRank,
  typingDistance,
  typingErrorsMax,
} from "@comity/domain/partner/rules";
import * as z from "zod";
import { arbitraryOf } from "../../support/arbitrary.ts";

const anyWord = arbitraryOf(z.string().regex(/^[abc]{0,9}$/));
const anyMost = arbitraryOf(z.int().min(0).max(3));

describe("foldedText", () => {
  it("spells out letters that others do not have", () => {
    for (const [name, folded] of [
      ["Weiß", "weiss"],
      ["Sørensen", "sorensen"],
      ["Łukasz", "lukasz"],
      ["Ærø", "aero"],
      ["Œuvre", "oeuvre"],
      ["Đorđe", "dorde"],
      ["Þóra Ðað", "thora dad"],
      ["Kılıç", "kilic"],
      ["İpek", "ipek"],
    ] as const) {
      assert.strictEqual(foldedText(name), folded);
    }
  });

  it("is a name's own where it has no letter, and an organisation's without its legal form", () => {
    assert.strictEqual(foldedName("🌱"), "🌱");
    assert.strictEqual(foldedName("Weiß"), "weiss");
    assert.strictEqual(foldedOrganisation("Weiß GmbH"), "weiss");
    assert.strictEqual(foldedOrganisation("GmbH"), "gmbh");
    assert.strictEqual(foldedTag("  Two   Words "), "two words");
  });
});

describe("typingDistance", () => {
  it("counts what was left out, put in, mistaken and swapped", () => {
    for (const [a, b, distance] of [
      ["anna", "anna", 0],
      ["anna", "ana", 1],
      ["anna", "annna", 1],
      ["anna", "anma", 1],
      ["anna", "nana", 1],
      ["kasper", "casper", 1],
      ["brönte", "bronte", 1],
      ["", "ab", 2],
      ["ca", "abc", 3],
    ] as const) {
      assert.strictEqual(typingDistance(a, b, 5), distance, `${a} ${b}`);
    }
  });

  it.prop("is the same both ways", [anyWord, anyWord, anyMost], ([a, b, most]) => {
    assert.strictEqual(typingDistance(a, b, most), typingDistance(b, a, most));
  });

  it.prop("is nothing for the same word only", [anyWord, anyWord], ([a, b]) => {
    assert.strictEqual(typingDistance(a, b, 9) === 0, a === b);
  });

  it.prop(
    "tells all that is too far in one number",
    [anyWord, anyWord, anyMost],
    ([a, b, most]) => {
      const far = typingDistance(a, b, 99);
      assert.strictEqual(typingDistance(a, b, most), Math.min(far, most + 1));
      assert.isAtMost(far, Math.max(a.length, b.length));
      assert.isAtLeast(far, Math.abs(a.length - b.length));
    },
  );
});

describe("isMeant", () => {
  it("forgives nothing in three letters, one error from four, and two from eight", () => {
    for (const [typed, errors] of [
      ["", 0],
      ["abc", 0],
      ["abcd", 1],
      ["abcdefg", 1],
      ["abcdefgh", 2],
    ] as const) {
      assert.strictEqual(typingErrorsMax(typed), errors, typed);
    }
    assert.isFalse(isMeant("abx", "abc"));
    assert.isTrue(isMeant("abxd", "abcd"));
    assert.isFalse(isMeant("axxd", "abcd"));
    assert.isTrue(isMeant("abcxefg", "abcdefg"));
    assert.isFalse(isMeant("abxxefg", "abcdefg"));
    assert.isTrue(isMeant("abxxefgh", "abcdefgh"));
    assert.isFalse(isMeant("axxxefgh", "abcdefgh"));
  });

  it("forgives a swap, a letter too few or too many, and a wrong one at the beginning", () => {
    for (const typed of ["ahnnah", "hanah", "hannnah", "kannah", "annah", "xhannah", "hananh"]) {
      assert.isTrue(isMeant(typed, "hannah"), typed);
    }
    for (const typed of [
      "christoher",
      "crhistohper",
      "hristopfer",
      "khrystopher",
      "ccchristopher",
    ]) {
      assert.isTrue(isMeant(typed, "christopher"), typed);
    }
    assert.isFalse(isMeant("kristofer", "christopher"));
  });

  it("knows a longer word by its beginning, with an error in it", () => {
    assert.isTrue(isMeant("conc", "conceicao"));
    assert.isTrue(isMeant("comc", "conceicao"));
    assert.isTrue(isMeant("", "anyone"));
    assert.isTrue(isMeant("cnoc", "conceicao"));
    assert.isFalse(isMeant("conceicao", "conc"));
  });

  it.prop("holds for each beginning of a word", [anyWord, anyWord], ([start, end]) => {
    assert.isTrue(isMeant(start, start + end));
  });

  it("puts whole words first, the fewest errors before others", () => {
    const ranks = ["hanna", "hannah", "hannover"].map((word) => spellingRank("hanna", word));
    assert.deepEqual(ranks, [0, 1, 2]);
  });
});
