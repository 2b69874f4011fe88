/** What the columns of a table hold: what is wrong with a choice, and whom it would make of the first rows. */
import type { ColumnMeaning, DateOrder, FileReading } from "@comity/domain/partner/schema";
import type { Mapping } from "../importFiles.ts";
import { dayIn, datedNotesIn, isAmbiguous, isNumericDay } from "./days.ts";

export type Columns = FileReading["columns"];

/** Meanings that one column has, and no second; as the server has it. */
const singleMeanings: ReadonlySet<ColumnMeaning> = new Set([
  "name",
  "first-name",
  "last-name",
  "organisation",
  "role",
  "known-since",
]);

/** One of these has to be there: it is what somebody goes by. */
const naming: ReadonlyArray<ColumnMeaning> = [
  "name",
  "first-name",
  "last-name",
  "organisation",
  "email",
];

export interface MappingProblem {
  /** Null: it is about no column in particular. */
  readonly column: number | null;
  readonly code: "no-name" | "twice";
}

export const problemsOf = ({ columns }: Mapping): ReadonlyArray<MappingProblem> => {
  const twice = columns.flatMap((meaning, column) =>
    meaning !== null && singleMeanings.has(meaning) && columns.indexOf(meaning) !== column
      ? [{ column, code: "twice" as const }]
      : [],
  );
  const isNamed = naming.some((meaning) => columns.includes(meaning));
  return isNamed ? twice : [{ column: null, code: "no-name" }, ...twice];
};

export const withMeaning = (
  mapping: Mapping,
  column: number,
  meaning: ColumnMeaning | null,
): Mapping => ({
  ...mapping,
  columns: mapping.columns.map((before, position) => (position === column ? meaning : before)),
});

/** Someone as the first rows would make them. The server has the last word in the step that follows. */
export interface Person {
  /** Which of the rows that are shown. */
  readonly row: number;
  readonly name: string;
  readonly organisation: string;
  readonly role: string;
  readonly emails: ReadonlyArray<string>;
  readonly phones: ReadonlyArray<string>;
  readonly links: ReadonlyArray<string>;
  readonly tags: ReadonlyArray<string>;
  readonly notes: string;
  readonly contacts: number;
  /** As a plain date where it can be read, else as it stands in the file. */
  readonly knownSince: string;
}

const filled = (values: ReadonlyArray<string>): ReadonlyArray<string> =>
  values.map((value) => value.trim()).filter((value) => value !== "");

/** A day in numbers that the calendar does not have, or not in this order, is left out. */
const isNumbers = (text: string): boolean => /^[\d/.\s-]*$/.test(text);

const emailsIn = (cell: string): ReadonlyArray<string> => {
  const bracketed = [...cell.matchAll(/<([^<>]*)>/g)].map(([, address = ""]) => address);
  return bracketed.length > 0 ? bracketed : filled(cell.split(/[\s,;|]+/));
};

export const rowsShownOf = (columns: Columns): number =>
  columns.reduce((most, { samples }) => Math.max(most, samples.length), 0);

const personOf = (columns: Columns, mapping: Mapping, row: number): Person => {
  const cellsOf = (...meanings: ReadonlyArray<ColumnMeaning>): ReadonlyArray<string> =>
    columns.flatMap(({ samples }, position) => {
      const meaning = mapping.columns[position] ?? null;
      return meaning !== null && meanings.includes(meaning) ? filled([samples[row] ?? ""]) : [];
    });
  const oneOf = (meaning: ColumnMeaning): string => cellsOf(meaning)[0] ?? "";
  const organisation = oneOf("organisation");
  const emails = cellsOf("email")
    .flatMap(emailsIn)
    .filter((email) => /^[^@\s]+@[^@\s]+\.[^@\s]+$/.test(email));
  const said = oneOf("name") || filled([oneOf("first-name"), oneOf("last-name")]).join(" ");
  const name = said || organisation || (emails[0] ?? "");
  const since = oneOf("known-since");
  const notes = cellsOf("notes", "contacts").map((cell) => datedNotesIn(cell, mapping.dateOrder));
  return {
    row,
    name,
    organisation: said === "" ? "" : organisation,
    role: oneOf("role"),
    emails,
    phones: cellsOf("phone").flatMap((cell) => filled(cell.split(/[\n;|]|, |:::/))),
    links: cellsOf("link").flatMap((cell) => filled(cell.split(/\s+/))),
    tags: [...new Set(cellsOf("tags").flatMap((cell) => filled(cell.split(/[\n\t,;|]|:::/))))],
    notes: filled(notes.map(({ before }) => before)).join("\n"),
    contacts: notes.reduce((sum, { count }) => sum + count, 0),
    knownSince: dayIn(since, mapping.dateOrder) ?? (isNumbers(since) ? "" : since),
  };
};

/** The first people of the table. One without a name is skipped, as the server does it. */
export const peopleOf = (columns: Columns, mapping: Mapping, most: number): ReadonlyArray<Person> =>
  Array.from({ length: rowsShownOf(columns) }, (_, row) => personOf(columns, mapping, row))
    .filter(({ name }) => name !== "")
    .slice(0, most);

const dated: ReadonlySet<ColumnMeaning | null> = new Set(["known-since", "notes", "contacts"]);

export interface DateExample {
  /** As it stands in the file, or as it could. */
  readonly written: string;
  readonly readings: Readonly<Record<Exclude<DateOrder, "year-first">, string | undefined>>;
}

/**
 * A date that the order decides about; undefined where no column has such. One that reads one way
 * only shows the order, too, but what it is asked for are the others.
 */
export const dateExampleOf = (
  columns: Columns,
  { columns: meanings }: Mapping,
): DateExample | undefined => {
  const found = columns
    .filter((_, position) => dated.has(meanings[position] ?? null))
    .flatMap(({ samples }) => samples.flatMap((cell) => cell.split("\n")))
    .map((line) => /^\s*(\d{1,2}[-/]\d{1,2}[-/]\d{4})(?!\d)/.exec(line)?.[1] ?? "")
    .filter(isNumericDay);
  if (found.length === 0) return undefined;
  const written = found.find(isAmbiguous) ?? "03/04/2025";
  return {
    written,
    readings: {
      "day-first": dayIn(written, "day-first"),
      "month-first": dayIn(written, "month-first"),
    },
  };
};
