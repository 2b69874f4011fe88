import { amountInWords, sizesEp } from "@comity/domain/equity/rules";
import type { Ask, Size } from "@comity/domain/equity/schema";
import { useState } from "react";
import { newId } from "../../../identity/newId.ts";
import { Button } from "../../../ui/Button.tsx";
import { msOf, nowMs, shortDay } from "../../../ui/clock.ts";
import { Trouble } from "../../../ui/Trouble.tsx";
import { useFirstFocus } from "../../../ui/useFirstFocus.ts";
import { workspace } from "../../../workspace/client.ts";
import { useWrite } from "../../../workspace/useWrite.ts";
import styles from "./Asks.module.css";
import { askedHow, endInWords, runsOut } from "./asksInWords.ts";
import { useRefresh } from "../reading.ts";
import { SizeChoice } from "../SizeChoice.tsx";
import { sayEnded, sayWrittenDown } from "../account/takeBack.ts";
import { sizes } from "../words.ts";

interface OpenAskProps {
  readonly ask: Ask;
  readonly name: string;
  /** Its place on the page is gone then, so the focus needs another. */
  readonly onAnswered: () => void;
}

/** An ask that can be answered: it is open, or ran out and was answered after all. */
export const OpenAsk = ({ ask, name, onAnswered }: OpenAskProps) => {
  const [step, setStep] = useState<"answer" | "yes" | "no yes">("answer");
  const { grant, end, isSaving, trouble } = useAnswer(ask, onAnswered);
  const how = askedHow(ask);
  return (
    <li className={ask.state === "open" ? styles.open : styles.unanswered}>
      <div>
        <span className={styles.what}>{ask.what}</span>
        <small>
          {[
            `asked ${shortDay(msOf(ask.openedAt))}`,
            `would take ${name} ${amountInWords(ask.cost)}`,
            ask.state === "open" ? runsOut(ask, nowMs()) : endInWords(ask),
          ].join(" · ")}
        </small>
        {how !== undefined && <small>{how}</small>}
      </div>
      {step === "yes" ? (
        <Granted
          ask={ask}
          isSaving={isSaving}
          onGrant={(benefit, entryId) => void grant(benefit, entryId)}
          onCancel={() => setStep("no yes")}
        />
      ) : (
        <Answers
          state={ask.state}
          isReturned={step === "no yes"}
          isSaving={isSaving}
          onYes={() => setStep("yes")}
          onEnd={(ending) => void end(ending)}
        />
      )}
      {trouble !== undefined && <Trouble>{trouble}</Trouble>}
    </li>
  );
};

type Ending = "declined" | "withdrawn";

interface AnswersProps {
  readonly state: Ask["state"];
  /** A yes was thought better of: the focus goes back to its button. */
  readonly isReturned: boolean;
  readonly isSaving: boolean;
  readonly onYes: () => void;
  readonly onEnd: (ending: Ending) => void;
}

const Answers = ({ state, isReturned, isSaving, onYes, onEnd }: AnswersProps) => {
  const returned = useFirstFocus<HTMLButtonElement>();
  return (
    <div className={styles.answers}>
      <Button small ref={isReturned ? returned : undefined} onClick={onYes}>
        They said yes
      </Button>
      <Button small aria-disabled={isSaving} onClick={() => onEnd("declined")}>
        They said no
      </Button>
      {state === "open" && (
        <Button small tone="quiet" aria-disabled={isSaving} onClick={() => onEnd("withdrawn")}>
          Take it back
        </Button>
      )}
    </div>
  );
};

const useAnswer = (ask: Ask, onAnswered: () => void) => {
  const refresh = useRefresh();
  const { write, isSaving, trouble } = useWrite();

  const grant = (benefit: Size | undefined, entryId: string) =>
    write(async () => {
      const meant = benefit === undefined ? {} : { benefit };
      await workspace.asks.grant(ask.id, { entryId, ...meant });
      sayWrittenDown({ id: entryId, partnerId: ask.partnerId }, refresh, ask.id);
      await refresh(ask.partnerId);
      onAnswered();
    });

  const end = (ending: Ending) =>
    write(async () => {
      await (ending === "declined"
        ? workspace.asks.decline(ask.id)
        : workspace.asks.withdraw(ask.id));
      sayEnded(ask, ending === "declined" ? "They said no." : "The ask is taken back.", refresh);
      await refresh(ask.partnerId);
      onAnswered();
    });

  return { grant, end, isSaving, trouble };
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
          aria-disabled={isSaving}
          onClick={() => onGrant(benefit, entryId)}
        >
          Write it down
        </Button>
        <Button small tone="quiet" aria-disabled={isSaving} onClick={onCancel}>
          Cancel
        </Button>
      </div>
    </div>
  );
};
