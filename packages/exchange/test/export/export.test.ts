/** RELIABILITY 56 and 57: what leaves does no harm, and comes back as it was. */
import { assert, describe, it } from "@effect/vitest";
import * as Arbitrary from "effect/Arbitrary";
import {
  emailsMax,
  linkCharactersMax,
  linksMax,
  notesCharactersMax,
  type Partner,
  phonesMax,
  tagsMax,
} from "@comity/domain/partner/schema";
import { partnersCsv, partnersVcard } from "@comity/exchange/export";
import { inspectFile } from "@comity/exchange/file";
import Papa from "papaparse";
import { guarded, withoutGuard } from "../../src/export/formulaGuard.ts";
import { bytesOf, onlyRowOf, readOf, type today } from "../support/files.ts";
import { anyPartner, asImported, partner } from "../support/partners.ts";

const csvOf = (partners: ReadonlyArray<Partner>) => [...partnersCsv(partners)].join("");
const vcardOf = (partners: ReadonlyArray<Partner>) => [...partnersVcard(partners)].join("");
const withoutRow = ({ row: _row, ...rest }: { readonly row: number }) => rest;

const readBack = (file: string) => {
  const { rows, skipped } = readOf(file);
  assert.isEmpty(skipped);
  return {
    partners: rows.map(({ partner }) => withoutRow(partner)),
    warnings: rows.flatMap(({ warnings }) => warnings),
  };
};

/** Each field as long as it may be, and lists as full. */
const fullest: Partner = {
  ...partner,
  name: "é".repeat(200),
  organisation: "🦊".repeat(200),
  role: ";".repeat(200),
  emails: Array.from({ length: emailsMax }, (_, index) => `a${index}${"b".repeat(60)}@c.example`),
  phones: Array.from({ length: phonesMax }, (_, index) => `+${"1".repeat(38)}${index}`),
  links: Array.from(
    { length: linksMax },
    (_, index) => `https://a.example/${index}${"x".repeat(linkCharactersMax - 19)}`,
  ),
  tags: Array.from({ length: tagsMax }, (_, index) => `${";".repeat(38)}${index}`.slice(-40)),
  notes: `${"🦊\n,".repeat(3_333)}x`,
};

describe("a table of partners", () => {
  it("56: text that a spreadsheet would run as a formula begins with a quote", () => {
    const cells = ["=1+1", "+1", "-1", "@x", "\tx", "\rx", " =1", "＝1", "\u00A0＋1", "＠x"];
    for (const cell of cells) {
      assert.strictEqual(guarded(cell), `'${cell}`);
      assert.strictEqual(withoutGuard(guarded(cell)), cell);
    }
    for (const cell of ["", "x=1", "1-1", "'", "'x", "''", "2024-03-12"]) {
      assert.strictEqual(guarded(cell), cell);
      assert.strictEqual(withoutGuard(cell), cell);
    }
    assert.strictEqual(withoutGuard(guarded("'=1")), "'=1");
    assert.strictEqual(withoutGuard(guarded("''=1")), "''=1");
  });

  it("56: in every column of text, while dates stay dates", () => {
    const formula: Partner = {
      ...partner,
      name: "=1+1",
      organisation: "＝1",
      role: "@x",
      phones: ["+41 79 555 01 02"],
      tags: ["-x", "y"],
      notes: "-5",
      knownSince: "2024-03-12" as typeof today,
    };
    const [, cells] = Papa.parse<ReadonlyArray<string>>(csvOf([formula])).data;
    assert.deepStrictEqual(cells, [
      "'=1+1",
      "person",
      "'＝1",
      "'@x",
      "",
      "'+41 79 555 01 02",
      "",
      "'-x, y",
      "'-5",
      "2024-03-12",
    ]);
  });

  it.prop(
    "57: comes back as it was, and needs no mapping",
    [Arbitrary.array(anyPartner, { maxLength: 4 })],
    ([partners]) => {
      const back = readBack(csvOf(partners));
      assert.deepStrictEqual<unknown>(
        back.partners,
        partners.map((each) => withoutRow(asImported(each, 1))),
      );
      assert.isEmpty(back.warnings);
    },
  );

  it("57: comes back through a spreadsheet that parts cells by semicolons", () => {
    const { data } = Papa.parse<ReadonlyArray<string>>(csvOf([fullest]).trimEnd());
    const text = Papa.unparse([...data], { delimiter: ";" });
    assert.deepStrictEqual(onlyRowOf(text).partner, asImported(fullest, 2));
  });

  it("57: comes back when every field is as full as may be", () => {
    assert.isAtMost([...fullest.notes].length, notesCharactersMax);
    assert.deepStrictEqual(onlyRowOf(csvOf([fullest])).partner, asImported(fullest, 2));
  });

  it("is known by its header, and has one without partners", () => {
    const seen = inspectFile(bytesOf(csvOf([])));
    assert.deepInclude(seen, { source: "csv", rows: 0, mapping: null });
    assert.deepStrictEqual(readOf(csvOf([])).rows, []);
  });

  it("keeps notes as notes, also where they have dates", () => {
    const dated = { ...partner, notes: "2024-03-12: Lunch" };
    for (const file of [csvOf([dated]), vcardOf([dated])]) {
      assert.deepInclude(onlyRowOf(file).partner, { notes: "2024-03-12: Lunch" });
    }
  });

  it("is written piece by piece", () => {
    const pieces = partnersCsv([partner, partner]);
    assert.strictEqual(pieces.next().value?.charCodeAt(0), 0xfeff);
    assert.lengthOf([...pieces], 2);
  });
});

describe("cards of partners", () => {
  it("are of version 4.0, one after the other", () => {
    const text = vcardOf([{ ...partner, tags: ["a", "b"], emails: ["a@b.example"] }, partner]);
    assert.match(text, /^BEGIN:VCARD\r\nVERSION:4.0\r\n/);
    assert.include(text, "CATEGORIES:a,b\r\n");
    assert.include(text, "N:;Ada Finch;;;\r\n");
    assert.lengthOf(text.match(/^END:VCARD\r$/gm) ?? [], 2);
  });

  it.prop(
    "57: come back as they were",
    [Arbitrary.array(anyPartner, { minLength: 1, maxLength: 4 })],
    ([partners]) => {
      const back = readBack(vcardOf(partners));
      assert.deepStrictEqual<unknown>(
        back.partners,
        partners.map((each) => withoutRow(asImported(each, 1))),
      );
      assert.isEmpty(back.warnings);
    },
  );

  it("57: come back when every field is as full as may be", () => {
    assert.deepStrictEqual(onlyRowOf(vcardOf([fullest])).partner, asImported(fullest, 1));
  });
});
