import type { Partner } from "@comity/domain/partner/schema";
import { describe, expect, it } from "vitest";
import { contactInWords, laterOf, nextInWords } from "../../src/features/contact/contactInWords.ts";
import {
  type Change,
  changedOf,
  conflictsOf,
  myChangeOf,
  takenBackBy,
  withoutTheirs,
} from "../../src/features/partner/conflicts.ts";
import { addedTo, describedBy } from "../../src/features/partner/form/mayBe.ts";
import {
  changeOf,
  emptyForm,
  formOf,
  isReady,
} from "../../src/features/partner/form/partnerForm.ts";
import { mailtoOf, telOf } from "../../src/features/partner/page/addresses.ts";
import {
  affiliationInWords,
  fieldInWords,
  saidInWords,
  spanInWords,
  usualCadenceInWords,
} from "../../src/features/partner/partnerInWords.ts";

const ana = {
  id: "01900000-0000-7000-8000-000000000001",
  kind: "person",
  name: "Ana Sousa",
  affiliations: [
    { organisation: "Atlas Lane", role: "Owner", from: "2020-03-01", to: null },
    { organisation: "The Weekly", role: "Editor", from: null, to: "2019-12-31" },
  ],
  organisation: "Atlas Lane",
  role: "Owner",
  emails: ["ana@example.org"],
  phones: ["+351 21 555, ext. 2"],
  links: ["https://example.org/ana"],
  tags: ["lisbon"],
  notes: "Likes tea",
  goals: null,
  offers: [],
  howWeMet: "",
  knownSince: "2022-03-14",
  circle: 15,
  cadenceDays: null,
  externalIds: ["hubspot:12"],
  archivedAt: null,
  createdAt: "2026-01-01T00:00:00.000Z",
  updatedAt: "2026-01-01T00:00:00.000Z",
  version: 3,
} as unknown as Partner;

describe("a change that meets another one", () => {
  const newer = { ...ana, notes: "Likes cocoa", tags: ["lisbon", "press"], version: 4 } as Partner;

  it("holds only what differs, and knows what takes it back", () => {
    const change = changedOf(ana, { name: "Ana Sousa", notes: "Likes coffee", goals: [] });
    expect(change).toEqual({ notes: "Likes coffee", goals: [] });
    expect(takenBackBy(ana, change)).toEqual({ notes: "Likes tea", goals: null });
  });

  it("disputes only what both changed to something else", () => {
    expect(conflictsOf({ notes: "Likes coffee", name: "Ana S." }, ana, newer)).toEqual(["notes"]);
    expect(conflictsOf({ notes: "Likes cocoa" }, ana, newer)).toEqual([]);
    expect(conflictsOf({ name: "Ana S." }, ana, newer)).toEqual([]);
  });

  it("keeps mine in a disputed field even where it is as it was, and leaves out what stays theirs", () => {
    const wanted: Change = { name: "Ana S.", notes: "Likes tea", tags: ["lisbon"] };
    const mine = myChangeOf(ana, wanted, ["notes"]);
    expect(mine).toEqual({ name: "Ana S.", notes: "Likes tea" });
    expect(withoutTheirs(mine, { notes: "theirs" })).toEqual({ name: "Ana S." });
  });
});

describe("a partner in fields", () => {
  it("comes back as it was", () => {
    expect(changedOf(ana, changeOf(formOf(ana)))).toEqual({});
  });

  it("splits lines, drops what is empty and twice, and gives an address its scheme", () => {
    const form = {
      ...emptyForm(),
      name: " Bo Lind ",
      emails: "bo@example.org, \nbo@example.org",
      phones: "030 1, 2\n\n040 3",
      links: "example.org/bo",
    };
    expect(changeOf(form)).toMatchObject({
      name: "Bo Lind",
      affiliations: [],
      emails: ["bo@example.org"],
      phones: ["030 1, 2", "040 3"],
      links: ["https://example.org/bo"],
      knownSince: null,
    });
  });

  it("is not ready without a name, with half a day, or with an end before its beginning", () => {
    const form = formOf(ana);
    const [first, ...others] = form.affiliations;
    if (first === undefined) throw new Error("Ana works somewhere.");
    const ending = (to: string | undefined) => ({
      ...form,
      affiliations: [{ ...first, to }, ...others],
    });
    expect(isReady(form)).toBe(true);
    expect(isReady({ ...form, name: " " })).toBe(false);
    expect(isReady({ ...form, knownSince: undefined })).toBe(false);
    expect(isReady(ending(undefined))).toBe(false);
    expect(isReady(ending("2020-02-29"))).toBe(false);
    expect(isReady(ending("2020-03-01"))).toBe(true);
  });
});

describe("who it may be already", () => {
  it("is asked with whole addresses only, and where they are now", () => {
    const form = { ...formOf(ana), emails: "ana@\nana@example.org", links: "https://" };
    expect(describedBy(changeOf(form))).toEqual({
      name: "Ana Sousa",
      kind: "person",
      organisation: "Atlas Lane",
      emails: ["ana@example.org"],
      phones: ["+351 21 555, ext. 2"],
      links: [],
    });
  });

  it("gets what it lacks, and keeps what it has", () => {
    const typed = {
      ...changeOf({ ...emptyForm(), name: "Ana Sousa-Lima", emails: "ana@home.example" }),
      notes: "Has a dog",
    };
    expect(addedTo(ana, typed)).toEqual({
      emails: ["ana@example.org", "ana@home.example"],
      notes: "Likes tea\n\nHas a dog",
    });
  });
});

describe("a partner in words", () => {
  it.each([
    [{ role: "Owner", organisation: "Atlas" }, "Owner at Atlas"],
    [{ role: "", organisation: "Atlas" }, "Atlas"],
    [{ role: "Coach", organisation: "" }, "Coach"],
  ])("%o is %s", (affiliation, words) => expect(affiliationInWords(affiliation)).toBe(words));

  it.each([
    [null, null, ""],
    ["2020-03-01", null, "since 1 March 2020"],
    [null, "2021-05-02", "until 2 May 2021"],
    ["2020-03-01", "2021-05-02", "1 March 2020 to 2 May 2021"],
  ] as const)("from %s to %s: %s", (from, to, words) =>
    expect(spanInWords({ from, to } as never)).toBe(words),
  );

  it("tells a guess from what was said", () => {
    expect(saidInWords({ said: "", saidOn: null })).toBe("your guess");
    expect(saidInWords({ said: "At lunch", saidOn: "2026-03-03" as never })).toBe(
      "At lunch, 3 March 2026",
    );
  });

  it("tells unknown goals from none, and an own rhythm from that of the circle", () => {
    expect(fieldInWords({ goals: null }, "goals")).toBe("not known yet");
    expect(fieldInWords({ goals: [] }, "goals")).toBe("they named none");
    expect(usualCadenceInWords(15, 91)).toBe("As the circle: every month");
    expect(usualCadenceInWords(null, 91)).toBe("As with everybody: every three months");
  });

  it("dials a number without what is said around it", () => {
    expect(telOf("+351 (21) 555-01, ext. 2")).toBe("tel:+3512155501");
    expect(mailtoOf("a+b@example.org")).toBe("mailto:a%2Bb%40example.org");
  });
});

describe("contacts in words", () => {
  it.each([
    ["met", "both", "You met"],
    ["met", "them", "You met, as Ana had asked"],
    ["called", "me", "You called"],
    ["wrote", "them", "Ana wrote"],
    ["wrote", "both", "You wrote to each other"],
    ["other", "me", "You got in touch"],
  ] as const)("%s by %s: %s", (means, by, words) =>
    expect(contactInWords({ means, by }, "Ana")).toBe(words),
  );

  it("says when a word is due next, or that it is now", () => {
    const atMs = new Date(2026, 10, 25, 12).getTime();
    expect(nextInWords(atMs, 29, atMs)).toBe("next: around 24 December 2026");
    expect(nextInWords(atMs, 7, atMs + 7 * 86_400_000)).toBe("a word would be timely now");
    expect(nextInWords(atMs, 7, atMs + 7 * 86_400_000 - 1)).toBe("next: around 2 December 2026");
  });

  it("counts from the later of what is known and what is written down", () => {
    expect(laterOf("2026-11-20T12:00:00.000Z", 5)).toBe(Date.parse("2026-11-20T12:00:00.000Z"));
    expect(laterOf(null, 5)).toBe(5);
  });
});
