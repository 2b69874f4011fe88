import { readFileSync } from "node:fs";
import {
  type ConnectionsRead,
  type ConnectionsUnreadable,
  decodeFile,
  readConnections,
} from "../../src/linkedin/index.ts";

export const fixtureText = (name: string): string => {
  const text = decodeFile(readFileSync(new URL(`fixtures/${name}`, import.meta.url)));
  if (typeof text !== "string") throw new Error(text.message);
  return text;
};

export const readOf = (text: string): ConnectionsRead => {
  const file = readConnections(text);
  if (file._tag === "Unreadable") throw new Error(`${file.code}: ${file.message}`);
  return file;
};

export const refusalOf = (text: string): ConnectionsUnreadable => {
  const file = readConnections(text);
  if (file._tag === "Read") throw new Error(`Read ${file.rows.length} rows.`);
  return file;
};

export const header = "First Name,Last Name,URL,Email Address,Company,Position,Connected On";
