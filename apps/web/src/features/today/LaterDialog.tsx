import { useState } from "react";
import { Button } from "../../ui/Button.tsx";
import { daysAfter, today } from "../../ui/clock.ts";
import { DateField } from "../../ui/DateField.tsx";
import { Dialog, DialogActions } from "../../ui/Dialog.tsx";

const snoozeDaysMost = 365;

interface LaterDialogProps {
  readonly onLater: (until: string) => void;
  readonly onClose: () => void;
}

/** Puts a card off until a day that somebody says in words. */
export const LaterDialog = ({ onLater, onClose }: LaterDialogProps) => {
  const [until, setUntil] = useState<string | undefined>("");
  const isMeant = until !== undefined && until !== "";
  return (
    <Dialog title="Remind me later" onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (isMeant) onLater(until);
        }}
      >
        <DateField
          label="On which day?"
          value={until}
          onDate={setUntil}
          min={daysAfter(today(), 1)}
          max={daysAfter(today(), snoozeDaysMost)}
          hint="“Next Monday”, “in three weeks”, “3 March”, or from the calendar."
        />
        <DialogActions>
          <Button tone="quiet" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" disabled={!isMeant}>
            Put it off
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
};
