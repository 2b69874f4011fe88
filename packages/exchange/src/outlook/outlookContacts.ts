/** CSV files of Outlook, as the program and the website write them in English. */
import { cellsAt, cellsByName, type KnownTable, positionsOf } from "../table/knownTable.ts";
import { partnerRow } from "../partner/partnerRow.ts";

const singleColumns: ReadonlySet<string> = new Set([
  "first name",
  "middle name",
  "last name",
  "company",
  "job title",
  "notes",
  "categories",
]);

/** Names that other tables hardly have, and surely not two of them. */
const ownColumns = [
  "e-mail 2 address",
  "business phone",
  "company main phone",
  "business street",
  "web page",
  "personal web page",
  "categories",
];

const emailColumn = /^e-mail (?:\d )?address$/;
const linkColumn = /^(?:personal )?web page$/;
// The assistant's and the faxes are not numbers of the contact.
const phoneColumn =
  /^(?:mobile|primary|business|home|company main|car|other|callback|radio|isdn) ?phone(?: \d)?$/;

export const outlookContacts: KnownTable = {
  source: "outlook",
  isHeader: (names) =>
    names.has("first name") &&
    names.has("e-mail address") &&
    ownColumns.filter((name) => names.has(name)).length > 1,
  mayBeHeader: (names) => names.has("first name") || names.has("last name"),
  isRead: (name) =>
    singleColumns.has(name) ||
    [emailColumn, phoneColumn, linkColumn].some((column) => column.test(name)),
  rowReader: (names, today) => {
    const cellOf = cellsByName(names);
    const emails = positionsOf(names, (name) => emailColumn.test(name));
    const phones = positionsOf(names, (name) => phoneColumn.test(name));
    const links = positionsOf(names, (name) => linkColumn.test(name));
    const reading = { dates: { order: "month-first", latest: today }, isOurs: false } as const;
    return (cells, line, warnings) => {
      const said = {
        row: line,
        name: ["first name", "middle name", "last name"]
          .map((column) => cellOf(cells, column))
          .join(" "),
        organisation: cellOf(cells, "company"),
        role: cellOf(cells, "job title"),
        emails: cellsAt(cells, emails),
        phones: cellsAt(cells, phones),
        links: cellsAt(cells, links),
        tags: cellOf(cells, "categories").split(";"),
        notes: [cellOf(cells, "notes")],
        warnings,
      };
      return partnerRow(said, reading);
    };
  },
  headerMissing: "names a First Name or Last Name column.",
  howToExport:
    "Export your contacts from Outlook: File, Open & Export, Import/Export, Export to a file, " +
    "Comma Separated Values; then drop the file here.",
};
