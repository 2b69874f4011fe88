/** The answers to the six questions, as they are kept. */
import { queryOptions, useQuery } from "@tanstack/react-query";
import { workspace } from "../../workspace/client.ts";

export const strategyQuery = queryOptions({
  queryKey: ["strategy"],
  queryFn: ({ signal }) => workspace.strategy.read(signal),
});

export const useStrategy = () => useQuery(strategyQuery);
