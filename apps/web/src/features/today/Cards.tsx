import type { TodayCard } from "@comity/domain/today/schema";
import { type RefObject, useEffect, useId, useRef, useState } from "react";
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
  useNextFocus(list);
  useEnter(list);
  const focused = (): number =>
    rowsOf(list.current).findIndex((row) => row.contains(document.activeElement));
  const move = (by: 1 | -1): void => {
    const rows = rowsOf(list.current);
    focusOn(rows[Math.max(0, Math.min(focused() + by, rows.length - 1))]);
  };
  /** A key that means the card that has the focus presses its button. */
  const pressIn = (key: "s" | "e"): void => {
    const row = rowsOf(list.current)[focused()];
    const buttons = `[data-key="${key}"] button, button[data-key="${key}"]`;
    row?.querySelector<HTMLElement>(buttons)?.click();
  };
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

/** The card that had the focus is gone: the next one gets it. */
const useNextFocus = (list: RefObject<HTMLElement | null>): void => {
  const last = useRef(-1);
  const count = useRef(0);
  useEffect(() => {
    const rows = rowsOf(list.current);
    const isOneGone = rows.length < count.current;
    count.current = rows.length;
    if (!isOneGone || last.current < 0 || document.activeElement !== document.body) return;
    focusOn(rows[Math.min(last.current, rows.length - 1)]);
  });
  useEffect(() => {
    const note = (): void => {
      last.current = rowsOf(list.current).findIndex((row) => row.contains(document.activeElement));
    };
    document.addEventListener("focusin", note);
    return () => document.removeEventListener("focusin", note);
  }, [list]);
};

/** Enter does what a card is about, where the card itself has the focus. */
const useEnter = (list: RefObject<HTMLElement | null>): void => {
  useEffect(() => {
    const shown = list.current;
    const press = (event: KeyboardEvent): void => {
      const { target } = event;
      if (event.key !== "Enter" || !(target instanceof HTMLElement)) return;
      if (!target.matches("[data-card]")) return;
      event.preventDefault();
      target.querySelector<HTMLElement>("[data-do]")?.click();
    };
    shown?.addEventListener("keydown", press);
    return () => shown?.removeEventListener("keydown", press);
  }, [list]);
};
