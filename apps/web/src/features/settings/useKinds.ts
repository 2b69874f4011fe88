import { ProblemError } from "@comity/client";
import type { Kind, KindDraft } from "@comity/domain/equity/schema";
import type { Plain } from "@comity/domain/input/plain";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { toasts } from "../../ui/toasts.ts";
import { workspace } from "../../workspace/client.ts";
import { keys } from "../../workspace/keys.ts";
import { troubleInWords } from "../../workspace/troubleInWords.ts";
import { formOfKind, isStandard, type KindForm } from "./kindInWords.ts";
import { isStale } from "./usePolicy.ts";

const isGone = (error: unknown): boolean =>
  error instanceof ProblemError && error.problem.status === 404;

/** The catalogue, with changes that can each be undone. */
export const useKinds = () => {
  const client = useQueryClient();
  const reading = useQuery({
    queryKey: keys.catalogue,
    queryFn: ({ signal }) => workspace.catalogue.list(signal),
  });
  const readAgain = (): Promise<void> => client.invalidateQueries({ queryKey: keys.catalogue });

  /** Runs something behind a note at the edge, where there is no room to say what went wrong. */
  const aloud = async (run: () => Promise<void>): Promise<void> => {
    try {
      await run();
    } catch (error) {
      if (isStale(error) || isGone(error)) await readAgain();
      toasts.show(
        isStale(error) || isGone(error)
          ? {
              text: "This was changed elsewhere meanwhile. You see it as it stands now; try again if you like.",
            }
          : {
              text: troubleInWords(error),
              action: { label: "Try again", run: () => void aloud(run) },
            },
      );
    }
  };

  const saySo = (text: string, undo: () => Promise<unknown>): void => {
    const takeBack = async (): Promise<void> => {
      await undo();
      await readAgain();
      toasts.show({ text: "As it was before." });
    };
    toasts.show({ text, action: { label: "Undo", run: () => void aloud(takeBack) } });
  };

  const add = async (draft: Plain<KindDraft>): Promise<void> => {
    const kind = await workspace.catalogue.add(draft);
    await readAgain();
    saySo(`Added: ${kind.what}`, () => workspace.catalogue.remove(kind));
  };

  const change = async (before: Kind, form: KindForm): Promise<void> => {
    const after = await workspace.catalogue.change(before, form);
    await readAgain();
    if (after.version === before.version) return;
    saySo(`Changed: ${after.what}`, () =>
      before.isOwn
        ? workspace.catalogue.change(after, formOfKind(before))
        : workspace.catalogue.remove(after),
    );
  };

  /** Takes a kind of one's own out, or gives a standard one its usual words and sizes back. */
  const remove = (kind: Kind): Promise<void> =>
    aloud(async () => {
      await workspace.catalogue.remove(kind);
      await readAgain();
      const { id, use } = kind;
      const form = formOfKind(kind);
      if (isStandard(kind)) {
        const usual = await workspace.catalogue.byId(id);
        saySo(`As usual again: ${kind.what}`, () => workspace.catalogue.change(usual, form));
      } else saySo(`Removed: ${kind.what}`, () => workspace.catalogue.add({ id, use, ...form }));
    });

  return { reading, readAgain, add, change, remove };
};

export type Kinds = ReturnType<typeof useKinds>;
