/**
 * CSV as records (RFC 4180), told apart by Papa Parse, each with the line it starts on.
 *
 * Papa Parse reads on when a quote is not closed properly, to the end if need be, and takes the
 * rows in between with it. So it gets the text in pieces of whole lines, and starts again on the
 * line after such a quote: only that line is lost. A piece is about twice as long as the one
 * before, up to a limit, and short again after a restart, so little is read in vain.
 */
import { columnsMax } from "@comity/domain/partner/schema";
import Papa from "papaparse";

/** Room for ten of the longest links in one cell, and for the longest notes of emoji. */
export const cellCharactersMax = 25_000;

const lineCharactersMax = columnsMax * cellCharactersMax;

/** Restarts count when more than this was read in vain; together the others cost little. */
export const vainCharactersMax = 100_000;
export const restartsMax = 20;

/** Some milliseconds of work. A longer record is read all the same. */
const pieceCharactersMax = 250_000;

export const delimiters = [",", ";", "\t"] as const;
export type Delimiter = (typeof delimiters)[number];

/** `line` is the line of the text on which the record starts, from 1. */
export type CsvRecord =
  | CellsRecord
  | { readonly _tag: "UnpairedQuote"; readonly line: number; readonly quoteLine: number }
  /** All that is left, after too many restarts. */
  | { readonly _tag: "Remainder"; readonly line: number };

/** A row whose cells could be told apart. */
export type CellsRecord = {
  readonly _tag: "Cells";
  readonly line: number;
  readonly cells: ReadonlyArray<string>;
};

/** Why reading stopped before the end. */
export type CsvExcess =
  | { readonly _tag: "CellTooLong"; readonly line: number }
  | { readonly _tag: "TooManyColumns"; readonly line: number }
  | { readonly _tag: "TooManyRecords" };

/**
 * The records of a text with plain lines, piece by piece, so that a caller can do other things in
 * between. Returns why it stopped early, if it did.
 */
export function* csvRecords(
  plainText: string,
  delimiter: Delimiter,
  recordsMax: number,
): Generator<ReadonlyArray<CsvRecord>, CsvExcess | undefined> {
  const text = withShortBlanks(plainText, delimiter);
  const long = longLine(text);
  if (long !== undefined) return excessIn(long, delimiter);
  let place: Place = { at: 0, line: 1 };
  let count = 0;
  let charactersAhead = 0;
  let restarts = 0;
  while (place.at < text.length) {
    const end = nextLine(text, place.at + charactersAhead);
    const piece = readPiece({ text, delimiter, start: place, end, recordsMax: recordsMax - count });
    yield piece.records;
    if (piece.excess !== undefined) return piece.excess;

    count += piece.records.length;
    charactersAhead = charactersAfter(piece, place, end);
    place = piece.next;
    if ((piece.readInVain ?? 0) <= vainCharactersMax) continue;

    if (restarts === restartsMax) {
      yield [{ _tag: "Remainder", line: place.line }];
      return undefined;
    }
    restarts++;
  }
  return undefined;
}

/**
 * With runs of blanks cut short: Papa Parse would walk over a long run again for each of the quotes
 * before it. Tabs between cells are no blanks.
 */
const withShortBlanks = (text: string, delimiter: Delimiter): string =>
  text.replace(delimiter === "\t" ? /[^\S\n\t]{50,}/g : /[^\S\n]{50,}/g, " ".repeat(49));

type LongLine = { readonly line: number; readonly beginning: string };

/** So long that it has too many cells, or one that is too long: not for Papa Parse. */
const longLine = (text: string): LongLine | undefined => {
  let start = 0;
  while (text.length - start > lineCharactersMax) {
    const next = text.lastIndexOf("\n", start + lineCharactersMax) + 1;
    if (next <= start) {
      const line = 1 + lineBreaksIn(text, 0, start);
      return { line, beginning: text.slice(start, start + lineCharactersMax) };
    }
    start = next;
  }
  return undefined;
};

const excessIn = ({ line, beginning }: LongLine, delimiter: Delimiter): CsvExcess => ({
  _tag: beginning.split(delimiter).length > columnsMax ? "TooManyColumns" : "CellTooLong",
  line,
});

type Place = { readonly at: number; readonly line: number };

type Piece = {
  readonly records: Array<CsvRecord>;
  next: Place;
  /** How far Papa Parse went past the line of an unpaired quote. Undefined without one. */
  readInVain?: number;
  excess?: CsvExcess | undefined;
};

/** A long record is read again in ever longer pieces until it fits; then pieces are short again. */
const charactersAfter = ({ next, readInVain }: Piece, start: Place, end: number): number => {
  if (readInVain !== undefined) return 0;
  const twice = 2 * (end - start.at);
  return next.at === start.at ? twice : Math.min(twice, pieceCharactersMax);
};

type PieceAsked = {
  readonly text: string;
  readonly delimiter: Delimiter;
  readonly start: Place;
  readonly end: number;
  readonly recordsMax: number;
};

/** Reads up to `end`, which is the end of a line, or up to the first unpaired quote or excess. */
const readPiece = ({ text, delimiter, start, end, recordsMax }: PieceAsked): Piece => {
  const piece: Piece = { records: [], next: start };
  Papa.parse<ReadonlyArray<string>>(text.slice(start.at, end), {
    delimiter,
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
