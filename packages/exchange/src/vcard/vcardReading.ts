/** A vCard file in steps: its cards are told apart first, then each is read by itself. */
import type { SkippedRow } from "@comity/domain/partner/schema";
import type { PlainDate } from "@comity/domain/time/schema";
import type { FileRead, ReadRow } from "../file/fileRead.ts";
import type { Card } from "./cards.ts";
import { cardRow } from "./cardRow.ts";

/** What is read before others get a turn: some milliseconds of work. */
const charactersAtOnce = 10_000;

export const isVcard = (text: string): boolean =>
  /^\s*BEGIN:\s*VCARD\s*?(?:\n|$)/i.test(text.slice(0, 1_000));

export function* cardRowsOf(
  cards: ReadonlyArray<Card>,
  today: PlainDate,
): Generator<undefined, FileRead> {
  const rows: Array<ReadRow> = [];
  const skipped: Array<SkippedRow> = [];
  let characters = 0;
  for (const card of cards) {
    const row = cardRow(card, today);
    if ("partner" in row) rows.push(row);
    else skipped.push(row);
    characters += card.characters;
    if (characters < charactersAtOnce) continue;
    characters = 0;
    yield;
  }
  return { _tag: "Read", source: "vcard", rows, skipped };
}
