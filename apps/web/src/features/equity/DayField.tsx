import { today } from "../../ui/clock.ts";
import { TextField } from "../../ui/Field.tsx";

interface DayFieldProps {
  /** Empty: today. */
  readonly day: string;
  readonly onDay: (day: string) => void;
}

/** The day on which something happened; today, unless another is said. */
export const DayField = ({ day, onDay }: DayFieldProps) => (
  <TextField
    label="Day"
    type="date"
    max={today()}
    value={day === "" ? today() : day}
    onText={(chosen) => onDay(chosen === today() ? "" : chosen)}
  />
);
