/** vCard files, and RELIABILITY 58 to 67: bad ones, and what becomes of them. */
import { assert, describe, it } from "@effect/vitest";
import { ImportedPartner, type Partner } from "@comity/domain/partner/schema";
import { partnersCsv } from "@comity/exchange/export";
import { readFile } from "@comity/exchange/file";
import { lineCharactersMax } from "../../src/vcard/cardLines.ts";
import {
  cardCharactersMax,
  cardsMax,
  parametersMax,
  textCharactersMax,
} from "../../src/vcard/cards.ts";
import { bestOf, endsSoon } from "../support/duration.ts";
import {
  asRead,
  bytesOf,
  fixtureBytes,
  onlyRowOf,
  readOf,
  refusalOf,
  today,
} from "../support/files.ts";
import { partner } from "../support/partners.ts";

const card = (...lines: ReadonlyArray<string>): string =>
  ["BEGIN:VCARD", "VERSION:3.0", ...lines, "END:VCARD", ""].join("\r\n");
const codeOf = (text: string) => refusalOf(text).code;
const apple = fixtureBytes("vcard/fixtures/apple.vcf");
const phone = fixtureBytes("vcard/fixtures/phone-2.1.vcf");

const applePartners = [
  {
    row: 1,
    name: "Mira Okonjo-Vale",
    organisation: "Lanternworks GmbH",
    role: "Head of Partnerships",
    emails: ["mira@lanternworks.example", "mira@home.example"],
    phones: ["+41 79 555 01 02", "+41-44-555-01-03 ext. 12"],
    links: ["https://lanternworks.example", "http://www.linkedin.com/in/mira-okonjo-vale"],
    tags: ["Zurich", "Convention 2024"],
    notes: "Likes <b>early</b> mornings, and tea; no coffee.",
    contacts: [{ on: "2024-03-12", note: "Lunch at the station.\n03/04/2024 unclear" }],
  },
  { row: 27, name: "Harbourloom", kind: "organisation", phones: ["0800 555 123"] },
  { row: 35, name: "Søren Ærbødig" },
  { row: 40, name: "Fenwright Atelier", kind: "organisation" },
];

describe("vCard files", () => {
  it("58: version 3.0, as Apple and Google write it, is read", () => {
    assert.deepStrictEqual<unknown>(asRead(apple), {
      partners: applePartners,
      warned: [1],
      skipped: [
        { row: 44, reason: "unreadable" },
        { row: 50, reason: "no-name" },
      ],
    });
  });

  it("59: lines may end in LF only", () => {
    const text = apple.toString().replaceAll("\r\n", "\n");
    assert.deepStrictEqual(asRead(text), asRead(apple));
  });

  it("60: a byte order mark may come first, or between files that were joined", () => {
    assert.deepStrictEqual([...apple.subarray(0, 3)], [0xef, 0xbb, 0xbf]);
    const joined = `\uFEFF${card("FN:Ada")}\uFEFF${card("FN:Bo")}`;
    assert.deepStrictEqual(
      readOf(joined).rows.map(({ partner }) => partner.name),
      ["Ada", "Bo"],
    );
  });

  it("61: version 2.1 is decoded, or costs its line or its card and no other", () => {
    assert.deepStrictEqual<unknown>(asRead(phone), {
      partners: [
        {
          row: 1,
          name: "Zoë Müller",
          organisation: "Café Zürich",
          emails: ["zoe@cafe.example"],
          phones: ["+41 79 555 01 02", "044 555 01 03"],
          notes: "Opens at 7; closeslate.",
          contacts: [{ on: "2024-03-12", note: "tea, cake" }],
        },
        { row: 18, name: "Bo Lark" },
        { row: 29, name: "Fiona Found" },
      ],
      warned: [1, 18],
      skipped: [{ row: 24, reason: "unreadable" }],
    });
    const [, bo] = readOf(phone).rows;
    assert.deepStrictEqual(bo?.warnings, [
      "Line 21 could not be read and was left out.",
      "Line 22 could not be read and was left out.",
    ]);
  });

  it("62: a line of 350 KB with 50,000 parameters is refused, sooner than a card is read", () => {
    const text = card("FN:Ada", `TEL${";TYPE=x".repeat(50_000)}:1`);
    assert.strictEqual(codeOf(text), "too-many-parameters");
    assert.strictEqual(codeOf(text.replaceAll(";TYPE=x", ";TYPE=x\r\n ")), "too-many-parameters");
    const honest = bytesOf(card("FN:Ada", "NOTE:Likes jazz").repeat(1_000));
    const hostile = bytesOf(text);
    assert.isBelow(
      bestOf(3, () => readFile(hostile, { today })),
      bestOf(3, () => readFile(honest, { today })),
    );
  });

  it("62: limits hold to the last one that may be", () => {
    const parameters = (count: number) => card("FN:Ada", `TEL${";TYPE=x".repeat(count)}:123`);
    assert.lengthOf(readOf(parameters(parametersMax)).rows, 1);
    assert.strictEqual(codeOf(parameters(parametersMax + 1)), "too-many-parameters");
    assert.lengthOf(readOf(card("FN:Ada", `TEL;X="${";".repeat(99)}":123`)).rows, 1);

    const line = (count: number) => card("FN:Ada", `NOTE:${"x".repeat(count - 5)}`);
    assert.lengthOf(readOf(line(lineCharactersMax)).rows, 1);
    assert.strictEqual(codeOf(line(lineCharactersMax + 1)), "line-too-long");

    const cards = (count: number) => card("FN:Ada").repeat(count);
    assert.lengthOf(readOf(cards(cardsMax)).rows, cardsMax);
    assert.strictEqual(codeOf(cards(cardsMax + 1)), "too-many-cards");

    const note = `NOTE:${"x".repeat(995)}`;
    const long = (count: number) => card("FN:Ada", ...Array.from({ length: count }, () => note));
    assert.lengthOf(readOf(long(cardCharactersMax / 1_000 - 1)).rows, 1);
    assert.deepInclude(readOf(long(cardCharactersMax / 1_000)).skipped[0], {
      row: 1,
      reason: "unreadable",
    });
    assert.strictEqual(codeOf(long(50).repeat(textCharactersMax / 50_000)), "too-much-text");
  });

  it("63: a card that does not end, or begins inside another, refuses the file", () => {
    for (const text of [
      "BEGIN:VCARD\nFN:Ada",
      "BEGIN:VCARD\n".repeat(2_000),
      `${card("FN:Ada")}END:VCARD`,
      `BEGIN:VCARD\nAGENT:\n${card("FN:Bo")}END:VCARD`,
    ]) {
      const { code, message } = refusalOf(text);
      assert.strictEqual(code, "broken-card");
      assert.match(message, /line \d/);
    }
  });

  it("64: a photo of 5 MB is dropped, with a notice", () => {
    for (const photo of [
      `PHOTO;ENCODING=b:${"QUJD".repeat(1_250_000)}`,
      `PHOTO;ENCODING=b:QUJD${"\r\n QUJDQUJD".repeat(500_000)}`,
      `PHOTO:data:image/jpeg;base64,${"QUJD".repeat(1_250_000)}`,
    ]) {
      const { partner, warnings } = onlyRowOf(card("FN:Ada", photo, "TITLE:Owner"));
      assert.deepStrictEqual(partner, { row: 1, name: "Ada", role: "Owner" });
      assert.deepStrictEqual(warnings, ["The photo was left out."]);
    }
  });

  it("65: a javascript: link is left out, and HTML in a note is text", () => {
    const { partner, warnings } = onlyRowOf(
      card("FN:Ada", "URL:javascript:alert(1)", "NOTE:<img src=x onerror=alert(1)>"),
    );
    assert.deepStrictEqual(partner, {
      row: 1,
      name: "Ada",
      notes: "<img src=x onerror=alert(1)>",
    });
    assert.match(warnings.join(), /link was left out/);
  });

  it("66: a formula is kept as it stands, and made text when it is exported", () => {
    const formula = '=HYPERLINK("https://a.example")';
    const { partner: read } = onlyRowOf(card("FN:Ada", `ORG:${formula}`));
    assert.strictEqual(read.organisation, formula);
    const exported: Partner = { ...partner, organisation: formula };
    assert.include([...partnersCsv([exported])].join(""), `"'=HYPERLINK(""https://a.example"")"`);
  });

  it("67: 5,000 identical cards are 5,000 rows, which the import takes for one partner", () => {
    const { rows } = readOf(card("FN:Ada", "EMAIL:ada@finch.example").repeat(5_000));
    assert.lengthOf(rows, 5_000);
    const said = new Set(rows.map(({ partner: { row: _row, ...rest } }) => JSON.stringify(rest)));
    assert.strictEqual(said.size, 1);
  });

  it("may be of version 4.0", () => {
    const text =
      "BEGIN:VCARD\nVERSION:4.0\nKIND:org\nFN:Harbourloom\nORG:Harbourloom\n" +
      'TEL;VALUE=uri;PREF=1;TYPE="voice,home":tel:+1-555-555-5555\nEMAIL:mailto:a@b.example\n' +
      "SOCIALPROFILE;SERVICE-TYPE=LinkedIn:https://www.linkedin.com/company/x\nCATEGORIES:a\\,b,c\n" +
      "END:VCARD";
    const { partner, warnings } = onlyRowOf(text);
    assert.deepStrictEqual<unknown>(partner, {
      row: 1,
      name: "Harbourloom",
      kind: "organisation",
      phones: ["+1-555-555-5555"],
      emails: ["a@b.example"],
      links: ["https://www.linkedin.com/company/x"],
      tags: ["c"],
    });
    assert.lengthOf(warnings, 1);
  });

  it("leave a name in one piece as it stands", () => {
    assert.strictEqual(onlyRowOf(card("FN:Finch\\, Ada")).partner.name, "Finch, Ada");
  });

  it("may hold lines that are none, which are named", () => {
    const { partner, warnings } = onlyRowOf(card("FN:Ada", "what is this", "", "EMAIL"));
    assert.strictEqual(partner.name, "Ada");
    assert.lengthOf(warnings, 2);
    assert.match(warnings[0] ?? "", /Line 4 /);
  });

  it("may hold a card that says nothing", () => {
    assert.deepInclude(readOf(card()).skipped[0], { row: 1, reason: "empty" });
  });

  it("fit the domain", () => {
    for (const { partner } of [...readOf(apple).rows, ...readOf(phone).rows]) {
      assert.deepStrictEqual(ImportedPartner.parse(partner), partner);
    }
  });
});

describe("hostile cards end soon", () => {
  const honest = card(
    "N:Finch;Ada;;;",
    "FN:Ada Finch",
    "ORG:Finch Ltd",
    "EMAIL;type=INTERNET;type=pref:ada@finch.example",
    "TEL;type=CELL:+41 79 555 01 02",
    "NOTE:Met in Zurich\\n2024-03-12: lunch",
  ).repeat(1_000);

  it.each([
    ["nothing but beginnings", "BEGIN:VCARD\n".repeat(500_000)],
    ["a line of a million folds", card(`NOTE:x${"\n x".repeat(1_000_000)}`)],
    ["a million properties", card("FN:a\n".repeat(800_000))],
    ["cards of many properties", card("FN:a\n".repeat(20_000)).repeat(10)],
    ["cards of many tags", card(`CATEGORIES:${"a,".repeat(12_000)}`).repeat(40)],
    ["cards of many parts", card(`N:${"a;".repeat(12_000)}`).repeat(40)],
    ["soft ends", card(`NOTE;ENCODING=QUOTED-PRINTABLE:${"=41=\n".repeat(5_000)}\n`).repeat(40)],
    ["blanks inside a note", card(`NOTE:${"a ".repeat(4_000)}${" ".repeat(15_000)}b`).repeat(40)],
    ["quotes in parameters", card(`TEL;X="${'";"'.repeat(6_000)}:1`).repeat(40)],
  ])("%s", { concurrent: false }, (_, text) => {
    endsSoon(text, honest, 15);
  });
});
