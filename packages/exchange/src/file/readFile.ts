/** A file of contacts, whatever wrote it, to partners that can be looked through and imported. */
import type { ColumnMapping, ImportSource } from "@comity/domain/partner/schema";
import type { PlainDate } from "@comity/domain/time/schema";
import { rowsOf, tableIn } from "../table/tableReading.ts";
import { cardsIn } from "../vcard/cards.ts";
import { cardRowsOf } from "../vcard/vcardReading.ts";
import type { FileRead, FileUnreadable } from "./fileRead.ts";
import { textIn } from "./textIn.ts";

export type FileAsked = {
  /** Where you are: a day after it is not one on which something happened. */
  readonly today: PlainDate;
  /** Undefined: as the content says. */
  readonly source?: ImportSource | undefined;
  /** What the columns of a table hold. It goes before what the header says. */
  readonly mapping?: ColumnMapping | undefined;
};

/**
 * Reads the whole file, or refuses it with what to do next. A row that cannot be taken in is
 * skipped and named, and the other rows are read. Nothing is guessed.
 */
export const readFile = (bytes: Uint8Array, asked: FileAsked): FileRead | FileUnreadable => {
  const reading = fileReading(bytes, asked);
  for (;;) {
    const step = reading.next();
    if (step.done === true) return step.value;
  }
};

/** The same in steps, for a caller that has other things to do in between. */
export function* fileReading(
  bytes: Uint8Array,
  { today, source, mapping }: FileAsked,
): Generator<undefined, FileRead | FileUnreadable> {
  const found = textIn(bytes, source);
  if (found._tag === "Unreadable") return found;
  yield;
  if (found._tag === "Cards") {
    const cards = yield* cardsIn(found.text);
    return "code" in cards ? cards : yield* cardRowsOf(cards, today);
  }
  const table = yield* tableIn(found.text, { source, mapping });
  return "code" in table ? table : yield* rowsOf(table, mapping, today);
}
