/** What things are worth: sizes as people say them, or numbers of ep (MODEL 2.1). */
import * as z from "zod";

export const amountEpMax = 8100;

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
