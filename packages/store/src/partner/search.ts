/** What someone typed, as matches of the search index. Typing errors are forgiven where nothing fits. */
import { foldedText, isMeant, spellingRank, typingErrorsMax } from "@comity/domain/partner";
import * as Effect from "effect/Effect";
import type { SqlClient } from "effect/sql/SqlClient";
import type { SqlError } from "effect/sql/SqlError";
import type { Fragment } from "effect/sql/Statement";

/** Words that were perhaps meant by one: more would find anything. */
const meantMax = 40;
/** Words of a search in which errors are forgiven. What comes after them has to fit. */
const forgivenWordsMax = 6;

/** Matches, the best first: what one of them finds, those behind it find too. */
export type Matches = readonly [string, ...ReadonlyArray<string>];

const wordsIn = (search: string): ReadonlyArray<string> =>
  foldedText(search)
    .split(" ")
    .filter((word) => word !== "");

// Folding leaves only letters, digits and spaces to quote.
const whole = (word: string): string => `"${word}"`;
const beginning = (word: string): string => `"${word}"*`;
const oneOf = (words: ReadonlyArray<string>): string => `(${words.join(" OR ")})`;
const allOf = (words: ReadonlyArray<string>): string => words.join(" AND ");
const within = (columns: string, match: string): string => `{${columns}} : (${match})`;

/** What a word may stand for: itself, and what it was perhaps meant to be. */
const meantBy = (word: string, known: ReadonlyArray<string>): string => {
  const meant = known
    .filter((one) => isMeant(word, one))
    .map((one) => ({ one, rank: spellingRank(word, one) }))
    .toSorted((a, b) => a.rank - b.rank || (a.one < b.one ? -1 : 1))
    .slice(0, meantMax);
  return oneOf([beginning(word), ...meant.map(({ one }) => whole(one))]);
};

export const searchOver = (sql: SqlClient) => {
  /** Whether a list shows anybody whom a match finds. */
  const isFound = (match: string, condition: Fragment) =>
    Effect.map(
      sql`SELECT 1 FROM partner_search CROSS JOIN partners ON pk = partner_search.rowid
        WHERE partner_search MATCH ${match} AND ${condition} LIMIT 1`,
      (rows) => rows.length > 0,
    );

  /** Letters with which words of partners begin, each found behind the one before. */
  const firstLetters = Effect.map(
    sql<{ letter: string }>`WITH RECURSIVE letters (letter) AS (
        SELECT (SELECT substr(term, 1, 1) FROM partner_words ORDER BY term LIMIT 1)
        UNION ALL SELECT (SELECT substr(term, 1, 1) FROM partner_words
          WHERE term >= letter || char(1114111) ORDER BY term LIMIT 1)
        FROM letters WHERE letter IS NOT NULL LIMIT 100)
      SELECT letter FROM letters WHERE letter IS NOT NULL`,
    (rows) => rows.map(({ letter }) => letter),
  );

  const wordsFrom = (prefixes: ReadonlyArray<string>) =>
    Effect.map(
      sql<{ term: string }>`SELECT term FROM json_each(${JSON.stringify(prefixes)}) AS prefix
        CROSS JOIN partner_words
        ON term >= prefix.value AND term < prefix.value || char(1114111)`,
      (rows) => new Set(rows.map(({ term }) => term)),
    );

  /**
   * Words of partners among which those are that were meant. A single error stands behind the first
   * letter mostly; where that one is another, is missing or one too many, the second letter tells where
   * to look. Two errors may stand anywhere.
   */
  const wordsAround = Effect.fnUntraced(function* (words: ReadonlyArray<string>) {
    if (words.some((word) => typingErrorsMax(word) > 1)) return yield* wordsFrom([""]);
    const letters = yield* firstLetters;
    const prefixes = words.flatMap(([first = "", second = ""]) => [
      first,
      second,
      ...letters.flatMap((letter) => [letter + first, letter + second]),
    ]);
    return yield* wordsFrom([...new Set(prefixes)]);
  });

  /** What a search finds among those of a condition; undefined: nothing can be found. */
  return Effect.fnUntraced(function* (
    search: string,
    condition: Fragment,
  ): Effect.fn.Return<Matches | undefined, SqlError> {
    const words = wordsIn(search);
    if (words.length === 0) return undefined;
    const strict = allOf(words.map(beginning));
    if (yield* isFound(strict, condition)) {
      return [
        within("name", allOf(words.map(whole))),
        within("name", strict),
        within("name about", strict),
        strict,
      ];
    }
    const forgiven = words.filter((word) => typingErrorsMax(word) > 0).slice(0, forgivenWordsMax);
    if (forgiven.length === 0) return undefined;
    const known = [...(yield* wordsAround(forgiven))];
    const meant = allOf(
      words.map((word) => (forgiven.includes(word) ? meantBy(word, known) : beginning(word))),
    );
    return [within("name", meant), within("name about", meant), meant];
  });
};
