import { useState } from "react";
import { DateField } from "../../../ui/DateField.tsx";

interface DayOrNoneProps {
  readonly label: string;
  /** Empty: none. */
  readonly day: string | undefined;
  /** Undefined while what is typed is no day: there is nothing to save then. */
  readonly onDay: (day: string | undefined) => void;
  readonly min?: string;
  readonly max?: string;
  readonly hint?: string;
  readonly error?: string | undefined;
}

/** A day that may be left open. Half a word is not taken for an emptied field. */
export const DayOrNone = ({ day, onDay, ...rest }: DayOrNoneProps) => {
  const [known, setKnown] = useState(day ?? "");
  return (
    <DateField
      {...rest}
      value={day ?? known}
      onDate={(chosen) => {
        if (chosen !== undefined) setKnown(chosen);
        onDay(chosen);
      }}
    />
  );
};
