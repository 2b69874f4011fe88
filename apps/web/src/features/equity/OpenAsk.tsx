import type { Ask, Size } from "@comity/domain/equity/schema";
import { sizesEp } from "@comity/domain/equity/rules";
import { useRef, useState } from "react";
import { newId } from "../../identity/newId.ts";
import { Button } from "../../ui/Button.tsx";
import { msOf, shortDay } from "../../ui/clock.ts";
import { toasts } from "../../ui/toasts.ts";
import { Trouble } from "../../ui/Trouble.tsx";
import { useFirstFocus } from "../../ui/useFirstFocus.ts";
import { workspace } from "../../workspace/client.ts";
import { troubleInWords } from "../../workspace/troubleInWords.ts";
import styles from "./Asks.module.css";
import { useRefresh } from "./reading.ts";
import { SizeChoice } from "./SizeChoice.tsx";
import { amountInWords, sizes } from "./words.ts";

interface OpenAskProps {
  readonly ask: Ask;
  readonly name: string;
}

export const OpenAsk = ({ ask, name }: OpenAskProps) => {
  const [isGranting, setGranting] = useState(false);
  const { answer, isSaving, trouble } = useAnswer(ask);
  return (
    <li className={styles.open}>
      <div>
        <span className={styles.what}>{ask.what}</span>
        <small>{`asked ${shortDay(msOf(ask.openedAt))} · would take ${name} ${amountInWords(ask.cost)}`}</small>
        {ask.overrideReason !== null && (
          <small>{`Asked before it was earned: ${ask.overrideReason}`}</small>
        )}
      </div>
      {isGranting ? (
        <Granted
          ask={ask}
          isSaving={isSaving}
          onGrant={(benefit, entryId) =>
            void answer(
              () =>
                workspace.asks.grant(ask.id, {
                  entryId,
                  ...(benefit === undefined ? {} : { benefit }),
                }),
              "Written down.",
            )
          }
          onCancel={() => setGranting(false)}
        />
      ) : (
        <div className={styles.answers}>
          <Button small disabled={isSaving} onClick={() => setGranting(true)}>
            They said yes
          </Button>
          <Button
            small
            disabled={isSaving}
            onClick={() =>
              void answer(
                () => workspace.asks.decline(ask.id),
                "They said no. What it held is free again.",
              )
            }
          >
            They said no
          </Button>
          <Button
            small
            tone="quiet"
            disabled={isSaving}
            onClick={() =>
              void answer(
                () => workspace.asks.withdraw(ask.id),
                "Taken back. What it held is free again.",
              )
            }
          >
            Take it back
          </Button>
        </div>
      )}
      {trouble !== undefined && <Trouble>{trouble}</Trouble>}
    </li>
  );
};

const useAnswer = (ask: Ask) => {
  const refresh = useRefresh();
  const [isSaving, setSaving] = useState(false);
  const [trouble, setTrouble] = useState<string>();
  const isSent = useRef(false);
  const answer = async (send: () => Promise<Ask>, said: string): Promise<void> => {
    if (isSent.current) return;
    isSent.current = true;
    setSaving(true);
    setTrouble(undefined);
    try {
      await send();
      await refresh(ask.partnerId);
      toasts.show({ text: said });
    } catch (error) {
      setTrouble(troubleInWords(error));
    } finally {
      isSent.current = false;
      setSaving(false);
    }
  };
  return { answer, isSaving, trouble };
};

interface GrantedProps {
  readonly ask: Ask;
  readonly isSaving: boolean;
  readonly onGrant: (benefit: Size | undefined, entryId: string) => void;
  readonly onCancel: () => void;
}

/** What it meant is taken to be what it cost, unless something else is said. */
const Granted = ({ ask, isSaving, onGrant, onCancel }: GrantedProps) => {
  const first = useFirstFocus<HTMLButtonElement>();
  const usual = sizes.find((size) => sizesEp[size] === ask.cost);
  const [benefit, setBenefit] = useState(usual);
  const [entryId] = useState(newId);
  return (
    <div className={styles.granted}>
      <SizeChoice
        legend="How much did it mean to you?"
        tone="ask"
        value={benefit}
        onChoose={setBenefit}
      />
      <div className={styles.answers}>
        <Button
          small
          tone="ask"
          ref={first}
          disabled={isSaving}
          onClick={() => onGrant(benefit, entryId)}
        >
          Write it down
        </Button>
        <Button small tone="quiet" disabled={isSaving} onClick={onCancel}>
          Cancel
        </Button>
      </div>
    </div>
  );
};
