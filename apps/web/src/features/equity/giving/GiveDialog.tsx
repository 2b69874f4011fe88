import type { Kind, Transfer } from "@comity/domain/equity/schema";
import { useState } from "react";
import { Choice } from "../../../ui/Choice.tsx";
import { Dialog } from "../../../ui/Dialog.tsx";
import type { Direction } from "../catalogue.ts";
import { GiftDetails } from "./GiftDetails.tsx";
import { KindButton, KindList } from "./KindList.tsx";
import { type Chosen, useGiftDraft } from "./useGiftDraft.ts";
import { amountInWords } from "../words.ts";

interface GiveDialogProps {
  readonly partnerId: string;
  readonly name: string;
  readonly onClose: () => void;
  readonly onRecorded: (entry: Transfer) => void;
}

/** A gift in three taps: give, what, asked for or not. Everything else has a default. */
export const GiveDialog = ({ partnerId, name, onClose, onRecorded }: GiveDialogProps) => {
  const [direction, setDirection] = useState<Direction>("given");
  const [chosen, setChosen] = useState<Chosen>();
  const draft = useGiftDraft({ partnerId, onRecorded });
  const choose = (next: Chosen | undefined): void => {
    setChosen(next);
    draft.setSizes({});
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
      {chosen === undefined ? (
        <KindList
          partnerId={partnerId}
          use="deposit"
          direction={direction}
          question="What was it?"
          tone="give"
          sizesOf={sizesOf}
          onChoose={choose}
        >
          <li>
            <KindButton
              what="Something else"
              sizes="you choose the sizes"
              onClick={() => choose("else")}
            />
          </li>
        </KindList>
      ) : (
        <GiftDetails
          partnerId={partnerId}
          chosen={chosen}
          direction={direction}
          name={name}
          draft={draft}
          onAnother={() => choose(undefined)}
        />
      )}
    </Dialog>
  );
};

const sizesOf = ({ cost, benefit }: Kind): string =>
  `takes ${amountInWords(cost)}, means ${amountInWords(benefit)}`;
