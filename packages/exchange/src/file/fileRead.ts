/** What comes of reading a file: rows to look through, or a refusal with a next step. */
import type { ImportedPartner, ImportSource, SkippedRow } from "@comity/domain/partner/schema";

/** One partner of the file. Each warning is a sentence about something that was left out. */
export type ReadRow = {
  readonly partner: ImportedPartner;
  readonly warnings: ReadonlyArray<string>;
};

export type FileRead = {
  readonly _tag: "Read";
  readonly source: ImportSource;
  readonly rows: ReadonlyArray<ReadRow>;
  readonly skipped: ReadonlyArray<SkippedRow>;
};

export type UnreadableCode =
  | "empty-file"
  | "not-a-contacts-file"
  | "duplicate-header"
  | "too-many-rows"
  | "too-many-columns"
  | "field-too-long"
  | "mapping-needed"
  | "mapping-does-not-fit"
  | "broken-card"
  | "line-too-long"
  | "too-many-parameters"
  | "too-many-cards"
  | "too-much-text";

/** The file as a whole was refused. `message` says what to do next. */
export type FileUnreadable = {
  readonly _tag: "Unreadable";
  readonly code: UnreadableCode;
  readonly message: string;
};

const whatToDrop =
  "Drop a CSV file from LinkedIn, Google Contacts, Outlook or a spreadsheet, or a vCard file here.";

/** A refusal: what is wrong, then the next step. */
export const unreadable = (
  code: UnreadableCode,
  whatIsWrong: string,
  nextStep: string = whatToDrop,
): FileUnreadable => ({ _tag: "Unreadable", code, message: `${whatIsWrong} ${nextStep}` });

/** 10000 as people write it: 10,000. */
export const thousands = (count: number): string => count.toLocaleString("en");

export const splitTheFile = (beginning: string): string =>
  `Split it into smaller files that each begin with ${beginning}, and drop them here in turn.`;
