/** The table that we write ourselves, and take back without a question. */
import { PartnerKind } from "@comity/domain/partner/schema";
import { cellsByName, type KnownTable } from "../table/knownTable.ts";
import { partnerRow } from "../partner/partnerRow.ts";
import { withoutGuard } from "./formulaGuard.ts";

export const ownColumns = [
  "Name",
  "Kind",
  "Organisation",
  "Role",
  "E-mails",
  "Phones",
  "Links",
  "Tags",
  "Notes",
  "Known since",
] as const;

const ownNames = ownColumns.map((name) => name.toLowerCase());

const hasAll = (names: ReadonlySet<string>): boolean => ownNames.every((name) => names.has(name));

export const ownTable: KnownTable = {
  source: "csv",
  isHeader: hasAll,
  mayBeHeader: hasAll,
  isRead: (name) => ownNames.includes(name),
  rowReader: (names) => {
    const cellOf = cellsByName(names);
    const reading = { dates: { order: "year-first", latest: undefined }, isOurs: true } as const;
    return (cells, line, warnings) => {
      const textOf = (column: string) => withoutGuard(cellOf(cells, column));
      const said = {
        row: line,
        name: textOf("name"),
        kind: PartnerKind.safeParse(cellOf(cells, "kind").trim()).data,
        organisation: textOf("organisation"),
        role: textOf("role"),
        emails: textOf("e-mails").split("\n"),
        phones: textOf("phones").split("\n"),
        links: textOf("links").split("\n"),
        tags: textOf("tags").split(","),
        notes: [textOf("notes")],
        knownSince: cellOf(cells, "known since"),
        warnings,
      };
      return partnerRow(said, reading);
    };
  },
  headerMissing: "names the columns that are exported from here.",
  howToExport: "Export your partners again, then drop the file here.",
};
