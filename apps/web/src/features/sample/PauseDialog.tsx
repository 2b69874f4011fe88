import { useStrategy } from "../me/reading.ts";
import { AnswerField } from "../me/AnswerField.tsx";
import { Button } from "../../ui/Button.tsx";
import { Dialog, DialogActions } from "../../ui/Dialog.tsx";
import { Skeleton } from "../../ui/Skeleton.tsx";

/** Before the first partner, a word about oneself. It keeps itself, and asks only once. */
export const PauseDialog = ({ onGoOn }: { readonly onGoOn: () => void }) => {
  const { data: strategy } = useStrategy();
  return (
    <Dialog title="Before whom, a word about you" onClose={onGoOn}>
      <p>
        Whom to look for follows from what you want. One line is enough to begin with; the other
        five questions wait under Me.
      </p>
      {strategy === undefined ? (
        <Skeleton width="100%" height="8rem" />
      ) : (
        <AnswerField isFirst question="motivation" strategy={strategy} />
      )}
      <DialogActions>
        <Button tone="quiet" onClick={onGoOn}>
          Skip for now
        </Button>
        <Button tone="good" onClick={onGoOn}>
          Go on
        </Button>
      </DialogActions>
    </Dialog>
  );
};
