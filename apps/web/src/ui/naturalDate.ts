/** Days as people say them. It brings a parser along, so it is loaded when somebody begins to type one. */
import { GB } from "chrono-node/en";
import { daysAfter, noonOf } from "./clock.ts";

export interface DateLimits {
  /** The day that "yesterday" is before. */
  readonly today: string;
  readonly min?: string | undefined;
  readonly max?: string | undefined;
}

type Found = ReturnType<typeof GB.parse>[number];
type Start = Found["start"];

/** What may stand around a day without meaning anything else. */
const fillers = /\b(on|the|at|about|around|since|until|by|it|was|of|morning|noon|evening)\b|[,.]/gi;

const namesDay = ({ start }: Found): boolean =>
  (["day", "weekday", "month", "year"] as const).some((part) => start.isCertain(part)) ||
  start.tags().has("result/relativeDate");

const two = (value: number): string => String(value).padStart(2, "0");

const plainDate = (year: number, month: number, day: number): string =>
  `${String(year).padStart(4, "0")}-${two(month)}-${two(day)}`;

const dayOf = (start: Start, year = start.get("year") ?? 0): string =>
  plainDate(year, start.get("month") ?? 1, start.get("day") ?? 1);

const isWithin = (date: string, { min, max }: DateLimits): boolean =>
  (min === undefined || date >= min) && (max === undefined || date <= max);

/** "Friday" and "3 March" may be the one before or the one to come: the one that fits is meant. */
const candidatesOf = (start: Start): ReadonlyArray<string> => {
  const usual = dayOf(start);
  if (start.isCertain("weekday") && !start.isCertain("day")) {
    return [usual, daysAfter(usual, -7), daysAfter(usual, 7)];
  }
  if (start.isCertain("month") && !start.isCertain("year")) {
    const year = start.get("year") ?? 0;
    return [usual, dayOf(start, year - 1), dayOf(start, year + 1)];
  }
  return [usual];
};

/** The plain date (YYYY-MM-DD) that a text means; undefined where it means none, or more than a day. */
export const dateIn = (text: string, limits: DateLimits): string | undefined => {
  const [found, ...more] = GB.parse(text, noonOf(limits.today));
  if (found === undefined || more.length > 0 || found.end !== null || !namesDay(found)) {
    return undefined;
  }
  const rest = text.replace(found.text, "").replaceAll(fillers, "");
  if (rest.trim() !== "") return undefined;
  const candidates = candidatesOf(found.start);
  return candidates.find((date) => isWithin(date, limits)) ?? candidates[0];
};
