/** What a file says of someone, against what the same file said before. */
import type { ImportedPartner, Partner } from "../schema.ts";
import { withMainAffiliation } from "./affiliation.ts";
import { distinctTags, withReadings } from "./changing.ts";
import { foldedTag } from "./folding.ts";
import { linkKeyOf, phoneKeyOf } from "./identity.ts";
import { isNotesTooLong, withinRoom } from "./room.ts";

/** What makes two addresses the same, however they are written. */
const addressKeys = {
  emails: (email: string) => email.toLowerCase(),
  phones: phoneKeyOf,
  links: linkKeyOf,
} as const;

/**
 * The partner with what a row says newly. A field changes only where the file changed since it was
 * last read and you did not edit it in between; so reading a file again never undoes your edits.
 * `saidBefore` is what the last file from the same source said; null: none did.
 */
export const partnerUpdatedBy = (
  partner: Partner,
  row: ImportedPartner,
  saidBefore: ImportedPartner | null,
): Partner => {
  const newer = (field: "organisation" | "role" | "notes"): string => {
    const said = row[field] ?? "";
    const before = saidBefore?.[field] ?? "";
    const isNews = said !== "" && said !== before;
    const isUntouched = partner[field] === before;
    return isNews && isUntouched ? said : partner[field];
  };
  const added = (field: "emails" | "phones" | "links"): Array<string> => {
    const keyOf = addressKeys[field];
    const known = new Set([...partner[field], ...(saidBefore?.[field] ?? [])].map(keyOf));
    const news = (row[field] ?? []).filter((value) => !known.has(keyOf(value)));
    return withinRoom(field, [...partner[field], ...news]);
  };
  return withReadings({
    ...partner,
    affiliations: withMainAffiliation(partner.affiliations, {
      organisation: newer("organisation"),
      role: newer("role"),
    }),
    emails: added("emails"),
    phones: added("phones"),
    links: added("links"),
    tags: tagsWith(partner, row, saidBefore),
    notes: notesWith(partner, row, saidBefore, newer("notes")),
    knownSince: partner.knownSince ?? (saidBefore === null ? (row.knownSince ?? null) : null),
  });
};

const tagsWith = (
  { tags }: Partner,
  row: ImportedPartner,
  saidBefore: ImportedPartner | null,
): Array<string> => {
  const before = new Set((saidBefore?.tags ?? []).map(foldedTag));
  const news = (row.tags ?? []).filter((tag) => !before.has(foldedTag(tag)));
  return withinRoom("tags", distinctTags([...tags, ...news]));
};

/** Notes of a file that has not spoken before stand below your own. */
const notesWith = (
  { notes }: Partner,
  row: ImportedPartner,
  saidBefore: ImportedPartner | null,
  newer: string,
): string => {
  const said = row.notes ?? "";
  if (saidBefore !== null || notes === "" || notes.includes(said)) return newer;
  const both = `${notes}\n\n${said}`;
  return isNotesTooLong(both) ? notes : both;
};

const imported = [
  "name",
  "organisation",
  "role",
  "emails",
  "phones",
  "links",
  "tags",
  "notes",
  "contacts",
  "knownSince",
] as const;

/** Whether the last file said the same of someone. */
export const isSaidBefore = (row: ImportedPartner, before: ImportedPartner | null): boolean =>
  before !== null &&
  imported.every((field) => JSON.stringify(row[field]) === JSON.stringify(before[field]));

/** Contacts that the file before did not tell of. */
export const newContactsOf = (
  row: ImportedPartner,
  before: ImportedPartner | null,
): ReadonlyArray<NonNullable<ImportedPartner["contacts"]>[number]> => {
  const known = new Set((before?.contacts ?? []).map(({ on, note }) => `${on} ${note}`));
  return (row.contacts ?? []).filter(({ on, note }) => {
    const isNews = !known.has(`${on} ${note}`);
    known.add(`${on} ${note}`);
    return isNews;
  });
};
