import { assert, describe, it } from "@effect/vitest";
import {
  Email,
  emailsMax,
  ImportedPartner,
  importFileBytesMax,
  importRowsMax,
  Link,
  linkCharactersMax,
  linksMax,
  nameCharactersMax,
  notesCharactersMax,
  organisationCharactersMax,
  pageLimitMax,
  PartnerChange,
  PartnerDraft,
  roleCharactersMax,
} from "@comity/domain/partner/schema";
import { takesJson, textsOf, unstorableTexts } from "../support/limits.ts";

const isDraft = (given: object): boolean =>
  PartnerDraft.safeParse({ name: "Ana Lima", ...given }).success;

const isRow = (row: unknown): boolean => ImportedPartner.safeParse({ name: "Ana", row }).success;

describe("PartnerDraft", () => {
  for (const [field, charactersMax] of Object.entries({
    name: nameCharactersMax,
    organisation: organisationCharactersMax,
    role: roleCharactersMax,
    notes: notesCharactersMax,
  })) {
    it(`has room for ${charactersMax} characters of ${field}, and not one more`, () => {
      for (const full of textsOf(charactersMax)) assert.isTrue(isDraft({ [field]: full }));
      for (const over of textsOf(charactersMax + 1)) assert.isFalse(isDraft({ [field]: over }));
      for (const bad of unstorableTexts) assert.isFalse(isDraft({ [field]: bad }));
    });
  }

  it("needs a name that says something, and nothing else", () => {
    assert.isTrue(isDraft({}));
    for (const name of ["", "  ", "\n", undefined, null, 7]) assert.isFalse(isDraft({ name }));
    assert.strictEqual(PartnerDraft.parse({ name: "  Ana " }).name, "Ana");
    assert.isTrue(isDraft({ organisation: "", role: "", notes: "", emails: [], links: [] }));
  });

  it("takes so many addresses, and not one more", () => {
    const emails = Array.from({ length: emailsMax }, (_, index) => `a${index}@example.org`);
    assert.isTrue(isDraft({ emails }));
    assert.isFalse(isDraft({ emails: [...emails, "b@example.org"] }));
    const links = Array.from({ length: linksMax }, (_, index) => `https://example.org/${index}`);
    assert.isTrue(isDraft({ links }));
    assert.isFalse(isDraft({ links: [...links, "https://example.org"] }));
  });

  it("knows someone since a day that exists", () => {
    assert.isTrue(isDraft({ knownSince: "2024-02-29" }));
    assert.isTrue(isDraft({ knownSince: null }));
    for (const knownSince of ["2025-02-29", "2025-1-1", "2025", "", 7]) {
      assert.isFalse(isDraft({ knownSince }), String(knownSince));
    }
  });

  it("refuses keys that it does not know, and those of the prototype", () => {
    for (const key of ["version", "createdAt", "__proto__", "constructor"]) {
      assert.isFalse(takesJson(PartnerDraft, `{"name":"Ana","${key}":{}}`), key);
    }
  });
});

describe("limits", () => {
  it("are these, which callers count on", () => {
    assert.deepEqual(
      [nameCharactersMax, organisationCharactersMax, roleCharactersMax, notesCharactersMax],
      [200, 200, 200, 10_000],
    );
    assert.deepEqual([emailsMax, linksMax, linkCharactersMax], [10, 10, 2000]);
    assert.deepEqual([importRowsMax, importFileBytesMax, pageLimitMax], [10_000, 8_000_000, 100]);
  });
});

describe("PartnerChange", () => {
  it("may leave everything out, clear what can be cleared, and not the name", () => {
    assert.isTrue(PartnerChange.safeParse({}).success);
    const cleared = { organisation: "", role: "", notes: "", emails: [], knownSince: null };
    assert.isTrue(PartnerChange.safeParse(cleared).success);
    assert.isFalse(PartnerChange.safeParse({ name: "" }).success);
    assert.isFalse(PartnerChange.safeParse({ id: "anything" }).success);
  });
});

describe("ImportedPartner", () => {
  it("says which line it stands on, from 1", () => {
    assert.isTrue(isRow(1));
    for (const row of [0, 1.5, "1", undefined]) assert.isFalse(isRow(row), String(row));
    assert.isFalse(ImportedPartner.safeParse({ name: "Ana", row: 1, circle: 5 }).success);
  });
});

describe("Link", () => {
  it("is an address on the web", () => {
    for (const link of ["https://example.org", "http://example.org/a?b=c#d", "https://例え.jp"]) {
      assert.strictEqual(Link.parse(link), link);
    }
    for (const link of [
      "javascript:alert(1)",
      "data:text/html,hi",
      "ftp://example.org",
      "example.org",
      "https://",
      "",
      7,
    ]) {
      assert.isFalse(Link.safeParse(link).success, String(link));
    }
  });

  it("can be stored, and sent again unchanged", () => {
    for (const bad of ["\u0000", "\u0007", "\uD83C", "a b", "a\u00A0b"]) {
      assert.isFalse(Link.safeParse(`https://example.org/${bad}`).success, JSON.stringify(bad));
    }
    // What a browser takes out of a pasted address is taken out here too.
    assert.strictEqual(Link.parse(" https://example.org/a\nb\t"), "https://example.org/ab");
  });

  it("has so much room, and not one more", () => {
    const start = "https://example.org/";
    const full = start + "a".repeat(linkCharactersMax - start.length);
    assert.isTrue(Link.safeParse(full).success);
    assert.isFalse(Link.safeParse(`${full}a`).success);
  });
});

describe("Email", () => {
  it("is an address with a domain", () => {
    assert.isTrue(Email.safeParse("ana.lima+news@mail.example.org").success);
    for (const email of ["ana", "ana@", "@example.org", "ana@example", "a b@c.de", "ana@c.de\n"]) {
      assert.isFalse(Email.safeParse(email).success, email);
    }
  });

  it("has so much room, and not one more", () => {
    const end = "@example.org";
    assert.isTrue(Email.safeParse("a".repeat(254 - end.length) + end).success);
    assert.isFalse(Email.safeParse("a".repeat(255 - end.length) + end).success);
  });
});
