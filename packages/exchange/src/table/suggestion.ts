/** How the columns of an unknown table seem to be meant. A proposal: nothing is read by it. */
import type {
  ColumnMapping,
  ColumnMeaning,
  DateOrder,
  FileReading,
} from "@comity/domain/partner/schema";
import { sampleRowsMax } from "@comity/domain/partner/schema";
import { shownOrder } from "../dates/day.ts";
import type { CsvRecord } from "../csv/csvRecords.ts";
import { isBlank, showableLines } from "../text/showable.ts";
import {
  looksLikeContact,
  looksLikeDate,
  looksLikeEmail,
  looksLikeLink,
  looksLikePhone,
} from "./cells.ts";
import { isOtherDay, meaningOfName } from "./meanings.ts";

/** Of a cell that is shown as an example. */
const sampleCharactersMax = 200;
const dateRowsMax = 1_000;

/** Meanings that one column has, and no second. */
export const singleMeanings: ReadonlySet<ColumnMeaning> = new Set([
  "name",
  "first-name",
  "last-name",
  "organisation",
  "role",
  "known-since",
]);

export type Columns = FileReading["columns"];

/** The columns, each with the first cells that say something. */
export const columnsOf = (names: ReadonlyArray<string>, body: ReadonlyArray<CsvRecord>): Columns =>
  names.map((name, position) => ({
    name,
    samples: samplesAt(body, position).map((cell) => shortened(showableLines(cell))),
  }));

export const suggestedMapping = (
  names: ReadonlyArray<string>,
  body: ReadonlyArray<CsvRecord>,
): ColumnMapping => {
  const taken = new Set<ColumnMeaning>();
  const columns = names.map((name, position) => {
    const meaning = meaningOf(name, samplesAt(body, position));
    if (meaning === null || (singleMeanings.has(meaning) && taken.has(meaning))) return null;
    taken.add(meaning);
    return meaning;
  });
  return { columns, dateOrder: dateOrderOf(columns, body) };
};

const samplesAt = (body: ReadonlyArray<CsvRecord>, position: number): ReadonlyArray<string> => {
  const samples: Array<string> = [];
  for (const record of body) {
    const cell = record._tag === "Cells" ? (record.cells[position] ?? "") : "";
    if (!isBlank(cell)) samples.push(cell);
    if (samples.length === sampleRowsMax) break;
  }
  return samples;
};

const shortened = (cell: string): string =>
  cell.length <= sampleCharactersMax
    ? cell
    : `${cell.slice(0, sampleCharactersMax).trimEnd()}…`.toWellFormed();

/** The name of a column is believed, unless its cells are clearly something else. */
const meaningOf = (name: string, samples: ReadonlyArray<string>): ColumnMeaning | null => {
  const named = meaningOfName(name);
  const are = (isIt: (cell: string) => boolean, share = 0.8): boolean =>
    samples.length > 0 && samples.filter(isIt).length >= share * samples.length;
  if (named === undefined || named === "name") {
    if (are(looksLikeEmail)) return "email";
    if (are(looksLikeLink)) return "link";
    if (are(looksLikePhone)) return "phone";
  }
  if (named === undefined && are(looksLikeDate)) return isOtherDay(name) ? null : "known-since";
  if (named === undefined || named === "notes") {
    if (are(looksLikeContact, 0.5)) return "contacts";
  }
  return named ?? null;
};

const dated: ReadonlySet<ColumnMeaning | null> = new Set(["known-since", "notes", "contacts"]);

/** By the dates that have one reading only. Day first where none decides, which is there to be seen. */
const dateOrderOf = (
  columns: ColumnMapping["columns"],
  body: ReadonlyArray<CsvRecord>,
): DateOrder => {
  const counts = { "day-first": 0, "month-first": 0, "year-first": 0, ambiguous: 0 };
  for (const record of body.slice(0, dateRowsMax)) {
    if (record._tag !== "Cells") continue;
    for (const [position, meaning] of columns.entries()) {
      if (!dated.has(meaning)) continue;
      for (const line of (record.cells[position] ?? "").split("\n")) {
        const order = shownOrder(line.trimStart());
        if (order !== undefined) counts[order]++;
      }
    }
  }
  const decided = counts["day-first"] + counts["month-first"];
  if (decided > 0) return counts["month-first"] > counts["day-first"] ? "month-first" : "day-first";
  return counts["year-first"] > 0 && counts.ambiguous === 0 ? "year-first" : "day-first";
};
