import { assert, describe, it } from "@effect/vitest";
import {
  type ColumnMapping,
  columnsMax,
  FileReading,
  ImportedPartner,
  sampleRowsMax,
} from "@comity/domain/partner/schema";
import { inspectFile } from "@comity/exchange/file";
import { asRead, bytesOf, fixtureBytes, onlyRowOf, readOf, refusalOf } from "../support/files.ts";

const seenIn = (file: string | Uint8Array): FileReading => {
  const seen = inspectFile(typeof file === "string" ? bytesOf(file) : file, { source: "csv" });
  if ("code" in seen) throw new Error(seen.message);
  return FileReading.parse(seen);
};

const meaningsOf = (...rows: ReadonlyArray<string>) => seenIn(rows.join("\n")).mapping?.columns;
const orderOf = (...cells: ReadonlyArray<string>) =>
  seenIn(["Name;Notes", ...cells.map((cell) => `Ada;${cell}`)].join("\n")).mapping?.dateOrder;

const mappedAs = (
  columns: ColumnMapping["columns"],
  dateOrder: ColumnMapping["dateOrder"] = "day-first",
) => ({ mapping: { columns, dateOrder } });

describe("a table of your own", () => {
  const fixture = fixtureBytes("table/fixtures/kontakte.csv");

  it("is read as its proposal says: semicolons, Windows-1252, lines above the header", () => {
    const { mapping } = seenIn(fixture);
    assert.deepStrictEqual<unknown>(mapping, {
      columns: ["name", "organisation", "role", "email", "phone", "known-since", "contacts", null],
      dateOrder: "day-first",
    });
    assert.deepStrictEqual<unknown>(asRead(fixture, { mapping: mapping ?? undefined }), {
      partners: [
        {
          row: 3,
          name: "Quillfeather, Teodor",
          organisation: "Harbourloom",
          role: "Gründer",
          emails: ["teodor@harbourloom.example"],
          phones: ["+44 7700 900001", "020 7946 0001"],
          notes: "Segelt.",
          contacts: [
            { on: "2024-03-12", note: "Abendessen" },
            { on: "2024-05-25", note: "Plan geschickt" },
          ],
          knownSince: "2019-01-03",
        },
        {
          row: 6,
          name: "Müller, Zoë",
          organisation: "Café Zürich",
          emails: ["zoe@cafe.example"],
          phones: ["+41 79 555 01 02"],
          knownSince: "2020-05-04",
        },
        { row: 7, name: "Laterne GmbH", kind: "organisation" },
      ],
      warned: [],
      skipped: [{ row: 8, reason: "no-name" }],
    });
  });

  it("needs to be told what its columns are", () => {
    const { code, message } = refusalOf(fixture);
    assert.strictEqual(code, "mapping-needed");
    assert.match(message, /Choose what its columns are/);
  });

  it("refuses a mapping that does not fit, and says why", () => {
    const text = "A,B,C\nAda,x,y";
    for (const [columns, why] of [
      [["name"], /3 columns, and 1 are described/],
      [["name", "name", null], /Two columns are said to be the name/],
      [["notes", "tags", null], /No column is said to be a name/],
    ] as const) {
      const { code, message } = refusalOf(text, mappedAs([...columns]));
      assert.strictEqual(code, "mapping-does-not-fit");
      assert.match(message, why);
      assert.match(message, /Choose again/);
    }
  });

  it("joins the two names, unless the whole one is there", () => {
    const { rows } = readOf(
      "A,B,C\nAda,Finch,\nBo,Lark,Bo the Lark\n,Wren,",
      mappedAs(["first-name", "last-name", "name"]),
    );
    assert.deepStrictEqual(
      rows.map(({ partner }) => partner.name),
      ["Ada Finch", "Bo the Lark", "Wren"],
    );
  });

  it("has several values in a cell, and several columns of a kind", () => {
    const { partner, warnings } = onlyRowOf(
      'N,E1,E2,L,T\nAda,"a@b.example, c@d.example",Ada <e@f.example>,' +
        '"https://a.example/x,y https://b.example","One, Two; Three"',
      mappedAs(["name", "email", "email", "link", "tags"]),
    );
    assert.deepStrictEqual(partner, {
      row: 2,
      name: "Ada",
      emails: ["a@b.example", "c@d.example", "e@f.example"],
      links: ["https://a.example/x,y", "https://b.example"],
      tags: ["One", "Two", "Three"],
    });
    assert.isEmpty(warnings);
  });

  it("keeps what is good of a cell, and says what was left out", () => {
    const { partner, warnings } = onlyRowOf(
      "N,E,P,D\nAda,a@b.example; nobody,call me,soon",
      mappedAs(["name", "email", "phone", "known-since"]),
    );
    assert.deepStrictEqual(partner, { row: 2, name: "Ada", emails: ["a@b.example"] });
    assert.lengthOf(warnings, 3);
  });

  it("takes the day of a last contact as a contact", () => {
    const { partner } = onlyRowOf(
      "N,Last\nAda,5/6/2024",
      mappedAs(["name", "contacts"], "month-first"),
    );
    assert.deepStrictEqual<unknown>(partner.contacts, [{ on: "2024-05-06", note: "" }]);
  });

  it("goes by its e-mail address when there is no other name, and says so", () => {
    const { partner, warnings } = onlyRowOf("N,E\n,a@b.example", mappedAs(["name", "email"]));
    assert.deepStrictEqual(partner, { row: 2, name: "a@b.example", emails: ["a@b.example"] });
    assert.match(warnings.join(), /e-mail address stands for it/);
  });

  it("has ten warnings at most, which say how many more there are", () => {
    const long = "x".repeat(201);
    const many = (of: (index: number) => string) =>
      Array.from({ length: 31 }, (_, index) => of(index)).join(";");
    const text =
      `N,O,R,E,P,L,T,S,C\nAda\u0001,${long},${long},no;${many((at) => `a${at}@b.example`)},` +
      `no;${many((at) => `+4100${at}`)},no ${many((at) => `https://a.example/${at}`).replaceAll(";", " ")},` +
      `${"y".repeat(41)};${many((at) => `t${at}`)},soon,"${"2024-01-01\n".repeat(51)}2024-01-02 ${"z".repeat(2_001)}",extra`;
    const { partner, warnings } = onlyRowOf(
      text,
      mappedAs([
        "name",
        "organisation",
        "role",
        "email",
        "phone",
        "link",
        "tags",
        "known-since",
        "notes",
      ]),
    );
    assert.lengthOf(warnings, 10);
    assert.match(warnings.at(-1) ?? "", /^6 more things/);
    assert.isTrue(ImportedPartner.safeParse(partner).success);
  });
});

describe("what the columns of a table seem to be", () => {
  it.each([
    ["First Name,Surname,Company,Job Title,E-mail,Mobile,Website,Tags,Notes,Met on,Age", "en"],
    [
      "Vorname,Nachname,Firma,Funktion,E-Mail,Handy,Webseite,Schlagworte,Notizen,Bekannt seit,Alter",
      "de",
    ],
    [
      "Prénom,Nom,Société,Poste,Courriel,Téléphone,Site web,Étiquettes,Remarques,Connu depuis,Âge",
      "fr",
    ],
    [
      "Nombre,Apellidos,Empresa,Cargo,Correo electrónico,Teléfono,Sitio web,Etiquetas,Notas,Conocido desde,Edad",
      "es",
    ],
  ])("by their names: %s", (header) => {
    assert.deepStrictEqual<unknown>(meaningsOf(header), [
      "first-name",
      "last-name",
      "organisation",
      "role",
      "email",
      "phone",
      "link",
      "tags",
      "notes",
      "known-since",
      null,
    ]);
  });

  it("by their cells, where the names say nothing", () => {
    assert.deepStrictEqual<unknown>(
      meaningsOf(
        "Who;A;B;C;D;E;F;Birthday",
        "Ada;a@b.example;+41 79 555 01 02;https://a.example;2020-01-02;2024-03-12 Lunch;12345678;1980-01-01",
        "Bo;c@d.example;(020) 7946 0001;http://b.example;2021-01-02;2024-04-12 Call;23456789;1981-01-01",
      ),
      ["name", "email", "phone", "link", "known-since", "contacts", null, null],
    );
  });

  it("in a table without a header, whose columns are numbered", () => {
    const seen = seenIn("Ada Finch\ta@b.example\nBo Lark\tc@d.example");
    assert.deepStrictEqual(
      seen.columns.map(({ name }) => name),
      ["Column 1", "Column 2"],
    );
    assert.deepStrictEqual<unknown>(seen.mapping?.columns, [null, "email"]);
    assert.strictEqual(seen.rows, 2);
    const { rows } = readOf("Ada Finch\ta@b.example\nBo Lark\t", mappedAs(["name", "email"]));
    assert.deepStrictEqual(
      rows.map(({ partner }) => [partner.row, partner.name]),
      [
        [1, "Ada Finch"],
        [2, "Bo Lark"],
      ],
    );
  });

  it("with each single meaning once, and numbered columns of the others", () => {
    assert.deepStrictEqual<unknown>(meaningsOf("Name,Company,Company name,E-mail 1,E-mail 2"), [
      "name",
      "organisation",
      null,
      "email",
      "email",
    ]);
  });

  it.each([
    [["25/03/2024 x", "03/04/2024 y"], "day-first"],
    [["03/25/2024 x", "03/04/2024 y"], "month-first"],
    [["12.03.2024"], "day-first"],
    [["2024-03-12", "2024-03-13"], "year-first"],
    [["2024-03-12", "03/04/2024"], "day-first"],
    [["03/04/2024"], "day-first"],
    [["03/25/2024", "03/26/2024", "25/03/2024"], "month-first"],
    [["nothing"], "day-first"],
  ] as const)("and the order of the dates %j is %s", (cells, order) => {
    assert.strictEqual(orderOf(...cells), order);
  });

  it("with the first cells that say something, at most twenty, cut to what can be shown", () => {
    const rows = Array.from({ length: 40 }, (_, index) => `,Ada ${index}`);
    const { columns, rows: count } = seenIn(
      [`Note,Name`, ...rows, `${"long ".repeat(100)},Bo`, ",,"].join("\n"),
    );
    assert.strictEqual(count, 41);
    assert.lengthOf(columns[1]?.samples ?? [], sampleRowsMax);
    assert.strictEqual(columns[1]?.samples[0], "Ada 0");
    assert.lengthOf(columns[0]?.samples ?? [], 1);
    assert.isAtMost(columns[0]?.samples[0]?.length ?? 0, 201);
  });

  it("up to a hundred columns", () => {
    assert.lengthOf(seenIn(`Name${",x".repeat(columnsMax - 1)}\nAda`).columns, columnsMax);
  });

  it("parted by comma, semicolon or tab, also where cells hold the others", () => {
    for (const [sign, cell] of [
      [",", '"Finch; Ada; Ltd"'],
      [";", "Finch, Ada, Ltd"],
      ["\t", "Finch, Ada; Ltd"],
    ] as const) {
      const row = [cell, "a@b.example"].join(sign);
      const { columns } = seenIn([["Name", "Mail"].join(sign), row, row].join("\n"));
      assert.deepStrictEqual(
        columns.map(({ name }) => name),
        ["Name", "Mail"],
      );
    }
  });
});
