/** What can be done with a partner as a whole. Each says what it did, with its undo. */
import type { Merge, Partner, PartnerDraft } from "@comity/domain/partner/schema";
import type { Plain } from "@comity/domain/input/plain";
import { useQueryClient } from "@tanstack/react-query";
import { navigate } from "wouter/use-browser-location";
import { newId } from "../../../identity/newId.ts";
import { today } from "../../../ui/clock.ts";
import { toasts } from "../../../ui/toasts.ts";
import { workspace } from "../../../workspace/client.ts";
import { keys } from "../../../workspace/keys.ts";
import { troubleInWords } from "../../../workspace/troubleInWords.ts";
import { showSaved } from "../savePartner.ts";

/** Everything that was written about somebody, so that they can be written down again as they were. */
export const draftOf = ({
  organisation: _organisation,
  role: _role,
  archivedAt: _archivedAt,
  createdAt: _createdAt,
  updatedAt: _updatedAt,
  version: _version,
  ...written
}: Partner): Plain<PartnerDraft> => written;

/** Leaves the page of somebody who is no longer there, but no other page. */
const leavePageOf = (partnerId: string): void => {
  if (location.pathname === `/partners/${partnerId}`) navigate("/partners");
};

const failed = (error: unknown, about: string): void =>
  void toasts.show({ text: troubleInWords(error), about });

export const usePartnerVerbs = () => {
  const client = useQueryClient();

  const putAway = async (partner: Partner, isArchived: boolean): Promise<void> => {
    const about = `partner ${partner.id}`;
    const archivedAt = isArchived ? (instantNow() as Partner["archivedAt"]) : null;
    client.setQueryData(keys.details(partner.id), { ...partner, archivedAt });
    try {
      const { archive, restore } = workspace.partners;
      const saved = await (isArchived ? archive : restore)(partner.id);
      showSaved(client, saved);
      toasts.show({
        text: isArchived ? `${partner.name} is archived.` : `${partner.name} is back in use.`,
        about,
        action: { label: "Undo", run: () => void putAway(saved, !isArchived) },
      });
    } catch (error) {
      client.setQueryData(keys.details(partner.id), partner);
      failed(error, about);
    }
  };

  const addAgain = async (partner: Partner): Promise<void> => {
    const about = `partner ${partner.id}`;
    try {
      showSaved(client, await workspace.partners.add(draftOf(partner)));
      const onward = { label: "Open", href: `/partners/${partner.id}` };
      toasts.show({ text: `${partner.name} is here again.`, about, onward });
    } catch (error) {
      failed(error, about);
    }
  };

  const forget = async (partner: Partner): Promise<void> => {
    const about = `partner ${partner.id}`;
    try {
      await workspace.partners.remove(partner.id);
      leavePageOf(partner.id);
      client.removeQueries({ queryKey: keys.partner(partner.id) });
      void client.resetQueries({ queryKey: keys.partners });
      const action = { label: "Undo", run: () => void addAgain(partner) };
      toasts.show({ text: `${partner.name} is forgotten.`, about, action });
    } catch (error) {
      failed(error, about);
    }
  };

  return { putAway, forget, added: (partner: Partner) => sayAdded(partner, forget) };
};

export const useMergeVerbs = () => {
  const client = useQueryClient();

  /** Two that were one are two again, and may become one anew. */
  const partAgain = async (merge: Merge): Promise<void> => {
    try {
      await workspace.duplicates.undo(merge.id);
      await client.invalidateQueries();
      const mergeId = newId();
      toasts.show({
        text: "They are two again.",
        about: merge.id,
        onward: { label: "Open the other", href: `/partners/${merge.otherId}` },
        action: { label: "Undo", run: () => void mergeAgain(merge, mergeId) },
      });
    } catch (error) {
      failed(error, merge.id);
    }
  };

  const mergeAgain = async ({ id, partnerId, otherId }: Merge, mergeId: string): Promise<void> => {
    try {
      await workspace.duplicates.merge(partnerId, { id: mergeId, otherId });
      await client.invalidateQueries();
      toasts.show({ text: "They are one again.", about: id });
    } catch (error) {
      failed(error, id);
    }
  };

  return { partAgain };
};

/** Says that somebody was written down, with the undo. */
const sayAdded = (partner: Partner, forget: (partner: Partner) => Promise<void>): void =>
  void toasts.show({
    text: `${partner.name} is here.`,
    about: `partner ${partner.id}`,
    action: { label: "Undo", run: () => void forget(partner) },
  });

/** Until the answer says when it was. */
const instantNow = (): string => `${today()}T12:00:00.000Z`;
