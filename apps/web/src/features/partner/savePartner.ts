import type { Plain } from "@comity/domain/input/plain";
import type { Partner, PartnerChange } from "@comity/domain/partner/schema";
import { type QueryClient, useQueryClient } from "@tanstack/react-query";
import { ProblemError } from "@comity/client";
import { useRef, useState } from "react";
import { workspace } from "../../workspace/client.ts";
import { keys } from "../../workspace/keys.ts";

const isStale = (error: unknown): boolean =>
  error instanceof ProblemError && error.problem.status === 412;

const showSaved = (client: QueryClient, partner: Partner): void => {
  client.setQueryData(keys.details(partner.id), partner);
  void client.resetQueries({ queryKey: keys.partners });
};

/**
 * Saves a change to the version that was read. Where someone else was faster, nothing is lost: both
 * versions are at hand, and a second save goes over the newer one knowingly.
 */
export const useSavePartner = (partner: Partner, onSaved: () => void) => {
  const client = useQueryClient();
  const [base, setBase] = useState(partner);
  const [newer, setNewer] = useState<Partner>();
  const [isSaving, setSaving] = useState(false);
  const [failure, setFailure] = useState<unknown>();
  const isSent = useRef(false);

  const save = async (change: Plain<PartnerChange>): Promise<void> => {
    if (isSent.current) return;
    isSent.current = true;
    setSaving(true);
    setFailure(undefined);
    try {
      showSaved(client, await workspace.partners.change(base, change));
      onSaved();
    } catch (error) {
      if (isStale(error)) {
        const current = await workspace.partners.byId(partner.id).catch(() => undefined);
        if (current !== undefined) {
          setNewer(current);
          setBase(current);
        }
      }
      setFailure(error);
    } finally {
      isSent.current = false;
      setSaving(false);
    }
  };

  /** Drops what was typed, and shows what the other one wrote. */
  const takeNewer = (): void => {
    if (newer !== undefined) showSaved(client, newer);
    onSaved();
  };

  return { save, takeNewer, newer, isSaving, failure: isStale(failure) ? undefined : failure };
};
