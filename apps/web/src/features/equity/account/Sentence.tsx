import type { Statement } from "@comity/domain/equity/schema";
import { useEffect, useId, useRef, useState } from "react";
import styles from "./Sentence.module.css";
import { Sum } from "../Sum.tsx";
import { standingLines } from "../sumLines.ts";
import { mostInWords } from "../words.ts";

interface SentenceProps {
  readonly statement: Statement;
  readonly openAsks: number;
  readonly name: string;
  /** Nothing is written down, so there is nothing to add up. */
  readonly isBlank: boolean;
}

/** What could be asked for, in one sentence whose weight opens the arithmetic. */
export const Sentence = ({ statement, openAsks, name, isBlank }: SentenceProps) => {
  const [isOpen, setOpen] = useState(false);
  const id = useId();
  const weighing = useFocusFound(isBlank);
  const { before, weight, after } = partsOf(statement, openAsks, name);
  return (
    <div className={styles.standing}>
      <p className={styles.sentence}>
        {before}
        {isBlank ? (
          weight
        ) : (
          <em>
            <button
              type="button"
              ref={weighing}
              aria-expanded={isOpen}
              aria-controls={isOpen ? id : undefined}
              title="Show the arithmetic"
              onClick={() => setOpen(!isOpen)}
            >
              {weight}
            </button>
          </em>
        )}
        {after}
      </p>
      {isOpen && (
        <div id={id} className={styles.arithmetic}>
          <Sum lines={standingLines(statement, name)} />
        </div>
      )}
    </div>
  );
};

/** What wrote the first entry has left the page with the focus, so the sentence takes it. */
const useFocusFound = (isBlank: boolean) => {
  const button = useRef<HTMLButtonElement>(null);
  const wasBlank = useRef(isBlank);
  useEffect(() => {
    const isLost = document.activeElement === document.body;
    if (wasBlank.current && !isBlank && isLost) button.current?.focus();
    wasBlank.current = isBlank;
  }, [isBlank]);
  return button;
};

interface Parts {
  readonly before: string;
  /** The words that stand for the number. */
  readonly weight: string;
  readonly after: string;
}

const partsOf = (
  { capacity, reserved, gifts, equity }: Statement,
  openAsks: number,
  name: string,
): Parts => {
  const most = mostInWords(capacity);
  const holding = openAsks === 1 ? "An open ask holds" : "Open asks hold";
  if (most !== undefined) {
    const held = reserved > 0 ? ` ${holding} a part of what you earned.` : "";
    return { before: `You could ask ${name} for up to `, weight: most, after: `.${held}` };
  }
  if (equity < 0) {
    const after = ` with ${name}. That fades by itself, and sooner with a gift.`;
    return { before: "You stand ", weight: "below zero", after };
  }
  if (reserved > 0) {
    const answer = openAsks === 1 ? "the answer" : "an answer";
    const after = ` with ${name}. Give, or wait for ${answer}.`;
    return { before: `${holding} `, weight: "what you earned", after };
  }
  if (gifts === 0) {
    const after = ` with ${name} yet. Start small: a sincere word, or something they made, passed on.`;
    return { before: "", weight: "Nothing is earned", after };
  }
  const after = ` with ${name} is used or has faded. Small gifts bring it back.`;
  return { before: "", weight: "What you earned", after };
};
