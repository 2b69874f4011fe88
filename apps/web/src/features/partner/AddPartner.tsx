import type { Partner } from "@comity/domain/partner/schema";
import { useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useRef, useState } from "react";
import { newId } from "../../identity/newId.ts";
import { Button } from "../../ui/Button.tsx";
import { Dialog, DialogActions } from "../../ui/Dialog.tsx";
import { TextArea } from "../../ui/Field.tsx";
import { Trouble } from "../../ui/Trouble.tsx";
import { useDraft } from "../../ui/useDraft.ts";
import { workspace } from "../../workspace/client.ts";
import { keys } from "../../workspace/keys.ts";
import { troubleInWords } from "../../workspace/troubleInWords.ts";
import styles from "./AddPartner.module.css";
import { issuesOf, PartnerFields } from "./PartnerFields.tsx";
import { changeOf, emptyForm, type PartnerForm } from "./partnerForm.ts";

interface AddPartnerProps {
  readonly onClose: () => void;
  readonly onAdded: (partner: Partner) => void;
}

/** Writes a partner down by hand. What was typed stays when the dialog is closed by mistake. */
export const AddPartner = ({ onClose, onAdded }: AddPartnerProps) => {
  const client = useQueryClient();
  const [written, write, clear] = useDraft("new partner", JSON.stringify(emptyForm));
  const [notes, setNotes, clearNotes] = useDraft("new partner notes");
  const [id] = useState(newId);
  const [isSaving, setSaving] = useState(false);
  const [failure, setFailure] = useState<unknown>();
  const isSent = useRef(false);
  const form = JSON.parse(written) as PartnerForm;

  const add = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (isSent.current) return;
    isSent.current = true;
    setSaving(true);
    setFailure(undefined);
    const { knownSince, ...rest } = changeOf(form);
    try {
      const partner = await workspace.partners.add({
        id,
        ...rest,
        notes,
        ...(knownSince === null ? {} : { knownSince }),
      });
      clear();
      clearNotes();
      client.setQueryData(keys.details(partner.id), partner);
      void client.resetQueries({ queryKey: keys.partners });
      onAdded(partner);
    } catch (error) {
      setFailure(error);
      isSent.current = false;
      setSaving(false);
    }
  };

  return (
    <Dialog title="Add a partner" onClose={onClose}>
      <form className={styles.form} onSubmit={(event) => void add(event)}>
        <PartnerFields
          form={form}
          onForm={(next) => write(JSON.stringify(next))}
          issues={issuesOf(failure)}
        />
        <TextArea label="Notes" value={notes} onText={setNotes} maxLength={10_000} />
        {failure !== undefined && <Trouble>{troubleInWords(failure)}</Trouble>}
        <DialogActions>
          <Button tone="quiet" onClick={onClose}>
            Cancel
          </Button>
          <Button tone="give" type="submit" disabled={isSaving}>
            Add
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
};
