import { assert, describe, it } from "@effect/vitest";
import { importRowsMax } from "@comity/domain/partner/schema";
import {
  cellCharactersMax,
  columnsMax,
  headerSearchRowsMax,
  readConnections,
} from "../../src/linkedin/index.ts";
import { header, readOf, refusalOf } from "./fixtures.ts";

const codeOf = (text: string) => refusalOf(text).code;
const people = (count: number) => "Ada,Finch\n".repeat(count);
const notes = (count: number) => "A note.\n".repeat(count);
const repeated = (text: string, count: number) => `${header}\n${text.repeat(count)}`;
const quotedNote = (count: number) => `First Name,Note\nAda,"a\n${"é".repeat(count - 2)}"\n`;
const bareNote = (count: number) => `First Name,Note\nAda,${"é".repeat(count)}`;
const wide = (count: number) => `First Name\nAda${",".repeat(count - 1)}\n`;
const fullRow = (index: number) =>
  `Ada,Finch ${index},https://www.linkedin.com/in/ada-${index},ada${index}@finch.example,` +
  `"Finch, Ltd",Owner,12 Mar 2024\r\n`;

describe("a file is refused", () => {
  it.each(["", "\uFEFF", " \r\n\r\n\t"])("when it is empty: %j", (text) => {
    assert.strictEqual(codeOf(text), "empty-file");
  });

  it("when no row names the columns, with how to export", () => {
    const { code, message } = refusalOf("date,amount\n2024-03-12,5\n");
    assert.strictEqual(code, "not-a-connections-file");
    assert.include(message, "Export your connections from LinkedIn: Settings, Data privacy");
    assert.include(message, "drop Connections.csv here");
  });

  it("when the header is below the rows that are searched", () => {
    const found = readOf(`${notes(headerSearchRowsMax - 1)}${header}\nAda,Finch`);
    assert.deepInclude(found.rows[0]?.partner, { row: 51, name: "Ada Finch" });

    const lost = `${notes(headerSearchRowsMax)}${header}\nAda,Finch`;
    assert.strictEqual(codeOf(lost), "not-a-connections-file");
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
    assert.strictEqual(codeOf("a\n".repeat(importRowsMax)), "not-a-connections-file");
    assert.strictEqual(codeOf("a\n".repeat(importRowsMax + 1)), "too-many-rows");
  });

  it("when a cell has more than 10,000 characters, naming its line", () => {
    assert.strictEqual(cellCharactersMax, 10_000);
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
    assert.include(twice.message, "Company");
    assert.lengthOf(readOf("First Name,Tag,Tag\nAda,A,B").rows, 1);
  });
});

describe("hostile files end soon", () => {
  // Each takes a few ms; reading all of it, or reading it again and again, would take far longer.
  it.each([
    ["a million rows", "a\n".repeat(1_000_000), "too-many-rows"],
    ["a million rows under a header", repeated("a\r\n", 1_000_000), "too-many-rows"],
    ["a million blank lines", `${repeated("\n", 1_000_000)}a`, "too-many-rows"],
    ["one cell of 5 MB", "x".repeat(5_000_000), "field-too-long"],
    ["two million commas", ",".repeat(2_000_000), "too-many-columns"],
    ["a million cells of two lines", '"a\n",'.repeat(1_000_000), "too-many-columns"],
    ["two million quotes that never close", repeated('"a\n', 2_000_000), "too-many-rows"],
  ] as const)("%s", (_, text, code) => {
    const startedAt = performance.now();
    assert.strictEqual(codeOf(text), code);
    assert.isBelow(performance.now() - startedAt, 1_000);
  });

  it("rows with quotes that are not closed, each looking far ahead", () => {
    const evenQuotes = '"" ,'.repeat(90);
    const text = repeated(`"x\n${evenQuotes}\n`, importRowsMax / 2);
    const startedAt = performance.now();
    assert.lengthOf(readOf(text).skipped, importRowsMax);
    assert.isBelow(performance.now() - startedAt, 2_000);
  });

  it("quotes that are not closed before a long run of blanks", () => {
    const text = `${header}\n${'"x'.repeat(100_000)}${" ".repeat(1_000_000)},`;
    const startedAt = performance.now();
    assert.lengthOf(readOf(text).skipped, 1);
    assert.isBelow(performance.now() - startedAt, 1_000);
  });

  it("10,000 full rows are read in a moment", () => {
    const text = `${header}\r\n${Array.from({ length: importRowsMax }, (_, index) => fullRow(index)).join("")}`;
    const startedAt = performance.now();
    const file = readConnections(text);
    // About 150 ms when measured alone; the room is for busy machines.
    assert.isBelow(performance.now() - startedAt, 1_500);
    assert.deepInclude(file, { _tag: "Read", skipped: [] });
  });
});
