import type { Entry, Statement } from "@comity/domain/equity/schema";
import { useState } from "react";
import { Button } from "../../ui/Button.tsx";
import { Skeleton } from "../../ui/Skeleton.tsx";
import { Trouble } from "../../ui/Trouble.tsx";
import { readingTroubleInWords } from "../../workspace/troubleInWords.ts";
import { Asks } from "./Asks.tsx";
import { isFact } from "./entryInWords.ts";
import styles from "./Goodwill.module.css";
import { Ledger } from "./Ledger.tsx";
import { useAsks, useEntries, useSeries, useStatement } from "./reading.ts";
import { StatementCurve } from "./StatementCurve.tsx";
import { mostInWords } from "./words.ts";

interface GoodwillProps {
  readonly partnerId: string;
  readonly name: string;
}

/** A few lines first, so that what is known about the partner is not far below them on a phone. */
const entriesFirst = 20;
const entriesMore = 80;

/** A standing that never left zero makes no picture. */
const smallestEp = 1e-6;

/** The account with one partner: the sentence, the curve, the asks and every entry. */
export const Goodwill = ({ partnerId, name }: GoodwillProps) => {
  const statement = useStatement(partnerId);
  const series = useSeries(partnerId);
  const entries = useEntries(partnerId);
  const asks = useAsks(partnerId);
  const [most, setMost] = useState(entriesFirst);
  const failed = [statement, series, entries, asks].find(
    ({ data, error }) => error !== null && data === undefined,
  );
  if (failed !== undefined) {
    const retry = (): void => {
      for (const query of [statement, series, entries, asks]) void query.refetch();
    };
    return <Trouble onRetry={retry}>{readingTroubleInWords(failed.error)}</Trouble>;
  }
  if (
    statement.data === undefined ||
    series.data === undefined ||
    entries.data === undefined ||
    asks.data === undefined
  ) {
    return <Waiting />;
  }
  const all = entries.data.pages.flatMap(({ data }) => data);
  const hasMore = all.filter(isFact).length > most;
  return (
    <div className={styles.goodwill}>
      <Sentence
        statement={statement.data}
        openAsks={asks.data.data.filter(({ state }) => state === "open").length}
        name={name}
      />
      {series.data.points.some(({ equity }) => Math.abs(equity) > smallestEp) && (
        <StatementCurve
          series={series.data}
          statement={statement.data}
          name={name}
          whatOf={whatOf(all)}
        />
      )}
      <Asks asks={asks.data.data} name={name} />
      {all.length > 0 && (
        <section className={styles.entries} aria-labelledby="entries">
          <h2 id="entries">Between you</h2>
          <Ledger entries={all} statement={statement.data} name={name} most={most} />
          {(hasMore || entries.hasNextPage) && (
            <Button
              disabled={entries.isFetchingNextPage}
              onClick={() => {
                setMost(most + entriesMore);
                if (!hasMore) void entries.fetchNextPage();
              }}
            >
              Show older ones
            </Button>
          )}
        </section>
      )}
    </div>
  );
};

const whatOf = (entries: ReadonlyArray<Entry>) => {
  const notes = new Map(entries.map(({ id, note }) => [id as string, note]));
  return (entryId: string): string | undefined => notes.get(entryId);
};

interface SentenceProps {
  readonly statement: Statement;
  readonly openAsks: number;
  readonly name: string;
}

const Sentence = ({ statement, openAsks, name }: SentenceProps) => {
  const most = mostInWords(statement.capacity);
  const holding = openAsks === 1 ? "An open ask holds" : "Open asks hold";
  const held = statement.reserved > 0 ? ` ${holding} a part of what you earned.` : "";
  if (most !== undefined) {
    return (
      <p className={styles.sentence}>
        {`You could ask ${name} for up to `}
        <em>{most}</em>
        {`.${held}`}
      </p>
    );
  }
  return (
    <p className={styles.sentence}>
      {statement.gifts === 0
        ? `Nothing is earned with ${name} yet. Start small: a sincere word, or something they made, passed on.`
        : statement.reserved > 0
          ? `${holding} what you earned with ${name}. Give, or wait for ${openAsks === 1 ? "the answer" : "an answer"}.`
          : `What you earned with ${name} is used or has faded. Small gifts bring it back.`}
    </p>
  );
};

const Waiting = () => (
  <div className={styles.goodwill} aria-busy="true">
    <Skeleton width="28rem" height="2.2rem" />
    <Skeleton width="100%" height="308px" />
    <Skeleton width="100%" height="12rem" />
  </div>
);
