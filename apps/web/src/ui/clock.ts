/**
 * The one place that reads the clock and the calendar. A page has no injected clock, and the rules
 * take epoch milliseconds, so `Date` is wrapped here and used nowhere else.
 */
/* oxlint-disable no-restricted-globals -- this file is the wrapper */

export const dayMs = 86_400_000;

export const nowMs = (): number => Date.now();

export const msOf = (instant: string): number => Date.parse(instant);

const locale = "en-GB";
const dayFormat = new Intl.DateTimeFormat(locale, {
  day: "numeric",
  month: "long",
  year: "numeric",
});
const weekdayFormat = new Intl.DateTimeFormat(locale, {
  weekday: "long",
  day: "numeric",
  month: "long",
  year: "numeric",
});
const shortDayFormat = new Intl.DateTimeFormat(locale, {
  day: "numeric",
  month: "short",
  year: "numeric",
});
const tickDayFormat = new Intl.DateTimeFormat(locale, { day: "numeric", month: "short" });
const tickMonthFormat = new Intl.DateTimeFormat(locale, { month: "short" });
const yearFormat = new Intl.DateTimeFormat(locale, { year: "numeric" });

/** "12 March 2026" */
export const dayInWords = (ms: number): string => dayFormat.format(ms);

/** "Thursday, 12 March 2026" */
export const weekdayInWords = (ms: number): string => weekdayFormat.format(ms);

/** "12 Mar 2026" */
export const shortDay = (ms: number): string => shortDayFormat.format(ms);

/** A calendar date ("2026-03-12") in words, without shifting it through a time zone. */
export const plainDateInWords = (date: string): string => dayInWords(noonOf(date).getTime());

/** Noon of a calendar date here: far from where one day becomes the next. */
export const noonOf = (date: string): Date => {
  const [year = 0, month = 1, day = 1] = date.split("-").map(Number);
  return new Date(year, month - 1, day, 12);
};

/** "Thursday, 12 March 2026", of a calendar date. */
export const plainWeekdayInWords = (date: string): string => weekdayInWords(noonOf(date).getTime());

const two = (value: number): string => String(value).padStart(2, "0");

/** Today on this calendar, as a date field wants it. */
export const today = (): string => plainDateOf(new Date());

const plainDateOf = (day: Date): string =>
  `${String(day.getFullYear()).padStart(4, "0")}-${two(day.getMonth() + 1)}-${two(day.getDate())}`;

/** A calendar date so many days after another; before it, where that is less than none. */
export const daysAfter = (date: string, days: number): string => {
  const day = noonOf(date);
  day.setDate(day.getDate() + days);
  return plainDateOf(day);
};

const isoDate = /^\d{4}-\d\d-\d\d$/;

/** Whether a text is a day of the calendar, as 2026-02-30 is not. */
export const isPlainDate = (text: string): boolean =>
  isoDate.test(text) && daysAfter(text, 0) === text;

export interface DateTick {
  readonly atMs: number;
  readonly label: string;
}

const monthStrides = [1, 2, 3, 6, 12, 24, 60, 120];
const dayStrides = [1, 2, 7, 14, 28];

/** A few dates that divide a span: days where it is short, months or years where it is long. */
export const dateTicks = (fromMs: number, toMs: number, most: number): Array<DateTick> => {
  const days = (toMs - fromMs) / dayMs;
  const stride = dayStrides.find((each) => days / each <= most);
  return days < 75 && stride !== undefined
    ? dayTicks(fromMs, toMs, stride)
    : monthTicks(fromMs, toMs, most);
};

const dayTicks = (fromMs: number, toMs: number, stride: number): Array<DateTick> => {
  const ticks: Array<DateTick> = [];
  const day = new Date(fromMs);
  day.setHours(0, 0, 0, 0);
  while (day.getTime() <= toMs) {
    if (day.getTime() >= fromMs) {
      ticks.push({ atMs: day.getTime(), label: tickDayFormat.format(day) });
    }
    day.setDate(day.getDate() + stride);
  }
  return ticks;
};

const monthTicks = (fromMs: number, toMs: number, most: number): Array<DateTick> => {
  const months = (toMs - fromMs) / (30.44 * dayMs);
  const stride = monthStrides.find((each) => months / each <= most) ?? 240;
  const ticks: Array<DateTick> = [];
  const month = new Date(fromMs);
  month.setHours(0, 0, 0, 0);
  month.setDate(1);
  month.setMonth(Math.floor(month.getMonth() / stride) * stride);
  while (month.getTime() <= toMs) {
    const isYear = month.getMonth() === 0;
    const label = isYear ? yearFormat.format(month) : tickMonthFormat.format(month);
    if (month.getTime() >= fromMs) ticks.push({ atMs: month.getTime(), label });
    month.setMonth(month.getMonth() + stride);
  }
  return ticks;
};
