import type * as z from "zod";

/** Whether a schema takes a value that came as JSON text, as everything from outside does. */
export const takesJson = (schema: z.ZodType, json: string): boolean =>
  schema.safeParse(JSON.parse(json)).success;

/** Texts of exactly so many characters, counted as people count. */
export const textsOf = (characters: number): ReadonlyArray<string> => [
  "a".repeat(characters),
  "é".repeat(characters),
  "漢".repeat(characters),
  "🌱".repeat(characters),
];

/** Texts that cannot be stored, shown and sent again unchanged. */
export const unstorableTexts: ReadonlyArray<string> = [
  "a\u0000b",
  "a\u0007b",
  "a\u007Fb",
  "a\u001Bb",
  "a\uD83Cb",
  "\uDF31",
];
