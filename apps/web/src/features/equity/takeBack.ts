import type { Transfer } from "@comity/domain/equity/schema";
import { toasts } from "../../ui/toasts.ts";
import { newId } from "../../identity/newId.ts";
import { workspace } from "../../workspace/client.ts";
import { troubleInWords } from "../../workspace/troubleInWords.ts";

type Refresh = (partnerId: string) => Promise<void>;

/** Says that an entry is written down, with its undo. */
export const sayWrittenDown = (
  entry: Pick<Transfer, "id" | "partnerId">,
  refresh: Refresh,
): void => {
  const reversalId = newId();
  const undo = async (): Promise<void> => {
    try {
      await workspace.entries.reverse(entry.id, { id: reversalId });
      await refresh(entry.partnerId);
      toasts.show({ text: "Taken back." });
    } catch (error) {
      toasts.show({
        text: troubleInWords(error),
        action: { label: "Try again", run: () => void undo() },
      });
    }
  };
  toasts.show({ text: "Written down.", action: { label: "Undo", run: () => void undo() } });
};
