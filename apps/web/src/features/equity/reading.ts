/** What a partner's page reads about goodwill, and what a write brings up to date. */
import type { PartnerWithStanding, Page } from "@comity/client";
import type { Entry, Statement } from "@comity/domain/equity/schema";
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

export const useRelationship = (partnerId: string) =>
  useQuery({
    queryKey: keys.relationship(partnerId),
    queryFn: ({ signal }) => workspace.relationships.byId(partnerId, signal),
  });

/** The catalogue changes seldom; whoever changes it says so. */
const catalogueKeptMs = 5 * 60_000;

export const useKinds = () =>
  useQuery({
    queryKey: keys.catalogue,
    queryFn: ({ signal }) => workspace.catalogue.list(signal),
    staleTime: catalogueKeptMs,
  });

/** The entries that are read so far, as one list. */
export const useEntriesRead = (partnerId: string): ReadonlyArray<Entry> | undefined =>
  useEntries(partnerId).data?.pages.flatMap(({ data }) => data);

type ListedPages = InfiniteData<Page<PartnerWithStanding>, string | null>;

/** Writes the new standing into the list of partners, instead of reading all of its pages again. */
const updateListed = (client: QueryClient, { partnerId, ...statement }: Statement): void => {
  const { equity, reserved, capacity, gifts } = statement;
  client.setQueriesData<ListedPages>({ queryKey: keys.partnerLists }, (listed) =>
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
    // What is worth doing, whom to ask about and what was learned is read again when it is looked at.
    for (const queryKey of [keys.moves, keys.openings, keys.policy(null)]) {
      void client.invalidateQueries({ queryKey });
    }
    await client.invalidateQueries({ queryKey: keys.partner(partnerId) });
    updateListed(client, await client.fetchQuery({ ...statementQuery(partnerId), staleTime: 0 }));
  };
};
