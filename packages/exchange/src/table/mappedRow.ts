/** A row of an unknown table, by what somebody said its columns hold. */
import type { ColumnMapping, ColumnMeaning } from "@comity/domain/partner/schema";
import type { PlainDate } from "@comity/domain/time/schema";
import { type FileUnreadable, unreadable } from "../file/fileRead.ts";
import { partnerRow } from "../partner/partnerRow.ts";
import { emailsIn, linksIn, phonesIn, tagsIn } from "./cells.ts";
import { cellsAt, positionsOf, type RowReader } from "./knownTable.ts";
import { singleMeanings } from "./suggestion.ts";

const naming: ReadonlyArray<ColumnMeaning> = [
  "name",
  "first-name",
  "last-name",
  "organisation",
  "email",
];

/** Why the mapping cannot be followed, or undefined. */
export const misfitOf = (
  { columns }: ColumnMapping,
  names: ReadonlyArray<string>,
): FileUnreadable | undefined => {
  if (columns.length !== names.length) {
    return misfit(`The table has ${names.length} columns, and ${columns.length} are described.`);
  }
  const twice = columns.find(
    (meaning, position) =>
      meaning !== null && singleMeanings.has(meaning) && columns.indexOf(meaning) !== position,
  );
  if (twice !== undefined) return misfit(`Two columns are said to be the ${twice}.`);
  return naming.some((meaning) => columns.includes(meaning))
    ? undefined
    : misfit("No column is said to be a name, an organisation or an e-mail address.");
};

export const mappedRowReader = (
  { columns, dateOrder }: ColumnMapping,
  today: PlainDate,
): RowReader => {
  const at = (meaning: ColumnMeaning) => positionsOf(columns, (column) => column === meaning);
  const positions = {
    name: at("name"),
    first: at("first-name"),
    last: at("last-name"),
    organisation: at("organisation"),
    role: at("role"),
    emails: at("email"),
    phones: at("phone"),
    links: at("link"),
    tags: at("tags"),
    notes: positionsOf(columns, (column) => column === "notes" || column === "contacts"),
    knownSince: at("known-since"),
  };
  const reading = { dates: { order: dateOrder, latest: today }, isOurs: false };
  return (cells, line, warnings) => {
    const oneOf = ([position = -1]: ReadonlyArray<number>) => cells[position] ?? "";
    const whole = oneOf(positions.name);
    const said = {
      row: line,
      name: whole.trim() === "" ? `${oneOf(positions.first)} ${oneOf(positions.last)}` : whole,
      organisation: oneOf(positions.organisation),
      role: oneOf(positions.role),
      emails: cellsAt(cells, positions.emails).flatMap(emailsIn),
      phones: cellsAt(cells, positions.phones).flatMap(phonesIn),
      links: cellsAt(cells, positions.links).flatMap(linksIn),
      tags: cellsAt(cells, positions.tags).flatMap(tagsIn),
      notes: cellsAt(cells, positions.notes),
      knownSince: oneOf(positions.knownSince),
      warnings,
    };
    return partnerRow(said, reading);
  };
};

const misfit = (whatIsWrong: string): FileUnreadable =>
  unreadable("mapping-does-not-fit", whatIsWrong, "Choose again what the columns are.");
