import { usuallyBy } from "@comity/domain/contact/rules";
import type { Contact, ContactBy, ContactMeans } from "@comity/domain/contact/schema";
import { type FormEvent, useEffect, useRef, useState } from "react";
import { newId } from "../../identity/newId.ts";
import { Button } from "../../ui/Button.tsx";
import { Choice } from "../../ui/Choice.tsx";
import { noonOf, nowMs, today } from "../../ui/clock.ts";
import { DateField } from "../../ui/DateField.tsx";
import { Dialog, DialogActions } from "../../ui/Dialog.tsx";
import { TextField } from "../../ui/Field.tsx";
import { Trouble } from "../../ui/Trouble.tsx";
import { useDraft } from "../../ui/useDraft.ts";
import { workspace } from "../../workspace/client.ts";
import { useWrite } from "../../workspace/useWrite.ts";
import styles from "./ContactDialog.module.css";
import { byInWords, laterOf, meansInWords, nextInWords } from "./contactInWords.ts";

export interface Rhythm {
  readonly lastContactAt: string | null;
  readonly cadenceDays: number;
}

interface ContactDialogProps {
  readonly partnerId: string;
  readonly name: string;
  /** Undefined while it is not known yet. */
  readonly rhythm: Rhythm | undefined;
  readonly onClose: () => void;
  readonly onRecorded: (contact: Contact, next: string) => void;
}

const noteCharactersMax = 2_000;
const means: ReadonlyArray<ContactMeans> = ["met", "called", "wrote"];
const sides: ReadonlyArray<ContactBy> = ["me", "them", "both"];

/** That the two of you were in touch, without a gift: how, and all else has a sensible default. */
export const ContactDialog = ({
  partnerId,
  name,
  rhythm,
  onClose,
  onRecorded,
}: ContactDialogProps) => {
  const draft = useContactDraft(partnerId);
  const { write, isSaving, trouble } = useWrite();
  const next = nextOf(draft.atMs, rhythm);
  const form = useRef<HTMLFormElement>(null);
  // The first question has the focus, so that arrow keys answer it.
  useEffect(() => form.current?.querySelector<HTMLElement>("input:checked")?.focus(), []);
  const record = (event: FormEvent): void => {
    event.preventDefault();
    if (!draft.isReady) return;
    void write(async () => {
      const contact = await workspace.contacts.record(draft.said());
      draft.clear();
      onClose();
      onRecorded(contact, next ?? "the rhythm begins anew");
    });
  };
  return (
    <Dialog title={`In touch with ${name}`} onClose={onClose}>
      <form ref={form} className={styles.form} onSubmit={record}>
        <Choice
          legend="How were you in touch?"
          options={means.map((value) => ({ value, label: meansInWords[value] }))}
          value={draft.means}
          onChoose={draft.setMeans}
        />
        <Choice
          legend="Who reached out?"
          options={sides.map((value) => ({ value, label: byInWords(value, name) }))}
          value={draft.by}
          onChoose={draft.setBy}
        />
        <DateField label="When" max={today()} value={draft.day} onDate={draft.setDay} />
        <TextField
          label="A line about it"
          maxLength={noteCharactersMax}
          autoComplete="off"
          hint={
            draft.note.length > noteCharactersMax * 0.8
              ? `${draft.note.length.toLocaleString("en")} of ${noteCharactersMax.toLocaleString("en")}`
              : "Only you see it."
          }
          value={draft.note}
          onText={draft.setNote}
        />
        <p className={styles.next} aria-live="polite">
          {next !== undefined && `It begins your rhythm anew; ${next}.`}
        </p>
        {trouble !== undefined && <Trouble>{trouble}</Trouble>}
        <DialogActions>
          <Button tone="quiet" onClick={onClose}>
            Cancel
          </Button>
          <Button tone="give" type="submit" disabled={!draft.isReady} busy={isSaving}>
            Write it down
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
};

const nextOf = (atMs: number, rhythm: Rhythm | undefined): string | undefined =>
  rhythm === undefined
    ? undefined
    : nextInWords(laterOf(rhythm.lastContactAt, atMs), rhythm.cadenceDays);

/** What is chosen and typed. How the two were in touch says who usually reached out. */
const useContactDraft = (partnerId: string) => {
  const [id] = useState(newId);
  const [means, setMeans] = useState<ContactMeans>("met");
  const [saidBy, setBy] = useState<ContactBy>();
  const [day, setDay] = useState(today);
  const [isDay, setIsDay] = useState(true);
  const [note, setNote, clear] = useDraft(`contact ${partnerId}`);
  const by = saidBy ?? usuallyBy(means);
  const isToday = day === today();
  return {
    means,
    setMeans,
    by,
    setBy,
    day,
    // Half a word is no day yet; the one before stays until then.
    setDay: (chosen: string | undefined): void => {
      setIsDay(chosen !== undefined && chosen !== "");
      if (chosen !== undefined) setDay(chosen);
    },
    note,
    setNote,
    clear,
    isReady: isDay,
    atMs: isToday ? nowMs() : noonOf(day === "" ? today() : day).getTime(),
    said: () => ({
      id,
      partnerId,
      means,
      by,
      note: note.trim(),
      ...(isToday ? {} : { at: day }),
    }),
  };
};
