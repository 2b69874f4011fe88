/** What Today reads, and how a card leaves it at once. */
import type { Today, TodayCard } from "@comity/domain/today/schema";
import { type QueryClient, useQuery } from "@tanstack/react-query";
import { workspace } from "../../workspace/client.ts";
import { keys } from "../../workspace/keys.ts";
import { type Effort, efforts } from "./effort.ts";

/** Told stale with the moves: whatever changes them changes the day. */
export const todayKey = [...keys.moves, "today"] as const;

const cardsRead = 50;
const keptMs = 30 * 60_000;

/** Read anew whenever the page is shown: what was just done is not proposed again. */
export const useToday = (effort: Effort) =>
  useQuery({
    queryKey: [...todayKey, effort],
    queryFn: ({ signal }) =>
      workspace.today.read({ budget: efforts[effort].budgetEp, limit: cardsRead }, signal),
    staleTime: 0,
    gcTime: keptMs,
    placeholderData: (before) => before,
  });

export const refreshToday = (client: QueryClient): Promise<void> =>
  client.invalidateQueries({ queryKey: todayKey });

/** Takes a card off the list before the write is through. */
export const hideCard = async (client: QueryClient, { key }: TodayCard): Promise<void> => {
  // An answer that is on its way would bring it back.
  await client.cancelQueries({ queryKey: todayKey });
  client.setQueriesData<Today>({ queryKey: todayKey }, (today) =>
    today === undefined
      ? today
      : { ...today, cards: today.cards.filter((card) => card.key !== key) },
  );
};
