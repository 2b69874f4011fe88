import { assert, describe, it } from "@effect/vitest";
import * as Arbitrary from "effect/Arbitrary";
import * as Schema from "effect/Schema";
import {
  contactNoteCharactersMax,
  type DateOrder,
  ImportedContact,
  importedContactsMax,
} from "@comity/domain/partner/schema";
import { contactsInNotes } from "../../src/notes/contactsInNotes.ts";
import { today } from "../support/files.ts";

const read = (text: string, order?: DateOrder) => {
  const { notes, contacts } = contactsInNotes([text], { order, latest: today });
  return { notes, contacts: contacts.map(({ on, note }) => `${on} ${note}`) };
};

describe("contacts in notes", () => {
  it("are begun by a date, and what stands before the first stays", () => {
    const text = "Likes jazz.\nKnows Bo.\n2024-03-12: Lunch in Bern\n2024-05-02 Call";
    assert.deepStrictEqual(read(text), {
      notes: "Likes jazz.\nKnows Bo.",
      contacts: ["2024-03-12 Lunch in Bern", "2024-05-02 Call"],
    });
  });

  it("take the undated lines below", () => {
    const text = "2024-03-12\nLunch.\n\nShe will introduce Bo.\n2024-05-02 - Call\nShort.";
    assert.deepStrictEqual(read(text), {
      notes: "",
      contacts: ["2024-03-12 Lunch.\n\nShe will introduce Bo.", "2024-05-02 Call\nShort."],
    });
  });

  it.each([
    "2024-03-12: Lunch",
    "2024-03-12 - Lunch",
    "2024-03-12 – Lunch",
    "2024-03-12 — Lunch",
    "2024-03-12 Lunch",
    "  2024-03-12) Lunch",
    "12.03.2024 Lunch",
    "12.3.2024: Lunch",
    "12 Mar 2024, Lunch",
    "12. März 2024: Lunch",
    "March 12, 2024: Lunch",
    "Mar 12 2024 Lunch",
    "3/12/2024 Lunch",
  ])("may be written as %j where the month comes first", (line) => {
    assert.deepStrictEqual(read(line, "month-first").contacts, ["2024-03-12 Lunch"]);
  });

  it("follow the order of days and months, and are notes where it is not known", () => {
    assert.deepStrictEqual(read("03/04/2024 Call", "day-first").contacts, ["2024-04-03 Call"]);
    assert.deepStrictEqual(read("03/04/2024 Call", "month-first").contacts, ["2024-03-04 Call"]);
    for (const order of [undefined, "year-first"] as const) {
      assert.deepStrictEqual(read("03/04/2024 Call", order), {
        notes: "03/04/2024 Call",
        contacts: [],
      });
      assert.deepStrictEqual(read("25/03/2024 Call", order).contacts, ["2024-03-25 Call"]);
    }
  });

  it("are not in the future, nor before 1900", () => {
    const text = "2026-11-25 a\n2026-11-26 b\n1900-01-01 c\n1899-12-31 d";
    assert.deepStrictEqual(read(text), {
      notes: "",
      contacts: ["2026-11-25 a\n2026-11-26 b", "1900-01-01 c\n1899-12-31 d"],
    });
    assert.deepStrictEqual(read("2027-01-01 Fair in Basel"), {
      notes: "2027-01-01 Fair in Basel",
      contacts: [],
    });
  });

  it("are not what only mentions a date, or a part of one", () => {
    for (const text of [
      "Met on 2024-03-12",
      "2024 was good",
      "12 March",
      "3/4 done",
      "2024-13-01 x",
    ]) {
      assert.deepStrictEqual(read(text, "day-first"), { notes: text, contacts: [] });
    }
  });

  it("are the newest fifty, and the older ones stay in the notes", () => {
    const days = Array.from({ length: importedContactsMax + 2 }, (_, index) => {
      const [month, day] = [1 + (index % 12), 1 + Math.floor(index / 12)];
      return `2024-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
    });
    const found = contactsInNotes([days.map((day) => `${day}: x`).join("\n")], {
      order: undefined,
      latest: today,
    });
    assert.lengthOf(found.contacts, importedContactsMax);
    assert.strictEqual(found.older, 2);
    assert.strictEqual(found.notes, "2024-01-01: x\n2024-01-02: x");
  });

  it("stay in the notes when they are too long", () => {
    const longest = "🦊".repeat(contactNoteCharactersMax);
    assert.lengthOf(read(`2024-03-12 ${longest}`).contacts, 1);
    const found = contactsInNotes([`2024-03-12 ${longest}x`], { order: undefined, latest: today });
    assert.deepStrictEqual(found, {
      notes: `2024-03-12 ${longest}x`,
      contacts: [],
      older: 0,
      tooLong: 1,
    });
  });

  it("of one text do not take lines of the next", () => {
    const found = contactsInNotes(["2024-03-12 Lunch", "Likes jazz"], {
      order: undefined,
      latest: today,
    });
    assert.strictEqual(found.notes, "Likes jazz");
    assert.deepStrictEqual<unknown>(found.contacts, [{ on: "2024-03-12", note: "Lunch" }]);
  });

  const anyLine = Arbitrary.schema(
    Schema.Union([
      Schema.String.check(Schema.isMaxLength(20)),
      Schema.Literals(["2024-03-12", "12.3.2024: Lunch", "3/12/2024 x", "2030-01-01", "  a", ""]),
    ]),
  );

  it.prop(
    "fit the domain, and no word is lost",
    [Arbitrary.array(anyLine, { maxLength: 12 })],
    ([lines]) => {
      const text = lines.map((line) => line.replace(/[^\p{L}\p{N} ./:-]/gu, "")).join("\n");
      const { notes, contacts } = contactsInNotes([text], { order: "day-first", latest: today });
      for (const contact of contacts) assert.isTrue(ImportedContact.safeParse(contact).success);
      const wordsOf = (said: string) => (said.match(/\p{L}+/gu) ?? []).toSorted();
      assert.deepStrictEqual(
        wordsOf([notes, ...contacts.map(({ note }) => note)].join("\n")),
        wordsOf(text),
      );
    },
  );
});
