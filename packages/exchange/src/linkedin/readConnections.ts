/** LinkedIn's `Connections.csv`, as text, to partners that can be looked through and imported. */
import { importRowsMax, type SkippedRow } from "@comity/domain/partner/schema";
import { type CellsRecord, connectionRow } from "./connectionRow.ts";
import {
  type ConnectionsFile,
  type ConnectionsRead,
  type ConnectionsUnreadable,
  type ReadRow,
  unreadable,
} from "./connectionsFile.ts";
import { cellCharactersMax, columnsMax, type CsvRecord, csvRecords } from "./csvRecords.ts";
import { type Columns, headerOf, headerSearchRowsMax } from "./header.ts";

const recordsMax = headerSearchRowsMax + importRowsMax;

/** Rows looked at before others get a turn: some milliseconds of work. */
const rowsAtOnce = 200;

/**
 * Reads the whole file, or refuses it with what to do next. A row that cannot be taken in is
 * skipped and named, and the other rows are read. Nothing is guessed.
 */
export const readConnections = (text: string): ConnectionsFile => {
  const reading = connectionsReading(text);
  for (;;) {
    const step = reading.next();
    if (step.done === true) return step.value;
  }
};

/** The same in steps, for a caller that has other things to do in between. */
export function* connectionsReading(text: string): Generator<undefined, ConnectionsFile> {
  const plain = withPlainLines(text);
  if (plain === "") return unreadable("empty-file", "This file is empty.");

  yield;
  const read = csvRecords(plain, recordsMax);
  yield;
  switch (read._tag) {
    case "Records":
      return yield* tableReading(read.records);
    case "CellTooLong":
      return cellTooLong(read.line);
    case "TooManyColumns":
      return tooManyColumns(read.line);
    case "TooManyRecords":
      return tooManyRows;
  }
}

function* tableReading(records: ReadonlyArray<CsvRecord>): Generator<undefined, ConnectionsFile> {
  const header = headerOf(records);
  if (header._tag === "DuplicateColumn") return duplicateColumn(header.column, header.line);

  // Counted before a missing header is reported: both are true then, and the size is the worse.
  const body = header._tag === "Header" ? records.slice(header.index + 1) : records;
  if (body.length > importRowsMax) return tooManyRows;
  return header._tag === "Header" ? yield* rowsReading(body, header.columns) : noHeader;
}

function* rowsReading(
  records: ReadonlyArray<CsvRecord>,
  columns: Columns,
): Generator<undefined, ConnectionsRead> {
  const rows: Array<ReadRow> = [];
  const skipped: Array<SkippedRow> = [];
  for (const [index, record] of records.entries()) {
    const row = record._tag === "Cells" ? connectionRow(record, columns) : notRead(record);
    if ("partner" in row) rows.push(row);
    else skipped.push(row);
    if (index % rowsAtOnce === rowsAtOnce - 1) yield;
  }
  return { _tag: "Read", rows, skipped };
}

/**
 * Without byte order marks, which stand in the middle when files were joined, and with `\n` at the
 * end of every line but the last. A run of blanks becomes two: a cell keeps one of them at most, and
 * Papa Parse would walk over a long run again for each of the quotes before it.
 */
const withPlainLines = (text: string): string =>
  text
    .replace(/^\uFEFF+/gm, "")
    .replace(/\r\n?/g, "\n")
    .replace(/[^\S\n]{3,}/g, "  ")
    .trimEnd();

const notRead = (record: Exclude<CsvRecord, CellsRecord>): SkippedRow => ({
  row: record.line,
  reason: "unreadable",
  message: record._tag === "Remainder" ? remainder(record.line) : unpairedQuote(record.quoteLine),
});

const unpairedQuote = (line: number): string =>
  `A quote on line ${line} opens a cell that is not closed properly. ` +
  "Remove the quote, or close the cell with one and double the quotes inside it.";

const remainder = (line: number): string =>
  `Nothing was read from line ${line} on: too many quotes above it are not closed properly. ` +
  "Remove or close them, then drop the file here again.";

const thousands = (count: number): string => count.toLocaleString("en");

const noHeader = unreadable(
  "not-a-connections-file",
  `None of the first ${headerSearchRowsMax} rows names a First Name or Last Name column.`,
);

const tooManyRows = unreadable(
  "too-many-rows",
  `This file has more than ${thousands(importRowsMax)} rows.`,
  "Split it into smaller files that each begin with the header row, and drop them here in turn.",
);

const tooManyColumns = (line: number): ConnectionsUnreadable =>
  unreadable("too-many-columns", `Line ${line} has more than ${columnsMax} columns.`);

const cellTooLong = (line: number): ConnectionsUnreadable =>
  unreadable(
    "field-too-long",
    `A cell on line ${line} has more than ${thousands(cellCharactersMax)} characters.`,
    "Shorten it, or export your connections from LinkedIn again, then drop the file here.",
  );

const duplicateColumn = (column: string, line: number): ConnectionsUnreadable =>
  unreadable(
    "duplicate-header",
    `The header on line ${line} names the column ${column} more than once.`,
    "Remove or rename one of the two columns, then drop the file here again.",
  );
