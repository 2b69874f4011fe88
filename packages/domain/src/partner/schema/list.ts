import * as z from "zod";
import { Tag } from "./partner.ts";

export const searchCharactersMax = 200;

export const PartnerSort = z
  .enum(["name", "best-match", "equity", "earned", "last-contact", "circle", "added"])
  .meta({
    id: "PartnerSort",
    description:
      "name: A to Z. best-match: how well the search fits; without a search by name. equity: most goodwill first. " +
      "earned: the largest ask that is covered first. last-contact: the longest silence first. " +
      "circle: the nearest first. added: the newest first.",
  });
export type PartnerSort = z.infer<typeof PartnerSort>;

export const TagCount = z
  .strictObject({ tag: Tag, partners: z.int().min(1) })
  .meta({ id: "TagCount", description: "A tag, and how many partners carry it." });
export type TagCount = z.infer<typeof TagCount>;

export const CircleCount = z
  .strictObject({
    circle: z.union([z.literal(5), z.literal(15), z.literal(50), z.literal(150)]),
    partners: z.int().min(0).meta({ description: "In this circle and those within it." }),
    most: z.int().min(1).meta({ description: "How many there is room for." }),
    cadenceDays: z.int().min(1),
  })
  .meta({ id: "CircleCount", description: "How full a circle is." });
export type CircleCount = z.infer<typeof CircleCount>;
