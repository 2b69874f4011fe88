/** What a change of many does, while it runs, and after. */
import type { Plain } from "@comity/domain/input/plain";
import type { BulkChange } from "@comity/domain/partner/schema";
import { cadenceInWords } from "../../settings/policyInWords.ts";
import { circleNameInWords, inFigures, partnersInWords } from "./listInWords.ts";

export type Change = Plain<BulkChange>;

const listed = (words: ReadonlyArray<string>): string =>
  words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} and ${words.at(-1)}`;

const taggedInWords = ({ addTags = [], removeTags = [] }: Change): string => {
  const parts = [
    ...(addTags.length === 0 ? [] : [`now carry ${listed(addTags)}`]),
    ...(removeTags.length === 0 ? [] : [`no longer carry ${listed(removeTags)}`]),
  ];
  return parts.join(" and ");
};

const circleInWords = (circle: NonNullable<Change["circle"]>): string => {
  const name = circleNameInWords[`${circle}`];
  return `${name.charAt(0).toLowerCase()}${name.slice(1)}`;
};

const doneInWords = (change: Change): string => {
  if (change.archived !== undefined) {
    return change.archived ? "are archived" : "are back in use";
  }
  if (change.circle !== undefined) {
    return change.circle === null
      ? "are in no circle"
      : `are in ${withArticle(circleInWords(change.circle))}`;
  }
  if (change.cadenceDays !== undefined) {
    return change.cadenceDays === null
      ? "are in touch as their circle has it"
      : `are due ${cadenceInWords(change.cadenceDays)}`;
  }
  return taggedInWords(change);
};

const withArticle = (name: string): string => (name.startsWith("the ") ? name : `the ${name}`);

/** "8,000 partners now carry Berlin." */
export const changedInWords = (partners: number, change: Change): string => {
  const sentence = `${partnersInWords(partners)} ${doneInWords(change)}.`;
  return partners === 1
    ? sentence
        .replace(" are ", " is ")
        .replace(" now carry ", " now carries ")
        .replace(" no longer carry ", " no longer carries ")
        .replace("and no longer carry ", "and no longer carries ")
        .replace("their circle has", "the circle has")
    : sentence;
};

export const runningInWords = (done: number, all: number): string =>
  all === 0
    ? "Looking up whom you chose…"
    : `Changing ${partnersInWords(all)}…${done === 0 ? "" : ` ${inFigures(done)} are done.`}`;

/** It stopped in the middle: what stands, and what went wrong. */
export const stoppedInWords = (done: number, all: number, trouble: string): string =>
  done === 0 ? trouble : `${inFigures(done)} of ${inFigures(all)} are changed. ${trouble}`;
