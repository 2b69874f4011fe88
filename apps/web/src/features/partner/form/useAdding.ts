import type { DuplicateCandidate, Partner } from "@comity/domain/partner/schema";
import { useQueryClient } from "@tanstack/react-query";
import { type RefObject, useRef, useState } from "react";
import { newId } from "../../../identity/newId.ts";
import { workspace } from "../../../workspace/client.ts";
import { type Change, isNothing, takenBackBy } from "../conflicts.ts";
import { usePartnerVerbs } from "../page/partnerVerbs.ts";
import { sayChanged, showSaved } from "../savePartner.ts";
import { addedTo, describedBy, useMayBe } from "./mayBe.ts";

const isFilled = (value: unknown): boolean =>
  Array.isArray(value) ? value.length > 0 : value !== "" && value !== null && value !== undefined;

/** Whether there is more than a name. */
export const hasMore = ({ name: _name, kind: _kind, ...more }: Change): boolean =>
  Object.values(more).some(isFilled);

interface Adding {
  readonly change: Change;
  readonly another: RefObject<HTMLButtonElement | null>;
  readonly onAdded: (partner: Partner) => void;
}

/** Adds one, once. Where it may be somebody known, the first Enter leads to that question, the second adds. */
export const useAdding = ({ change, another, onAdded }: Adding) => {
  const client = useQueryClient();
  const { added } = usePartnerVerbs();
  const [id] = useState(newId);
  const [apart, setApart] = useState<ReadonlyArray<string>>([]);
  const [isSaving, setSaving] = useState(false);
  const [failure, setFailure] = useState<unknown>();
  const isSent = useRef(false);
  const isWanted = useRef(false);
  const { candidates: alike, lookNow } = useMayBe(describedBy(change));
  const notApart = (all: ReadonlyArray<DuplicateCandidate>) =>
    all.filter(({ partner }) => !apart.includes(partner.id));

  const once = async (write: () => Promise<void>): Promise<void> => {
    if (isSent.current) return;
    isSent.current = true;
    setSaving(true);
    setFailure(undefined);
    try {
      await write();
    } catch (error) {
      setFailure(error);
    } finally {
      isSent.current = false;
      setSaving(false);
    }
  };

  const put = async (others: ReadonlyArray<string>): Promise<void> => {
    const said = Object.fromEntries(Object.entries(change).filter(([, value]) => isFilled(value)));
    const partner = await workspace.partners.add({ ...said, id, name: change.name ?? "" });
    // Said once, it is not asked again. If this fails, the next look asks.
    for (const other of others) {
      void workspace.duplicates.tellApart(partner.id, other).catch(() => undefined);
    }
    showSaved(client, partner);
    added(partner);
    onAdded(partner);
  };

  const add = (): Promise<void> =>
    once(async () => {
      if (notApart(await lookNow()).length === 0) return put(apart);
      isWanted.current = true;
      requestAnimationFrame(() => another.current?.focus());
    });

  const isAnother = (): void => {
    const others = [...apart, ...candidates.map(({ partner }) => partner.id)];
    setApart(others);
    if (isWanted.current) void once(() => put(others));
  };

  const addTo = (known: Partner, onDone: (partner: Partner) => void): Promise<void> =>
    once(async () => {
      const more = addedTo(known, change);
      if (!isNothing(more)) {
        const saved = await workspace.partners.change(known, more);
        showSaved(client, saved);
        sayChanged(client, `Added to ${known.name}.`, { saved, back: takenBackBy(known, more) });
      }
      onDone(known);
    });

  const candidates = notApart(alike);
  return { candidates, add, addTo, isAnother, isSaving, failure };
};
