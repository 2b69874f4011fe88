import { assert, describe, it } from "@effect/vitest";
import {
  type Candidate,
  introductionsAmong,
  stemOf,
  tellingWordsOf,
} from "@comity/domain/introduction";
import type { PartnerId } from "@comity/domain/partner/schema";
import * as z from "zod";
import { arbitraryOf } from "../support/arbitrary.ts";
import { anyKeys, shuffled } from "../support/ledgers.ts";
import { partnerId } from "../support/sample.ts";

const goal = (what: string) => ({ what, said: "", saidOn: null });

const person = (number: number, given: Partial<Candidate> = {}): Candidate => ({
  id: partnerId(number),
  goals: null,
  offers: [],
  tags: [],
  role: "",
  organisation: "",
  archivedAt: null,
  ...given,
});

/** Ana wants a publisher and can translate; Ben is one, and wants a translator. */
const ana = person(1, {
  goals: [goal("Find a publisher")],
  offers: ["Translating into Portuguese"],
});
const ben = person(2, {
  goals: [goal("A translator for our list")],
  offers: ["Publishing debuts"],
});

const pairsOf = (
  people: ReadonlyArray<Candidate>,
  acquainted: ReadonlyArray<readonly [PartnerId, PartnerId]> = [],
) => introductionsAmong(people, acquainted).map(({ oneId, otherId }) => [oneId, otherId]);

const both = [[ana.id, ben.id]];

describe("stemOf", () => {
  for (const [words, stem] of [
    ["publisher publishers publishing published publishes publish", "publish"],
    ["write writer writers writing", "writ"],
    ["plan plans planner planning planned", "plan"],
    ["invest invests investor investors investing investment investments", "invest"],
    ["engineer engineers engineering", "engineer"],
    ["story stories", "story"],
    ["house houses housing", "hous"],
    ["class classes", "clas"],
    ["business businesses", "busines"],
    ["sell selling sells", "sel"],
    ["translate translator translating translation translations", "translat"],
  ] as const) {
    it(`is one for ${words}`, () => {
      assert.deepEqual(new Set(words.split(" ").map(stemOf)), new Set([stem]));
    });
  }

  it("leaves words that are what they are", () => {
    for (const word of [
      "spring",
      "king",
      "paper",
      "care",
      "seed",
      "red",
      "bus",
      "art",
      "ai",
      "日本",
    ]) {
      assert.strictEqual(stemOf(word), word);
    }
    assert.notStrictEqual(stemOf("career"), stemOf("car"));
  });
});

describe("tellingWordsOf", () => {
  it("leaves out what joins, what every wish says, and numbers", () => {
    const words = tellingWordsOf("I'd like to find 3 more publishers, and people who can help us");
    assert.deepEqual([...words], ["publish"]);
    assert.deepEqual([...tellingWordsOf("Café Übersetzungen!")], ["cafe", "ubersetzungen"]);
    assert.isEmpty([...tellingWordsOf("to be or not to be")]);
  });
});

describe("an introduction", () => {
  it("is of two who want what the other can do, and says what", () => {
    const [found, ...others] = introductionsAmong([ana, ben], []);
    assert.isEmpty(others);
    assert.deepInclude<object | undefined>(found, { oneId: ana.id, otherId: ben.id });
    assert.deepInclude<object | undefined>(found?.forOne, {
      goal: ana.goals?.[0],
      offer: "Publishing debuts",
    });
    assert.deepInclude<object | undefined>(found?.forOther, {
      goal: ben.goals?.[0],
      offer: "Translating into Portuguese",
    });
  });

  it("takes a tag or a role for an offer", () => {
    const tagged = { ...ben, offers: [], tags: ["Publishers"] };
    assert.deepEqual(pairsOf([ana, tagged]), both);
    const publisher = { ...ben, offers: [], role: "Publisher" };
    assert.strictEqual(introductionsAmong([ana, publisher], [])[0]?.forOne.offer, "Publisher");
    assert.isEmpty(pairsOf([ana, { ...ben, offers: [] }]));
  });

  it("is not made where only one would gain", () => {
    for (const giver of [
      { ...ben, goals: null },
      { ...ben, goals: [] },
      { ...ben, goals: [goal("A warehouse in Rotterdam")] },
    ]) {
      assert.isEmpty(pairsOf([ana, giver]));
    }
    assert.isEmpty(pairsOf([{ ...ana, offers: [] }, ben]));
  });

  it("is not made of one with themselves", () => {
    const both = person(3, { goals: [goal("A publisher")], offers: ["Publishing"] });
    assert.isEmpty(pairsOf([both]));
  });

  it("is not made of two who know each other, in whatever order that is said", () => {
    for (const known of [
      [ana.id, ben.id],
      [ben.id, ana.id],
    ] as const) {
      assert.isEmpty(pairsOf([ana, ben], [known]));
    }
    assert.deepEqual(pairsOf([ana, ben], [[ana.id, partnerId(9)]]), both);
  });

  it("is not made of two of one organisation, nor of who is archived", () => {
    const firm = (one: Candidate, organisation: string) => ({ ...one, organisation });
    assert.isEmpty(pairsOf([firm(ana, "Mar Lda."), firm(ben, "mar lda")]));
    assert.deepEqual(pairsOf([firm(ana, "Mar"), firm(ben, "Terra")]), both);
    const archivedAt = "2026-03-02T09:00:00.000Z" as never;
    assert.isEmpty(pairsOf([ana, { ...ben, archivedAt }]));
    assert.isEmpty(pairsOf([{ ...ana, archivedAt }, ben]));
  });

  for (const [wanted, offered, isFit] of [
    ["harbour", "harbour", true],
    ["harbour", "harbour lantern violin glacier", true],
    ["harbour lantern", "harbour violin", true],
    ["harbour lantern violin", "harbour glacier orchid", false],
    ["harbour lantern violin", "harbour lantern orchid", true],
    ["harbour lantern violin glacier", "harbour lantern orchid puppet", true],
    ["harbour lantern violin glacier beehive", "harbour lantern orchid puppet grain", false],
    ["Concert halls near Porto", "Wine tours around Porto", false],
  ] as const) {
    it(`needs half of the words of the shorter text: ${wanted}, and ${offered}`, () => {
      const wants = { ...ana, goals: [goal(wanted)] };
      const offers = { ...ben, offers: [offered] };
      assert.deepEqual(pairsOf([wants, offers]), isFit ? both : []);
    });
  }

  it("comes first where rare words fit: the weaker direction counts", () => {
    const cleo = person(3, {
      goals: [goal("Crystallography")],
      offers: ["Publishing", "Falconry"],
    });
    const dora = person(4, { goals: [goal("Falconry")], offers: ["Crystallography"] });
    const crowd = [5, 6, 7].map((number) => person(number, { tags: ["publisher", "translation"] }));
    assert.deepEqual(pairsOf([ana, ben, cleo, dora, ...crowd]), [
      [cleo.id, dora.id],
      [ana.id, ben.id],
    ]);
  });

  it("comes behind another where one direction is weak, however strong the other is", () => {
    const wants = (wish: string) => ({ goals: [goal(wish)] });
    const lopsided = [
      person(1, { ...wants("falconry"), tags: ["publisher"] }),
      person(2, { ...wants("publisher"), tags: ["falconry"] }),
    ];
    const even = [
      person(3, { ...wants("violin"), tags: ["orchid"] }),
      person(4, { ...wants("orchid"), tags: ["violin"] }),
    ];
    const crowd = [
      ...[5, 6, 7].map((number) => person(number, { tags: ["publisher"] })),
      person(8, { tags: ["violin", "orchid"] }),
    ];
    assert.deepEqual(pairsOf([...lopsided, ...even, ...crowd]), [
      [partnerId(3), partnerId(4)],
      [partnerId(1), partnerId(2)],
    ]);
  });

  it("is not made by a word that a tenth of many people use", () => {
    const crowd = (count: number) =>
      Array.from({ length: 100 }, (_, index) =>
        person(10 + index, { tags: index < count ? ["publisher"] : ["other"] }),
      );
    assert.deepEqual(pairsOf([ana, ben, ...crowd(8)]), both);
    assert.isEmpty(pairsOf([ana, ben, ...crowd(9)]));
  });
});

const topics = ["grain", "harbour", "violin", "beehive", "glacier", "lantern", "orchid"] as const;
const Texts = z.array(z.enum(topics)).max(3);
const People = arbitraryOf(
  z.array(z.strictObject({ goals: Texts, offers: Texts, tags: Texts })).max(12),
);

type Drawn = ReadonlyArray<Record<"goals" | "offers" | "tags", Array<string>>>;

const peopleOf = (drawn: Drawn) =>
  drawn.map(({ goals, ...given }, index) => person(index, { ...given, goals: goals.map(goal) }));

describe("introductions", () => {
  it.prop("do not depend on the order of what comes in", [People, anyKeys], ([drawn, keys]) => {
    const people = peopleOf(drawn);
    const known = people.length > 3 ? ([[partnerId(0), partnerId(1)]] as const) : [];
    assert.deepEqual(
      introductionsAmong(shuffled(people, keys), known),
      introductionsAmong(people, known),
    );
  });

  it.prop("are the same as those of comparing everyone with everyone", [People], ([drawn]) => {
    const people = peopleOf(drawn);
    // Each text is one word here, so that to fit is to be the same.
    const serves = (a: Candidate, b: Candidate) =>
      (a.goals ?? []).some(({ what }) => [...b.offers, ...b.tags].includes(what));
    const common = topics.filter(
      (word) =>
        people.filter(({ goals, offers, tags }) =>
          [...(goals ?? []).map(({ what }) => what), ...offers, ...tags].includes(word),
        ).length > 8,
    );
    if (common.length > 0) return;
    const expected = people.flatMap((a, index) =>
      people
        .slice(index + 1)
        .filter((b) => serves(a, b) && serves(b, a))
        .map((b) => `${a.id} ${b.id}`),
    );
    assert.sameMembers(
      introductionsAmong(people, []).map(({ oneId, otherId }) => `${oneId} ${otherId}`),
      expected,
    );
  });

  it("among 500 people are found at once", () => {
    const letters = "bcdfgklmnp";
    const trades = Array.from({ length: 600 }, (_, index) =>
      [...String(1000 + index)].map((digit) => `${letters[Number(digit)]}a`).join(""),
    );
    const sentence = (seed: number) =>
      [0, 1, 2, 3].map((step) => trades[(seed * 7 + step * 31) % trades.length]).join(" and ");
    const people = Array.from({ length: 500 }, (_, index) =>
      person(index, {
        goals: [1, 2, 3, 4, 5].map((step) => goal(sentence(index * step + step))),
        offers: [1, 2, 3, 4, 5].map((step) => sentence(index * step + step + 3)),
        tags: [sentence(index)],
      }),
    );
    const started = performance.now();
    assert.isAbove(introductionsAmong(people, []).length, 0);
    // Tens of milliseconds on a machine of its own.
    assert.isBelow(performance.now() - started, 1500);
  });
});
