import type { OpeningCard } from "@comity/domain/equity/schema";
import { useEffect, useId, useRef } from "react";
import { dayMs, msOf, nowMs, plainDateInWords } from "../../ui/clock.ts";
import { shortNameOf } from "../equity/words.ts";
import { roleInWords } from "../partner/roleInWords.ts";
import styles from "./Card.module.css";
import { type Answers, type Deck, type Said, say, unsay } from "./deck.ts";
import { labelOf, openQuestion, type Question, questions, yearsInWords } from "./questions.ts";

interface CardProps {
  readonly card: OpeningCard;
  readonly deck: Deck;
}

/** One person, and the question that is open about them. */
export const Card = ({ card, deck: { said, saidBefore } }: CardProps) => (
  <article className={styles.card}>
    <div className={styles.who}>
      <h2>{card.name}</h2>
      <p>{roleInWords(card)}</p>
      {card.knownSince !== null && <p>{knownInWords(card.knownSince)}</p>}
    </div>
    <SoFar said={said} name={shortNameOf(card.name)} />
    <OpenQuestion
      key={openQuestion(said).field}
      question={openQuestion(said)}
      name={shortNameOf(card.name)}
      before={saidBefore.get(card.partnerId)}
    />
  </article>
);

const knownInWords = (since: string): string => {
  const years = yearsInWords((nowMs() - msOf(since)) / dayMs);
  const day = plainDateInWords(since);
  return years === undefined ? `Known since ${day}` : `Known ${years}, since ${day}`;
};

/** What was said so far; a tap on it asks again. */
const SoFar = ({ said, name }: { readonly said: Said; readonly name: string }) => (
  <ul className={styles.soFar}>
    {questions.map((question, index) => {
      const answer = said[question.field];
      if (answer === undefined) return null;
      const label = soFarInWords[question.field](labelOf(question, answer));
      return (
        <li key={question.field}>
          <button
            type="button"
            aria-label={`${label}. Answer again: ${question.inWords(name)}`}
            onClick={() => unsay(firstOf(said, index))}
          >
            {label}
          </button>
        </li>
      );
    })}
  </ul>
);

const soFarInWords: Readonly<Record<keyof Answers, (label: string) => string>> = {
  closeness: (label) => label,
  given: (label) => `you helped: ${label}`,
  received: (label) => `they helped: ${label}`,
};

/** The answers before a question. */
const firstOf = (said: Said, count: number): Said =>
  Object.fromEntries(questions.slice(0, count).map(({ field }) => [field, said[field]]));

interface OpenQuestionProps {
  readonly question: Question;
  readonly name: string;
  /** What was said before it was undone. */
  readonly before: Answers | undefined;
}

const OpenQuestion = ({ question, name, before }: OpenQuestionProps) => {
  const titleId = useId();
  const group = useRef<HTMLFieldSetElement>(null);
  // The button that was pressed is gone with its question, so the next question takes the focus.
  useEffect(() => {
    if (document.activeElement === document.body) group.current?.focus({ preventScroll: true });
  }, []);
  return (
    <fieldset ref={group} aria-labelledby={titleId} tabIndex={-1} className={styles.asked}>
      <h3 id={titleId}>{question.inWords(name)}</h3>
      <ul className={styles.options}>
        {question.options.map(({ value, label }, index) => (
          <li key={`${question.field} ${value}`}>
            <button
              type="button"
              aria-keyshortcuts={String(index + 1)}
              onClick={() => say({ [question.field]: value })}
            >
              <kbd aria-hidden>{index + 1}</kbd>
              <span>{label}</span>
              {before?.[question.field] === value && (
                <span className={styles.before}>as you said</span>
              )}
            </button>
          </li>
        ))}
      </ul>
    </fieldset>
  );
};
