import type { PolicyChoice, PolicyReading } from "@comity/domain/equity/schema";
import type { Plain } from "@comity/domain/input/plain";
import { type FormEvent, useState } from "react";
import { Button } from "../../ui/Button.tsx";
import { TextField } from "../../ui/Field.tsx";
import { Trouble } from "../../ui/Trouble.tsx";
import { troubleInWords } from "../../workspace/troubleInWords.ts";
import { issuesOf } from "../../workspace/issuesOf.ts";
import { limitsInWords, type PolicyField, policyFields, textOf, valueOf } from "./policyFields.ts";
import { choiceOf } from "./policyInWords.ts";
import styles from "./PolicySettings.module.css";
import { changedElsewhere, isStale } from "./usePolicy.ts";

interface PolicyDetailsProps {
  readonly reading: PolicyReading;
  /** Resolves to what went wrong, if something did. */
  readonly onChoose: (choice: Plain<PolicyChoice>, said: string) => Promise<unknown>;
}

/** Once the errors stand beside their fields. */
const focusFirstInvalid = (form: HTMLFormElement): void =>
  void setTimeout(() => form.querySelector<HTMLElement>("[aria-invalid]")?.focus());

type Typed = Partial<Record<PolicyField, string>>;

/** The numbers behind a preset, for those who want others. What is typed stays until it is kept. */
export const PolicyDetails = ({ reading: { chosen }, onChoose }: PolicyDetailsProps) => {
  const [typed, setTyped] = useState<Typed>({});
  const [isChecked, setChecked] = useState(false);
  const [isSaving, setSaving] = useState(false);
  const [failure, setFailure] = useState<unknown>();
  const issues = issuesOf(failure);
  const fields = policyFields.map((shape) => {
    const text = typed[shape.field] ?? textOf(shape, chosen);
    return { shape, text, value: valueOf(shape, text) };
  });
  const changed = fields.filter(({ shape, value }) => value !== chosen[shape.field]);

  const save = async (event: FormEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault();
    setChecked(true);
    setFailure(undefined);
    if (fields.some(({ value }) => value === undefined)) focusFirstInvalid(event.currentTarget);
    if (isSaving || fields.some(({ value }) => value === undefined)) return;
    setSaving(true);
    const values = Object.fromEntries(fields.map(({ shape, value }) => [shape.field, value]));
    const error = await onChoose(
      choiceOf({ ...chosen, ...values }),
      "Asks are judged by your numbers now.",
    );
    setFailure(error);
    setSaving(false);
    if (error === undefined) {
      setTyped({});
      setChecked(false);
    }
  };

  const drop = (): void => {
    setTyped({});
    setFailure(undefined);
    setChecked(false);
  };

  return (
    <form className={styles.numbers} noValidate onSubmit={(event) => void save(event)}>
      <div className={styles.fields}>
        {fields.map(({ shape, text, value }) => (
          <TextField
            key={shape.field}
            label={shape.label}
            hint={shape.hint}
            inputMode="decimal"
            autoComplete="off"
            maxLength={12}
            value={text}
            error={
              isChecked && value === undefined ? limitsInWords(shape) : issues.get(shape.field)
            }
            onText={(next) => setTyped({ ...typed, [shape.field]: next })}
          />
        ))}
      </div>
      {failure !== undefined && (
        <Trouble>{isStale(failure) ? changedElsewhere : troubleInWords(failure)}</Trouble>
      )}
      <div className={styles.verbs}>
        <Button tone="give" type="submit" disabled={isSaving || changed.length === 0}>
          Save
        </Button>
        {changed.length > 0 && (
          <Button tone="quiet" onClick={drop}>
            Leave as it was
          </Button>
        )}
      </div>
    </form>
  );
};
