import styles from "./Sum.module.css";

/** One line of a sum, in the words and the number that are shown. */
export interface SumLine {
  readonly label: string;
  readonly value: string;
  /** Where the number comes from. */
  readonly formula?: string;
  readonly isTotal?: boolean;
}

/** The numbers behind a sentence, for those who asked for them. */
export const Sum = ({ lines }: { readonly lines: ReadonlyArray<SumLine> }) => (
  <dl className={styles.sum}>
    {lines.map(({ label, value, formula, isTotal = false }) => (
      <div key={label} className={isTotal ? styles.total : undefined}>
        <dt>
          {label}
          {formula !== undefined && <small>{formula}</small>}
        </dt>
        <dd>{value}</dd>
      </div>
    ))}
  </dl>
);
