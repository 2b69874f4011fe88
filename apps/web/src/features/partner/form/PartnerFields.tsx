import { ProblemError } from "@comity/client";
import { today } from "../../ui/clock.ts";
import { TextArea, TextField } from "../../ui/Field.tsx";
import { useFirstFocus } from "../../ui/useFirstFocus.ts";
import styles from "./PartnerFields.module.css";
import { fieldsInWords, type PartnerForm } from "./partnerForm.ts";

interface PartnerFieldsProps {
  readonly form: PartnerForm;
  readonly onForm: (form: PartnerForm) => void;
  /** What the server said about single fields. */
  readonly issues?: ReadonlyMap<string, string>;
}

export const PartnerFields = ({ form, onForm, issues }: PartnerFieldsProps) => {
  const first = useFirstFocus<HTMLInputElement>();
  const field = (name: keyof PartnerForm) => ({
    label: fieldsInWords[name],
    value: form[name],
    error: issues?.get(name),
    onText: (text: string) => onForm({ ...form, [name]: text }),
  });
  return (
    <div className={styles.fields}>
      <TextField {...field("name")} ref={first} required maxLength={200} autoComplete="off" />
      <div className={styles.pair}>
        <TextField {...field("role")} maxLength={200} autoComplete="off" />
        <TextField {...field("organisation")} maxLength={200} autoComplete="off" />
      </div>
      <TextArea {...field("emails")} rows={rowsOf(form.emails)} hint="One on each line." />
      <TextArea {...field("links")} rows={rowsOf(form.links)} hint="One on each line." />
      <TextField {...field("knownSince")} type="date" max={today()} />
    </div>
  );
};

const rowsOf = (text: string): number => Math.min(6, text.split("\n").length);

/** The fields that a refusal points at, by their first segment. */
export const issuesOf = (error: unknown): ReadonlyMap<string, string> =>
  new Map(
    error instanceof ProblemError
      ? (error.problem.errors ?? []).map(({ pointer, message }) => [
          pointer.split("/")[1] ?? "",
          message,
        ])
      : [],
  );
