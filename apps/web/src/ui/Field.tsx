import { ChevronDown } from "lucide-react";
import { type ComponentProps, type ReactNode, useId } from "react";
import styles from "./Field.module.css";

interface Labelled {
  readonly label: string;
  readonly hint?: ReactNode;
  readonly error?: string | undefined;
}

interface TextFieldProps extends Labelled, Omit<ComponentProps<"input">, "onChange"> {
  readonly onText: (text: string) => void;
}

export const TextField = ({ label, hint, error, onText, ...rest }: TextFieldProps) => (
  <Labelled label={label} hint={hint} error={error}>
    {(described) => (
      <input
        type="text"
        {...rest}
        {...described}
        className={styles.input}
        onChange={(event) => onText(event.target.value)}
      />
    )}
  </Labelled>
);

interface TextAreaProps extends Labelled, Omit<ComponentProps<"textarea">, "onChange"> {
  readonly onText: (text: string) => void;
  /** Says how much is written of how much fits (`maxLength`). */
  readonly counted?: boolean;
}

export const TextArea = (props: TextAreaProps) => {
  const { label, hint, error, onText, counted = false, ...rest } = props;
  return (
    <Labelled label={label} hint={hint} error={error} count={counted ? countOf(rest) : undefined}>
      {(described) => (
        <textarea
          rows={3}
          {...rest}
          {...described}
          className={`${styles.input} ${styles.area}`}
          onChange={(event) => onText(event.target.value)}
        />
      )}
    </Labelled>
  );
};

interface Count {
  readonly written: number;
  readonly most: number;
}

const countOf = ({
  value,
  maxLength,
}: Pick<TextAreaProps, "value" | "maxLength">): Count | undefined =>
  typeof value === "string" && maxLength !== undefined
    ? { written: value.length, most: maxLength }
    : undefined;

interface SelectFieldProps extends Labelled, Omit<ComponentProps<"select">, "onChange"> {
  readonly options: ReadonlyArray<{ readonly value: string; readonly label: string }>;
  readonly onValue: (value: string) => void;
}

/** One of many. Where there are few, `Choice` shows them all at once. */
export const SelectField = (props: SelectFieldProps) => {
  const { label, hint, error, options, onValue, ...rest } = props;
  return (
    <Labelled label={label} hint={hint} error={error}>
      {(described) => (
        <div className={styles.selectBox}>
          <select
            {...rest}
            {...described}
            className={`${styles.input} ${styles.select}`}
            onChange={(event) => onValue(event.target.value)}
          >
            {options.map(({ value, label: says }) => (
              <option key={value} value={value}>
                {says}
              </option>
            ))}
          </select>
          <ChevronDown size={16} aria-hidden />
        </div>
      )}
    </Labelled>
  );
};

interface Described {
  readonly id: string;
  readonly "aria-describedby"?: string;
  readonly "aria-invalid"?: true;
}

const Labelled = ({
  label,
  hint,
  error,
  count,
  children,
}: Labelled & {
  readonly count?: Count | undefined;
  readonly children: (described: Described) => ReactNode;
}) => {
  const id = useId();
  const isSaid = hint !== undefined || error !== undefined;
  const described: Described = {
    id,
    ...(isSaid ? { "aria-describedby": `${id}-said` } : {}),
    ...(error === undefined ? {} : { "aria-invalid": true as const }),
  };
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{label}</label>
      {children(described)}
      {(isSaid || count !== undefined) && (
        <div className={styles.below}>
          {isSaid && (
            <p id={`${id}-said`} className={error === undefined ? styles.hint : styles.error}>
              {error ?? hint}
            </p>
          )}
          {count !== undefined && <Counter {...count} />}
        </div>
      )}
    </div>
  );
};

const Counter = ({ written, most }: Count) => (
  <span className={`${styles.count} ${written >= most ? styles.full : ""}`} aria-hidden>
    {`${written.toLocaleString("en")} of ${most.toLocaleString("en")}`}
  </span>
);
