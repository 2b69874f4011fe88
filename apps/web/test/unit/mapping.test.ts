import { describe, expect, it } from "vitest";
import { contactsInWords, leftInWords } from "../../src/features/import/countsInWords.ts";
import type { Mapping } from "../../src/features/import/importFiles.ts";
import { datedNotesIn, dayIn, isAmbiguous } from "../../src/features/import/mapping/days.ts";
import { textIn, withFirstRows } from "../../src/features/import/mapping/firstRows.ts";
import {
  type Columns,
  dateExampleOf,
  peopleOf,
  problemsOf,
  withMeaning,
} from "../../src/features/import/mapping/mapping.ts";
import { refusalInWords } from "../../src/features/import/refusalInWords.ts";

const columnsOf = (...names: ReadonlyArray<string>): Columns =>
  names.map((name) => ({ name, samples: [] }));

describe("days in cells", () => {
  it.each([
    ["2025-04-03", "month-first", "2025-04-03"],
    ["03/04/2025", "day-first", "2025-04-03"],
    ["03/04/2025", "month-first", "2025-03-04"],
    ["3.4.2025", "month-first", "2025-04-03"],
    ["15/03/2025", "month-first", undefined],
    ["30/02/2025", "day-first", undefined],
    ["03/04/2025", "year-first", undefined],
    ["03/04/20255", "day-first", undefined],
    ["soon", "day-first", undefined],
  ] as const)("%s, %s, is %s", (text, order, day) => {
    expect(dayIn(text, order)).toBe(day);
  });

  it("tells days that have two readings from those that have one", () => {
    expect(isAmbiguous("03/04/2025")).toBe(true);
    expect(isAmbiguous("04/04/2025")).toBe(false);
    expect(isAmbiguous("13/04/2025")).toBe(false);
    expect(isAmbiguous("3.4.2025")).toBe(false);
  });

  it("counts what is dated, and leaves what stands before it", () => {
    const notes =
      "Likes tea\n12 Mar 2024 Lunch\nand a walk\n03/04/2025: a call\nMarch 5, 2025 wrote";
    expect(datedNotesIn(notes, "day-first")).toEqual({ count: 3, before: "Likes tea" });
    expect(datedNotesIn("12 Mar people came", "day-first").count).toBe(0);
  });
});

describe("the first rows of a table", () => {
  it("stand side by side, below the header, without empty ones", () => {
    const text =
      'Exported today;;\r\n"Who; what";Mail;Note\r\n;;\r\nAna;;"says ""hi"";\r\ntwice"\r\n;b@x.example;\r\n';
    const columns = withFirstRows(text, columnsOf("Who; what", "Mail", "Note"));
    expect(columns.map(({ samples }) => samples)).toEqual([
      ["Ana", ""],
      ["", "b@x.example"],
      ['says "hi";\ntwice', ""],
    ]);
  });

  it("begin at once where there is no header", () => {
    const columns = withFirstRows("Ana\ta@x.example\nBo\t\n", columnsOf("Column 1", "Column 2"));
    expect(columns[0]?.samples).toEqual(["Ana", "Bo"]);
  });

  it("are those of the server where they cannot be told apart here", () => {
    const columns = [{ name: "Name", samples: ["Ana"] }];
    expect(withFirstRows('A "broken\nName|x\nAna', columns)).toBe(columns);
  });

  it("are twenty at most, and cells are cut", () => {
    const rows = Array.from({ length: 30 }, () => "x".repeat(300));
    const [column] = withFirstRows(["Name", ...rows].join("\n"), columnsOf("Name"));
    expect(column?.samples.length).toBe(20);
    expect(column?.samples[0]?.length).toBe(201);
  });

  it("are read in the encoding they have, also where the file is cut within a character", () => {
    expect(textIn(Buffer.from("Jörg", "latin1"))).toBe("Jörg");
    expect(textIn(Buffer.from([0xff, 0xfe, ...Buffer.from("Jörg", "utf16le")]))).toBe("Jörg");
    expect(textIn(Buffer.from("aö").subarray(0, 2))).toBe("a");
  });
});

describe("what the columns are", () => {
  const mapping: Mapping = { columns: ["name", "email", null], dateOrder: "day-first" };

  it("needs something that somebody goes by, and some things only once", () => {
    expect(problemsOf(mapping)).toEqual([]);
    expect(problemsOf({ ...mapping, columns: ["role", "phone"] })).toEqual([
      { column: null, code: "no-name" },
    ]);
    expect(problemsOf(withMeaning(mapping, 2, "name"))).toEqual([{ column: 2, code: "twice" }]);
    expect(problemsOf(withMeaning(mapping, 2, "email"))).toEqual([]);
  });

  it("makes people of the rows, and none of a row without a name", () => {
    const columns: Columns = [
      { name: "First", samples: ["Ana", "", ""] },
      { name: "Last", samples: ["Ruiz", "", ""] },
      { name: "Firm", samples: ["Quarterly", "Open Harbour", ""] },
      { name: "Mail", samples: ["Ana <ana@x.example>; nobody", "", ""] },
      { name: "Met", samples: ["03/04/2025", "99/99/2020", ""] },
      { name: "Tags", samples: ["a, b;a", "", "x"] },
      { name: "Log", samples: ["Tall\n2024-03-12 Lunch", "", ""] },
    ];
    const people = peopleOf(
      columns,
      {
        columns: [
          "first-name",
          "last-name",
          "organisation",
          "email",
          "known-since",
          "tags",
          "notes",
        ],
        dateOrder: "day-first",
      },
      5,
    );
    expect(people).toMatchObject([
      {
        name: "Ana Ruiz",
        organisation: "Quarterly",
        emails: ["ana@x.example"],
        tags: ["a", "b"],
        knownSince: "2025-04-03",
        notes: "Tall",
        contacts: 1,
      },
      { name: "Open Harbour", organisation: "", knownSince: "" },
    ]);
  });

  it("asks for the order of dates only where there are some it decides", () => {
    const columns = [{ name: "Met", samples: ["2024-03-12", "13/04/2025", "03/04/2025"] }];
    const dated: Mapping = { columns: ["known-since"], dateOrder: "day-first" };
    expect(dateExampleOf(columns, dated)).toEqual({
      written: "03/04/2025",
      readings: { "day-first": "2025-04-03", "month-first": "2025-03-04" },
    });
    expect(dateExampleOf(columns, { ...dated, columns: [null] })).toBeUndefined();
    const plain = [{ name: "Met", samples: ["2024-03-12", "3.4.2025"] }];
    expect(dateExampleOf(plain, dated)).toBeUndefined();
  });
});

describe("an import in words", () => {
  it("says what did not come along, and nothing where all did", () => {
    const counts = { new: 3, updated: 0, unchanged: 1, duplicate: 2, skipped: 1 };
    expect(leftInWords(counts)).toBe(
      "1 person was here already, 2 stood in the file twice, 1 was left out.",
    );
    expect(leftInWords({ ...counts, unchanged: 0, duplicate: 0 })).toBe("1 line was left out.");
    expect(leftInWords({ ...counts, unchanged: 0, duplicate: 0, skipped: 0 })).toBeUndefined();
    expect(contactsInWords(0)).toBeUndefined();
    expect(contactsInWords(12)).toBe("12 dated notes become contacts.");
  });

  it("tells a file that is gone from a page that failed", () => {
    expect(refusalInWords(new DOMException("gone", "NotFoundError"))).toContain("Choose it again");
    expect(refusalInWords(new TypeError("oops"))).toContain("Something went wrong");
  });
});
