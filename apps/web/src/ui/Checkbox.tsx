import { type ReactNode, useId } from "react";
import styles from "./Checkbox.module.css";

interface CheckProps {
  readonly label: ReactNode;
  readonly hint?: string;
  readonly checked: boolean;
  readonly disabled?: boolean;
  readonly onCheck: (checked: boolean) => void;
}

const Check = ({ isSwitch, ...props }: CheckProps & { readonly isSwitch: boolean }) => {
  const { label, hint, checked, disabled = false, onCheck } = props;
  const id = useId();
  return (
    <div className={styles.line}>
      <label className={styles.label}>
        <input
          type="checkbox"
          role={isSwitch ? "switch" : undefined}
          className={isSwitch ? styles.switch : styles.box}
          checked={checked}
          disabled={disabled}
          aria-describedby={hint === undefined ? undefined : id}
          onChange={(event) => onCheck(event.target.checked)}
        />
        <span>{label}</span>
      </label>
      {hint !== undefined && (
        <p id={id} className={styles.hint}>
          {hint}
        </p>
      )}
    </div>
  );
};

/** Said with the rest, when the whole is saved. */
export const Checkbox = (props: CheckProps) => <Check {...props} isSwitch={false} />;

/** Holds at once, without saving. */
export const Switch = (props: CheckProps) => <Check {...props} isSwitch />;
