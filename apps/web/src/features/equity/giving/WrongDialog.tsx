import { epOf } from "@comity/domain/equity/rules";
import type { Breach, Kind, Size } from "@comity/domain/equity/schema";
import { useState } from "react";
import { newId } from "../../../identity/newId.ts";
import { Button } from "../../../ui/Button.tsx";
import { Choice } from "../../../ui/Choice.tsx";
import { Dialog } from "../../../ui/Dialog.tsx";
import { TextArea } from "../../../ui/Field.tsx";
import { Trouble } from "../../../ui/Trouble.tsx";
import { useFirstFocus } from "../../../ui/useFirstFocus.ts";
import { workspace } from "../../../workspace/client.ts";
import { useWrite } from "../../../workspace/useWrite.ts";
import { type Direction, kindInWords, sizeOfEp } from "../catalogue.ts";
import { DayField } from "../DayField.tsx";
import styles from "./GiveDialog.module.css";
import { KindButton, KindList } from "./KindList.tsx";
import { SizeChoice } from "../SizeChoice.tsx";
import { amountInWords } from "../words.ts";

interface WrongDialogProps {
  readonly partnerId: string;
  readonly name: string;
  readonly onClose: () => void;
  readonly onRecorded: (entry: Breach) => void;
}

/** Something that went wrong, written down without a verdict about anybody. */
export const WrongDialog = ({ partnerId, name, onClose, onRecorded }: WrongDialogProps) => {
  const [direction, setDirection] = useState<Direction>("given");
  const [chosen, setChosen] = useState<Kind | "else">();
  return (
    <Dialog title="Something went wrong" tone="ask" onClose={onClose}>
      <Choice
        legend="Who let whom down"
        hiddenLegend
        tone="ask"
        options={[
          { value: "given", label: `I let ${name} down` },
          { value: "received", label: `${name} let me down` },
        ]}
        value={direction}
        onChoose={setDirection}
      />
      <p className={styles.intent}>
        {direction === "given"
          ? `It happens. Telling ${name} yourself, and soon, mends most of it.`
          : `Most of what goes wrong was not meant. Ask ${name} how it looks from there before you weigh it.`}
      </p>
      {chosen === undefined ? (
        <KindList
          partnerId={partnerId}
          use="breach"
          direction={direction}
          question="What was it?"
          tone="ask"
          sizesOf={({ benefit }) => `usually weighs ${amountInWords(benefit)}`}
          onChoose={setChosen}
        >
          <li>
            <KindButton
              what="Something else"
              sizes="you choose how much it weighs"
              onClick={() => setChosen("else")}
            />
          </li>
        </KindList>
      ) : (
        <WrongDetails
          partnerId={partnerId}
          name={name}
          direction={direction}
          chosen={chosen}
          onAnother={() => setChosen(undefined)}
          onRecorded={onRecorded}
        />
      )}
    </Dialog>
  );
};

interface WrongDetailsProps extends Pick<WrongDialogProps, "partnerId" | "name" | "onRecorded"> {
  readonly direction: Direction;
  readonly chosen: Kind | "else";
  readonly onAnother: () => void;
}

const sizeOfSomethingElse: Size = "S";

const WrongDetails = (props: WrongDetailsProps) => {
  const { name, direction, chosen, onAnother } = props;
  const first = useFirstFocus<HTMLButtonElement>();
  const draft = useWrongDraft(props);
  const usual = chosen === "else" ? sizeOfSomethingElse : chosen.benefit;
  const weight = epOf(draft.size ?? usual);
  return (
    <>
      <div className={styles.chosen}>
        <p>{chosen === "else" ? "Something else" : kindInWords(chosen, direction)}</p>
        <Button small tone="quiet" onClick={onAnother}>
          Change
        </Button>
      </div>
      <div className={styles.fields}>
        <SizeChoice
          legend={direction === "given" ? `It weighed on ${name}` : "It weighed on you"}
          tone="ask"
          value={sizeOfEp(weight)}
          onChoose={draft.setSize}
        />
        <TextArea
          label={
            direction === "given"
              ? "What happened"
              : `What happened, and what may have been in ${name}'s way`
          }
          rows={2}
          maxLength={400}
          value={draft.note}
          onText={draft.setNote}
        />
        <DayField day={draft.date} onDay={draft.setDate} />
      </div>
      {draft.trouble !== undefined && <Trouble>{draft.trouble}</Trouble>}
      <div className={styles.last}>
        <Button
          tone="ask"
          ref={first}
          disabled={draft.isSaving || draft.date === undefined}
          onClick={draft.record}
        >
          Write it down
        </Button>
      </div>
    </>
  );
};

/** One draft has one id, so that two clicks write one entry. */
const useWrongDraft = ({ partnerId, direction, chosen, onRecorded }: WrongDetailsProps) => {
  const [id] = useState(newId);
  const [size, setSize] = useState<Size>();
  // Undefined while what was typed is no day: then nothing is written down.
  const [date, setDate] = useState<string | undefined>("");
  const [note, setNote] = useState("");
  const { write, isSaving, trouble } = useWrite();
  const said = note.trim();
  const sized = chosen === "else" ? { size: size ?? sizeOfSomethingElse } : { kindId: chosen.id };
  const record = (): void =>
    void write(async () => {
      const entry = await workspace.breaches.record({
        id,
        from: direction === "given" ? "me" : partnerId,
        to: direction === "given" ? partnerId : "me",
        ...sized,
        ...(size === undefined ? {} : { size }),
        ...(said === "" ? {} : { note: said }),
        ...(date === undefined || date === "" ? {} : { at: date }),
      });
      onRecorded(entry);
    });
  return { size, setSize, date, setDate, note, setNote, isSaving, trouble, record };
};
