import type { OpeningProgress } from "@comity/domain/equity/schema";
import { useQueryClient } from "@tanstack/react-query";
import { Undo2 } from "lucide-react";
import { useEffect, useState } from "react";
import { Link } from "wouter";
import { BackLink } from "../../ui/BackLink.tsx";
import { Button } from "../../ui/Button.tsx";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { remember, remembered } from "../../ui/memory.ts";
import { Skeleton } from "../../ui/Skeleton.tsx";
import { Trouble } from "../../ui/Trouble.tsx";
import { useKeys } from "../../ui/useKeys.ts";
import { keys } from "../../workspace/keys.ts";
import { readingTroubleInWords, troubleInWords } from "../../workspace/troubleInWords.ts";
import { Card } from "./Card.tsx";
import {
  canUndo,
  type Deck,
  failedOf,
  keepAgain,
  openDeck,
  readDeckAgain,
  say,
  skip,
  undo,
  useDeck,
} from "./deck.ts";
import styles from "./DeckPage.module.css";
import { Introduction } from "./Introduction.tsx";
import { openQuestion, progressInWords } from "./questions.ts";

const seenKey = "deck.seen";

/** Who is known from before: one card after the other, three taps for each. */
export const DeckPage = () => {
  const [isSeen, setSeen] = useState(() => remembered(seenKey) !== null);
  const begin = (): void => {
    remember(seenKey, "yes");
    setSeen(true);
  };
  return (
    <main className={styles.page}>
      <title>From memory · Comity</title>
      <BackLink href="/partners">All partners</BackLink>
      {isSeen ? <OpenDeck /> : <Introduction onBegin={begin} />}
    </main>
  );
};

const OpenDeck = () => {
  const client = useQueryClient();
  const deck = useDeck();
  useEffect(
    () =>
      openDeck((partnerId) => {
        void client.resetQueries({ queryKey: keys.partners });
        void client.invalidateQueries({ queryKey: keys.partner(partnerId) });
        void client.invalidateQueries({ queryKey: keys.moves });
        void client.invalidateQueries({ queryKey: keys.openings });
      }),
    [client],
  );
  useDeckKeys(deck);
  const [card] = deck.cards;
  return (
    <>
      <header className={styles.head}>
        <h1>From memory</h1>
        <p className={styles.progress}>
          {deck.progress === undefined ? (
            <Skeleton width="22rem" height="1.2rem" />
          ) : (
            hasPeople(deck.progress) && progressInWords(deck.progress)
          )}
        </p>
      </header>
      <Unkept deck={deck} />
      {card === undefined ? (
        <NoCard deck={deck} />
      ) : (
        <Card key={card.partnerId} card={card} deck={deck} />
      )}
      {(card !== undefined || canUndo(deck)) && (
        <div className={styles.actions}>
          <Button tone="quiet" disabled={!canUndo(deck)} onClick={() => void undo()}>
            <Undo2 size={18} aria-hidden />
            Undo
          </Button>
          {card !== undefined && (
            <Button aria-keyshortcuts="s" onClick={skip}>
              Skip
            </Button>
          )}
        </div>
      )}
    </>
  );
};

/** 1 to 6 answer, s skips, u undoes. What the keys do not mean here is left to the rest of the page. */
const useDeckKeys = (deck: Deck): void => {
  const [card] = deck.cards;
  const takeBack = canUndo(deck) ? () => void undo() : undefined;
  const { field, options } = openQuestion(deck.said);
  useKeys({
    ...(takeBack === undefined ? {} : { u: takeBack, "mod+z": takeBack }),
    ...(card === undefined ? {} : { s: skip }),
    ...(card === undefined
      ? {}
      : Object.fromEntries(
          options.map(({ value }, index) => [String(index + 1), () => say({ [field]: value })]),
        )),
  });
};

/** What was said but did not reach Comity, and what could not be undone: nothing of it is lost. */
const Unkept = ({ deck }: { readonly deck: Deck }) => {
  const failed = failedOf(deck);
  const [first] = failed;
  return (
    <>
      {first !== undefined && (
        <Trouble onRetry={keepAgain}>
          {`What you said about ${first.card.name}${failed.length > 1 ? ` and ${failed.length - 1} more` : ""} is not kept yet. ${troubleInWords(first.error)}`}
        </Trouble>
      )}
      {deck.undoTrouble !== undefined && (
        <Trouble onRetry={() => void undo()}>
          {`It could not be undone. ${readingTroubleInWords(deck.undoTrouble)}`}
        </Trouble>
      )}
    </>
  );
};

const hasPeople = ({ answered, skipped, left }: OpeningProgress): boolean =>
  answered + skipped + left > 0;

const NoCard = ({ deck: { isLoading, trouble, progress, steps } }: { readonly deck: Deck }) => {
  if (trouble !== undefined) {
    return <Trouble onRetry={readDeckAgain}>{readingTroubleInWords(trouble)}</Trouble>;
  }
  if (isLoading || progress === undefined) return <Waiting />;
  const isDone = progress.answered + progress.skipped + steps.length > 0;
  return isDone ? (
    <EmptyState title="That was everybody.">
      <p>What you told stands in your account with each of them, and fades like the rest.</p>
      <Link href="/partners">To your partners</Link>
    </EmptyState>
  ) : (
    <EmptyState title="There is nobody to ask about.">
      <p>The deck shows people with whom nothing is written down yet.</p>
      <Link href="/partners">To your partners</Link>
    </EmptyState>
  );
};

const Waiting = () => (
  <div className={styles.waiting} aria-busy="true" aria-label="Loading the deck">
    <Skeleton width="16rem" height="2.4rem" />
    <Skeleton width="12rem" height="1.2rem" />
    <Skeleton width="100%" height="14rem" />
  </div>
);
