import { assert, describe, it } from "@effect/vitest";
import { ImportedPartner } from "@comity/domain/partner/schema";
import { asRead, fixtureBytes, readOf } from "../support/files.ts";

const fixture = (name: string) => fixtureBytes(`linkedin/fixtures/${name}`);

describe("files as LinkedIn writes them", () => {
  it("reads today's export: byte order mark, notes, CRLF", () => {
    assert.deepStrictEqual<unknown>(asRead(fixture("current.csv")), {
      partners: [
        {
          row: 5,
          name: "Mira Okonjo-Vale",
          organisation: "Lanternworks GmbH",
          role: "Head of Partnerships",
          links: ["https://www.linkedin.com/in/mira-okonjo-vale"],
          knownSince: "2024-03-12",
        },
        {
          row: 6,
          name: "Teodor Quillfeather",
          organisation: "Harbourloom",
          role: "Founder, Harbourloom",
          emails: ["teodor@harbourloom.example"],
          links: ["https://www.linkedin.com/in/teodor-quillfeather"],
          knownSince: "2019-01-03",
        },
        {
          row: 8,
          name: "Søren Ærbødig, PhD",
          links: ["https://www.linkedin.com/in/s%C3%B8ren-%C3%A6rb%C3%B8dig"],
          knownSince: "2020-02-29",
        },
      ],
      warned: [],
      skipped: [{ row: 7, reason: "empty" }],
    });
  });

  it("reads the older export, without notes and without URL", () => {
    assert.deepStrictEqual<unknown>(asRead(fixture("without-url.csv")), {
      partners: [
        {
          row: 2,
          name: "Hollis Brambleby",
          organisation: "Brambleby & Daughters",
          role: "Owner",
          emails: ["hollis@brambleby.example"],
          knownSince: "2022-02-07",
        },
        {
          row: 3,
          name: "Nadia Fenwright",
          organisation: "Fenwright Atelier",
          role: "Illustrator",
          knownSince: "2012-12-31",
        },
      ],
      warned: [],
      skipped: [],
    });
  });

  it("reads a messy file: any order, quotes, line breaks, accents, three kinds of date", () => {
    assert.deepStrictEqual<unknown>(asRead(fixture("messy.csv")), {
      partners: [
        {
          row: 5,
          name: "Zoë Étoile",
          organisation: "Café Zürich",
          role: 'Poet, at "The Nib"',
          emails: ["zoe@etoile.example"],
          links: ["https://www.linkedin.com/in/zoe-etoile"],
          knownSince: "2024-03-12",
        },
        {
          row: 7,
          name: "José Smith, PhD",
          organisation: "🦊 Foxglove 🌱",
          role: "Chair and treasurer",
          links: ["http://foxglove.example/josé"],
          knownSince: "2022-02-07",
        },
        { row: 10, name: "Ines Plumtree", knownSince: "2024-03-15" },
        { row: 12, name: "Prince" },
        { row: 13, name: "Li" },
        { row: 15, name: "Fiona Found", role: "Gardener", knownSince: "2021-05-05" },
      ],
      warned: [7, 10, 12, 13],
      skipped: [
        { row: 6, reason: "empty" },
        { row: 11, reason: "empty" },
        { row: 14, reason: "unreadable" },
        { row: 16, reason: "no-name" },
      ],
    });
  });

  it.each(["current.csv", "without-url.csv", "messy.csv"])("%s: fits the domain", (name) => {
    for (const { partner } of readOf(fixture(name)).rows) {
      assert.deepStrictEqual(ImportedPartner.parse(partner), partner);
    }
  });
});
