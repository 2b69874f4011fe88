/** What someone typed, as a match of the search index. Typing errors are forgiven where nothing fits. */
import { foldedText, isMeant } from "@comity/domain/partner";
import * as Effect from "effect/Effect";
import type { SqlClient } from "effect/sql/SqlClient";

/** Words that were perhaps meant by one: more would find anything. */
const meantMax = 20;

const wordsIn = (search: string): ReadonlyArray<string> =>
  foldedText(search)
    .split(" ")
    .filter((word) => word !== "");

// Folding leaves only letters, digits and spaces to quote.
const beginning = (word: string): string => `"${word}"*`;

/** The end of all words that begin like this. */
const after = (prefix: string): string => `${prefix}\u{10FFFF}`;

export const searchOver = (sql: SqlClient) => {
  const isThere = (match: string) =>
    Effect.map(
      sql`SELECT 1 FROM partner_search WHERE partner_search MATCH ${match} LIMIT 1`,
      (rows) => rows.length > 0,
    );

  const wordsFrom = (prefix: string) =>
    Effect.map(
      sql<{ term: string }>`SELECT term FROM partner_words
        WHERE term >= ${prefix} AND term < ${after(prefix)}`,
      (rows) => rows.map(({ term }) => term),
    );

  /** Words of partners that a word may stand for. A slip at the very first letter is mostly a swap. */
  const meantBy = Effect.fnUntraced(function* (word: string) {
    if (yield* isThere(beginning(word))) return beginning(word);
    const firsts = [...new Set([...word].slice(0, 2))];
    const known = (yield* Effect.forEach(firsts, wordsFrom)).flat();
    const meant = known.filter((one) => isMeant(word, one)).slice(0, meantMax);
    return meant.length === 0 ? undefined : `(${meant.map((one) => `"${one}"`).join(" OR ")})`;
  });

  /** The match for all words together; undefined: nothing can be found. */
  return Effect.fnUntraced(function* (search: string) {
    const words = wordsIn(search);
    if (words.length === 0) return undefined;
    const strict = words.map(beginning).join(" AND ");
    if (yield* isThere(strict)) return strict;
    const meant = yield* Effect.forEach(words, meantBy);
    return meant.every((one) => one !== undefined) ? meant.join(" AND ") : undefined;
  });
};
