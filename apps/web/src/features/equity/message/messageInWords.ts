/** A message before it is sent: the text as it is read, and what was found in it, in sentences. */
import { amountInWords, kindById } from "@comity/domain/equity/rules";
import type { FoundAsk, MessageReading } from "@comity/domain/outreach/schema";

/** messageCharactersMax of the schema, which would bring zod into the page. */
export const messageCharactersMax = 20_000;
const counterFrom = 18_000;

// Word processors leave control characters in what is copied, and they mean nothing here.
// oxlint-disable-next-line no-control-regex -- finding them is the point
const controlCharacters = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F]/g;

/** The text as it is read: the places of what is found refer to this one. */
export const readableOf = (text: string): string =>
  text.toWellFormed().replace(controlCharacters, " ").trim();

export interface Length {
  readonly hint?: string;
  readonly error?: string;
}

const charactersInWords = (count: number): string =>
  count === 1 ? "1 character" : `${count.toLocaleString("en")} characters`;

/** What is to be said about the length of a text: nothing, until it comes near the limit. */
export const lengthOf = (text: string): Length => {
  if (text.length <= counterFrom) return {};
  // Counted as people count: one emoji is one character, not two.
  const left = messageCharactersMax - [...text].length;
  if (left < 0)
    return { error: `${charactersInWords(-left)} too long. Leave in the part that asks.` };
  return left < messageCharactersMax - counterFrom
    ? { hint: `Room for ${charactersInWords(left)} more.` }
    : {};
};

export interface Part {
  readonly start: number;
  readonly text: string;
  /** Which of the asks it is; undefined between them. */
  readonly ask?: number;
}

/** A text cut at the sentences that ask. */
export const partsOf = (
  text: string,
  asks: ReadonlyArray<Pick<FoundAsk, "start" | "end">>,
): ReadonlyArray<Part> => {
  const parts: Array<Part> = [];
  let from = 0;
  const between = (to: number): void => {
    if (to > from) parts.push({ start: from, text: text.slice(from, to) });
  };
  for (const [ask, { start, end }] of asks.entries()) {
    if (start < from) continue;
    between(start);
    parts.push({ start, text: text.slice(start, end), ask });
    from = end;
  }
  between(text.length);
  return parts;
};

const counts = ["one thing", "two", "three", "four", "five", "six", "seven", "eight", "nine"];

/** What was found, in a sentence. */
export const foundInWords = ({ language, asks }: MessageReading, name: string): string => {
  if (language === "other") return "Not checked in this language: only English is read so far.";
  if (asks.length === 0) return `Nothing is asked of ${name} here. It can go as it is.`;
  if (asks.length === 1) return "It asks for one thing.";
  const count = counts[asks.length - 1];
  return count === undefined ? "It asks for ten things or more." : `It asks for ${count} things.`;
};

/** How large an ask looks. */
export const looksInWords = (
  { cost, kindId, certainty }: Pick<FoundAsk, "cost" | "kindId" | "certainty">,
  name: string,
): string => {
  const kind = kindId === null ? undefined : kindById(kindId);
  const looks = `ooks like ${amountInWords(cost)} for ${name}`;
  const size = kind === undefined ? `L${looks}` : `${kind.what}: l${looks}`;
  return certainty === "clear" ? `${size}.` : `${size}, if it is an ask at all.`;
};

const whatCharactersMax = 200;

/** A sentence as the words of an ask: on one line, and as long as those may be. */
export const whatOf = (sentence: string): string => {
  const line = sentence.replace(/\s+/g, " ").trim();
  if (line.length <= whatCharactersMax) return line;
  const cut = line.slice(0, whatCharactersMax - 1);
  const space = cut.lastIndexOf(" ");
  return `${(space > 0 ? cut.slice(0, space) : cut).toWellFormed()}…`;
};
