/** What a row says, judged by the domain's schema, whatever file it stands in. */
import {
  Email,
  emailsMax,
  type ImportedContact,
  ImportedPartner,
  importedContactsMax,
  Link,
  linksMax,
  nameCharactersMax,
  notesCharactersMax,
  organisationCharactersMax,
  type PartnerKind,
  Phone,
  phonesMax,
  roleCharactersMax,
  type SkippedRow,
  Tag,
  tagsMax,
} from "@comity/domain/partner/schema";
import { type DateReading, dayOf } from "../dates/day.ts";
import type { ReadRow } from "../file/fileRead.ts";
import { contactsInNotes } from "../notes/contactsInNotes.ts";
import { type Cleaner, makeCleaner } from "../text/showable.ts";

/** A row in the words of the file. An empty text says nothing. */
export type SaidRow = {
  readonly row: number;
  readonly name: string;
  readonly kind?: PartnerKind | undefined;
  readonly organisation?: string | undefined;
  readonly role?: string | undefined;
  readonly emails?: ReadonlyArray<string> | undefined;
  readonly phones?: ReadonlyArray<string> | undefined;
  readonly links?: ReadonlyArray<string> | undefined;
  readonly tags?: ReadonlyArray<string> | undefined;
  readonly notes?: ReadonlyArray<string> | undefined;
  readonly knownSince?: string | undefined;
  readonly warnings?: ReadonlyArray<string> | undefined;
};

export type RowReading = {
  readonly dates: DateReading;
  /** Written by ourselves: taken as it stands, and notes are notes. */
  readonly isOurs: boolean;
};

const warningsMax = 10;

/**
 * A partner, with what had to be left out, or why the row could not be taken in. Without a name the
 * row is the organisation, or goes by its e-mail address.
 */
export const partnerRow = (said: SaidRow, reading: RowReading): ReadRow | SkippedRow => {
  const warnings = new Set(said.warnings);
  const clean = makeCleaner(reading.isOurs);
  const kept = keptFields(said, { ...reading, clean, warnings });
  const named = namedBy(clean.line(said.name), said.kind, kept);
  if (named === undefined) return withoutName(said.row);

  const name = ImportedPartner.shape.name.safeParse(named.name);
  if (!name.success) return nameTooLong(said.row);
  if (named.warning !== undefined) warnings.add(named.warning);
  if (clean.hasLost()) warnings.add(unshowableLeftOut);
  const partner: ImportedPartner = { row: said.row, name: name.data, ...kept };
  if (named.kind !== undefined) partner.kind = named.kind;
  if (named.isTheOrganisation === true) delete partner.organisation;
  return { partner, warnings: atMostTen([...warnings]) };
};

type Judging = RowReading & { readonly clean: Cleaner; readonly warnings: Set<string> };

type Kept = Omit<ImportedPartner, "row" | "name" | "kind">;

const keptFields = (said: SaidRow, judging: Judging): Kept => {
  const kept: Kept = {};
  for (const field of ["organisation", "role"] as const) {
    const value = text(field, judging.clean.line(said[field] ?? ""), judging.warnings);
    if (value !== undefined) kept[field] = value;
  }
  for (const field of ["emails", "phones", "links", "tags"] as const) {
    const values = list(field, said[field], judging);
    if (values.length > 0) kept[field] = values;
  }
  const { notes, contacts } = notesOf(said.notes ?? [], judging);
  if (notes !== undefined) kept.notes = notes;
  if (contacts.length > 0) kept.contacts = contacts;
  const knownSince = knownSinceOf(said.knownSince ?? "", judging);
  if (knownSince !== undefined) kept.knownSince = knownSince;
  return kept;
};

type Named = {
  readonly name: string;
  readonly kind?: PartnerKind | undefined;
  readonly isTheOrganisation?: boolean;
  readonly warning?: string;
};

const namedBy = (
  name: string,
  kind: PartnerKind | undefined,
  { organisation, emails: [email] = [] }: Kept,
): Named | undefined => {
  if (name !== "") return { name, kind };
  if (organisation !== undefined) {
    return { name: organisation, kind: "organisation", isTheOrganisation: true };
  }
  return email === undefined ? undefined : { name: email, kind, warning: namedByEmail };
};

const text = (
  field: "organisation" | "role" | "notes",
  said: string,
  warnings: Set<string>,
): string | undefined => {
  if (said === "") return undefined;
  const { success, data } = ImportedPartner.shape[field].safeParse(said);
  if (!success) warnings.add(tooLong[field]);
  return data;
};

type ListField = "emails" | "phones" | "links" | "tags";

/** Each of the list is judged alone, so that a wrong one costs none of the others. */
const list = (
  field: ListField,
  said: ReadonlyArray<string> = [],
  { clean, warnings }: Judging,
): Array<string> => {
  const { item, max, refused, name } = lists[field];
  const kept = new Set<string>();
  for (const each of new Set(said)) {
    const shown = clean.line(each);
    if (shown === "") continue;
    const { success, data } = item.safeParse(shown);
    if (success) kept.add(data);
    else warnings.add(refused);
  }
  if (kept.size > max)
    warnings.add(`There are more than ${max} ${name}: the first ${max} were taken.`);
  return [...kept].slice(0, max);
};

type List = {
  readonly item: typeof Email | typeof Phone | typeof Link | typeof Tag;
  readonly max: number;
  readonly name: string;
  readonly refused: string;
};

const lists: Readonly<Record<ListField, List>> = {
  emails: {
    item: Email,
    max: emailsMax,
    name: "e-mail addresses",
    refused: "An e-mail was left out: it is not an e-mail address.",
  },
  phones: {
    item: Phone,
    max: phonesMax,
    name: "phone numbers",
    refused: "A phone number was left out: it has other signs than a number has, or is too long.",
  },
  links: {
    item: Link,
    max: linksMax,
    name: "links",
    refused:
      "A link was left out: it is not an address that starts with http:// or https://, or too long.",
  },
  tags: {
    item: Tag,
    max: tagsMax,
    name: "tags",
    refused: "A tag was left out: it is too long, or has a comma.",
  },
};

type NotesKept = {
  readonly notes: string | undefined;
  readonly contacts: Array<ImportedContact>;
};

/** Each text is read alone: undated lines belong to a date above them in the same text. */
const notesOf = (
  said: ReadonlyArray<string>,
  { clean, dates, isOurs, warnings }: Judging,
): NotesKept => {
  const texts = said.map(clean.lines).filter((each) => each !== "");
  if (isOurs || texts.length === 0) {
    return { notes: text("notes", texts.join("\n"), warnings), contacts: [] };
  }
  const read = contactsInNotes(texts, dates);
  if (read.older > 0) warnings.add(olderStay);
  if (read.tooLong > 0) warnings.add(tooLongStay);
  return { notes: text("notes", read.notes, warnings), contacts: [...read.contacts] };
};

const knownSinceOf = (said: string, { clean, dates, warnings }: Judging) => {
  const cell = clean.line(said);
  if (cell === "") return undefined;
  const day = dayOf(cell, dates);
  if (day === undefined) warnings.add(dateLeftOut(dates));
  return day;
};

const atMostTen = (warnings: ReadonlyArray<string>): ReadonlyArray<string> =>
  warnings.length <= warningsMax
    ? warnings
    : [
        ...warnings.slice(0, warningsMax - 1),
        `${warnings.length - warningsMax + 1} more things of this row were left out.`,
      ];

const withoutName = (row: number): SkippedRow => ({
  row,
  reason: "no-name",
  message: `Line ${row} has no name, no organisation and no e-mail address.`,
});

const nameTooLong = (row: number): SkippedRow => ({
  row,
  reason: "unreadable",
  message: `The name on line ${row} has more than ${nameCharactersMax} characters.`,
});

const tooLong = {
  organisation: `The organisation was left out: it is too long, with more than ${organisationCharactersMax} characters.`,
  role: `The role was left out: it is too long, with more than ${roleCharactersMax} characters.`,
  notes: `The notes were left out: they are too long, with more than ${notesCharactersMax} characters.`,
};

const unshowableLeftOut = "Characters that cannot be shown were left out.";
const namedByEmail = "There is no name, so the e-mail address stands for it.";
const olderStay = `The notes tell of more than ${importedContactsMax} contacts: the newest ${importedContactsMax} were taken, and the older ones stay in the notes.`;
const tooLongStay = "What the notes tell of a day stays there: it is too long for a contact.";

const dateLeftOut = ({ order }: DateReading): string => {
  const numbers =
    order === "month-first"
      ? " or 03/15/2024 (month first)"
      : order === "day-first"
        ? " or 15/03/2024 (day first)"
        : "";
  return `The day you got to know them was left out: it is not a day until today, written like 2024-03-15, 15 Mar 2024, 15-Mar-24${numbers}.`;
};
