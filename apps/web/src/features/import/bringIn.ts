import type { Import } from "@comity/domain/partner/schema";
import type { QueryClient } from "@tanstack/react-query";
import { toasts } from "../../ui/toasts.ts";
import { workspace } from "../../workspace/client.ts";
import { keys } from "../../workspace/keys.ts";
import { troubleInWords } from "../../workspace/troubleInWords.ts";
import { broughtInWords, undoneInWords } from "./countsInWords.ts";
import { newId } from "../../identity/newId.ts";

const reread = (client: QueryClient): void => {
  void client.resetQueries({ queryKey: keys.partners });
  void client.invalidateQueries({ queryKey: ["partner"] });
  void client.invalidateQueries({ queryKey: keys.moves });
  void client.invalidateQueries({ queryKey: keys.openings });
};

/** People who come from a file are often known for long, so what stood between you comes next. */
const onward = { label: "Tell how you stand", href: "/openings" };

/** Imports in the background: the page goes on, and a note at its edge says how it ends. */
export const bringIn = async (
  file: File,
  news: number,
  client: QueryClient,
  // Tried again, it is the same import: what a lost answer hid is undone with it.
  id: string = newId(),
): Promise<void> => {
  const text = `Bringing in ${news.toLocaleString("en")} ${news === 1 ? "person" : "people"}…`;
  const note = toasts.show({ text, isRunning: true });
  try {
    const brought = await workspace.imports.commit(file, id);
    reread(client);
    toasts.replace(note, {
      text: broughtInWords(brought.counts),
      action: { label: "Undo", run: () => void takeOut(brought, client) },
      ...(brought.counts.new > 0 ? { onward } : {}),
    });
  } catch (error) {
    toasts.replace(note, {
      text: troubleInWords(error),
      action: { label: "Try again", run: () => void bringIn(file, news, client, id) },
    });
  }
};

const takeOut = async (brought: Import, client: QueryClient): Promise<void> => {
  const note = toasts.show({ text: "Taking the import back…", isRunning: true });
  try {
    const { kept } = await workspace.imports.undo(brought.id);
    reread(client);
    toasts.replace(note, { text: undoneInWords(kept) });
  } catch (error) {
    toasts.replace(note, {
      text: troubleInWords(error),
      action: { label: "Try again", run: () => void takeOut(brought, client) },
    });
  }
};
