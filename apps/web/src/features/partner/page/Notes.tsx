import type { Partner } from "@comity/domain/partner/schema";
import { Button } from "../../../ui/Button.tsx";
import { TextArea } from "../../../ui/Field.tsx";
import { useDraft } from "../../../ui/useDraft.ts";
import styles from "./Notes.module.css";
import { SectionEditor } from "./SectionEditor.tsx";
import { useFocusBack } from "./useFocusBack.ts";

interface NotesProps {
  readonly partner: Partner;
  readonly isEditing: boolean;
  readonly onEditing: (isEditing: boolean) => void;
}

const notesCharactersMax = 10_000;

/** Notes about a partner, edited where they stand. */
export const Notes = ({ partner, isEditing, onEditing }: NotesProps) => {
  const place = useFocusBack<HTMLElement>(isEditing);
  return (
    <section
      ref={place}
      className={`${styles.notes} ${partner.notes === "" ? styles.blank : ""}`}
      aria-labelledby="notes"
    >
      <h2 id="notes">Notes</h2>
      {isEditing ? (
        <NotesEditor partner={partner} onDone={() => onEditing(false)} />
      ) : (
        <>
          {partner.notes !== "" && <p className={styles.text}>{partner.notes}</p>}
          <div>
            <Button
              small
              tone="quiet"
              className={styles.edit ?? ""}
              onClick={() => onEditing(true)}
            >
              {partner.notes === "" ? "Write a note" : "Edit the notes"}
            </Button>
          </div>
        </>
      )}
    </section>
  );
};

interface NotesEditorProps {
  readonly partner: Partner;
  readonly onDone: () => void;
}

const NotesEditor = ({ partner, onDone }: NotesEditorProps) => {
  const [notes, setNotes, clear] = useDraft(`notes ${partner.id}`, partner.notes);
  return (
    <SectionEditor
      partner={partner}
      change={{ notes }}
      said="The notes are saved."
      onDone={() => {
        clear();
        onDone();
      }}
    >
      <TextArea
        label="Notes, for you alone"
        rows={8}
        maxLength={notesCharactersMax}
        counted={notes.length > notesCharactersMax * 0.8}
        value={notes}
        onText={setNotes}
      />
    </SectionEditor>
  );
};
