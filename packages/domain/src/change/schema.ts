/** What happened in a workspace, one line per fact. Plain zod: nothing here needs Effect. */
import * as z from "zod";
import { Instant } from "../time/schema.ts";

export const ChangeKind = z
  .enum([
    "partner.added",
    "partner.changed",
    "partner.removed",
    "partner.archived",
    "partner.restored",
    "partner.merged",
    "partner.unmerged",
    "partners.told-apart",
    "partners.not-told-apart",
    "acquaintance.added",
    "acquaintance.removed",
    "contact.recorded",
    "contact.removed",
    "strategy.changed",
    "entry.recorded",
    "entry.reversed",
    "ask.opened",
    "ask.refused",
    "ask.granted",
    "ask.declined",
    "ask.withdrawn",
    "ask.expired",
    "ask.reopened",
    "kind.added",
    "kind.changed",
    "kind.removed",
    "policy.chosen",
    "policy.cleared",
    "policy.learned",
    "opening.skipped",
    "opening.unskipped",
    "confirmation.asked",
    "confirmation.answered",
    "import.started",
    "import.done",
    "import.undoing",
    "import.undone",
  ])
  .meta({ id: "ChangeKind", description: "What kind of fact it is." });
export type ChangeKind = z.infer<typeof ChangeKind>;

export const Change = z
  .strictObject({
    seq: z.int().min(1).meta({ description: "Grows with every change, without gaps." }),
    at: Instant,
    actor: z.string(),
    kind: ChangeKind,
    subject: z.string().max(64).meta({
      description: 'The id of what changed; "workspace" for its settings.',
    }),
    body: z.record(z.string(), z.unknown()).meta({
      description:
        "Ids, amounts, and old and new values. Personal text stands here only as a salted hash, so that it can be erased.",
    }),
    hash: z
      .string()
      .meta({ description: "SHA-256 over the hash before it and this change, in hex." }),
  })
  .meta({ id: "Change", description: "One fact of the audit trail." });
export type Change = z.infer<typeof Change>;
