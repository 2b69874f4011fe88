/** LinkedIn's `Connections.csv`. Its header stands below notes of changing length. */
import { cellsByName, type KnownTable } from "../table/knownTable.ts";
import { partnerRow } from "../partner/partnerRow.ts";

const columns: ReadonlySet<string> = new Set([
  "first name",
  "last name",
  "url",
  "email address",
  "company",
  "position",
  "connected on",
]);

export const connections: KnownTable = {
  source: "linkedin",
  isHeader: (names) => names.has("connected on") && hasName(names),
  mayBeHeader: (names) => hasName(names),
  isRead: (name) => columns.has(name),
  rowReader: (names) => {
    const cellOf = cellsByName(names);
    return (cells, line, warnings) => {
      const name = `${cellOf(cells, "first name")} ${cellOf(cells, "last name")}`;
      // Someone is behind each connection: without a name the row is not about the company.
      if (name.trim() === "") return withoutName(line);
      const said = {
        row: line,
        name,
        organisation: cellOf(cells, "company"),
        role: cellOf(cells, "position"),
        emails: [cellOf(cells, "email address")],
        links: [cellOf(cells, "url")],
        knownSince: cellOf(cells, "connected on"),
        warnings,
      };
      return partnerRow(said, reading);
    };
  },
  headerMissing: "names a First Name or Last Name column.",
  howToExport:
    "Export your connections from LinkedIn: Settings, Data privacy, Get a copy of your data, " +
    "Connections; then drop Connections.csv here.",
};

const hasName = (names: ReadonlySet<string>): boolean =>
  names.has("first name") || names.has("last name");

const reading = { dates: { order: "month-first", latest: undefined }, isOurs: false } as const;

const withoutName = (line: number) =>
  ({
    row: line,
    reason: "no-name",
    message: `Line ${line} has neither a first name nor a last name.`,
  }) as const;
