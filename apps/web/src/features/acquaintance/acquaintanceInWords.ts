/** Who knows whom, as one says it. */
import type { Acquaintance } from "@comity/domain/partner/schema";

export type Tie = Acquaintance["kind"];

export const ties: ReadonlyArray<Tie> = ["introduced-by", "introduced", "knows", "works-with"];

export const tieInWords: Readonly<Record<Tie, string>> = {
  "introduced-by": "Introduced by",
  introduced: "Introduced you to",
  knows: "Knows",
  "works-with": "Works with",
};

/** How it is chosen: "Bo introduced us", said of the partner whose page this is. */
export const tieChoiceInWords = (tie: Tie, name: string): string =>
  ({
    "introduced-by": "They introduced us",
    introduced: `${name} introduced us`,
    knows: `${name} knows them`,
    "works-with": `${name} works with them`,
  })[tie];

export const addedInWords = (tie: Tie, name: string, other: string): string =>
  ({
    "introduced-by": `${other} introduced you to ${name}.`,
    introduced: `${name} introduced you to ${other}.`,
    knows: `${name} knows ${other}.`,
    "works-with": `${name} works with ${other}.`,
  })[tie];
