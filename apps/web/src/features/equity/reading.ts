/** What a partner's page reads about goodwill, and what a write brings up to date. */
import type { PartnerWithStanding, Page } from "@comity/client";
import type { Statement } from "@comity/domain/equity/schema";
import {
  type InfiniteData,
  type QueryClient,
  queryOptions,
  useInfiniteQuery,
  useQuery,
  useQueryClient,
} from "@tanstack/react-query";
import { workspace } from "../../workspace/client.ts";
import { keys } from "../../workspace/keys.ts";

const entriesPerPage = 100;
const asksPerPage = 100;
const curveSamples = 120;

export const statementQuery = (partnerId: string) =>
  queryOptions({
    queryKey: keys.statement(partnerId),
    queryFn: ({ signal }) => workspace.statement.at(partnerId, undefined, signal),
  });

export const useStatement = (partnerId: string) => useQuery(statementQuery(partnerId));

export const useSeries = (partnerId: string) =>
  useQuery({
    queryKey: keys.series(partnerId),
    queryFn: ({ signal }) =>
      workspace.statement.series(partnerId, { samples: curveSamples }, signal),
  });

export const useEntries = (partnerId: string) =>
  useInfiniteQuery({
    queryKey: keys.entries(partnerId),
    queryFn: ({ pageParam, signal }) =>
      workspace.entries.list(
        partnerId,
        { limit: entriesPerPage, ...(pageParam === null ? {} : { cursor: pageParam }) },
        signal,
      ),
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextCursor }) => nextCursor,
  });

export const useAsks = (partnerId: string) =>
  useQuery({
    queryKey: keys.asks(partnerId),
    queryFn: ({ signal }) => workspace.asks.list(partnerId, { limit: asksPerPage }, signal),
  });

type ListedPages = InfiniteData<Page<PartnerWithStanding>, string | null>;

/** Writes the new standing into the list of partners, instead of reading all of its pages again. */
const updateListed = (client: QueryClient, { partnerId, ...statement }: Statement): void => {
  const { equity, reserved, capacity, gifts } = statement;
  client.setQueriesData<ListedPages>({ queryKey: keys.partners }, (listed) =>
    listed === undefined
      ? listed
      : {
          ...listed,
          pages: listed.pages.map((page) => ({
            ...page,
            data: page.data.map((partner) =>
              partner.id === partnerId
                ? {
                    ...partner,
                    standing: { ...partner.standing, equity, reserved, capacity, gifts },
                  }
                : partner,
            ),
          })),
        },
  );
};

/** To be called after every write about a partner's goodwill. Resolves when the page tells the truth again. */
export const useRefresh = (): ((partnerId: string) => Promise<void>) => {
  const client = useQueryClient();
  return async (partnerId) => {
    await client.invalidateQueries({ queryKey: keys.partner(partnerId) });
    updateListed(client, await client.fetchQuery({ ...statementQuery(partnerId), staleTime: 0 }));
  };
};
