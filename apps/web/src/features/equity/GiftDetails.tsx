import { Button } from "../../ui/Button.tsx";
import { today } from "../../ui/clock.ts";
import { Disclosure } from "../../ui/Disclosure.tsx";
import { TextField } from "../../ui/Field.tsx";
import { Trouble } from "../../ui/Trouble.tsx";
import { useFirstFocus } from "../../ui/useFirstFocus.ts";
import { type GiftKind, somethingElse } from "./catalogue.ts";
import styles from "./GiveDialog.module.css";
import { SizeChoice } from "./SizeChoice.tsx";
import type { Direction, GiftDraft } from "./useGiftDraft.ts";
import { sizeInWords } from "./words.ts";

interface GiftDetailsProps {
  readonly kind: GiftKind;
  readonly direction: Direction;
  readonly name: string;
  readonly draft: GiftDraft;
  readonly onAnother: () => void;
}

/** The last question, and what may be said beside it. */
export const GiftDetails = ({ kind, direction, name, draft, onAnother }: GiftDetailsProps) => {
  const first = useFirstFocus<HTMLButtonElement>();
  const isOpen = kind === somethingElse;
  const record = (asked: boolean) => () =>
    void draft.record({ what: isOpen ? "" : kind[direction], direction, asked });
  return (
    <>
      <div className={styles.chosen}>
        <p>
          {kind[direction]}
          <small>
            {`Takes ${direction === "given" ? "you" : "them"} ${sizeInWords[draft.sizes.cost]}, means ${sizeInWords[draft.sizes.benefit]} to ${direction === "given" ? "them" : "you"}.`}
          </small>
        </p>
        <Button small tone="quiet" onClick={onAnother}>
          Change
        </Button>
      </div>
      {isOpen ? (
        <Fields direction={direction} draft={draft} />
      ) : (
        <Disclosure summary="Note, day, sizes">
          <Fields direction={direction} draft={draft} />
        </Disclosure>
      )}
      {draft.trouble !== undefined && <Trouble>{draft.trouble}</Trouble>}
      <div className={styles.last}>
        <h3>{direction === "given" ? `Had ${name} asked for it?` : "Had you asked for it?"}</h3>
        <div className={styles.answers}>
          <Button tone="give" ref={first} disabled={draft.isSaving} onClick={record(false)}>
            {direction === "given" ? "They had not asked" : "I had not asked"}
          </Button>
          <Button disabled={draft.isSaving} onClick={record(true)}>
            {direction === "given" ? "They had asked" : "I had asked"}
          </Button>
        </div>
      </div>
    </>
  );
};

interface FieldsProps {
  readonly direction: Direction;
  readonly draft: GiftDraft;
}

const Fields = ({ direction, draft }: FieldsProps) => (
  <div className={styles.fields}>
    <TextField label="Note" maxLength={400} value={draft.note} onText={draft.setNote} />
    <TextField
      label="Day"
      type="date"
      max={today()}
      value={draft.date === "" ? today() : draft.date}
      onText={(date) => draft.setDate(date === today() ? "" : date)}
    />
    <SizeChoice
      legend={direction === "given" ? "It took you" : "It took them"}
      tone="give"
      value={draft.sizes.cost}
      onChoose={(cost) => draft.setSizes({ ...draft.sizes, cost })}
    />
    <SizeChoice
      legend={direction === "given" ? "It meant to them" : "It meant to you"}
      tone="give"
      value={draft.sizes.benefit}
      onChoose={(benefit) => draft.setSizes({ ...draft.sizes, benefit })}
    />
  </div>
);
