import type { Transfer } from "@comity/domain/equity/schema";
import { useState } from "react";
import { Choice } from "../../ui/Choice.tsx";
import { Dialog } from "../../ui/Dialog.tsx";
import { type GiftKind, giftKinds, somethingElse } from "./catalogue.ts";
import styles from "./GiveDialog.module.css";
import { GiftDetails } from "./GiftDetails.tsx";
import { type Direction, useGiftDraft } from "./useGiftDraft.ts";
import { sizeInWords } from "./words.ts";

interface GiveDialogProps {
  readonly partnerId: string;
  readonly name: string;
  readonly onClose: () => void;
  readonly onRecorded: (entry: Transfer) => void;
}

/** A gift in three taps: give, what, asked for or not. Everything else has a default. */
export const GiveDialog = ({ partnerId, name, onClose, onRecorded }: GiveDialogProps) => {
  const [direction, setDirection] = useState<Direction>("given");
  const [kind, setKind] = useState<GiftKind>();
  const draft = useGiftDraft({ partnerId, onRecorded });
  const choose = (chosen: GiftKind): void => {
    setKind(chosen);
    draft.setSizes({ cost: chosen.cost, benefit: chosen.benefit });
  };
  return (
    <Dialog
      title={direction === "given" ? `Give to ${name}` : `From ${name}`}
      tone="give"
      onClose={onClose}
    >
      <Choice
        legend="Who gave"
        hiddenLegend
        tone="give"
        options={[
          { value: "given", label: "I gave" },
          { value: "received", label: "They gave me" },
        ]}
        value={direction}
        onChoose={setDirection}
      />
      {kind === undefined ? (
        <Catalogue direction={direction} onChoose={choose} />
      ) : (
        <GiftDetails
          kind={kind}
          direction={direction}
          name={name}
          draft={draft}
          onAnother={() => setKind(undefined)}
        />
      )}
    </Dialog>
  );
};

interface CatalogueProps {
  readonly direction: Direction;
  readonly onChoose: (kind: GiftKind) => void;
}

const Catalogue = ({ direction, onChoose }: CatalogueProps) => (
  <div>
    <h3 className={styles.question}>What was it?</h3>
    <ul className={styles.catalogue}>
      {[...giftKinds, somethingElse].map((kind) => (
        <li key={kind.id}>
          <button type="button" onClick={() => onChoose(kind)}>
            <span className={styles.what}>{kind[direction]}</span>
            <span className={styles.sizes}>
              {kind === somethingElse ? "you choose the sizes" : sizesOf(kind, direction)}
            </span>
          </button>
        </li>
      ))}
    </ul>
  </div>
);

const sizesOf = ({ cost, benefit }: GiftKind, direction: Direction): string =>
  direction === "given"
    ? `takes you ${sizeInWords[cost]}, means ${sizeInWords[benefit]} to them`
    : `takes them ${sizeInWords[cost]}, means ${sizeInWords[benefit]} to you`;
