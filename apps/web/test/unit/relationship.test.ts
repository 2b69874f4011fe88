import { partnerPreset, standardKinds } from "@comity/domain/equity/rules";
import type {
  Ask,
  Entry,
  Kind,
  RelationshipReading,
  Statement,
  Transfer,
} from "@comity/domain/equity/schema";
import { describe, expect, it } from "vitest";
import {
  kindsById,
  kindsFound,
  kindsInOrder,
  sizeOfEp,
  toldToThem,
} from "../../src/features/equity/catalogue.ts";
import { entryInWords, guessInWords } from "../../src/features/equity/account/entryInWords.ts";
import { entryLines } from "../../src/features/equity/account/entryLines.ts";
import { factLines } from "../../src/features/equity/account/factLines.ts";
import { offersLeft } from "../../src/features/equity/giving/offers.ts";
import {
  durationInWords,
  relationshipFacts,
} from "../../src/features/equity/relationship/relationshipInWords.ts";
import { standingLines } from "../../src/features/equity/sumLines.ts";

const kinds = standardKinds.map((kind) =>
  Object.assign({ isOwn: false, version: 0 }, kind),
) as Array<Kind>;
const byId = kindsById(kinds);

const recorded = {
  partnerId: "ana",
  at: "2026-01-01T12:00:00.000Z",
  recordedAt: "2026-01-02T12:00:00.000Z",
  note: "",
};

const gift = (over: Partial<Record<keyof Transfer, unknown>> = {}): Transfer =>
  ({
    kind: "transfer",
    ...recorded,
    id: "g1",
    from: "me",
    to: "ana",
    benefit: 27,
    cost: 3,
    asked: false,
    strings: false,
    evidence: "estimated",
    kindId: null,
    askId: null,
    corrects: null,
    posting: { mine: 27, theirs: 0 },
    ...over,
  }) as Transfer;

const reversal = (reverses: string): Entry =>
  ({
    kind: "reversal",
    ...recorded,
    id: `r ${reverses}`,
    posting: { mine: 0, theirs: 0 },
    reverses,
  }) as Entry;

describe("the catalogue in the page", () => {
  it("tells every standard gift to the one who got it, without a word about them", () => {
    const deposits = kinds.filter(({ use }) => use === "deposit");
    for (const { what } of deposits) {
      expect(toldToThem(what)).not.toMatch(/\b(they|them|their|theirs)\b/);
      expect(toldToThem(what)).toMatch(/^I [a-z]/);
    }
    expect(toldToThem("Introduced them to someone")).toBe("I introduced you to someone");
    expect(toldToThem("Took the time to learn what they are after")).toContain(
      "what you are after",
    );
  });

  it("leaves words alone that speak of nobody", () => {
    expect(toldToThem("Ein Kuchen")).toBe("Ein Kuchen");
  });

  it("puts kinds of your own first once they were used here", () => {
    const own = { ...kinds[0], id: "own", isOwn: true } as Kind;
    const all = [...kinds, own];
    expect(kindsInOrder(all, "deposit", new Set()).at(-1)?.id).toBe("own");
    expect(kindsInOrder(all, "deposit", new Set(["own", "gift"])).at(0)?.id).toBe("own");
    expect(kindsInOrder(all, "deposit", new Set(["gift"])).at(0)?.id).toBe("word");
    expect(kindsInOrder(all, "breach", new Set()).every(({ use }) => use === "breach")).toBe(true);
  });

  it("finds a kind by parts of its words, in the words of whoever gave", () => {
    const ids = (search: string, direction: "given" | "received") =>
      kindsFound(kindsInOrder(kinds, "deposit", new Set()), search, direction).map(({ id }) => id);
    expect(ids("INTRO someone", "given")).toEqual(["introduction"]);
    expect(ids("their list", "received")).toEqual(["promotion"]);
    expect(ids("their list", "given")).toEqual([]);
    expect(ids("  ", "given")).toHaveLength(12);
  });

  it("knows which amounts are a size", () => {
    expect(sizeOfEp(27)).toBe("L");
    expect(sizeOfEp(162)).toBeUndefined();
  });
});

describe("what became of a fact", () => {
  const guess = gift();
  const said = gift({ id: "g2", corrects: "g1", evidence: "stated", benefit: 81 });

  it("replaces a guess by what the partner said, and brings the two together", () => {
    const [first, second] = factLines([said, reversal("g1"), guess]);
    expect(first).toMatchObject({ state: "stands", guess: { id: "g1" } });
    expect(second).toMatchObject({ state: "replaced", guess: undefined });
  });

  it("takes both back once the partner's word is taken back", () => {
    const states = factLines([said, reversal("g2"), reversal("g1"), guess]);
    expect(states.map(({ state }) => state)).toEqual(["taken back", "taken back"]);
  });

  it.each([
    [27, 81, "You guessed half a morning; to Ana it meant a day."],
    [81, 27, "You guessed a day; to Ana it meant half a morning."],
    [27, 80.9, undefined],
    [27, 27, undefined],
    [9, 0, "You guessed three quarters of an hour; to Ana it meant next to nothing."],
  ])("speaks of a guess of %d where %d was meant only when it was another size", (a, b, words) => {
    expect(guessInWords({ benefit: a }, { benefit: b }, "Ana")).toBe(words);
  });

  it("leaves an offer open until a gift stands that makes it good", () => {
    const ask = (over: Partial<Ask>): Ask =>
      ({ id: "a", state: "granted", offer: 3, ...over }) as Ask;
    const made = gift({ askId: "a" });
    expect(offersLeft([ask({})], [])).toHaveLength(1);
    expect(offersLeft([ask({})], [made])).toHaveLength(0);
    expect(offersLeft([ask({})], [reversal("g1"), made])).toHaveLength(1);
    expect(offersLeft([ask({})], [gift({ askId: "a", from: "ana" })])).toHaveLength(1);
    expect(offersLeft([ask({ offer: 0 }), ask({ state: "open" })], [])).toHaveLength(0);
  });
});

describe("a line of the ledger", () => {
  it("says the kind, and the note apart", () => {
    const words = entryInWords(gift({ kindId: "introduction", note: "To Mira" }), "Ana", byId);
    expect(words).toMatchObject({ what: "Introduced them to someone", note: "To Mira" });
    const theirs = gift({ kindId: "introduction", from: "ana", to: "me" });
    expect(entryInWords(theirs, "Ana", byId).what).toBe("Introduced me to someone");
    expect(entryInWords(gift({ note: "A cake" }), "Ana", byId)).toMatchObject({
      what: "A cake",
      note: "",
    });
  });

  it("tells what stood before the ledger", () => {
    const opening = {
      kind: "opening",
      ...recorded,
      id: "o",
      closeness: "close",
      given: 27,
      received: 9,
      posting: { mine: 36, theirs: 18 },
    } as unknown as Parameters<typeof entryInWords>[0];
    expect(entryInWords(opening, "Ana", byId)).toMatchObject({
      what: "Before the ledger: close",
      who: "you had helped Ana half a morning, Ana had helped you three quarters of an hour",
      effect: "earned three hours",
    });
    const nothing = { ...opening, given: 0, received: 0 } as typeof opening;
    expect(entryInWords(nothing, "Ana", byId).who).toBe("no help yet, either way");
  });

  it("shows how much of a posting is left after a half-life", () => {
    const now = { at: "2027-01-01T12:00:00.000Z", policy: partnerPreset } as Statement;
    const lines = entryLines(gift(), now, "Ana");
    expect(lines.find(({ label }) => label === "Left of it today")?.value).toBe("13.5 ep");
    expect(lines.find(({ isTotal }) => isTotal)?.value).toBe("27 ep");
  });
});

describe("the arithmetic of the sentence", () => {
  it("goes from the standing to the largest ask", () => {
    const statement = {
      principal: 30,
      interest: 4,
      equity: 34,
      reserved: 6,
      capacity: 14,
      policy: partnerPreset,
    } as Statement;
    const lines = standingLines(statement, "Ana");
    expect(lines.find(({ isTotal }) => isTotal)?.value).toBe("28 ep");
    expect(lines.at(-1)).toMatchObject({ value: "14 ep" });
    expect(lines.at(-1)?.label).toContain("weighs 2 times");
  });
});

describe("the two of you, in words", () => {
  const reading = {
    partnerId: "ana",
    at: "2026-03-02T12:00:00.000Z",
    reciprocity: { given: 54, received: 27, index: 1 / 3, oneSided: null },
    cameBack: { unasked: 18, share: 1 / 3 },
    rhythm: {
      contacts: 3,
      lastContactAt: "2026-01-01T12:00:00.000Z",
      cadenceDays: 30,
      silence: 2,
      chance: 0.13,
      learnedChance: 0.2,
      state: "late",
      streak: 0,
    },
    tenure: { since: "2025-03-02T12:00:00.000Z", days: 365 },
    trust: { kept: 3, broken: 0, trust: 0.8 },
    balance: { deposits: 5, negatives: 1, ratio: 5, band: "strong" },
    asks: { open: 0, granted: 1, declined: 0, lastAt: null, nextFrom: null },
  } as unknown as RelationshipReading;

  const facts = relationshipFacts(reading, { name: "Ana", knownSince: "2022-03-02" });

  it("answers each question in a few words", () => {
    expect(facts.map(({ value }) => value)).toEqual([
      "60 days ago",
      "not now",
      "for 4 years",
      "an hour and a half",
      "all kept",
      "about 5",
    ]);
  });

  it("never says that anybody is in anybody's debt", () => {
    const said = facts.flatMap(({ value, detail, sentence, lines }) => [
      value,
      detail,
      sentence,
      ...lines.map(({ label }) => label),
    ]);
    expect(said.join(" ")).not.toMatch(/\bow(e|es|ed|ing)\b|debt/i);
  });

  it("adds each answer up to its last line", () => {
    for (const { lines } of facts) expect(lines.at(-1)?.isTotal).toBe(true);
    const tenure = facts.find(({ label }) => label === "You know each other");
    expect(tenure?.lines.map(({ value }) => value)).toEqual([
      "1,096 days",
      "365 days",
      "1,461 days",
    ]);
  });

  it.each([
    [0.5, "since today"],
    [1, "for 1 day"],
    [13.9, "for 13 days"],
    [14, "for 2 weeks"],
    [60.8, "for 8 weeks"],
    [60.9, "for 2 months"],
    [730.4, "for 23 months"],
    [730.5, "for 2 years"],
  ])("says %d days", (length, words) => {
    expect(durationInWords(length)).toBe(words);
  });
});
