import { assert, describe, it } from "@effect/vitest";
import {
  changedFieldsOf,
  contradictingFields,
  distinctTags,
  linkKeyOf,
  listFields,
  listMax,
  mergedPartner,
  notesMax,
  overfullFields,
  phoneKeyOf,
} from "@comity/domain/partner/rules";
import { Affiliation, Goal, Partner } from "@comity/domain/partner/schema";
import { Instant, PlainDate } from "@comity/domain/time/schema";
import { anyOther, anyPartner } from "../../support/drawnPartners.ts";
import { partner } from "../../support/partners.ts";

const bare = (given: Partial<Partner> = {}): Partner =>
  partner({ organisation: "", role: "", ...given });

const at = (given: Partial<Record<keyof Affiliation, unknown>>): Affiliation =>
  Affiliation.parse({ organisation: "Acme", role: "", from: null, to: null, ...given });

const goal = (given: Partial<Record<keyof Goal, unknown>>): Goal =>
  Goal.parse({ what: "A publisher", said: "", saidOn: null, ...given });

const day = (text: string): PlainDate => PlainDate.parse(text);

const merged = (one: Partial<Partner>, other: Partial<Partner>): Partner =>
  mergedPartner(bare(one), bare(other));

describe("mergedPartner", () => {
  it("keeps single values, and fills those that are missing", () => {
    const kept = merged(
      { name: "Ana Lima", howWeMet: "", cadenceDays: null, goals: null },
      { name: "A. L.", howWeMet: "At the fair", cadenceDays: 9, goals: [goal({})] },
    );
    assert.deepInclude(kept, { name: "Ana Lima", howWeMet: "At the fair", cadenceDays: 9 });
    assert.deepEqual(kept.goals, [goal({})]);
    assert.deepInclude(
      merged({ howWeMet: "A", cadenceDays: 1 }, { howWeMet: "B", cadenceDays: 2 }),
      {
        howWeMet: "A",
        cadenceDays: 1,
      },
    );
  });

  it("takes the nearer circle and the earlier day, and is in use when one of them is", () => {
    const [early, late] = [day("2019-01-01"), day("2024-01-01")];
    assert.deepInclude(merged({ circle: 50, knownSince: late }, { circle: 5, knownSince: early }), {
      circle: 5,
      knownSince: early,
    });
    assert.deepInclude(
      merged({ circle: null, knownSince: null }, { circle: 150, knownSince: late }),
      {
        circle: 150,
        knownSince: late,
      },
    );
    const archivedAt = Instant.parse("2026-03-02T09:00:00.000Z");
    assert.isNull(merged({ archivedAt }, {}).archivedAt);
    assert.isNull(merged({}, { archivedAt }).archivedAt);
    assert.strictEqual(merged({ archivedAt }, { archivedAt }).archivedAt, archivedAt);
  });

  it("has of each list both, and nothing twice", () => {
    const both = merged(
      {
        emails: ["ana@acme.com"],
        phones: ["+41 44 123"],
        links: ["https://www.linkedin.com/in/ana", "https://Ana.example/A/"],
        tags: ["Press"],
        offers: ["C"],
        externalIds: ["sf:1"],
      },
      {
        emails: ["ANA@acme.com", "b@c.de"],
        phones: ["+41-44 (123)", "1-800-FLOWERS", "1-800-COMCAST"],
        links: ["https://linkedin.com/in/Ana/", "https://ana.example/A", "https://ana.example/a"],
        tags: ["press", "board"],
        offers: ["c", "C++", "🌱"],
        externalIds: ["sf:1", "sf:2"],
      },
    );
    assert.deepInclude(both, {
      emails: ["ana@acme.com", "b@c.de"],
      phones: ["+41 44 123", "1-800-FLOWERS", "1-800-COMCAST"],
      links: ["https://www.linkedin.com/in/ana", "https://Ana.example/A/", "https://ana.example/a"],
      tags: ["Press", "board"],
      offers: ["C", "C++", "🌱"],
      externalIds: ["sf:1", "sf:2"],
    });
  });

  it("joins stays at one organisation, and fills in what one of the two did not know", () => {
    const editor = at({ role: "Editor", from: "2020-01-01" });
    const joined = (one: Affiliation, other: Affiliation) =>
      merged({ affiliations: [one] }, { affiliations: [other] }).affiliations;
    assert.deepEqual(joined(at({}), editor), [editor]);
    assert.deepEqual(joined(editor, at({ organisation: "ACME Inc." })), [editor]);
    assert.deepEqual(joined(at({ role: "editor" }), editor), [{ ...editor, role: "editor" }]);
    for (const another of [
      at({ role: "Chair" }),
      at({ role: "Editor", from: "2021-01-01" }),
      at({ role: "Editor", from: "2020-01-01", to: "2022-01-01" }),
      at({ organisation: "Okafor" }),
      at({ organisation: "🌱" }),
    ]) {
      assert.deepEqual(joined(editor, another), [editor, another]);
    }
  });

  it("joins goals, with where they were said", () => {
    const said = goal({ said: "On a walk", saidOn: "2024-01-01" });
    assert.deepEqual(merged({ goals: [goal({ what: "a Publisher" })] }, { goals: [said] }).goals, [
      { ...said, what: "a Publisher" },
    ]);
    const mail = goal({ said: "In a mail" });
    assert.deepEqual(merged({ goals: [said] }, { goals: [mail] }).goals, [said, mail]);
    assert.deepEqual(merged({ goals: [] }, { goals: null }).goals, []);
  });

  it("puts the notes of the other below, unless they say the same", () => {
    const notes = (one: string, other: string) => merged({ notes: one }, { notes: other }).notes;
    assert.strictEqual(notes("A", "B"), "A\n\nB");
    assert.strictEqual(notes("A", ""), "A");
    assert.strictEqual(notes("", "B"), "B");
    assert.strictEqual(notes("A and B", "B"), "A and B");
    assert.strictEqual(notes("B", "A and B"), "A and B");
  });

  it.prop("adds nothing when the other comes again", [anyPartner, anyOther], ([one, other]) => {
    const once = mergedPartner(one, other);
    assert.deepEqual(changedFieldsOf(once, mergedPartner(once, other)), []);
  });

  it.prop("is what it was with itself", [anyPartner], ([one]) => {
    const distinct = mergedPartner({ ...one, phones: [], links: [], affiliations: [] }, one);
    assert.deepEqual(changedFieldsOf(mergedPartner(distinct, distinct), distinct), []);
  });

  it.prop("loses nothing that one of them had", [anyPartner, anyOther], ([one, other]) => {
    const both = mergedPartner(one, other);
    for (const { emails, phones, links, tags, offers, externalIds, notes, goals } of [one, other]) {
      const lower = both.emails.map((email) => email.toLowerCase());
      for (const email of emails) assert.include(lower, email.toLowerCase());
      for (const phone of phones) assert.include(both.phones.map(phoneKeyOf), phoneKeyOf(phone));
      for (const link of links) assert.include(both.links.map(linkKeyOf), linkKeyOf(link));
      assert.deepEqual(distinctTags([...both.tags, ...tags]), both.tags);
      assert.deepEqual(
        distinctTags([...both.offers, ...offers]).length,
        distinctTags(both.offers).length,
      );
      for (const id of externalIds) assert.include(both.externalIds, id);
      assert.include(both.notes, notes);
      for (const { said } of goals ?? []) {
        assert.isTrue(both.goals?.some((known) => said === "" || known.said === said));
      }
    }
    for (const { organisation, role, to } of [...one.affiliations, ...other.affiliations]) {
      assert.isTrue(
        both.affiliations.some(
          (known) =>
            known.to === to &&
            (role === "" || known.role.toLowerCase() === role.toLowerCase()) &&
            (organisation === "" || known.organisation !== ""),
        ),
      );
    }
  });

  it.prop("is a partner as the schema has it", [anyPartner, anyOther], ([one, other]) => {
    assert.isTrue(Partner.safeParse(mergedPartner(one, other)).success);
  });
});

describe("overfullFields", () => {
  const many = {
    affiliations: (n: number) => at({ organisation: `Firm ${n}` }),
    emails: (n: number) => `a${n}@b.cd`,
    phones: (n: number) => `+41 ${n}00`,
    links: (n: number) => `https://example.org/${n}`,
    tags: (n: number) => `tag ${n}`,
    goals: (n: number) => goal({ what: `Goal ${n}` }),
    offers: (n: number) => `Offer ${n}`,
    externalIds: (n: number) => `sf:${n}`,
  } as const;

  for (const field of listFields) {
    it(`names ${field} that are more than ${listMax[field]} together, and not at the limit`, () => {
      const list = (from: number, to: number) =>
        Array.from({ length: to - from }, (_, index) => many[field](from + index));
      const one = bare({ [field]: list(0, listMax[field]) });
      const full = bare({ [field]: list(0, 1) });
      const over = bare({ [field]: list(0, listMax[field] + 1).slice(-1) });
      assert.deepEqual(overfullFields(one, full), []);
      assert.deepEqual(overfullFields(one, over), [field]);
      assert.lengthOf(mergedPartner(one, over)[field] ?? [], listMax[field]);
    });
  }

  it(`names notes of more than ${notesMax} characters, and not at the limit`, () => {
    const one = bare({ notes: "🌱".repeat(notesMax - 12) });
    assert.deepEqual(overfullFields(one, bare({ notes: "b".repeat(10) })), []);
    const over = bare({ notes: "b".repeat(11) });
    assert.deepEqual(overfullFields(one, over), ["notes"]);
    assert.strictEqual(mergedPartner(one, over).notes, one.notes);
  });
});

describe("contradictingFields", () => {
  it("names what both say otherwise, and not what one of them leaves out", () => {
    const one = bare({ name: "Ana", notes: "A", tags: ["a"], circle: 5 });
    const other = bare({ name: "Ben", notes: "", tags: ["b"], circle: null, howWeMet: "x" });
    assert.deepEqual(contradictingFields(one, other), ["name", "tags"]);
  });
});
