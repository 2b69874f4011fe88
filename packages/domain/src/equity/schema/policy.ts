/** The constants that verdicts are judged by (MODEL 2.2), and what answers teach about them (MODEL 2.6). */
import * as z from "zod";
import { orNull } from "../../input/schema.ts";
import { Instant } from "../../time/schema.ts";
import { amountEpMax } from "./amount.ts";

/** Less than this is no memory and no weight, and would make what is divided by it endless. */
const constantMin = 0.01;

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
    halfLifeDays: z.number().min(constantMin).max(36_500),
    interestRatio: z.number().min(0).max(1),
    askWeight: z.number().min(constantMin).max(100),
    breachWeight: z.number().min(constantMin).max(100),
    q: z.strictObject({
      observed: z.number().min(0).max(2),
      stated: z.number().min(0).max(2),
      estimated: z.number().min(0).max(2),
    }),
    overdraft: z.number().min(0).max(amountEpMax),
    slack: z.number().min(constantMin).max(10),
    grace: z.number().min(0).max(1).meta({
      description:
        "A shortfall up to this many ep is none: a gift is not a moment too old at once.",
    }),
    giftsBeforeFirstAsk: z.int().min(0).max(100),
    trustHalfLifeDays: z.number().min(constantMin).max(36_500),
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

export const Learned = z
  .strictObject({
    answers: z.int().min(0).meta({ description: "How many asks were answered with yes or no." }),
    yes: z.int().min(0),
    slack: z.number().positive().meta({ description: "What the answers say about sigma." }),
    confirmed: z.int().min(0).meta({ description: "How many guesses a partner put right." }),
    logRatioSum: z.number().meta({ description: "Sum of ln(stated / estimated) over these." }),
  })
  .meta({ id: "Learned", description: "What your own history teaches (MODEL 2.6)." });
export type Learned = z.infer<typeof Learned>;

/** What may be set; the slack and the credit of guesses start here, and are learned from then on. */
const settable = EquityPolicy.omit({ preset: true, q: true }).partial().shape;

export const PolicyChoice = z
  .strictObject({
    preset: PolicyPreset,
    ...settable,
    q: EquityPolicy.shape.q.partial().optional(),
  })
  .meta({ id: "PolicyChoice", description: "A preset, with what is to differ from it." });
export type PolicyChoice = z.infer<typeof PolicyChoice>;

export const PolicyReading = z
  .strictObject({
    chosen: EquityPolicy.meta({ description: "As it was chosen." }),
    effective: EquityPolicy.meta({ description: "With what was learned: verdicts use this one." }),
    learned: Learned,
    isOwn: z.boolean().meta({ description: "A relationship: chosen for it, not the workspace's." }),
    version: z.int().min(0).meta({ description: "Of the choice. 0: none was made here." }),
    policyVersion: z.int().min(1).meta({ description: "Of choices and learning together." }),
    changedAt: orNull(Instant),
  })
  .meta({ id: "PolicyReading", description: "What verdicts are judged by, and why." });
export type PolicyReading = z.infer<typeof PolicyReading>;
