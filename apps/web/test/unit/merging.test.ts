import type { Partner } from "@comity/domain/partner/schema";
import { describe, expect, it } from "vitest";
import { joinedInWords } from "../../src/features/duplicates/ledgersInWords.ts";
import {
  becauseInWords,
  likelihoodInWords,
} from "../../src/features/duplicates/likenessInWords.ts";
import {
  both,
  differingFields,
  mayKeepBoth,
  mergedBy,
  pickOf,
  resultOf,
  undecidedFields,
  usualPick,
} from "../../src/features/duplicates/merging.ts";

const blank = {
  kind: "person",
  affiliations: [],
  organisation: "",
  role: "",
  emails: [],
  phones: [],
  links: [],
  tags: [],
  notes: "",
  goals: null,
  offers: [],
  howWeMet: "",
  knownSince: null,
  circle: null,
  cadenceDays: null,
  externalIds: [],
  archivedAt: null,
  createdAt: "2026-01-01T00:00:00.000Z",
  updatedAt: "2026-01-01T00:00:00.000Z",
  version: 1,
};

const partner = (said: Partial<Record<keyof Partner, unknown>>): Partner =>
  ({ ...blank, ...said }) as Partner;

const kept = partner({ id: "one", name: "Ana", tags: ["a"], emails: ["x@y.example"], circle: 50 });
const other = partner({
  id: "other",
  name: "Ana Ruiz",
  tags: ["b"],
  emails: ["x@y.example", "z@y.example"],
  circle: 15,
  notes: "Tea",
});
const two = { kept, other };

describe("two that become one", () => {
  it("are asked about only where they say different things", () => {
    expect(differingFields(two)).toEqual(["name", "emails", "tags", "circle"]);
  });

  it("keep what the server proposes unless somebody says otherwise", () => {
    expect(usualPick(two, "name")).toBe("one");
    expect(usualPick(two, "tags")).toBe(both);
    expect(usualPick(two, "emails")).toBe("other");
    expect(usualPick(two, "circle")).toBe("other");
    expect(mergedBy(two, {})).toMatchObject({
      name: "Ana",
      tags: ["a", "b"],
      circle: 15,
      notes: "Tea",
    });
    expect(resultOf(two, {})).toEqual({});
  });

  it("may keep both of a list only where that says more than either", () => {
    expect(mayKeepBoth(two, "tags")).toBe(true);
    expect(mayKeepBoth(two, "emails")).toBe(false);
    expect(mayKeepBoth(two, "name")).toBe(false);
  });

  it("keep what was chosen, also when they change places", () => {
    const picks = { name: "other", tags: "one" };
    expect(resultOf(two, picks)).toEqual({ name: "Ana Ruiz", tags: ["a"] });
    const turned = { kept: other, other: kept };
    expect(pickOf(turned, "tags", picks)).toBe("one");
    expect(resultOf(turned, picks)).toEqual({ name: "Ana Ruiz", tags: ["a"] });
    expect(mergedBy(turned, picks).id).toBe("other");
  });

  it("wait for a word where there is no room for both", () => {
    expect(undecidedFields(["emails", "notes"], { emails: "one" })).toEqual(["notes"]);
  });
});

describe("why two may be one, in words", () => {
  it("joins the name and the organisation", () => {
    expect(becauseInWords({ because: ["same-name", "same-organisation", "same-email"] })).toEqual([
      "the same e-mail",
      "the same name at the same organisation",
    ]);
    expect(becauseInWords({ because: ["similar-name"] })).toEqual(["nearly the same name"]);
    expect(becauseInWords({ because: ["same-organisation"] })).toEqual(["the same organisation"]);
  });

  it.each([
    [0.949, "Probably one"],
    [0.95, "Almost surely one"],
    [0.8, "Probably one"],
    [0.799, "Perhaps one"],
  ])("a score of %d is “%s”", (score, words) => {
    expect(likelihoodInWords({ score })).toBe(words);
  });

  it("counts the ledgers together", () => {
    const none = { count: 0, isMore: false };
    expect(joinedInWords(none, none)).toContain("nothing");
    expect(joinedInWords({ count: 4, isMore: false }, { count: 1, isMore: false })).toContain(
      "5 entries in one ledger",
    );
    expect(joinedInWords({ count: 100, isMore: true }, none)).toContain("more than 100 entries");
  });
});
