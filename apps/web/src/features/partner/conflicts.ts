/** A change that meets another one: what both touched has to be chosen, all else goes together. */
import type { Plain } from "@comity/domain/input/plain";
import type { Partner, PartnerChange } from "@comity/domain/partner/schema";
import { fieldsInWords, type PartnerFieldName } from "./partnerInWords.ts";

export type Change = Pick<Plain<PartnerChange>, PartnerFieldName>;

const isEqual = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

const fieldsOf = (change: Change): ReadonlyArray<PartnerFieldName> =>
  (Object.keys(fieldsInWords) as Array<PartnerFieldName>).filter(
    (field) => change[field] !== undefined,
  );

/** Of what is said, only what differs from the partner as it was read. */
export const changedOf = (before: Partner, said: Change): Change =>
  picked(
    said,
    fieldsOf(said).filter((field) => !isEqual(said[field], before[field])),
  );

export const isNothing = (change: Change): boolean => fieldsOf(change).length === 0;

/** What takes a change back: the same fields as they were before. */
export const takenBackBy = (before: Partner, change: Change): Change =>
  picked(before, fieldsOf(change));

/** Fields that I changed, that somebody else changed since I read them, and that differ now. */
export const conflictsOf = (
  change: Change,
  base: Partner,
  newer: Partner,
): ReadonlyArray<PartnerFieldName> =>
  fieldsOf(change).filter(
    (field) => !isEqual(newer[field], base[field]) && !isEqual(newer[field], change[field]),
  );

export type Side = "mine" | "theirs";
export type Sides = Readonly<Partial<Record<PartnerFieldName, Side>>>;

/** What I changed since I read it; with what both changed, even where mine is again as it was. */
export const myChangeOf = (
  read: Partner,
  wanted: Change,
  disputed: ReadonlyArray<PartnerFieldName>,
): Change => ({
  ...changedOf(read, wanted),
  ...picked(
    wanted,
    fieldsOf(wanted).filter((field) => disputed.includes(field)),
  ),
});

const picked = (from: Change | Partner, fields: ReadonlyArray<PartnerFieldName>): Change =>
  Object.fromEntries(fields.map((field) => [field, from[field]])) as Change;

/** The change with what was chosen of the others left out: it stays as they wrote it. */
export const withoutTheirs = (change: Change, sides: Sides): Change =>
  picked(
    change,
    fieldsOf(change).filter((field) => sides[field] !== "theirs"),
  );
