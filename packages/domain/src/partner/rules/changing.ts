/** What differs between two states of a partner, and how a change is taken back. */
import type { BulkChange, Partner, PartnerChange } from "../schema.ts";
import { mainAffiliationOf, withMainAffiliation } from "./affiliation.ts";
import { foldedTag } from "./folding.ts";
import { type ListField, listMax, withinRoom } from "./room.ts";

/** What is kept of a partner, but for dates and versions. `organisation` and `role` follow from it. */
export const partnerFields = [
  "kind",
  "name",
  "affiliations",
  "emails",
  "phones",
  "links",
  "tags",
  "notes",
  "goals",
  "offers",
  "howWeMet",
  "knownSince",
  "circle",
  "cadenceDays",
  "externalIds",
  "archivedAt",
] as const;
export type PartnerField = (typeof partnerFields)[number];

/** Fields that say nothing about who somebody is. All others are personal text. */
export const impersonalFields: ReadonlySet<PartnerField> = new Set([
  "kind",
  "circle",
  "cadenceDays",
  "archivedAt",
]);

export const isEqual = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** Names of the fields in which two states of a partner differ. */
export const changedFieldsOf = (before: Partner, after: Partner): ReadonlyArray<PartnerField> =>
  partnerFields.filter((field) => !isEqual(before[field], after[field]));

/** The partner with what follows from its fields: the main affiliation in short. */
export const withReadings = (partner: Omit<Partner, "organisation" | "role">): Partner => {
  const { organisation, role } = mainAffiliationOf(partner.affiliations);
  return { ...partner, organisation, role };
};

/** Each tag once, whatever its capitals, in the spelling that came first. */
export const distinctTags = (tags: ReadonlyArray<string>): Array<string> => {
  const seen = new Set<string>();
  return tags.filter((tag) => {
    const folded = foldedTag(tag);
    return !seen.has(folded) && Boolean(seen.add(folded));
  });
};

/** The partner as a change leaves it. Fields that are absent stay. */
export const partnerChangedBy = (partner: Partner, change: PartnerChange): Partner => {
  const { organisation, role, ...said } = change;
  const present = Object.entries(said).filter(([, value]) => value !== undefined);
  const affiliations =
    said.affiliations ?? withMainAffiliation(partner.affiliations, { organisation, role });
  const changed = {
    ...partner,
    ...(Object.fromEntries(present) as Partial<Partner>),
    affiliations,
  };
  return withReadings({ ...changed, tags: distinctTags(changed.tags) });
};

/** The partner as a change of many leaves it, which may be more tags than there is room for. */
export const partnerBulkChangedBy = (
  partner: Partner,
  change: BulkChange,
  at: Partner["updatedAt"],
): Partner => {
  const removed = new Set((change.removeTags ?? []).map(foldedTag));
  const tags = distinctTags([...partner.tags, ...(change.addTags ?? [])]).filter(
    (tag) => !removed.has(foldedTag(tag)),
  );
  const archivedAt =
    change.archived === undefined
      ? partner.archivedAt
      : change.archived
        ? (partner.archivedAt ?? at)
        : null;
  return {
    ...partner,
    tags,
    circle: change.circle === undefined ? partner.circle : change.circle,
    cadenceDays: change.cadenceDays === undefined ? partner.cadenceDays : change.cadenceDays,
    archivedAt,
  };
};

/**
 * Takes back what a change did, but only where it still stands: later edits stay. Of a list that was
 * edited since, what the change added goes and what it took away comes back.
 */
export const partnerReverted = (current: Partner, before: Partner, after: Partner): Partner => {
  const reverted = changedFieldsOf(before, after).map((field) => [
    field,
    valueReverted(field, current[field], before[field], after[field]),
  ]);
  return withReadings({ ...current, ...(Object.fromEntries(reverted) as Partial<Partner>) });
};

const valueReverted = (
  field: PartnerField,
  current: unknown,
  before: unknown,
  after: unknown,
): unknown => {
  if (isEqual(current, after)) return before;
  if (!Array.isArray(current) || !Array.isArray(after)) return current;
  const was: ReadonlyArray<unknown> = Array.isArray(before) ? before : [];
  const left = current.filter((item) => isAmong(item, was) || !isAmong(item, after));
  const back = was.filter((item) => !isAmong(item, after) && !isAmong(item, left));
  return isList(field) ? withinRoom(field, [...left, ...back]) : current;
};

const isList = (field: PartnerField): field is ListField & PartnerField => field in listMax;

const isAmong = (item: unknown, list: ReadonlyArray<unknown>): boolean =>
  list.some((one) => isEqual(one, item));
