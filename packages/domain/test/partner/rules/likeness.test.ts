import { assert, describe, it } from "@effect/vitest";
import {
  blockKeysOf,
  type Comparable,
  isSharedMailbox,
  foldedNameOf,
  isSameName,
  isSimilarName,
  likenessOf,
  likenessShown,
} from "@comity/domain/partner/rules";
import type { LikenessGuard, LikenessReason } from "@comity/domain/partner/schema";
import * as z from "zod";
import { arbitraryOf } from "../../support/arbitrary.ts";
import { anyOther, anyPartner } from "../../support/drawnPartners.ts";

const ana: Comparable = { name: "Ana Lima" };
const linkedIn = (slug: string) => [`https://www.linkedin.com/in/${slug}`];

interface Case {
  readonly what: string;
  readonly one: Comparable;
  readonly other: Comparable;
  readonly because: ReadonlyArray<LikenessReason>;
  readonly guards?: ReadonlyArray<LikenessGuard>;
  readonly score: number;
}

const cases: ReadonlyArray<Case> = [
  {
    what: "one profile",
    one: { name: "Ana Lima", links: linkedIn("ana") },
    other: { name: "A. Souza", links: ["https://linkedin.com/in/Ana/"] },
    because: ["same-linkedin"],
    score: 1,
  },
  {
    what: "one id in another system",
    one: { ...ana, externalIds: ["hubspot:1", "sf:2"] },
    other: { name: "Somebody", externalIds: ["sf:2"] },
    because: ["same-external-id"],
    score: 1,
  },
  {
    what: "one address and one name",
    one: { ...ana, emails: ["ana@acme.com"] },
    other: { ...ana, emails: ["ANA@acme.com"] },
    because: ["same-name", "same-email"],
    score: 0.97,
  },
  {
    what: "one address, and another name",
    one: { ...ana, emails: ["ana@acme.com"] },
    other: { name: "Lola Souza", emails: ["ana@acme.com"] },
    because: ["same-email"],
    score: 0.7,
  },
  {
    what: "one number and a like name",
    one: { ...ana, phones: ["+41 44 123 45 67"] },
    other: { name: "A. Lima", phones: ["044 123 45 67"] },
    because: ["similar-name", "same-phone"],
    score: 0.92,
  },
  {
    what: "one number, and another name",
    one: { ...ana, phones: ["+41 44 123 45 67"] },
    other: { name: "Lola Souza", phones: ["044 123 45 67"] },
    because: ["same-phone"],
    score: 0.4,
  },
  {
    what: "one name at one organisation, in another order",
    one: { ...ana, organisation: "Acme" },
    other: { name: "Lima, Ana", organisation: "Acme Inc." },
    because: ["same-name", "same-organisation"],
    score: 0.9,
  },
  {
    what: "one name, and nothing else",
    one: ana,
    other: { name: "ANA LIMA" },
    because: ["same-name"],
    score: 0.65,
  },
  {
    what: "a like name at one organisation",
    one: { ...ana, organisation: "Acme" },
    other: { name: "Anna Lima", organisation: "Acme" },
    because: ["similar-name", "same-organisation"],
    score: 0.75,
  },
  {
    what: "a like name, and nothing else",
    one: ana,
    other: { name: "Anna Lima" },
    because: ["similar-name"],
    score: 0.35,
  },
  {
    what: "nothing",
    one: { ...ana, emails: ["ana@acme.com"], phones: ["+41 44 123 45 67"], links: linkedIn("ana") },
    other: { name: "Ben Okafor", emails: ["ben@acme.com"], phones: ["+41 44 123 45 68"] },
    because: [],
    score: 0,
  },
  {
    what: "two profiles, whatever else",
    one: { ...ana, organisation: "Acme", emails: ["ana@acme.com"], links: linkedIn("ana") },
    other: { ...ana, organisation: "Acme", emails: ["ana@acme.com"], links: linkedIn("ana-2") },
    because: ["same-name", "same-organisation", "same-email"],
    guards: ["different-linkedin"],
    score: 0,
  },
  {
    what: "a person and an organisation",
    one: { name: "Ana Lima Ltd", emails: ["ana@acme.com"] },
    other: { name: "Ana Lima Ltd", emails: ["ana@acme.com"], kind: "organisation" },
    because: ["same-name", "same-email"],
    guards: ["different-kind"],
    score: 0,
  },
  {
    what: "colleagues",
    one: { ...ana, organisation: "Acme" },
    other: { name: "Ben Okafor", organisation: "Acme" },
    because: ["same-organisation"],
    guards: ["colleagues"],
    score: 0.1,
  },
  {
    what: "colleagues with one number",
    one: { ...ana, organisation: "Acme", phones: ["+41 44 123 45 67"] },
    other: { name: "Ben Okafor", organisation: "Acme", phones: ["+41 44 123 45 67"] },
    because: ["same-organisation", "same-phone"],
    guards: ["colleagues"],
    score: 0.1,
  },
  {
    what: "colleagues with one address",
    one: { ...ana, organisation: "Acme", emails: ["us@acme.com"] },
    other: { name: "Ben Okafor", organisation: "Acme", emails: ["us@acme.com"] },
    because: ["same-organisation", "same-email"],
    guards: ["colleagues"],
    score: 0.5,
  },
  {
    what: "an address that several people read",
    one: { ...ana, emails: ["info@acme.com"] },
    other: { name: "Ben Okafor", emails: ["INFO@acme.com"] },
    because: [],
    guards: ["shared-mailbox"],
    score: 0,
  },
  {
    what: "one name at two organisations",
    one: { ...ana, organisation: "Acme" },
    other: { ...ana, organisation: "Okafor Ltd" },
    because: ["same-name"],
    guards: ["namesakes"],
    score: 0.3,
  },
  {
    what: "one name at two organisations, with one address",
    one: { ...ana, organisation: "Acme", emails: ["ana@lima.example"] },
    other: { ...ana, organisation: "Okafor Ltd", emails: ["ana@lima.example"] },
    because: ["same-name", "same-email"],
    guards: ["namesakes"],
    score: 0.97,
  },
];

describe("likenessOf", () => {
  for (const { what, one, other, because, guards = [], score } of cases) {
    it(`${score}: ${what}`, () => {
      for (const pair of [
        [one, other],
        [other, one],
      ] as const) {
        const found = likenessOf(...pair);
        assert.sameMembers([...found.because], [...because]);
        assert.sameMembers([...found.guards], [...guards]);
        assert.strictEqual(found.score, score);
      }
    });
  }

  it("ends where you said that they are two", () => {
    const { score, guards } = likenessOf(ana, ana, true);
    assert.deepEqual([score, guards], [0, ["said-to-differ"]]);
  });

  it("is shown from 0.6: a name alone is, one number, a like name or a mailbox are not", () => {
    const shown = cases.filter(({ score }) => score >= likenessShown).map(({ what }) => what);
    assert.notInclude(shown, "one number, and another name");
    assert.notInclude(shown, "a like name, and nothing else");
    assert.notInclude(shown, "colleagues with one address");
    assert.notInclude(shown, "one name at two organisations");
    assert.include(shown, "one name, and nothing else");
    assert.include(shown, "one address, and another name");
    assert.strictEqual(likenessShown, 0.6);
  });

  it.prop("is the same both ways", [anyPartner, anyOther], ([one, other]) => {
    const [there, back] = [likenessOf(one, other), likenessOf(other, one)];
    assert.deepEqual(there, back);
    assert.isTrue(there.score >= 0 && there.score <= 1);
  });

  it.prop(
    "never takes two of one name at two organisations for one",
    [anyPartner, anyOther],
    ([a, b]) => {
      const alone = ({ name, organisation }: Comparable): Comparable => ({ name, organisation });
      const { score, guards } = likenessOf(alone(a), alone(b));
      if (guards.includes("namesakes")) assert.isBelow(score, likenessShown);
    },
  );

  it.prop("finds alike only who has a key in common", [anyPartner, anyOther], ([a, b]) => {
    if (likenessOf(a, b).score < likenessShown) return;
    const keys = blockKeysOf(a);
    assert.isTrue(blockKeysOf(b).some((key) => keys.includes(key)));
  });
});

describe("names", () => {
  const alike = (a: string, b: string): boolean => isSimilarName(foldedNameOf(a), foldedNameOf(b));

  it("are the same in any order, case and accent", () => {
    assert.isTrue(isSameName(foldedNameOf("Zoë Brönte"), foldedNameOf("BRONTE, zoe")));
    assert.isFalse(isSameName(foldedNameOf("Zoë Brönte"), foldedNameOf("Zoë Bront")));
  });

  it("are alike with one error, from six letters on", () => {
    assert.isTrue(alike("Ana Lim", "Ana Lin"));
    assert.isTrue(alike("Ana Li", "Ana Lo"));
    assert.isFalse(alike("An Li", "An Lo"));
    assert.isFalse(alike("Ana Lima", "Ada Lina"));
    assert.isTrue(alike("Ben Adler", "Ben Zdler"));
    assert.isTrue(alike("Cher Ami", "Cehr Ami"));
  });

  it("are alike with an initial, and without a middle name", () => {
    assert.isTrue(alike("A. Lima", "Ana Lima"));
    assert.isTrue(alike("Ana L.", "Ana Lima"));
    assert.isTrue(alike("Ana M. Lima", "Ana Maria Lima"));
    assert.isTrue(alike("Ana Lima", "Ana Maria Lima"));
    assert.isFalse(alike("B. Lima", "Ana Lima"));
    assert.isFalse(alike("A. L.", "Ana Lima"));
    assert.isFalse(alike("Ana", "Ana Lima"));
    assert.isFalse(alike("Ana L.", "A. Lima"));
  });

  const anyName = arbitraryOf(z.string().regex(/^[abj]{1,3}( [abj]{1,3}){0,3}$/));

  it.prop("are alike both ways", [anyName, anyName], ([a, b]) => {
    assert.strictEqual(alike(a, b), alike(b, a));
  });
});

describe("a shared mailbox", () => {
  it("is known by what stands before the @", () => {
    for (const email of ["info@a.bc", "Office@a.bc", "no-reply@a.bc", "noreply@a.bc", "hr@a.bc"]) {
      assert.isTrue(isSharedMailbox(email), email);
    }
    for (const email of ["ana@info.bc", "information@a.bc", "hrant@a.bc"]) {
      assert.isFalse(isSharedMailbox(email), email);
    }
  });
});
