import type { Kind, Size, Transfer } from "@comity/domain/equity/schema";
import { useState } from "react";
import { newId } from "../../../identity/newId.ts";
import { workspace } from "../../../workspace/client.ts";
import { noteStep } from "../../today/firstSteps.ts";
import { useWrite } from "../../../workspace/useWrite.ts";
import type { Direction } from "../catalogue.ts";

/** What was given: a kind of the catalogue, or something else, which has no usual sizes. */
export type Chosen = Kind | "else";

/** Sizes that were changed; the kind says the others. */
export interface ChangedSizes {
  readonly cost?: Size;
  readonly benefit?: Size;
}

interface Recording {
  readonly chosen: Chosen;
  readonly direction: Direction;
  readonly asked: boolean;
  readonly askId: string | undefined;
}

interface GiftDraftOptions {
  readonly partnerId: string;
  readonly onRecorded: (entry: Transfer) => void;
}

export const sizeOfSomethingElse: Size = "S";

const sizesOf = (chosen: Chosen, changed: ChangedSizes) =>
  chosen === "else"
    ? { cost: sizeOfSomethingElse, benefit: sizeOfSomethingElse, ...changed }
    : { kindId: chosen.id, ...changed };

/** A gift on its way into the ledger. One draft has one id, so that two clicks write one entry. */
export const useGiftDraft = ({ partnerId, onRecorded }: GiftDraftOptions) => {
  const [id] = useState(newId);
  const [sizes, setSizes] = useState<ChangedSizes>({});
  // Undefined while what was typed is no day: then nothing is written down.
  const [date, setDate] = useState<string | undefined>("");
  const [note, setNote] = useState("");
  const { write, isSaving, trouble } = useWrite();

  const record = ({ chosen, direction, asked, askId }: Recording): Promise<void> =>
    write(async () => {
      const said = note.trim();
      const entry = await workspace.entries.record({
        id,
        from: direction === "given" ? "me" : partnerId,
        to: direction === "given" ? partnerId : "me",
        ...sizesOf(chosen, sizes),
        asked,
        ...(askId === undefined ? {} : { askId }),
        ...(said === "" ? {} : { note: said }),
        ...(date === undefined || date === "" ? {} : { at: date }),
      });
      if (direction === "given") noteStep("gift");
      onRecorded(entry);
    });

  return { sizes, setSizes, date, setDate, note, setNote, isSaving, trouble, record };
};

export type GiftDraft = ReturnType<typeof useGiftDraft>;
