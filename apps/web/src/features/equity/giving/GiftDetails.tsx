import { epOf } from "@comity/domain/equity/rules";
import type { Ask } from "@comity/domain/equity/schema";
import { useState } from "react";
import { Button } from "../../../ui/Button.tsx";
import { Callout } from "../../../ui/Callout.tsx";
import { Checkbox } from "../../../ui/Checkbox.tsx";
import { Disclosure } from "../../../ui/Disclosure.tsx";
import { TextField } from "../../../ui/Field.tsx";
import { Trouble } from "../../../ui/Trouble.tsx";
import { useFirstFocus } from "../../../ui/useFirstFocus.ts";
import { type Direction, kindInWords, sizeOfEp } from "../catalogue.ts";
import { DayField } from "../DayField.tsx";
import styles from "./GiveDialog.module.css";
import { offersLeft } from "./offers.ts";
import { useAsks, useEntriesRead } from "../reading.ts";
import { SizeChoice } from "../SizeChoice.tsx";
import { type Chosen, type GiftDraft, sizeOfSomethingElse } from "./useGiftDraft.ts";
import { amountInWords } from "../words.ts";

interface GiftDetailsProps {
  readonly partnerId: string;
  readonly chosen: Chosen;
  readonly direction: Direction;
  readonly name: string;
  readonly draft: GiftDraft;
  readonly onAnother: () => void;
}

/** The last question, and what may be said beside it. */
export const GiftDetails = (props: GiftDetailsProps) => {
  const { partnerId, chosen, direction, name, draft, onAnother } = props;
  const first = useFirstFocus<HTMLButtonElement>();
  const [askId, setAskId] = useState<string>();
  const isMine = direction === "given";
  const isHeld = draft.isSaving || draft.date === undefined;
  const record = (asked: boolean) => () =>
    void draft.record({ chosen, direction, asked, askId: isMine ? askId : undefined });
  return (
    <>
      <ChosenKind chosen={chosen} direction={direction} draft={draft} onAnother={onAnother} />
      {chosen === "else" ? (
        <Fields chosen={chosen} direction={direction} draft={draft} />
      ) : (
        <Disclosure summary="Note, day, sizes">
          <Fields chosen={chosen} direction={direction} draft={draft} />
        </Disclosure>
      )}
      {isMine && <OffersLeft partnerId={partnerId} askId={askId} onAskId={setAskId} />}
      {draft.trouble !== undefined && <Trouble>{draft.trouble}</Trouble>}
      <div className={styles.last}>
        <h3>{isMine ? `Had ${name} asked for it?` : "Had you asked for it?"}</h3>
        <div className={styles.answers}>
          <Button tone="give" ref={first} disabled={isHeld} onClick={record(false)}>
            {isMine ? "They had not asked" : "I had not asked"}
          </Button>
          <Button disabled={isHeld} onClick={record(true)}>
            {isMine ? "They had asked" : "I had asked"}
          </Button>
        </div>
      </div>
    </>
  );
};

type FieldsProps = Pick<GiftDetailsProps, "chosen" | "direction" | "draft">;

/** What it takes and means: as it was changed, or as the kind usually does. */
const sizeIn = (
  { chosen, draft: { sizes } }: Pick<FieldsProps, "chosen" | "draft">,
  side: "cost" | "benefit",
): number => epOf(sizes[side] ?? (chosen === "else" ? sizeOfSomethingElse : chosen[side]));

const ChosenKind = (props: FieldsProps & Pick<GiftDetailsProps, "onAnother">) => {
  const { chosen, direction, onAnother } = props;
  const [giver, receiver] = direction === "given" ? ["you", "them"] : ["them", "you"];
  const takes = amountInWords(sizeIn(props, "cost"));
  const means = amountInWords(sizeIn(props, "benefit"));
  return (
    <div className={styles.chosen}>
      <p>
        {chosen === "else" ? "Something else" : kindInWords(chosen, direction)}
        <small>{`Takes ${giver} ${takes}, means ${means} to ${receiver}.`}</small>
      </p>
      <Button small tone="quiet" onClick={onAnother}>
        Change
      </Button>
    </div>
  );
};

const Fields = (props: FieldsProps) => {
  const { direction, draft } = props;
  return (
    <div className={styles.fields}>
      <TextField label="Note" maxLength={400} value={draft.note} onText={draft.setNote} />
      <DayField day={draft.date} onDay={draft.setDate} />
      <SizeChoice
        legend={direction === "given" ? "It took you" : "It took them"}
        tone="give"
        value={sizeOfEp(sizeIn(props, "cost"))}
        onChoose={(cost) => draft.setSizes({ ...draft.sizes, cost })}
      />
      <SizeChoice
        legend={direction === "given" ? "It meant to them" : "It meant to you"}
        tone="give"
        value={sizeOfEp(sizeIn(props, "benefit"))}
        onChoose={(benefit) => draft.setSizes({ ...draft.sizes, benefit })}
      />
    </div>
  );
};

interface OffersLeftProps {
  readonly partnerId: string;
  readonly askId: string | undefined;
  readonly onAskId: (askId: string | undefined) => void;
}

/** A gift can make good one offer, so ticking another lets the first one go. */
const OffersLeft = ({ partnerId, askId, onAskId }: OffersLeftProps) => {
  const asks = useAsks(partnerId).data?.data ?? [];
  const offers = offersLeft(asks, useEntriesRead(partnerId) ?? []);
  if (offers.length === 0) return null;
  return (
    <Callout tone="give">
      {offers.map((ask) => (
        <Checkbox
          key={ask.id}
          label={offerInWords(ask)}
          checked={ask.id === askId}
          onCheck={(isKept) => onAskId(isKept ? ask.id : undefined)}
        />
      ))}
    </Callout>
  );
};

const offerInWords = ({ what, offer }: Ask): string =>
  `This makes good what I offered: ${amountInWords(offer)} of help, for “${what}”`;
