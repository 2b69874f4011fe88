import { amountInWords, sizesEp } from "@comity/domain/equity/rules";
import type { Ask, EquityPolicy, Size } from "@comity/domain/equity/schema";
import { useRef, useState } from "react";
import { newId } from "../../identity/newId.ts";
import { Button } from "../../ui/Button.tsx";
import { msOf, nowMs, shortDay } from "../../ui/clock.ts";
import { toasts } from "../../ui/toasts.ts";
import { Trouble } from "../../ui/Trouble.tsx";
import { useFirstFocus } from "../../ui/useFirstFocus.ts";
import { workspace } from "../../workspace/client.ts";
import { troubleInWords } from "../../workspace/troubleInWords.ts";
import styles from "./Asks.module.css";
import { askedHow, type Ending, endingInWords, endInWords, runsOut } from "./asksInWords.ts";
import { useRefresh } from "./reading.ts";
import { SizeChoice } from "./SizeChoice.tsx";
import { sayWrittenDown } from "./takeBack.ts";
import { sizes } from "./words.ts";

interface OpenAskProps {
  readonly ask: Ask;
  readonly name: string;
  readonly policy: Pick<EquityPolicy, "declinedAskShare">;
  /** Its place on the page is gone then, so the focus needs another. */
  readonly onAnswered: () => void;
}

type Answer = "granted" | Ending;

/** An ask that can be answered: it is open, or ran out and was answered after all. */
export const OpenAsk = ({ ask, name, policy, onAnswered }: OpenAskProps) => {
  const [answer, setAnswer] = useState<Answer>();
  /** The answer that was thought better of: the focus goes back to its button. */
  const [dropped, setDropped] = useState<Answer>();
  const answering = useAnswer(ask, onAnswered);
  const how = askedHow(ask);
  const drop = (): void => {
    setDropped(answer);
    setAnswer(undefined);
  };
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
      {answer === undefined && (
        <Answers state={ask.state} returnedTo={dropped} onAnswer={setAnswer} />
      )}
      {answer === "granted" && (
        <Granted
          ask={ask}
          isSaving={answering.isSaving}
          onGrant={(benefit, entryId) => void answering.grant(benefit, entryId)}
          onCancel={drop}
        />
      )}
      {(answer === "declined" || answer === "withdrawn") && (
        <End
          what={endingInWords(answer, ask, policy)}
          label={answer === "declined" ? "They said no" : "Take it back"}
          isSaving={answering.isSaving}
          onEnd={() => void answering.end(answer)}
          onCancel={drop}
        />
      )}
      {answering.trouble !== undefined && <Trouble>{answering.trouble}</Trouble>}
    </li>
  );
};

interface AnswersProps {
  readonly state: Ask["state"];
  readonly returnedTo: Answer | undefined;
  readonly onAnswer: (answer: Answer) => void;
}

const Answers = ({ state, returnedTo, onAnswer }: AnswersProps) => {
  const returned = useFirstFocus<HTMLButtonElement>();
  const refFor = (answer: Answer) => (answer === returnedTo ? returned : undefined);
  return (
    <div className={styles.answers}>
      <Button small ref={refFor("granted")} onClick={() => onAnswer("granted")}>
        They said yes
      </Button>
      <Button small ref={refFor("declined")} onClick={() => onAnswer("declined")}>
        They said no
      </Button>
      {state === "open" && (
        <Button small tone="quiet" ref={refFor("withdrawn")} onClick={() => onAnswer("withdrawn")}>
          Take it back
        </Button>
      )}
    </div>
  );
};

const useAnswer = (ask: Ask, onAnswered: () => void) => {
  const refresh = useRefresh();
  const [isSaving, setSaving] = useState(false);
  const [trouble, setTrouble] = useState<string>();
  const isSent = useRef(false);

  const write = async (
    send: () => Promise<Ask>,
    onWritten: (answered: Ask) => void,
  ): Promise<void> => {
    if (isSent.current) return;
    isSent.current = true;
    setSaving(true);
    setTrouble(undefined);
    try {
      onWritten(await send());
      await refresh(ask.partnerId);
      onAnswered();
    } catch (error) {
      setTrouble(troubleInWords(error));
    } finally {
      isSent.current = false;
      setSaving(false);
    }
  };

  const grant = (benefit: Size | undefined, entryId: string) =>
    write(
      () =>
        workspace.asks.grant(ask.id, { entryId, ...(benefit === undefined ? {} : { benefit }) }),
      (granted) => {
        if (granted.entryId === null) return;
        sayWrittenDown({ id: granted.entryId, partnerId: ask.partnerId }, refresh);
      },
    );

  const isFreed = ask.state === "open" ? " What it held is free again." : "";
  const end = (ending: Ending) =>
    ending === "declined"
      ? write(
          () => workspace.asks.decline(ask.id),
          () => toasts.show({ text: `They said no.${isFreed}` }),
        )
      : write(
          () => workspace.asks.withdraw(ask.id),
          () => toasts.show({ text: `Taken back.${isFreed}` }),
        );

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

interface EndProps {
  readonly what: string;
  readonly label: string;
  readonly isSaving: boolean;
  readonly onEnd: () => void;
  readonly onCancel: () => void;
}

/** What cannot be undone asks once, in place. */
const End = ({ what, label, isSaving, onEnd, onCancel }: EndProps) => {
  const first = useFirstFocus<HTMLButtonElement>();
  return (
    <div className={styles.end}>
      <p>{what}</p>
      <div className={styles.answers}>
        <Button small tone="ask" ref={first} aria-disabled={isSaving} onClick={onEnd}>
          {label}
        </Button>
        <Button small tone="quiet" aria-disabled={isSaving} onClick={onCancel}>
          Cancel
        </Button>
      </div>
    </div>
  );
};
