import type { Partner } from "@comity/domain/partner/schema";
import type { ReactNode } from "react";
import { Button } from "../../../ui/Button.tsx";
import { Trouble } from "../../../ui/Trouble.tsx";
import { issuesOf } from "../../../workspace/issuesOf.ts";
import { troubleInWords } from "../../../workspace/troubleInWords.ts";
import type { Change } from "../conflicts.ts";
import { Versions } from "../form/Versions.tsx";
import { useSavePartner } from "../savePartner.ts";
import styles from "./SectionEditor.module.css";
import { useLeaving } from "./useLeaving.ts";

interface SectionEditorProps {
  readonly partner: Partner;
  /** What it says by now. */
  readonly change: Change;
  readonly isReady?: boolean;
  /** Said when it is saved. */
  readonly said: string;
  readonly onDone: () => void;
  /** A verb beside Save and Cancel. */
  readonly more?: ReactNode;
  readonly children: ReactNode;
}

/** A part of a partner that is edited where it stands: Escape leaves it, Ctrl or Cmd with Enter saves. */
export const SectionEditor = (props: SectionEditorProps) => {
  const { partner, change, isReady = true, said, onDone, more, children } = props;
  const { save, takeNewer, conflict, sides, setSides, isSaving, failure } = useSavePartner(
    partner,
    onDone,
    said,
  );
  const form = useLeaving<HTMLFormElement>({
    onEscape: onDone,
    onSend: () => form.current?.requestSubmit(),
  });
  return (
    <form
      ref={form}
      className={styles.editor}
      onSubmit={(event) => {
        event.preventDefault();
        if (isReady) void save(change);
      }}
    >
      {children}
      {conflict !== undefined && (
        <Versions conflict={conflict} mine={change} sides={sides} onSides={setSides} />
      )}
      {failure !== undefined && <Trouble>{firstIssueOf(failure)}</Trouble>}
      <div className={styles.verbs}>
        <Button small tone="give" type="submit" disabled={isSaving || !isReady}>
          {conflict === undefined ? "Save" : "Save mine over it"}
        </Button>
        {conflict !== undefined && (
          <Button small onClick={takeNewer}>
            Take the other version
          </Button>
        )}
        <Button small tone="quiet" onClick={onDone}>
          Discard
        </Button>
        {more}
      </div>
    </form>
  );
};

/** What is wrong with a field says more than that something is. */
const firstIssueOf = (failure: unknown): string =>
  [...issuesOf(failure).values()][0] ?? troubleInWords(failure);
