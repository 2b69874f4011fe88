/** One row under the header of a `Connections.csv`, as a partner. */
import { ImportedPartner, nameCharactersMax, type SkippedRow } from "@comity/domain/partner/schema";
import { connectedOn } from "./connectedOn.ts";
import type { ReadRow } from "./connectionsFile.ts";
import type { CsvRecord } from "./csvRecords.ts";
import type { ColumnName, Columns } from "./header.ts";

/** A row whose cells could be told apart. */
export type CellsRecord = Extract<CsvRecord, { readonly _tag: "Cells" }>;

// Control characters and halves of surrogate pairs: neither can be shown, nor stored unchanged.
// oxlint-disable-next-line no-control-regex -- finding them is the point
const unshowable = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F\p{Surrogate}]/gu;

const unshowableLeftOut = "Characters that cannot be shown were left out.";
const dateLeftOut =
  "The day you connected was left out: it is not a day written like 12 Mar 2024, 7-Feb-22 or " +
  "03/15/2024 (month first).";
const moreCellsThanColumns =
  "This row has more cells than the header, so its values may stand in the wrong columns.";

/** What is said when the domain does not accept a field, and the row is taken without it. */
const fieldLeftOut: Readonly<Record<string, string>> = {
  organisation: "The company was left out: it is too long.",
  role: "The position was left out: it is too long.",
  emails: "The e-mail was left out: it is not an e-mail address.",
  links:
    "The link was left out: it is not an address that starts with http:// or https://, or too long.",
};

/** A person, with what had to be left out, or why the row could not be taken in. */
export const connectionRow = (
  { cells, line }: CellsRecord,
  columns: Columns,
): ReadRow | SkippedRow => {
  if (cells.every(isBlank)) {
    return { row: line, reason: "empty", message: `Line ${line} is empty.` };
  }
  const valueOf = (name: ColumnName) => showable(cells[columns.positions.get(name) ?? -1] ?? "");
  const name = `${valueOf("First Name")} ${valueOf("Last Name")}`.trim();
  if (name === "") {
    const message = `Line ${line} has neither a first name nor a last name.`;
    return { row: line, reason: "no-name", message };
  }
  const day = valueOf("Connected On");
  const knownSince = connectedOn(day);
  const warnings = [
    ...(day !== "" && knownSince === undefined ? [dateLeftOut] : []),
    ...(hasUnshowable(cells, columns) ? [unshowableLeftOut] : []),
    ...(cells.slice(columns.count).every(isBlank) ? [] : [moreCellsThanColumns]),
  ];
  const organisation = valueOf("Company");
  const role = valueOf("Position");
  const email = valueOf("Email Address");
  const link = valueOf("URL");
  const fields = {
    row: line,
    name,
    ...(organisation !== "" && { organisation }),
    ...(role !== "" && { role }),
    ...(email !== "" && { emails: [email] }),
    ...(link !== "" && { links: [link] }),
    ...(knownSince !== undefined && { knownSince }),
  };
  return accepted(fields, warnings);
};

/** The domain's schema is the judge: what it does not accept is left out, except for the name. */
const accepted = (
  fields: ImportedPartner,
  warnings: ReadonlyArray<string>,
): ReadRow | SkippedRow => {
  const whole = ImportedPartner.safeParse(fields);
  if (whole.success) return { partner: whole.data, warnings };

  const refused = new Set(whole.error.issues.map(({ path }) => String(path[0])));
  if (refused.has("name")) {
    const message = `The name on line ${fields.row} has more than ${nameCharactersMax} characters.`;
    return { row: fields.row, reason: "unreadable", message };
  }
  const kept = Object.entries(fields).filter(([field]) => !refused.has(field));
  return {
    partner: ImportedPartner.parse(Object.fromEntries(kept)),
    warnings: [...warnings, ...[...refused].map((field) => fieldLeftOut[field] ?? field)],
  };
};

/** On one line, in one spelling: the same name is then the same text in every export. */
const showable = (cell: string): string =>
  isPlain(cell) ? cell : cell.replace(unshowable, "").replace(/\s+/g, " ").trim().normalize("NFC");

/** Most cells are, and cost one look: ASCII without stray white space. */
const isPlain = (cell: string): boolean => /^[!-~]*(?: [!-~]+)*$/.test(cell);

const isBlank = (cell: string): boolean => cell.trim() === "";

const hasUnshowable = (cells: ReadonlyArray<string>, { positions }: Columns): boolean =>
  [...positions.values()].some((position) => {
    const cell = cells[position] ?? "";
    return !isPlain(cell) && cell.search(unshowable) !== -1;
  });
