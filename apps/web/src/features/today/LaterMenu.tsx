import { Clock } from "lucide-react";
import { useState } from "react";
import { Button } from "../../ui/Button.tsx";
import { daysAfter, today } from "../../ui/clock.ts";
import { DateField } from "../../ui/DateField.tsx";
import { Dialog, DialogActions } from "../../ui/Dialog.tsx";
import { Menu } from "../../ui/Menu.tsx";

const snoozeDaysMost = 365;

interface LaterMenuProps {
  readonly what: string;
  readonly onLater: (until: string) => void;
}

/** Puts a card off: until tomorrow, for a week or a month, or until a day in words. */
export const LaterMenu = ({ what, onLater }: LaterMenuProps) => {
  const [isChoosing, setChoosing] = useState(false);
  const after = (days: number) => () => onLater(daysAfter(today(), days));
  return (
    <span data-key="s">
      <Menu
        label={`Later: ${what}`}
        picture={<Clock size={18} aria-hidden />}
        items={[
          { label: "Tomorrow", onChoose: after(1) },
          { label: "In a week", onChoose: after(7) },
          { label: "In a month", onChoose: after(30) },
          { label: "On a day…", onChoose: () => setChoosing(true) },
        ]}
      />
      {isChoosing && (
        <LaterDialog
          onClose={() => setChoosing(false)}
          onLater={(until) => {
            setChoosing(false);
            onLater(until);
          }}
        />
      )}
    </span>
  );
};

interface LaterDialogProps {
  readonly onLater: (until: string) => void;
  readonly onClose: () => void;
}

const LaterDialog = ({ onLater, onClose }: LaterDialogProps) => {
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
