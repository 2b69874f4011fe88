/** The bytes of a file, as text. */
import { type FileUnreadable, unreadable } from "../file/fileRead.ts";

/**
 * UTF-8 and UTF-16 as their byte order mark says, UTF-8 without one, and Windows-1252 for bytes
 * that are not valid UTF-8, which is what older spreadsheets write. Size is the caller's to limit.
 */
export const decodeFile = (bytes: Uint8Array): string | FileUnreadable => {
  if (bytes.length === 0) return emptyFile;
  if (startsWith(bytes, zipMark)) return zipInstead;
  if (startsWith(bytes, pdfMark)) return notText;
  if (startsWith(bytes, [0xff, 0xfe])) return new TextDecoder("utf-16le").decode(bytes);
  if (startsWith(bytes, [0xfe, 0xff])) return new TextDecoder("utf-16be").decode(bytes);
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: false }).decode(bytes);
  } catch {
    return bytes.includes(0) ? notText : new TextDecoder("windows-1252").decode(bytes);
  }
};

const zipMark = [0x50, 0x4b, 0x03, 0x04];
const pdfMark = [0x25, 0x50, 0x44, 0x46];

const startsWith = (bytes: Uint8Array, mark: ReadonlyArray<number>): boolean =>
  mark.every((byte, index) => bytes[index] === byte);

export const emptyFile = unreadable("empty-file", "This file is empty.");

const zipInstead = unreadable(
  "not-a-contacts-file",
  "This is a packed file (ZIP), such as LinkedIn's archive or an Excel workbook.",
  "Unpack the archive, then drop the Connections.csv from it here; save a workbook as CSV.",
);

const notText = unreadable("not-a-contacts-file", "This file is not text.");
