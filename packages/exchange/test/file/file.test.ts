import { assert, describe, it } from "@effect/vitest";
import { FileReading, type ImportSource } from "@comity/domain/partner/schema";
import { fileInspection, fileReading, inspectFile } from "@comity/exchange/file";
import { linkedInFile } from "../support/duration.ts";
import {
  bytesOf,
  fixtureBytes,
  linkedInHeader,
  readOf,
  refusalOf,
  today,
} from "../support/files.ts";

const fixtures: ReadonlyArray<readonly [path: string, source: ImportSource]> = [
  ["linkedin/fixtures/current.csv", "linkedin"],
  ["linkedin/fixtures/without-url.csv", "linkedin"],
  ["linkedin/fixtures/messy.csv", "linkedin"],
  ["google/fixtures/today.csv", "google"],
  ["google/fixtures/before-2024.csv", "google"],
  ["outlook/fixtures/outlook.csv", "outlook"],
  ["table/fixtures/kontakte.csv", "csv"],
  ["vcard/fixtures/apple.vcf", "vcard"],
  ["vcard/fixtures/phone-2.1.vcf", "vcard"],
];

const seenIn = (bytes: Uint8Array, source?: ImportSource): FileReading => {
  const seen = inspectFile(bytes, { source });
  if ("code" in seen) throw new Error(seen.message);
  return FileReading.parse(seen);
};

describe("where a file comes from", () => {
  it.each(fixtures)("%s: %s", (path, source) => {
    const seen = seenIn(fixtureBytes(path));
    assert.strictEqual(seen.source, source);
    assert.strictEqual(seen.mapping === null, source !== "csv");
    assert.strictEqual(seen.columns.length === 0, source === "vcard");
    if (source === "csv") return;
    const read = readOf(fixtureBytes(path));
    assert.strictEqual(read.source, source);
    assert.isAtLeast(seen.rows, read.rows.length);
  });

  it.each([
    "Organization Name,Contact,Email",
    "First Name,Last Name,E-mail Address,Job Title,Company,Categories,Tags",
    "First Name,Last Name,Email,Company,Position",
    "sep=;\nWho;Mail",
  ])("is not known of %j, though some of its columns are", (header) => {
    const seen = seenIn(bytesOf(header));
    assert.strictEqual(seen.source, "csv");
    assert.notStrictEqual(seen.mapping, null);
    assert.include(header, seen.columns[0]?.name ?? "no column");
    assert.notInclude(seen.columns[0]?.name, "sep=");
  });

  it("may be told, and is then not taken for another", () => {
    const google = fixtureBytes("google/fixtures/today.csv");
    assert.strictEqual(seenIn(google, "csv").source, "csv");
    assert.strictEqual(refusalOf(google, { source: "csv" }).code, "mapping-needed");
    assert.strictEqual(refusalOf(google, { source: "vcard" }).code, "not-a-contacts-file");
    const mapped = readOf("First Name,Connected On\nAda,x", {
      mapping: { columns: ["name", null], dateOrder: "day-first" },
    });
    assert.strictEqual(mapped.source, "csv");
  });

  it.each([
    ["<!DOCTYPE html><title>Contacts</title>", "a page"],
    ['{"contacts": []}', "JSON"],
    ["BEGIN:VCALENDAR\nEND:VCALENDAR", "a calendar"],
    ["%PDF-1.7", "a PDF"],
    ["PK\u0003\u0004", "a workbook"],
  ])("%j is refused: %s", (text) => {
    assert.strictEqual(refusalOf(text).code, "not-a-contacts-file");
    const seen = inspectFile(bytesOf(text));
    assert.propertyVal(seen, "code", "not-a-contacts-file");
  });

  it("is refused when it is empty, with what to drop instead", () => {
    for (const text of ["", "\uFEFF", " \n\n"]) {
      const { code, message } = refusalOf(text);
      assert.strictEqual(code, "empty-file");
      assert.match(message, /vCard/);
    }
  });
});

describe("reading in steps", () => {
  const cards = "BEGIN:VCARD\nFN:Ada Finch\nEMAIL:ada@finch.example\nEND:VCARD\n".repeat(4_000);

  it.each([
    ["a table", linkedInFile(linkedInHeader)],
    ["cards", cards],
  ])("%s: often, and to the same end", (_, text) => {
    const bytes = bytesOf(text);
    for (const reading of [fileReading(bytes, { today }), fileInspection(bytes)]) {
      let steps = 0;
      for (;;) {
        const step = reading.next();
        if (step.done === true) {
          if ("_tag" in step.value) assert.deepStrictEqual(step.value, readOf(bytes));
          else assert.deepStrictEqual(step.value, inspectFile(bytes));
          break;
        }
        steps++;
      }
      assert.isAbove(steps, 3);
    }
  });
});
