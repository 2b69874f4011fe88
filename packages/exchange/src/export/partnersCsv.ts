/** Partners as a table that spreadsheets open and that is taken back without a question. */
import type { Partner } from "@comity/domain/partner/schema";
import Papa from "papaparse";
import { withLineFeeds } from "../text/plainLines.ts";
import { guarded } from "./formulaGuard.ts";
import { ownColumns } from "./ownTable.ts";

/** Without it, spreadsheets take UTF-8 for an older alphabet. */
const byteOrderMark = "\uFEFF";

/** The header, then a piece for each partner. RFC 4180, in UTF-8. */
export function* partnersCsv(partners: Iterable<Partner>): Generator<string, void> {
  yield `${byteOrderMark}${rowOf(ownColumns)}`;
  for (const partner of partners) yield rowOf(cellsOf(partner));
}

const rowOf = (cells: ReadonlyArray<string>): string => `${Papa.unparse([cells])}\r\n`;

const textCell = (text: string): string => guarded(withLineFeeds(text));

/** In the order of the columns. Lists are a line for each, because a number may hold a comma. */
const cellsOf = (partner: Partner): ReadonlyArray<string> => [
  textCell(partner.name),
  partner.kind,
  textCell(partner.organisation),
  textCell(partner.role),
  textCell(partner.emails.join("\n")),
  textCell(partner.phones.join("\n")),
  textCell(partner.links.join("\n")),
  textCell(partner.tags.join(", ")),
  textCell(partner.notes),
  partner.knownSince ?? "",
];
