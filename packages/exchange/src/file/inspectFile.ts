/** What a file seems to be, before anything is made of it. */
import type { FileReading, ImportSource } from "@comity/domain/partner/schema";
import { isBlank } from "../text/showable.ts";
import { columnsOf, suggestedMapping } from "../table/suggestion.ts";
import { type Table, tableIn } from "../table/tableReading.ts";
import { cardsIn } from "../vcard/cards.ts";
import type { FileUnreadable } from "./fileRead.ts";
import { textIn } from "./textIn.ts";

/** With `source: "csv"`, a table of another program is looked at as any other. */
export const inspectFile = (
  bytes: Uint8Array,
  options: { readonly source?: ImportSource | undefined } = {},
): FileReading | FileUnreadable => {
  const reading = fileInspection(bytes, options);
  for (;;) {
    const step = reading.next();
    if (step.done === true) return step.value;
  }
};

/** The same in steps, for a caller that has other things to do in between. */
export function* fileInspection(
  bytes: Uint8Array,
  { source }: { readonly source?: ImportSource | undefined } = {},
): Generator<undefined, FileReading | FileUnreadable> {
  const found = textIn(bytes, source);
  if (found._tag === "Unreadable") return found;
  yield;
  if (found._tag === "Cards") {
    const cards = yield* cardsIn(found.text);
    if ("code" in cards) return cards;
    return { source: "vcard", rows: cards.length, columns: [], mapping: null };
  }
  const table = yield* tableIn(found.text, { source, mapping: undefined });
  return "code" in table ? table : tableInspection(table);
}

const tableInspection = ({ header, body }: Table): FileReading => ({
  source: header._tag === "Known" ? header.table.source : "csv",
  rows: body.filter((record) => record._tag !== "Cells" || !record.cells.every(isBlank)).length,
  columns: columnsOf(header.names, body),
  mapping: header._tag === "Known" ? null : suggestedMapping(header.names, body),
});
