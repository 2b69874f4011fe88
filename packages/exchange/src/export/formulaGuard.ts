/**
 * A spreadsheet runs a cell that begins with = + - or @ as a formula, also behind white space and in
 * full width. A quote before it makes it text; reading takes the quote off again.
 */
const beginsFormula = /^(?:[\t\r]|\s*[=+\-@])/;

/** Letters in full width are half of it in their compatible form; one letter may become several. */
const isFormula = (cell: string): boolean =>
  beginsFormula.test(cell) || beginsFormula.test(cell.trimStart().slice(0, 4).normalize("NFKC"));

const unquoted = (cell: string): string => cell.replace(/^'+/, "");

/** What already begins with such quotes gets one more, so that one can be taken off. */
export const guarded = (cell: string): string => (isFormula(unquoted(cell)) ? `'${cell}` : cell);

export const withoutGuard = (cell: string): string =>
  cell.startsWith("'") && isFormula(unquoted(cell)) ? cell.slice(1) : cell;
