/** Two partners as one: what each field becomes. */
import type { Affiliation, Partner } from "../schema.ts";
import { changedFieldsOf, distinctTags, withReadings } from "./changing.ts";
import { foldedOrganisation, foldedText } from "./folding.ts";

// As in the schema, which rules may not load.
const addressesMax = 10;
const tagsMax = 30;
const listMax = 20;
const notesCharactersMax = 10_000;

/** Fields in which two partners say different things, apart from those that only one of them has. */
export const contradictingFields = (kept: Partner, other: Partner): ReadonlyArray<string> =>
  changedFieldsOf(kept, other).filter(
    (field) => field !== "archivedAt" && !isBlank(kept[field]) && !isBlank(other[field]),
  );

const isBlank = (value: unknown): boolean =>
  value === null || value === "" || (Array.isArray(value) && value.length === 0);

/**
 * The partner that the two become: single values of the one that is kept, filled from the other
 * where there are none; lists of both, without what is there twice; the nearer circle; the earlier day.
 */
export const mergedPartner = (kept: Partner, other: Partner): Partner =>
  withReadings({
    ...kept,
    affiliations: affiliationsOf(kept, other),
    emails: union(kept.emails, other.emails, (email) => email.toLowerCase()).slice(0, addressesMax),
    phones: union(kept.phones, other.phones, (phone) => phone.replace(/\D/g, "")).slice(
      0,
      addressesMax,
    ),
    links: union(kept.links, other.links, (link) => link.replace(/\/$/, "").toLowerCase()).slice(
      0,
      addressesMax,
    ),
    tags: distinctTags([...kept.tags, ...other.tags]).slice(0, tagsMax),
    notes: joined(kept.notes, other.notes),
    goals:
      kept.goals === null || other.goals === null
        ? (kept.goals ?? other.goals)
        : union(kept.goals, other.goals, ({ what }) => foldedText(what)).slice(0, listMax),
    offers: union(kept.offers, other.offers, foldedText).slice(0, listMax),
    howWeMet: kept.howWeMet || other.howWeMet,
    knownSince: earlier(kept.knownSince, other.knownSince),
    circle: nearer(kept.circle, other.circle),
    cadenceDays: kept.cadenceDays ?? other.cadenceDays,
    externalIds: union(kept.externalIds, other.externalIds, (id) => id).slice(0, addressesMax),
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

/** Each organisation and role once; the main one stays the main one. */
const affiliationsOf = (kept: Partner, other: Partner): Array<Affiliation> =>
  union(
    kept.affiliations,
    other.affiliations,
    ({ organisation, role }) => `${foldedOrganisation(organisation)}|${foldedText(role)}`,
  ).slice(0, listMax);

const joined = (one: string, other: string): string => {
  if (one === "" || other === "" || one.includes(other)) return one || other;
  const both = `${one}\n\n${other}`;
  return [...both].length <= notesCharactersMax ? both : one;
};

const earlier = <A extends string>(one: A | null, other: A | null): A | null =>
  one !== null && other !== null ? (one < other ? one : other) : (one ?? other);

const nearer = <A extends number>(one: A | null, other: A | null): A | null =>
  one !== null && other !== null ? (one < other ? one : other) : (one ?? other);
