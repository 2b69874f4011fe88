import { ProblemError } from "@comity/client";
import type { PolicyChoice, PolicyReading } from "@comity/domain/equity/schema";
import type { Plain } from "@comity/domain/input/plain";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useRef, useState } from "react";
import { toasts } from "../../ui/toasts.ts";
import { workspace } from "../../workspace/client.ts";
import { keys } from "../../workspace/keys.ts";
import { troubleInWords } from "../../workspace/troubleInWords.ts";
import { choiceOf } from "./policyInWords.ts";

/** Null: like everyone else. Only a relationship can be that. */
export type Wanted = Plain<PolicyChoice> | null;

export const isStale = (error: unknown): boolean =>
  error instanceof ProblemError && error.problem.status === 412;

const wantedOf = (partnerId: string | null, { chosen, isOwn }: PolicyReading): Wanted =>
  partnerId !== null && !isOwn ? null : choiceOf(chosen);

/** Said where somebody else was faster. What stands now is read and shown by then. */
export const changedElsewhere =
  "This was changed elsewhere meanwhile. You see it as it stands now; choose again if you like.";

/** The policy of the workspace (null) or of one relationship, with a choice that can be undone. */
export const usePolicy = (partnerId: string | null) => {
  const client = useQueryClient();
  const queryKey = keys.policy(partnerId);
  const reading = useQuery({
    queryKey,
    queryFn: ({ signal }) => workspace.policy.read(partnerId, signal),
  });
  const [wanted, setWanted] = useState<Wanted>();
  const isSent = useRef(false);

  const send = (base: PolicyReading, choice: Wanted): Promise<PolicyReading> =>
    choice === null && partnerId !== null
      ? workspace.policy.clear(partnerId, base)
      : workspace.policy.choose(partnerId, base, choice ?? { preset: "partner" });

  /** Other constants make other standings, so all that was read about them is stale. */
  const show = (next: PolicyReading): void => {
    client.setQueryData(queryKey, next);
    void client.resetQueries({ queryKey: keys.partners });
    void client.invalidateQueries({ queryKey: ["partner"] });
    void client.invalidateQueries({ queryKey: keys.moves });
  };

  const undo = async (after: PolicyReading, before: Wanted): Promise<void> => {
    try {
      show(await send(after, before));
      toasts.show({ text: "As it was before." });
    } catch (error) {
      if (isStale(error)) await reading.refetch();
      toasts.show(
        isStale(error)
          ? { text: changedElsewhere }
          : {
              text: troubleInWords(error),
              action: { label: "Try again", run: () => void undo(after, before) },
            },
      );
    }
  };

  /** Resolves to what went wrong, if something did. */
  const choose = async (choice: Wanted, said: string): Promise<unknown> => {
    const base = reading.data;
    if (base === undefined || isSent.current) return undefined;
    isSent.current = true;
    setWanted(choice);
    try {
      const next = await send(base, choice);
      show(next);
      const before = wantedOf(partnerId, base);
      toasts.show({ text: said, action: { label: "Undo", run: () => void undo(next, before) } });
      return undefined;
    } catch (error) {
      if (isStale(error)) await reading.refetch();
      return error;
    } finally {
      isSent.current = false;
      setWanted(undefined);
    }
  };

  /** The same, where there is no room beside the choice to say what went wrong. */
  const chooseAloud = async (choice: Wanted, said: string): Promise<void> => {
    const error = await choose(choice, said);
    if (error === undefined) return;
    toasts.show(
      isStale(error)
        ? { text: changedElsewhere }
        : {
            text: troubleInWords(error),
            action: { label: "Try again", run: () => void chooseAloud(choice, said) },
          },
    );
  };

  return { reading, wanted, choose, chooseAloud };
};
