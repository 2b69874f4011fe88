/** The asks of a message: which sentences want something of the reader, and how much (MODEL 5.6). */
import type { FoundAsk, MessageReading } from "../schema.ts";
import { isEnglish } from "./language.ts";
import { plainSentence, requestIn } from "./phrases.ts";
import { type Span, sentencesOf } from "./sentences.ts";
import { saidAfterIn, sizeOf } from "./sizes.ts";

/** As many as help: foundAsksMax of the schema, because rules import types only. */
const asksMax = 10;

/** So many units hold messageCharactersMax characters of the schema, even if all are emoji. */
const unitsMax = 40_000;

/** What a message asks for. Languages other than English are not read yet, and say so. */
export const readMessage = (text: string): MessageReading =>
  isEnglish(text) ? { language: "en", asks: [...asksIn(text)] } : { language: "other", asks: [] };

/**
 * The first ten sentences that ask something of the reader, in the order of the text. Offsets are
 * UTF-16 units: `text.slice(start, end)` is the sentence. Costs are in ep (MODEL 2.1, 2.2).
 */
export const asksIn = (text: string): ReadonlyArray<FoundAsk> => {
  const asks: Array<FoundAsk> = [];
  const spans = sentencesOf(text.slice(0, unitsMax));
  for (const [index, span] of spans.entries()) {
    const ask = askOf(text, span, spans[index + 1]);
    if (ask !== undefined) asks.push(ask);
    if (asks.length === asksMax) break;
  }
  return asks;
};

/** "RSVP" is the shortest ask, so that thousands of dots and letters need no further look. */
const hasWords = /[a-z\d][a-z\d'’ ]{3}/i;

const askOf = (
  text: string,
  { start, end, heard }: Span,
  next: Span | undefined,
): FoundAsk | undefined => {
  if (!hasWords.test(heard)) return undefined;
  const plain = plainSentence(heard);
  const request = requestIn(plain);
  if (request === undefined) return undefined;
  const { leastEp, certainty } = request;
  const saidAfterEp = next === undefined ? undefined : saidAfterIn(plainSentence(next.heard));
  const { cost, kindId } = sizeOf(plain, { leastEp, saidAfterEp });
  return { start, end, text: text.slice(start, end), cost, kindId, certainty };
};
