/** A message as its sentences, each with its place in the text. Every step walks the text once. */

/** A sentence, in UTF-16 units; `heard` is its text without what is only quoted. */
export interface Span {
  readonly start: number;
  readonly end: number;
  readonly heard: string;
}

/** Longer ones are cut: sentenceCharactersMax of the schema, because rules import types only. */
const sentenceUnitsMax = 600;

/** The sentences that the writer says. Replies that are quoted with ">" and old mail are left out. */
export const sentencesOf = (text: string): ReadonlyArray<Span> => {
  const heard = withoutQuotations(text);
  return paragraphsOf(heard).flatMap((paragraph) => sentencesIn(heard, paragraph));
};

interface Range {
  readonly start: number;
  readonly end: number;
}

/** Below this a line was ended on purpose; above it the window may have wrapped it. */
const wrappedUnitsMin = 60;

const oldMail = /^(?:-{2,} ?(?:original|forwarded) message|-- ?$|_{10,})/i;
const listMark = /^(?:[-*•–]|\d{1,2}[.)]) +/;

/** Lines that belong together: a blank line, a list mark or a deliberate end parts them. */
const paragraphsOf = (text: string): ReadonlyArray<Range> => {
  const paragraphs: Array<Range> = [];
  let open: Range | undefined;
  const close = (): void => {
    if (open !== undefined) paragraphs.push(open);
    open = undefined;
  };
  let lastLength = 0;
  for (const line of linesOf(text)) {
    const said = text.slice(line.start, line.end).trimStart();
    if (oldMail.test(said)) break;
    const start = line.end - said.length;
    const mark = listMark.exec(said)?.[0].length ?? 0;
    const goesOn = open !== undefined && mark === 0 && isContinued(said, lastLength);
    if (!goesOn) close();
    lastLength = line.end - line.start;
    if (said === "" || said.startsWith(">")) close();
    else open = { start: open === undefined ? start + mark : open.start, end: line.end };
  }
  close();
  return paragraphs;
};

const isContinued = (line: string, lastLength: number): boolean =>
  lastLength >= wrappedUnitsMin || /^\p{Ll}/u.test(line);

const linesOf = (text: string): ReadonlyArray<Range> => {
  const lines: Array<Range> = [];
  let start = 0;
  for (let at = text.indexOf("\n"); at !== -1; at = text.indexOf("\n", start)) {
    lines.push({ start, end: at });
    start = at + 1;
  }
  return [...lines, { start, end: text.length }];
};

const sentencesIn = (text: string, { start, end }: Range): ReadonlyArray<Span> => {
  const spans: Array<Span> = [];
  let from = start;
  for (let at = start; at < end; at++) {
    const stop = stopAfter(text, at, end);
    if (stop === at && at - from < sentenceUnitsMax - 1) continue;
    const to = stop > at ? stop : cutBefore(text, from, at + 1);
    spans.push(...trimmed(text, from, to));
    from = to;
    at = to - 1;
  }
  return [...spans, ...trimmed(text, from, end)];
};

const enders = ".!?…";
const closers = "\"'”’)]*_";
const isSpace = (unit: string | undefined): boolean => unit === undefined || /\s/.test(unit);

/** Where the sentence ends whose ending starts here; the same place, if none does. */
const stopAfter = (text: string, at: number, end: number): number => {
  if (!enders.includes(text.charAt(at))) return at;
  let to = at + 1;
  while (to < end && enders.includes(text.charAt(to))) to++;
  const isDot = to === at + 1 && text.charAt(at) === ".";
  while (to < end && closers.includes(text.charAt(to))) to++;
  const isEnd = to === end || isSpace(text[to]);
  if (isEnd && !(isDot && isShortened(text, at))) return to;
  // Whatever was walked over is no end either, except where it is cut for its length.
  return at;
};

const shortened = /(?:^|[^a-z])(?:mr|mrs|ms|dr|prof|st|jr|sr|e\.g|i\.e|vs|approx|a\.m|p\.m|min)$/i;

const isShortened = (text: string, dot: number): boolean =>
  shortened.test(text.slice(Math.max(0, dot - 8), dot));

/** A cut of a very long sentence: at its last space, and never within a character. */
const cutBefore = (text: string, from: number, to: number): number => {
  const space = text.lastIndexOf(" ", to - 1);
  if (space > from) return space;
  const isHighSurrogate = /[\uD800-\uDBFF]/.test(text.charAt(to - 1));
  return isHighSurrogate ? to - 1 : to;
};

const trimmed = (text: string, start: number, end: number): ReadonlyArray<Span> => {
  const said = text.slice(start, end);
  const from = end - said.trimStart().length;
  const to = start + said.trimEnd().length;
  return from < to ? [{ start: from, end: to, heard: text.slice(from, to) }] : [];
};

const quotationUnitsMax = 500;
const quotationWordsMin = 4;
const closingQuotes: Readonly<Record<string, string>> = { '"': '"', "“": "”", "„": "“", "«": "»" };

/** The text at the same length, with blanks for what others said. A word or three is only stressed. */
const withoutQuotations = (text: string): string => {
  const parts: Array<string> = [];
  const closingAt = nextIn(text);
  let from = 0;
  for (const { index } of text.matchAll(/["“„«]/g)) {
    if (index < from) continue;
    const end = closingAt(closingQuotes[text.charAt(index)] ?? "", index + 1);
    if (end === -1 || end - index > quotationUnitsMax) continue;
    const inside = text.slice(index + 1, end);
    if (inside.includes("\n\n") || inside.split(/\s+/).length < quotationWordsMin) continue;
    parts.push(text.slice(from, index + 1), " ".repeat(inside.length));
    from = end;
  }
  return parts.join("") + text.slice(from);
};

/** Where a mark comes next, for places that only grow: what was walked over is not walked again. */
const nextIn = (text: string): ((mark: string, from: number) => number) => {
  const found = new Map<string, number>();
  return (mark, from) => {
    const known = found.get(mark);
    if (known !== undefined && (known === -1 || known >= from)) return known;
    const next = text.indexOf(mark, from);
    found.set(mark, next);
    return next;
  };
};
