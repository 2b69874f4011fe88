/** Opening balances: memory becomes one dated entry per partner, so that an old friend does not start at zero. */
import * as z from "zod";
import { orNull } from "../../input/schema.ts";
import { PartnerId } from "../../partner/schema.ts";
import { PlainDate, When } from "../../time/schema.ts";
import { Size } from "./amount.ts";
import { Closeness } from "./entry.ts";
import { EntryId } from "./ids.ts";

export const Help = z.union([z.literal("none"), Size]).meta({
  id: "Help",
  description: "How much help there was, all together, as far as memory goes.",
});
export type Help = z.infer<typeof Help>;

export const OpeningDraft = z
  .strictObject({
    id: EntryId.optional(),
    partnerId: PartnerId,
    at: When.optional().meta({ description: "As of when. Left out: now." }),
    closeness: Closeness,
    given: Help.meta({ description: "How you have helped them." }),
    received: Help.meta({ description: "How they have helped you." }),
  })
  .meta({ id: "OpeningDraft", description: "What stood between you before." });
export type OpeningDraft = z.infer<typeof OpeningDraft>;

export const OpeningCard = z
  .strictObject({
    partnerId: PartnerId,
    name: z.string(),
    organisation: z.string(),
    role: z.string(),
    knownSince: orNull(PlainDate),
  })
  .meta({ id: "OpeningCard", description: "Someone with whom nothing is written down yet." });
export type OpeningCard = z.infer<typeof OpeningCard>;

export const OpeningProgress = z
  .strictObject({
    left: z.int().min(0).meta({ description: "How many were not asked about yet." }),
    answered: z.int().min(0),
    skipped: z.int().min(0),
  })
  .meta({ id: "OpeningProgress", description: "How far the deck has come." });
export type OpeningProgress = z.infer<typeof OpeningProgress>;

export const OpeningSkip = z
  .strictObject({ partnerId: PartnerId })
  .meta({ id: "OpeningSkip", description: "Who is not to be asked about." });
export type OpeningSkip = z.infer<typeof OpeningSkip>;
