import { Clock } from "lucide-react";
import { Suspense, useState } from "react";
import { daysAfter, today } from "../../ui/clock.ts";
import { lazyPart } from "../../ui/lazyPart.tsx";
import { Menu } from "../../ui/Menu.tsx";

const LaterDialog = lazyPart(async () => (await import("./LaterDialog.tsx")).LaterDialog);

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
        <Suspense>
          <LaterDialog
            onClose={() => setChoosing(false)}
            onLater={(until) => {
              setChoosing(false);
              onLater(until);
            }}
          />
        </Suspense>
      )}
    </span>
  );
};
