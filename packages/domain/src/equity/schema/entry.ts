/** The facts of the ledger, as they are written down and as they are kept (MODEL 2.1). */
import * as z from "zod";
import { orNull } from "../../input/schema.ts";
import { PartnerId } from "../../partner/schema.ts";
import { text } from "../../text/schema.ts";
import { Instant, When } from "../../time/schema.ts";
import { Benefit, Cost } from "./amount.ts";
import { AskId, EntryId, KindId } from "./ids.ts";

export const noteCharactersMax = 500;

export const Evidence = z.enum(["observed", "stated", "estimated"]).meta({
  id: "Evidence",
  description: "How the benefit is known: seen, said by the receiver, or guessed by the giver.",
});
export type Evidence = z.infer<typeof Evidence>;

export const Party = z.union([z.literal("me"), PartnerId]).meta({
  id: "Party",
  description: 'Me, or a partner. Of the two sides of an entry exactly one is "me".',
});
export type Party = z.infer<typeof Party>;

export const Posting = z.strictObject({ mine: z.number(), theirs: z.number() }).meta({
  id: "Posting",
  description:
    "What an entry does, fixed when it is made, in ep: `mine` to my standing with the partner, `theirs` to theirs with me.",
});
export type Posting = z.infer<typeof Posting>;

const recorded = {
  id: EntryId,
  partnerId: PartnerId,
  at: Instant.meta({ description: "When it happened." }),
  recordedAt: Instant.meta({ description: "When it was written down." }),
  note: z.string().max(noteCharactersMax * 2),
  posting: Posting,
};

export const Transfer = z
  .strictObject({
    kind: z.literal("transfer"),
    ...recorded,
    from: Party,
    to: Party,
    benefit: z.number().min(0),
    cost: z.number().min(0),
    asked: z.boolean(),
    strings: z.boolean(),
    evidence: Evidence,
    kindId: orNull(KindId).meta({ description: "The kind of the catalogue that it was." }),
    askId: orNull(AskId).meta({
      description:
        "From them: the ask that this grants. From me: the ask whose offer this makes good.",
    }),
    corrects: orNull(EntryId).meta({
      description:
        "The entry that this one stands for, since the partner said what it meant to them.",
    }),
  })
  .meta({ id: "Transfer", description: "Something one side did for the other." });
export type Transfer = z.infer<typeof Transfer>;

export const Breach = z
  .strictObject({
    kind: z.literal("breach"),
    ...recorded,
    from: Party,
    to: Party,
    size: z.number().positive(),
    kindId: orNull(KindId),
  })
  .meta({ id: "Breach", description: "One side wronged the other." });
export type Breach = z.infer<typeof Breach>;

export const Closeness = z.enum(["distant", "acquainted", "friendly", "close"]).meta({
  id: "Closeness",
  description: "How close two people were before anything was written down.",
});
export type Closeness = z.infer<typeof Closeness>;

export const Opening = z
  .strictObject({
    kind: z.literal("opening"),
    ...recorded,
    closeness: Closeness,
    given: z.number().min(0).meta({ description: "How I had helped them, in ep." }),
    received: z.number().min(0).meta({ description: "How they had helped me, in ep." }),
  })
  .meta({
    id: "Opening",
    description: "What stood between two people before the ledger began, from memory.",
  });
export type Opening = z.infer<typeof Opening>;

export const Reversal = z
  .strictObject({ kind: z.literal("reversal"), ...recorded, reverses: EntryId })
  .meta({
    id: "Reversal",
    description: "Takes an entry back. It takes effect at the instant of the entry it reverses.",
  });
export type Reversal = z.infer<typeof Reversal>;

export const Entry = z.discriminatedUnion("kind", [Transfer, Breach, Opening, Reversal]).meta({
  id: "Entry",
  description:
    "One line of the ledger. Entries are facts: never refused, never changed, never removed.",
});
export type Entry = z.infer<typeof Entry>;

export const TransferDraft = z
  .strictObject({
    id: EntryId.optional(),
    at: When.optional(),
    from: Party,
    to: Party,
    kindId: KindId.optional().meta({
      description: "A kind of the catalogue. It says the sizes that are left out.",
    }),
    benefit: Benefit.optional(),
    cost: Cost.optional(),
    askId: AskId.optional().meta({
      description: "A granted ask of yours, whose offer this gift makes good.",
    }),
    asked: z.boolean().optional().meta({ description: "The receiver had asked for it." }),
    strings: z
      .boolean()
      .optional()
      .meta({ description: "Given on a condition. Such a gift is a trade: it posts no benefit." }),
    evidence: Evidence.optional(),
    note: text(noteCharactersMax).optional(),
  })
  .meta({
    id: "TransferDraft",
    description: "A gift in either direction, as you write it down. Without `at` it happened now.",
  });
export type TransferDraft = z.infer<typeof TransferDraft>;

export const BreachDraft = z
  .strictObject({
    id: EntryId.optional(),
    at: When.optional(),
    from: Party.meta({ description: "Who wronged." }),
    to: Party.meta({ description: "Who was wronged." }),
    kindId: KindId.optional().meta({
      description: "A breach of the catalogue. It says the size if that is left out.",
    }),
    size: Benefit.optional().meta({ description: "How much it weighed, before it is weighed." }),
    note: text(noteCharactersMax).optional(),
  })
  .meta({ id: "BreachDraft", description: "A wrong in either direction, as you write it down." });
export type BreachDraft = z.infer<typeof BreachDraft>;

export const ConfirmDraft = z
  .strictObject({
    id: EntryId.optional().meta({ description: "Of the entry that will stand for it." }),
    benefit: Cost.meta({ description: "What the receiver says it meant to them." }),
  })
  .meta({
    id: "ConfirmDraft",
    description: "What a gift meant, in the words of the one who received it.",
  });
export type ConfirmDraft = z.infer<typeof ConfirmDraft>;

export const ReversalDraft = z
  .strictObject({ id: EntryId.optional(), note: text(noteCharactersMax).optional() })
  .meta({ id: "ReversalDraft", description: "Why the entry is taken back." });
export type ReversalDraft = z.infer<typeof ReversalDraft>;
