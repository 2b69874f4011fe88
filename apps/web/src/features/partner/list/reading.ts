/** What the list reads. Writes keep it true, so it is not read again by itself. */
import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { useEffect, useMemo, useState } from "react";
import { workspace } from "../../../workspace/client.ts";
import { keys } from "../../../workspace/keys.ts";
import { addressOf, filterOf, type Shown } from "./shown.ts";

const partnersPerPage = 100;
const keptMs = 30 * 60_000;

/** Page after page, as far as somebody scrolled. */
export const useListed = (shown: Shown) => {
  const { data, ...rest } = useInfiniteQuery({
    queryKey: keys.partnersListed(addressOf(shown)),
    queryFn: ({ pageParam, signal }) =>
      workspace.partners.list(
        {
          ...shown,
          limit: partnersPerPage,
          ...(pageParam === null ? {} : { cursor: pageParam }),
        },
        signal,
      ),
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextCursor }) => nextCursor,
    staleTime: keptMs,
    gcTime: keptMs,
    // Comparing all pages with themselves after each one would take longer than reading it.
    structuralSharing: false,
    // What was found before stays on screen while the next letters are looked up.
    placeholderData: (before) => before,
  });
  const pages = data?.pages;
  const partners = useMemo(() => pages?.flatMap((page) => page.data), [pages]);
  return { ...rest, partners };
};

/** How many there were when it was last said: the place of a list is held while it is read anew. */
const counts = new Map<string, number>();

export const useFoundCount = (shown: Shown): number | undefined => {
  const address = addressOf(filterOf(shown));
  const { data } = useQuery({
    queryKey: keys.partnersCounted(address),
    queryFn: async ({ signal }) => {
      const count = await workspace.partners.count(filterOf(shown), signal);
      counts.set(address, count);
      return count;
    },
    staleTime: keptMs,
    gcTime: keptMs,
    placeholderData: (before) => before,
  });
  return data ?? counts.get(address);
};

export const useTags = () =>
  useQuery({
    queryKey: keys.tags,
    queryFn: ({ signal }) => workspace.partners.tags(signal),
  });

export const useCircles = () =>
  useQuery({
    queryKey: keys.circles,
    queryFn: ({ signal }) => workspace.partners.circles(signal),
  });

const pairsRestMs = 4_000;

/** How many pairs may be one. Everybody is compared for it, so it is asked seldom, and not at once. */
export const usePairCount = () => {
  const [isRested, setRested] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setRested(true), pairsRestMs);
    return () => clearTimeout(timer);
  }, []);
  return useQuery({
    queryKey: [...keys.duplicates, "count"],
    queryFn: async ({ signal }) => (await workspace.duplicates.list(1, signal)).total,
    enabled: isRested,
    staleTime: keptMs,
    gcTime: keptMs,
  });
};
