import { amountInWords, sizesEp } from "@comity/domain/equity/rules";
import type { Kind, KindUse } from "@comity/domain/equity/schema";
import { type FormEvent, useRef, useState } from "react";
import { newId } from "../../identity/newId.ts";
import { Button } from "../../ui/Button.tsx";
import { Choice } from "../../ui/Choice.tsx";
import { Dialog, DialogActions } from "../../ui/Dialog.tsx";
import { TextField } from "../../ui/Field.tsx";
import { Trouble } from "../../ui/Trouble.tsx";
import { useFirstFocus } from "../../ui/useFirstFocus.ts";
import { workspace } from "../../workspace/client.ts";
import { troubleInWords } from "../../workspace/troubleInWords.ts";
import styles from "./CatalogueSettings.module.css";
import { addInWords, emptyKind, fieldsOfKind, formOfKind, kindInWords } from "./kindInWords.ts";
import type { Kinds } from "./useKinds.ts";
import { isStale } from "./usePolicy.ts";

const charactersMax = 120;

interface KindDialogProps {
  readonly use: KindUse;
  /** Left out: a new one. */
  readonly kind: Kind | undefined;
  readonly kinds: Kinds;
  readonly onClose: () => void;
}

/** Words and sizes of one kind. What was typed stays, also where somebody else was faster. */
export const KindDialog = ({ use, kind, kinds, onClose }: KindDialogProps) => {
  const [id] = useState(newId);
  const [form, setForm] = useState(() => (kind === undefined ? emptyKind : formOfKind(kind)));
  const { save, newer, isSaving, failure, isChecked } = useSaveKind({
    use,
    id,
    kind,
    kinds,
    onClose,
  });
  const first = useFirstFocus<HTMLInputElement>();
  const words = fieldsOfKind[use];
  const isNameless = isChecked && form.what.trim() === "";
  return (
    <Dialog title={kind === undefined ? addInWords[use] : kind.what} onClose={onClose}>
      <form
        className={styles.form}
        noValidate
        onSubmit={(event: FormEvent) => {
          event.preventDefault();
          if (form.what.trim() === "") first.current?.focus();
          void save(form);
        }}
      >
        <TextField
          ref={first}
          label={words.what}
          value={form.what}
          maxLength={charactersMax}
          autoComplete="off"
          error={isNameless ? "Say in a few words what it is." : undefined}
          onText={(what) => setForm({ ...form, what })}
        />
        <TextField
          label={words.received}
          hint={words.receivedHint}
          value={form.received}
          maxLength={charactersMax}
          autoComplete="off"
          onText={(received) => setForm({ ...form, received })}
        />
        {words.cost !== undefined && (
          <AmountChoice
            legend={words.cost}
            ep={form.cost}
            onChoose={(cost) => setForm({ ...form, cost })}
          />
        )}
        <AmountChoice
          legend={words.benefit}
          ep={form.benefit}
          onChoose={(benefit) => setForm({ ...form, benefit })}
        />
        {newer !== undefined && (
          <p className={styles.newer} role="alert">
            {`This was changed elsewhere meanwhile. What you typed is kept above; there it now says: ${kindInWords(newer)}.`}
          </p>
        )}
        {failure !== undefined && <Trouble>{troubleInWords(failure)}</Trouble>}
        <DialogActions>
          <Button tone="quiet" onClick={onClose}>
            {newer === undefined ? "Cancel" : "Take the other version"}
          </Button>
          <Button tone="give" type="submit" disabled={isSaving}>
            {newer !== undefined ? "Save mine over it" : kind === undefined ? "Add" : "Save"}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
};

interface Saving extends KindDialogProps {
  readonly id: string;
}

const useSaveKind = ({ use, id, kind, kinds, onClose }: Saving) => {
  const [base, setBase] = useState(kind);
  const [newer, setNewer] = useState<Kind>();
  const [isSaving, setSaving] = useState(false);
  const [isChecked, setChecked] = useState(false);
  const [failure, setFailure] = useState<unknown>();
  const isSent = useRef(false);

  /** What stands on the server now, so that a second save goes over it knowingly. */
  const lookAgain = async (before: Kind): Promise<void> => {
    const current = await workspace.catalogue.byId(before.id).catch(() => undefined);
    await kinds.readAgain();
    setBase(current ?? before);
    setNewer(current);
  };

  const save = async (form: typeof emptyKind): Promise<void> => {
    setChecked(true);
    const what = form.what.trim();
    if (isSent.current || what === "") return;
    isSent.current = true;
    setSaving(true);
    setFailure(undefined);
    const said = {
      ...form,
      what,
      received: form.received.trim() === "" ? what : form.received.trim(),
    };
    try {
      await (base === undefined ? kinds.add({ id, use, ...said }) : kinds.change(base, said));
      onClose();
    } catch (error) {
      if (isStale(error) && base !== undefined) await lookAgain(base);
      else setFailure(error);
    } finally {
      isSent.current = false;
      setSaving(false);
    }
  };

  return { save, newer, isSaving, failure, isChecked };
};

interface AmountChoiceProps {
  readonly legend: string;
  readonly ep: number;
  readonly onChoose: (ep: number) => void;
}

const usual = Object.values(sizesEp);

/** The five sizes, and beside them the amount that is there already, if it is none of these. */
const AmountChoice = ({ legend, ep, onChoose }: AmountChoiceProps) => {
  const [before] = useState(ep);
  const amounts = usual.includes(before) ? usual : [...usual, before].toSorted((a, b) => a - b);
  return (
    <Choice
      legend={legend}
      tone="give"
      options={amounts.map((each) => ({ value: String(each), label: amountInWords(each) }))}
      value={String(ep)}
      onChoose={(chosen) => onChoose(Number(chosen))}
    />
  );
};
