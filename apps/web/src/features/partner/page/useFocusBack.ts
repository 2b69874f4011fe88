import { type RefObject, useEffect, useRef } from "react";

/** What was saved may show a moment after its editor is gone, with other buttons. */
const settleMs = 1_000;

/** The focus went with what is gone. */
const isLost = (): boolean =>
  document.activeElement === null || document.activeElement === document.body;

/** When an editor closes, the focus goes to the button in its place: it is where one was. */
export const useFocusBack = <E extends HTMLElement>(isEditing: boolean): RefObject<E | null> => {
  const place = useRef<E>(null);
  const was = useRef(isEditing);
  const isSettling = useRef(false);
  useEffect(() => {
    if (was.current && !isEditing) {
      isSettling.current = true;
      setTimeout(() => {
        isSettling.current = false;
      }, settleMs);
    }
    was.current = isEditing;
    // Whoever went on to something else meanwhile stays there.
    if (!isLost() && place.current?.contains(document.activeElement) !== true) {
      isSettling.current = false;
    }
    if (!isSettling.current || !isLost()) return;
    const button =
      place.current?.querySelector<HTMLElement>("[data-edit]") ??
      place.current?.querySelector<HTMLElement>("button");
    button?.focus();
  });
  return place;
};
