import type { ImportQuery } from "@comity/client";
import type { Import } from "@comity/domain/partner/schema";
import type { QueryClient } from "@tanstack/react-query";
import { newId } from "../../identity/newId.ts";
import { toasts } from "../../ui/toasts.ts";
import { workspace } from "../../workspace/client.ts";
import { rereadPartners } from "../duplicates/reading.ts";
import { broughtInWords, undoneInWords } from "./countsInWords.ts";
import type { Outcome } from "./importFiles.ts";
import { refusalInWords } from "./refusalInWords.ts";

/** People who come from a file are often known for long, so what stood between you comes next. */
const onward = { label: "Tell how you stand", href: "/openings" };

export interface Bringing {
  readonly file: File;
  readonly query?: ImportQuery;
  /** How many will be new or updated. */
  readonly people: number;
  /** Told of what becomes of it. Undefined: as before. */
  readonly onOutcome?: (outcome: Outcome | undefined) => void;
}

/** Imports in the background: the page goes on, and a note at its edge says how it ends. */
export const bringIn = async (
  bringing: Bringing,
  client: QueryClient,
  // Tried again, it is the same import: what a lost answer hid is undone with it.
  id: string = newId(),
): Promise<void> => {
  const { file, query, people, onOutcome } = bringing;
  const text = `Bringing in ${people.toLocaleString("en")} ${people === 1 ? "person" : "people"}…`;
  const note = toasts.show({ text, isRunning: true });
  onOutcome?.({ is: "running", people });
  try {
    const brought = await workspace.imports.commit(file, id, query);
    rereadPartners(client);
    onOutcome?.({ is: "done", brought });
    toasts.replace(note, {
      text: broughtInWords(brought.counts),
      about: brought.id,
      action: { label: "Undo", run: () => void takeOut(brought, bringing, client) },
      ...(brought.counts.new > 0 ? { onward } : {}),
    });
  } catch (error) {
    onOutcome?.(undefined);
    toasts.replace(note, {
      text: refusalInWords(error),
      action: { label: "Try again", run: () => void bringIn(bringing, client, id) },
    });
  }
};

/** Takes all of an import back together. */
export const takeOut = async (
  brought: Import,
  bringing: Bringing,
  client: QueryClient,
): Promise<void> => {
  const note = toasts.show({
    text: "Taking the import back…",
    about: brought.id,
    isRunning: true,
  });
  try {
    const { kept } = await workspace.imports.undo(brought.id);
    rereadPartners(client);
    bringing.onOutcome?.({ is: "undone", kept });
    toasts.replace(note, { text: undoneInWords(kept) });
  } catch (error) {
    toasts.replace(note, {
      text: refusalInWords(error),
      action: { label: "Try again", run: () => void takeOut(brought, bringing, client) },
    });
  }
};
