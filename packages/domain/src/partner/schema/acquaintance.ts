/** How partners are related to each other. */
import * as z from "zod";
import { PartnerId } from "./ids.ts";

export const acquaintancesMax = 200;

export const AcquaintanceKind = z.enum(["introduced-by", "knows", "works-with"]).meta({
  id: "AcquaintanceKind",
  description:
    "introduced-by: the other one brought the two of you together. knows, works-with: both ways.",
});
export type AcquaintanceKind = z.infer<typeof AcquaintanceKind>;

export const Acquaintance = z
  .strictObject({
    kind: z.enum(["introduced-by", "introduced", "knows", "works-with"]).meta({
      description: "introduced: the same as introduced-by, seen from the other side.",
    }),
    partnerId: PartnerId,
    name: z.string(),
    organisation: z.string(),
  })
  .meta({
    id: "Acquaintance",
    description: "Another partner, and what the two have to do with each other.",
  });
export type Acquaintance = z.infer<typeof Acquaintance>;
