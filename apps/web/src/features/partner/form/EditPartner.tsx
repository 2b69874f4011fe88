import type { Partner } from "@comity/domain/partner/schema";
import { useState } from "react";
import { Button } from "../../ui/Button.tsx";
import { Dialog, DialogActions } from "../../ui/Dialog.tsx";
import { Trouble } from "../../ui/Trouble.tsx";
import { troubleInWords } from "../../workspace/troubleInWords.ts";
import styles from "./AddPartner.module.css";
import { issuesOf, PartnerFields } from "./PartnerFields.tsx";
import fieldStyles from "./PartnerFields.module.css";
import {
  changeOf,
  differingFields,
  fieldsInWords,
  formOf,
  type PartnerForm,
} from "./partnerForm.ts";
import { useSavePartner } from "./savePartner.ts";

interface EditPartnerProps {
  readonly partner: Partner;
  readonly onClose: () => void;
}

export const EditPartner = ({ partner, onClose }: EditPartnerProps) => {
  const [form, setForm] = useState(() => formOf(partner));
  const { save, takeNewer, newer, isSaving, failure } = useSavePartner(partner, onClose);
  return (
    <Dialog title={`Edit ${partner.name}`} onClose={onClose}>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          void save(changeOf(form));
        }}
      >
        <PartnerFields form={form} onForm={setForm} issues={issuesOf(failure)} />
        {newer !== undefined && <Versions mine={form} theirs={formOf(newer)} />}
        {failure !== undefined && <Trouble>{troubleInWords(failure)}</Trouble>}
        <DialogActions>
          {newer === undefined ? (
            <Button tone="quiet" onClick={onClose}>
              Cancel
            </Button>
          ) : (
            <Button onClick={takeNewer}>Take the other version</Button>
          )}
          <Button tone="give" type="submit" disabled={isSaving}>
            {newer === undefined ? "Save" : "Save mine over it"}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
};

interface VersionsProps {
  readonly mine: PartnerForm;
  readonly theirs: PartnerForm;
}

/** What stands on the server in the fields where it differs from what is typed here. */
const Versions = ({ mine, theirs }: VersionsProps) => (
  <div className={fieldStyles.versions} role="alert">
    <p>This was changed elsewhere meanwhile. What you typed is kept above; there it now says:</p>
    <dl>
      {differingFields(mine, theirs).map((field) => (
        <div key={field}>
          <dt>{fieldsInWords[field]}</dt>
          <dd>{theirs[field] === "" ? "(empty)" : theirs[field]}</dd>
        </div>
      ))}
    </dl>
  </div>
);
