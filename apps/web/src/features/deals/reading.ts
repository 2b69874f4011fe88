/** The asks that wait for an answer, with everybody. */
import type { AskWithPartner } from "@comity/client";
import { useInfiniteQuery } from "@tanstack/react-query";
import { workspace } from "../../workspace/client.ts";
import { keys } from "../../workspace/keys.ts";

/** Told stale with the moves: whatever answers an ask changes them. */
const underWayKey = [...keys.moves, "under way"] as const;

export type { AskWithPartner };

const asksPerPage = 50;

export const useUnderWay = () =>
  useInfiniteQuery({
    queryKey: underWayKey,
    queryFn: ({ pageParam, signal }) =>
      workspace.asks.all(
        { state: "open", limit: asksPerPage, ...(pageParam === null ? {} : { cursor: pageParam }) },
        signal,
      ),
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextCursor }) => nextCursor,
    staleTime: 0,
  });
