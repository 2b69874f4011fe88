import type { ImportSource } from "@comity/domain/partner/schema";

export const sourceInWords: Readonly<Record<ImportSource, string>> = {
  linkedin: "From LinkedIn",
  google: "From Google Contacts",
  outlook: "From Outlook",
  vcard: "vCards",
  csv: "A table",
};

interface Way {
  readonly name: string;
  /** Where to press, in order. */
  readonly path: ReadonlyArray<string>;
  readonly note: string;
}

/** How to get a file out of where people are kept now. */
export const ways: ReadonlyArray<Way> = [
  {
    name: "LinkedIn",
    path: ["Settings", "Data privacy", "Get a copy of your data", "Connections"],
    note: "It arrives by e-mail after some minutes. Unpack it, and drop Connections.csv here.",
  },
  {
    name: "Google Contacts",
    path: ["contacts.google.com", "Export", "Google CSV"],
    note: "Files from before 2024 look different, and are read as well.",
  },
  {
    name: "Outlook",
    path: ["File", "Open & Export", "Import/Export", "Export to a file", "Comma Separated Values"],
    note: "On the web: People, Manage contacts, Export contacts.",
  },
  {
    name: "A phone",
    path: ["Contacts", "Select all", "Share or export", "vCard (.vcf)"],
    note: "iPhone, iCloud, Android and Google all write vCards.",
  },
  {
    name: "Any other table",
    path: ["Your spreadsheet or program", "Save as", "CSV"],
    note: "You say what its columns are. They may be called anything, in any order.",
  },
];
