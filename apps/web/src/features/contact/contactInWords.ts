/** How two were in touch, as one says it. */
import type { Contact, ContactBy, ContactMeans } from "@comity/domain/contact/schema";
import { dayInWords, dayMs, msOf, nowMs } from "../../ui/clock.ts";

export const meansInWords: Readonly<Record<ContactMeans, string>> = {
  met: "Met",
  called: "Called",
  wrote: "Wrote",
  other: "Otherwise",
};

export const byInWords = (by: ContactBy, name: string): string =>
  by === "me" ? "I reached out" : by === "them" ? `${name} did` : "Both of us";

/** "You wrote", "Ana called", "You met" */
export const contactInWords = (
  { means, by }: Pick<Contact, "means" | "by">,
  name: string,
): string => {
  if (means === "met") return by === "both" ? "You met" : `You met, ${asWhoseWish(by, name)}`;
  const both = {
    called: "You talked",
    wrote: "You wrote to each other",
    other: "In touch",
  } as const;
  if (by === "both") return both[means];
  const who = by === "me" ? "You" : name;
  return means === "other" ? `${who} got in touch` : `${who} ${means}`;
};

const asWhoseWish = (by: ContactBy, name: string): string =>
  by === "me" ? "as you had asked" : `as ${name} had asked`;

/** The day after which a word is due again; today where that has passed. */
export const nextContactMs = (lastMs: number, cadenceDays: number): number =>
  lastMs + cadenceDays * dayMs;

/** "Next: around 24 December 2026", or that it is time now. */
export const nextInWords = (lastMs: number, cadenceDays: number, atMs = nowMs()): string => {
  const nextMs = nextContactMs(lastMs, cadenceDays);
  return nextMs <= atMs ? "a word would be timely now" : `next: around ${dayInWords(nextMs)}`;
};

/** The later of the last contact that is known and one that is being written down. */
export const laterOf = (lastContactAt: string | null, atMs: number): number =>
  lastContactAt === null ? atMs : Math.max(msOf(lastContactAt), atMs);
