/** Text from outside: bounded, and only what can be stored, shown and sent again unchanged. */
import * as z from "zod";

// Control characters other than tab and line breaks have no place in a name or a note.
// oxlint-disable-next-line no-control-regex -- finding them is the point
const controlCharacters = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F]/;

/** Counted as people count: one emoji is one character, not two. */
const codePointsOf = (value: string): number => {
  let count = 0;
  for (const _ of value) count++;
  return count;
};

const storable = (value: string, charactersMax: number): boolean =>
  codePointsOf(value) <= charactersMax && value.isWellFormed() && !controlCharacters.test(value);

/** Text that may be empty. Surrounding white space is dropped. */
export const text = (charactersMax: number) =>
  z
    .string()
    .trim()
    .refine((value) => storable(value, charactersMax), {
      error: `At most ${charactersMax} characters, without control characters.`,
    })
    .meta({ maxLength: charactersMax });

/** Text that says something. */
export const someText = (charactersMax: number) => text(charactersMax).min(1);
