/** A table in steps: where it starts, whose it is, and what its rows say. */
import {
  type ColumnMapping,
  columnsMax,
  importRowsMax,
  type ImportSource,
  type SkippedRow,
} from "@comity/domain/partner/schema";
import type { PlainDate } from "@comity/domain/time/schema";
import {
  cellCharactersMax,
  type CellsRecord,
  type CsvExcess,
  type CsvRecord,
  csvRecords,
} from "../csv/csvRecords.ts";
import { delimiterOf } from "../csv/delimiter.ts";
import { ownTable } from "../export/ownTable.ts";
import {
  type FileRead,
  type FileUnreadable,
  type ReadRow,
  splitTheFile,
  thousands,
  unreadable,
} from "../file/fileRead.ts";
import { googleContacts } from "../google/googleContacts.ts";
import { connections } from "../linkedin/connections.ts";
import { outlookContacts } from "../outlook/outlookContacts.ts";
import { isBlank } from "../text/showable.ts";
import {
  type Header,
  headerSearchRowsMax,
  isHeaderOf,
  knownHeader,
  unknownHeader,
} from "./header.ts";
import { columnNameOf, type KnownTable, type RowReader } from "./knownTable.ts";
import { mappedRowReader, misfitOf } from "./mappedRow.ts";

const recordsMax = headerSearchRowsMax + importRowsMax;

/** What is looked at before others get a turn: some milliseconds of work. */
const charactersAtOnce = 30_000;

/** The surest first: a header may have the columns of several. */
const knownTables = [ownTable, googleContacts, connections, outlookContacts];

export type Table = { readonly header: Header; readonly body: ReadonlyArray<CsvRecord> };

export type TableAsked = {
  /** Undefined: as the header says. `csv`: no table of another program. */
  readonly source: ImportSource | undefined;
  readonly mapping: ColumnMapping | undefined;
};

/** The table in a text with plain lines. */
export function* tableIn(
  text: string,
  { source, mapping }: TableAsked,
): Generator<undefined, Table | FileUnreadable> {
  const tables = mapping === undefined ? tablesFrom(source) : [];
  const isTold = source !== undefined;
  const delimiter = delimiterOf(text, headerSearchRowsMax, (cells) =>
    tables.some((table) => isHeaderOf(table, cells, isTold)),
  );
  yield;

  const records: Array<CsvRecord> = [];
  const reading = csvRecords(text, delimiter, recordsMax);
  for (;;) {
    const step = reading.next();
    if (step.done !== true) {
      for (const record of step.value) records.push(record);
      yield;
    } else if (step.value === undefined) break;
    else return refusalOf(step.value);
  }
  const [only] = tables;
  const header = knownHeader(records, tables, isTold) ?? unknownHeader(records);
  const missing = header._tag === "Unknown" && isTold && source !== "csv" ? only : undefined;
  // Counted before a missing header is reported: both are true then, and the size is the worse.
  const body = missing === undefined ? records.slice(header.bodyIndex) : records;
  if (body.length > importRowsMax) return tooManyRows;
  if (missing !== undefined) return headerMissing(missing);
  return duplicateIn(header) ?? { header, body };
}

/** What the rows of the table say, as the source has it or the mapping. */
export function* rowsOf(
  { header, body }: Table,
  mapping: ColumnMapping | undefined,
  today: PlainDate,
): Generator<undefined, FileRead | FileUnreadable> {
  const { names } = header;
  if (header._tag === "Known") {
    const reader = header.table.rowReader(names.map(columnNameOf), today);
    return yield* rowsReading(header.table.source, body, { reader, width: names.length });
  }
  if (mapping === undefined) return mappingNeeded;
  const misfit = misfitOf(mapping, names);
  if (misfit !== undefined) return misfit;
  const reader = mappedRowReader(mapping, today);
  return yield* rowsReading("csv", body, { reader, width: names.length });
}

type BodyReading = { readonly reader: RowReader; readonly width: number };

function* rowsReading(
  source: ImportSource,
  body: ReadonlyArray<CsvRecord>,
  { reader, width }: BodyReading,
): Generator<undefined, FileRead> {
  const rows: Array<ReadRow> = [];
  const skipped: Array<SkippedRow> = [];
  let characters = 0;
  for (const record of body) {
    const row = record._tag === "Cells" ? rowOf(record, reader, width) : notRead(record);
    if ("partner" in row) rows.push(row);
    else skipped.push(row);
    characters += charactersOf(record);
    if (characters < charactersAtOnce) continue;
    characters = 0;
    yield;
  }
  return { _tag: "Read", source, rows, skipped };
}

/** An empty row is some work, too. */
const charactersOf = (record: CsvRecord): number =>
  record._tag === "Cells" ? record.cells.reduce((sum, cell) => sum + cell.length, 50) : 50;

const rowOf = (
  { cells, line }: CellsRecord,
  reader: RowReader,
  width: number,
): ReadRow | SkippedRow => {
  if (cells.every(isBlank)) {
    return { row: line, reason: "empty", message: `Line ${line} is empty.` };
  }
  const isWider = cells.length > width && !cells.slice(width).every(isBlank);
  return reader(cells, line, isWider ? [moreCellsThanColumns] : []);
};

const tablesFrom = (source: ImportSource | undefined): ReadonlyArray<KnownTable> =>
  source === undefined ? knownTables : knownTables.filter((table) => table.source === source);

const duplicateIn = (header: Header): FileUnreadable | undefined => {
  if (header._tag === "Unknown") return undefined;
  const names = header.names.map(columnNameOf);
  const twice = names.findIndex(
    (name, position) => header.table.isRead(name) && names.indexOf(name) !== position,
  );
  const column = header.names[twice];
  return column === undefined ? undefined : duplicateColumn(column, header.line);
};

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

const moreCellsThanColumns =
  "This row has more cells than the header, so its values may stand in the wrong columns.";

const refusalOf = (excess: CsvExcess): FileUnreadable => {
  switch (excess._tag) {
    case "CellTooLong":
      return cellTooLong(excess.line);
    case "TooManyColumns":
      return tooManyColumns(excess.line);
    case "TooManyRecords":
      return tooManyRows;
  }
};

const tooManyRows = unreadable(
  "too-many-rows",
  `This file has more than ${thousands(importRowsMax)} rows.`,
  splitTheFile("the header row"),
);

const tooManyColumns = (line: number): FileUnreadable =>
  unreadable(
    "too-many-columns",
    `Line ${line} has more than ${columnsMax} columns.`,
    "Remove the columns that are not needed, then drop the file here again.",
  );

const cellTooLong = (line: number): FileUnreadable =>
  unreadable(
    "field-too-long",
    `A cell on line ${line} has more than ${thousands(cellCharactersMax)} characters.`,
    "Shorten it, or export the file again, then drop it here.",
  );

const duplicateColumn = (column: string, line: number): FileUnreadable =>
  unreadable(
    "duplicate-header",
    `The header on line ${line} names the column ${column} more than once.`,
    "Remove or rename one of the two columns, then drop the file here again.",
  );

const headerMissing = (table: KnownTable): FileUnreadable =>
  unreadable(
    "not-a-contacts-file",
    `None of the first ${headerSearchRowsMax} rows ${table.headerMissing}`,
    table.howToExport,
  );

const mappingNeeded = unreadable(
  "mapping-needed",
  "This table is not one that is known here.",
  "Choose what its columns are, and it can be read.",
);
