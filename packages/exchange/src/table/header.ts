/** Where a table starts, and what its columns are called. */
import type { CellsRecord, CsvRecord } from "../csv/csvRecords.ts";
import { isBlank, showable } from "../text/showable.ts";
import { looksLikeValue } from "./cells.ts";
import { columnNameOf, type KnownTable } from "./knownTable.ts";
import { meaningOfName } from "./meanings.ts";

export const headerSearchRowsMax = 50;

export type Header =
  | {
      readonly _tag: "Known";
      readonly table: KnownTable;
      readonly names: ReadonlyArray<string>;
      /** Of the first row below. */
      readonly bodyIndex: number;
      readonly line: number;
    }
  | { readonly _tag: "Unknown"; readonly names: ReadonlyArray<string>; readonly bodyIndex: number };

export const isHeaderOf = (
  table: KnownTable,
  cells: ReadonlyArray<string>,
  isTold: boolean,
): boolean => {
  const names = new Set(cells.map(columnNameOf));
  return isTold ? table.mayBeHeader(names) : table.isHeader(names);
};

/** The first row that is the header of one of the tables. */
export const knownHeader = (
  records: ReadonlyArray<CsvRecord>,
  tables: ReadonlyArray<KnownTable>,
  isTold: boolean,
): Extract<Header, { readonly _tag: "Known" }> | undefined => {
  for (const [index, record] of records.slice(0, headerSearchRowsMax).entries()) {
    if (record._tag !== "Cells") continue;
    const { cells, line } = record;
    const table = tables.find((each) => isHeaderOf(each, cells, isTold));
    if (table === undefined) continue;
    return { _tag: "Known", table, names: cells.map(showable), bodyIndex: index + 1, line };
  }
  return undefined;
};

/**
 * The row that names the most columns in words that are known, else the first one. A table that
 * starts with values has no header, and its columns are numbered.
 */
export const unknownHeader = (records: ReadonlyArray<CsvRecord>): Header => {
  const rows = records
    .slice(0, headerSearchRowsMax)
    .flatMap((record, index) => (isRow(record) ? [{ cells: record.cells, index }] : []));
  let best = { index: -1, known: 0 };
  for (const { cells, index } of rows) {
    const known = cells.some(looksLikeValue) ? 0 : cells.filter(isKnownName).length;
    if (known > best.known) best = { index, known };
  }
  const row = rows.find(({ index }) => index === best.index) ?? rows[0];
  if (row === undefined) return { _tag: "Unknown", names: [], bodyIndex: 0 };

  const numbered = rows.reduce((most, { cells }) => Math.max(most, cells.length), 0);
  return row.cells.some(looksLikeValue)
    ? { _tag: "Unknown", names: columnNumbers(numbered), bodyIndex: row.index }
    : { _tag: "Unknown", names: row.cells.map(showable), bodyIndex: row.index + 1 };
};

/** The first line may be one for spreadsheets, which says what parts the cells. */
const isRow = (record: CsvRecord): record is CellsRecord =>
  record._tag === "Cells" && !record.cells.every(isBlank) && !/^sep=/i.test(record.cells[0] ?? "");

const isKnownName = (cell: string): boolean => meaningOfName(cell) !== undefined;

const columnNumbers = (count: number): ReadonlyArray<string> =>
  Array.from({ length: count }, (_, index) => `Column ${index + 1}`);
