import type { Closeness, Help, Opening } from "@comity/domain/equity/schema";
import { useRef, useEffect, useState } from "react";
import { newId } from "../../../identity/newId.ts";
import { Button } from "../../../ui/Button.tsx";
import { Choice, type Option } from "../../../ui/Choice.tsx";
import { Trouble } from "../../../ui/Trouble.tsx";
import { workspace } from "../../../workspace/client.ts";
import { troubleInWords } from "../../../workspace/troubleInWords.ts";
import styles from "./OpeningForm.module.css";
import { sizeInWords, sizes } from "../words.ts";

interface OpeningFormProps {
  readonly partnerId: string;
  readonly name: string;
  readonly onCancel: () => void;
  readonly onAnswered: (entry: Opening) => void;
}

const closenesses: ReadonlyArray<Option<Closeness>> = [
  { value: "distant", label: "distant" },
  { value: "acquainted", label: "acquainted" },
  { value: "friendly", label: "friendly" },
  { value: "close", label: "close" },
];

const helps: ReadonlyArray<Option<Help>> = [
  { value: "none", label: "not yet" },
  ...sizes.map((size) => ({ value: size, label: sizeInWords[size] })),
];

/** What stood between the two before anything was written down: three questions, from memory. */
export const OpeningForm = ({ partnerId, name, onCancel, onAnswered }: OpeningFormProps) => {
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => form.current?.querySelector("input")?.focus(), []);
  const [closeness, setCloseness] = useState<Closeness>();
  const [given, setGiven] = useState<Help>("none");
  const [received, setReceived] = useState<Help>("none");
  const { answer, isSaving, trouble } = useAnswer(onAnswered);
  return (
    <form
      ref={form}
      className={styles.opening}
      aria-label="What stood between you before"
      onSubmit={(event) => {
        event.preventDefault();
        if (closeness === undefined) return;
        void answer({ partnerId, closeness, given, received });
      }}
    >
      <p className={styles.hint}>
        From memory, and roughly: it only keeps you from starting at zero.
      </p>
      <Choice
        legend="How close are you?"
        options={closenesses}
        value={closeness}
        onChoose={setCloseness}
      />
      <Choice
        legend={`All together, you have helped ${name}`}
        tone="give"
        options={helps}
        value={given}
        onChoose={setGiven}
      />
      <Choice
        legend={`All together, ${name} has helped you`}
        options={helps}
        value={received}
        onChoose={setReceived}
      />
      {trouble !== undefined && <Trouble>{trouble}</Trouble>}
      <div className={styles.verbs}>
        <Button tone="give" type="submit" disabled={closeness === undefined || isSaving}>
          Write it down
        </Button>
        <Button tone="quiet" onClick={onCancel}>
          Not now
        </Button>
      </div>
    </form>
  );
};

interface Answer {
  readonly partnerId: string;
  readonly closeness: Closeness;
  readonly given: Help;
  readonly received: Help;
}

/** One form has one id, so that two clicks write one entry. */
const useAnswer = (onAnswered: (entry: Opening) => void) => {
  const [id] = useState(newId);
  const [isSaving, setSaving] = useState(false);
  const [trouble, setTrouble] = useState<string>();
  const isSent = useRef(false);
  const answer = async (said: Answer): Promise<void> => {
    if (isSent.current) return;
    isSent.current = true;
    setSaving(true);
    setTrouble(undefined);
    try {
      onAnswered(await workspace.openings.answer({ id, ...said }));
    } catch (error) {
      setTrouble(troubleInWords(error));
      setSaving(false);
      isSent.current = false;
    }
  };
  return { answer, isSaving, trouble };
};
