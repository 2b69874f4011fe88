import type { RelationshipReading } from "@comity/domain/equity/schema";
import { type ReactNode, useId, useState } from "react";
import styles from "./Relationship.module.css";
import {
  reciprocityFact,
  type RelationshipFact,
  relationshipFacts,
} from "./relationshipInWords.ts";
import { Sum } from "../Sum.tsx";
import { amountInWords } from "../words.ts";

interface RelationshipProps {
  readonly reading: RelationshipReading;
  readonly name: string;
  readonly knownSince: string | null;
}

/** How the two of you stand beside the balance. Each answer opens the arithmetic behind it. */
export const Relationship = ({ reading, name, knownSince }: RelationshipProps) => {
  const facts = relationshipFacts(reading, { name, knownSince });
  const half = Math.ceil(facts.length / 2);
  return (
    <section className={styles.relationship} aria-labelledby="relationship">
      <h2 id="relationship">The two of you</h2>
      <Directions reading={reading} name={name} />
      {/* Each column opens by itself, so that nothing beside it moves. */}
      <div className={styles.columns}>
        <Facts facts={facts.slice(0, half)} />
        <Facts facts={facts.slice(half)} />
      </div>
    </section>
  );
};

const Facts = ({ facts }: { readonly facts: ReadonlyArray<RelationshipFact> }) => (
  <ul className={styles.facts}>
    {facts.map((fact) => (
      <li key={fact.label}>
        <Opening
          face={
            <>
              <span className={styles.label}>{fact.label}</span>
              <span className={styles.value}>{fact.value}</span>
              <span className={styles.detail}>{fact.detail}</span>
            </>
          }
          fact={fact}
        />
      </li>
    ))}
  </ul>
);

const barOf = (amount: number, most: number): string => `${(100 * amount) / most}%`;

/** Two bars from one middle, drawn to the same scale. */
const Directions = ({ reading, name }: Pick<RelationshipProps, "reading" | "name">) => {
  const { given, received } = reading.reciprocity;
  const most = Math.max(given, received, 1);
  const fact = reciprocityFact(reading, name);
  return (
    <Opening
      face={
        <>
          <span className={styles.sides}>
            <Side label="You gave" amount={given} />
            <Side label={`${name} gave`} amount={received} />
          </span>
          <span className={styles.bars} aria-hidden>
            <span>
              <span className={styles.given} style={{ width: barOf(given, most) }} />
            </span>
            <span>
              <span className={styles.received} style={{ width: barOf(received, most) }} />
            </span>
          </span>
          <span className={styles.detail}>{fact.sentence}</span>
        </>
      }
      // The sentence stands under the bars already.
      fact={{ ...fact, sentence: "" }}
    />
  );
};

const Side = ({ label, amount }: { readonly label: string; readonly amount: number }) => (
  <span>
    <span className={styles.label}>{`${label} `}</span>
    <span className={styles.value}>{amount < 0.5 ? "nothing yet" : amountInWords(amount)}</span>
  </span>
);

interface OpeningProps {
  readonly face: ReactNode;
  readonly fact: Pick<RelationshipFact, "sentence" | "lines">;
}

/** A face that opens its arithmetic in place, and keeps the focus. */
const Opening = ({ face, fact }: OpeningProps) => {
  const [isOpen, setOpen] = useState(false);
  const id = useId();
  return (
    <>
      <button
        type="button"
        className={styles.face}
        aria-expanded={isOpen}
        aria-controls={isOpen ? id : undefined}
        title="Show the arithmetic"
        onClick={() => setOpen(!isOpen)}
      >
        {face}
      </button>
      {isOpen && (
        <div id={id} className={styles.arithmetic}>
          {fact.sentence !== "" && <p>{fact.sentence}</p>}
          {fact.lines.length > 0 && <Sum lines={fact.lines} />}
        </div>
      )}
    </>
  );
};
