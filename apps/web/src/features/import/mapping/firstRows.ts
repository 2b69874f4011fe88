/**
 * The first rows of a table as they stand side by side. The server tells what each column holds by
 * cells that say something, which are those of other rows in every column.
 */
import type { Columns } from "./mapping.ts";

const rowsMax = 20;
const bytesRead = 200_000;
/** Notes may stand above the header. */
const recordsMax = 80;
const cellCharactersMax = 200;

const delimiters = [",", ";", "\t"] as const;

/** As the server reads them, for the beginning of a file, which may end within a character. */
export const textIn = (bytes: Uint8Array): string => {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder("utf-16be").decode(bytes);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes, { stream: true });
  } catch {
    return new TextDecoder("windows-1252").decode(bytes);
  }
};

/** A cell in quotes, in which they are doubled, or one without, and what ends it. */
const cellOf = (delimiter: string): RegExp =>
  new RegExp(`(?:"((?:[^"]|"")*)"|([^${delimiter}\\n]*))(${delimiter}|\\n|$)`, "y");

const recordsIn = (text: string, delimiter: string): ReadonlyArray<ReadonlyArray<string>> => {
  const records: Array<ReadonlyArray<string>> = [];
  const cell = cellOf(delimiter);
  let cells: Array<string> = [];
  while (cell.lastIndex < text.length && records.length < recordsMax) {
    const found = cell.exec(text);
    // A quote in an odd place: what stands above it is enough to see.
    if (found === null) break;
    const [, quoted, plain = "", end] = found;
    cells.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'));
    if (end === delimiter) continue;
    records.push(cells);
    cells = [];
  }
  return records;
};

const plain = (cell: string): string => cell.replaceAll(/\s+/g, " ").trim();

const isHeaderless = (names: ReadonlyArray<string>): boolean =>
  names.every((name, position) => name === `Column ${position + 1}`);

/** The records below the header that the server found; undefined where they are parted otherwise. */
const bodyOf = (
  records: ReadonlyArray<ReadonlyArray<string>>,
  names: ReadonlyArray<string>,
): ReadonlyArray<ReadonlyArray<string>> | undefined => {
  if (isHeaderless(names)) {
    const first = records.findIndex((cells) => cells.length === names.length);
    return first === -1 ? undefined : records.slice(first);
  }
  const header = records.findIndex(
    (cells) =>
      cells.length === names.length &&
      cells.every((cell, position) => plain(cell) === plain(names[position] ?? "")),
  );
  return header === -1 ? undefined : records.slice(header + 1);
};

const shortened = (cell: string): string =>
  cell.length <= cellCharactersMax ? cell : `${cell.slice(0, cellCharactersMax).trimEnd()}…`;

/** The columns with their cells row by row; as they came where the rows cannot be told apart here. */
export const withFirstRows = (text: string, columns: Columns): Columns => {
  const names = columns.map(({ name }) => name);
  const plainText = text.replace(/^\uFEFF/, "").replaceAll(/\r\n?/g, "\n");
  const bodies = delimiters.map((delimiter) => bodyOf(recordsIn(plainText, delimiter), names));
  const rows = bodies
    .find((body) => body !== undefined)
    ?.filter((cells) => cells.some((cell) => cell.trim() !== ""))
    .slice(0, rowsMax);
  if (rows === undefined || rows.length === 0) return columns;
  return columns.map(({ name }, position) => ({
    name,
    samples: rows.map((cells) => shortened((cells[position] ?? "").trim())),
  }));
};

export const readFirstRows = async (file: File, columns: Columns): Promise<Columns> => {
  const bytes = new Uint8Array(await file.slice(0, bytesRead).arrayBuffer());
  return withFirstRows(textIn(bytes), columns);
};
