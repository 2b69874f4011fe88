import { Plus, X } from "lucide-react";
import { type KeyboardEvent, type ReactNode, type RefObject, useId, useRef, useState } from "react";
import styles from "./ChipField.module.css";
import fieldStyles from "./Field.module.css";

interface ChipFieldProps {
  readonly label: string;
  readonly values: ReadonlyArray<string>;
  readonly onValues: (values: ReadonlyArray<string>) => void;
  /** Words that others used: those that begin like what is typed are offered. */
  readonly suggestions?: ReadonlyArray<string>;
  readonly hint?: string;
  readonly error?: string | undefined;
  readonly disabled?: boolean;
  readonly valuesMax?: number;
  readonly valueCharactersMax?: number;
}

const suggestionsMax = 6;

const isSame = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase();

/** Several short words. Enter or a comma adds one, Backspace in the empty field takes the last away. */
export const ChipField = (props: ChipFieldProps) => {
  const { label, values, hint, error, disabled = false } = props;
  const { valuesMax = 20, valueCharactersMax = 40, suggestions = [] } = props;
  const field = useRef<HTMLInputElement>(null);
  const { text, setText, isFull, add, remove, onKey } = useChips(props, field);
  const id = useId();
  return (
    <div className={fieldStyles.field}>
      <label htmlFor={id}>{label}</label>
      <div className={styles.box} aria-disabled={disabled || undefined}>
        {values.map((value) => (
          <Chip
            key={value}
            onRemove={disabled ? undefined : () => remove(value)}
            removeLabel={`Remove ${value}`}
          >
            {value}
          </Chip>
        ))}
        <input
          ref={field}
          id={id}
          type="text"
          autoComplete="off"
          enterKeyHint="done"
          maxLength={valueCharactersMax}
          disabled={disabled || isFull}
          aria-describedby={`${id}-said`}
          aria-invalid={error === undefined ? undefined : true}
          value={text}
          onChange={(event) => setText(event.target.value)}
          onKeyDown={onKey}
          onBlur={(event) => {
            // Whoever goes on to a suggestion has not finished yet.
            if (event.relatedTarget?.closest("[data-offered]") == null) add(text);
          }}
        />
      </div>
      {!disabled && !isFull && <Offered words={offeredOf(suggestions, text, values)} onAdd={add} />}
      <p id={`${id}-said`} className={error === undefined ? fieldStyles.hint : fieldStyles.error}>
        {error ?? (isFull ? `These are ${valuesMax}, as many as fit.` : hint)}
      </p>
    </div>
  );
};

const useChips = (props: ChipFieldProps, field: RefObject<HTMLInputElement | null>) => {
  const { values, onValues, valuesMax = 20, valueCharactersMax = 40 } = props;
  const [text, setText] = useState("");
  const isFull = values.length >= valuesMax;
  const add = (typed: string): void => {
    const added = typed.trim().slice(0, valueCharactersMax);
    setText("");
    if (added !== "" && !isFull && !values.some((each) => isSame(each, added))) {
      onValues([...values, added]);
    }
  };
  const remove = (value: string): void => {
    onValues(values.filter((each) => each !== value));
    // The button goes with its chip, so the field takes the focus.
    field.current?.focus();
  };
  const onKey = (event: KeyboardEvent): void => {
    const last = values.at(-1);
    if ((event.key === "Enter" || event.key === ",") && text.trim() !== "") add(text);
    else if (event.key === "Backspace" && text === "" && last !== undefined) remove(last);
    else return;
    event.preventDefault();
  };
  return { text, setText, isFull, add, remove, onKey };
};

const offeredOf = (
  suggestions: ReadonlyArray<string>,
  text: string,
  values: ReadonlyArray<string>,
): ReadonlyArray<string> =>
  suggestions
    .filter((each) => each.toLowerCase().startsWith(text.trim().toLowerCase()))
    .filter((each) => !values.some((value) => isSame(value, each)))
    .slice(0, suggestionsMax);

interface OfferedProps {
  readonly words: ReadonlyArray<string>;
  readonly onAdd: (word: string) => void;
}

const Offered = ({ words, onAdd }: OfferedProps) =>
  words.length > 0 && (
    <div className={styles.offered} data-offered>
      {words.map((word) => (
        <button key={word} type="button" aria-label={`Add ${word}`} onClick={() => onAdd(word)}>
          <Plus size={14} aria-hidden />
          {word}
        </button>
      ))}
    </div>
  );

interface ChipProps {
  readonly children: ReactNode;
  /** Left out: it only says something. */
  readonly onRemove?: (() => void) | undefined;
  readonly removeLabel?: string;
}

export const Chip = ({ children, onRemove, removeLabel = "Remove" }: ChipProps) => (
  <span className={styles.chip}>
    <span>{children}</span>
    {onRemove !== undefined && (
      <button type="button" aria-label={removeLabel} onClick={onRemove}>
        <X size={14} aria-hidden />
      </button>
    )}
  </span>
);
