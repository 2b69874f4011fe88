import type { DuplicateCandidate, Partner } from "@comity/domain/partner/schema";
import { useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useRef, useState } from "react";
import { useLocation } from "wouter";
import { newId } from "../../identity/newId.ts";
import { Button } from "../../ui/Button.tsx";
import { Dialog, DialogActions } from "../../ui/Dialog.tsx";
import { Disclosure } from "../../ui/Disclosure.tsx";
import { TextArea, TextField } from "../../ui/Field.tsx";
import { Trouble } from "../../ui/Trouble.tsx";
import { useDraft } from "../../ui/useDraft.ts";
import { useFirstFocus } from "../../ui/useFirstFocus.ts";
import { workspace } from "../../workspace/client.ts";
import { issuesOf } from "../../workspace/issuesOf.ts";
import { troubleInWords } from "../../workspace/troubleInWords.ts";
import styles from "./AddPartner.module.css";
import { type Change, isNothing, takenBackBy } from "./conflicts.ts";
import { MayBe } from "./form/MayBe.tsx";
import { addedTo, describedBy, useMayBe } from "./form/mayBe.ts";
import {
  AffiliationFields,
  KindChoice,
  MeetingFields,
  nameCharactersMax,
  ReachFields,
  TagField,
} from "./form/PartnerFields.tsx";
import { changeOf, emptyForm, isReady, type PartnerForm } from "./form/partnerForm.ts";
import { usePartnerVerbs } from "./page/partnerVerbs.ts";
import { sayChanged, showSaved } from "./savePartner.ts";

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
          hint={
            form.name.length > nameCharactersMax * 0.8
              ? `${form.name.length} of ${nameCharactersMax}`
              : undefined
          }
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
        <Disclosure
          summary="Where they work, how to reach them, tags and notes"
          open={hasMore(change)}
        >
          <KindChoice {...fields} />
          <AffiliationFields {...fields} />
          <ReachFields {...fields} />
          <TagField {...fields} />
          <MeetingFields {...fields} />
          <TextArea
            label="Notes"
            value={notes}
            onText={draft.setNotes}
            maxLength={notesCharactersMax}
            counted={notes.length > notesCharactersMax * 0.8}
          />
        </Disclosure>
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

const isFilled = (value: unknown): boolean =>
  Array.isArray(value) ? value.length > 0 : value !== "" && value !== null && value !== undefined;

/** Whether there is more than a name. */
const hasMore = ({ name: _name, kind: _kind, ...more }: Change): boolean =>
  Object.values(more).some(isFilled);

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

interface Adding {
  readonly change: Change;
  readonly another: React.RefObject<HTMLButtonElement | null>;
  readonly onAdded: (partner: Partner) => void;
}

/** Adds one, once. Where it may be somebody known, the first Enter leads to that question, the second adds. */
const useAdding = ({ change, another, onAdded }: Adding) => {
  const client = useQueryClient();
  const { added } = usePartnerVerbs();
  const [id] = useState(newId);
  const [apart, setApart] = useState<ReadonlyArray<string>>([]);
  const [isSaving, setSaving] = useState(false);
  const [failure, setFailure] = useState<unknown>();
  const isSent = useRef(false);
  const isWanted = useRef(false);
  const { candidates: alike, lookNow } = useMayBe(describedBy(change));
  const notApart = (all: ReadonlyArray<DuplicateCandidate>) =>
    all.filter(({ partner }) => !apart.includes(partner.id));

  const once = async (write: () => Promise<void>): Promise<void> => {
    if (isSent.current) return;
    isSent.current = true;
    setSaving(true);
    setFailure(undefined);
    try {
      await write();
    } catch (error) {
      setFailure(error);
    } finally {
      isSent.current = false;
      setSaving(false);
    }
  };

  const put = async (others: ReadonlyArray<string>): Promise<void> => {
    const said = Object.fromEntries(Object.entries(change).filter(([, value]) => isFilled(value)));
    const partner = await workspace.partners.add({ ...said, id, name: change.name ?? "" });
    // Said once, it is not asked again. If this fails, the next look asks.
    for (const other of others) {
      void workspace.duplicates.tellApart(partner.id, other).catch(() => undefined);
    }
    showSaved(client, partner);
    added(partner);
    onAdded(partner);
  };

  const add = (): Promise<void> =>
    once(async () => {
      if (notApart(await lookNow()).length === 0) return put(apart);
      isWanted.current = true;
      requestAnimationFrame(() => another.current?.focus());
    });

  const isAnother = (): void => {
    const others = [...apart, ...candidates.map(({ partner }) => partner.id)];
    setApart(others);
    if (isWanted.current) void once(() => put(others));
  };

  const addTo = (known: Partner, onDone: (partner: Partner) => void): Promise<void> =>
    once(async () => {
      const more = addedTo(known, change);
      if (!isNothing(more)) {
        const saved = await workspace.partners.change(known, more);
        showSaved(client, saved);
        sayChanged(client, `Added to ${known.name}.`, { saved, back: takenBackBy(known, more) });
      }
      onDone(known);
    });

  const candidates = notApart(alike);
  return { candidates, add, addTo, isAnother, isSaving, failure };
};
