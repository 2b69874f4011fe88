/** Contacts that notes tell of: what people write under a date, line by line. */
import {
  contactNoteCharactersMax,
  type ImportedContact,
  importedContactsMax,
} from "@comity/domain/partner/schema";
import type { PlainDate } from "@comity/domain/time/schema";
import { type DateReading, leadingDay } from "../dates/day.ts";

export type NotesRead = {
  /** What is not a contact, in its order. */
  readonly notes: string;
  /** In the order of the file. */
  readonly contacts: ReadonlyArray<ImportedContact>;
  /** How many were left in the notes: older than the newest fifty, or too long. */
  readonly older: number;
  readonly tooLong: number;
};

const firstDay = "1900-01-01";

/**
 * A line that starts with a date begins a contact of that day, and the undated lines below belong to
 * it, to the end of its text. A day after the latest one or before 1900 is text like any other. Nothing is lost: what cannot
 * become a contact stays in the notes, with its date.
 */
export const contactsInNotes = (texts: ReadonlyArray<string>, dates: DateReading): NotesRead => {
  const parts = texts.map((text) => entriesOf(text, dates));
  const entries = parts.flatMap((part) => part.entries);
  const fitting = entries.filter(fits);
  const newest = new Set(newestOf(fitting));
  const left = entries.filter((entry) => !newest.has(entry)).map(({ lines }) => lines.join("\n"));
  return {
    notes: [...parts.map(({ before }) => before), ...left].join("\n").trim(),
    contacts: fitting.filter((entry) => newest.has(entry)).map(({ on, note }) => ({ on, note })),
    older: fitting.length - newest.size,
    tooLong: entries.length - fitting.length,
  };
};

type Entry = {
  readonly on: PlainDate;
  /** As they stand in the notes, the date included. */
  readonly lines: ReadonlyArray<string>;
  readonly note: string;
};

type Notes = { readonly before: string; readonly entries: ReadonlyArray<Entry> };

const entriesOf = (text: string, { order, latest }: DateReading): Notes => {
  const before: Array<string> = [];
  const entries: Array<{ on: PlainDate; lines: Array<string>; rest: string }> = [];
  for (const line of text.split("\n")) {
    const found = leadingDay(line.trimStart(), order);
    if (found !== undefined && found.day >= firstDay && !(latest && found.day > latest)) {
      entries.push({ on: found.day, lines: [line], rest: found.rest });
    } else {
      (entries.at(-1)?.lines ?? before).push(line);
    }
  }
  return {
    before: before.join("\n"),
    entries: entries.map(({ on, lines, rest }) => ({ on, lines, note: noteOf(rest, lines) })),
  };
};

/** Without what parts a date from its text: a colon, a dash, a bracket, in `2024-03-12 – Lunch`. */
const noteOf = (rest: string, [, ...following]: ReadonlyArray<string>): string =>
  [rest.replace(/^[\s:;,.)\]|–—-]+/, ""), ...following].join("\n").trim();

const fits = ({ note }: Entry): boolean =>
  note.length <= contactNoteCharactersMax || [...note].length <= contactNoteCharactersMax;

const newestOf = (entries: ReadonlyArray<Entry>): ReadonlyArray<Entry> =>
  entries.length <= importedContactsMax
    ? entries
    : entries
        .toSorted((a, b) => (a.on < b.on ? 1 : a.on > b.on ? -1 : 0))
        .slice(0, importedContactsMax);
