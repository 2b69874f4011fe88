/** One line of the ledger as a sentence and an effect. */
import { thresholdSlack } from "@comity/domain/equity/rules";
import type { Breach, Opening, Transfer } from "@comity/domain/equity/schema";
import { kindInWords, type Kinds } from "../catalogue.ts";
import type { Fact } from "./factLines.ts";
import { amountInWords } from "../words.ts";

export type EntryTone = "give" | "ask" | "back" | "none";

export interface EntryWords {
  readonly what: string;
  /** What was said beside the kind; empty where nothing was. */
  readonly note: string;
  readonly who: string;
  readonly effect: string;
  readonly tone: EntryTone;
}

export const entryInWords = (entry: Fact, name: string, kinds: Kinds): EntryWords => {
  switch (entry.kind) {
    case "opening":
      return openingInWords(entry, name);
    case "breach":
      return { ...saidOf(entry, kinds, "A wrong"), ...breachInWords(entry, name) };
    case "transfer":
      return { ...saidOf(entry, kinds, "Something"), ...transferInWords(entry, name) };
  }
};

type Said = Pick<EntryWords, "what" | "note">;
type Effect = Omit<EntryWords, keyof Said>;

/** The words of the kind, and the note apart; without a kind the note is what it was. */
const saidOf = (
  { from, kindId, note }: Pick<Transfer, "from" | "kindId" | "note">,
  kinds: Kinds,
  unnamed: string,
): Said => {
  const kind = kindId === null ? undefined : kinds.get(kindId);
  if (kind === undefined) return { what: note === "" ? unnamed : note, note: "" };
  const what = kindInWords(kind, from === "me" ? "given" : "received");
  return { what, note: note === what ? "" : note };
};

const breachInWords = (breach: Breach, name: string): Effect =>
  breach.from === "me"
    ? {
        who: `you let ${name} down`,
        effect: `cost ${amountInWords(-breach.posting.mine)}`,
        tone: "ask",
      }
    : {
        who: `${name} let you down`,
        effect: `weighed ${amountInWords(breach.size)}`,
        tone: "none",
      };

const transferInWords = (transfer: Transfer, name: string): Effect => {
  const { from, asked, cost, benefit, posting } = transfer;
  if (from === "me") return gaveInWords(transfer, name);
  if (!asked) {
    const effect = `came back: ${amountInWords(benefit)}`;
    return { who: `${name} gave, unasked`, effect, tone: "back" };
  }
  const effect = cost === 0 ? "took nothing" : `used ${amountInWords(-posting.mine)}`;
  return { who: `${name} gave; you had asked`, effect, tone: "ask" };
};

const gaveInWords = (gift: Transfer, name: string): Effect => ({
  who: [
    gift.asked ? `you gave; ${name} had asked` : "you gave",
    ...(gift.askId === null ? [] : ["it made good what you had offered"]),
    ...(gift.evidence === "stated" ? [`${name} said what it meant`] : []),
  ].join("; "),
  effect: gift.strings ? "a trade" : `earned ${amountInWords(gift.posting.mine)}`,
  tone: gift.strings ? "none" : "give",
});

/** What stood between the two before anything was written down, from memory. */
const openingInWords = (opening: Opening, name: string): EntryWords => {
  const { closeness, given, received, posting } = opening;
  const helped = [
    ...(given > 0 ? [`you had helped ${name} ${amountInWords(given)}`] : []),
    ...(received > 0 ? [`${name} had helped you ${amountInWords(received)}`] : []),
  ];
  return {
    what: `Before the ledger: ${closeness}`,
    note: "",
    who: helped.length === 0 ? "no help yet, either way" : helped.join(", "),
    effect: posting.mine > 0 ? `earned ${amountInWords(posting.mine)}` : "counts for nothing",
    tone: posting.mine > 0 ? "give" : "none",
  };
};

/** Sizes are a factor of three apart, so that is when a guess was another size. */
const anotherSize = 3;

/** How far a guess was from what it meant; undefined where it was about right. */
export const guessInWords = (
  guess: Pick<Transfer, "benefit">,
  said: Pick<Transfer, "benefit">,
  name: string,
): string | undefined => {
  const [less, more] = [guess.benefit, said.benefit].toSorted((a, b) => a - b) as [number, number];
  if (more < anotherSize * less - thresholdSlack) return undefined;
  return `You guessed ${amountInWords(guess.benefit)}; to ${name} it meant ${amountInWords(said.benefit)}.`;
};
