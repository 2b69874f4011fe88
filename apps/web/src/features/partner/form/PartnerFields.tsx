import type { PartnerKind } from "@comity/domain/partner/schema";
import { Choice } from "../../../ui/Choice.tsx";
import { ChipField } from "../../../ui/ChipField.tsx";
import { today } from "../../../ui/clock.ts";
import { Disclosure } from "../../../ui/Disclosure.tsx";
import { TextArea, TextField } from "../../../ui/Field.tsx";
import { useTagNames } from "../page/reading.ts";
import { affiliationInWords } from "../partnerInWords.ts";
import { DayOrNone } from "./DayOrNone.tsx";
import { OrderedRows } from "./OrderedRows.tsx";
import styles from "./PartnerFields.module.css";
import { type AffiliationForm, blankAffiliation, type PartnerForm } from "./partnerForm.ts";

// As in the schema, which the page knows as types only.
export const nameCharactersMax = 200;
const affiliationsMax = 20;
const addressesMax = 10;
export const tagsMax = 30;
const howWeMetCharactersMax = 300;

export interface FieldsProps {
  readonly form: PartnerForm;
  readonly onForm: (form: PartnerForm) => void;
  /** What the server said about single fields. */
  readonly issues?: ReadonlyMap<string, string>;
}

export const KindChoice = ({ form, onForm }: FieldsProps) => (
  <Choice<PartnerKind>
    legend="Person or organisation"
    hiddenLegend
    layout="segmented"
    options={[
      { value: "person", label: "A person" },
      { value: "organisation", label: "An organisation" },
    ]}
    value={form.kind}
    onChoose={(kind) => onForm({ ...form, kind })}
  />
);

/** Where somebody works: the first as two fields, more of them with days and an order. */
export const AffiliationFields = ({ form, onForm, issues }: FieldsProps) => (
  <fieldset className={styles.group}>
    <legend>{form.kind === "person" ? "Where they work" : "What it belongs to"}</legend>
    <OrderedRows<AffiliationForm>
      label="Where they work, the main one first"
      noun="place"
      rows={form.affiliations}
      rowsMax={affiliationsMax}
      onRows={(affiliations) => onForm({ ...form, affiliations })}
      blank={blankAffiliation}
    >
      {(row, change) => <OneAffiliation row={row} onRow={change} />}
    </OrderedRows>
    {issues?.has("affiliations") === true && (
      <p className={styles.issue}>{issues.get("affiliations")}</p>
    )}
  </fieldset>
);

interface OneAffiliationProps {
  readonly row: AffiliationForm;
  readonly onRow: (row: AffiliationForm) => void;
}

const OneAffiliation = ({ row, onRow }: OneAffiliationProps) => {
  const isBackwards =
    row.from !== undefined &&
    row.to !== undefined &&
    row.from !== "" &&
    row.to !== "" &&
    row.from > row.to;
  const isDated = row.from !== "" || row.to !== "";
  return (
    <>
      <div className={styles.pair}>
        <TextField
          label="Role"
          value={row.role}
          maxLength={nameCharactersMax}
          autoComplete="off"
          onText={(role) => onRow({ ...row, role })}
        />
        <TextField
          label="Organisation"
          value={row.organisation}
          maxLength={nameCharactersMax}
          autoComplete="off"
          onText={(organisation) => onRow({ ...row, organisation })}
        />
      </div>
      <Disclosure summary={daysInWords(row)} open={isDated}>
        <div className={styles.pair}>
          <DayOrNone
            label="From"
            day={row.from}
            max={today()}
            hint="Empty: not known."
            onDay={(from) => onRow({ ...row, from })}
          />
          <DayOrNone
            label="To"
            day={row.to}
            hint="Empty: still."
            error={isBackwards ? "It ends before it begins." : undefined}
            onDay={(to) => onRow({ ...row, to })}
          />
        </div>
      </Disclosure>
    </>
  );
};

const daysInWords = (row: AffiliationForm): string => {
  const where = affiliationInWords(row);
  return where === "" ? "From when to when" : `From when to when, ${where}`;
};

export const ReachFields = ({ form, onForm, issues }: FieldsProps) => {
  const lines = (name: "emails" | "phones" | "links", label: string) => ({
    label,
    value: form[name],
    rows: Math.min(6, form[name].split("\n").length),
    error:
      form[name].split("\n").filter((line) => line.trim() !== "").length > addressesMax
        ? `These are more than ${addressesMax}.`
        : issues?.get(name),
    hint: "One on each line.",
    onText: (text: string) => onForm({ ...form, [name]: text }),
  });
  return (
    <div className={styles.fields}>
      <TextArea {...lines("emails", "E-mail")} inputMode="email" spellCheck={false} />
      <TextArea {...lines("phones", "Phone")} inputMode="tel" spellCheck={false} />
      <TextArea {...lines("links", "Links")} inputMode="url" spellCheck={false} />
    </div>
  );
};

export const TagField = ({ form, onForm, issues }: FieldsProps) => {
  const tags = useTagNames();
  return (
    <ChipField
      label="Tags"
      values={form.tags}
      suggestions={tags}
      valuesMax={tagsMax}
      valueCharactersMax={40}
      hint="Words of your own. Enter adds one."
      error={issues?.get("tags")}
      onValues={(next) => onForm({ ...form, tags: next })}
    />
  );
};

export const MeetingFields = ({ form, onForm, issues }: FieldsProps) => (
  <>
    <TextArea
      label="How you met"
      rows={2}
      maxLength={howWeMetCharactersMax}
      counted={form.howWeMet.length > howWeMetCharactersMax * 0.8}
      value={form.howWeMet}
      error={issues?.get("howWeMet")}
      onText={(howWeMet) => onForm({ ...form, howWeMet })}
    />
    <DayOrNone
      label="Known since"
      day={form.knownSince}
      max={today()}
      error={issues?.get("knownSince")}
      onDay={(knownSince) => onForm({ ...form, knownSince })}
    />
  </>
);

export const ExternalIdsField = ({ form, onForm, issues }: FieldsProps) => (
  <TextArea
    label="Ids in other systems"
    rows={2}
    spellCheck={false}
    hint="One on each line: the system, a colon, the id there, such as hubspot:1234."
    value={form.externalIds}
    error={issues?.get("externalIds")}
    onText={(externalIds) => onForm({ ...form, externalIds })}
  />
);
