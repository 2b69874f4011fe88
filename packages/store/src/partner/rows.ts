/** Partners as rows, and what they are found by. */
import {
  type Affiliation,
  blockKeysOf,
  type Circle,
  foldedOrganisation,
  foldedTag,
  foldedText,
  type Goal,
  impersonalFields,
  type Partner,
  type PartnerField,
  partnerFields,
  type PartnerId,
  type PartnerKind,
} from "@comity/domain/partner";
import { instantOf, msOf } from "@comity/domain/time";
import type { PlainDate } from "@comity/domain/time/schema";
import { newSalt, saltedHash } from "../change/fingerprint.ts";

export interface PartnerRow {
  readonly pk: number;
  readonly id: string;
  readonly kind: string;
  readonly name: string;
  readonly name_folded: string;
  readonly organisation: string;
  readonly role: string;
  readonly affiliations: string;
  readonly emails: string;
  readonly phones: string;
  readonly links: string;
  readonly tags: string;
  readonly notes: string;
  readonly goals: string;
  readonly offers: string;
  readonly how_we_met: string;
  readonly known_since: string | null;
  readonly circle: number | null;
  readonly cadence_days: number | null;
  readonly external_ids: string;
  readonly archived_at: number | null;
  readonly created_at: number;
  readonly updated_at: number;
  readonly version: number;
  readonly salt: string;
}

/** In the order in which a row is written. */
export const partnerColumns = [
  "id",
  "kind",
  "name",
  "name_folded",
  "organisation",
  "role",
  "affiliations",
  "emails",
  "phones",
  "links",
  "tags",
  "notes",
  "goals",
  "offers",
  "how_we_met",
  "known_since",
  "circle",
  "cadence_days",
  "external_ids",
  "archived_at",
  "created_at",
  "updated_at",
  "version",
  "salt",
] as const satisfies ReadonlyArray<keyof PartnerRow>;

export const rowOfPartner = (
  partner: Partner,
  salt: string = newSalt(),
): Omit<PartnerRow, "pk"> => ({
  id: partner.id,
  kind: partner.kind,
  name: partner.name,
  name_folded: foldedText(partner.name),
  organisation: partner.organisation,
  role: partner.role,
  affiliations: JSON.stringify(partner.affiliations),
  emails: JSON.stringify(partner.emails),
  phones: JSON.stringify(partner.phones),
  links: JSON.stringify(partner.links),
  tags: JSON.stringify(partner.tags),
  notes: partner.notes,
  goals: JSON.stringify(partner.goals),
  offers: JSON.stringify(partner.offers),
  how_we_met: partner.howWeMet,
  known_since: partner.knownSince,
  circle: partner.circle,
  cadence_days: partner.cadenceDays,
  external_ids: JSON.stringify(partner.externalIds),
  archived_at: partner.archivedAt === null ? null : msOf(partner.archivedAt),
  created_at: msOf(partner.createdAt),
  updated_at: msOf(partner.updatedAt),
  version: partner.version,
  salt,
});

export const partnerOfRow = (row: PartnerRow): Partner => ({
  id: row.id as PartnerId,
  kind: row.kind as PartnerKind,
  name: row.name,
  organisation: row.organisation,
  role: row.role,
  affiliations: JSON.parse(row.affiliations) as Array<Affiliation>,
  emails: JSON.parse(row.emails) as Array<string>,
  phones: JSON.parse(row.phones) as Array<string>,
  links: JSON.parse(row.links) as Array<string>,
  tags: JSON.parse(row.tags) as Array<string>,
  notes: row.notes,
  goals: JSON.parse(row.goals) as Array<Goal> | null,
  offers: JSON.parse(row.offers) as Array<string>,
  howWeMet: row.how_we_met,
  knownSince: row.known_since as PlainDate | null,
  circle: row.circle as Circle | null,
  cadenceDays: row.cadence_days,
  externalIds: JSON.parse(row.external_ids) as Array<string>,
  archivedAt: row.archived_at === null ? null : instantOf(row.archived_at),
  createdAt: instantOf(row.created_at),
  updatedAt: instantOf(row.updated_at),
  version: row.version,
});

/** What is searched, the part that counts for most first. */
export const wordsOf = (partner: Partner): readonly [string, string, string] => [
  foldedText(partner.name),
  foldedText(
    [
      ...partner.affiliations.flatMap(({ organisation, role }) => [organisation, role]),
      ...partner.tags,
      ...partner.emails,
      ...partner.offers,
    ].join(" "),
  ),
  foldedText(
    [partner.notes, partner.howWeMet, ...(partner.goals ?? []).map(({ what }) => what)].join(" "),
  ),
];

/** Rows beside the partner that it is found by, each as pairs with its id. */
export const pairsOf = (partner: Partner) => ({
  tags: partner.tags.map((tag) => [foldedTag(tag), partner.id, tag]),
  organisations: [
    ...new Set(partner.affiliations.map(({ organisation }) => foldedOrganisation(organisation))),
  ]
    .filter((organisation) => organisation !== "")
    .map((organisation) => [organisation, partner.id]),
  blocks: blockKeysOf(partner).map((key) => [key, partner.id]),
});

const hashOfField = (salt: string, partner: Partner, field: PartnerField): string =>
  saltedHash(salt, JSON.stringify(partner[field]));

const isFilled = (value: Partner[PartnerField]): boolean =>
  value !== null && (typeof value !== "object" || value.length > 0) && value !== "";

/** What the log tells of a new partner: an empty field has nothing to prove. */
export const factsOfNew = (salt: string, partner: Partner) => ({
  ...(partner.kind === "person" ? {} : { kind: partner.kind }),
  ...(partner.circle === null ? {} : { circle: partner.circle }),
  personal: Object.fromEntries(
    partnerFields
      .filter((field) => !impersonalFields.has(field) && isFilled(partner[field]))
      .map((field) => [field, hashOfField(salt, partner, field)]),
  ),
});

/** What the log tells of fields that changed. */
export const factsOfChange = (
  salt: string,
  { before, after }: { readonly before: Partner; readonly after: Partner },
  fields: ReadonlyArray<PartnerField>,
) => ({
  version: { old: before.version, new: after.version },
  ...Object.fromEntries(
    fields
      .filter((field) => impersonalFields.has(field))
      .map((field) => [field, { old: before[field], new: after[field] }]),
  ),
  personal: Object.fromEntries(
    fields
      .filter((field) => !impersonalFields.has(field))
      .map((field) => [
        field,
        { old: hashOfField(salt, before, field), new: hashOfField(salt, after, field) },
      ]),
  ),
});
