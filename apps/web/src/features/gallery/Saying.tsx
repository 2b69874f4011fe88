import { useState } from "react";
import { Badge } from "../../ui/Badge.tsx";
import { Button } from "../../ui/Button.tsx";
import { Callout } from "../../ui/Callout.tsx";
import { Card, CardLink } from "../../ui/Card.tsx";
import { Chip } from "../../ui/ChipField.tsx";
import { Dialog, DialogActions } from "../../ui/Dialog.tsx";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { Hint } from "../../ui/Hint.tsx";
import { Skeleton } from "../../ui/Skeleton.tsx";
import { ToastNote } from "../../ui/Toaster.tsx";
import { toasts } from "../../ui/toasts.ts";
import { Trouble } from "../../ui/Trouble.tsx";
import { longText, Shelf, States } from "./Shelf.tsx";
import styles from "./Shelf.module.css";

const tones = ["give", "ask", "good", "danger"] as const;

const nothing = (): void => undefined;

/** What says something. */
export const Saying = () => (
  <>
    <Shelf title="Card">
      <States layout="grid">
        <Card title="Plain" verbs={<Button small>Verb</Button>}>
          <p>What belongs together lies on one sheet.</p>
        </Card>
        {tones.map((tone) => (
          <Card key={tone} tone={tone} title={tone}>
            <p>{tone === "good" ? longText : "With the line of what it is about."}</p>
          </Card>
        ))}
        <Card>
          <CardLink href="/design" title="A row that leads on" detail="And says where to." />
        </Card>
      </States>
    </Shelf>
    <Shelf title="Badge, Chip, Hint">
      <States>
        <Badge>unknown</Badge>
        {tones.map((tone) => (
          <Badge key={tone} tone={tone}>
            {tone}
          </Badge>
        ))}
        <Badge>{longText}</Badge>
        <Chip>editor</Chip>
        <Chip onRemove={nothing} removeLabel="Remove coach">
          coach
        </Chip>
      </States>
      <Hint>A first ask lands better after two gifts. Give something small before you ask.</Hint>
    </Shelf>
    <Shelf title="EmptyState, Skeleton">
      <EmptyState title="Nobody here yet.">
        <p>One sentence that says how to begin.</p>
        <Button tone="give">Begin</Button>
      </EmptyState>
      <Skeleton width="18rem" height="1.6rem" />
      <Skeleton width="12rem" height="1rem" />
    </Shelf>
    <Shelf title="Callout">
      {[...tones, "neutral" as const].map((tone) => (
        <Callout key={tone} tone={tone}>
          <p>{tone === "neutral" ? longText : `What is about ${tone}.`}</p>
        </Callout>
      ))}
    </Shelf>
    <Shelf title="Trouble">
      <Trouble>It could not be read.</Trouble>
      <Trouble onRetry={nothing}>{`Comity cannot be reached. ${longText}.`}</Trouble>
    </Shelf>
    <Shelf title="Toast">
      <div className={styles.toasts}>
        {notes.map((toast) => (
          <ToastNote key={toast.key} toast={toast} />
        ))}
      </div>
      <States>
        <Button onClick={() => toasts.show({ text: "Written down.", action: undo })}>
          Show one
        </Button>
        <OpenDialog />
      </States>
    </Shelf>
  </>
);

const undo = { label: "Undo", run: nothing };

/** They run, so that they stay. */
const notes = [
  { key: -1, text: "Written down.", action: undo, isRunning: true },
  { key: -2, text: "Bringing in 4,812 people…", isRunning: true },
  { key: -3, text: longText, isRunning: true, action: undo },
];

const OpenDialog = () => {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button onClick={() => setOpen(true)}>Open a dialog</Button>
      {isOpen && (
        <Dialog title="A dialog" tone="give" onClose={() => setOpen(false)}>
          <p>It closes by Escape or its cross.</p>
          <DialogActions>
            <Button tone="quiet" onClick={() => setOpen(false)}>
              Cancel
            </Button>
            <Button tone="give" onClick={() => setOpen(false)}>
              Done
            </Button>
          </DialogActions>
        </Dialog>
      )}
    </>
  );
};
