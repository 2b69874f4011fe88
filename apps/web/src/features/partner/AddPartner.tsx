import type { Partner } from "@comity/domain/partner/schema";
import { type FormEvent, useRef } from "react";
import { useLocation } from "wouter";
import { Button } from "../../ui/Button.tsx";
import { Dialog, DialogActions } from "../../ui/Dialog.tsx";
import { Disclosure } from "../../ui/Disclosure.tsx";
import { TextArea, TextField } from "../../ui/Field.tsx";
import { Trouble } from "../../ui/Trouble.tsx";
import { useDraft } from "../../ui/useDraft.ts";
import { useFirstFocus } from "../../ui/useFirstFocus.ts";
import { issuesOf } from "../../workspace/issuesOf.ts";
import { troubleInWords } from "../../workspace/troubleInWords.ts";
import styles from "./AddPartner.module.css";
import { MayBe } from "./form/MayBe.tsx";
import {
  AffiliationFields,
  type FieldsProps,
  KindChoice,
  MeetingFields,
  nameCharactersMax,
  ReachFields,
  TagField,
} from "./form/PartnerFields.tsx";
import { changeOf, emptyForm, isReady, type PartnerForm } from "./form/partnerForm.ts";
import { leftInWords } from "./partnerInWords.ts";
import { hasMore, useAdding } from "./form/useAdding.ts";

interface AddPartnerProps {
  readonly onClose: () => void;
  readonly onAdded: (partner: Partner) => void;
}

const notesCharactersMax = 10_000;

/** Writes a partner down: a name is enough. What was typed stays when it is closed by mistake. */
export const AddPartner = ({ onClose, onAdded }: AddPartnerProps) => {
  const draft = useNewPartner();
  const { form, notes } = draft;
  const change = { ...changeOf(form), notes: notes.trim() };
  const first = useFirstFocus<HTMLInputElement>();
  const another = useRef<HTMLButtonElement>(null);
  const adding = useAdding({
    change,
    another,
    onAdded: (partner) => {
      draft.clear();
      onAdded(partner);
    },
  });
  const [, navigate] = useLocation();
  const fields = { form, onForm: draft.setForm, issues: issuesOf(adding.failure) };
  const leaveFor = (partner: Partner): void => {
    onClose();
    navigate(`/partners/${partner.id}`);
  };
  return (
    <Dialog title="Add a partner" onClose={onClose}>
      <form
        className={styles.form}
        onSubmit={(event: FormEvent) => {
          event.preventDefault();
          if (isReady(form)) void adding.add();
        }}
      >
        <TextField
          label="Name"
          ref={first}
          required
          maxLength={nameCharactersMax}
          autoComplete="off"
          value={form.name}
          error={fields.issues.get("name")}
          hint={leftInWords(form.name, nameCharactersMax)}
          onText={(name) => draft.setForm({ ...form, name })}
        />
        <MayBe
          candidates={adding.candidates}
          hasMore={hasMore(change)}
          another={another}
          onOpen={leaveFor}
          onAddTo={(partner) =>
            void adding.addTo(partner, (known) => {
              draft.clear();
              leaveFor(known);
            })
          }
          onAnother={adding.isAnother}
        />
        <MoreFields {...fields} notes={notes} onNotes={draft.setNotes} isOpen={hasMore(change)} />
        {adding.failure !== undefined && <Trouble>{troubleInWords(adding.failure)}</Trouble>}
        <DialogActions>
          <Button tone="quiet" onClick={onClose}>
            Cancel
          </Button>
          <Button tone="give" type="submit" busy={adding.isSaving} disabled={!isReady(form)}>
            Add
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
};

interface MoreFieldsProps extends FieldsProps {
  readonly notes: string;
  readonly onNotes: (notes: string) => void;
  /** Something is written there already. */
  readonly isOpen: boolean;
}

/** All beyond the name: it can be said later as well. */
const MoreFields = ({ notes, onNotes, isOpen, ...fields }: MoreFieldsProps) => (
  <Disclosure summary="Where they work, how to reach them, tags and notes" open={isOpen}>
    <KindChoice {...fields} />
    <AffiliationFields {...fields} />
    <ReachFields {...fields} />
    <TagField {...fields} />
    <MeetingFields {...fields} />
    <TextArea
      label="Notes"
      value={notes}
      onText={onNotes}
      maxLength={notesCharactersMax}
      counted={notes.length > notesCharactersMax * 0.8}
    />
  </Disclosure>
);

/** What is typed, kept until it is added. */
const useNewPartner = () => {
  const [written, write, clearForm] = useDraft("new partner", JSON.stringify(emptyForm()));
  const [notes, setNotes, clearNotes] = useDraft("new partner notes");
  return {
    form: JSON.parse(written) as PartnerForm,
    setForm: (next: PartnerForm) => write(JSON.stringify(next)),
    notes,
    setNotes,
    clear: (): void => {
      clearForm();
      clearNotes();
    },
  };
};
