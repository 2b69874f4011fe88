import { assert, describe, it } from "@effect/vitest";
import { ImportedPartner } from "@comity/domain/partner/schema";
import { bestOf, linkedInFile } from "../support/duration.ts";
import {
  asRead,
  bytesOf,
  fixtureBytes,
  linkedInHeader,
  onlyRowOf,
  readOf,
} from "../support/files.ts";

const fixture = (name: string) => fixtureBytes(`google/fixtures/${name}`);

describe("files as Google Contacts writes them", () => {
  it("reads today's columns: labels, marks, several values in a cell, notes of lines", () => {
    assert.deepStrictEqual<unknown>(asRead(fixture("today.csv")), {
      partners: [
        {
          row: 2,
          name: "Mira Jolanda Okonjo-Vale",
          organisation: "Lanternworks GmbH",
          role: "Head of Partnerships",
          emails: ["mira@lanternworks.example", "mira@home.example", "m.vale@old.example"],
          phones: ["+41 79 555 01 02", "+41 44 555 01 03", "+41 44 555 01 04"],
          links: ["https://lanternworks.example", "https://www.linkedin.com/in/mira-okonjo-vale"],
          tags: ["Zurich", "Convention 2024"],
          notes: "Likes early mornings.",
          contacts: [
            { on: "2024-03-12", note: "Coffee at the station.\nShe knows Teodor." },
            { on: "2024-05-25", note: "sent the plan\n03/04/2024 not clear which day" },
          ],
        },
        { row: 7, name: "Harbourloom", kind: "organisation", phones: ["0800 555 123"] },
        { row: 8, name: "info@brambleby.example", emails: ["info@brambleby.example"] },
        { row: 10, name: "Søren Ærbødig", emails: ["soren@example.com"] },
      ],
      warned: [8, 10],
      skipped: [
        { row: 9, reason: "empty" },
        { row: 11, reason: "no-name" },
      ],
    });
  });

  it("reads the columns of before 2024", () => {
    assert.deepStrictEqual<unknown>(asRead(fixture("before-2024.csv")), {
      partners: [
        {
          row: 2,
          name: "Hollis Brambleby",
          organisation: "Brambleby & Daughters",
          role: "Owner",
          emails: ["hollis@brambleby.example", "hollis@home.example"],
          phones: ["+1 555-0100"],
          links: ["http://brambleby.example"],
          tags: ["Makers"],
        },
        { row: 3, name: "Nadia Fenwright", notes: "met at 3/4 of the way" },
      ],
      warned: [],
      skipped: [],
    });
  });

  it.each(["today.csv", "before-2024.csv"])("%s: fits the domain", (name) => {
    for (const { partner } of readOf(fixture(name)).rows) {
      assert.deepStrictEqual(ImportedPartner.parse(partner), partner);
    }
  });

  it("takes the first ten of more, and says so", () => {
    const many = Array.from({ length: 12 }, (_, index) => `a${index}@b.example`).join(" ::: ");
    const { partner, warnings } = onlyRowOf(
      `First Name,Organization Name,E-mail 1 - Value\nAda,,${many}`,
    );
    assert.lengthOf(partner.emails ?? [], 10);
    assert.match(warnings.join(), /more than 10 e-mail addresses: the first 10/);
  });

  it("leaves a label with a comma out, and keeps the others", () => {
    const { partner, warnings } = onlyRowOf(
      'First Name,File As,Organization Name,Labels\nAda,,,"Bern, 2024 ::: Friends ::: * starred"',
    );
    assert.deepStrictEqual(partner.tags, ["Friends"]);
    assert.match(warnings.join(), /comma/);
  });

  it("rows take about as long as those of LinkedIn, by the row", () => {
    const header =
      "First Name,Middle Name,Last Name,File As,Organization Name,Organization Title,Birthday," +
      "Notes,Labels,E-mail 1 - Label,E-mail 1 - Value,Phone 1 - Label,Phone 1 - Value\r\n";
    const row = (index: number) =>
      `Ada,,Finch ${index},,"Finch, Ltd",Owner,1980-01-01,Met in Zurich,* myContacts,* Work,` +
      `ada${index}@finch.example,Mobile,+41 79 ${index}\r\n`;
    const google = bytesOf(header + Array.from({ length: 2_000 }, (_, at) => row(at)).join(""));
    const linkedIn = bytesOf(linkedInFile(linkedInHeader, 2_000));
    readOf(linkedIn);
    const linkedInMs = bestOf(3, () => readOf(linkedIn));
    const googleMs = bestOf(3, () => assert.lengthOf(readOf(google).rows, 2_000));
    // Twice, and as much again for machines on which other work comes in between.
    assert.isBelow(googleMs, 10 * linkedInMs);
  });
});
