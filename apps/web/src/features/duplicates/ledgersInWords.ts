export interface EntryCount {
  readonly count: number;
  /** There are more than were counted. */
  readonly isMore: boolean;
}

/** "7 entries", "more than 100 entries". */
export const countInWords = ({ count, isMore }: EntryCount): string => {
  if (count === 0) return "Nothing yet";
  const entries = `${count.toLocaleString("en")} ${count === 1 ? "entry" : "entries"}`;
  return isMore ? `More than ${entries}` : entries;
};

/** That the two ledgers come together. */
export const joinedInWords = (one: EntryCount, other: EntryCount): string => {
  const together = { count: one.count + other.count, isMore: one.isMore || other.isMore };
  if (together.count === 0) return "There is nothing in either ledger to bring together.";
  return `Together: ${countInWords(together).toLowerCase()} in one ledger. What is earned is reckoned anew from all of it.`;
};
