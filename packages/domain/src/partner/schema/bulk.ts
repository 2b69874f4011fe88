/** One change of many partners. */
import * as z from "zod";
import { orNull } from "../../input/schema.ts";
import { BulkId, PartnerId } from "./ids.ts";
import { CadenceDays, Circle, Tag } from "./partner.ts";

/** Few enough for one transaction in which others do not wait long. */
export const bulkPartnersMax = 500;

export const BulkChange = z
  .strictObject({
    addTags: z.array(Tag).max(10),
    removeTags: z.array(Tag).max(10),
    circle: orNull(Circle),
    cadenceDays: orNull(CadenceDays),
    archived: z.boolean(),
  })
  .partial()
  .refine((change) => Object.values(change).some((value) => value !== undefined), {
    error: "Say what to change.",
  })
  .meta({ id: "BulkChange", description: "What to change about many partners at once." });
export type BulkChange = z.infer<typeof BulkChange>;

export const BulkDraft = z
  .strictObject({
    id: BulkId.optional().meta({
      description: "The same for all parts of a longer list: they are undone together.",
    }),
    partnerIds: z.array(PartnerId).min(1).max(bulkPartnersMax),
    change: BulkChange,
  })
  .meta({ id: "BulkDraft", description: "One change of many partners." });
export type BulkDraft = z.infer<typeof BulkDraft>;

export const BulkResult = z
  .strictObject({
    id: BulkId,
    changed: z.int().min(0).meta({ description: "Partners that are different now." }),
    unknown: z.int().min(0).meta({ description: "Ids that name nobody." }),
  })
  .meta({ id: "BulkResult", description: "What became of a change of many partners." });
export type BulkResult = z.infer<typeof BulkResult>;
