import { useRef, useState } from "react";
import { troubleInWords } from "./troubleInWords.ts";

/** One write at a time, and in words what went wrong with it: two clicks write one thing. */
export const useWrite = () => {
  const [isSaving, setSaving] = useState(false);
  const [trouble, setTrouble] = useState<string>();
  const isSent = useRef(false);

  const write = async (
    send: () => Promise<void>,
    inWords: (error: unknown) => string = troubleInWords,
  ): Promise<void> => {
    if (isSent.current) return;
    isSent.current = true;
    setSaving(true);
    setTrouble(undefined);
    try {
      await send();
    } catch (error) {
      setTrouble(inWords(error));
    } finally {
      isSent.current = false;
      setSaving(false);
    }
  };

  return { write, isSaving, trouble };
};
