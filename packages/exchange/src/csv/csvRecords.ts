/**
 * CSV as records (RFC 4180), told apart by Papa Parse, each with the line it starts on.
 *
 * Papa Parse reads on when a quote is not closed properly, to the end if need be, and takes the
 * rows in between with it. So it gets the text in pieces of whole lines, and starts again on the
 * line after such a quote: only that line is lost. A piece is about twice as long as the one
 * before, and short again after a restart, so little is read in vain.
 */
import Papa from "papaparse";

export const cellCharactersMax = 10_000;
export const columnsMax = 100;

/** Restarts count when more than this was read in vain; together the others cost little. */
export const vainCharactersMax = 100_000;
export const restartsMax = 20;

/** `line` is the line of the text on which the record starts, from 1. */
export type CsvRecord =
  | { readonly _tag: "Cells"; readonly line: number; readonly cells: ReadonlyArray<string> }
  | { readonly _tag: "UnpairedQuote"; readonly line: number; readonly quoteLine: number }
  /** All that is left, after too many restarts. */
  | { readonly _tag: "Remainder"; readonly line: number };

/** Why reading stopped before the end. */
export type CsvExcess =
  | { readonly _tag: "CellTooLong"; readonly line: number }
  | { readonly _tag: "TooManyColumns"; readonly line: number }
  | { readonly _tag: "TooManyRecords" };

export type CsvRead = { readonly _tag: "Records"; readonly records: ReadonlyArray<CsvRecord> };

/** The records of a text whose lines end in `\n`, none of them starting with a byte order mark. */
export const csvRecords = (text: string, recordsMax: number): CsvRead | CsvExcess => {
  const records: Array<CsvRecord> = [];
  let place: Place = { at: 0, line: 1 };
  let charactersAhead = 0;
  let restarts = 0;
  while (place.at < text.length) {
    const end = nextLine(text, place.at + charactersAhead);
    const piece = readPiece(text, place, end, recordsMax - records.length);
    if (piece.excess !== undefined) return piece.excess;

    for (const record of piece.records) records.push(record);
    charactersAhead = piece.readInVain === undefined ? 2 * (end - place.at) : 0;
    place = piece.next;
    if ((piece.readInVain ?? 0) <= vainCharactersMax) continue;

    if (restarts === restartsMax) {
      records.push({ _tag: "Remainder", line: place.line });
      break;
    }
    restarts++;
  }
  return { _tag: "Records", records };
};

type Place = { readonly at: number; readonly line: number };

type Piece = {
  readonly records: Array<CsvRecord>;
  next: Place;
  /** How far Papa Parse went past the line of an unpaired quote. Undefined without one. */
  readInVain?: number;
  excess?: CsvExcess | undefined;
};

/** Reads up to `end`, which is the end of a line, or up to the first unpaired quote or excess. */
const readPiece = (text: string, start: Place, end: number, recordsMax: number): Piece => {
  const piece: Piece = { records: [], next: start };
  Papa.parse<ReadonlyArray<string>>(text.slice(start.at, end), {
    delimiter: ",",
    newline: "\n",
    step: ({ data: cells, errors: [error], meta }, parser) => {
      const { at, line } = piece.next;
      // Behind the last line break of a piece Papa Parse sees an empty record.
      if (at === end) return;

      const recordEnd = start.at + meta.cursor;
      if (error === undefined) {
        piece.records.push({ _tag: "Cells", line, cells });
        piece.next = { at: recordEnd, line: line + lineBreaksIn(text, at, recordEnd) };
        piece.excess = excessOf(cells, line);
      } else if (error.code === "MissingQuotes" && end < text.length) {
        // The quote may be closed further on: the next piece starts with this record again, unless
        // the cells before that quote are too much already.
        piece.excess = excessOf(cells.slice(0, -1), line);
      } else {
        // Counted from the start of the piece, whatever the types of Papa Parse say.
        const cellStart = start.at + (error.index ?? 0);
        const quoteLine = line + lineBreaksIn(text, at, cellStart);
        piece.records.push({ _tag: "UnpairedQuote", line, quoteLine });
        piece.next = { at: nextLine(text, cellStart), line: quoteLine + 1 };
        piece.readInVain = recordEnd - piece.next.at;
      }
      if (piece.records.length > recordsMax) piece.excess ??= { _tag: "TooManyRecords" };
      if (piece.excess !== undefined || piece.readInVain !== undefined) parser.abort();
    },
  });
  return piece;
};

const excessOf = (cells: ReadonlyArray<string>, line: number): CsvExcess | undefined => {
  if (cells.length > columnsMax) return { _tag: "TooManyColumns", line };
  const tooLong = cells.findIndex((cell) => cell.length > cellCharactersMax);
  if (tooLong === -1) return undefined;
  const before = cells.slice(0, tooLong).join(",");
  return { _tag: "CellTooLong", line: line + lineBreaksIn(before, 0, before.length) };
};

const nextLine = (text: string, at: number): number => {
  const lineEnd = text.indexOf("\n", at);
  return lineEnd === -1 ? text.length : lineEnd + 1;
};

const lineBreaksIn = (text: string, start: number, end: number): number => {
  let count = 0;
  let at = text.indexOf("\n", start);
  while (at !== -1 && at < end) {
    count++;
    at = text.indexOf("\n", at + 1);
  }
  return count;
};
