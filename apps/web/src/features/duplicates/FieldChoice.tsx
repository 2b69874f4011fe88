import type { Partner } from "@comity/domain/partner/schema";
import { useId } from "react";
import { fieldInWords, type PartnerFieldName, fieldsInWords } from "../partner/partnerInWords.ts";
import styles from "./FieldChoice.module.css";
import { both, type Pick } from "./merging.ts";

interface FieldChoiceProps {
  readonly field: PartnerFieldName;
  readonly two: { readonly kept: Partner; readonly other: Partner };
  /** Undefined: nobody has said yet. */
  readonly pick: Pick | undefined;
  readonly mayBoth: boolean;
  /** There is no room for all of both. */
  readonly isFull: boolean;
  readonly error: string | undefined;
  readonly onPick: (pick: Pick) => void;
}

/** What the two say of one thing, side by side: the one, the other, or both where it is a list. */
export const FieldChoice = (props: FieldChoiceProps) => {
  const { field, two, pick, mayBoth, isFull, error, onPick } = props;
  const name = useId();
  const options = [
    { value: two.kept.id as string, says: fieldInWords(two.kept, field) },
    { value: two.other.id as string, says: fieldInWords(two.other, field) },
    ...(mayBoth ? [{ value: both, says: isFull ? "Both, as far as there is room" : "Both" }] : []),
  ];
  return (
    <fieldset
      className={styles.field}
      data-field={field}
      aria-describedby={error === undefined ? undefined : `${name}-error`}
    >
      <legend>{fieldsInWords[field]}</legend>
      <div className={styles.options}>
        {options.map(({ value, says }) => (
          <label key={value} className={value === both ? styles.both : styles.option}>
            <input
              type="radio"
              name={name}
              checked={value === pick}
              onChange={() => onPick(value)}
            />
            <bdi className={styles.says}>{says}</bdi>
          </label>
        ))}
      </div>
      {error !== undefined && (
        <p id={`${name}-error`} role="alert" className={styles.error}>
          {error}
        </p>
      )}
    </fieldset>
  );
};
