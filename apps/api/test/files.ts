/** What the API does with files of partners, in and out: part of the suite of `http.test.ts`. */
import type { Contact } from "@comity/domain/contact/schema";
import type {
  ColumnMapping,
  FileReading,
  Import,
  ImportPreview,
  Partner,
} from "@comity/domain/partner/schema";
import type { Plain } from "@comity/domain/input/plain";
import { describe, expect, it } from "vitest";
import type { Api } from "./relationships.ts";

interface Listed<A> {
  readonly data: ReadonlyArray<A>;
}

const google = (name: string, organisation: string, notes = ""): string =>
  [
    "First Name,Last Name,Organization Name,Organization Title,Notes,Labels,E-mail 1 - Label,E-mail 1 - Value,Phone 1 - Label,Phone 1 - Value",
    `${name},Vasić,${organisation},Baker,"${notes}",* myContacts ::: Bakers,* Work,${name.toLowerCase()}.vasic@bread.example,Mobile,+385 1 555 0100`,
    "",
  ].join("\r\n");

const linkedIn = (name: string, organisation: string): string =>
  [
    "First Name,Last Name,URL,Email Address,Company,Position,Connected On",
    `${name},Vasić,https://www.linkedin.com/in/${name.toLowerCase()}-vasic,${name.toLowerCase()}.vasic@bread.example,${organisation},Baker,12 Mar 2024`,
    "",
  ].join("\r\n");

const card = (name: string): string =>
  `BEGIN:VCARD\r\nVERSION:3.0\r\nN:${name};Milo;;;\r\nFN:Milo ${name}\r\nORG:Paper Kites\r\nTEL;TYPE=CELL:+45 55 50 01 00\r\nitem1.EMAIL:milo@${name.toLowerCase()}.example\r\nCATEGORIES:kites,sea\r\nEND:VCARD\r\n`;

const asQuery = (mapping: Plain<ColumnMapping>): string =>
  new URLSearchParams({ mapping: JSON.stringify(mapping) }).toString();

const aboutFormats = ({ send, expectProblem }: Api) => {
  it("tell their format, and are read by it", async () => {
    for (const [file, source] of [
      [linkedIn("Iva", "Bread & Co"), "linkedin"],
      [google("Iva", "Bread & Co"), "google"],
      [card("Kite"), "vcard"],
    ] as const) {
      const found = await send<FileReading>("POST", "/v1/imports/inspect", file);
      expect([found.status, found.body.source, found.body.mapping]).toEqual([200, source, null]);
      const preview = await send<ImportPreview>("POST", "/v1/imports/preview", file);
      expect([preview.status, preview.body.source]).toEqual([200, source]);
    }
  });

  it("of Google bring phones, labels and dated notes, each once, and are undone as one", async () => {
    const file = google("Lada", "Morning Bread", "2024-05-01 Talked about rye\nLikes walnuts");
    const { body } = await send<Import>("POST", "/v1/imports", file);
    expect(body.counts).toMatchObject({ new: 1, updated: 0, duplicate: 0 });
    const lada = await send<Partner>("GET", "/v1/partners/email:lada.vasic@bread.example");
    expect(lada.body).toMatchObject({
      name: "Lada Vasić",
      organisation: "Morning Bread",
      phones: ["+385 1 555 0100"],
      tags: ["Bakers"],
    });
    const path = `/v1/partners/${lada.body.id}/contacts`;
    const contacts = (await send<Listed<Contact>>("GET", path)).body.data;
    expect(contacts).toHaveLength(1);
    expect(contacts[0]?.at.slice(0, 10)).toBe("2024-05-01");
    for (const _ of [2, 3]) {
      const again = await send<Import>("POST", "/v1/imports", file);
      expect(again.body.counts).toMatchObject({ new: 0, updated: 0, unchanged: 1 });
    }
    expect((await send<Listed<Contact>>("GET", path)).body.data).toHaveLength(1);
    const undone = await send<Import>("POST", `/v1/imports/${body.id}/undo`);
    expect(undone.body).toMatchObject({ state: "undone", kept: 0 });
    expectProblem(await send("GET", `/v1/partners/${lada.body.id}`), 404, "not-found");
  });

  it("of two sources about one person do not contradict each other", async () => {
    await send("POST", "/v1/imports", linkedIn("Nika", "Kruh"));
    await send("POST", "/v1/imports", google("Nika", "Kruh d.o.o."));
    const read = () => send<Partner>("GET", "/v1/partners/email:nika.vasic@bread.example");
    const before = (await read()).body;
    expect(before.organisation).toBe("Kruh");
    for (const file of [linkedIn("Nika", "Kruh"), google("Nika", "Kruh d.o.o.")]) {
      const again = await send<Import>("POST", "/v1/imports", file);
      expect(again.body.counts).toMatchObject({ new: 0, updated: 0, unchanged: 1 });
    }
    expect((await read()).body).toEqual(before);
  });

  it("of cards: five thousand equal ones are one partner", async () => {
    const { body } = await send<Import>("POST", "/v1/imports", card("Regatta").repeat(5_000));
    expect(body.counts).toMatchObject({ new: 1, duplicate: 4_999, skipped: 0 });
    const milo = await send<Partner>("GET", "/v1/partners/email:milo@regatta.example");
    expect(milo.body).toMatchObject({ tags: ["kites", "sea"], phones: ["+45 55 50 01 00"] });
  });
};

const aboutTables = ({ send, expectProblem }: Api) => {
  const table = "Wer;Firma;Post\r\nRuna Dahl;Fjordlys;runa@fjordlys.example\r\n";

  it("that nobody knows are asked about, with samples and a proposal", async () => {
    const { body } = await send<FileReading>("POST", "/v1/imports/inspect", table);
    expect(body).toMatchObject({ source: "csv", rows: 1 });
    expect(body.columns.map(({ name }) => name)).toEqual(["Wer", "Firma", "Post"]);
    expect(body.columns[0]?.samples).toEqual(["Runa Dahl"]);
    expect(body.mapping?.columns).toHaveLength(3);
    const refusal = await send<{ errors: ReadonlyArray<{ code: string }> }>(
      "POST",
      "/v1/imports",
      table,
    );
    expectProblem(refusal, 422, "file-unreadable");
    expect(refusal.body.errors[0]?.code).toBe("mapping-needed");
  });

  it("are read as the caller says, and only so", async () => {
    const query = asQuery({
      columns: ["name", "organisation", "email"],
      dateOrder: "day-first",
    });
    const { body } = await send<Import>("POST", `/v1/imports?${query}`, table);
    expect(body).toMatchObject({ source: "csv", counts: { new: 1 } });
    const runa = await send<Partner>("GET", "/v1/partners/email:runa@fjordlys.example");
    expect(runa.body.organisation).toBe("Fjordlys");
    const short = asQuery({ columns: ["name"], dateOrder: "day-first" });
    expectProblem(await send("POST", `/v1/imports?${short}`, table), 422, "file-unreadable");
    for (const mapping of ["{", "[]", '{"columns":["shoe size"],"dateOrder":"day-first"}']) {
      const path = `/v1/imports/preview?${new URLSearchParams({ mapping })}`;
      expectProblem(await send("POST", path, table), 422, "invalid");
    }
  });

  it("with a row that cannot be told apart lose that row only, and a preview keeps nothing", async () => {
    const file = `${linkedIn("Olga", "Kefir")}"Pero,never closed\r\nZora,Vasić,,,Sir,Baker,\r\n`;
    const preview = await send<ImportPreview>("POST", "/v1/imports/preview", file);
    expect(preview.body.rows.map(({ name }) => name)).toEqual(["Olga Vasić", "Zora Vasić"]);
    expect(preview.body.skipped[0]).toMatchObject({ row: 3, reason: "unreadable" });
    const found = await send("GET", "/v1/partners/email:olga.vasic@bread.example");
    expectProblem(found, 404, "not-found");
  });

  it("may name a column after what objects are made of", async () => {
    const file = "__proto__,constructor,Wer\r\na,b,Ulla Berg\r\n";
    const query = asQuery({ columns: [null, null, "name"], dateOrder: "year-first" });
    const { body } = await send<ImportPreview>("POST", `/v1/imports/preview?${query}`, file);
    expect(body.rows.map(({ name }) => name)).toEqual(["Ulla Berg"]);
    expect(({} as { a?: unknown }).a).toBeUndefined();
  });
};

const aboutExports = ({ send, expectProblem }: Api) => {
  it("come back unchanged, as a table and as cards", async () => {
    const tag = "Round trip";
    const people = [
      { name: "Yusuf Kaya", organisation: "=1+1", phones: ["+90 212 555 01 00"], tags: [tag] },
      { name: "  -5", notes: "Two\nlines, and a comma", emails: ["x@y.example"], tags: [tag] },
      { kind: "organisation", name: "Öl & Söhne", tags: [tag, "öl"], knownSince: "2020-02-29" },
    ];
    for (const person of people) await send("POST", "/v1/partners", person);
    for (const format of ["csv", "vcard"]) {
      const path = `/v1/exports/partners?format=${format}&tag=${encodeURIComponent(tag)}`;
      const file = await send<string>("GET", path);
      expect(file.status).toBe(200);
      expect(file.headers.get("content-disposition")).toContain("attachment");
      expect(file.headers.get("content-type")).toContain(format);
      const { body } = await send<Import>("POST", "/v1/imports?dryRun=true", file.body);
      expect(body.counts).toEqual({ new: 0, updated: 0, unchanged: 3, duplicate: 0, skipped: 0 });
    }
    const table = await send<string>("GET", `/v1/exports/partners?search=yusuf`);
    expect(table.body).toContain("'=1+1");
    expectProblem(await send("GET", "/v1/exports/partners?format=xlsx"), 422, "invalid");
  });
};

export const aboutFiles = (api: Api) => {
  describe("files", () => {
    aboutFormats(api);
  });
  describe("tables", () => {
    aboutTables(api);
  });
  describe("exports", () => {
    aboutExports(api);
  });
};
