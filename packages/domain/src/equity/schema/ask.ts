/** Asks: plans with a state, judged when they are opened (MODEL 2.4). */
import * as z from "zod";
import { orNull } from "../../input/schema.ts";
import { PartnerId } from "../../partner/schema.ts";
import { someText, text } from "../../text/schema.ts";
import { Instant, When } from "../../time/schema.ts";
import { AskCost, Benefit, Cost } from "./amount.ts";
import { noteCharactersMax } from "./entry.ts";
import { AskId, EntryId, KindId } from "./ids.ts";

export const whatCharactersMax = 200;
export const reasonCharactersMax = 500;
export const giftSuggestionsMax = 3;

export const GiftSuggestion = z
  .strictObject({
    what: z.string(),
    cost: z.number().positive().meta({ description: "What it takes from you, in ep." }),
    benefit: z.number().positive().meta({ description: "What it usually means to them, in ep." }),
  })
  .meta({ id: "GiftSuggestion", description: "A gift that would help to earn the ask." });
export type GiftSuggestion = z.infer<typeof GiftSuggestion>;

export const CoverageReason = z
  .enum(["balance", "reserved", "offer", "overdraft", "few-gifts", "recent-ask", "shortfall"])
  .meta({
    id: "CoverageReason",
    description:
      "balance: your standing counts. reserved: open asks hold a part of it. offer: what you offer counts. " +
      "overdraft: an allowance counts. few-gifts: fewer gifts than the policy wants before a first ask. " +
      "recent-ask: the last ask was only days ago. " +
      "shortfall: all of it together is not enough.",
  });
export type CoverageReason = z.infer<typeof CoverageReason>;

export const Coverage = z
  .strictObject({
    verdict: z.enum(["earned", "early", "not-yet"]),
    equity: z.number().meta({ description: "Your standing with the partner, E." }),
    reserved: z.number().meta({ description: "What your open asks hold." }),
    offered: z.number().meta({ description: "What your offer counts for: tau q offer." }),
    needed: z.number().meta({ description: "What the ask needs: sigma lambda cost." }),
    after: z.number().meta({ description: "equity - reserved + offered - needed." }),
    shortfall: z.number().min(0),
    reasons: z.array(CoverageReason).max(7),
    gifts: z
      .array(GiftSuggestion)
      .max(giftSuggestionsMax)
      .meta({ description: "Three smallest gifts that together cover the shortfall." }),
    waitDays: z
      .number()
      .min(0)
      .nullable()
      .meta({ description: "Days until waiting alone covers it. Null: waiting never does." }),
    windowDays: z.number().min(0).nullable().meta({
      description:
        "Days for which it stays covered, when open asks hold what they hold now. 0: it is not. Null: it stays so.",
    }),
    offerNeeded: z.number().min(0).nullable().meta({
      description:
        "The least you would have to offer for it to be covered, by their benefit. Null: no offer covers it.",
    }),
  })
  .meta({
    id: "Coverage",
    description: "Whether an ask is earned, with the arithmetic and what would earn it.",
  });
export type Coverage = z.infer<typeof Coverage>;

export const AskState = z
  .enum(["open", "granted", "declined", "withdrawn", "expired"])
  .meta({ id: "AskState", description: "Only an open ask holds a part of your standing." });
export type AskState = z.infer<typeof AskState>;

export const Ask = z
  .strictObject({
    id: AskId,
    partnerId: PartnerId,
    what: z.string().max(whatCharactersMax * 2),
    kindId: orNull(KindId).meta({ description: "The kind of the catalogue that it is." }),
    cost: z.number().positive(),
    offer: z.number().min(0),
    state: AskState,
    openedAt: Instant,
    expiresAt: Instant.meta({ description: "Without an answer by then, it holds nothing." }),
    closedAt: orNull(Instant),
    reserved: z.number().meta({ description: "What it holds while it is open, in ep." }),
    coverage: Coverage,
    policyVersion: z.int().min(1),
    seq: z
      .int()
      .min(1)
      .meta({ description: "Sequence number of the change at which it was judged." }),
    overrideReason: z.string().nullable(),
    overrides: orNull(AskId),
    entryId: orNull(EntryId).meta({ description: "The transfer that a yes posted." }),
  })
  .meta({ id: "Ask", description: "Something you ask of a partner: a plan, with a state." });
export type Ask = z.infer<typeof Ask>;

export const AskDraft = z
  .strictObject({
    id: AskId.optional(),
    partnerId: PartnerId,
    what: someText(whatCharactersMax),
    kindId: KindId.optional().meta({
      description: "An ask of the catalogue. It says the cost if that is left out.",
    }),
    cost: AskCost.optional(),
    offer: Cost.optional().meta({ description: "What you offer them with it, by their benefit." }),
    overrideReason: someText(reasonCharactersMax)
      .optional()
      .meta({ description: "Ask although it is not earned. The reason is kept." }),
    overrides: AskId.optional().meta({ description: "The refused ask that this one overrides." }),
  })
  .meta({ id: "AskDraft", description: "What you want to ask, before you ask it." });
export type AskDraft = z.infer<typeof AskDraft>;

export const AskQuestion = AskDraft.pick({
  partnerId: true,
  kindId: true,
  cost: true,
  offer: true,
}).meta({
  id: "AskQuestion",
  description: "May I ask this?",
});
export type AskQuestion = z.infer<typeof AskQuestion>;

export const GrantDraft = z
  .strictObject({
    entryId: EntryId.optional(),
    at: When.optional(),
    benefit: Benefit.optional().meta({
      description: "What it meant to you. Without it: the cost.",
    }),
    cost: AskCost.optional().meta({
      description: "What it took in the end. Without it: as asked.",
    }),
    note: text(noteCharactersMax).optional(),
  })
  .meta({ id: "GrantDraft", description: "They said yes, and did it." });
export type GrantDraft = z.infer<typeof GrantDraft>;

export const ProjectionQuestion = z
  .strictObject({
    ...AskQuestion.shape,
    gift: Benefit.optional().meta({ description: "What you would give now, by their benefit." }),
    on: When.optional().meta({ description: "The day on which you would like to ask." }),
  })
  .meta({ id: "ProjectionQuestion", description: "If I give this now, when may I ask that?" });
export type ProjectionQuestion = z.infer<typeof ProjectionQuestion>;

export const Projection = z
  .strictObject({
    coverage: Coverage.meta({ description: "The verdict right after the gift." }),
    earnedFrom: orNull(Instant).meta({
      description: "From when on it may be asked, with room after your last ask. Null: never.",
    }),
    earnedUntil: orNull(Instant).meta({
      description: "Until when. Null: it stays earned, or never is.",
    }),
    giveNow: z.number().min(0).nullable().meta({
      description:
        "The gift that would have to be made now, by its benefit, so that the ask is earned on the day. Null: no day was given, or guesses count for nothing.",
    }),
  })
  .meta({ id: "Projection", description: "What a gift today would make possible, and when." });
export type Projection = z.infer<typeof Projection>;
