/** The catalogue of deposits, asks and breaches: each kind knows both of its sizes (MODEL 2.2). */
import * as z from "zod";
import { uuidV7 } from "../../identity/schema.ts";
import { someText } from "../../text/schema.ts";
import { Benefit, Cost } from "./amount.ts";
import { KindId } from "./ids.ts";

export const kindCharactersMax = 120;
export const ownKindsMax = 200;

export const KindUse = z.enum(["deposit", "ask", "breach"]).meta({
  id: "KindUse",
  description: "Something given, something asked for, or a wrong.",
});
export type KindUse = z.infer<typeof KindUse>;

export const Kind = z
  .strictObject({
    id: KindId,
    use: KindUse,
    what: z.string().meta({ description: "As I do it or ask for it." }),
    received: z.string().meta({ description: "As the other side does it." }),
    cost: z.number().min(0).meta({ description: "What it takes from the giver, in ep." }),
    benefit: z.number().min(0).meta({
      description: "What it usually means to the receiver, in ep; of a breach, its size.",
    }),
    isOwn: z.boolean().meta({ description: "Added or changed here." }),
    version: z.int().min(0),
  })
  .meta({ id: "Kind", description: "A kind of the catalogue, with both of its sizes." });
export type Kind = z.infer<typeof Kind>;

export const KindDraft = z
  .strictObject({
    id: uuidV7.brand("KindId").optional(),
    use: KindUse,
    what: someText(kindCharactersMax),
    received: someText(kindCharactersMax).optional().meta({
      description: "Left out: the same words.",
    }),
    cost: Cost,
    benefit: Benefit,
  })
  .meta({ id: "KindDraft", description: "A kind of your own." });
export type KindDraft = z.infer<typeof KindDraft>;

export const KindChange = z
  .strictObject({
    what: someText(kindCharactersMax).optional(),
    received: someText(kindCharactersMax).optional(),
    cost: Cost.optional(),
    benefit: Benefit.optional(),
  })
  .meta({ id: "KindChange", description: "Other words or sizes. What is left out stays." });
export type KindChange = z.infer<typeof KindChange>;
