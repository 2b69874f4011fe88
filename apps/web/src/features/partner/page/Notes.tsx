import type { Partner } from "@comity/domain/partner/schema";
import { Button } from "../../ui/Button.tsx";
import { TextArea } from "../../ui/Field.tsx";
import { Trouble } from "../../ui/Trouble.tsx";
import { useDraft } from "../../ui/useDraft.ts";
import { useFirstFocus } from "../../ui/useFirstFocus.ts";
import { troubleInWords } from "../../workspace/troubleInWords.ts";
import styles from "./Notes.module.css";
import fieldStyles from "./PartnerFields.module.css";
import { useSavePartner } from "./savePartner.ts";

interface NotesProps {
  readonly partner: Partner;
  readonly isEditing: boolean;
  readonly onEditing: (isEditing: boolean) => void;
}

/** Notes about a partner, edited where they stand. */
export const Notes = ({ partner, isEditing, onEditing }: NotesProps) => (
  <section className={styles.notes} aria-labelledby="notes">
    <h2 id="notes">Notes</h2>
    {isEditing ? (
      <NotesEditor partner={partner} onDone={() => onEditing(false)} />
    ) : (
      <>
        {partner.notes !== "" && <p className={styles.text}>{partner.notes}</p>}
        <div>
          <Button small tone="quiet" className={styles.edit} onClick={() => onEditing(true)}>
            {partner.notes === "" ? "Write a note" : "Edit the notes"}
          </Button>
        </div>
      </>
    )}
  </section>
);

interface NotesEditorProps {
  readonly partner: Partner;
  readonly onDone: () => void;
}

const NotesEditor = ({ partner, onDone }: NotesEditorProps) => {
  const first = useFirstFocus<HTMLTextAreaElement>();
  const [notes, setNotes, clear] = useDraft(`notes ${partner.id}`, partner.notes);
  const done = (): void => {
    clear();
    onDone();
  };
  const { save, takeNewer, newer, isSaving, failure } = useSavePartner(partner, done);
  return (
    <form
      className={styles.editor}
      onSubmit={(event) => {
        event.preventDefault();
        void save({ notes });
      }}
    >
      <TextArea
        label="Notes"
        rows={8}
        ref={first}
        onKeyDown={(event) => {
          if (event.key === "Escape") onDone();
          if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) void save({ notes });
        }}
        maxLength={10_000}
        value={notes}
        onText={setNotes}
      />
      {newer !== undefined && (
        <div className={fieldStyles.versions} role="alert">
          <p>
            These notes were changed elsewhere meanwhile. Yours are kept above; there it now says:
          </p>
          <p className={styles.text}>{newer.notes === "" ? "(empty)" : newer.notes}</p>
        </div>
      )}
      {failure !== undefined && <Trouble>{troubleInWords(failure)}</Trouble>}
      <div className={styles.verbs}>
        <Button small tone="give" type="submit" disabled={isSaving}>
          {newer === undefined ? "Save" : "Save mine over it"}
        </Button>
        {newer !== undefined && (
          <Button small onClick={takeNewer}>
            Take the other version
          </Button>
        )}
        <Button small tone="quiet" onClick={done}>
          Discard
        </Button>
      </div>
    </form>
  );
};
