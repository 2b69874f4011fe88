import type { Entry, Statement } from "@comity/domain/equity/schema";
import { Fragment, useEffect, useMemo, useRef, useState } from "react";
import { Button } from "../../../ui/Button.tsx";
import { msOf, shortDay } from "../../../ui/clock.ts";
import type { Kinds } from "../catalogue.ts";
import { EntryDetails } from "./EntryDetails.tsx";
import { type EntryWords, entryInWords, guessInWords } from "./entryInWords.ts";
import { type FactLine, factLines } from "./factLines.ts";
import styles from "./Ledger.module.css";

interface LedgerProps {
  readonly entries: ReadonlyArray<Entry>;
  readonly statement: Statement;
  readonly name: string;
  readonly kinds: Kinds;
  /** How many facts to show, from the newest on. */
  readonly most: number;
}

/** The facts between you, newest first. What was taken back stays, struck through. */
export const Ledger = ({ entries, statement, name, kinds, most }: LedgerProps) => {
  const { table, opened, setOpened, followTo } = useOpened();
  const lines = useMemo(() => factLines(entries), [entries]);
  return (
    <table ref={table} className={styles.ledger}>
      <thead>
        <tr>
          <th scope="col">Day</th>
          <th scope="col">What</th>
          <th scope="col">Effect</th>
        </tr>
      </thead>
      <tbody>
        {lines.slice(0, most).map((line) => (
          <Fragment key={line.fact.id}>
            <Line
              line={line}
              name={name}
              kinds={kinds}
              isOpen={opened === line.fact.id}
              onToggle={() => setOpened(opened === line.fact.id ? undefined : line.fact.id)}
            />
            {opened === line.fact.id && (
              <tr className={styles.details}>
                <td colSpan={3}>
                  <EntryDetails
                    line={line}
                    statement={statement}
                    name={name}
                    kinds={kinds}
                    onWritten={followTo}
                  />
                </td>
              </tr>
            )}
          </Fragment>
        ))}
      </tbody>
    </table>
  );
};

/** Which line is open. After a write the focus follows to the line that tells of it, once it is there. */
const useOpened = () => {
  const table = useRef<HTMLTableElement>(null);
  const wanted = useRef<string>(undefined);
  const [opened, setOpened] = useState<string>();
  useEffect(() => {
    if (wanted.current === undefined) return;
    const line = table.current?.querySelector<HTMLElement>(`[data-entry="${wanted.current}"]`);
    if (line === null || line === undefined) return;
    wanted.current = undefined;
    line.focus();
  });
  const followTo = (entryId: string): void => {
    wanted.current = entryId;
    setOpened(entryId);
  };
  return { table, opened, setOpened, followTo };
};

interface LineProps {
  readonly line: FactLine;
  readonly name: string;
  readonly kinds: Kinds;
  readonly isOpen: boolean;
  readonly onToggle: () => void;
}

const rowStyles: Readonly<Record<FactLine["state"], string | undefined>> = {
  stands: undefined,
  replaced: styles.replaced,
  "taken back": styles.taken,
};

const Line = ({ line, name, kinds, isOpen, onToggle }: LineProps) => {
  const { fact, state } = line;
  const words = entryInWords(fact, name, kinds);
  return (
    <tr className={rowStyles[state]}>
      <td className={styles.day}>
        <time dateTime={fact.at}>{shortDay(msOf(fact.at))}</time>
      </td>
      <td className={styles.what}>
        <span>{words.what}</span>
        {words.note !== "" && <small className={styles.note}>{words.note}</small>}
        <small>{whoOf(line, words, name)}</small>
        <Gap line={line} name={name} />
      </td>
      <td className={styles.effect}>
        <Button
          small
          tone="quiet"
          className={styles[words.tone] ?? ""}
          data-entry={fact.id}
          aria-expanded={isOpen}
          title="Show the arithmetic"
          onClick={onToggle}
        >
          {words.effect}
        </Button>
      </td>
    </tr>
  );
};

const whoOf = ({ state }: FactLine, words: EntryWords, name: string): string => {
  if (state === "taken back") return "taken back";
  return state === "replaced" ? `your guess, before ${name} said what it meant` : words.who;
};

const Gap = ({ line: { fact, state, guess }, name }: Pick<LineProps, "line" | "name">) => {
  if (guess === undefined || state !== "stands" || fact.kind !== "transfer") return null;
  const gap = guessInWords(guess, fact, name);
  return gap === undefined ? null : <small className={styles.gap}>{gap}</small>;
};
