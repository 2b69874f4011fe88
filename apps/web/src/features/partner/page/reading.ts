/** What a partner's page reads beside the partner and the account. */
import { useQuery } from "@tanstack/react-query";
import { workspace } from "../../../workspace/client.ts";
import { keys } from "../../../workspace/keys.ts";

const keptMs = 5 * 60_000;

/** Your tags, those on most partners first. */
export const useTagNames = (): ReadonlyArray<string> => {
  const { data } = useQuery({
    queryKey: keys.tags,
    queryFn: ({ signal }) => workspace.partners.tags(signal),
    staleTime: keptMs,
  });
  return data?.map(({ tag }) => tag) ?? [];
};

export const useCircles = () =>
  useQuery({
    queryKey: keys.circles,
    queryFn: ({ signal }) => workspace.partners.circles(signal),
    staleTime: keptMs,
  });

/** What became one with this partner and still is. */
export const useMerges = (partnerId: string) =>
  useQuery({
    queryKey: [...keys.partner(partnerId), "merges"],
    queryFn: async ({ signal }) => {
      const merges = await workspace.duplicates.merges(partnerId, signal);
      return merges.filter(({ undoneAt }) => undoneAt === null);
    },
  });

const movesMost = 100;
const usualBudgetEp = 36;

/** What is worth doing with this partner now; undefined: nothing that comes before all else. */
export const useMove = (partnerId: string) =>
  useQuery({
    queryKey: [...keys.moves, "of one", usualBudgetEp],
    queryFn: ({ signal }) =>
      workspace.relationships.moves({ budget: usualBudgetEp, limit: movesMost }, signal),
    select: ({ moves }) => moves.find((move) => move.partnerId === partnerId),
  });
