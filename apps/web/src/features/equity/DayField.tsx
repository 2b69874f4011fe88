import { useState } from "react";
import { today } from "../../ui/clock.ts";
import { DateField } from "../../ui/DateField.tsx";

interface DayFieldProps {
  /** Empty: today. Undefined: what was typed is no day yet. */
  readonly day: string | undefined;
  readonly onDay: (day: string | undefined) => void;
}

/** The day on which something happened; today, unless another is said. */
export const DayField = ({ day, onDay }: DayFieldProps) => {
  // Whoever empties it is about to say another, and is not interrupted.
  const [isEmptied, setEmptied] = useState(false);
  return (
    <DateField
      label="Day"
      max={today()}
      hint="Empty, it means today."
      value={day === "" && !isEmptied ? today() : day}
      onDate={(chosen) => {
        setEmptied(chosen === "");
        onDay(chosen === today() ? "" : chosen);
      }}
    />
  );
};
