/** What can be shown of a text from outside, and stored unchanged. */

// Control characters and halves of surrogate pairs: neither can be shown, nor stored unchanged.
// oxlint-disable-next-line no-control-regex -- finding them is the point
const unshowable = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F\p{Surrogate}]/gu;

export type Cleaner = {
  /** On one line, in one spelling: the same name is then the same text in every export. */
  readonly line: (text: string) => string;
  /** The same for a text whose lines say something. */
  readonly lines: (text: string) => string;
  /** Whether characters were left out so far. */
  readonly hasLost: () => boolean;
};

/** For the texts of one row. What we wrote ourselves keeps its white space and its spelling. */
export const makeCleaner = (isOurs: boolean): Cleaner => {
  let hasLost = false;
  const without = (text: string): string => {
    const left = text.replace(unshowable, "");
    if (left.length < text.length) hasLost = true;
    return left;
  };
  const storable = (text: string): string => (isPlain(text) ? text : without(text).trim());
  return isOurs
    ? { line: storable, lines: storable, hasLost: () => hasLost }
    : {
        line: (text) => (isPlain(text) ? text : onOneLine(without(text))),
        lines: (text) => (isPlain(text) ? text : onItsLines(without(text))),
        hasLost: () => hasLost,
      };
};

export const showable = (text: string): string => makeCleaner(false).line(text);

export const showableLines = (text: string): string => makeCleaner(false).lines(text);

export const isBlank = (text: string): boolean => text.trim() === "";

const onOneLine = (text: string): string => text.replace(/\s+/g, " ").trim().normalize("NFC");

const onItsLines = (text: string): string =>
  text
    .split("\n")
    .map((line) => line.trimEnd())
    .join("\n")
    .trim()
    .normalize("NFC");

/** Most cells are, and cost one look: ASCII without stray white space. */
const isPlain = (text: string): boolean => /^(?:[!-~]+(?: [!-~]+)*)?$/.test(text);
