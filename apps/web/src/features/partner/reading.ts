import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { workspace } from "../../workspace/client.ts";
import { keys } from "../../workspace/keys.ts";

const partnersPerPage = 100;
const keptMs = 30 * 60_000;

/** Partners by name, page after page. Writes keep the pages true, so they are not read again by themselves. */
export const usePartners = (search: string) =>
  useInfiniteQuery({
    queryKey: keys.partnersFound(search),
    queryFn: ({ pageParam, signal }) =>
      workspace.partners.list(
        {
          limit: partnersPerPage,
          ...(pageParam === null ? {} : { cursor: pageParam }),
          ...(search === "" ? {} : { search }),
        },
        signal,
      ),
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextCursor }) => nextCursor,
    staleTime: keptMs,
    gcTime: keptMs,
    // What was found before stays on screen while the next letters are looked up.
    placeholderData: (before) => before,
  });

/** Whether anybody is here at all. Asked anew with the list, and with less of an answer. */
export const useHasPartners = () =>
  useQuery({
    queryKey: [...keys.partners, "", "any"],
    queryFn: async ({ signal }) => {
      const { data } = await workspace.partners.list({ limit: 1 }, signal);
      return data.length > 0;
    },
    staleTime: keptMs,
    gcTime: keptMs,
  });

export const usePartner = (partnerId: string) =>
  useQuery({
    queryKey: keys.details(partnerId),
    queryFn: ({ signal }) => workspace.partners.byId(partnerId, signal),
  });
