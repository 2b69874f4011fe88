import type { Today } from "@comity/domain/today/schema";
import { type ReactNode, Suspense, useEffect, useState } from "react";
import { useLocation } from "wouter";
import { ButtonLink } from "../../ui/Button.tsx";
import { Choice } from "../../ui/Choice.tsx";
import { nowMs, weekdayInWords } from "../../ui/clock.ts";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { lazyPart } from "../../ui/lazyPart.tsx";
import { LoadGuard } from "../../ui/LoadGuard.tsx";
import { remember, remembered } from "../../ui/memory.ts";
import { Page } from "../../ui/Page.tsx";
import { Skeleton } from "../../ui/Skeleton.tsx";
import { Trouble } from "../../ui/Trouble.tsx";
import { readingTroubleInWords } from "../../workspace/troubleInWords.ts";
import { FirstPartners } from "../partner/FirstPartners.tsx";
import { Checklist } from "./Checklist.tsx";
import {
  countInWords,
  dayInOneSentence,
  type Effort,
  efforts,
  fittingInto,
  isEffort,
} from "./effort.ts";
import { useToday } from "./reading.ts";
import styles from "./TodayPage.module.css";

const Cards = lazyPart(async () => (await import("./Cards.tsx")).Cards);

const effortKey = "effort";

const rememberedEffort = (): Effort => {
  const kept = remembered(effortKey);
  return isEffort(kept) ? kept : "half-hour";
};

/** One short list: what is worth doing now, and why. */
export const TodayPage = () => {
  const [effort, setEffort] = useState(rememberedEffort);
  const { data, error, refetch } = useToday(effort);
  // The list and what shows it come side by side.
  useEffect(() => Cards.preload(), []);
  const choose = (chosen: Effort): void => {
    remember(effortKey, chosen);
    setEffort(chosen);
  };
  const isBusy = data !== undefined && data.partners > 0;
  return (
    <Page
      title="Today"
      aside={weekdayInWords(nowMs())}
      verbs={isBusy && <EffortChoice effort={effort} onChoose={choose} />}
    >
      {data === undefined ? (
        <NotRead error={error} onRetry={() => void refetch()} />
      ) : (
        <Day today={data} effort={effort} onMore={() => choose("morning")} />
      )}
    </Page>
  );
};

const NotRead = ({ error, onRetry }: { readonly error: unknown; readonly onRetry: () => void }) =>
  error === null ? (
    <Waiting />
  ) : (
    <Trouble onRetry={onRetry}>{readingTroubleInWords(error)}</Trouble>
  );

interface EffortChoiceProps {
  readonly effort: Effort;
  readonly onChoose: (effort: Effort) => void;
}

const effortOptions = (Object.keys(efforts) as Array<Effort>).map((value) => ({
  value,
  label: efforts[value].words,
}));

const EffortChoice = ({ effort, onChoose }: EffortChoiceProps) => (
  <div className={styles.effort}>
    <Choice
      legend="Time for this today"
      hiddenLegend
      layout="segmented"
      options={effortOptions}
      value={effort}
      onChoose={onChoose}
    />
  </div>
);

interface DayProps {
  readonly today: Today;
  readonly effort: Effort;
  readonly onMore: () => void;
}

const Day = ({ today, effort, onMore }: DayProps) => {
  const [, navigate] = useLocation();
  if (today.partners === 0) {
    return (
      <>
        <Checklist />
        <FirstPartners onAdd={() => navigate("/partners?do=add")} />
      </>
    );
  }
  const { cards, folded, left } = fittingInto(today.cards, effort);
  return (
    <>
      <p className={styles.sentence} aria-live="polite">
        {cards.length > 0 && dayInOneSentence(cards)}
      </p>
      <Checklist />
      {cards.length === 0 ? (
        <NothingLeft snoozed={today.snoozed} />
      ) : (
        <LoadGuard>
          <Suspense fallback={<Waiting />}>
            <Cards cards={cards} folded={folded} />
          </Suspense>
        </LoadGuard>
      )}
      <Foot>
        {left > 0 && <Left count={left} {...(effort === "morning" ? {} : { onMore })} />}
        {cards.length > 0 && today.snoozed > 0 && (
          <span>{`${countInWords(today.snoozed)} put off until later.`}</span>
        )}
      </Foot>
    </>
  );
};

interface LeftProps {
  readonly count: number;
  /** Left out where nobody has more time than that. */
  readonly onMore?: () => void;
}

const Left = ({ count, onMore }: LeftProps) => {
  const waits = count === 1 ? "One more waits" : `${countInWords(count)} more wait`;
  return onMore === undefined ? (
    <span>{`${waits} for another day.`}</span>
  ) : (
    <button type="button" className={styles.more} onClick={onMore}>
      {`${waits} for a day with more time`}
    </button>
  );
};

const Foot = ({ children }: { readonly children: ReactNode }) => (
  <p className={styles.foot}>{children}</p>
);

const NothingLeft = ({ snoozed }: { readonly snoozed: number }) => (
  <EmptyState title="That is all for today.">
    <p>
      {snoozed > 0
        ? `${countInWords(snoozed)} ${snoozed === 1 ? "thing comes" : "things come"} back on the day you chose. Nobody waits for you until then.`
        : "Nobody waits for you. Whom you gave to shows here when another step is worth it."}
    </p>
    <ButtonLink href="/partners">To your partners</ButtonLink>
  </EmptyState>
);

const Waiting = () => (
  <div className={styles.waiting} aria-busy="true" aria-label="Looking for what is worth doing">
    <Skeleton width="20rem" height="1.6rem" />
    {["26rem", "22rem", "24rem"].map((width) => (
      <div key={width} className={styles.held}>
        <Skeleton width={width} height="1.4rem" />
        <Skeleton width="16rem" height="1rem" />
      </div>
    ))}
  </div>
);
