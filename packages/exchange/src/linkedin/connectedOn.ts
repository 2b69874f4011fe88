/** The day of the `Connected On` column. */
import { PlainDate } from "@comity/domain/time/schema";

const monthNames = "jan feb mar apr may jun jul aug sep oct nov dec".split(" ");

const dayMonthYear = /^(\d{1,2})([ -])([a-z]{3})\2(\d{4}|\d{2})$/i;
const monthDayYear = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/;

/**
 * Reads `12 Mar 2024`, `7-Feb-22` and `03/15/2024` (month first). Undefined for anything else and
 * for days the calendar does not have: `15/03/2024` is not turned round, because a guess that is
 * right here would be wrong, unseen, for `05/03/2024`.
 */
export const connectedOn = (cell: string): PlainDate | undefined => {
  const named = dayMonthYear.exec(cell);
  if (named !== null) {
    const [, day = "", , monthName = "", year = ""] = named;
    const month = monthNames.indexOf(monthName.toLowerCase()) + 1;
    return plainDate(year, String(month), day);
  }
  const [, month = "", day = "", year = ""] = monthDayYear.exec(cell) ?? [];
  return plainDate(year, month, day);
};

/** LinkedIn opened in 2003, so a year of two digits lies in this century. */
const plainDate = (year: string, month: string, day: string): PlainDate | undefined => {
  const fullYear = year.length === 2 ? `20${year}` : year;
  return PlainDate.safeParse(`${fullYear}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`).data;
};
