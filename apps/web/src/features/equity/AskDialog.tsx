import type { Ask, Size } from "@comity/domain/equity/schema";
import { useState } from "react";
import { Button } from "../../ui/Button.tsx";
import { Dialog, DialogActions } from "../../ui/Dialog.tsx";
import { Disclosure } from "../../ui/Disclosure.tsx";
import { TextArea, TextField } from "../../ui/Field.tsx";
import { Trouble } from "../../ui/Trouble.tsx";
import { useFirstFocus } from "../../ui/useFirstFocus.ts";
import styles from "./AskDialog.module.css";
import { EarningGifts } from "./EarningGifts.tsx";
import { SizeChoice } from "./SizeChoice.tsx";
import { useAskDraft } from "./useAskDraft.ts";
import { Arithmetic, Verdict } from "./Verdict.tsx";

interface AskDialogProps {
  readonly partnerId: string;
  readonly name: string;
  readonly onClose: () => void;
  readonly onAsked: (ask: Ask) => void;
}

/** An ask, judged while it is written. The page judges first; the server has the last word. */
export const AskDialog = ({ partnerId, name, onClose, onAsked }: AskDialogProps) => {
  const draft = useAskDraft({ partnerId, onAsked });
  const first = useFirstFocus<HTMLInputElement>();
  const [isOverriding, setOverriding] = useState(false);
  const { verdict, statement } = draft;
  const isNotYet = verdict?.verdict === "not-yet";
  return (
    <Dialog title={`Ask ${name}`} tone="ask" wide onClose={onClose}>
      <TextField
        label="What would you like to ask?"
        placeholder="A look at my draft, an introduction"
        maxLength={200}
        ref={first}
        value={draft.what}
        onText={draft.setWhat}
      />
      <SizeChoice
        legend="Saying yes would take them"
        tone="ask"
        value={draft.cost}
        onChoose={draft.setCost}
      />
      {verdict !== undefined && statement !== undefined && (
        <Verdict verdict={verdict} statement={statement} name={name} />
      )}
      {verdict !== undefined && statement !== undefined && (
        <EarningGifts
          partnerId={partnerId}
          verdict={verdict}
          policy={statement.policy}
          onChange={draft.judgeAgain}
        />
      )}
      <div className={styles.more}>
        <Offer offer={draft.offer} onChoose={draft.setOffer} />
        {verdict !== undefined && statement !== undefined && (
          <Disclosure summary="Show the arithmetic">
            <Arithmetic verdict={verdict} statement={statement} />
          </Disclosure>
        )}
      </div>
      {isNotYet && isOverriding && <Reason reason={draft.reason} onReason={draft.setReason} />}
      {draft.trouble !== undefined && <Trouble>{draft.trouble}</Trouble>}
      <DialogActions>
        {isNotYet && !isOverriding ? (
          <Button onClick={() => setOverriding(true)}>Ask anyway</Button>
        ) : (
          <Button
            tone="ask"
            disabled={!draft.isReady || draft.isSaving}
            onClick={() => void draft.open()}
          >
            {isNotYet ? "Ask anyway, with this reason" : "Open the ask"}
          </Button>
        )}
      </DialogActions>
    </Dialog>
  );
};

interface ReasonProps {
  readonly reason: string;
  readonly onReason: (reason: string) => void;
}

const Reason = ({ reason, onReason }: ReasonProps) => (
  <TextArea
    label="Why you ask all the same"
    hint="The reason is kept with the ask."
    maxLength={500}
    ref={useFirstFocus<HTMLTextAreaElement>()}
    value={reason}
    onText={onReason}
  />
);

interface OfferProps {
  readonly offer: Size | undefined;
  readonly onChoose: (offer: Size | undefined) => void;
}

const Offer = ({ offer, onChoose }: OfferProps) => (
  <Disclosure summary="Offer something with it">
    <SizeChoice legend="It would mean to them" tone="give" value={offer} onChoose={onChoose} />
    {offer !== undefined && (
      <div>
        <Button small tone="quiet" onClick={() => onChoose(undefined)}>
          Offer nothing
        </Button>
      </div>
    )}
  </Disclosure>
);
