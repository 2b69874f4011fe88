import { type AskWithPartner, useUnderWay } from "./reading.ts";
import { useRef } from "react";
import { Link } from "wouter";
import { Button, ButtonLink } from "../../ui/Button.tsx";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { Page } from "../../ui/Page.tsx";
import { Skeleton } from "../../ui/Skeleton.tsx";
import { Trouble } from "../../ui/Trouble.tsx";
import { readingTroubleInWords } from "../../workspace/troubleInWords.ts";
import { OpenAsk } from "../equity/asking/OpenAsk.tsx";
import { shortNameOf } from "../equity/words.ts";
import styles from "./DealsPage.module.css";

/** What is under way with everybody: until deals can be baked here, the asks that wait for an answer. */
export const DealsPage = () => {
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useUnderWay();
  const asks = data?.pages.flatMap((page) => page.data);
  return (
    <Page title="Deals" narrow>
      {asks === undefined ? (
        <NotRead error={error} onRetry={() => void refetch()} />
      ) : asks.length === 0 ? (
        <NothingUnderWay />
      ) : (
        <>
          <UnderWay asks={asks} />
          {hasNextPage && (
            <Button busy={isFetchingNextPage} onClick={() => void fetchNextPage()}>
              Show more
            </Button>
          )}
          <p className={styles.later}>
            Later, whole deals are baked here: who brings what, who gets what, and what is left for
            the greater good.
          </p>
        </>
      )}
    </Page>
  );
};

const UnderWay = ({ asks }: { readonly asks: ReadonlyArray<AskWithPartner> }) => {
  const heading = useRef<HTMLHeadingElement>(null);
  const withThem = Map.groupBy(asks, ({ partner }) => partner.id);
  return (
    <section className={styles.way} aria-labelledby="under-way">
      <h2 id="under-way" ref={heading} tabIndex={-1}>
        Under way
      </h2>
      {[...withThem.values()].map((those) => (
        <Those
          key={those[0]?.partner.id}
          asks={those}
          onAnswered={() => heading.current?.focus()}
        />
      ))}
    </section>
  );
};

interface ThoseProps {
  readonly asks: ReadonlyArray<AskWithPartner>;
  readonly onAnswered: () => void;
}

const Those = ({ asks: [first, ...others], onAnswered }: ThoseProps) => {
  if (first === undefined) return null;
  const { id, name, organisation } = first.partner;
  return (
    <div className={styles.those}>
      <h3>
        <Link href={`/partners/${id}`}>
          <bdi>{name}</bdi>
        </Link>
        {organisation !== "" && (
          <small>
            <bdi>{organisation}</bdi>
          </small>
        )}
      </h3>
      <ul>
        {[first, ...others].map((ask) => (
          <OpenAsk key={ask.id} ask={ask} name={shortNameOf(name)} onAnswered={onAnswered} />
        ))}
      </ul>
    </div>
  );
};

const NothingUnderWay = () => (
  <EmptyState title="No ask waits for an answer.">
    <p>
      What you have asked, and of whom, stands here until it is answered. Later, whole deals are
      baked here. Each of them begins with having given.
    </p>
    <ButtonLink tone="give" href="/partners">
      Find someone to give to
    </ButtonLink>
  </EmptyState>
);

const NotRead = ({ error, onRetry }: { readonly error: unknown; readonly onRetry: () => void }) =>
  error === null ? (
    <div className={styles.waiting} aria-busy="true" aria-label="Loading">
      <Skeleton width="12rem" height="1.6rem" />
      <Skeleton width="24rem" height="1.4rem" />
      <Skeleton width="18rem" height="1rem" />
    </div>
  ) : (
    <Trouble onRetry={onRetry}>{readingTroubleInWords(error)}</Trouble>
  );
