import { type RefObject, useEffect, useEffectEvent, useRef } from "react";
import { useKeys } from "../../../ui/useKeys.ts";
import type { Picking } from "./PartnerRow.tsx";

interface RowKeysOptions {
  readonly list: RefObject<HTMLUListElement | null>;
  readonly count: number;
  readonly height: number;
  readonly picking: Picking;
  readonly onAll: () => void;
  readonly onClear: () => void;
}

/** The bar that stays at the head of the window covers what is behind it. */
const coveredPx = (edge: "top" | "bottom"): number => {
  const bar = document.querySelector(`[data-covers="${edge}"]`)?.getBoundingClientRect();
  if (bar === undefined) return 0;
  return edge === "top" ? Math.max(0, bar.bottom) : Math.max(0, window.innerHeight - bar.top);
};

const rowWithFocus = (): HTMLElement | undefined => {
  const row = document.activeElement?.closest("li")?.querySelector<HTMLElement>("[data-row]");
  return row ?? undefined;
};

/** Whether the focus may be taken: nobody is anywhere else meanwhile. */
const isFree = (list: HTMLElement): boolean => {
  const { activeElement } = document;
  return activeElement === null || activeElement === document.body || list.contains(activeElement);
};

const isText = (element: Element | null): element is HTMLInputElement =>
  element instanceof HTMLInputElement && !["checkbox", "radio"].includes(element.type);

const isSomethingOpen = (): boolean =>
  document.querySelector(":popover-open, dialog[open]") !== null;

/**
 * j and k, the arrows, Home and End move the focus along the rows; Enter follows the link that has
 * it. A row that is not read yet gets the focus when it comes.
 */
const useRowFocus = ({ list, count, height }: RowKeysOptions) => {
  const wanted = useRef<number | undefined>(undefined);
  const last = useRef<number | undefined>(undefined);
  const settle = (): void => {
    if (wanted.current === undefined || list.current === null) return;
    const row = list.current.querySelector<HTMLElement>(`[data-row="${wanted.current}"]`);
    if (row === null) return;
    wanted.current = undefined;
    if (isFree(list.current)) row.focus({ preventScroll: true });
  };
  useEffect(settle);
  const go = (index: number): void => {
    if (list.current === null || count === 0) return;
    const place = Math.min(Math.max(index, 0), count - 1);
    const top = list.current.getBoundingClientRect().top + place * height;
    const over = coveredPx("top") - top;
    const under = top + height - (window.innerHeight - coveredPx("bottom"));
    if (over > 0) window.scrollBy(0, -over);
    else if (under > 0) window.scrollBy(0, under);
    const { activeElement } = document;
    if (!isFree(list.current) && activeElement instanceof HTMLElement) activeElement.blur();
    wanted.current = place;
    last.current = place;
    settle();
  };
  const current = (): number | undefined => {
    const row = rowWithFocus()?.getAttribute("data-row");
    return row === null || row === undefined ? last.current : Number(row);
  };
  const move = (by: 1 | -1): void => {
    const now = current();
    go(now === undefined ? 0 : now + by);
  };
  return { go, move };
};

/** Keys rest while a menu or a panel lies above the list. */
const unlessOpen = (run: () => void) => (): void => {
  if (!isSomethingOpen()) run();
};

/** Escape first closes what is open, which the browser does by itself when nobody takes the key. */
const useEscape = (onEscape: () => void): void => {
  const latest = useEffectEvent(onEscape);
  useEffect(() => {
    const listen = ({ key, defaultPrevented }: KeyboardEvent): void => {
      const isTaken = defaultPrevented || isSomethingOpen() || isText(document.activeElement);
      if (key === "Escape" && !isTaken) latest();
    };
    window.addEventListener("keydown", listen);
    return () => window.removeEventListener("keydown", listen);
  }, []);
};

export const useRowKeys = (options: RowKeysOptions): void => {
  const { count, picking, onAll, onClear } = options;
  const { go, move } = useRowFocus(options);
  const pick = (isRange: boolean) => (): void => {
    const id = rowWithFocus()?.getAttribute("data-id");
    if (id !== null && id !== undefined) picking.toggle(id, isRange);
  };
  useKeys({
    j: unlessOpen(() => move(1)),
    k: unlessOpen(() => move(-1)),
    ArrowDown: unlessOpen(() => move(1)),
    ArrowUp: unlessOpen(() => move(-1)),
    Home: unlessOpen(() => go(0)),
    End: unlessOpen(() => go(count - 1)),
    x: unlessOpen(pick(false)),
    X: unlessOpen(pick(true)),
    "mod+a": () => {
      // All of what is typed goes before all of the list.
      const { activeElement } = document;
      if (isText(activeElement)) activeElement.select();
      else if (!isSomethingOpen()) onAll();
    },
  });
  useEscape(onClear);
};
