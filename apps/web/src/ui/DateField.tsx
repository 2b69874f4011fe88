import { Calendar } from "lucide-react";
import { useEffect, useId, useRef, useState } from "react";
import { isPlainDate, plainDateInWords, plainWeekdayInWords, today } from "./clock.ts";
import styles from "./DateField.module.css";
import fieldStyles from "./Field.module.css";

interface DateFieldProps {
  readonly label: string;
  /** YYYY-MM-DD, or nothing; undefined leaves what is typed, because it is not understood yet. */
  readonly value: string | undefined;
  /** The day that was understood; nothing for an empty field, undefined while it is not understood. */
  readonly onDate: (date: string | undefined) => void;
  readonly min?: string;
  readonly max?: string;
  readonly hint?: string;
  readonly error?: string | undefined;
  readonly disabled?: boolean;
}

const restMs = 700;

/** A day, as one says it ("last Tuesday", "3 March") or from the calendar; it shows what it understood. */
export const DateField = (props: DateFieldProps) => {
  const { label, value, min, max, error, disabled = false } = props;
  const id = useId();
  const { text, date, write, choose, isRead } = useTypedDate(props);
  const trouble = error ?? (isRead ? troubleOf(text, date, { min, max }) : undefined);
  return (
    <div className={fieldStyles.field}>
      <label htmlFor={id}>{label}</label>
      <div className={styles.line}>
        <input
          id={id}
          type="text"
          className={fieldStyles.input}
          aria-describedby={`${id}-said`}
          aria-invalid={trouble === undefined ? undefined : true}
          placeholder={min === undefined ? "yesterday, 3 March …" : "tomorrow, 3 March …"}
          autoComplete="off"
          spellCheck={false}
          maxLength={60}
          disabled={disabled}
          value={text}
          onFocus={preloadParser}
          onChange={(event) => write(event.target.value)}
        />
        <FromCalendar value={value ?? ""} min={min} max={max} disabled={disabled} onDate={choose} />
      </div>
      <p
        id={`${id}-said`}
        className={trouble === undefined ? fieldStyles.hint : fieldStyles.error}
        aria-live="polite"
      >
        {trouble ?? saidOf(date) ?? props.hint ?? "Say it in your words, or use the calendar."}
      </p>
    </div>
  );
};

const saidOf = (date: string | undefined): string | undefined =>
  date === undefined || date === "" ? undefined : plainWeekdayInWords(date);

interface Span {
  readonly min: string | undefined;
  readonly max: string | undefined;
}

const isOutside = (date: string, { min, max }: Span): boolean =>
  (min !== undefined && date < min) || (max !== undefined && date > max);

const troubleOf = (text: string, date: string | undefined, span: Span): string | undefined => {
  if (date === undefined)
    return `“${text.trim()}” is no day I know. Try “last Tuesday” or “3 March”.`;
  if (date === "" || !isOutside(date, span)) return undefined;
  const limit = span.max !== undefined && date > span.max ? "after" : "before";
  const end = limit === "after" ? span.max : span.min;
  return `${plainWeekdayInWords(date)} is ${limit} ${plainDateInWords(end ?? "")}, the ${limit === "after" ? "last" : "first"} day that fits here.`;
};

const parser = () => import("./naturalDate.ts");
const preloadParser = (): void => void Promise.allSettled([parser()]);

const inField = (value: string): string => (value === "" ? "" : plainDateInWords(value));

/** What is typed, what it means, and whether the fingers rest, so that half a word is no mistake yet. */
const useTypedDate = ({ value, min, max, onDate }: DateFieldProps) => {
  const [text, setText] = useState(() => inField(value ?? ""));
  const [date, setDate] = useState<string | undefined>(value);
  const [rested, setRested] = useState(text);
  const latest = useRef(text);
  const [shown, setShown] = useState(value);
  if (shown !== value) {
    setShown(value);
    // Said by somebody else than this field, such as another choice on the page.
    if (value !== undefined && value !== date) {
      setText(inField(value));
      setDate(value);
    }
  }
  const understand = (next: string | undefined): void => {
    setDate(next);
    const fits = next === undefined || next === "" || !isOutside(next, { min, max });
    onDate(fits ? next : undefined);
  };
  useEffect(() => {
    const timer = setTimeout(() => setRested(text), restMs);
    return () => clearTimeout(timer);
  }, [text]);
  const write = (next: string): void => {
    latest.current = next;
    setText(next);
    const words = next.trim();
    if (words === "" || isPlainDate(words)) understand(words);
    else {
      understand(undefined);
      void read(words, { min, max }).then((found) => {
        if (latest.current === next) understand(found);
      });
    }
  };
  const choose = (chosen: string): void => {
    latest.current = inField(chosen);
    setText(latest.current);
    understand(chosen);
  };
  return { text, date, write, choose, isRead: rested === text };
};

/** Without the parser only what the calendar says is understood. */
const read = async (words: string, span: Span): Promise<string | undefined> => {
  try {
    return (await parser()).dateIn(words, { today: today(), ...span });
  } catch {
    return undefined;
  }
};

interface FromCalendarProps extends Span {
  readonly value: string;
  readonly disabled: boolean;
  readonly onDate: (date: string) => void;
}

/** The calendar of the system, behind its own field, which shows through as a picture only. */
const FromCalendar = ({ value, min, max, disabled, onDate }: FromCalendarProps) => {
  const field = useRef<HTMLInputElement>(null);
  return (
    <span className={styles.calendar}>
      <input
        ref={field}
        type="date"
        tabIndex={-1}
        aria-hidden
        disabled={disabled}
        value={value}
        min={min}
        max={max}
        onChange={(event) => onDate(event.target.value)}
      />
      <button
        type="button"
        aria-label="Choose from the calendar"
        title="Calendar"
        disabled={disabled}
        onClick={() => field.current?.showPicker()}
      >
        <Calendar size={18} aria-hidden />
      </button>
    </span>
  );
};
