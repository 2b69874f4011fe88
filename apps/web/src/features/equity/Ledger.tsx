import type { Entry, Statement } from "@comity/domain/equity/schema";
import { Fragment, useState } from "react";
import { Button } from "../../ui/Button.tsx";
import { msOf, shortDay } from "../../ui/clock.ts";
import { entryInWords, type Fact, isFact } from "./entryInWords.ts";
import { EntryArithmetic, TakeBack } from "./EntryDetails.tsx";
import styles from "./Ledger.module.css";

interface LedgerProps {
  readonly entries: ReadonlyArray<Entry>;
  readonly statement: Statement;
  readonly name: string;
  /** How many facts to show, from the newest on. */
  readonly most: number;
}

/** The facts between you, newest first. What was taken back stays, struck through. */
export const Ledger = ({ entries, statement, name, most }: LedgerProps) => {
  const [opened, setOpened] = useState<string>();
  const reversed = new Set(
    entries.flatMap((entry) => (entry.kind === "reversal" ? [entry.reverses] : [])),
  );
  const facts = entries.filter(isFact).slice(0, most);
  return (
    <table className={styles.ledger}>
      <thead>
        <tr>
          <th scope="col">Day</th>
          <th scope="col">What</th>
          <th scope="col">Effect</th>
        </tr>
      </thead>
      <tbody>
        {facts.map((entry) => (
          <Fragment key={entry.id}>
            <Line
              entry={entry}
              name={name}
              isTakenBack={reversed.has(entry.id)}
              isOpen={opened === entry.id}
              onToggle={() => setOpened(opened === entry.id ? undefined : entry.id)}
            />
            {opened === entry.id && (
              <tr className={styles.details}>
                <td colSpan={3}>
                  <EntryArithmetic entry={entry} statement={statement} name={name} />
                  {!reversed.has(entry.id) && <TakeBack entry={entry} />}
                </td>
              </tr>
            )}
          </Fragment>
        ))}
      </tbody>
    </table>
  );
};

interface LineProps {
  readonly entry: Fact;
  readonly name: string;
  readonly isTakenBack: boolean;
  readonly isOpen: boolean;
  readonly onToggle: () => void;
}

const Line = ({ entry, name, isTakenBack, isOpen, onToggle }: LineProps) => {
  const { what, who, effect, tone } = entryInWords(entry, name);
  return (
    <tr className={isTakenBack ? styles.taken : undefined}>
      <td className={styles.day}>
        <time dateTime={entry.at}>{shortDay(msOf(entry.at))}</time>
      </td>
      <td className={styles.what}>
        <span>{what}</span>
        <small>{isTakenBack ? "taken back" : who}</small>
      </td>
      <td className={styles.effect}>
        <Button
          small
          tone="quiet"
          className={styles[tone] ?? ""}
          aria-expanded={isOpen}
          title="Show the arithmetic"
          onClick={onToggle}
        >
          {effect}
        </Button>
      </td>
    </tr>
  );
};
