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
}

export const TextArea = ({ label, hint, error, onText, ...rest }: TextAreaProps) => (
  <Labelled label={label} hint={hint} error={error}>
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

interface Described {
  readonly id: string;
  readonly "aria-describedby"?: string;
  readonly "aria-invalid"?: true;
}

const Labelled = ({
  label,
  hint,
  error,
  children,
}: Labelled & { readonly children: (described: Described) => ReactNode }) => {
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
      {isSaid && (
        <p id={`${id}-said`} className={error === undefined ? styles.hint : styles.error}>
          {error ?? hint}
        </p>
      )}
    </div>
  );
};
