/** Two partners that may be one, and how they become one. */
import * as z from "zod";
import { orNull } from "../../input/schema.ts";
import { Instant } from "../../time/schema.ts";
import { MergeId, PartnerId } from "./ids.ts";
import { Partner, PartnerChange } from "./partner.ts";

export const duplicatesMax = 20;

export const LikenessReason = z
  .enum([
    "same-linkedin",
    "same-email",
    "same-phone",
    "same-name",
    "similar-name",
    "same-organisation",
    "same-external-id",
  ])
  .meta({ id: "LikenessReason", description: "What two partners have in common." });
export type LikenessReason = z.infer<typeof LikenessReason>;

export const LikenessGuard = z
  .enum([
    "different-linkedin",
    "different-kind",
    "colleagues",
    "shared-mailbox",
    "namesakes",
    "said-to-differ",
  ])
  .meta({
    id: "LikenessGuard",
    description:
      "Why they are not taken for one. different-linkedin: two profiles are two people. " +
      "different-kind: a person is not an organisation. colleagues: other names at one organisation. " +
      "shared-mailbox: several people read an address like info@. " +
      "namesakes: one name at two organisations. said-to-differ: you said so.",
  });
export type LikenessGuard = z.infer<typeof LikenessGuard>;

export const Likeness = z
  .strictObject({
    score: z.number().min(0).max(1),
    because: z.array(LikenessReason).max(10),
    guards: z.array(LikenessGuard).max(10),
  })
  .meta({ id: "Likeness", description: "How likely two partners are one, and why." });
export type Likeness = z.infer<typeof Likeness>;

export const DuplicateCandidate = z
  .strictObject({ partner: Partner, likeness: Likeness })
  .meta({ id: "DuplicateCandidate", description: "Someone known who may be the one described." });
export type DuplicateCandidate = z.infer<typeof DuplicateCandidate>;

export const DuplicatePair = z
  .strictObject({ one: Partner, other: Partner, likeness: Likeness })
  .meta({ id: "DuplicatePair", description: "Two partners that may be one." });
export type DuplicatePair = z.infer<typeof DuplicatePair>;

/** What a merge leads to, and where the values come from. Fields that are left out are as proposed. */
export const MergeDraft = z
  .strictObject({
    id: MergeId.optional(),
    otherId: PartnerId.meta({ description: "Becomes part of the partner of the path." }),
    result: PartnerChange.optional().meta({
      description: "What to keep where the proposal is not what you want.",
    }),
  })
  .meta({ id: "MergeDraft", description: "Two partners become one." });
export type MergeDraft = z.infer<typeof MergeDraft>;

export const MergePreview = z
  .strictObject({
    kept: Partner,
    other: Partner,
    likeness: Likeness,
    proposed: Partner.meta({ description: "The partner that the two would become." }),
    differing: z
      .array(z.string())
      .max(50)
      .meta({ description: "Fields in which the two say different things." }),
    overfull: z
      .array(z.string())
      .max(50)
      .meta({ description: "Fields with no room for both: say in `result` what to keep." }),
  })
  .meta({ id: "MergePreview", description: "What a merge would lead to, field by field." });
export type MergePreview = z.infer<typeof MergePreview>;

export const Merge = z
  .strictObject({
    id: MergeId,
    partnerId: PartnerId,
    otherId: PartnerId,
    otherName: z.string().meta({ description: "What the one that became part was called." }),
    mergedAt: Instant,
    undoneAt: orNull(Instant),
  })
  .meta({ id: "Merge", description: "Two partners that became one." });
export type Merge = z.infer<typeof Merge>;
