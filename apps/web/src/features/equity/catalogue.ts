/** The kinds of the catalogue, as the page shows, orders and finds them. */
import { sizesEp } from "@comity/domain/equity/rules";
import type { Kind, KindUse, Size } from "@comity/domain/equity/schema";
import { sizes } from "./words.ts";

export type Direction = "given" | "received";

export type Kinds = ReadonlyMap<string, Kind>;

export const kindsById = (kinds: ReadonlyArray<Kind>): Kinds =>
  new Map(kinds.map((kind) => [kind.id, kind]));

/** A kind in the words of the side that did it. */
export const kindInWords = (kind: Pick<Kind, "what" | "received">, direction: Direction): string =>
  direction === "given" ? kind.what : kind.received;

/** The size that an amount is; undefined where it lies between two of them. */
export const sizeOfEp = (ep: number): Size | undefined =>
  sizes.find((size) => sizesEp[size] === ep);

/** The kinds for one use; those of your own that were used with this partner come first. */
export const kindsInOrder = (
  kinds: ReadonlyArray<Kind>,
  use: KindUse,
  used: ReadonlySet<string>,
): ReadonlyArray<Kind> => {
  const wanted = kinds.filter((kind) => kind.use === use);
  const isFirst = ({ id, isOwn }: Kind): boolean => isOwn && used.has(id);
  return [...wanted.filter(isFirst), ...wanted.filter((kind) => !isFirst(kind))];
};

const plain = (text: string): string =>
  text.normalize("NFD").replaceAll(/\p{M}/gu, "").toLowerCase();

/** The kinds in whose words every word of the search begins or stands. */
export const kindsFound = (
  kinds: ReadonlyArray<Kind>,
  search: string,
  direction: Direction,
): ReadonlyArray<Kind> => {
  const words = plain(search).split(/\s+/).filter(Boolean);
  return kinds.filter((kind) => {
    const said = plain(kindInWords(kind, direction));
    return words.every((word) => said.includes(word));
  });
};

const towards: ReadonlyArray<readonly [RegExp, string]> = [
  [/\bthey are\b/g, "you are"],
  [/\b(?:they|them)\b/g, "you"],
  [/\btheirs\b/g, "yours"],
  [/\btheir\b/g, "your"],
];

/** A gift of mine as I would tell it to the one who got it; words of another kind stay as they are. */
export const toldToThem = (what: string): string => {
  const turned = towards.reduce((text, [theirs, yours]) => text.replace(theirs, yours), what);
  if (turned === what) return what;
  return `I ${turned.charAt(0).toLowerCase()}${turned.slice(1)}`;
};
