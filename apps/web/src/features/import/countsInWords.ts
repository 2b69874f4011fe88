import type { ImportCounts, ImportOutcome } from "@comity/domain/partner/schema";

const people = (count: number): string =>
  count === 1 ? "1 person" : `${count.toLocaleString("en")} people`;

/** "4,812 people are new, 12 are updated, 3 stand in the file twice." */
export const countsInWords = (counts: ImportCounts): string => {
  const parts: Array<string> = [];
  const add = (count: number, one: string, many: string): void => {
    if (count === 0) return;
    const who = parts.length === 0 ? people(count) : count.toLocaleString("en");
    parts.push(`${who} ${count === 1 ? one : many}`);
  };
  add(counts.new, "is new", "are new");
  add(counts.updated, "will be updated", "will be updated");
  add(counts.unchanged, "is here already, unchanged", "are here already, unchanged");
  add(counts.duplicate, "stands in the file twice", "stand in the file twice");
  add(counts.skipped, "is left out", "are left out");
  return parts.length === 0 ? "There is nobody in this file." : `${parts.join(", ")}.`;
};

export const outcomeInWords: Readonly<Record<ImportOutcome, string>> = {
  new: "new",
  updated: "updated",
  unchanged: "unchanged",
  duplicate: "twice in the file",
};

/** "4,812 people are here." */
export const broughtInWords = (counts: ImportCounts): string => {
  const brought = counts.new + counts.updated;
  return brought === 1 ? "1 person is here." : `${brought.toLocaleString("en")} people are here.`;
};

/** After an undo: who left, and who stayed because they were used since. */
export const undoneInWords = (kept: number): string =>
  kept === 0
    ? "The import is undone."
    : `The import is undone. ${people(kept)} stayed, because you used ${kept === 1 ? "this entry" : "them"} since.`;
