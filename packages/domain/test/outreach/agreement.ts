/** How far the rules agree with careful readers: counted by asks, over a set of messages. */
import { asksIn } from "@comity/domain/outreach/rules";
import type { Message } from "./messages.ts";

export const agreementOn = (messages: ReadonlyArray<Message>) => {
  const missed: Array<string> = [];
  const invented: Array<string> = [];
  const misjudged: Array<string> = [];
  let found = 0;
  for (const { text, asks } of messages) {
    const answers = asksIn(text);
    for (const { says, cost, kindId } of asks) {
      const answer = answers.find((each) => each.text.includes(says));
      if (answer === undefined) missed.push(says);
      else found++;
      if (answer === undefined) continue;
      const isSized = cost === undefined || answer.cost === cost;
      const isKind = kindId === undefined || answer.kindId === kindId;
      if (!isSized || !isKind) misjudged.push(`${says} => ${answer.cost} ${answer.kindId}`);
    }
    for (const answer of answers) {
      if (!asks.some(({ says }) => answer.text.includes(says))) invented.push(answer.text);
    }
  }
  const precision = found / (found + invented.length);
  const recall = found / (found + missed.length);
  return { precision, recall, found, missed, invented, misjudged };
};
