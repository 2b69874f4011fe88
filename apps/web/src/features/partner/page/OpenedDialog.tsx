import type { Breach, Transfer } from "@comity/domain/equity/schema";
import type { Partner } from "@comity/domain/partner/schema";
import { lazyPart } from "../../../ui/lazyPart.tsx";
import { toasts } from "../../../ui/toasts.ts";
import { useContactVerbs } from "../../contact/contacts.ts";
import { sayWrittenDown } from "../../equity/account/takeBack.ts";
import type { AskPrefill } from "../../equity/asking/useAskDraft.ts";
import { useRefresh, useRelationship } from "../../equity/reading.ts";

const GiveDialog = lazyPart(
  async () => (await import("../../equity/giving/GiveDialog.tsx")).GiveDialog,
);
const WrongDialog = lazyPart(
  async () => (await import("../../equity/giving/WrongDialog.tsx")).WrongDialog,
);
const AskDialog = lazyPart(
  async () => (await import("../../equity/asking/AskDialog.tsx")).AskDialog,
);
const ContactDialog = lazyPart(
  async () => (await import("../../contact/ContactDialog.tsx")).ContactDialog,
);
const EditPartner = lazyPart(async () => (await import("../form/EditPartner.tsx")).EditPartner);

// The verbs come next, so their dialogs are fetched once the page itself stands.
for (const part of [GiveDialog, AskDialog, ContactDialog, WrongDialog, EditPartner]) {
  setTimeout(part.preload, 500);
}

export type OpenDialog = "give" | "ask" | "contact" | "wrong" | "edit";

interface OpenedDialogProps {
  readonly dialog: OpenDialog | undefined;
  readonly partner: Partner;
  readonly name: string;
  readonly prefill: AskPrefill | undefined;
  readonly onClose: () => void;
}

/** What a verb of the page opens. */
export const OpenedDialog = ({ dialog, partner, name, prefill, onClose }: OpenedDialogProps) => {
  const refresh = useRefresh();
  const { sayWritten } = useContactVerbs(partner.id);
  const rhythm = useRelationship(partner.id).data?.rhythm;
  const about = { partnerId: partner.id, name, onClose };
  const recorded = (entry: Transfer | Breach): void => {
    onClose();
    sayWrittenDown(entry, refresh);
    void refresh(partner.id);
  };
  switch (dialog) {
    case "give":
      return <GiveDialog {...about} onRecorded={recorded} />;
    case "wrong":
      return <WrongDialog {...about} onRecorded={recorded} />;
    case "ask":
      return (
        <AskDialog
          {...about}
          prefill={prefill}
          onAsked={({ id }) => {
            onClose();
            toasts.show({ text: "The ask is open. Say here what they answer.", about: id });
            void refresh(partner.id);
          }}
        />
      );
    case "contact":
      return <ContactDialog {...about} rhythm={rhythm} onRecorded={sayWritten} />;
    case "edit":
      return <EditPartner partner={partner} onClose={onClose} />;
    case undefined:
      return null;
  }
};
