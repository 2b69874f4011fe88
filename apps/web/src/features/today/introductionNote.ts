/** A short note that brings two people together, to be sent as it is or changed before. */
import type { IntroductionCard } from "@comity/domain/today/schema";
import { shortNameOf } from "../equity/words.ts";

const fullStop = (words: string): string => (/[.!?…]$/.test(words) ? words : `${words}.`);

const from = ({ name, organisation }: IntroductionCard["one"]): string =>
  organisation === "" ? name : `${name} of ${organisation}`;

export const introductionNote = ({ one, other, forOne, forOther }: IntroductionCard): string => {
  const [a, b] = [shortNameOf(one.name), shortNameOf(other.name)];
  return [
    `Dear ${a}, dear ${b},`,
    `I think the two of you should know each other: ${from(one)}, and ${from(other)}.`,
    `${a} would like this: ${fullStop(forOne.goal.what)} ${b} can help with it: ${fullStop(forOne.offer)}`,
    `${b} would like this: ${fullStop(forOther.goal.what)} ${a} can help with it: ${fullStop(forOther.offer)}`,
    "I leave the two of you to it.",
  ].join("\n\n");
};
