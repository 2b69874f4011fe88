/** What somebody said of the columns of a table is proposed again for the next one with the same header. */
import { remember, remembered } from "../../../ui/memory.ts";
import type { Mapping } from "../importFiles.ts";
import type { Columns } from "./mapping.ts";

const memoryKey = "import.mappings";
/** Tables that are remembered, the latest first. */
const tablesMax = 20;

interface Kept {
  readonly header: string;
  readonly mapping: Mapping;
}

const headerOf = (columns: Columns): string =>
  JSON.stringify(columns.map(({ name }) => name.trim().toLowerCase()));

const readAll = (): ReadonlyArray<Kept> => {
  try {
    const kept: unknown = JSON.parse(remembered(memoryKey) ?? "[]");
    return Array.isArray(kept) ? kept.filter(isKept) : [];
  } catch {
    return [];
  }
};

const isKept = (value: unknown): value is Kept => {
  if (typeof value !== "object" || value === null) return false;
  const { header, mapping } = value as Partial<Kept>;
  return typeof header === "string" && Array.isArray(mapping?.columns);
};

export const rememberedMapping = (columns: Columns): Mapping | undefined => {
  const header = headerOf(columns);
  const kept = readAll().find((each) => each.header === header)?.mapping;
  return kept?.columns.length === columns.length ? kept : undefined;
};

export const rememberMapping = (columns: Columns, mapping: Mapping): void => {
  const header = headerOf(columns);
  const others = readAll().filter((each) => each.header !== header);
  remember(memoryKey, JSON.stringify([{ header, mapping }, ...others].slice(0, tablesMax)));
};
