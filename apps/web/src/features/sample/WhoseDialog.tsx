import { useState } from "react";
import { Button } from "../../ui/Button.tsx";
import { Dialog, DialogActions } from "../../ui/Dialog.tsx";
import { goTo } from "../../workspace/place.ts";
import { carry } from "./carriedFiles.ts";

interface WhoseDialogProps {
  readonly files: ReadonlyArray<File> | undefined;
  readonly onStay: () => void;
  readonly onClose: () => void;
}

/** Real people do not belong among made-up ones, so it asks first whether yours are meant. */
export const WhoseDialog = ({ files, onStay, onClose }: WhoseDialogProps) => {
  const [isGoing, setGoing] = useState(false);
  const startWithMine = async (): Promise<void> => {
    setGoing(true);
    if (files === undefined) goTo("own", "/partners?do=add");
    else goTo("own", (await carry(files)) ? "/" : "/partners/import");
  };
  const isFile = files !== undefined;
  return (
    <Dialog
      title={isFile ? "This belongs with yours" : "Do you mean somebody real?"}
      onClose={onClose}
    >
      <p>
        {isFile
          ? "This is the sample, where everybody is made up. Start with mine and import it there; the sample stays as it is."
          : "This is the sample, where everybody is made up. Somebody real belongs with yours."}
      </p>
      <DialogActions>
        <Button tone="quiet" onClick={onStay}>
          {isFile ? "Only try it here" : "Add to the sample"}
        </Button>
        <Button tone="give" busy={isGoing} onClick={() => void startWithMine()}>
          {isFile ? "Start with mine and import it there" : "Start with mine"}
        </Button>
      </DialogActions>
    </Dialog>
  );
};
