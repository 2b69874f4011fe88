import type { Size, Transfer } from "@comity/domain/equity/schema";
import { useRef, useState } from "react";
import { newId } from "../../identity/newId.ts";
import { workspace } from "../../workspace/client.ts";
import { troubleInWords } from "../../workspace/troubleInWords.ts";

export type Direction = "given" | "received";

export interface GiftSizes {
  readonly cost: Size;
  readonly benefit: Size;
}

interface Recording {
  readonly what: string;
  readonly direction: Direction;
  readonly asked: boolean;
}

interface GiftDraftOptions {
  readonly partnerId: string;
  readonly onRecorded: (entry: Transfer) => void;
}

/** A gift on its way into the ledger. One draft has one id, so that two clicks write one entry. */
export const useGiftDraft = ({ partnerId, onRecorded }: GiftDraftOptions) => {
  const [id] = useState(newId);
  const [sizes, setSizes] = useState<GiftSizes>({ cost: "S", benefit: "S" });
  const [date, setDate] = useState("");
  const [note, setNote] = useState("");
  const [isSaving, setSaving] = useState(false);
  const [trouble, setTrouble] = useState<string>();
  const isSent = useRef(false);

  const record = async ({ what, direction, asked }: Recording): Promise<void> => {
    if (isSent.current) return;
    isSent.current = true;
    setSaving(true);
    setTrouble(undefined);
    const said = note.trim();
    try {
      const entry = await workspace.entries.record({
        id,
        from: direction === "given" ? "me" : partnerId,
        to: direction === "given" ? partnerId : "me",
        ...sizes,
        asked,
        note: said === "" ? what : what === "" ? said : `${what}: ${said}`,
        ...(date === "" ? {} : { at: date }),
      });
      onRecorded(entry);
    } catch (error) {
      setTrouble(troubleInWords(error));
      setSaving(false);
      isSent.current = false;
    }
  };

  return { sizes, setSizes, date, setDate, note, setNote, isSaving, trouble, record };
};

export type GiftDraft = ReturnType<typeof useGiftDraft>;
