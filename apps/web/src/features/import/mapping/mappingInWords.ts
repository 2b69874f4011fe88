import type { ColumnMeaning } from "@comity/domain/partner/schema";
import type { MappingProblem } from "./mapping.ts";

export const leaveOut = "";

const meaningInWords: Readonly<Record<ColumnMeaning, string>> = {
  name: "Name",
  "first-name": "First name",
  "last-name": "Last name",
  organisation: "Organisation",
  role: "Role",
  email: "E-mail",
  phone: "Phone",
  link: "Link",
  tags: "Tags",
  notes: "Notes",
  contacts: "Dated notes (contacts)",
  "known-since": "Known since",
};

export const meaningOptions: ReadonlyArray<{ readonly value: string; readonly label: string }> = [
  { value: leaveOut, label: "Leave out" },
  ...Object.entries(meaningInWords).map(([value, label]) => ({ value, label })),
];

export const isMeaning = (value: string): value is ColumnMeaning => value in meaningInWords;

export const problemInWords = (
  { code }: Pick<MappingProblem, "code">,
  meaning: ColumnMeaning | null,
): string => {
  if (code === "no-name") return "Say which column is the name.";
  const words = meaning === null ? "this" : meaningInWords[meaning].toLowerCase();
  return `Another column is the ${words} already.`;
};
