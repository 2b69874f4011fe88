import type { PolicyReading } from "@comity/domain/equity/schema";
import { Disclosure } from "../../ui/Disclosure.tsx";
import { answersInWords, guessesInWords } from "./policyInWords.ts";
import styles from "./PolicySettings.module.css";

const inNumbers = (value: number): string =>
  value.toLocaleString("en", { maximumFractionDigits: 2, minimumFractionDigits: 0 });

/** What your own history taught, in sentences; the numbers are there for those who want them. */
export const Learned = ({
  reading: { learned, chosen, effective },
}: {
  readonly reading: PolicyReading;
}) => {
  const numbers: ReadonlyArray<readonly [string, string]> = [
    ["Answers to your asks", inNumbers(learned.answers)],
    ["Of these, yes", inNumbers(learned.yes)],
    ["An ask needs so many times its weight", inNumbers(effective.slack)],
    ["An ask, as you chose it", inNumbers(chosen.slack)],
    ["Gifts whose worth a partner told", inNumbers(learned.confirmed)],
    ["A guess counts so many times", inNumbers(effective.q.estimated)],
    ["A guess, as you chose it", inNumbers(chosen.q.estimated)],
  ];
  return (
    <div className={styles.learned}>
      <h3>What your own history taught</h3>
      <p>{answersInWords(learned, chosen)}</p>
      <p>{guessesInWords(learned)}</p>
      <Disclosure summary="Show the numbers">
        <dl className={styles.list}>
          {numbers.map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      </Disclosure>
    </div>
  );
};
