import type { TodayCard } from "@comity/domain/today/schema";
import { useEffect, useId, useRef, useState } from "react";
import { useKeys } from "../../ui/useKeys.ts";
import { CardRow } from "./CardRow.tsx";
import styles from "./Cards.module.css";
import { groupInWords } from "./cardInWords.ts";
import { countInWords, type Group, grouped } from "./effort.ts";
import { useCardVerbs } from "./useCardVerbs.ts";

const rowsOf = (list: HTMLElement | null): ReadonlyArray<HTMLElement> => [
  ...(list?.querySelectorAll<HTMLElement>("[data-card]") ?? []),
];

const focusOn = (row: HTMLElement | undefined): void => {
  row?.focus({ preventScroll: true });
  row?.scrollIntoView({ block: "nearest" });
};

interface CardsProps {
  readonly cards: ReadonlyArray<TodayCard>;
  /** Asks that are shown when somebody wants to see them. */
  readonly folded: ReadonlyArray<TodayCard>;
}

/** The cards of a day, softly grouped by what they are. */
export const Cards = ({ cards, folded }: CardsProps) => {
  const list = useRef<HTMLDivElement>(null);
  const verbs = useCardVerbs();
  useNextFocus(list, cards);
  const focused = (): number =>
    rowsOf(list.current).findIndex((row) => row.contains(document.activeElement));
  const move = (by: 1 | -1): void => {
    const rows = rowsOf(list.current);
    focusOn(rows[Math.max(0, Math.min(focused() + by, rows.length - 1))]);
  };
  /** A key that means the card that has the focus presses its button. */
  const pressIn = (key: "s" | "e"): void =>
    rowsOf(list.current)
      [focused()]?.querySelector<HTMLElement>(
        `[data-key="${key}"] button, button[data-key="${key}"]`,
      )
      ?.click();
  useKeys({
    j: () => move(1),
    k: () => move(-1),
    s: () => pressIn("s"),
    e: () => pressIn("e"),
  });
  return (
    <div ref={list} className={styles.cards}>
      {grouped(cards).map((group) => (
        <GroupOfCards
          key={group.group}
          group={group}
          folded={group.group === "ask" ? folded : []}
          verbs={verbs}
        />
      ))}
    </div>
  );
};

interface GroupProps {
  readonly group: Group;
  readonly folded: ReadonlyArray<TodayCard>;
  readonly verbs: ReturnType<typeof useCardVerbs>;
}

const GroupOfCards = ({ group: { group, cards }, folded, verbs }: GroupProps) => {
  const [isOpen, setOpen] = useState(false);
  const id = useId();
  const shown = isOpen ? [...cards, ...folded] : cards;
  return (
    <section className={`${styles.group} ${styles[group]}`} aria-labelledby={id}>
      <h2 id={id}>{groupInWords[group]}</h2>
      <ul>
        {shown.map((card) => (
          <CardRow key={card.key} card={card} verbs={verbs} />
        ))}
      </ul>
      {folded.length > 0 && !isOpen && (
        <button type="button" className={styles.unfold} onClick={() => setOpen(true)}>
          {folded.length === 1
            ? "Another one whom you may ask"
            : `${countInWords(folded.length)} more whom you may ask`}
        </button>
      )}
    </section>
  );
};

/** The card that had the focus is gone: the next one gets it, or the head of the page. */
const useNextFocus = (
  list: React.RefObject<HTMLElement | null>,
  cards: ReadonlyArray<TodayCard>,
): void => {
  const last = useRef(-1);
  useEffect(() => {
    const rows = rowsOf(list.current);
    if (last.current >= 0 && document.activeElement === document.body) {
      focusOn(rows[Math.min(last.current, rows.length - 1)]);
    }
    const note = (): void => {
      last.current = rowsOf(list.current).findIndex((row) => row.contains(document.activeElement));
    };
    document.addEventListener("focusin", note);
    return () => document.removeEventListener("focusin", note);
  }, [cards, list]);
};
