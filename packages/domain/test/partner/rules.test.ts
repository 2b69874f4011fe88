import { assert, describe, it } from "@effect/vitest";
import * as Arbitrary from "effect/Arbitrary";
import {
  changedFieldsOf,
  foldedText,
  identityKeysOf,
  isSamePerson,
  linkedInSlugOf,
  lookupKeysOf,
  partnerChangedBy,
  partnerReverted,
  partnerUpdatedBy,
} from "@comity/domain/partner/rules";
import { ImportedPartner } from "@comity/domain/partner/schema";
import { PlainDate } from "@comity/domain/time/schema";
import * as z from "zod";
import { arbitraryOf } from "../support/arbitrary.ts";
import { anasLink, partner, row } from "../support/partners.ts";

const day = (text: string): PlainDate => PlainDate.parse(text);

describe("foldedText", () => {
  it("takes away case, accents, punctuation and doubled spaces", () => {
    assert.strictEqual(
      foldedText("  José   MÜLLER-Lüdenscheidt, Ph.D. "),
      "jose muller ludenscheidt ph d",
    );
    assert.strictEqual(foldedText("Ｆｕｌｌ"), "full");
    assert.strictEqual(foldedText("李 小龍"), "李 小龍");
    assert.strictEqual(foldedText("🌱"), "");
  });

  it("keeps the marks of scripts in which they make another letter", () => {
    for (const name of ["हिन्दी", "ガ", "שָׁלוֹם", "กิ่ง"]) {
      assert.strictEqual(foldedText(name), name.normalize("NFKD").normalize("NFC"), name);
    }
    assert.notStrictEqual(foldedText("हिन्दी"), foldedText("हन्द"));
    assert.notStrictEqual(foldedText("ガ"), foldedText("カ"));
    assert.strictEqual(foldedText("Йорк"), "иорк");
    assert.strictEqual(foldedText("Ώρα"), "ωρα");
  });

  it.prop("folds once", [arbitraryOf(z.string().max(40))], ([text]) => {
    assert.strictEqual(foldedText(foldedText(text)), foldedText(text));
  });
});

describe("linkedInSlugOf", () => {
  it("finds the person in every way the address is written", () => {
    for (const link of [
      "https://www.linkedin.com/in/ana-lima",
      "http://linkedin.com/in/ana-lima/",
      "https://uk.linkedin.com/in/Ana-Lima?trk=abc#top",
      "HTTPS://WWW.LINKEDIN.COM/IN/ANA-LIMA/details",
    ]) {
      assert.strictEqual(linkedInSlugOf(link), "ana-lima", link);
    }
    assert.strictEqual(linkedInSlugOf("https://linkedin.com/in/jos%C3%A9"), "josé");
    assert.strictEqual(linkedInSlugOf("https://linkedin.com/in/jose%CC%81"), "josé");
    assert.strictEqual(linkedInSlugOf("https://linkedin.com/in/%E0%A4%A"), "%e0%a4%a");
  });

  it("is nothing elsewhere", () => {
    for (const link of [
      "https://www.linkedin.com/company/acme",
      "https://linkedin.com.evil.example/in/ana-lima",
      "https://notlinkedin.com/in/ana-lima",
      "https://example.org/linkedin.com/in/ana-lima",
      "https://www.linkedin.com/in/",
    ]) {
      assert.isUndefined(linkedInSlugOf(link), link);
    }
  });
});

describe("identityKeysOf", () => {
  it("names the surest key first", () => {
    const known = partner({ links: [anasLink], emails: ["Ana@Example.org"] });
    assert.deepEqual(identityKeysOf(known), [
      "linkedin:ana-lima",
      "linked email:ana@example.org",
      "linked name:ana lima|acme",
    ]);
  });

  it("says whether a LinkedIn address stands beside an e-mail and a name", () => {
    for (const links of [[], ["https://ana.example"]]) {
      assert.deepEqual(identityKeysOf(partner({ links, emails: ["Ana@Example.org"] })), [
        "plain email:ana@example.org",
        "plain name:ana lima|acme",
      ]);
    }
  });

  it("lets a name without any letter stand for itself", () => {
    assert.deepEqual(identityKeysOf(row({ name: "🌱" })), ["plain name:🌱|acme"]);
    assert.isTrue(isSamePerson(row({ name: "🌱" }), partner({ name: "🌱" })));
    assert.isFalse(isSamePerson(row({ name: "🌱" }), partner({ name: "🌵" })));
  });

  it("is the same key for the same firm, whatever its legal form", () => {
    const keys = ["Acme", "ACME Inc.", "Acme, Ltd", "Acme GmbH"].map(
      (organisation) => identityKeysOf(row({ organisation }))[0],
    );
    assert.deepEqual([...new Set(keys)], ["plain name:ana lima|acme"]);
    assert.notStrictEqual(identityKeysOf(row({ organisation: "Acme Labs" }))[0], keys[0]);
  });

  it("tells people without a firm apart by the day they were met", () => {
    const [one, other] = ["2024-01-01", "2024-01-02"].map(
      (knownSince) => identityKeysOf(row({ organisation: "", knownSince }))[0],
    );
    assert.notStrictEqual(one, other);
  });

  it("writes each key once", () => {
    const twice = row({ links: [anasLink, `${anasLink}/`], emails: ["a@b.cd", "A@B.cd"] });
    assert.lengthOf(identityKeysOf(twice), 3);
  });
});

describe("lookupKeysOf", () => {
  it("names the surest key first, with a LinkedIn address and without", () => {
    assert.deepEqual(lookupKeysOf(row({ links: [anasLink], emails: ["Ana@Example.org"] })), [
      "linkedin:ana-lima",
      "plain email:ana@example.org",
      "plain name:ana lima|acme",
    ]);
    assert.deepEqual(lookupKeysOf(row({ emails: ["Ana@Example.org"] })), [
      "plain email:ana@example.org",
      "linked email:ana@example.org",
      "plain name:ana lima|acme",
      "linked name:ana lima|acme",
    ]);
  });

  it("writes each key once", () => {
    const twice = row({ links: [anasLink, `${anasLink}/`], emails: ["a@b.cd", "A@B.cd"] });
    assert.lengthOf(lookupKeysOf(twice), 3);
  });
});

type Drawn = readonly [name: string, organisation: string, email: string, link: string];

/** Whether two drawn people are one, said without any key. */
const isOne = (a: Drawn, b: Drawn): boolean => {
  const nameOf = ([name, firm]: Drawn) =>
    `${name.toLowerCase().replace("  ", " ")} of ${firm.replace(" Inc", "")}`;
  const [email, otherEmail] = [a[2].toLowerCase(), b[2].toLowerCase()];
  if (a[3] !== "" && b[3] !== "") return a[3] === b[3];
  return (email !== "" && email === otherEmail) || nameOf(a) === nameOf(b);
};

describe("isSamePerson", () => {
  it("trusts a LinkedIn address above all", () => {
    const renamed = row({ name: "Ana Souza", organisation: "Other", links: [`${anasLink}/`] });
    assert.isTrue(isSamePerson(renamed, partner({ links: [anasLink] })));
  });

  it("never takes two LinkedIn addresses for one person", () => {
    const other = row({ links: ["https://linkedin.com/in/ana-lima-2"], emails: ["ana@acme.com"] });
    const known = partner({ links: [anasLink], emails: ["ana@acme.com"] });
    assert.isFalse(isSamePerson(other, known), "same name, same firm, same e-mail");
  });

  it("trusts an e-mail next, in whatever case", () => {
    const renamed = row({ name: "A. Lima", organisation: "Other", emails: ["ANA@acme.com"] });
    assert.isTrue(isSamePerson(renamed, partner({ emails: ["ana@acme.com"] })));
    assert.isFalse(isSamePerson(renamed, partner({ emails: ["ben@acme.com"] })));
  });

  it("takes the same name at the same firm for the same person, and a name alone not", () => {
    assert.isTrue(isSamePerson(row({ name: "ANA  LIMA", organisation: "Acme Inc" }), partner()));
    assert.isFalse(isSamePerson(row({ organisation: "Other" }), partner()));
    assert.isFalse(isSamePerson(row({ name: "Ana Lime" }), partner()));
    assert.isFalse(isSamePerson(row({ organisation: "", knownSince: "2024-01-01" }), partner()));
  });

  it("lets a link be learned by one who had none", () => {
    assert.isTrue(isSamePerson(row({ links: [anasLink] }), partner()));
    assert.isTrue(isSamePerson(row(), partner({ links: [anasLink] })));
    const website = partner({ links: ["https://ana.example"] });
    assert.isTrue(isSamePerson(row({ links: [anasLink] }), website));
  });

  it.prop(
    "is mutual, and holds for oneself",
    [
      Arbitrary.all([
        arbitraryOf(z.enum(["Ana Lima", "ana  lima", "Ben Okafor"])),
        arbitraryOf(z.enum(["Acme", "Acme Inc", "Other", ""])),
        arbitraryOf(z.enum(["", "a@b.cd", "A@b.cd", "c@d.ef"])),
        arbitraryOf(z.enum(["", anasLink, "https://linkedin.com/in/ben"])),
      ]),
      Arbitrary.all([
        arbitraryOf(z.enum(["Ana Lima", "Ben Okafor"])),
        arbitraryOf(z.enum(["Acme", "Other"])),
        arbitraryOf(z.enum(["", "a@b.cd"])),
        arbitraryOf(z.enum(["", anasLink])),
      ]),
    ],
    (pair) => {
      const [a, b] = pair.map(([name, organisation, email, link]) =>
        row({
          name,
          organisation,
          emails: email === "" ? [] : [email],
          links: link === "" ? [] : [link],
        }),
      );
      if (a === undefined || b === undefined) return assert.fail();
      assert.isTrue(isSamePerson(a, a));
      assert.isTrue(isSamePerson(b, b));
      assert.strictEqual(isSamePerson(a, b), isSamePerson(b, a));
      assert.strictEqual(isSamePerson(a, b), isOne(...pair));
      // A store finds people by a key that is looked up: whoever is the same carries one.
      const isFound = lookupKeysOf(a).some((key) => identityKeysOf(b).includes(key));
      return assert.strictEqual(isFound, isSamePerson(a, b));
    },
  );
});

describe("partnerUpdatedBy", () => {
  const first = row({ role: "Editor", emails: ["ana@acme.com"], knownSince: "2024-01-01" });

  it("fills what was empty, and keeps what you wrote", () => {
    const bare = partner({ organisation: "", role: "Head of words" });
    const after = partnerUpdatedBy(bare, first, null);
    assert.strictEqual(after.organisation, "Acme");
    assert.strictEqual(after.role, "Head of words");
    assert.deepEqual(after.emails, ["ana@acme.com"]);
    assert.strictEqual(after.knownSince, "2024-01-01");
  });

  it("takes what the file says newly, where you did not touch it", () => {
    const known = partnerUpdatedBy(partner({ role: "" }), first, null);
    const after = partnerUpdatedBy(known, row({ ...first, role: "Publisher" }), first);
    assert.strictEqual(after.role, "Publisher");
    const edited = { ...known, role: "Friend" };
    assert.strictEqual(
      partnerUpdatedBy(edited, row({ ...first, role: "Publisher" }), first).role,
      "Friend",
    );
  });

  it("does not take silence for news", () => {
    const known = partner({ role: "Editor", emails: ["ana@acme.com"] });
    const after = partnerUpdatedBy(known, row({ role: "", emails: [] }), first);
    assert.deepEqual(changedFieldsOf(known, after), []);
  });

  it("does not bring back what you took away", () => {
    const known = partner({ emails: [], role: "", organisation: "", knownSince: null });
    assert.deepEqual(changedFieldsOf(known, partnerUpdatedBy(known, first, first)), []);
  });

  it("never changes the name, and never more addresses than there is room for", () => {
    const full = partner({ emails: Array.from({ length: 10 }, (_, n) => `a${n}@b.cd`) });
    const after = partnerUpdatedBy(full, row({ name: "Anna", emails: ["z@b.cd"] }), null);
    assert.strictEqual(after.name, "Ana Lima");
    assert.deepEqual(after.emails, full.emails);
  });

  const Said = ImportedPartner.pick({ organisation: true, role: true }).extend({
    emails: z
      .array(z.enum(["a@b.cd", "c@d.ef", "g@h.ij"]))
      .max(3)
      .optional(),
  });

  it.prop(
    "read again, the same file changes nothing, whatever you edited in between",
    [arbitraryOf(Said), arbitraryOf(Said)],
    ([said, edit]) => {
      const again = row({ ...said });
      const known = partnerUpdatedBy(partner({ organisation: "", role: "" }), again, null);
      const edited = partnerChangedBy(known, edit);
      assert.deepEqual(changedFieldsOf(edited, partnerUpdatedBy(edited, again, again)), []);
    },
  );
});

describe("partnerReverted", () => {
  it("takes back what still stands, and leaves what was edited since", () => {
    const before = partner({ role: "", organisation: "", knownSince: null });
    const after = partner({ role: "Editor", knownSince: day("2024-01-01"), version: 2 });
    const current = partner({ ...after, notes: "Met", version: 3 });
    assert.deepEqual(partnerReverted(current, before, after), {
      ...before,
      notes: "Met",
      version: 3,
    });
    const edited = partnerChangedBy(current, { role: "Publisher" });
    assert.deepInclude(partnerReverted(edited, before, after), {
      role: "Publisher",
      organisation: "Acme",
      knownSince: null,
    });
  });
});

describe("changedFieldsOf", () => {
  it("sees what a person can edit, and nothing else", () => {
    const before = partner();
    const after = partner({ name: "Ana", emails: ["a@b.cd"], version: 2 });
    assert.deepEqual(changedFieldsOf(before, after), ["name", "emails"]);
    assert.deepEqual(changedFieldsOf(before, partner({ version: 2 })), []);
  });
});
