import { assert, describe, it } from "@effect/vitest";
import { ImportedPartner } from "@comity/domain/partner/schema";
import { asRead, fixtureBytes, onlyRowOf, readOf } from "../support/files.ts";

const fixture = fixtureBytes("outlook/fixtures/outlook.csv");

describe("files as Outlook writes them", () => {
  it("are read: categories, numbers of the person, dates with the month first", () => {
    assert.deepStrictEqual<unknown>(asRead(fixture), {
      partners: [
        {
          row: 2,
          name: "Teodor Quillfeather",
          organisation: "Harbourloom",
          role: "Founder",
          emails: ["teodor@harbourloom.example"],
          phones: ["(020) 7946 0001", "+44 7700 900001"],
          links: ["https://harbourloom.example"],
          tags: ["Advisors", "Red Category"],
          notes: "Sails.",
          contacts: [{ on: "2024-03-12", note: "dinner\n13/12/2024 is no day here" }],
        },
        {
          row: 5,
          name: "Fenwright Atelier",
          kind: "organisation",
          emails: ["studio@fenwright.example"],
        },
      ],
      warned: [2],
      skipped: [],
    });
  });

  it("fit the domain", () => {
    for (const { partner } of readOf(fixture).rows) {
      assert.deepStrictEqual(ImportedPartner.parse(partner), partner);
    }
  });

  it("may have few of the columns, for somebody who says where it comes from", () => {
    const { partner } = onlyRowOf(
      "First Name,E-mail Address,Categories\nAda,a@b.example,One; Two;",
      { source: "outlook" },
    );
    assert.deepStrictEqual(partner, {
      row: 2,
      name: "Ada",
      emails: ["a@b.example"],
      tags: ["One", "Two"],
    });
  });
});
