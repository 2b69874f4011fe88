import type { Partner } from "@comity/domain/partner/schema";
import { useState } from "react";
import { Button } from "../../../ui/Button.tsx";
import { Dialog, DialogActions } from "../../../ui/Dialog.tsx";
import { Disclosure } from "../../../ui/Disclosure.tsx";
import { TextField } from "../../../ui/Field.tsx";
import { Trouble } from "../../../ui/Trouble.tsx";
import { useFirstFocus } from "../../../ui/useFirstFocus.ts";
import { issuesOf } from "../../../workspace/issuesOf.ts";
import { troubleInWords } from "../../../workspace/troubleInWords.ts";
import styles from "../AddPartner.module.css";
import { useSavePartner } from "../savePartner.ts";
import {
  AffiliationFields,
  ExternalIdsField,
  KindChoice,
  MeetingFields,
  nameCharactersMax,
  ReachFields,
  TagField,
} from "./PartnerFields.tsx";
import { changeOf, formOf, isReady } from "./partnerForm.ts";
import { Versions } from "./Versions.tsx";

interface EditPartnerProps {
  readonly partner: Partner;
  readonly onClose: () => void;
}

/** Who they are and how to reach them, in one calm form. What they want and your notes have their own place. */
export const EditPartner = ({ partner, onClose }: EditPartnerProps) => {
  const [form, setForm] = useState(() => formOf(partner));
  const { save, takeNewer, conflict, sides, setSides, isSaving, failure } = useSavePartner(
    partner,
    onClose,
  );
  const first = useFirstFocus<HTMLInputElement>();
  const fields = { form, onForm: setForm, issues: issuesOf(failure) };
  return (
    <Dialog title={`Edit ${partner.name}`} onClose={onClose}>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          if (isReady(form)) void save(changeOf(form));
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
          onText={(name) => setForm({ ...form, name })}
        />
        <KindChoice {...fields} />
        <AffiliationFields {...fields} />
        <ReachFields {...fields} />
        <TagField {...fields} />
        <MeetingFields {...fields} />
        <Disclosure summary="Ids in other systems" open={form.externalIds !== ""}>
          <ExternalIdsField {...fields} />
        </Disclosure>
        {conflict !== undefined && (
          <Versions conflict={conflict} mine={changeOf(form)} sides={sides} onSides={setSides} />
        )}
        {failure !== undefined && <Trouble>{troubleInWords(failure)}</Trouble>}
        <DialogActions>
          {conflict === undefined ? (
            <Button tone="quiet" onClick={onClose}>
              Cancel
            </Button>
          ) : (
            <Button onClick={takeNewer}>Take the other version</Button>
          )}
          <Button tone="give" type="submit" disabled={isSaving || !isReady(form)}>
            {conflict === undefined ? "Save" : "Save as chosen"}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
};
