/** Readings of a relationship beside its balance: both directions, rhythm, trust, and what is worth doing (MODEL 2.5). */
import * as z from "zod";
import { orNull } from "../../input/schema.ts";
import { PartnerId } from "../../partner/schema.ts";
import { Instant } from "../../time/schema.ts";

export const movesMax = 100;

export const RelationshipReading = z
  .strictObject({
    partnerId: PartnerId,
    at: Instant,
    reciprocity: z.strictObject({
      given: z.number().meta({ description: "What you gave, by their benefit, faded to now." }),
      received: z.number().meta({ description: "What they gave, by your benefit, faded to now." }),
      index: z
        .number()
        .min(-1)
        .max(1)
        .meta({ description: "(given - received) / (given + received)." }),
      oneSided: orNull(z.enum(["me", "them"])).meta({ description: "Who gives nearly alone." }),
    }),
    cameBack: z.strictObject({
      unasked: z.number().meta({ description: "What they did unasked, faded to now." }),
      share: orNull(z.number()).meta({ description: "Of what you gave. Null: you gave nothing." }),
    }),
    rhythm: z.strictObject({
      contacts: z.int().min(0),
      lastContactAt: orNull(Instant),
      cadenceDays: z.number(),
      silence: orNull(z.number()).meta({
        description: "Days since the last contact, over the cadence.",
      }),
      chance: orNull(z.number()).meta({
        description: "How likely so long a silence is at this cadence.",
      }),
      learnedChance: orNull(z.number()).meta({
        description: "The same, at the rhythm that the two of you had so far.",
      }),
      state: orNull(z.enum(["ok", "due", "late", "hiding"])),
      streak: z
        .int()
        .min(0)
        .meta({ description: "Contacts in a row without a long gap, up to now." }),
    }),
    tenure: z.strictObject({
      since: orNull(Instant),
      days: z.number().min(0),
    }),
    trust: z.strictObject({
      kept: z.number().meta({ description: "Promises you kept, faded to now." }),
      broken: z.number(),
      trust: z.number().min(0).max(1),
    }),
    balance: z.strictObject({
      deposits: z.number().meta({ description: "Gifts, counted and faded." }),
      negatives: z.number().meta({ description: "Asks and wrongs, counted and faded." }),
      ratio: orNull(z.number()),
      band: z.enum(["strong", "mixed", "strained"]),
    }),
    asks: z.strictObject({
      open: z.int().min(0),
      granted: z.int().min(0),
      declined: z.int().min(0),
      lastAt: orNull(Instant),
      nextFrom: orNull(Instant).meta({ description: "With room after the last ask." }),
    }),
  })
  .meta({
    id: "RelationshipReading",
    description: "How the two of you stand apart from the balance. It never says who owes whom.",
  });
export type RelationshipReading = z.infer<typeof RelationshipReading>;

export const MoveKind = z
  .enum(["ask", "give", "first-gift", "keep-in-touch", "stop-asking"])
  .meta({ id: "MoveKind", description: "What is worth doing with a partner." });
export type MoveKind = z.infer<typeof MoveKind>;

export const MoveReason = z
  .enum([
    "earned",
    "ladder",
    "window-closing",
    "new-prospect",
    "needs-second-gift",
    "builds-towards-ask",
    "asked-recently",
    "ask-is-open",
    "silence",
    "low-yield",
  ])
  .meta({
    id: "MoveReason",
    description:
      "earned: the ask is covered. ladder: it is larger than any they granted. window-closing: it is not covered for much longer. " +
      "new-prospect: a first gift. needs-second-gift: fewer gifts than a first ask wants. builds-towards-ask: the next ask is not covered yet. " +
      "asked-recently: it is too soon for another ask. ask-is-open: they have not answered one yet. " +
      "silence: the two of you were not in touch for longer than you want. low-yield: what they granted brought less than went in.",
  });
export type MoveReason = z.infer<typeof MoveReason>;

export const Move = z
  .strictObject({
    kind: MoveKind,
    partnerId: PartnerId,
    cost: z.number().min(0).meta({ description: "What it takes from you, in ep." }),
    size: z.number().min(0).meta({
      description: "What a gift usually means to them, or what a yes would cost them, in ep.",
    }),
    because: z.array(MoveReason).max(10),
  })
  .meta({ id: "Move", description: "Something worth doing now." });
export type Move = z.infer<typeof Move>;

export const MoveList = z
  .strictObject({
    at: Instant,
    budget: z.number().min(0).meta({ description: "What they may cost you together, in ep." }),
    policyVersion: z.int().min(1),
    moves: z.array(Move).max(movesMax).meta({ description: "The best first." }),
  })
  .meta({ id: "MoveList", description: "What is worth doing now, and why." });
export type MoveList = z.infer<typeof MoveList>;
