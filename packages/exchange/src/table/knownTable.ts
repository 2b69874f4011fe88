/** A table whose header says which program wrote it, and so what its columns hold. */
import type { ImportSource, SkippedRow } from "@comity/domain/partner/schema";
import type { PlainDate } from "@comity/domain/time/schema";
import type { ReadRow } from "../file/fileRead.ts";

/** A record below the header, as a partner. `line` is the line of the file it starts on. */
export type RowReader = (
  cells: ReadonlyArray<string>,
  line: number,
  warnings: ReadonlyArray<string>,
) => ReadRow | SkippedRow;

/** Names of columns are trimmed and in lower case, here and below. */
export type KnownTable = {
  readonly source: ImportSource;
  /** Whether the columns are those of this program, and of no other. */
  readonly isHeader: (names: ReadonlySet<string>) => boolean;
  /** Whether they could be, for a file of which somebody says that it comes from there. */
  readonly mayBeHeader: (names: ReadonlySet<string>) => boolean;
  /** Whether the column is read, and so may stand only once. */
  readonly isRead: (name: string) => boolean;
  readonly rowReader: (names: ReadonlyArray<string>, today: PlainDate) => RowReader;
  readonly headerMissing: string;
  readonly howToExport: string;
};

export const columnNameOf = (cell: string): string => cell.trim().toLowerCase();

/** The cells of a row by the names of their columns. A column that is not there is empty. */
export const cellsByName = (
  names: ReadonlyArray<string>,
): ((cells: ReadonlyArray<string>, name: string) => string) => {
  const positions = new Map(names.map((name, position) => [name, position]));
  return (cells, name) => cells[positions.get(name) ?? -1] ?? "";
};

/** The cells under these positions that say something. */
export const cellsAt = (
  cells: ReadonlyArray<string>,
  positions: ReadonlyArray<number>,
): ReadonlyArray<string> => positions.map((position) => cells[position] ?? "");

export const positionsOf = <Column>(
  columns: ReadonlyArray<Column>,
  isAsked: (column: Column) => boolean,
): ReadonlyArray<number> =>
  columns.flatMap((column, position) => (isAsked(column) ? [position] : []));
