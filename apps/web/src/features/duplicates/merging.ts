/** What two partners become as one, by the choices of whoever merges them. Pure, so that it can be tested. */
import { contradictingFields, mergedPartner, partnerChangedBy } from "@comity/domain/partner/rules";
import type { Partner, PartnerChange } from "@comity/domain/partner/schema";
import type { PartnerFieldName } from "../partner/partnerInWords.ts";

/** Whose value is kept: a partner's, by id, or those of both. */
export type Pick = string;
export const both = "both";

export type Picks = Readonly<Partial<Record<PartnerFieldName, Pick>>>;

interface Two {
  readonly kept: Partner;
  readonly other: Partner;
}

const listFields: ReadonlySet<string> = new Set([
  "affiliations",
  "emails",
  "phones",
  "links",
  "tags",
  "goals",
  "offers",
  "externalIds",
  "notes",
]);

const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** Fields in which the two say different things. */
export const differingFields = ({ kept, other }: Two): ReadonlyArray<PartnerFieldName> =>
  contradictingFields(kept, other) as ReadonlyArray<PartnerFieldName>;

const valueOf = (two: Two, field: PartnerFieldName, pick: Pick): Partner[PartnerFieldName] => {
  if (pick === two.kept.id) return two.kept[field];
  return pick === two.other.id ? two.other[field] : mergedPartner(two.kept, two.other)[field];
};

/** Whether the two can be kept side by side, and that says more than either. */
export const mayKeepBoth = (two: Two, field: PartnerFieldName): boolean => {
  const joined = valueOf(two, field, both);
  return (
    listFields.has(field) && !isSame(joined, two.kept[field]) && !isSame(joined, two.other[field])
  );
};

/** What is kept unless somebody says otherwise, as the server proposes it. */
export const usualPick = (two: Two, field: PartnerFieldName): Pick => {
  const proposed = valueOf(two, field, both);
  if (isSame(proposed, two.kept[field])) return two.kept.id;
  return isSame(proposed, two.other[field]) ? two.other.id : both;
};

/** A choice of before that still means something: after a swap, ids name the same two. */
export const pickOf = (two: Two, field: PartnerFieldName, picks: Picks): Pick =>
  picks[field] ?? usualPick(two, field);

/** Fields without room for both, of which nothing has been said yet. */
export const undecidedFields = (
  overfull: ReadonlyArray<string>,
  picks: Picks,
): ReadonlyArray<PartnerFieldName> =>
  (overfull as ReadonlyArray<PartnerFieldName>).filter((field) => picks[field] === undefined);

/** What to say to the server where it is not as it proposes. */
export const resultOf = (two: Two, picks: Picks): PartnerChange =>
  Object.fromEntries(
    Object.entries(picks).map(([field, pick]) => [
      field,
      valueOf(two, field as PartnerFieldName, pick),
    ]),
  ) as PartnerChange;

/** The one that stays. */
export const mergedBy = (two: Two, picks: Picks): Partner =>
  partnerChangedBy(mergedPartner(two.kept, two.other), resultOf(two, picks));
