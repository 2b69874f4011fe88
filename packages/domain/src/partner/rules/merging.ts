/** Two partners as one: what each field becomes. */
import type { Affiliation, Goal, Partner } from "../schema.ts";
import { changedFieldsOf, distinctTags, isEqual, withReadings } from "./changing.ts";
import { foldedOrganisation, foldedTag } from "./folding.ts";
import { linkKeyOf, phoneKeyOf } from "./identity.ts";
import { isNotesTooLong, type ListField, listFields, listMax, withinRoom } from "./room.ts";

/** Fields in which two partners say different things, apart from those that only one of them has. */
export const contradictingFields = (kept: Partner, other: Partner): ReadonlyArray<string> =>
  changedFieldsOf(kept, other).filter(
    (field) => field !== "archivedAt" && !isBlank(kept[field]) && !isBlank(other[field]),
  );

const isBlank = (value: unknown): boolean =>
  value === null || value === "" || (Array.isArray(value) && value.length === 0);

/**
 * The partner that the two become: single values of the one that is kept, filled from the other
 * where there are none; lists of both, without what is there twice; the nearer circle; the earlier
 * day. What there is no room for is cut off here: `overfullFields` names it, so that somebody decides.
 */
export const mergedPartner = (kept: Partner, other: Partner): Partner => {
  const both = joinedPartner(kept, other);
  return withReadings({
    ...both,
    ...Object.fromEntries(
      listFields.map((field) => [field, both[field] && withinRoom<unknown>(field, both[field])]),
    ),
    notes: isNotesTooLong(both.notes) ? kept.notes : both.notes,
  });
};

export type LimitedField = ListField | "notes";

/** Fields of two partners that have no room for what both say. */
export const overfullFields = (kept: Partner, other: Partner): ReadonlyArray<LimitedField> => {
  const both = joinedPartner(kept, other);
  const isFull = (field: ListField): boolean => (both[field]?.length ?? 0) > listMax[field];
  return [
    ...(isNotesTooLong(both.notes) ? (["notes"] as const) : []),
    ...listFields.filter(isFull),
  ];
};

const joinedPartner = (kept: Partner, other: Partner): Partner => ({
  ...kept,
  affiliations: affiliationsOf(kept.affiliations, other.affiliations),
  emails: union(kept.emails, other.emails, (email) => email.toLowerCase()),
  phones: union(kept.phones, other.phones, phoneKeyOf),
  links: union(kept.links, other.links, linkKeyOf),
  tags: distinctTags([...kept.tags, ...other.tags]),
  notes: joined(kept.notes, other.notes),
  goals:
    kept.goals === null || other.goals === null
      ? (kept.goals ?? other.goals)
      : goalsOf(kept.goals, other.goals),
  offers: union(kept.offers, other.offers, foldedTag),
  howWeMet: kept.howWeMet || other.howWeMet,
  knownSince: earlier(kept.knownSince, other.knownSince),
  circle: nearer(kept.circle, other.circle),
  cadenceDays: kept.cadenceDays ?? other.cadenceDays,
  externalIds: union(kept.externalIds, other.externalIds, (id) => id),
  archivedAt: other.archivedAt === null ? null : kept.archivedAt,
});

const union = <A>(
  one: ReadonlyArray<A>,
  other: ReadonlyArray<A>,
  keyOf: (value: A) => string,
): Array<A> => {
  const known = new Set(one.map(keyOf));
  return [...one, ...other.filter((value) => !known.has(keyOf(value)))];
};

/**
 * The first list, and of the second what nothing in it stands for. What stands for it in part is
 * filled up from it, but first comes what says all of it already: so the same again adds nothing.
 */
const filledUnion = <A extends object>(
  one: ReadonlyArray<A>,
  other: ReadonlyArray<A>,
  filledFrom: (known: A, news: A) => A | undefined,
): Array<A> => {
  const all = [...one];
  for (const news of other) {
    const filled = all.map((known) => filledFrom(known, news));
    if (filled.some((one, at) => one !== undefined && isEqual(one, all[at]))) continue;
    const at = filled.findIndex((one) => one !== undefined);
    all[at === -1 ? all.length : at] = filled[at] ?? news;
  }
  return all;
};

/** Each stay at an organisation once; the main one stays the main one. */
const affiliationsOf = (
  one: ReadonlyArray<Affiliation>,
  other: ReadonlyArray<Affiliation>,
): Array<Affiliation> =>
  filledUnion(one, other, (known, news) => {
    const isSameStay =
      organisationKeyOf(known) === organisationKeyOf(news) &&
      known.to === news.to &&
      isSaidOnce(known.from, news.from) &&
      (foldedTag(known.role) === foldedTag(news.role) || known.role === "" || news.role === "");
    if (!isSameStay) return undefined;
    return { ...known, role: known.role || news.role, from: known.from ?? news.from };
  });

/** A name without a letter in it, as some have it, stands as it is. */
const organisationKeyOf = ({ organisation }: Affiliation): string =>
  foldedOrganisation(organisation) || organisation;

const goalsOf = (one: ReadonlyArray<Goal>, other: ReadonlyArray<Goal>): Array<Goal> =>
  filledUnion(one, other, (known, news) => {
    const isSame =
      foldedTag(known.what) === foldedTag(news.what) &&
      isSaidOnce(known.said || null, news.said || null) &&
      isSaidOnce(known.saidOn, news.saidOn);
    if (!isSame) return undefined;
    return { ...known, said: known.said || news.said, saidOn: known.saidOn ?? news.saidOn };
  });

const isSaidOnce = (one: string | null, other: string | null): boolean =>
  one === null || other === null || one === other;

const joined = (one: string, other: string): string => {
  if (one.includes(other)) return one;
  return other.includes(one) ? other : `${one}\n\n${other}`;
};

const earlier = <A extends string>(one: A | null, other: A | null): A | null =>
  one !== null && other !== null ? (one < other ? one : other) : (one ?? other);

const nearer = <A extends number>(one: A | null, other: A | null): A | null =>
  one !== null && other !== null ? (one < other ? one : other) : (one ?? other);
