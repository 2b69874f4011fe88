import { explain, sizeInWords } from "@comity/domain/equity/rules";
import type { Coverage, Size, Statement } from "@comity/domain/equity/schema";
import { useEffect } from "react";
import { Button } from "../../../ui/Button.tsx";
import { nowMs } from "../../../ui/clock.ts";
import styles from "./Verdict.module.css";
import {
  becauseOf,
  type OfferAdvice,
  offerAdvice,
  roomInWords,
  stayInWords,
} from "./verdictInWords.ts";
import { noteStep } from "../../today/firstSteps.ts";
import { inEp, verdictInWords } from "../words.ts";

interface VerdictProps {
  readonly verdict: Coverage;
  readonly statement: Statement;
  readonly name: string;
  readonly offer?: Size | undefined;
  /** Left out: nothing can be offered here. */
  readonly onOffer?: (offer: Size | undefined) => void;
}

/** Whether the ask is earned, in sentences. */
export const Verdict = ({ verdict, statement, name, offer, onOffer }: VerdictProps) => {
  useEffect(() => noteStep("ask"), []);
  const atMs = nowMs();
  const lines = [
    stayInWords(verdict, atMs),
    roomInWords(verdict, statement, { name, nowMs: atMs }),
  ].filter((line) => line !== undefined);
  return (
    <section className={`${styles.verdict} ${styles[verdict.verdict]}`}>
      <div className={styles.said} aria-live="polite">
        <h3>{verdictInWords[verdict.verdict]}</h3>
        <p>{becauseOf(verdict, statement, name)}</p>
        {lines.map((line) => (
          <p key={line} className={styles.line}>
            {line}
          </p>
        ))}
      </div>
      {onOffer !== undefined && (
        <OfferLine advice={offerAdvice(verdict, offer)} name={name} onOffer={onOffer} />
      )}
    </section>
  );
};

interface OfferLineProps {
  readonly advice: OfferAdvice | undefined;
  readonly name: string;
  readonly onOffer: (offer: Size | undefined) => void;
}

/** One button, whether it makes the offer or takes it away, so that the focus stays on it. */
const OfferLine = ({ advice, name, onOffer }: OfferLineProps) => {
  if (advice === undefined) return null;
  const { kind, size } = advice;
  return (
    <div className={styles.offer}>
      <p>{offerInWords(advice, name)}</p>
      <Button small onClick={() => onOffer(kind === "would-earn" ? size : undefined)}>
        {kind === "would-earn" ? "Offer that" : "Offer nothing"}
      </Button>
    </div>
  );
};

const offerInWords = ({ kind, size }: OfferAdvice, name: string): string => {
  const worth = `something that means ${sizeInWords[size]} to ${name}`;
  switch (kind) {
    case "would-earn":
      return `Offer ${worth} with it, and it is earned.`;
    case "counts":
      return `With it you offer ${worth}.`;
    case "too-little":
      return `With it you offer ${worth}. That alone does not earn it.`;
  }
};

/** The sum behind the verdict, for those who want it. */
export const Arithmetic = ({
  verdict,
  statement: { gifts, policy },
  name,
}: Pick<VerdictProps, "verdict" | "statement" | "name">) => {
  const { terms } = explain(verdict, { name, policy, gifts });
  return (
    <table className={styles.sum}>
      <tbody>
        {terms.map(({ label, amount, formula }, index) => (
          <tr key={label} className={index === terms.length - 1 ? styles.total : undefined}>
            <th scope="row" title={formula}>
              {label}
            </th>
            <td>{inEp(amount)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
};
