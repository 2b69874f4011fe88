import type { ImportCounts, ImportOutcome } from "@comity/domain/partner/schema";

const people = (count: number): string =>
  count === 1 ? "1 person" : `${count.toLocaleString("en")} people`;

type Count = readonly [
  count: number,
  one: string,
  many: string,
  ofWhat?: (count: number) => string,
];

/** Only what is not nothing is said, and of what there are so many only once. */
const listed = (counts: ReadonlyArray<Count>): string =>
  counts
    .filter(([count]) => count > 0)
    .map(([count, one, many, ofWhat = people], index) => {
      const who = index === 0 ? ofWhat(count) : count.toLocaleString("en");
      return `${who} ${count === 1 ? one : many}`;
    })
    .join(", ");

const lines = (count: number): string =>
  count === 1 ? "1 line" : `${count.toLocaleString("en")} lines`;

/** "4,812 people are new, 12 will be updated, 3 stand in the file twice." */
export const countsInWords = (counts: ImportCounts): string => {
  const said = listed([
    [counts.new, "is new", "are new"],
    [counts.updated, "will be updated", "will be updated"],
    [counts.unchanged, "is here already, unchanged", "are here already, unchanged"],
    [counts.duplicate, "stands in the file twice", "stand in the file twice"],
    [counts.skipped, "is left out", "are left out", lines],
  ]);
  return said === "" ? "There is nobody in this file." : `${said}.`;
};

/** Of those who were not brought in: "3 people were here already, 2 were left out." */
export const leftInWords = (counts: ImportCounts): string | undefined => {
  const said = listed([
    [counts.unchanged, "was here already", "were here already"],
    [counts.duplicate, "stood in the file twice", "stood in the file twice"],
    [counts.skipped, "was left out", "were left out", lines],
  ]);
  return said === "" ? undefined : `${said}.`;
};

/** "12 dated notes become contacts." */
export const contactsInWords = (count: number): string | undefined => {
  if (count === 0) return undefined;
  return count === 1
    ? "1 dated note becomes a contact."
    : `${count.toLocaleString("en")} dated notes become contacts.`;
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

/** "12 rows", of a table or of cards. */
export const rowsInWords = (rows: number, isCards: boolean): string => {
  const [one, many] = isCards ? ["card", "cards"] : ["row", "rows"];
  return `${rows.toLocaleString("en")} ${rows === 1 ? one : many}`;
};
