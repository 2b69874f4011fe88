/** Days, as people and programs write them. */
import type { DateOrder } from "@comity/domain/partner/schema";
import { PlainDate } from "@comity/domain/time/schema";

/** What is known of the dates in a file. Without an order only dates that read one way are read. */
export type DateReading = {
  readonly order: DateOrder | undefined;
  /** The last day that can be meant. */
  readonly latest: PlainDate | undefined;
};

/** A day at the start of a text, and what stands behind it. */
export type LeadingDay = { readonly day: PlainDate; readonly rest: string };

/**
 * Reads `2024-03-12`, `12.03.2024`, `12 Mar 2024`, `7-Feb-22`, `March 12, 2024` and, by the order,
 * `3/12/2024`. Undefined for anything else and for days the calendar does not have: `15/03/2024` is
 * not turned round where the month comes first, because a guess that is right here would be wrong,
 * unseen, for `05/03/2024`. A year of two digits lies in this century.
 */
export const dayOf = (cell: string, { order, latest }: DateReading): PlainDate | undefined => {
  const parts = partsAt(cell);
  if (parts === undefined || !(parts.rest === "" || timeOfDay.test(parts.rest))) return undefined;
  const day = dayFrom(parts, order);
  return day === undefined || latest === undefined || day <= latest ? day : undefined;
};

/** The day a line begins with. A year has four digits there: `12 Mar 24 people` is not of 2024. */
export const leadingDay = (line: string, order: DateOrder | undefined): LeadingDay | undefined => {
  const parts = partsAt(line);
  if (parts === undefined || parts.year.length !== 4) return undefined;
  if (/^[\p{L}\d]/u.test(parts.rest)) return undefined;
  const day = dayFrom(parts, order);
  return day === undefined ? undefined : { day, rest: parts.rest };
};

/** The order that a date shows: by having one reading only. `ambiguous` when it has two. */
export const shownOrder = (text: string): DateOrder | "ambiguous" | undefined => {
  const parts = partsAt(text);
  if (parts?._tag === "YearFirst") return "year-first";
  if (parts?._tag !== "YearLast") return undefined;
  const [first, second] = [Number(parts.first), Number(parts.second)];
  if (parts.separator === ".") return "day-first";
  if (first > 12 === second > 12) return first > 12 ? undefined : "ambiguous";
  return first > 12 ? "day-first" : "month-first";
};

type Parts = { readonly year: string; readonly rest: string } & (
  | { readonly _tag: "YearFirst"; readonly month: string; readonly day: string }
  | { readonly _tag: "Named"; readonly month: string; readonly day: string }
  | {
      readonly _tag: "YearLast";
      readonly first: string;
      readonly second: string;
      readonly separator: string;
    }
);

const yearFirst = /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?!\d)/;
const yearLast = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4})(?!\d)/;
const dayAndName =
  /^(\d{1,2})(?:(-)|\.? (?:de )?)(\p{L}{3,10})(?:\2|\.?,? (?:de )?)(\d{4}|\d{2})(?!\d)/u;
const nameAndDay = /^(\p{L}{3,10})\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})(?!\d)/u;
const timeOfDay = /^(?:T|,? )\d{1,2}:\d{2}[\d:.,+Z -]*(?:[ap]m)?$/i;

const partsAt = (text: string): Parts | undefined => {
  let found = yearFirst.exec(text);
  if (found !== null) {
    const [whole, year = "", , month = "", day = ""] = found;
    return { _tag: "YearFirst", year, month, day, rest: text.slice(whole.length) };
  }
  found = yearLast.exec(text);
  if (found !== null) {
    const [whole, first = "", separator = "", second = "", year = ""] = found;
    return { _tag: "YearLast", year, first, second, separator, rest: text.slice(whole.length) };
  }
  found = dayAndName.exec(text);
  if (found !== null) {
    const [whole, day = "", , name = "", year = ""] = found;
    return { _tag: "Named", year, month: monthOf(name), day, rest: text.slice(whole.length) };
  }
  found = nameAndDay.exec(text);
  if (found === null) return undefined;
  const [whole, name = "", day = "", year = ""] = found;
  return { _tag: "Named", year, month: monthOf(name), day, rest: text.slice(whole.length) };
};

const dayFrom = (parts: Parts, order: DateOrder | undefined): PlainDate | undefined => {
  if (parts._tag !== "YearLast") return plainDate(parts.year, parts.month, parts.day);
  const { year, first, second } = parts;
  switch (parts.separator === "." ? "day-first" : order) {
    case "day-first":
      return plainDate(year, second, first);
    case "month-first":
      return plainDate(year, first, second);
    default:
      return oneReading(plainDate(year, second, first), plainDate(year, first, second));
  }
};

const oneReading = (
  dayFirst: PlainDate | undefined,
  monthFirst: PlainDate | undefined,
): PlainDate | undefined => {
  if (dayFirst === undefined || monthFirst === undefined) return dayFirst ?? monthFirst;
  return dayFirst === monthFirst ? dayFirst : undefined;
};

const plainDate = (year: string, month: string, day: string): PlainDate | undefined => {
  const fullYear = year.length === 2 ? `20${year}` : year;
  return PlainDate.safeParse(`${fullYear}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`).data;
};

/** In English, German, French and Spanish, without accents. No word means two months. */
const monthNames: ReadonlyArray<string> = [
  "jan january januar janner janv janvier ene enero",
  "feb february februar fev fevr fevrier febrero",
  "mar march marz mrz mars marzo",
  "apr april avr avril abr abril",
  "may mai mayo",
  "jun june juni juin junio",
  "jul july juli juil juillet julio",
  "aug august aout ago agosto",
  "sep sept september septembre septiembre set setiembre",
  "oct october okt oktober octobre octubre",
  "nov november novembre noviembre",
  "dec december dez dezember decembre dic diciembre",
];

const months: ReadonlyMap<string, string> = new Map(
  monthNames.flatMap((names, index) =>
    names.split(" ").map((name) => [name, String(index + 1)] as const),
  ),
);

/** "1" to "12". "0", which no calendar has, for other words. */
const monthOf = (name: string): string =>
  months.get(name.toLowerCase()) ??
  months.get(name.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase()) ??
  "0";
