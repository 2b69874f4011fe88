import { thresholdSlack } from "@comity/domain/equity/rules";
import type { Kind, Move } from "@comity/domain/equity/schema";

const usualMost = 5;

const isAlike = (a: number, b: number): boolean => Math.abs(a - b) <= thresholdSlack;

/** Gifts of the catalogue that are just what a move proposes, in both sizes: nothing is left to say. */
export const usualGifts = (
  kinds: ReadonlyArray<Kind>,
  { cost, size }: Pick<Move, "cost" | "size">,
): ReadonlyArray<Kind> =>
  kinds
    .filter((kind) => kind.use === "deposit")
    .filter((kind) => isAlike(kind.cost, cost) && isAlike(kind.benefit, size))
    .slice(0, usualMost);
