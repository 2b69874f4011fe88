import type { MessageVerdict } from "@comity/domain/outreach/schema";
import { useEffect, useRef, useState } from "react";
import { workspace } from "../../../workspace/client.ts";
import { readingTroubleInWords } from "../../../workspace/troubleInWords.ts";
import { lengthOf, readableOf } from "./messageInWords.ts";

/** So long after the last key a text is taken to be whole for now. */
const pauseMs = 700;

interface Answer {
  /** The text that was read, which may be older than the one that stands there now. */
  readonly text: string;
  readonly verdict: MessageVerdict;
}

/** Reads a message after a short pause. An answer to a text that has changed since is dropped. */
export const useMessageCheck = (partnerId: string) => {
  const [text, setText] = useState("");
  const [answer, setAnswer] = useState<Answer>();
  const [isReading, setReading] = useState(false);
  const [trouble, setTrouble] = useState<string>();
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const latest = useRef(0);

  useEffect(
    () => () => {
      clearTimeout(timer.current);
      latest.current++;
    },
    [],
  );

  const read = async (said: string): Promise<void> => {
    const turn = ++latest.current;
    setReading(true);
    setTrouble(undefined);
    try {
      const verdict = await workspace.messages.check({ partnerId, text: said });
      if (turn === latest.current) setAnswer({ text: said, verdict });
    } catch (error) {
      if (turn === latest.current) setTrouble(readingTroubleInWords(error));
    } finally {
      if (turn === latest.current) setReading(false);
    }
  };

  const write = (next: string): void => {
    clearTimeout(timer.current);
    latest.current++;
    setText(next);
    setTrouble(undefined);
    const said = readableOf(next);
    const isReadable = said !== "" && lengthOf(said).error === undefined;
    setReading(isReadable);
    if (isReadable) timer.current = setTimeout(() => void read(said), pauseMs);
    else setAnswer(undefined);
  };

  const readAgain = (): void => {
    const said = readableOf(text);
    if (said !== "") void read(said);
  };

  return { text, write, answer, isReading, trouble, readAgain };
};
