import { type ReactNode, useState } from "react";
import { Link } from "wouter";
import { remember, remembered } from "../../ui/memory.ts";
import { Skeleton } from "../../ui/Skeleton.tsx";
import { Trouble } from "../../ui/Trouble.tsx";
import { readingTroubleInWords } from "../../workspace/troubleInWords.ts";
import { shortNameOf } from "../equity/words.ts";
import { type Budget, budgets, isBudget, moveInWords, wayOf, whyInWords } from "./moveInWords.ts";
import { type NamedMove, rowsHeld, useMoves } from "./reading.ts";
import styles from "./WorthDoing.module.css";

const budgetKey = "budget";
const usualBudget: Budget = "36";

const rememberedBudget = (): Budget => {
  const kept = remembered(budgetKey);
  return isBudget(kept) ? kept : usualBudget;
};

interface WorthDoingProps {
  readonly whenNothing: ReactNode;
}

/** Up to three things worth doing now. */
export const WorthDoing = ({ whenNothing }: WorthDoingProps) => {
  const [budget, setBudget] = useState(rememberedBudget);
  const { data, error, refetch } = useMoves(Number(budget));
  const [held] = useState(rowsHeld);
  if (data === undefined && error !== null) {
    return <Trouble onRetry={() => void refetch()}>{readingTroubleInWords(error)}</Trouble>;
  }
  if (data === undefined) return <Waiting rows={held ?? 0} />;
  if (data.length === 0) return whenNothing;
  const choose = (chosen: string): void => {
    if (!isBudget(chosen)) return;
    remember(budgetKey, chosen);
    setBudget(chosen);
  };
  return (
    <section className={styles.worth} aria-labelledby="worth-doing">
      <div className={styles.head}>
        <h2 id="worth-doing">Worth doing now</h2>
        <label className={styles.budget}>
          <span>With</span>
          <select value={budget} onChange={({ target }) => choose(target.value)}>
            {budgets.map(([value, words]) => (
              <option key={value} value={value}>
                {words}
              </option>
            ))}
          </select>
        </label>
      </div>
      <ul>
        {data.map((named) => (
          <MoveRow key={named.move.partnerId} named={named} />
        ))}
      </ul>
    </section>
  );
};

const MoveRow = ({ named: { move, name } }: { readonly named: NamedMove }) => {
  const { label, href } = wayOf(move);
  const short = shortNameOf(name);
  return (
    <li className={styles.row}>
      <div className={styles.words}>
        <p className={styles.what}>
          {moveInWords(move, short)}
          {short !== name && <span className={styles.name}>{name}</span>}
        </p>
        <p className={styles.why}>{whyInWords(move)}</p>
      </div>
      <Link
        href={href}
        className={`${styles.way} ${move.kind === "ask" ? styles.ask : styles.give}`}
        aria-label={`${label}: ${short}`}
      >
        {label}
      </Link>
    </li>
  );
};

const Waiting = ({ rows }: { readonly rows: number }) =>
  rows > 0 && (
    <div className={styles.worth} aria-busy="true" aria-label="Looking for what is worth doing">
      <div className={styles.head}>
        <Skeleton width="10rem" height="1.2rem" />
      </div>
      {Array.from({ length: rows }, (_, row) => (
        <div key={row} className={styles.row}>
          <div className={styles.words}>
            <Skeleton width="18rem" height="1.3rem" />
            <Skeleton width="14rem" height="0.9rem" />
          </div>
        </div>
      ))}
    </div>
  );
