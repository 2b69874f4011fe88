import { useQuery } from "@tanstack/react-query";
import { workspace } from "../../workspace/client.ts";
import { keys } from "../../workspace/keys.ts";

export const usePartner = (partnerId: string) =>
  useQuery({
    queryKey: keys.details(partnerId),
    queryFn: ({ signal }) => workspace.partners.byId(partnerId, signal),
  });
