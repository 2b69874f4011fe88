/** What a list of partners is narrowed to, as a query says it. */
import type { PartnerFilter } from "@comity/domain/partner";
import {
  organisationCharactersMax,
  PartnerKind,
  searchCharactersMax,
} from "@comity/domain/partner/schema";
import * as z from "zod";

export const Filter = z.strictObject({
  search: z.string().max(searchCharactersMax).optional().meta({
    description:
      "Beginnings of words of name, organisation, role, tags, notes and goals. Typing errors are forgiven where nothing fits.",
  }),
  tag: z.string().min(1).max(100).optional(),
  circle: z
    .enum(["5", "15", "50", "150", "none"])
    .optional()
    .meta({ description: "This circle and those within it; none: those in no circle." }),
  kind: PartnerKind.optional(),
  organisation: z.string().min(1).max(organisationCharactersMax).optional(),
  archived: z
    .enum(["true", "false"])
    .optional()
    .meta({ description: "true: those put away, instead of those in use." }),
});

export const filterOf = ({
  archived,
  circle,
  ...filter
}: z.infer<typeof Filter>): PartnerFilter => ({
  ...filter,
  archived: archived === "true",
  circle:
    circle === undefined || circle === "none" ? circle : (Number(circle) as 5 | 15 | 50 | 150),
});
