import { assert, describe, it } from "@effect/vitest";
import {
  ImportedPartner,
  linkCharactersMax,
  nameCharactersMax,
  organisationCharactersMax,
  roleCharactersMax,
} from "@comity/domain/partner/schema";
import { restartsMax, vainCharactersMax } from "../../src/csv/csvRecords.ts";
import { linkedInHeader as header, readOf as readFileOf } from "../support/files.ts";

const readOf = (text: string) => readFileOf(text, { source: "linkedin" });

/** The one row of a file with these columns and cells. */
const rowOf = (columns: string, cells: string) => {
  const { rows, skipped } = readOf(`${columns}\n${cells}`);
  assert.isEmpty(skipped);
  assert.lengthOf(rows, 1);
  const [row] = rows;
  if (row === undefined) throw new Error("No row was read.");
  return row;
};

const skippedOf = (rows: string) => readOf(`${header}\n${rows}`).skipped;
const linesOf = (text: string) => readOf(text).rows.map(({ partner }) => partner.row);

describe("the header", () => {
  it("is found in any case, with spaces, in any order, quoted or not", () => {
    const { partner } = rowOf('"COMPANY", last name ,FIRST NAME', "Finchworks,Finch,Ada");
    assert.deepStrictEqual(partner, { row: 2, name: "Ada Finch", organisation: "Finchworks" });
  });

  it("may be quoted right after a byte order mark", () => {
    assert.strictEqual(rowOf('\uFEFF"First Name"', "Ada").partner.name, "Ada");
  });

  it.each(["First Name", "Last Name"])("needs no more than %s", (column) => {
    assert.deepStrictEqual(rowOf(column, "Ada").partner, { row: 2, name: "Ada" });
  });

  it("may stand below notes with quotes that do not pair up, which are not rows", () => {
    const { rows, skipped } = readOf(`Notes:\n"See "this"\n\n"open\n${header}\nAda,Finch`);
    assert.deepInclude(rows[0]?.partner, { row: 6, name: "Ada Finch" });
    assert.isEmpty(skipped);
  });

  it("may be all there is", () => {
    assert.deepStrictEqual(readOf(header), {
      _tag: "Read",
      source: "linkedin",
      rows: [],
      skipped: [],
    });
  });

  it("may name a column __proto__ or constructor, which stays a cell like any other", () => {
    const { partner } = rowOf("__proto__,constructor,First Name", "polluted,polluted,Ada");
    assert.deepStrictEqual(partner, { row: 2, name: "Ada" });
    assert.notProperty({}, "polluted");
  });
});

describe("rows", () => {
  it("of files put one after the other keep their place, past the marks in between", () => {
    const { rows } = readOf(`${header}\n"Ada",Finch\n\uFEFF\uFEFF"Bo",Lark\nCy,Wren`);
    assert.deepStrictEqual(
      rows.map(({ partner }) => [partner.row, partner.name]),
      [
        [2, "Ada Finch"],
        [3, "Bo Lark"],
        [4, "Cy Wren"],
      ],
    );
  });

  it.each([
    ["LF", "\n"],
    ["CRLF", "\r\n"],
    ["CR", "\r"],
  ])("end in %s", (_, end) => {
    const text = [header, "Ada,Finch", 'Bo,"Lark\nLee"', "Cy,Wren", ""].join(end);
    assert.deepStrictEqual(linesOf(text), [2, 3, 5]);
  });

  it("are numbered by the line they start on, past quoted line breaks and notes", () => {
    const text = `"Notes\n\nof three lines"\n${header}\n"A\r\nda","Fi\n\nnch"\n\nBo,Lark`;
    assert.deepStrictEqual(linesOf(text), [5, 10]);
  });

  it("that are empty are skipped, with blank lines in between but not at the end", () => {
    const skipped = skippedOf(",,,,,,\nAda,Finch\n\n , ,\nBo,Lark\n\n\n");
    assert.deepStrictEqual(
      skipped,
      [2, 4, 5].map((row) => ({ row, reason: "empty", message: `Line ${row} is empty.` })),
    );
  });

  it("without a name are skipped", () => {
    assert.deepInclude(skippedOf(",,https://example.com,,Finchworks,,")[0], {
      row: 2,
      reason: "no-name",
    });
  });

  it("may have fewer cells than the header", () => {
    assert.deepStrictEqual(rowOf(header, "Ada").partner, { row: 2, name: "Ada" });
  });

  it("may have more cells than the header, which is pointed out when they say something", () => {
    assert.isEmpty(rowOf("First Name,Company", "Ada,Finch, ,").warnings);
    assert.match(rowOf("First Name,Company", "Ada,Finch, Ltd").warnings.join(), /more cells/);
  });
});

describe("a quote that is not closed", () => {
  it("costs its own row only", () => {
    const { rows, skipped } = readOf(
      `${header}\nAda,Finch\n"Lost,Larry,,,"Acme, Ltd",,\nBo,Lark,,,"Lark, Ltd",,\n"Cy",Wren`,
    );
    assert.deepStrictEqual(
      rows.map(({ partner }) => [partner.row, partner.name]),
      [
        [2, "Ada Finch"],
        [4, "Bo Lark"],
        [5, "Cy Wren"],
      ],
    );
    assert.lengthOf(skipped, 1);
    assert.deepInclude(skipped[0], { row: 3, reason: "unreadable" });
    assert.match(skipped[0]?.message ?? "", /line 3 /);
  });

  it("is named by its own line when the row started before it", () => {
    const { rows, skipped } = readOf(`${header}\n"A\nda","Finch\nBo,Lark`);
    assert.lengthOf(skipped, 1);
    assert.strictEqual(skipped[0]?.row, 2);
    assert.match(skipped[0]?.message ?? "", /line 3 /);
    assert.deepStrictEqual<unknown>(
      rows.map(({ partner }) => partner),
      [{ row: 4, name: "Bo Lark" }],
    );
  });

  it("costs its own row only, however many there are and wherever the next quote stands", () => {
    const lost = ['"Lost,Larry', '"Lost" Larry', 'Lost,"Lar"ry"', '"Lost,"Lar"', '"'].join("\n");
    const { rows, skipped } = readOf(`${header}\n${`${lost}\nAda,Finch\n`.repeat(100)}`);
    assert.lengthOf(rows, 100);
    assert.lengthOf(skipped, 500);
    assert.deepStrictEqual(
      rows.map(({ partner }) => partner.row),
      Array.from({ length: 100 }, (_, index) => 7 + index * 6),
    );
  });

  it("costs the rest, which is said, after twenty that each run on through much of the file", () => {
    const far = `"Lost\n${`Ada,${"x".repeat(vainCharactersMax / 20)}\n`.repeat(20)}`;
    const { skipped } = readOf(`Last Name\n${far.repeat(restartsMax + 1)}"Lost`);
    assert.strictEqual(restartsMax, 20);
    assert.lengthOf(skipped, restartsMax + 2);
    assert.deepInclude(skipped.at(-2), { row: 2 + restartsMax * 21, reason: "unreadable" });
    assert.deepInclude(skipped.at(-1), { row: 3 + restartsMax * 21, reason: "unreadable" });
    assert.match(skipped.at(-1)?.message ?? "", /from line 423 on/);
  });

  it("may be on the last line", () => {
    assert.deepStrictEqual(linesOf(`${header}\nAda,Finch\nBo,"Lark`), [2]);
    assert.lengthOf(skippedOf('Ada,Finch\nBo,"Lark'), 1);
  });

  it("is not guessed when there is text after it", () => {
    assert.deepInclude(skippedOf('Ada,"Finch" Ltd')[0], { row: 2, reason: "unreadable" });
  });

  it("is another thing than a quote inside a cell, or blanks after the closing one", () => {
    assert.strictEqual(rowOf("First Name", 'Ada "Ace"').partner.name, 'Ada "Ace"');
    assert.strictEqual(rowOf("First Name", '"Ada ""Ace"""').partner.name, 'Ada "Ace"');
    assert.strictEqual(rowOf("First Name,Company", '"Ada" \t,X').partner.organisation, "X");
  });
});

describe("values", () => {
  it("are trimmed and put on one line", () => {
    const { partner, warnings } = rowOf(header, '" Ada\n",  Fi  nch ,,,"Finch\r\n\tLtd",\u00A0,');
    assert.deepStrictEqual(partner, { row: 2, name: "Ada Fi nch", organisation: "Finch Ltd" });
    assert.isEmpty(warnings);
  });

  it("have one spelling of an accent (NFC)", () => {
    assert.strictEqual(rowOf("First Name", "Zoe\u0308").partner.name, "Zo\u00EB");
  });

  it("lose characters that cannot be shown, which is said once", () => {
    const { partner, warnings } = rowOf(header, "A\u0000d\u007Fa,Fi\u0001nch,,,🦊\u001B Ltd,,");
    assert.strictEqual(partner.name, "Ada Finch");
    assert.strictEqual(partner.organisation, "🦊 Ltd");
    assert.lengthOf(warnings, 1);
    assert.match(warnings.join(), /cannot be shown/);
  });

  it("of columns that are not read raise no warning", () => {
    assert.isEmpty(rowOf("First Name,Tags", "Ada,\u0000").warnings);
  });

  it.each([
    ["Email Address", "emails", "ada@finch.example", "ada at finch", /e-mail/],
    ["Email Address", "emails", "ada@finch.example", `${"a".repeat(250)}@b.example`, /e-mail/],
    ["URL", "links", "http://finch.example", "www.linkedin.com/in/ada", /link/],
    ["URL", "links", "https://finch.example/ada", "javascript:alert(1)", /link/],
    [
      "URL",
      "links",
      "https://a.example",
      `https://a.example/${"a".repeat(linkCharactersMax)}`,
      /long/,
    ],
  ] as const)("%s: kept as %s when valid, else left out", (column, field, good, bad, warning) => {
    const kept = rowOf(`First Name,${column}`, `Ada,${good}`);
    assert.deepStrictEqual(kept.partner[field], [good]);
    assert.isEmpty(kept.warnings);

    const left = rowOf(`First Name,${column}`, `Ada,${bad}`);
    assert.deepStrictEqual(left.partner, { row: 2, name: "Ada" });
    assert.lengthOf(left.warnings, 1);
    assert.match(left.warnings.join(), warning);
  });

  it.each([
    ["Company", "organisation", organisationCharactersMax],
    ["Position", "role", roleCharactersMax],
  ] as const)("%s: left out when it is too long", (column, field, charactersMax) => {
    const longest = "🦊".repeat(charactersMax);
    assert.strictEqual(rowOf(`First Name,${column}`, `Ada,${longest}`).partner[field], longest);

    const left = rowOf(`First Name,${column}`, `Ada,${longest}x`);
    assert.deepStrictEqual(left.partner, { row: 2, name: "Ada" });
    assert.match(left.warnings.join(), /too long/);
  });

  it("that make a name too long cost the row, and its line is named", () => {
    const longest = "é".repeat(nameCharactersMax - 2);
    assert.lengthOf(rowOf(header, `A,${longest}`).partner.name, nameCharactersMax);

    const [skipped] = skippedOf(`A,${longest}é`);
    assert.deepInclude(skipped, { row: 2, reason: "unreadable" });
    assert.match(skipped?.message ?? "", /line 2 /);
  });

  it("that are all wrong still leave the person, and at most ten warnings", () => {
    const long = "x".repeat(201);
    const { partner, warnings } = rowOf(header, `A\u0000da,,no,no,${long},${long},no,extra`);
    assert.deepStrictEqual(partner, { row: 2, name: "Ada" });
    assert.strictEqual(new Set(warnings).size, 7);
    assert.lengthOf(warnings, 7);
  });

  it("fit the domain's schema without change", () => {
    const { partner } = rowOf(header, "Ada,Finch,https://a.example,a@b.example,C,D,7-Feb-22");
    assert.deepStrictEqual(ImportedPartner.parse(partner), partner);
  });
});
