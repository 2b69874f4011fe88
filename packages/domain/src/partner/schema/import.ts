/** Many partners at once, from a file. */
import * as z from "zod";
import { orNull } from "../../input/schema.ts";
import { someText, text } from "../../text/schema.ts";
import { Instant, PlainDate } from "../../time/schema.ts";
import { ImportId, PartnerId } from "./ids.ts";
import {
  Email,
  emailsMax,
  Link,
  linksMax,
  nameCharactersMax,
  notesCharactersMax,
  organisationCharactersMax,
  PartnerKind,
  Phone,
  phonesMax,
  roleCharactersMax,
  Tag,
  tagsMax,
} from "./partner.ts";

export const importRowsMax = 10_000;
export const importFileBytesMax = 8_000_000;
/** Of one row: contacts that its notes tell of. */
export const importedContactsMax = 50;
export const contactNoteCharactersMax = 2_000;
export const columnsMax = 100;
export const sampleRowsMax = 20;

export const ImportSource = z.enum(["linkedin", "google", "outlook", "vcard", "csv"]).meta({
  id: "ImportSource",
  description: "Where the file was exported from; csv: any other table.",
});
export type ImportSource = z.infer<typeof ImportSource>;

export const ImportedContact = z
  .strictObject({ on: PlainDate, note: text(contactNoteCharactersMax) })
  .meta({ id: "ImportedContact", description: "A contact that the notes of a row tell of." });
export type ImportedContact = z.infer<typeof ImportedContact>;

/** One row of a file, read and found good. `row` is the line of the file it starts on, from 1. */
export const ImportedPartner = z
  .strictObject({
    row: z.int().min(1),
    name: someText(nameCharactersMax),
    kind: PartnerKind.optional(),
    organisation: text(organisationCharactersMax).optional(),
    role: text(roleCharactersMax).optional(),
    emails: z.array(Email).max(emailsMax).optional(),
    phones: z.array(Phone).max(phonesMax).optional(),
    links: z.array(Link).max(linksMax).optional(),
    tags: z.array(Tag).max(tagsMax).optional(),
    notes: text(notesCharactersMax).optional(),
    contacts: z.array(ImportedContact).max(importedContactsMax).optional(),
    knownSince: PlainDate.optional(),
  })
  .meta({ id: "ImportedPartner", description: "A partner as a row of a file says." });
export type ImportedPartner = z.infer<typeof ImportedPartner>;

/** What a column of a table can hold. `contacts`: notes with dates, which become dated contacts. */
export const ColumnMeaning = z
  .enum([
    "name",
    "first-name",
    "last-name",
    "organisation",
    "role",
    "email",
    "phone",
    "link",
    "tags",
    "notes",
    "contacts",
    "known-since",
  ])
  .meta({ id: "ColumnMeaning", description: "What the cells of a column are." });
export type ColumnMeaning = z.infer<typeof ColumnMeaning>;

export const DateOrder = z
  .enum(["day-first", "month-first", "year-first"])
  .meta({ id: "DateOrder", description: "How dates like 03/04/2025 are to be read." });
export type DateOrder = z.infer<typeof DateOrder>;

export const ColumnMapping = z
  .strictObject({
    columns: z
      .array(orNull(ColumnMeaning))
      .min(1)
      .max(columnsMax)
      .meta({ description: "One for each column of the table, in order. Null: left out." }),
    dateOrder: DateOrder,
  })
  .meta({ id: "ColumnMapping", description: "What the columns of a table hold." });
export type ColumnMapping = z.infer<typeof ColumnMapping>;

/** What a file seems to be, before anything is made of it. */
export const FileReading = z
  .strictObject({
    source: ImportSource,
    rows: z.int().min(0),
    columns: z
      .array(
        z.strictObject({
          name: z.string(),
          samples: z.array(z.string()).max(sampleRowsMax),
        }),
      )
      .max(columnsMax)
      .meta({ description: "Of a table, with the first rows; empty for a vCard file." }),
    mapping: orNull(ColumnMapping).meta({
      description: "How the columns seem to be meant. Null: the source says, and nothing is asked.",
    }),
  })
  .meta({ id: "FileReading", description: "What a file seems to be." });
export type FileReading = z.infer<typeof FileReading>;

export const SkippedRow = z
  .strictObject({
    row: z.int().min(1).meta({ description: "Line of the file, from 1." }),
    reason: z.enum(["empty", "no-name", "unreadable"]),
    message: z.string(),
  })
  .meta({ id: "SkippedRow", description: "A row that could not be taken in, and why." });
export type SkippedRow = z.infer<typeof SkippedRow>;

export const ImportOutcome = z.enum(["new", "updated", "unchanged", "duplicate"]).meta({
  id: "ImportOutcome",
  description:
    "new: not known yet. updated: known, and the file says something newer. " +
    "unchanged: known as it is. duplicate: the same person stands earlier in the file.",
});
export type ImportOutcome = z.infer<typeof ImportOutcome>;

export const ImportRow = z
  .strictObject({
    row: z.int().min(1),
    outcome: ImportOutcome,
    name: z.string(),
    organisation: z.string(),
    partnerId: orNull(PartnerId).meta({ description: "Null until the import is committed." }),
    contacts: z.int().min(0).meta({ description: "Dated notes that become contacts." }),
    warnings: z.array(z.string()).max(10),
  })
  .meta({ id: "ImportRow", description: "What becomes of one row." });
export type ImportRow = z.infer<typeof ImportRow>;

export const ImportCounts = z
  .strictObject({
    new: z.int().min(0),
    updated: z.int().min(0),
    unchanged: z.int().min(0),
    duplicate: z.int().min(0),
    skipped: z.int().min(0),
  })
  .meta({ id: "ImportCounts", description: "How many rows came to which end." });
export type ImportCounts = z.infer<typeof ImportCounts>;

/** What an import would do. Nothing has been kept yet. */
export const ImportPreview = z
  .strictObject({
    source: ImportSource,
    counts: ImportCounts,
    rows: z.array(ImportRow).max(importRowsMax),
    skipped: z.array(SkippedRow).max(importRowsMax),
  })
  .meta({ id: "ImportPreview", description: "What an import would do, row by row." });
export type ImportPreview = z.infer<typeof ImportPreview>;

export const Import = z
  .strictObject({
    id: ImportId,
    source: ImportSource,
    state: z.enum(["running", "done", "undoing", "undone"]),
    fileDigest: z
      .string()
      .max(64)
      .meta({ description: "SHA-256 of what was read from the file, in hex: same id, same file." }),
    counts: ImportCounts,
    startedAt: Instant,
    endedAt: orNull(Instant),
    kept: z
      .int()
      .min(0)
      .meta({ description: "After an undo: partners that stayed, because you used them since." }),
  })
  .meta({ id: "Import", description: "One import, as a batch that can be undone." });
export type Import = z.infer<typeof Import>;
