import type { Plain } from "@comity/domain/input/plain";
import type { Merge, MergeDraft } from "@comity/domain/partner/schema";
import type { QueryClient } from "@tanstack/react-query";
import { toasts } from "../../ui/toasts.ts";
import { workspace } from "../../workspace/client.ts";
import { keys } from "../../workspace/keys.ts";
import { troubleInWords } from "../../workspace/troubleInWords.ts";
import { rereadPartners } from "./reading.ts";

/** Makes two one, and says so with the way back. */
export const mergeTwo = async (
  partnerId: string,
  draft: Plain<MergeDraft>,
  { client, name }: { readonly client: QueryClient; readonly name: string },
): Promise<Merge> => {
  const merge = await workspace.duplicates.merge(partnerId, draft);
  client.removeQueries({ queryKey: keys.partner(draft.otherId) });
  rereadPartners(client);
  toasts.show({
    text: `${name} is one now, with everything that was written down with both.`,
    about: merge.id,
    action: { label: "Undo", run: () => void partTwo(merge, client) },
  });
  return merge;
};

/** Makes them two again. */
export const partTwo = async (merge: Pick<Merge, "id">, client: QueryClient): Promise<void> => {
  try {
    await workspace.duplicates.undo(merge.id);
    rereadPartners(client);
    toasts.show({ text: "They are two again.", about: merge.id });
  } catch (error) {
    toasts.show({
      text: troubleInWords(error),
      about: merge.id,
      action: { label: "Try again", run: () => void partTwo(merge, client) },
    });
  }
};
