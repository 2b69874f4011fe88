/** RELIABILITY 47 to 57: bad tables, and what becomes of them. */
import { assert, describe, it } from "@effect/vitest";
import { ColumnMeaning, importRowsMax } from "@comity/domain/partner/schema";
import { inspectFile } from "@comity/exchange/file";
import { cellCharactersMax } from "../../src/csv/csvRecords.ts";
import { endsSoon, linkedInFile } from "../support/duration.ts";
import { asRead, bytesOf, linkedInHeader, onlyRowOf, readOf, refusalOf } from "../support/files.ts";

const codeOf = (text: string) => refusalOf(text).code;
const nameAndEmail = {
  mapping: { columns: ["name" as const, "email" as const], dateOrder: "day-first" as const },
};

describe("bad tables", () => {
  it("47: an unterminated quote costs its row, which is named by its line, and no other", () => {
    const text = 'Name;E-mail\nAda;ada@finch.example\n"Bo;bo@lark.example\nCy;cy@wren.example\n';
    const read = readOf(text, nameAndEmail);
    assert.deepStrictEqual(
      read.rows.map(({ partner }) => partner.name),
      ["Ada", "Cy"],
    );
    assert.deepInclude(read.skipped[0], { row: 3, reason: "unreadable" });
    assert.match(read.skipped[0]?.message ?? "", /line 3 /);
  });

  it("48: a million rows are refused at the ten thousandth", () => {
    assert.strictEqual(codeOf("a\n".repeat(1_000_000)), "too-many-rows");
    assert.strictEqual(codeOf(`${linkedInHeader}\n${"a\r\n".repeat(1_000_000)}`), "too-many-rows");
  });

  it("49: one field of 5 MB is refused", () => {
    assert.strictEqual(codeOf("x".repeat(5_000_000)), "field-too-long");
    assert.strictEqual(codeOf(`Name,Note\nAda,"${"x\n".repeat(2_500_000)}"`), "field-too-long");
    // Not parsed at all: a line in which no cell can be short enough.
    assert.strictEqual(
      codeOf(`${linkedInHeader}\nAda,"${'x"'.repeat(4_000_000)}`),
      "field-too-long",
    );
    const longest = `Name,E-mail\nAda,${"x".repeat(cellCharactersMax)}`;
    assert.lengthOf(readOf(longest, nameAndEmail).rows, 1);
  });

  it("50: two million commas are refused", () => {
    assert.strictEqual(codeOf(",".repeat(2_000_000)), "too-many-columns");
    assert.strictEqual(codeOf(`Name${";".repeat(100)}\nAda`), "too-many-columns");
  });

  it("51: Latin-1 and UTF-16 are detected", () => {
    const text = `${linkedInHeader}\nZoë,Müller,,,,,`;
    const latin1 = Buffer.from(text, "latin1");
    const utf16 = Buffer.from(`\uFEFF${text}`, "utf16le");
    for (const bytes of [latin1, utf16]) {
      assert.strictEqual(onlyRowOf(bytes).partner.name, "Zoë Müller");
    }
  });

  it("52: a needed column that stands twice, or is missing, is told before any row is read", () => {
    assert.strictEqual(codeOf(`${linkedInHeader},Company\nAda,Finch`), "duplicate-header");
    const google = "First Name,File As,Organization Name,Labels,Notes,Notes\nAda,,,,a,b";
    assert.strictEqual(codeOf(google), "duplicate-header");
    const missing = refusalOf("Notes\nAda", { source: "google" });
    assert.strictEqual(missing.code, "not-a-contacts-file");
    assert.match(missing.message, /Export your contacts from Google/);
  });

  it("53: a column named __proto__ or constructor is a plain cell", () => {
    const text = "__proto__,constructor,Name\npolluted,polluted,Ada";
    const mapping = { columns: [null, "tags", "name"], dateOrder: "day-first" } as const;
    const { partner } = onlyRowOf(text, { mapping: { ...mapping, columns: [...mapping.columns] } });
    assert.deepStrictEqual(partner, { row: 2, name: "Ada", tags: ["polluted"] });
    assert.notProperty({}, "polluted");

    const seen = inspectFile(bytesOf(text));
    if ("code" in seen) throw new Error(seen.message);
    assert.strictEqual(seen.columns[0]?.name, "__proto__");
    assert.strictEqual(seen.mapping?.columns[0], null);
  });

  it("54: no column is an amount, so a date is what is never guessed", () => {
    // A file of partners has no amounts: no meaning of a column is a number. What can be read two
    // ways is a date, and it is left out when it does not fit the order that was chosen.
    assert.notInclude(ColumnMeaning.options.join(), "amount");
    const text = "Name,Since\nAda,1.000\nBo,25/03/2024\nCy,(5)\nDi,03/25/2024";
    const { rows } = readOf(text, {
      mapping: { columns: ["name", "known-since"], dateOrder: "day-first" },
    });
    assert.deepStrictEqual<unknown>(
      rows.map(({ partner }) => partner.knownSince),
      [undefined, "2024-03-25", undefined, undefined],
    );
    assert.deepStrictEqual(
      rows.map(({ warnings }) => warnings.length),
      [1, 0, 1, 1],
    );
  });

  it("55: the same file says the same twice, so that its digest is the same", () => {
    const text = linkedInFile(linkedInHeader, 50);
    assert.deepStrictEqual(asRead(text), asRead(text));
    assert.deepStrictEqual(asRead(`\uFEFF${text}`), asRead(text.replaceAll("\r\n", "\n")));
  });

  // 56 and 57 are in test/export.
});

describe("hostile tables end soon", () => {
  const plain = linkedInFile(linkedInHeader, 3_000);
  const repeated = (text: string, count: number) => `${linkedInHeader}\n${text.repeat(count)}`;

  it.each([
    ["a million rows", "a\n".repeat(1_000_000)],
    ["a million blank lines", `${repeated("\n", 1_000_000)}a`],
    ["one cell of 5 MB", "x".repeat(5_000_000)],
    ["two million commas", ",".repeat(2_000_000)],
    ["a million cells of two lines", '"a\n",'.repeat(1_000_000)],
    ["two million quotes that never close", repeated('"a\n', 2_000_000)],
    ["rows that each look far ahead", repeated(`"x\n${'"" ,'.repeat(90)}\n`, importRowsMax / 2)],
    [
      "quotes that are not closed before a long run of blanks",
      `${linkedInHeader}\n${'"x'.repeat(100_000)}${" ".repeat(1_000_000)},`,
    ],
    ["eight million signs of quotes on a line", `${linkedInHeader}\n${'"x'.repeat(4_000_000)}`],
    ["a header of digits", `${"1".repeat(20_000)}a;b\n`.repeat(100)],
    [
      "blanks inside the lines of a note",
      `Name,Given Name,Family Name,Group Membership,Notes\n${`A,,,,"${"a  ".repeat(8_000)}"\n`.repeat(50)}`,
    ],
  ] as const)("%s", { concurrent: false }, (_, text) => {
    // By the byte, none takes longer than an honest file, but for the time of a busy machine; what
    // grows with the square of its length would take a thousand times as long.
    endsSoon(text, plain, 15);
  });
});
