/** The six questions about yourself, in plain words. None of them speaks of anybody else by name. */
import type { SixAnswers } from "@comity/domain/strategy/schema";

/** As the schema has it, which the page imports as types only. */
export const answerCharactersMax = 2_000;

export type Question = keyof SixAnswers;

interface Asked {
  readonly question: Question;
  readonly asks: string;
  readonly help: string;
}

export const asked: ReadonlyArray<Asked> = [
  {
    question: "motivation",
    asks: "What does partnering mean to you?",
    help: "Reach, company, learning, being heard, closing a gap: say what draws you to it.",
  },
  {
    question: "purpose",
    asks: "Why does it matter now?",
    help: "Is it about staying alive, or about gaining speed? And why this year?",
  },
  {
    question: "mustHaves",
    asks: "What do you have, and what do you lack?",
    help: "The few things without which it does not work, whether they are there or still missing.",
  },
  {
    question: "canDos",
    asks: "What can you put in, and where can you give way?",
    help: "Time, money, knowledge, your name; and what may turn out differently than you would do it.",
  },
  {
    question: "spheres",
    asks: "Where do you want to be of use?",
    help: "One to three places, fields or points where a little moves a lot. Fewer are easier to tend.",
  },
  {
    question: "vision",
    asks: "What is different once it has worked?",
    help: "For whom, and how somebody who does not know you would notice.",
  },
];

export const progressInWords = (answered: number): string =>
  [
    "None of six answered",
    "One of six answered",
    "Two of six answered",
    "Three of six answered",
    "Four of six answered",
    "Five of six answered",
    "All six answered",
  ][answered] ?? "";
