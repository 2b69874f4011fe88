/** With `\n` at the end of every line. */
export const withLineFeeds = (text: string): string => text.replace(/\r\n?/g, "\n");

/** Without byte order marks, which stand in the middle when files were joined, and without an end. */
export const withPlainLines = (text: string): string =>
  withLineFeeds(text.replace(/^\uFEFF+/gm, "")).trimEnd();
