/** What a cell looks like, and the values in one that holds several. */
import { Email, Link } from "@comity/domain/partner/schema";
import { dayOf, leadingDay } from "../dates/day.ts";
import { showable } from "../text/showable.ts";

const anyDate = { order: undefined, latest: undefined };

export const looksLikeEmail = (cell: string): boolean =>
  cell.includes("@") && emailsIn(cell).every((each) => Email.safeParse(each).success);

export const looksLikeLink = (cell: string): boolean =>
  /^https?:/i.test(cell.trim()) &&
  linksIn(cell).every((each) => each === "" || Link.safeParse(each).success);

/** A number that is only digits may be anything, so a sign or a leading zero is asked for. */
export const looksLikePhone = (cell: string): boolean => {
  const number = showable(cell);
  return (
    /^(?:\+|0|\()[\d ()./-]{6,30}$/.test(number) &&
    number.replace(/\D/g, "").length >= 7 &&
    !looksLikeDate(number)
  );
};

export const looksLikeDate = (cell: string): boolean => {
  const date = showable(cell);
  return (
    dayOf(date, { ...anyDate, order: "day-first" }) !== undefined ||
    dayOf(date, { ...anyDate, order: "month-first" }) !== undefined
  );
};

/** A line that starts with a date and goes on. */
export const looksLikeContact = (cell: string): boolean =>
  cell
    .split("\n")
    .some(
      (line) => !looksLikeDate(line) && leadingDay(line.trimStart(), "day-first") !== undefined,
    );

export const looksLikeValue = (cell: string): boolean =>
  looksLikeEmail(cell) || looksLikeLink(cell) || looksLikePhone(cell) || looksLikeDate(cell);

/** `Ada Finch <ada@finch.example>` holds an address as well. */
export const emailsIn = (cell: string): ReadonlyArray<string> => {
  const bracketed = [...cell.matchAll(/<([^<>]*)>/g)].map(([, address = ""]) => address);
  return bracketed.length > 0 ? bracketed : filled(cell.split(/[\s,;|]+/));
};

// A comma is part of a number when no blank follows: 0441234567,12 dials on.
export const phonesIn = (cell: string): ReadonlyArray<string> =>
  filled(cell.split(/[\n;|]|, |:::/));

export const linksIn = (cell: string): ReadonlyArray<string> =>
  filled(cell.split(/\s+/)).map((link) => link.replace(/[,;]$/, ""));

export const tagsIn = (cell: string): ReadonlyArray<string> => filled(cell.split(/[\n\t,;|]|:::/));

const filled = (values: ReadonlyArray<string>): ReadonlyArray<string> =>
  values.filter((value) => value.trim() !== "");
