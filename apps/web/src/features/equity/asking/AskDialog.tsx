import type { Ask } from "@comity/domain/equity/schema";
import { useState } from "react";
import { Button } from "../../../ui/Button.tsx";
import { Dialog, DialogActions } from "../../../ui/Dialog.tsx";
import { Disclosure } from "../../../ui/Disclosure.tsx";
import { TextArea, TextField } from "../../../ui/Field.tsx";
import { Trouble } from "../../../ui/Trouble.tsx";
import { useFirstFocus } from "../../../ui/useFirstFocus.ts";
import styles from "./AskDialog.module.css";
import { CostChoice } from "./CostChoice.tsx";
import { EarningGifts } from "./EarningGifts.tsx";
import { PlanForDay } from "./PlanForDay.tsx";
import { SizeChoice } from "../SizeChoice.tsx";
import { type AskPrefill, useAskDraft } from "./useAskDraft.ts";
import { UsualAsks } from "./UsualAsks.tsx";
import { Arithmetic, Verdict } from "./Verdict.tsx";

interface AskDialogProps {
  readonly partnerId: string;
  readonly name: string;
  /** An ask that was begun elsewhere, as in a message. */
  readonly prefill?: AskPrefill | undefined;
  readonly onClose: () => void;
  readonly onAsked: (ask: Ask) => void;
}

/** An ask, judged while it is written. The page judges first; the server has the last word. */
export const AskDialog = ({ partnerId, name, prefill, onClose, onAsked }: AskDialogProps) => {
  const draft = useAskDraft({ partnerId, prefill, onAsked });
  const first = useFirstFocus<HTMLInputElement>();
  const [isOverriding, setOverriding] = useState(false);
  const { verdict, cost, offer } = draft;
  const isNotYet = verdict?.verdict === "not-yet";
  return (
    <Dialog title={`Ask ${name}`} tone="ask" wide onClose={onClose}>
      <div className={styles.what}>
        <TextField
          label="What would you like to ask?"
          placeholder="A look at my draft, an introduction"
          maxLength={200}
          ref={first}
          value={draft.what}
          onText={draft.setWhat}
        />
        <UsualAsks picked={draft.kindId} onPick={draft.pick} />
      </div>
      <CostChoice
        legend="Saying yes would take them"
        value={cost}
        other={draft.otherCost}
        onChoose={draft.setCost}
      />
      <Judged partnerId={partnerId} name={name} draft={draft} />
      <div className={styles.more}>
        <Disclosure summary="Offer something with it">
          <SizeChoice
            legend="It would mean to them"
            tone="give"
            value={offer}
            onChoose={draft.setOffer}
          />
        </Disclosure>
        <Disclosure summary="Plan it for a day">
          <PlanForDay partnerId={partnerId} name={name} asked={{ cost, offer }} />
        </Disclosure>
        {verdict !== undefined && draft.statement !== undefined && (
          <Disclosure summary="Show the arithmetic">
            <Arithmetic verdict={verdict} statement={draft.statement} name={name} />
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
            disabled={!draft.isReady}
            aria-disabled={draft.isSaving}
            onClick={() => void draft.open()}
          >
            {isNotYet ? "Ask anyway, with this reason" : "Open the ask"}
          </Button>
        )}
      </DialogActions>
    </Dialog>
  );
};

interface JudgedProps {
  readonly partnerId: string;
  readonly name: string;
  readonly draft: ReturnType<typeof useAskDraft>;
}

/** The verdict, and the gifts that would earn what is not earned yet. */
const Judged = ({ partnerId, name, draft }: JudgedProps) => {
  const { verdict, statement, cost, offer } = draft;
  if (verdict === undefined || statement === undefined) return null;
  return (
    <>
      <Verdict
        verdict={verdict}
        statement={statement}
        name={name}
        offer={offer}
        onOffer={draft.setOffer}
      />
      <EarningGifts
        partnerId={partnerId}
        verdict={verdict}
        statement={statement}
        asked={{ cost, offer }}
        onChange={draft.judgeAgain}
      />
    </>
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
