/** What comes of reading a `Connections.csv`: rows to look through, or a refusal with a next step. */
import type { ImportedPartner, SkippedRow } from "@comity/domain/partner/schema";

/** One person of the file. Each warning is a sentence about something that was left out. */
export type ReadRow = {
  readonly partner: ImportedPartner;
  readonly warnings: ReadonlyArray<string>;
};

export type ConnectionsRead = {
  readonly _tag: "Read";
  readonly rows: ReadonlyArray<ReadRow>;
  readonly skipped: ReadonlyArray<SkippedRow>;
};

export type UnreadableCode =
  | "empty-file"
  | "not-a-connections-file"
  | "duplicate-header"
  | "too-many-rows"
  | "too-many-columns"
  | "field-too-long";

/** The file as a whole was refused. `message` says what to do next. */
export type ConnectionsUnreadable = {
  readonly _tag: "Unreadable";
  readonly code: UnreadableCode;
  readonly message: string;
};

export type ConnectionsFile = ConnectionsRead | ConnectionsUnreadable;

const howToExport =
  "Export your connections from LinkedIn: Settings, Data privacy, Get a copy of your data, " +
  "Connections; then drop Connections.csv here.";

/** A refusal: what is wrong, then the next step, which is a fresh export unless told otherwise. */
export const unreadable = (
  code: UnreadableCode,
  whatIsWrong: string,
  nextStep: string = howToExport,
): ConnectionsUnreadable => ({ _tag: "Unreadable", code, message: `${whatIsWrong} ${nextStep}` });
