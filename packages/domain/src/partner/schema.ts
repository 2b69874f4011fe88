/**
 * The people and organisations you give to and ask. Plain zod: nothing here needs Effect.
 *
 * Names, addresses and notes are personal text: a store keeps them in rows that can be erased.
 */
import * as z from "zod";
import { uuidV7 } from "../identity/schema.ts";
import { orNull } from "../input/schema.ts";
import { someText, text } from "../text/schema.ts";
import { Instant, PlainDate } from "../time/schema.ts";

export const nameCharactersMax = 200;
export const organisationCharactersMax = 200;
export const roleCharactersMax = 200;
export const notesCharactersMax = 10_000;
export const linkCharactersMax = 2_000;
export const linksMax = 10;
export const emailsMax = 10;
export const importRowsMax = 10_000;
export const importFileBytesMax = 8_000_000;
export const pageLimitMax = 100;

export const PartnerId = uuidV7.brand("PartnerId").meta({
  id: "PartnerId",
  description: "Names one partner.",
});
export type PartnerId = z.infer<typeof PartnerId>;

// The parser of addresses forgives what could not be kept and sent again unchanged.
const isStorable = (link: string): boolean => link.isWellFormed() && !/[\s\p{Cc}]/u.test(link);

export const Link = z
  .url({ protocol: /^https?$/ })
  .max(linkCharactersMax)
  .refine(isStorable, { error: "Write the address without spaces and control characters." })
  .meta({ id: "Link", description: "An address on the web, http or https." });
export type Link = z.infer<typeof Link>;

export const Email = z.email().max(254).meta({ id: "Email", description: "An e-mail address." });
export type Email = z.infer<typeof Email>;

/** What you write down about a partner. */
export const PartnerDraft = z
  .strictObject({
    id: PartnerId.optional(),
    name: someText(nameCharactersMax),
    organisation: text(organisationCharactersMax).optional(),
    role: text(roleCharactersMax).optional(),
    emails: z.array(Email).max(emailsMax).optional(),
    links: z.array(Link).max(linksMax).optional(),
    notes: text(notesCharactersMax).optional(),
    knownSince: PlainDate.optional(),
  })
  .meta({ id: "PartnerDraft", description: "A partner as you first write them down." });
export type PartnerDraft = z.infer<typeof PartnerDraft>;

export const Partner = PartnerDraft.required()
  .extend({
    knownSince: orNull(PlainDate),
    createdAt: Instant,
    updatedAt: Instant,
    version: z.int().min(1).meta({ description: "Grows by one with every change." }),
  })
  .meta({ id: "Partner", description: "Someone you may give to, ask, and bake deals with." });
export type Partner = z.infer<typeof Partner>;

/** Fields that are absent stay as they are; an empty text or list clears. */
export const PartnerChange = PartnerDraft.omit({ id: true })
  .partial()
  .extend({ knownSince: orNull(PlainDate).optional() })
  .meta({ id: "PartnerChange", description: "What to change about a partner." });
export type PartnerChange = z.infer<typeof PartnerChange>;

export const ImportId = uuidV7.brand("ImportId").meta({
  id: "ImportId",
  description: "Names one import: all of its rows are undone together.",
});
export type ImportId = z.infer<typeof ImportId>;

export const ImportSource = z
  .enum(["linkedin"])
  .meta({ id: "ImportSource", description: "Where the file was exported from." });
export type ImportSource = z.infer<typeof ImportSource>;

/** One row of a file, read and found good. `row` is the line of the file it starts on, from 1. */
export const ImportedPartner = PartnerDraft.omit({ id: true, notes: true })
  .extend({ row: z.int().min(1) })
  .meta({ id: "ImportedPartner", description: "A partner as a row of a file says." });
export type ImportedPartner = z.infer<typeof ImportedPartner>;

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
