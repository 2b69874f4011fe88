/** One line of the ledger as a sentence and an effect. */
import type { Entry, Opening, Reversal } from "@comity/domain/equity/schema";
import { amountInWords } from "./words.ts";

export type EntryTone = "give" | "ask" | "back" | "none";

export interface EntryWords {
  readonly what: string;
  readonly who: string;
  readonly effect: string;
  readonly tone: EntryTone;
}

export type Fact = Exclude<Entry, Reversal>;

export const isFact = (entry: Entry): entry is Fact => entry.kind !== "reversal";

export const entryInWords = (entry: Fact, name: string): EntryWords => {
  if (entry.kind === "opening") return openingInWords(entry, name);
  if (entry.kind === "breach") {
    const isMine = entry.from === "me";
    return {
      what: entry.note === "" ? "A wrong" : entry.note,
      who: isMine ? `you wronged ${name}` : `${name} wronged you`,
      effect: isMine ? `cost ${amountInWords(-entry.posting.mine)}` : "",
      tone: isMine ? "ask" : "none",
    };
  }
  const note = entry.note === "" ? "Something" : entry.note;
  if (entry.from === "me") {
    return {
      what: note,
      who: entry.asked ? `you gave; ${name} had asked` : "you gave",
      effect: entry.strings ? "a trade" : `earned ${amountInWords(entry.posting.mine)}`,
      tone: entry.strings ? "none" : "give",
    };
  }
  if (entry.asked) {
    const { cost } = entry;
    return {
      what: note,
      who: `${name} gave; you had asked`,
      effect: cost === 0 ? "took nothing" : `used ${amountInWords(-entry.posting.mine)}`,
      tone: "ask",
    };
  }
  return {
    what: note,
    who: `${name} gave, unasked`,
    effect: `came back: ${amountInWords(entry.benefit)}`,
    tone: "back",
  };
};

/** What stood between the two before anything was written down, from memory. */
const openingInWords = (opening: Opening, name: string): EntryWords => {
  const { closeness, given, received, posting } = opening;
  return {
    what: `Before the ledger: ${closeness}`,
    who: `you had helped ${name} ${helpInWords(given)}, ${name} had helped you ${helpInWords(received)}`,
    effect: posting.mine > 0 ? `earned ${amountInWords(posting.mine)}` : "",
    tone: posting.mine > 0 ? "give" : "none",
  };
};

const helpInWords = (ep: number): string => (ep > 0 ? amountInWords(ep) : "not at all");
