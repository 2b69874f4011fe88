/** Changes to a partner: saved to the version that was read, undone from the note at the edge. */
import { ProblemError } from "@comity/client";
import type { Partner } from "@comity/domain/partner/schema";
import { type QueryClient, useQueryClient } from "@tanstack/react-query";
import { useRef, useState } from "react";
import { toasts } from "../../ui/toasts.ts";
import { workspace } from "../../workspace/client.ts";
import { keys } from "../../workspace/keys.ts";
import { troubleInWords } from "../../workspace/troubleInWords.ts";
import {
  type Change,
  changedOf,
  conflictsOf,
  isNothing,
  myChangeOf,
  type Sides,
  takenBackBy,
  withoutTheirs,
} from "./conflicts.ts";
import type { PartnerFieldName } from "./partnerInWords.ts";

export const isStale = (error: unknown): boolean =>
  error instanceof ProblemError && error.problem.status === 412;

/** Puts a partner as it is now where it is shown, and lets be read anew what follows from it. */
export const showSaved = (client: QueryClient, partner: Partner): void => {
  client.setQueryData(keys.details(partner.id), partner);
  void client.resetQueries({ queryKey: keys.partners });
  for (const queryKey of [
    keys.tags,
    keys.circles,
    ["today"],
    keys.moves,
    keys.relationship(partner.id),
  ]) {
    void client.invalidateQueries({ queryKey });
  }
};

export interface Conflict {
  readonly newer: Partner;
  readonly change: Change;
  readonly fields: ReadonlyArray<PartnerFieldName>;
}

/** What came of a change: the partner as saved, or what both of two people changed. */
type Outcome = { readonly saved: Partner } | { readonly conflict: Conflict };

const attemptsMax = 3;

/** Where somebody else changed other fields only, the change goes on top of theirs without a question. */
const saveOver = async (base: Partner, change: Change): Promise<Outcome> => {
  let current = base;
  for (let attempt = 1; ; attempt++) {
    try {
      return { saved: await workspace.partners.change(current, change) };
    } catch (error) {
      if (!isStale(error) || attempt === attemptsMax) throw error;
      const newer = await workspace.partners.byId(base.id);
      const fields = conflictsOf(change, current, newer);
      if (fields.length > 0) return { conflict: { newer, change, fields } };
      current = newer;
    }
  }
};

/** Says that something was changed, with its undo. */
export const sayChanged = (
  client: QueryClient,
  text: string,
  { saved, back }: { readonly saved: Partner; readonly back: Change },
): void => {
  const undo = async (): Promise<void> => {
    try {
      const outcome = await saveOver(saved, back);
      if ("conflict" in outcome) {
        showSaved(client, outcome.conflict.newer);
        toasts.show({ text: "This was changed again meanwhile, so it stays as it is." });
        return;
      }
      showSaved(client, outcome.saved);
      toasts.show({ text: "As it was before." });
    } catch (error) {
      toasts.show({
        text: troubleInWords(error),
        action: { label: "Try again", run: () => void undo() },
      });
    }
  };
  toasts.show({
    text,
    about: `partner ${saved.id}`,
    action: { label: "Undo", run: () => void undo() },
  });
};

/**
 * Saves what differs from the version that was read. Where somebody else changed the same, nothing
 * is lost: both versions are at hand, and the second save goes over the newer one knowingly.
 */
export const useSavePartner = (partner: Partner, onSaved: () => void, said = "Saved.") => {
  const client = useQueryClient();
  const [read] = useState(partner);
  const [conflict, setConflict] = useState<Conflict>();
  const [sides, setSides] = useState<Sides>({});
  const { write, isSaving, failure } = useSending();
  const base = conflict?.newer ?? read;

  /** Drops what was typed, and shows what the other one wrote. */
  const takeNewer = (): void => {
    if (conflict !== undefined) showSaved(client, conflict.newer);
    onSaved();
  };

  const save = (wanted: Change): Promise<void> =>
    write(async () => {
      const change = withoutTheirs(myChangeOf(read, wanted, conflict?.fields ?? []), sides);
      if (isNothing(change)) return takeNewer();
      const outcome = await saveOver(base, change);
      if ("conflict" in outcome) {
        setSides({});
        setConflict(outcome.conflict);
        return;
      }
      showSaved(client, outcome.saved);
      sayChanged(client, said, { saved: outcome.saved, back: takenBackBy(base, change) });
      onSaved();
    });

  return { save, takeNewer, conflict, sides, setSides, isSaving, failure };
};

/** One request at a time, and what went wrong with it. */
const useSending = () => {
  const [isSaving, setSaving] = useState(false);
  const [failure, setFailure] = useState<unknown>();
  const isSent = useRef(false);
  const write = async (send: () => Promise<void>): Promise<void> => {
    if (isSent.current) return;
    isSent.current = true;
    setSaving(true);
    setFailure(undefined);
    try {
      await send();
    } catch (error) {
      setFailure(error);
    } finally {
      isSent.current = false;
      setSaving(false);
    }
  };
  return { write, isSaving, failure };
};

/**
 * Changes one thing at once: shown before it is saved, and put back where that fails. What is
 * changed while another change is on its way follows it, so that quick hands lose nothing.
 */
export const useQuickChange = (partner: Partner) => {
  const client = useQueryClient();
  const [trouble, setTrouble] = useState<string>();
  const line = useRef({ last: Promise.resolve(), waiting: 0 });
  const latest = useRef<Partner>(undefined);

  const send = async (before: Partner, change: Change, said: string): Promise<void> => {
    const base = newerOf(latest.current, before);
    try {
      const outcome = await saveOver(base, change);
      if ("conflict" in outcome) {
        latest.current = outcome.conflict.newer;
        showSaved(client, outcome.conflict.newer);
        setTrouble("This was changed elsewhere meanwhile. Here is what it says now.");
        return;
      }
      latest.current = outcome.saved;
      // What comes next is shown already.
      if (line.current.waiting === 1) showSaved(client, outcome.saved);
      sayChanged(client, said, { saved: outcome.saved, back: takenBackBy(before, change) });
    } catch (error) {
      client.setQueryData(keys.details(partner.id), base);
      setTrouble(troubleInWords(error));
    } finally {
      line.current.waiting -= 1;
    }
  };

  const change = (wanted: Change, said: string): Promise<void> => {
    const before = client.getQueryData<Partner>(keys.details(partner.id)) ?? partner;
    const changed = changedOf(before, wanted);
    if (isNothing(changed)) return Promise.resolve();
    setTrouble(undefined);
    client.setQueryData(keys.details(partner.id), { ...before, ...changed });
    line.current.waiting += 1;
    line.current.last = line.current.last.then(() => send(before, changed, said));
    return line.current.last;
  };
  return { change, trouble };
};

const newerOf = (one: Partner | undefined, other: Partner): Partner =>
  one !== undefined && one.version > other.version ? one : other;
