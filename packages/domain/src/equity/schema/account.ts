/** Where you stand: the account as a sum, as a curve, and in short. */
import * as z from "zod";
import { orNull } from "../../input/schema.ts";
import { PartnerId } from "../../partner/schema.ts";
import { Instant } from "../../time/schema.ts";
import { EntryId } from "./ids.ts";
import { EquityPolicy } from "./policy.ts";

export const samplesMax = 500;
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
      .meta({ description: "Gifts from you that were not asked for and still stand, as of now." }),
    firstAsk: z.boolean().meta({ description: "You have never asked this partner for anything." }),
    trust: z.number().min(0).max(1).meta({
      description: "How far an offer of yours counts; of an instant that has passed, now.",
    }),
    lastAskAt: orNull(Instant).meta({ description: "When you last asked; null: never." }),
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
