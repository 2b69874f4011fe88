/** Where the table of a `Connections.csv` starts, and which column holds what. */
import type { CsvRecord } from "./csvRecords.ts";

export const headerSearchRowsMax = 50;

const columnNames = [
  "First Name",
  "Last Name",
  "URL",
  "Email Address",
  "Company",
  "Position",
  "Connected On",
] as const;
export type ColumnName = (typeof columnNames)[number];

/** Where the columns stand that are read, and how many the file has in all. */
export type Columns = {
  readonly positions: ReadonlyMap<ColumnName, number>;
  readonly count: number;
};

export type Header =
  | { readonly _tag: "Header"; readonly index: number; readonly columns: Columns }
  | { readonly _tag: "DuplicateColumn"; readonly column: ColumnName; readonly line: number }
  | { readonly _tag: "NoHeader" };

/** LinkedIn puts notes of changing length above the header, so it is searched for. */
export const headerOf = (records: ReadonlyArray<CsvRecord>): Header => {
  for (const [index, record] of records.slice(0, headerSearchRowsMax).entries()) {
    if (record._tag !== "Cells") continue;
    const cells = record.cells.map((cell) => cell.trim().toLowerCase());
    if (!cells.includes("first name") && !cells.includes("last name")) continue;

    const found = columnNames.filter((name) => cells.includes(name.toLowerCase()));
    const column = found.find((name) => isTwiceIn(cells, name.toLowerCase()));
    if (column !== undefined) return { _tag: "DuplicateColumn", column, line: record.line };

    const positions = new Map(found.map((name) => [name, cells.indexOf(name.toLowerCase())]));
    return { _tag: "Header", index, columns: { positions, count: cells.length } };
  }
  return { _tag: "NoHeader" };
};

const isTwiceIn = (cells: ReadonlyArray<string>, name: string): boolean =>
  cells.indexOf(name) !== cells.lastIndexOf(name);
