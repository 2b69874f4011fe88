import { useQuery } from "@tanstack/react-query";
import { workspace } from "../../workspace/client.ts";
import { keys } from "../../workspace/keys.ts";

const keptMs = 30 * 60_000;

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
