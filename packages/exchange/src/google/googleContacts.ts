/** CSV files of Google Contacts, with the columns of today and those of before 2024. */
import { cellsByName, type KnownTable, positionsOf } from "../table/knownTable.ts";
import { partnerRow } from "../partner/partnerRow.ts";

const singleColumns: ReadonlySet<string> = new Set([
  "first name",
  "middle name",
  "last name",
  "file as",
  "organization name",
  "organization title",
  "labels",
  "notes",
  "name",
  "given name",
  "additional name",
  "family name",
  "organization 1 - name",
  "organization 1 - title",
  "group membership",
]);

const emailColumn = /^e-mail \d+ - value$/;
const phoneColumn = /^phone \d+ - value$/;
const linkColumn = /^website \d+ - value$/;

export const googleContacts: KnownTable = {
  source: "google",
  isHeader: (names) => hasNumbered(names) || isToday(names) || isBefore2024(names),
  mayBeHeader: (names) =>
    hasNumbered(names) || names.has("organization name") || names.has("group membership"),
  isRead: (name) =>
    singleColumns.has(name) ||
    [emailColumn, phoneColumn, linkColumn].some((column) => column.test(name)),
  rowReader: (names, today) => {
    const cellOf = cellsByName(names);
    const firstOf = (cells: ReadonlyArray<string>, ...columns: ReadonlyArray<string>) =>
      columns.map((column) => firstValue(cellOf(cells, column))).find((value) => value !== "");
    const emails = columnsOf(names, emailColumn);
    const phones = columnsOf(names, phoneColumn);
    const links = columnsOf(names, linkColumn);
    const reading = { dates: { order: undefined, latest: today }, isOurs: false };
    return (cells, line, warnings) => {
      const said = {
        row: line,
        name: nameOf((column) => cellOf(cells, column)),
        organisation: firstOf(cells, "organization name", "organization 1 - name"),
        role: firstOf(cells, "organization title", "organization 1 - title"),
        emails: valuesIn(cells, emails),
        phones: valuesIn(cells, phones),
        links: valuesIn(cells, links),
        tags: [
          ...labelsIn(cellOf(cells, "labels")),
          ...labelsIn(cellOf(cells, "group membership")),
        ],
        notes: [cellOf(cells, "notes")],
        warnings,
      };
      return partnerRow(said, reading);
    };
  },
  headerMissing: "names the columns that Google Contacts writes.",
  howToExport:
    "Export your contacts from Google: contacts.google.com, Export, Google CSV; then drop the " +
    "file here.",
};

const hasNumbered = (names: ReadonlySet<string>): boolean =>
  names.has("e-mail 1 - value") || names.has("phone 1 - value");

/** Of contacts that have neither an e-mail nor a phone number. */
const isToday = (names: ReadonlySet<string>): boolean =>
  names.has("organization name") && names.has("file as") && names.has("labels");

const isBefore2024 = (names: ReadonlySet<string>): boolean =>
  names.has("given name") && names.has("family name") && names.has("group membership");

const nameOf = (cellOf: (column: string) => string): string =>
  [
    joined(cellOf("first name"), cellOf("middle name"), cellOf("last name")),
    cellOf("name").trim(),
    joined(cellOf("given name"), cellOf("additional name"), cellOf("family name")),
    cellOf("file as").trim(),
  ].find((name) => name !== "") ?? "";

const joined = (...parts: ReadonlyArray<string>): string =>
  parts
    .map((part) => part.trim())
    .filter((part) => part !== "")
    .join(" ");

/** A cell has several values when the contact has more of a kind than there are columns. */
const valuesOf = (cell: string): ReadonlyArray<string> =>
  cell.includes(":::") ? cell.split(":::") : [cell];

const firstValue = (cell: string): string => valuesOf(cell)[0]?.trim() ?? "";

type LabelledColumn = { readonly value: number; readonly label: number | undefined };

const columnsOf = (names: ReadonlyArray<string>, column: RegExp): ReadonlyArray<LabelledColumn> =>
  positionsOf(names, (name) => column.test(name)).map((value) => {
    const of = names[value]?.replace(/ - value$/, "") ?? "";
    const [label] = positionsOf(
      names,
      (name) => name === `${of} - label` || name === `${of} - type`,
    );
    return { value, label };
  });

/** The one that is marked as the main one comes first: `* Work` beside its value. */
const valuesIn = (
  cells: ReadonlyArray<string>,
  columns: ReadonlyArray<LabelledColumn>,
): ReadonlyArray<string> => {
  const main: Array<string> = [];
  const others: Array<string> = [];
  for (const { value, label } of columns) {
    const cell = cells[value] ?? "";
    if (cell === "") continue;
    const isMain = label !== undefined && (cells[label] ?? "").startsWith("* ");
    for (const each of valuesOf(cell)) (isMain ? main : others).push(each);
  }
  return [...main, ...others];
};

/** Your own labels. Those of the program, such as `* myContacts` and `* starred`, have a mark. */
const labelsIn = (cell: string): ReadonlyArray<string> =>
  cell === "" ? [] : valuesOf(cell).filter((label) => !label.trim().startsWith("* "));
