/** How much there is room for, as in the schema, which rules may not load. A test holds the two together. */
import type { Partner } from "../schema.ts";

export const listMax = {
  affiliations: 20,
  emails: 10,
  phones: 10,
  links: 10,
  tags: 30,
  goals: 20,
  offers: 20,
  externalIds: 10,
} as const satisfies Partial<Record<keyof Partner, number>>;
export type ListField = keyof typeof listMax;

export const listFields = Object.keys(listMax) as ReadonlyArray<ListField>;

export const notesMax = 10_000;

/** As many as there is room for. */
export const withinRoom = <A>(field: ListField, items: ReadonlyArray<A>): Array<A> =>
  items.slice(0, listMax[field]);

/** Counted as people count. */
export const isNotesTooLong = (notes: string): boolean => [...notes].length > notesMax;
