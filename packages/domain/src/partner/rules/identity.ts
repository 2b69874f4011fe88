/** Who is who: keys under which a partner is found again. */
import type { ImportedPartner, Partner } from "../schema.ts";
import { foldedName, foldedOrganisation } from "./folding.ts";

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

/** A profile is the same however its address is written; of other addresses, the path is as it is. */
export const linkKeyOf = (link: string): string => {
  const slug = linkedInSlugOf(link);
  if (slug !== undefined) return `linkedin:${slug}`;
  return link.replace(/^[^/]*\/\/[^/?#]*/, (host) => host.toLowerCase()).replace(/\/$/, "");
};

/** A number without what people set between its digits. */
export const phoneKeyOf = (phone: string): string =>
  phone.toLowerCase().replace(/[^0-9a-z+*#]/g, "");

/** What someone is known by, as far as it has been said. */
export interface Described extends Pick<
  ImportedPartner,
  "name" | "organisation" | "emails" | "links"
> {
  readonly knownSince?: Partner["knownSince"] | undefined;
  readonly externalIds?: ReadonlyArray<string> | undefined;
}

type Identified = Described | Partner;

export const linkedInSlugsOf = ({ links }: Pick<Identified, "links">): ReadonlyArray<string> =>
  (links ?? []).flatMap((link) => linkedInSlugOf(link) ?? []);

const linkedInKeysOf = (partner: Identified): ReadonlyArray<string> =>
  linkedInSlugsOf(partner).map((slug) => `linkedin:${slug}`);

const emailKeysOf = ({ emails }: Identified): ReadonlyArray<string> =>
  (emails ?? []).map((email) => `email:${email.toLowerCase()}`);

/** Without an organisation a name alone is too common, so the day you met tells people apart. */
const nameKeyOf = ({ name, organisation, knownSince }: Identified): string => {
  const firm = foldedOrganisation(organisation ?? "");
  return `name:${foldedName(name)}|${firm === "" ? `@${knownSince ?? ""}` : firm}`;
};

/** What several people may have in common. */
const sharedKeysOf = (partner: Identified): ReadonlyArray<string> => [
  ...emailKeysOf(partner),
  nameKeyOf(partner),
];

export const externalKeyOf = (externalId: string): string => `external:${externalId}`;

/** Both kinds of e-mail keys: whoever asks by address does not say who else it belongs to. */
export const emailLookupKeysOf = (email: string): ReadonlyArray<string> =>
  ["plain", "linked"].map((kind) => `${kind} email:${email.toLowerCase()}`);

/**
 * Keys under which a partner is found again. An e-mail or a name says whether a LinkedIn address
 * stands beside it, because two different LinkedIn addresses are two people, always.
 */
export const identityKeysOf = (partner: Identified): ReadonlyArray<string> => {
  const linkedIn = linkedInKeysOf(partner);
  const kind = linkedIn.length > 0 ? "linked" : "plain";
  const external = (partner.externalIds ?? []).map(externalKeyOf);
  const shared = sharedKeysOf(partner).map((key) => `${kind} ${key}`);
  return [...new Set([...linkedIn, ...external, ...shared])];
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
