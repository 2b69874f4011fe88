import { assert, describe, it } from "@effect/vitest";
import {
  kindById,
  smallestGifts,
  standardKinds,
  usualGifts,
  type StandardKind,
} from "@comity/domain/equity/rules";
import { AskCost, Benefit, Cost, whatCharactersMax } from "@comity/domain/equity/schema";

const kindsFor = (use: StandardKind["use"]) => standardKinds.filter((kind) => kind.use === use);

const sizesOf = (id: string) => {
  const { cost, benefit } = kindById(id) ?? assert.fail(id);
  return [cost, benefit];
};

describe("standardKinds", () => {
  it("have an id each, which is a slug", () => {
    assert.lengthOf(new Set(standardKinds.map(({ id }) => id)), standardKinds.length);
    for (const { id } of standardKinds) assert.match(id, /^[a-z]+(?:-[a-z]+)*$/);
  });

  it("tell asks from deposits by their id, and name each thing once for each use", () => {
    for (const { id, use } of standardKinds)
      assert.strictEqual(id.startsWith("ask-"), use === "ask");
    for (const use of ["deposit", "ask", "breach"] as const) {
      const kinds = kindsFor(use);
      assert.lengthOf(new Set(kinds.map(({ what }) => what)), kinds.length);
      assert.lengthOf(new Set(kinds.map(({ received }) => received)), kinds.length);
    }
  });

  it("have the sizes of MODEL 2.2", () => {
    for (const [id, sizes] of [
      ["word", [1, 1]],
      ["share", [1, 3]],
      ["answer", [3, 9]],
      ["gift", [3, 9]],
      ["research", [3, 9]],
      ["early-news", [1, 3]],
      ["introduction", [3, 27]],
      ["promotion", [9, 27]],
      ["guest", [27, 27]],
      ["client", [9, 81]],
      ["talk", [162, 81]],
      ["goals", [3, 3]],
      ["missed-promise", [0, 9]],
      ["silence", [0, 3]],
      ["used-unasked", [0, 9]],
      ["went-around", [0, 9]],
      ["criticism", [0, 27]],
    ] as const) {
      assert.deepEqual(sizesOf(id), [...sizes], id);
    }
    assert.deepEqual(
      kindsFor("ask").map(({ id, cost }) => [id, cost]),
      [
        ["ask-repost", 1],
        ["ask-reminder", 1],
        ["ask-advice", 3],
        ["ask-introduction", 9],
        ["ask-mention", 9],
        ["ask-promotion", 27],
        ["ask-guest-slot", 27],
        ["ask-testimonial", 27],
        ["ask-talk", 81],
        ["ask-venture", 81],
      ],
    );
    assert.lengthOf(standardKinds, 12 + 10 + 5);
  });

  it("can be entered as they stand", () => {
    for (const { use, what, received, cost, benefit } of standardKinds) {
      assert.isTrue(Benefit.safeParse(benefit).success);
      assert.isTrue((use === "ask" ? AskCost : Cost).safeParse(cost).success);
      for (const words of [what, received]) {
        assert.isAtMost(words.length, whatCharactersMax);
        assert.match(words, /^[A-Z]/);
        assert.notMatch(words, /\.$|\bow(?:e|es|ed|ing)\b/i);
      }
    }
  });

  it("speak of me on one side and of them on the other", () => {
    for (const { what, received } of standardKinds) {
      assert.notMatch(what, /\bme\b/);
      assert.notMatch(received, /\bthem\b/);
    }
  });
});

describe("kindById", () => {
  it("finds every kind, and no other", () => {
    for (const kind of standardKinds) assert.strictEqual(kindById(kind.id), kind);
    for (const other of ["", "Word", "ask", "toString", "__proto__"]) {
      assert.isUndefined(kindById(other));
    }
  });
});

describe("usualGifts", () => {
  it("are one for each size, from small to large, with the sizes of their kinds", () => {
    assert.deepEqual(
      usualGifts.map(({ cost, benefit }) => [cost, benefit]),
      [
        [1, 1],
        [1, 3],
        [3, 9],
        [3, 27],
        [9, 81],
      ],
    );
  });

  it("are what is proposed when something is missing", () => {
    for (const gift of usualGifts) assert.deepInclude(smallestGifts(gift.benefit * 3, 1), gift);
  });
});
