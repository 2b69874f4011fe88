/** What you want of partnering: six questions about yourself, before any partner (MODEL 5.1). Plain zod. */
import * as z from "zod";
import { orNull } from "../input/schema.ts";
import { text } from "../text/schema.ts";
import { Instant } from "../time/schema.ts";

export const answerCharactersMax = 2_000;

/** In the order in which they are asked. No question speaks of a partner: it begins with you. */
export const SixAnswers = z
  .strictObject({
    motivation: text(answerCharactersMax).meta({ description: "What partnering means to you." }),
    purpose: text(answerCharactersMax).meta({ description: "Why it matters now." }),
    mustHaves: text(answerCharactersMax).meta({ description: "What you have, and what you lack." }),
    canDos: text(answerCharactersMax).meta({
      description: "What you can invest, and where you can give way.",
    }),
    spheres: text(answerCharactersMax).meta({ description: "Where you want to be of use." }),
    vision: text(answerCharactersMax).meta({ description: "What is different once it worked." }),
  })
  .meta({ id: "SixAnswers", description: "Six answers about yourself; empty: not answered yet." });
export type SixAnswers = z.infer<typeof SixAnswers>;

export const StrategyChange = SixAnswers.partial().meta({
  id: "StrategyChange",
  description: "Answers that are absent stay as they are; an empty text clears.",
});
export type StrategyChange = z.infer<typeof StrategyChange>;

export const Strategy = z
  .strictObject({
    answers: SixAnswers,
    answered: z.int().min(0).max(6),
    version: z
      .int()
      .min(0)
      .meta({ description: "Grows by one with every change; 0: never answered." }),
    changedAt: orNull(Instant),
  })
  .meta({ id: "Strategy", description: "Your answers to the six questions." });
export type Strategy = z.infer<typeof Strategy>;
