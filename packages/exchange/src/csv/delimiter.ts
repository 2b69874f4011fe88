/** Which sign parts the cells of a table. */
import { type CellsRecord, csvRecords, type Delimiter, delimiters } from "./csvRecords.ts";

const headCharactersMax = 200_000;

/** The records among the first ones whose cells could be told apart. */
export type Head = {
  readonly records: ReadonlyArray<CellsRecord>;
  readonly isTooWide: boolean;
};

/**
 * The sign that parts most of the first rows into the same number of cells, or that makes a row the
 * header of a known table. A comma when nothing is parted.
 */
export const delimiterOf = (
  text: string,
  rowsMax: number,
  isHeader: (cells: ReadonlyArray<string>) => boolean,
): Delimiter => {
  const beginning = text.slice(0, headCharactersMax);
  const heads = delimiters.map(
    (delimiter) => [delimiter, headOf(beginning, delimiter, rowsMax)] as const,
  );
  const known = heads.find(([, { records }]) => records.some(({ cells }) => isHeader(cells)));
  if (known !== undefined) return known[0];

  let best: { delimiter: Delimiter; evenRows: number } = { delimiter: ",", evenRows: 0 };
  for (const [delimiter, head] of heads) {
    const evenRows = evenRowsOf(head);
    if (evenRows > best.evenRows) best = { delimiter, evenRows };
  }
  return best.delimiter;
};

const headOf = (text: string, delimiter: Delimiter, rowsMax: number): Head => {
  const records: Array<CellsRecord> = [];
  const reading = csvRecords(text, delimiter, rowsMax);
  for (;;) {
    const step = reading.next();
    if (step.done === true) return { records, isTooWide: step.value?._tag === "TooManyColumns" };
    for (const record of step.value) if (record._tag === "Cells") records.push(record);
  }
};

/** How many rows have the number of cells that most rows have. Too many cells are cells, too. */
const evenRowsOf = ({ records, isTooWide }: Head): number => {
  if (isTooWide) return Infinity;
  const rowsByWidth = new Map<number, number>();
  for (const { cells } of records) {
    if (cells.length > 1) rowsByWidth.set(cells.length, (rowsByWidth.get(cells.length) ?? 0) + 1);
  }
  return Math.max(0, ...rowsByWidth.values());
};
