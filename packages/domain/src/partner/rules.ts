/** Who is who: pure functions over partners. Only types are imported. */
import type { ImportedPartner, Partner } from "./schema.ts";

/** Accents of Latin, Greek and Cyrillic. Marks of other scripts are letters in all but name. */
const accents = /[\u0300-\u036f]/g;

/** Lower case, without accents and doubled spaces: for comparing and sorting, never for showing. */
export const foldedText = (value: string): string =>
  value
    .normalize("NFKD")
    .replace(accents, "")
    .normalize("NFC")
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, " ")
    .trim();

const legalForm = / (incorporated|inc|ltd|limited|llc|llp|plc|gmbh|ag|sa|sarl|bv|corp|co)$/;

const foldedOrganisation = (value: string): string => foldedText(value).replace(legalForm, "");

/** The part of a LinkedIn address that names a person, or undefined. */
export const linkedInSlugOf = (link: string): string | undefined => {
  const found = /^https?:\/\/(?:[a-z]+\.)?linkedin\.com\/in\/([^/?#]+)/i.exec(link)?.[1];
  if (found === undefined) return undefined;
  try {
    return decodeURIComponent(found).normalize("NFC").toLowerCase();
  } catch {
    return found.toLowerCase();
  }
};

type Identified =
  | Pick<ImportedPartner, "name" | "organisation" | "emails" | "links" | "knownSince">
  | Partner;

const linkedInKeysOf = ({ links }: Identified): Array<string> =>
  (links ?? []).flatMap((link) => {
    const slug = linkedInSlugOf(link);
    return slug === undefined ? [] : [`linkedin:${slug}`];
  });

const emailKeysOf = ({ emails }: Identified): Array<string> =>
  (emails ?? []).map((email) => `email:${email.toLowerCase()}`);

/** Without an organisation a name alone is too common, so the day you met tells people apart. */
const nameKeyOf = ({ name, organisation, knownSince }: Identified): string => {
  const firm = foldedOrganisation(organisation ?? "");
  // A name without a letter in it, as some people have it, stands as it is.
  const person = foldedText(name) || name;
  return `name:${person}|${firm === "" ? `@${knownSince ?? ""}` : firm}`;
};

/** What several people may have in common. */
const sharedKeysOf = (partner: Identified): ReadonlyArray<string> => [
  ...emailKeysOf(partner),
  nameKeyOf(partner),
];

/**
 * Keys under which a partner is found again. An e-mail or a name says whether a LinkedIn address
 * stands beside it, because two different LinkedIn addresses are two people, always.
 */
export const identityKeysOf = (partner: Identified): ReadonlyArray<string> => {
  const linkedIn = linkedInKeysOf(partner);
  const kind = linkedIn.length > 0 ? "linked" : "plain";
  return [...new Set([...linkedIn, ...sharedKeysOf(partner).map((key) => `${kind} ${key}`)])];
};

/**
 * Keys to look a row's person up by, the surest first: the same LinkedIn address, else a common
 * e-mail, else the same name at the same organisation. Whoever carries one of them is that person.
 */
export const lookupKeysOf = (row: Identified): ReadonlyArray<string> => {
  const linkedIn = linkedInKeysOf(row);
  const kinds = linkedIn.length > 0 ? ["plain"] : ["plain", "linked"];
  const shared = sharedKeysOf(row).flatMap((key) => kinds.map((kind) => `${kind} ${key}`));
  return [...new Set([...linkedIn, ...shared])];
};

/** Whether a row speaks of this partner. */
export const isSamePerson = (row: Identified, partner: Identified): boolean => {
  const carried = identityKeysOf(partner);
  return lookupKeysOf(row).some((key) => carried.includes(key));
};

/**
 * The partner with what a row says newly. A field changes only where the file changed since it was
 * last read and you did not edit it in between; so reading a file again never undoes your edits.
 */
export const partnerUpdatedBy = (
  partner: Partner,
  row: ImportedPartner,
  saidBefore: ImportedPartner | null,
): Partner => {
  const newer = (field: "organisation" | "role"): string => {
    const said = row[field] ?? "";
    const before = saidBefore?.[field] ?? "";
    const isNews = said !== "" && said !== before;
    const isUntouched = partner[field] === before;
    return isNews && isUntouched ? said : partner[field];
  };
  // As many as `emailsMax` and `linksMax` of the schema, which rules may not load.
  const added = (field: "emails" | "links", most: number): Array<string> => {
    const known = new Set([...partner[field], ...(saidBefore?.[field] ?? [])]);
    const news = (row[field] ?? []).filter((value) => !known.has(value));
    return [...partner[field], ...news].slice(0, most);
  };
  return {
    ...partner,
    organisation: newer("organisation"),
    role: newer("role"),
    emails: added("emails", 10),
    links: added("links", 10),
    knownSince: partner.knownSince ?? (saidBefore === null ? (row.knownSince ?? null) : null),
  };
};

/** What can be changed about a partner. All of it is personal text. */
export const editableFields = [
  "name",
  "organisation",
  "role",
  "emails",
  "links",
  "notes",
  "knownSince",
] as const;
export type EditableField = (typeof editableFields)[number];

const isEqual = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

const imported = ["name", "organisation", "role", "emails", "links", "knownSince"] as const;

/** Whether the last file said the same of someone. */
export const isSaidBefore = (row: ImportedPartner, before: ImportedPartner | null): boolean =>
  before !== null && imported.every((field) => isEqual(row[field], before[field]));

/** Names of the fields in which two states of a partner differ. */
export const changedFieldsOf = (before: Partner, after: Partner): ReadonlyArray<EditableField> =>
  editableFields.filter((field) => !isEqual(before[field], after[field]));

/** Takes back what a change did, but only where it still stands: later edits stay. */
export const partnerReverted = (current: Partner, before: Partner, after: Partner): Partner => {
  const standing = changedFieldsOf(before, after).filter((field) =>
    isEqual(current[field], after[field]),
  );
  return { ...current, ...Object.fromEntries(standing.map((field) => [field, before[field]])) };
};
