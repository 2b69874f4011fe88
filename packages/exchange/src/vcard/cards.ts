/**
 * The cards of a vCard file, told apart before any of them is parsed: only the properties that are
 * read are kept, within limits, and in the spelling of vCard 3.0 and 4.0.
 *
 * A parser that is handed a file as it comes can be kept busy for seconds by one line.
 */
import { type FileUnreadable, splitTheFile, thousands, unreadable } from "../file/fileRead.ts";
import { type CardLine, cardLines } from "./cardLines.ts";
import { plainProperty } from "./plainProperty.ts";

export const cardsMax = 5_000;
export const parametersMax = 32;
/** Room for the longest notes, links and all else that we write of one partner. */
export const cardCharactersMax = 100_000;
/** Of the lines that are read, so without photos. */
export const textCharactersMax = 4_000_000;

/** Lines looked at before others get a turn: some milliseconds of work. */
const linesAtOnce = 5_000;

export type Card = {
  /** Of the file, from 1. */
  readonly line: number;
  readonly version: string;
  readonly properties: ReadonlyArray<string>;
  /** Of the properties together. Beyond the limit they are not kept. */
  readonly characters: number;
  readonly hasPhoto: boolean;
  /** Lines that could not be read, and that the card is taken without. */
  readonly brokenLines: ReadonlyArray<number>;
};

type OpenCard = {
  line: number;
  version: string;
  properties: Array<string>;
  characters: number;
  hasPhoto: boolean;
  brokenLines: Array<number>;
};

export function* cardsIn(text: string): Generator<undefined, ReadonlyArray<Card> | FileUnreadable> {
  const cards: Array<Card> = [];
  let open: OpenCard | undefined;
  let characters = 0;
  let lastTurn = 0;
  for (const line of cardLines(text)) {
    if (line.line - lastTurn > linesAtOnce) {
      lastTurn = line.line;
      yield;
    }
    const refusal = refusalOf(line);
    if (refusal !== undefined) return refusal;

    if (line.name === "BEGIN") {
      if (open !== undefined) return nested(line.line, open.line);
      if (cards.length === cardsMax) return tooManyCards;
      open = openedOn(line.line);
    } else if (line.name === "END") {
      if (open === undefined) return endAlone(line.line);
      cards.push(open);
      open = undefined;
    } else if (open !== undefined) {
      take(line, open);
      characters += line.text.length;
      if (characters > textCharactersMax) return tooMuchText;
    }
  }
  return open === undefined ? cards : neverEnds(open.line);
}

const openedOn = (line: number): OpenCard => ({
  line,
  version: "3.0",
  properties: [],
  characters: 0,
  hasPhoto: false,
  brokenLines: [],
});

const take = (line: CardLine, card: OpenCard): void => {
  if (line.name === "PHOTO") {
    card.hasPhoto = true;
  } else if (line.name === "VERSION") {
    card.version = line.text.slice(line.text.indexOf(":") + 1).trim();
  } else if (line.isRead) {
    card.characters += line.text.length;
    if (card.characters > cardCharactersMax) return;
    const property = plainProperty(line.text);
    if (property === undefined) card.brokenLines.push(line.line);
    else card.properties.push(property);
  } else if (line.name === "" && line.text.trim() !== "") {
    card.brokenLines.push(line.line);
  }
};

const refusalOf = ({ isRead, isTooLong, line, text }: CardLine): FileUnreadable | undefined => {
  if (!isRead) return undefined;
  if (parametersOf(text) > parametersMax) return tooManyParameters(line);
  return isTooLong ? lineTooLong(line) : undefined;
};

/** Up to one more than may be. */
const parametersOf = (text: string): number => {
  let count = 0;
  let isQuoted = false;
  for (let at = 0; at < text.length && count <= parametersMax; at++) {
    const sign = text[at];
    if (sign === '"') isQuoted = !isQuoted;
    else if (sign === ";" && !isQuoted) count++;
    else if (sign === ":" && !isQuoted) break;
  }
  return count;
};

const exportAgain = "Export your contacts again, then drop the file here.";

const nested = (line: number, openedOn: number): FileUnreadable =>
  unreadable(
    "broken-card",
    `A card begins on line ${line} inside the one that begins on line ${openedOn}.`,
    exportAgain,
  );

const endAlone = (line: number): FileUnreadable =>
  unreadable("broken-card", `A card ends on line ${line}, but none has begun.`, exportAgain);

const neverEnds = (line: number): FileUnreadable =>
  unreadable(
    "broken-card",
    `The card that begins on line ${line} does not end: END:VCARD is missing.`,
    exportAgain,
  );

const tooManyCards = unreadable(
  "too-many-cards",
  `This file has more than ${thousands(cardsMax)} cards.`,
  splitTheFile("BEGIN:VCARD"),
);

const tooMuchText = unreadable(
  "too-much-text",
  `The cards of this file have more than ${thousands(textCharactersMax)} characters.`,
  splitTheFile("BEGIN:VCARD"),
);

const tooManyParameters = (line: number): FileUnreadable =>
  unreadable(
    "too-many-parameters",
    `Line ${line} has more than ${parametersMax} parameters.`,
    "Remove the line, then drop the file here again.",
  );

const lineTooLong = (line: number): FileUnreadable =>
  unreadable(
    "line-too-long",
    `The text that begins on line ${line} is too long.`,
    "Shorten it, then drop the file here again.",
  );
