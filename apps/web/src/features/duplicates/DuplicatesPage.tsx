import type { DuplicatePair } from "@comity/domain/partner/schema";
import { useEffect, useRef } from "react";
import { Button, ButtonLink } from "../../ui/Button.tsx";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { Kbd } from "../../ui/Kbd.tsx";
import { Page } from "../../ui/Page.tsx";
import { Skeleton } from "../../ui/Skeleton.tsx";
import { Trouble } from "../../ui/Trouble.tsx";
import { useKeys } from "../../ui/useKeys.ts";
import { readingTroubleInWords } from "../../workspace/troubleInWords.ts";
import styles from "./DuplicatesPage.module.css";
import { PairCard } from "./PairCard.tsx";
import { pairKeyOf, useDuplicates } from "./useDuplicates.ts";

/** Partners that may stand here twice, the likeliest first. Nothing becomes one by itself. */
export const DuplicatesPage = () => {
  const found = useDuplicates();
  const { pairs, total, error } = found;
  return (
    <Page
      title="Perhaps the same"
      aside={
        pairs === undefined || pairs.length === 0 ? undefined : (
          <output>{leftInWords(pairs.length, total - found.putOff)}</output>
        )
      }
      back={{ href: "/partners", label: "All partners" }}
    >
      {pairs === undefined && error === null && <Waiting />}
      {pairs === undefined && error !== null && (
        <Trouble onRetry={() => void found.refetch()}>{readingTroubleInWords(error)}</Trouble>
      )}
      {pairs?.length === 0 && <NoneLeft putOff={found.putOff} onShow={found.showAll} />}
      {pairs !== undefined && pairs.length > 0 && <Pairs {...found} pairs={pairs} />}
    </Page>
  );
};

const leftInWords = (shown: number, total: number): string => {
  if (total > shown) return `The likeliest ${shown} of ${total.toLocaleString("en")} pairs`;
  return shown === 1 ? "One pair to look at" : `${shown} pairs to look at, the likeliest first`;
};

const NoneLeft = ({ putOff, onShow }: { readonly putOff: number; readonly onShow: () => void }) =>
  putOff > 0 ? (
    <EmptyState
      title={`Nothing else is left. ${putOff === 1 ? "One pair is" : `${putOff} pairs are`} put off.`}
    >
      <Button onClick={onShow}>Look at them now</Button>
    </EmptyState>
  ) : (
    <EmptyState title="Nobody seems to be here twice.">
      <p>
        Comity looks again whenever somebody comes or changes. Colleagues and namesakes are left
        alone.
      </p>
      <ButtonLink href="/partners">To the list</ButtonLink>
    </EmptyState>
  );

interface PairsProps extends Omit<ReturnType<typeof useDuplicates>, "pairs"> {
  readonly pairs: ReadonlyArray<DuplicatePair>;
}

const Pairs = ({ pairs, merge, tellApart, later }: PairsProps) => {
  const list = useRef<HTMLUListElement>(null);
  const current = useCurrent(list, pairs.length);
  /** The next pair takes the focus of one that goes. */
  const leaving = (act: (pair: DuplicatePair) => void, pair: DuplicatePair | undefined): void => {
    if (pair === undefined) return;
    current.keep();
    act(pair);
  };
  const mergeThem = (pair: DuplicatePair): void => void merge(pair);
  const apart = (pair: DuplicatePair): void => void tellApart(pair);
  const meant = (): DuplicatePair | undefined => pairs[current.index()];
  useKeys({
    j: () => current.move(1),
    k: () => current.move(-1),
    m: () => leaving(mergeThem, meant()),
    d: () => leaving(apart, meant()),
    l: () => leaving(later, meant()),
  });
  return (
    <>
      <p className={styles.keys} aria-hidden>
        <Kbd keys="j" /> <Kbd keys="k" /> move · <Kbd keys="m" /> merge · <Kbd keys="d" /> they are
        two · <Kbd keys="l" /> later · <Kbd keys="u" /> undo
      </p>
      <ul ref={list} className={styles.pairs}>
        {pairs.map((pair, index) => (
          <li key={pairKeyOf(pair)}>
            <PairCard
              pair={pair}
              index={index}
              onMerge={() => leaving(mergeThem, pair)}
              onApart={() => leaving(apart, pair)}
              onLater={() => leaving(later, pair)}
            />
          </li>
        ))}
      </ul>
    </>
  );
};

type List = React.RefObject<HTMLUListElement | null>;

const focusOn = (list: List, index: number): void => {
  const card = list.current?.querySelectorAll<HTMLElement>("article")[index];
  card?.focus({ preventScroll: true });
  card?.scrollIntoView({ block: "nearest" });
};

const focusedRow = (): number | undefined => {
  const row = document.activeElement?.closest("article[data-row]")?.getAttribute("data-row");
  return row === null || row === undefined ? undefined : Number(row);
};

/** The pair that keys mean: the one with the focus, else the first. When it goes, the next one takes its place. */
const useCurrent = (list: List, count: number) => {
  const kept = useRef<number | undefined>(undefined);
  useEffect(() => {
    if (kept.current === undefined) return;
    focusOn(list, Math.min(kept.current, count - 1));
    kept.current = undefined;
  }, [list, count]);
  return {
    index: (): number => focusedRow() ?? 0,
    move: (by: 1 | -1): void => {
      const now = focusedRow();
      focusOn(list, now === undefined ? 0 : Math.min(Math.max(now + by, 0), count - 1));
    },
    /** Before it goes. */
    keep: (): void => {
      kept.current = focusedRow() ?? 0;
    },
  };
};

const Waiting = () => (
  <div className={styles.pairs} aria-busy="true" aria-label="Comparing everyone">
    {[0, 1, 2].map((each) => (
      <Skeleton key={each} width="100%" height="15rem" />
    ))}
  </div>
);
