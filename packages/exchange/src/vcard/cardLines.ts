/** The lines of a vCard file as they are meant: unfolded, and without what is not read. */

/** Room for the longest notes, each sign of them escaped. */
export const lineCharactersMax = 25_000;

export type CardLine = {
  /** Of the file, from 1. */
  readonly line: number;
  /** Of the property, in upper case and without its group. Empty: the line has none. */
  readonly name: string;
  /** Unfolded. Empty when it is not read, cut when it is too long. */
  readonly text: string;
  readonly isRead: boolean;
  readonly isTooLong: boolean;
};

const read: ReadonlySet<string> = new Set([
  "BEGIN",
  "END",
  "VERSION",
  "PRODID",
  "KIND",
  "X-ADDRESSBOOKSERVER-KIND",
  "X-ABSHOWAS",
  "FN",
  "N",
  "ORG",
  "TITLE",
  "ROLE",
  "EMAIL",
  "TEL",
  "URL",
  "X-SOCIALPROFILE",
  "SOCIALPROFILE",
  "NOTE",
  "CATEGORIES",
  "X-COMITY-KNOWN-SINCE",
]);

const propertyName = /^(?:[A-Za-z\d-]+\.)?([A-Za-z\d-]+)[;:]/;

/** Of a text with plain lines. */
export function* cardLines(text: string): Generator<CardLine, void> {
  let at = 0;
  let line = 1;
  while (at < text.length) {
    const start = { at, line };
    const first = lineAt(text, at);
    [at, line] = [at + first.length + 1, line + 1];
    const name = propertyName.exec(first.slice(0, 100))?.[1]?.toUpperCase() ?? "";
    const isRead = read.has(name);
    const unfolding = unfoldingOf(first, isRead);
    for (;;) {
      const next = at < text.length ? lineAt(text, at) : undefined;
      if (next === undefined || !unfolding.goesOn(next)) break;
      unfolding.add(next);
      [at, line] = [at + next.length + 1, line + 1];
    }
    yield { line: start.line, name, isRead, ...unfolding.end(name) };
  }
}

const lineAt = (text: string, at: number): string => {
  const end = text.indexOf("\n", at);
  return text.slice(at, end === -1 ? text.length : end);
};

/**
 * A line goes on below when the next one begins with a blank, and in quoted-printable text when it
 * ends in `=`. Old phones do not indent the lines of a photo.
 */
const unfoldingOf = (first: string, isRead: boolean) => {
  const beginning = first.slice(0, 500);
  const isQuoted = /[;=]QUOTED-PRINTABLE[;:]/i.test(beginning);
  const isBinary = !isRead && /[;=](?:BASE64|B)[;:]/i.test(beginning);
  const parts = [first];
  let { length } = first;
  const last = () => parts.at(-1) ?? "";
  const endsSoftly = () => isQuoted && last().endsWith("=");
  return {
    goesOn: (next: string): boolean =>
      next.startsWith(" ") ||
      next.startsWith("\t") ||
      endsSoftly() ||
      (isBinary && /^[A-Za-z\d+/]+=*$/.test(next)),
    add: (next: string): void => {
      if (!isRead) return;
      const part = endsSoftly() ? next.replace(/^[ \t]/, "") : next.slice(1);
      if (endsSoftly()) parts[parts.length - 1] = last().slice(0, -1);
      length += part.length;
      // Beyond the limit, the last part alone says whether the line goes on.
      if (length > lineCharactersMax) parts[parts.length - 1] = part;
      else parts.push(part);
    },
    end: (name: string) => ({
      text: isRead || name === "" ? parts.join("").slice(0, lineCharactersMax) : "",
      isTooLong: length > lineCharactersMax,
    }),
  };
};
