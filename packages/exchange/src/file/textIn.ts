/** The text of a file, and whether it holds cards or a table. Names of files are not looked at. */
import type { ImportSource } from "@comity/domain/partner/schema";
import { decodeFile, emptyFile } from "../text/decodeFile.ts";
import { withPlainLines } from "../text/plainLines.ts";
import { isVcard } from "../vcard/vcardReading.ts";
import { type FileUnreadable, unreadable } from "./fileRead.ts";

export type TextFound = { readonly _tag: "Cards" | "Table"; readonly text: string };

export const textIn = (
  bytes: Uint8Array,
  source: ImportSource | undefined,
): TextFound | FileUnreadable => {
  const decoded = decodeFile(bytes);
  if (typeof decoded !== "string") return decoded;
  const text = withPlainLines(decoded);
  if (text === "") return emptyFile;
  if (source === "vcard") return isVcard(text) ? { _tag: "Cards", text } : notCards;
  if (source === undefined && isVcard(text)) return { _tag: "Cards", text };
  return isOtherFormat(text) ? notContacts : { _tag: "Table", text };
};

/** Pages, JSON and calendars are text, too, but no tables. */
const isOtherFormat = (text: string): boolean =>
  /^\s*(?:<[!?a-z]|\{|\[|BEGIN:)/i.test(text.slice(0, 1_000));

const notCards = unreadable(
  "not-a-contacts-file",
  "This is not a vCard file: it does not begin with BEGIN:VCARD.",
  "Export your contacts as vCard (.vcf), then drop the file here.",
);

const notContacts = unreadable("not-a-contacts-file", "This file holds no table and no cards.");
