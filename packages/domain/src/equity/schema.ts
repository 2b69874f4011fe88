/**
 * The shapes of relationship equity (MODEL section 2). Plain zod: nothing here needs Effect.
 *
 * Every value is JSON as it stands, so one schema serves memory, wire, storage and forms.
 * Amounts are in ep: 1 ep is the worth of five minutes of effort (MODEL 2.1).
 */
import * as z from "zod";
import { uuidV7 } from "../identity/schema.ts";
import { orNull } from "../input/schema.ts";
import { PartnerId } from "../partner/schema.ts";
import { someText, text } from "../text/schema.ts";
import { Instant, When } from "../time/schema.ts";

export const noteCharactersMax = 500;
export const whatCharactersMax = 200;
export const reasonCharactersMax = 500;
export const amountEpMax = 8100;
export const samplesMax = 500;
export const giftSuggestionsMax = 3;

export const EntryId = uuidV7.brand("EntryId").meta({
  id: "EntryId",
  description: "Names one entry of the ledger.",
});
export type EntryId = z.infer<typeof EntryId>;

export const AskId = uuidV7.brand("AskId").meta({
  id: "AskId",
  description: "Names one ask, opened or refused.",
});
export type AskId = z.infer<typeof AskId>;

export const Size = z.enum(["XS", "S", "M", "L", "XL"]).meta({
  id: "Size",
  description:
    "XS five minutes (1 ep), S a quarter of an hour (3), M three quarters (9), L half a morning (27), XL a day (81).",
});
export type Size = z.infer<typeof Size>;

/** JSON can carry a negative zero, which would print and compare oddly ever after. */
const isPlainZero = (value: number): boolean => !Object.is(value, -0);

const ep = z.number().max(amountEpMax).refine(isPlainZero, { error: "Write 0 without a sign." });

const sizeOrEp = { error: `A size (XS, S, M, L, XL) or a number of ep, at most ${amountEpMax}.` };

export const Benefit = z.union([Size, ep.gt(0)], sizeOrEp).meta({
  id: "Benefit",
  description: "What it means to the receiver: a size, or a number of ep.",
});
export type Benefit = z.infer<typeof Benefit>;

export const Cost = z
  .union([Size, ep.min(0)], sizeOrEp)
  .meta({ id: "Cost", description: "What it takes from the giver: a size, or a number of ep." });
export type Cost = z.infer<typeof Cost>;

export const AskCost = z.union([Size, ep.gt(0)], sizeOrEp).meta({
  id: "AskCost",
  description: "What saying yes takes from the partner: a size, or a number of ep.",
});
export type AskCost = z.infer<typeof AskCost>;

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

export const PolicyPreset = z.enum(["partner", "cautious", "one-off", "close"]).meta({
  id: "PolicyPreset",
  description:
    "partner: a year's memory, full credit. cautious: goodwill fades in months, and a guess counts for less. " +
    "one-off: fades within weeks. close: lasts for years.",
});
export type PolicyPreset = z.infer<typeof PolicyPreset>;

export const EquityPolicy = z
  .strictObject({
    preset: PolicyPreset,
    halfLifeDays: z.number().positive().max(36_500),
    interestRatio: z.number().min(0).max(1),
    askWeight: z.number().positive().max(100),
    breachWeight: z.number().positive().max(100),
    q: z.strictObject({
      observed: z.number().min(0).max(2),
      stated: z.number().min(0).max(2),
      estimated: z.number().min(0).max(2),
    }),
    overdraft: z.number().min(0).max(amountEpMax),
    slack: z.number().positive().max(10),
    grace: z.number().min(0).max(1).meta({
      description:
        "A shortfall up to this many ep is none: a gift is not a moment too old at once.",
    }),
    giftsBeforeFirstAsk: z.int().min(0).max(100),
    trustHalfLifeDays: z.number().positive().max(36_500),
    declinedAskShare: z.number().min(0).max(1).meta({
      description: "How much of what an ask held stays used after a no.",
    }),
    daysBetweenAsks: z.number().min(0).max(3650),
    askExpiryDays: z
      .number()
      .min(1)
      .max(3650)
      .meta({ description: "An ask without an answer for so long holds nothing any more." }),
    cadenceDays: z
      .number()
      .min(1)
      .max(3650)
      .meta({ description: "How often the two of you want to hear from each other." }),
    answersBeforeLearning: z
      .int()
      .min(1)
      .max(1000)
      .meta({ description: "From so many answers on, the slack is what they taught." }),
    activeCircleMax: z.int().min(1).max(150),
    newProspectShare: z
      .number()
      .min(0)
      .max(1)
      .meta({ description: "The part of a giving budget that goes to people you are new to." }),
  })
  .meta({
    id: "EquityPolicy",
    description:
      "The constants of the model: how fast goodwill fades, what a standing balance earns, " +
      "how much heavier an ask weighs than a gift, how far evidence counts.",
  });
export type EquityPolicy = z.infer<typeof EquityPolicy>;

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
    askId: orNull(AskId),
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
  })
  .meta({ id: "Breach", description: "One side wronged the other." });
export type Breach = z.infer<typeof Breach>;

export const Reversal = z
  .strictObject({ kind: z.literal("reversal"), ...recorded, reverses: EntryId })
  .meta({
    id: "Reversal",
    description: "Takes an entry back. It takes effect at the instant of the entry it reverses.",
  });
export type Reversal = z.infer<typeof Reversal>;

export const Entry = z.discriminatedUnion("kind", [Transfer, Breach, Reversal]).meta({
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
    benefit: Benefit,
    cost: Cost,
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

export const ReversalDraft = z
  .strictObject({ id: EntryId.optional(), note: text(noteCharactersMax).optional() })
  .meta({ id: "ReversalDraft", description: "Why the entry is taken back." });
export type ReversalDraft = z.infer<typeof ReversalDraft>;

export const GiftSuggestion = z
  .strictObject({
    what: z.string(),
    cost: z.number().positive().meta({ description: "What it takes from you, in ep." }),
    benefit: z.number().positive().meta({ description: "What it usually means to them, in ep." }),
  })
  .meta({ id: "GiftSuggestion", description: "A gift that would help to earn the ask." });
export type GiftSuggestion = z.infer<typeof GiftSuggestion>;

export const CoverageReason = z
  .enum(["balance", "reserved", "offer", "overdraft", "few-gifts", "shortfall"])
  .meta({
    id: "CoverageReason",
    description:
      "balance: your standing counts. reserved: open asks hold a part of it. offer: what you offer counts. " +
      "overdraft: an allowance counts. few-gifts: fewer gifts than the policy wants before a first ask. " +
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
    reasons: z.array(CoverageReason).max(6),
    gifts: z
      .array(GiftSuggestion)
      .max(giftSuggestionsMax)
      .meta({ description: "Three smallest gifts that together cover the shortfall." }),
    waitDays: z
      .number()
      .min(0)
      .nullable()
      .meta({ description: "Days until waiting alone covers it. Null: waiting never does." }),
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
    cost: z.number().positive(),
    offer: z.number().min(0),
    state: AskState,
    openedAt: Instant,
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
    cost: AskCost,
    offer: Cost.optional().meta({ description: "What you offer them with it, by their benefit." }),
    overrideReason: someText(reasonCharactersMax)
      .optional()
      .meta({ description: "Ask although it is not earned. The reason is kept." }),
    overrides: AskId.optional().meta({ description: "The refused ask that this one overrides." }),
  })
  .meta({ id: "AskDraft", description: "What you want to ask, before you ask it." });
export type AskDraft = z.infer<typeof AskDraft>;

export const AskQuestion = AskDraft.pick({ partnerId: true, cost: true, offer: true }).meta({
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

export const Statement = z
  .strictObject({
    partnerId: PartnerId,
    at: Instant,
    principal: z.number().meta({ description: "P: what is left of gifts less asks." }),
    interest: z.number().meta({ description: "I: the extra that a standing balance earned." }),
    equity: z.number().meta({ description: "E = P + I." }),
    reserved: z
      .number()
      .meta({ description: "What your open asks hold now, whatever instant was asked for." }),
    capacity: z
      .number()
      .min(0)
      .meta({ description: "The largest ask that is earned, in ep of cost to them." }),
    gifts: z
      .int()
      .min(0)
      .meta({ description: "Gifts from you that were not asked for and still stand." }),
    firstAsk: z.boolean().meta({ description: "You have never asked this partner for anything." }),
    trust: z.number().min(0).max(1),
    policy: EquityPolicy,
    policyVersion: z.int().min(1),
  })
  .meta({
    id: "Statement",
    description: "Your account with one partner at an instant.",
  });
export type Statement = z.infer<typeof Statement>;

export const Standing = z
  .strictObject({
    partnerId: PartnerId,
    equity: z.number(),
    reserved: z.number(),
    capacity: z.number().min(0),
    gifts: z.int().min(0),
    lastEntryAt: orNull(Instant).meta({ description: "When the newest entry happened." }),
  })
  .meta({ id: "Standing", description: "Where you stand with a partner now, in short." });
export type Standing = z.infer<typeof Standing>;

export const StatementPoint = z
  .strictObject({
    at: Instant,
    principal: z.number(),
    interest: z.number(),
    equity: z.number(),
    entryId: orNull(EntryId).meta({ description: "The entry that made this step." }),
  })
  .meta({ id: "StatementPoint", description: "One point of the curve." });
export type StatementPoint = z.infer<typeof StatementPoint>;

export const StatementSeries = z
  .strictObject({
    partnerId: PartnerId,
    from: Instant,
    to: Instant,
    points: z.array(StatementPoint).meta({
      description:
        "In time order. Entries of one instant are one step: a point before it, a point after.",
    }),
  })
  .meta({ id: "StatementSeries", description: "Your account with one partner as a curve." });
export type StatementSeries = z.infer<typeof StatementSeries>;
