/** Days in cells, as far as the first rows are shown by them. Reading the file is the server's. */
import type { DateOrder } from "@comity/domain/partner/schema";
import { isPlainDate } from "../../../ui/clock.ts";

const yearFirst = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)/;
const yearLast = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4})(?!\d)/;
const named = /^(?:\d{1,2}[. -]+\p{L}{3,10}\.?[ ,-]+\d{4}|\p{L}{3,10}\.? \d{1,2},? \d{4})(?!\d)/u;

const plainDate = (year = "", month = "", day = ""): string | undefined => {
  const date = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  return isPlainDate(date) ? date : undefined;
};

/** The day a text begins with, where it is written in numbers; undefined where the order forbids it. */
export const dayIn = (text: string, order: DateOrder): string | undefined => {
  const found = yearFirst.exec(text);
  if (found !== null) return plainDate(found[1], found[2], found[3]);
  const [, first, separator, second, year] = yearLast.exec(text) ?? [];
  if (separator === "." || order === "day-first") return plainDate(year, second, first);
  return order === "month-first" ? plainDate(year, first, second) : undefined;
};

export const isNumericDay = (text: string): boolean =>
  dayIn(text, "day-first") !== undefined || dayIn(text, "month-first") !== undefined;

/** Whether the two orders make two days of it. */
export const isAmbiguous = (text: string): boolean => {
  const [dayFirst, monthFirst] = [dayIn(text, "day-first"), dayIn(text, "month-first")];
  return dayFirst !== undefined && monthFirst !== undefined && dayFirst !== monthFirst;
};

const beginsWithDay = (line: string, order: DateOrder): boolean =>
  dayIn(line, order) !== undefined || named.test(line);

/** How many contacts a cell tells of, and what stands before the first of them. */
export const datedNotesIn = (
  cell: string,
  order: DateOrder,
): { readonly count: number; readonly before: string } => {
  const lines = cell.split("\n").map((line) => line.trimStart());
  const first = lines.findIndex((line) => beginsWithDay(line, order));
  return {
    count: lines.filter((line) => beginsWithDay(line, order)).length,
    before: (first === -1 ? lines : lines.slice(0, first)).join("\n").trim(),
  };
};
