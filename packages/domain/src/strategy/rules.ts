/** How far the six questions are answered: pure functions. Only types are imported. */
import type { SixAnswers, StrategyChange } from "./schema.ts";

/** In the order in which they are asked. */
export const questions = [
  "motivation",
  "purpose",
  "mustHaves",
  "canDos",
  "spheres",
  "vision",
] as const satisfies ReadonlyArray<keyof SixAnswers>;
export type Question = (typeof questions)[number];

export const noAnswers: SixAnswers = {
  motivation: "",
  purpose: "",
  mustHaves: "",
  canDos: "",
  spheres: "",
  vision: "",
};

/** How many questions have an answer. White space is none. */
export const answeredOf = (answers: SixAnswers): number =>
  questions.filter((question) => answers[question].trim() !== "").length;

/** The answers with what was said to change. */
export const answersWith = (answers: SixAnswers, change: StrategyChange): SixAnswers => ({
  ...answers,
  ...Object.fromEntries(Object.entries(change).filter(([, text]) => text !== undefined)),
});

/** The questions whose answers differ. */
export const changedQuestionsOf = (
  before: SixAnswers,
  after: SixAnswers,
): ReadonlyArray<Question> => questions.filter((question) => before[question] !== after[question]);
