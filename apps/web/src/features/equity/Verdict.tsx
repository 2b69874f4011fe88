import type { Coverage, Statement } from "@comity/domain/equity/schema";
import styles from "./AskDialog.module.css";
import { amountInWords, inEp, verdictInWords, whyEarly } from "./words.ts";

interface VerdictProps {
  readonly verdict: Coverage;
  readonly statement: Statement;
  readonly name: string;
}

/** Whether the ask is earned, in a sentence. */
export const Verdict = ({ verdict, statement, name }: VerdictProps) => (
  <section className={`${styles.verdict} ${styles[verdict.verdict]}`} aria-live="polite">
    <h3>{verdictInWords[verdict.verdict]}</h3>
    <p>{becauseOf(verdict, statement, name)}</p>
  </section>
);

const becauseOf = (verdict: Coverage, { gifts, policy }: Statement, name: string): string => {
  switch (verdict.verdict) {
    case "earned":
      return "What you have given covers this ask.";
    case "early":
      return whyEarly(name, gifts, policy.giftsBeforeFirstAsk);
    case "not-yet":
      return `What is missing: gifts that mean ${amountInWords(verdict.shortfall)} to ${name}.`;
  }
};

/** The sum behind the verdict, for those who want it. */
export const Arithmetic = ({ verdict, statement }: Pick<VerdictProps, "verdict" | "statement">) => (
  <table className={styles.sum}>
    <tbody>
      <Term label="Your standing (E)" amount={verdict.equity} />
      <Term label="Held by open asks" amount={-verdict.reserved} />
      <Term label="What your offer counts for" amount={verdict.offered} />
      <Term
        label={`This ask, weighed ${statement.policy.askWeight} times`}
        amount={-verdict.needed}
      />
      {statement.policy.overdraft > 0 && (
        <Term label="Allowance" amount={statement.policy.overdraft} />
      )}
      <Term label="Left after it" amount={verdict.after + statement.policy.overdraft} isTotal />
    </tbody>
  </table>
);

interface TermProps {
  readonly label: string;
  readonly amount: number;
  readonly isTotal?: boolean;
}

const Term = ({ label, amount, isTotal = false }: TermProps) => (
  <tr className={isTotal ? styles.total : undefined}>
    <th scope="row">{label}</th>
    <td>{inEp(amount)}</td>
  </tr>
);
