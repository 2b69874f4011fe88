import { type ReactNode, useId } from "react";
import styles from "./Choice.module.css";

export interface Option<V extends string> {
  readonly value: V;
  readonly label: ReactNode;
  /** Said instead of a label that is a picture. */
  readonly name?: string;
}

interface ChoiceProps<V extends string> {
  readonly legend: string;
  readonly hiddenLegend?: boolean;
  readonly options: ReadonlyArray<Option<V>>;
  readonly value: V | undefined;
  readonly onChoose: (value: V) => void;
  readonly layout?: "row" | "segmented" | "icons";
  readonly disabled?: boolean;
  readonly tone?: "give" | "ask" | "plain";
}

/** One of a few, as radio buttons: arrow keys move, and a screen reader knows what it is. */
export const Choice = <V extends string>(props: ChoiceProps<V>) => {
  const { legend, hiddenLegend = false, options, value, onChoose } = props;
  const { layout = "row", tone = "plain", disabled = false } = props;
  const name = useId();
  return (
    <fieldset disabled={disabled} className={`${styles.choice} ${styles[layout]} ${styles[tone]}`}>
      <legend className={hiddenLegend ? styles.hidden : styles.legend}>{legend}</legend>
      <div className={styles.options}>
        {options.map((option) => (
          <label key={option.value} className={styles.option}>
            <input
              type="radio"
              name={name}
              value={option.value}
              checked={option.value === value}
              aria-label={option.name}
              onChange={() => onChoose(option.value)}
            />
            <span className={styles.face} title={option.name}>
              {option.label}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
};
