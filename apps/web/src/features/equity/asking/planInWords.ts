/** An ask on a later day, in sentences: what to give now, and from when until when that earns it. */
import { amountInWords } from "@comity/domain/equity/rules";
import type { Projection } from "@comity/domain/equity/schema";
import { dayInWords, dayMs, msOf, plainDateInWords } from "../../../ui/clock.ts";

/** "about" once, where the nearest thing that people say has it already. */
const roughly = (ep: number): string => `about ${amountInWords(ep).replace(/^about /, "")}`;

/** Below this there are no words for it: any gift is more. */
const tinyEp = 0.5;

/** What to give now, so that the ask is earned on the day. */
export const giveNowInWords = (
  { giveNow }: Pick<Projection, "giveNow">,
  { on, name }: { readonly on: string; readonly name: string },
): string => {
  const day = plainDateInWords(on);
  if (giveNow === null) return "Guesses count for nothing here, so no gift can be planned.";
  if (giveNow === 0) return `On ${day} it is earned without another gift.`;
  if (giveNow < tinyEp) return `To ask on ${day}, one small gift now is enough.`;
  return `To ask on ${day}, give now what means ${roughly(giveNow)} to ${name}.`;
};

interface Span {
  /** The chosen day, as a calendar has it. */
  readonly on: string;
  readonly nowMs: number;
}

/** From when until when the ask is earned with a gift made now, and whether the chosen day is among it. */
export const spanInWords = (
  { coverage, earnedFrom, earnedUntil }: Omit<Projection, "giveNow">,
  { on, nowMs }: Span,
): string => {
  if (earnedFrom === null) return "With that gift alone it is not earned yet.";
  const state = coverage.verdict === "early" ? "possible, but early," : "earned";
  const fromMs = msOf(earnedFrom);
  const from = fromMs <= nowMs + dayMs ? "from now" : `from ${dayInWords(fromMs)}`;
  if (earnedUntil === null) return `With that gift it is ${state} ${from} on.`;
  const until = dayInWords(msOf(earnedUntil));
  const span = `With that gift it is ${state} ${from} until ${until}.`;
  return msOf(`${on}T12:00`) > msOf(earnedUntil)
    ? `${span} For ${plainDateInWords(on)} it takes more.`
    : span;
};
