/**
 * CSV as records (RFC 4180), each with the line it starts on.
 *
 * Papa Parse reads on to the end of the file when a quote is never closed, and takes every later
 * row with it. Here only the line with that quote is lost, and reading stays linear.
 */

export const cellCharactersMax = 10_000;
export const columnsMax = 100;

/** `line` is the line of the text on which the record starts, from 1. */
export type CsvRecord =
  | { readonly _tag: "Cells"; readonly line: number; readonly cells: ReadonlyArray<string> }
  | { readonly _tag: "UnpairedQuote"; readonly line: number; readonly quoteLine: number };

/** Why reading stopped before the end. */
export type CsvExcess =
  | { readonly _tag: "CellTooLong"; readonly line: number }
  | { readonly _tag: "TooManyColumns"; readonly line: number };

type Place = { readonly at: number; readonly line: number };
type Cell = { readonly value: string; readonly end: number };

/**
 * The records of a text whose lines end in `\n`, read one by one as you ask for them.
 * A record with an excess is the last one.
 */
export function* csvRecords(text: string): Generator<CsvRecord | CsvExcess, void> {
  let place: Place | undefined = { at: 0, line: 1 };
  while (place !== undefined && place.at < text.length) {
    const [record, next]: ReadRecord = readRecord(text, place);
    yield record;
    place = next;
  }
}

type ReadRecord = readonly [record: CsvRecord | CsvExcess, next: Place | undefined];

const readRecord = (text: string, start: Place): ReadRecord => {
  const cells: Array<string> = [];
  let { at, line } = start;
  for (;;) {
    const cell = text[at] === '"' ? quotedCell(text, at) : bareCell(text, at);
    if (cell === undefined) {
      const record = { _tag: "UnpairedQuote", line: start.line, quoteLine: line } as const;
      return [record, { at: nextLine(text, at), line: line + 1 }];
    }
    if (cell.value.length > cellCharactersMax) {
      return [{ _tag: "CellTooLong", line }, undefined];
    }
    if (cells.length === columnsMax) {
      return [{ _tag: "TooManyColumns", line: start.line }, undefined];
    }
    cells.push(cell.value);
    line += lineBreaksIn(cell.value);
    at = cell.end + 1;
    if (text[cell.end] !== ",") {
      return [
        { _tag: "Cells", line: start.line, cells },
        { at, line: line + 1 },
      ];
    }
  }
};

const bareCell = (text: string, start: number): Cell => {
  let end = start;
  while (!endsCell(text, end)) end++;
  return { value: text.slice(start, end), end };
};

/** Undefined when the quote is never closed, or closed in the middle of the cell. */
const quotedCell = (text: string, open: number): Cell | undefined => {
  let close = text.indexOf('"', open + 1);
  while (close !== -1 && text[close + 1] === '"') close = text.indexOf('"', close + 2);
  if (close === -1) return undefined;

  let end = close + 1;
  while (text[end] === " " || text[end] === "\t") end++;
  if (!endsCell(text, end)) return undefined;
  return { value: text.slice(open + 1, close).replaceAll('""', '"'), end };
};

const endsCell = (text: string, at: number): boolean =>
  at >= text.length || text[at] === "," || text[at] === "\n";

const nextLine = (text: string, at: number): number => {
  const lineEnd = text.indexOf("\n", at);
  return lineEnd === -1 ? text.length : lineEnd + 1;
};

const lineBreaksIn = (value: string): number => {
  let count = 0;
  for (let at = value.indexOf("\n"); at !== -1; at = value.indexOf("\n", at + 1)) count++;
  return count;
};
