import type {
  Ask,
  Entry,
  RelationshipReading,
  Statement,
  StatementSeries,
} from "@comity/domain/equity/schema";
import { useState } from "react";
import { Button } from "../../../ui/Button.tsx";
import { Skeleton } from "../../../ui/Skeleton.tsx";
import { Trouble } from "../../../ui/Trouble.tsx";
import { readingTroubleInWords } from "../../../workspace/troubleInWords.ts";
import { Asks } from "../asking/Asks.tsx";
import { Blank } from "./Blank.tsx";
import { type Kinds, kindsById } from "../catalogue.ts";
import { entryInWords } from "./entryInWords.ts";
import { factLines } from "./factLines.ts";
import styles from "./Goodwill.module.css";
import { Ledger } from "./Ledger.tsx";
import {
  useAsks,
  useEntries,
  useKinds,
  useRelationship,
  useSeries,
  useStatement,
} from "../reading.ts";
import { Relationship } from "../relationship/Relationship.tsx";
import { Sentence } from "./Sentence.tsx";
import { StatementCurve } from "../curve/StatementCurve.tsx";

interface GoodwillProps {
  readonly partnerId: string;
  readonly name: string;
  /** A day in the calendar, where it is known. */
  readonly knownSince: string | null;
  readonly onGive: () => void;
  readonly onWrong: () => void;
}

/** A few lines first, so that what is known about the partner is not far below them on a phone. */
const entriesFirst = 20;
const entriesMore = 80;

/** A standing that never left zero makes no picture. */
const smallestEp = 1e-6;

/** The account with one partner: the sentence, the curve, the asks, the two of you and every entry. */
export const Goodwill = ({ partnerId, ...props }: GoodwillProps) => {
  const statement = useStatement(partnerId);
  const series = useSeries(partnerId);
  const entries = useEntries(partnerId);
  const asks = useAsks(partnerId);
  const relationship = useRelationship(partnerId);
  const kinds = useKinds();
  const queries = [statement, series, entries, asks, relationship, kinds];
  const failed = queries.find(({ data, error }) => error !== null && data === undefined);
  if (failed !== undefined) {
    const retry = (): void => {
      for (const query of queries) if (query.data === undefined) void query.refetch();
    };
    return <Trouble onRetry={retry}>{readingTroubleInWords(failed.error)}</Trouble>;
  }
  if (
    statement.data === undefined ||
    series.data === undefined ||
    entries.data === undefined ||
    asks.data === undefined ||
    relationship.data === undefined ||
    kinds.data === undefined
  ) {
    return <Waiting />;
  }
  return (
    <Account
      {...props}
      statement={statement.data}
      series={series.data}
      entries={entries.data.pages.flatMap(({ data }) => data)}
      asks={asks.data.data}
      relationship={relationship.data}
      kinds={kindsById(kinds.data)}
      older={
        entries.hasNextPage
          ? {
              fetch: () => void entries.fetchNextPage(),
              isFetching: entries.isFetchingNextPage,
            }
          : undefined
      }
    />
  );
};

interface AccountProps extends Omit<GoodwillProps, "partnerId"> {
  readonly statement: Statement;
  readonly series: StatementSeries;
  readonly entries: ReadonlyArray<Entry>;
  readonly asks: ReadonlyArray<Ask>;
  readonly relationship: RelationshipReading;
  readonly kinds: Kinds;
  /** Entries that are not read yet. */
  readonly older: { readonly fetch: () => void; readonly isFetching: boolean } | undefined;
}

const Account = (props: AccountProps) => {
  const { statement, series, entries, asks, relationship, kinds, name } = props;
  const { partnerId } = statement;
  // Whoever took everything back stands where nobody has written anything.
  const isBlank = factLines(entries).every(({ state }) => state !== "stands");
  return (
    <div className={styles.goodwill}>
      <div className={styles.standing}>
        <Sentence
          statement={statement}
          openAsks={asks.filter(({ state }) => state === "open").length}
          name={name}
          isBlank={isBlank}
        />
        {isBlank && (
          <Blank partnerId={partnerId} name={name} onGive={props.onGive} onWrong={props.onWrong} />
        )}
      </div>
      {series.points.some(({ equity }) => Math.abs(equity) > smallestEp) && (
        <StatementCurve
          series={series}
          statement={statement}
          name={name}
          whatOf={whatOf(entries, name, kinds)}
        />
      )}
      <Asks asks={asks} name={name} />
      {!isBlank && (
        <Relationship reading={relationship} name={name} knownSince={props.knownSince} />
      )}
      {entries.length > 0 && <Entries {...props} isBlank={isBlank} />}
    </div>
  );
};

const Entries = (props: AccountProps & { readonly isBlank: boolean }) => {
  const { statement, entries, kinds, name, older, isBlank, onWrong } = props;
  const [most, setMost] = useState(entriesFirst);
  const hasMore = entries.filter(({ kind }) => kind !== "reversal").length > most;
  return (
    <section className={styles.entries} aria-labelledby="entries">
      <header className={styles.between}>
        <h2 id="entries">Between you</h2>
        {!isBlank && (
          <Button small tone="quiet" onClick={onWrong}>
            Something went wrong
          </Button>
        )}
      </header>
      <Ledger entries={entries} statement={statement} name={name} kinds={kinds} most={most} />
      {(hasMore || older !== undefined) && (
        <Button
          disabled={older?.isFetching === true}
          onClick={() => {
            setMost(most + entriesMore);
            if (!hasMore) older?.fetch();
          }}
        >
          Show older ones
        </Button>
      )}
    </section>
  );
};

const whatOf = (entries: ReadonlyArray<Entry>, name: string, kinds: Kinds) => {
  const facts = new Map(factLines(entries).map(({ fact }) => [fact.id as string, fact]));
  return (entryId: string): string | undefined => {
    const fact = facts.get(entryId);
    if (fact === undefined) return undefined;
    const { what, note } = entryInWords(fact, name, kinds);
    return note === "" ? what : `${what}: ${note}`;
  };
};

const Waiting = () => (
  <div className={styles.goodwill} aria-busy="true">
    <Skeleton width="28rem" height="2.2rem" />
    <Skeleton width="100%" height="308px" />
    <Skeleton width="100%" height="12rem" />
  </div>
);
