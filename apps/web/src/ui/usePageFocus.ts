import { useEffect, useRef } from "react";

/** A page that comes late is waited for so long. */
const waitMs = 4_000;

/** The head of the page that is shown: one that is being left still stands in the document, unseen. */
const shownHead = (): HTMLElement | undefined =>
  [...document.querySelectorAll<HTMLElement>("main h1")].find(
    (head) => head.getClientRects().length > 0,
  );

const isElsewhere = (from: Element | null): boolean => {
  const { activeElement } = document;
  return activeElement !== null && activeElement !== document.body && activeElement !== from;
};

/** True when there is nothing left to do: the head has the focus, or the page gave it to another. */
const settle = (from: Element | null): boolean => {
  if (isElsewhere(from)) return true;
  const head = shownHead();
  if (head === undefined) return false;
  head.tabIndex = -1;
  head.focus({ preventScroll: true });
  return true;
};

/**
 * After a change of place the focus goes to the head of the new page, so that a screen reader says
 * where one is and the next Tab goes on from there.
 */
export const usePageFocus = (place: string): void => {
  const last = useRef(place);
  useEffect(() => {
    if (last.current === place) return undefined;
    last.current = place;
    const from = document.activeElement;
    if (settle(from)) return undefined;
    const observer = new MutationObserver(() => {
      if (settle(from)) observer.disconnect();
    });
    observer.observe(document.body, { childList: true, subtree: true });
    const timer = setTimeout(() => observer.disconnect(), waitMs);
    return () => {
      observer.disconnect();
      clearTimeout(timer);
    };
  }, [place]);
};
