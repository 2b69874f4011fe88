/** What was offered with an ask and is not yet made good. */
import type { Ask, Entry } from "@comity/domain/equity/schema";
import { factLines } from "../account/factLines.ts";

/** Granted asks with an offer for which no gift stands yet, newest first as they come. */
export const offersLeft = (
  asks: ReadonlyArray<Ask>,
  entries: ReadonlyArray<Entry>,
): ReadonlyArray<Ask> => {
  const madeGood = new Set(
    factLines(entries).flatMap(({ fact, state }) =>
      fact.kind === "transfer" && fact.from === "me" && state === "stands" ? [fact.askId] : [],
    ),
  );
  return asks.filter(({ id, state, offer }) => {
    const isPromised = state === "granted" && offer > 0;
    return isPromised && !madeGood.has(id);
  });
};
