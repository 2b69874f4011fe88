/** Both accounts of a pair, folded from any point on, with checkpoints on the way (MODEL 2.3). */
import type { Posting } from "../schema.ts";
import { type Account, accountAfter, emptyAccount, type Fading } from "./account.ts";

/** A checkpoint after so many entries: what is back-dated re-folds the rest only. */
export const checkpointEntries = 64;

export interface PairAccounts {
  readonly mine: Account;
  readonly theirs: Account;
}

export interface FoldedPair extends PairAccounts {
  /** How many entries were folded into it. */
  readonly entries: number;
}

export const emptyPair: FoldedPair = { mine: emptyAccount, theirs: emptyAccount, entries: 0 };

type Step = Posting & { readonly atMs: number };

/** The pair after one more entry, which is not before the last one. */
export const pairAfter = (
  pair: FoldedPair,
  { atMs, mine, theirs }: Step,
  policy: Fading,
): FoldedPair => ({
  mine: accountAfter(pair.mine, { atMs, amount: mine }, policy),
  theirs: accountAfter(pair.theirs, { atMs, amount: theirs }, policy),
  entries: pair.entries + 1,
});

/**
 * The pair after further entries in any order, from a base that holds all that came before them.
 * A checkpoint stands only where an instant ends: it then holds every entry of that instant.
 */
export const pairFrom = (
  base: FoldedPair,
  steps: ReadonlyArray<Step>,
  policy: Fading,
): { readonly pair: FoldedPair; readonly checkpoints: ReadonlyArray<FoldedPair> } => {
  const inOrder = steps.toSorted((a, b) => a.atMs - b.atMs);
  const checkpoints: Array<FoldedPair> = [];
  let pair = base;
  let sinceLast = 0;
  for (const [index, step] of inOrder.entries()) {
    pair = pairAfter(pair, step, policy);
    sinceLast += 1;
    const isInstantOver = inOrder[index + 1]?.atMs !== step.atMs;
    if (sinceLast < checkpointEntries || !isInstantOver) continue;
    checkpoints.push(pair);
    sinceLast = 0;
  }
  return { pair, checkpoints };
};
