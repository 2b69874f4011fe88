import { readFileSync } from "node:fs";
import type { PlainDate } from "@comity/domain/time/schema";
import {
  type FileAsked,
  type FileRead,
  type FileUnreadable,
  readFile,
  type ReadRow,
} from "@comity/exchange/file";

export const today = "2026-11-25" as PlainDate;

export type Asked = Partial<FileAsked>;

export const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

export const fixtureBytes = (path: string): Uint8Array =>
  readFileSync(new URL(`../${path}`, import.meta.url));

/** What is read from a file, which must not be refused. */
export const readOf = (file: string | Uint8Array, asked: Asked = {}): FileRead => {
  const read = readFile(typeof file === "string" ? bytesOf(file) : file, { today, ...asked });
  if (read._tag === "Unreadable") throw new Error(`${read.code}: ${read.message}`);
  return read;
};

export const refusalOf = (file: string | Uint8Array, asked: Asked = {}): FileUnreadable => {
  const read = readFile(typeof file === "string" ? bytesOf(file) : file, { today, ...asked });
  if (read._tag === "Read") throw new Error(`Read ${read.rows.length} rows.`);
  return read;
};

/** The one row of a file that has no more. */
export const onlyRowOf = (file: string | Uint8Array, asked: Asked = {}): ReadRow => {
  const { rows, skipped } = readOf(file, asked);
  const [row] = rows;
  if (row === undefined || rows.length > 1 || skipped.length > 0) {
    throw new Error(`${rows.length} rows, ${skipped.length} skipped: ${JSON.stringify(skipped)}`);
  }
  return row;
};

/** A file in short: who is in it, which rows have warnings, and what was skipped. */
export const asRead = (file: string | Uint8Array, asked: Asked = {}) => {
  const { rows, skipped } = readOf(file, asked);
  return {
    partners: rows.map(({ partner }) => ({ ...partner })),
    warned: rows.filter(({ warnings }) => warnings.length > 0).map(({ partner }) => partner.row),
    skipped: skipped.map(({ row, reason }) => ({ row, reason })),
  };
};

export const linkedInHeader =
  "First Name,Last Name,URL,Email Address,Company,Position,Connected On";
