import { assert, describe, it } from "@effect/vitest";
import { columnsMax, importRowsMax } from "@comity/domain/partner/schema";
import { cellCharactersMax } from "../../src/csv/csvRecords.ts";
import { headerSearchRowsMax } from "../../src/table/header.ts";
import {
  linkedInHeader as header,
  readOf as readFileOf,
  refusalOf as refusalOfFile,
} from "../support/files.ts";

const readOf = (text: string) => readFileOf(text, { source: "linkedin" });
const refusalOf = (text: string) => refusalOfFile(text, { source: "linkedin" });

const codeOf = (text: string) => refusalOf(text).code;
const people = (count: number) => "Ada,Finch\n".repeat(count);
const notes = (count: number) => "A note.\n".repeat(count);
const quotedNote = (count: number) => `First Name,Note\nAda,"a\n${"é".repeat(count - 2)}"\n`;
const bareNote = (count: number) => `First Name,Note\nAda,${"é".repeat(count)}`;
const wide = (count: number) => `First Name\nAda${",".repeat(count - 1)}\n`;

describe("a file is refused", () => {
  it.each(["", "\uFEFF", " \r\n\r\n\t"])("when it is empty: %j", (text) => {
    assert.strictEqual(codeOf(text), "empty-file");
  });

  it("when no row names the columns, with how to export", () => {
    const { code, message } = refusalOf("date,amount\n2024-03-12,5\n");
    assert.strictEqual(code, "not-a-contacts-file");
    assert.include(message, "Export your connections from LinkedIn: Settings, Data privacy");
    assert.include(message, "drop Connections.csv here");
  });

  it("when the header is below the rows that are searched", () => {
    const found = readOf(`${notes(headerSearchRowsMax - 1)}${header}\nAda,Finch`);
    assert.deepInclude(found.rows[0]?.partner, { row: 51, name: "Ada Finch" });

    const lost = `${notes(headerSearchRowsMax)}${header}\nAda,Finch`;
    assert.strictEqual(codeOf(lost), "not-a-contacts-file");
  });

  it("when it has more than 10,000 rows, wherever the header stands", () => {
    assert.strictEqual(importRowsMax, 10_000);
    for (const above of ["", notes(headerSearchRowsMax - 1)]) {
      assert.lengthOf(readOf(`${above}${header}\n${people(importRowsMax)}`).rows, importRowsMax);
      assert.strictEqual(
        codeOf(`${above}${header}\n${people(importRowsMax + 1)}`),
        "too-many-rows",
      );
    }
  });

  it("when it has more than 10,000 rows, empty ones counted, those at the end not", () => {
    const rows = `,,\n${people(importRowsMax - 1)}`;
    assert.lengthOf(readOf(`${header}\n${rows}\n\n\n`).skipped, 1);
    assert.strictEqual(codeOf(`${header}\n,,\n${rows}`), "too-many-rows");
  });

  it("when a header is missing as well as the limit passed", () => {
    assert.strictEqual(codeOf("a\n".repeat(importRowsMax)), "not-a-contacts-file");
    assert.strictEqual(codeOf("a\n".repeat(importRowsMax + 1)), "too-many-rows");
  });

  it("when a cell has more than 25,000 characters, naming its line", () => {
    assert.strictEqual(cellCharactersMax, 25_000);
    assert.lengthOf(readOf(quotedNote(cellCharactersMax)).rows, 1);
    assert.strictEqual(codeOf(quotedNote(cellCharactersMax + 1)), "field-too-long");
    assert.include(refusalOf(quotedNote(cellCharactersMax + 1)).message, "line 2");

    assert.lengthOf(readOf(bareNote(cellCharactersMax)).rows, 1);
    assert.strictEqual(codeOf(bareNote(cellCharactersMax + 1)), "field-too-long");
  });

  it("when a row has more than 100 columns, naming its line", () => {
    assert.strictEqual(columnsMax, 100);
    assert.lengthOf(readOf(wide(columnsMax)).rows, 1);
    assert.strictEqual(codeOf(wide(columnsMax + 1)), "too-many-columns");
    assert.include(refusalOf(wide(columnsMax + 1)).message, "Line 2");
  });

  it("when a needed column is named twice, but not when another one is", () => {
    const twice = refusalOf("First Name,Company, COMPANY \nAda,A,B");
    assert.strictEqual(twice.code, "duplicate-header");
    assert.include(twice.message, "COMPANY");
    assert.lengthOf(readOf("First Name,Tag,Tag\nAda,A,B").rows, 1);
  });
});
