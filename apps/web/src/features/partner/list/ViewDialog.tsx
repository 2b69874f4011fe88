import { useState } from "react";
import { Button } from "../../../ui/Button.tsx";
import { Dialog, DialogActions } from "../../../ui/Dialog.tsx";
import { TextField } from "../../../ui/Field.tsx";
import { useFirstFocus } from "../../../ui/useFirstFocus.ts";
import styles from "./Views.module.css";
import { viewNameCharactersMax } from "./views.ts";

interface ViewDialogProps {
  readonly title: string;
  readonly name: string;
  readonly onClose: () => void;
  readonly onNamed: (name: string) => void;
}

export const ViewDialog = ({ title, name, onClose, onNamed }: ViewDialogProps) => {
  const [text, setText] = useState(name);
  const first = useFirstFocus<HTMLInputElement>();
  return (
    <Dialog title={title} onClose={onClose}>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          if (text.trim() !== "") onNamed(text.trim());
        }}
      >
        <TextField
          label="Name"
          hint="Kept in this browser, and listed above your partners."
          ref={first}
          required
          maxLength={viewNameCharactersMax}
          autoComplete="off"
          value={text}
          onFocus={(event) => event.currentTarget.select()}
          onText={setText}
        />
        <DialogActions>
          <Button tone="quiet" onClick={onClose}>
            Cancel
          </Button>
          <Button tone="give" type="submit">
            Keep
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
};
