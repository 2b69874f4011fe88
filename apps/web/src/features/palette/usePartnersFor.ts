import { ProblemError } from "@comity/client";
import type { Partner } from "@comity/domain/partner/schema";
import { type QueryClient, useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { workspace } from "../../workspace/client.ts";
import { keys } from "../../workspace/keys.ts";
import { forgetOpened, recentPartners } from "./recentPartners.ts";
import { type Found, isMeant } from "./rows.ts";

const restMs = 120;
const foundMax = 8;

/** What was typed, once the fingers rest. An emptied field is followed at once. */
const useRested = (text: string): string => {
  const [rested, setRested] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setRested(text), text === "" ? 0 : restMs);
    return () => clearTimeout(timer);
  }, [text]);
  return rested;
};

const isGone = (error: unknown): boolean =>
  error instanceof ProblemError && error.problem.status === 404;

const partnerStillThere = async (client: QueryClient, id: string): Promise<Partner | undefined> => {
  try {
    return await client.fetchQuery<Partner>({
      queryKey: keys.details(id),
      queryFn: ({ signal }) => workspace.partners.byId(id, signal),
      staleTime: 60_000,
    });
  } catch (error) {
    if (!isGone(error)) throw error;
    forgetOpened(id);
    return undefined;
  }
};

const readRecent = async (client: QueryClient): Promise<ReadonlyArray<Found>> => {
  const found = await Promise.all(recentPartners().map((id) => partnerStillThere(client, id)));
  return found.filter((partner) => partner !== undefined);
};

const allOf = ({ name, role, organisation }: Found): string => `${name} ${role} ${organisation}`;

/** Who goes by these words; without any, whose pages were opened lately. A newer question ends the one before. */
export const usePartnersFor = (who: string) => {
  const client = useQueryClient();
  const rested = useRested(who);
  const { data, error, isFetching, isPlaceholderData } = useQuery({
    queryKey: [...keys.partners, rested, "palette"],
    queryFn: async ({ signal }): Promise<ReadonlyArray<Found>> => {
      if (rested === "") return readRecent(client);
      return (await workspace.partners.list({ search: rested, limit: foundMax }, signal)).data;
    },
    placeholderData: (before) => before,
    staleTime: rested === "" ? 0 : 10_000,
  });
  const isBefore = isPlaceholderData || rested !== who;
  // Found for other words: those stay whom these words may mean, too.
  const partners = isBefore ? data?.filter((partner) => isMeant(allOf(partner), who)) : data;
  return { partners: partners ?? [], error, isLooking: isFetching || isBefore };
};
