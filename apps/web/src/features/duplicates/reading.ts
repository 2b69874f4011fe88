import { mergedPartner } from "@comity/domain/partner/rules";
import type { MergePreview, Partner } from "@comity/domain/partner/schema";
import { type QueryClient, useQuery, useQueryClient } from "@tanstack/react-query";
import { workspace } from "../../workspace/client.ts";
import { keys } from "../../workspace/keys.ts";

export const duplicatesPath = "/partners/duplicates";

/** Where two partners are made one; without the other, where it is looked for. */
export const mergePath = (partnerId: string, otherId?: string, from?: "duplicates"): string => {
  const query = new URLSearchParams({
    ...(otherId === undefined ? {} : { other: otherId }),
    ...(from === undefined ? {} : { from }),
  });
  return `/partners/${partnerId}/merge${query.size === 0 ? "" : `?${query.toString()}`}`;
};

export const pairsKey = [...keys.duplicates, "pairs"] as const;

const pairsAtOnce = 100;

export const usePairs = () =>
  useQuery({
    queryKey: pairsKey,
    queryFn: ({ signal }) => workspace.duplicates.list(pairsAtOnce, signal),
    // Who was merged or told apart is taken from the list by the page itself.
    staleTime: 60_000,
  });

/** How many pairs may be one. */
export const usePairCount = () =>
  useQuery({
    queryKey: [...keys.duplicates, "count"],
    queryFn: async ({ signal }) => (await workspace.duplicates.list(1, signal)).total,
  });

const previewKey = (partnerId: string, otherId: string) =>
  [...keys.duplicates, "preview", partnerId, otherId] as const;

/** When the two change places, the same is shown the other way round until it is read. */
const turned = (preview: MergePreview | undefined): MergePreview | undefined =>
  preview && {
    ...preview,
    kept: preview.other,
    other: preview.kept,
    proposed: mergedPartner(preview.other, preview.kept),
  };

export const usePreview = (partnerId: string, otherId: string) => {
  const client = useQueryClient();
  return useQuery({
    queryKey: previewKey(partnerId, otherId),
    queryFn: ({ signal }) => workspace.duplicates.preview(partnerId, otherId, signal),
    placeholderData: () => turned(client.getQueryData(previewKey(otherId, partnerId))),
    staleTime: 0,
  });
};

/** Who may be the same as someone, the likeliest first. */
export const useCandidates = (partner: Partner) =>
  useQuery({
    queryKey: [...keys.duplicates, "of", partner.id],
    queryFn: () => {
      const { id, kind, name, organisation, emails, phones, links } = partner;
      return workspace.duplicates.check({
        kind,
        name,
        organisation,
        emails,
        phones,
        links,
        except: id,
      });
    },
  });

/** After two became one, or two again. */
export const rereadPartners = (client: QueryClient): void => {
  void client.resetQueries({ queryKey: keys.partners });
  for (const queryKey of [
    ["partner"],
    keys.duplicates,
    keys.moves,
    keys.openings,
    keys.circles,
    keys.tags,
  ]) {
    void client.invalidateQueries({ queryKey });
  }
};
