import { type RefObject, useEffect, useRef } from "react";

/** Whether the focus went with what is gone, or is still in this place. */
const isFree = (place: HTMLElement): boolean =>
  document.activeElement === null ||
  document.activeElement === document.body ||
  place.contains(document.activeElement);

/** When an editor closes, the focus goes to the button in its place: it is where one was. */
export const useFocusBack = <E extends HTMLElement>(isEditing: boolean): RefObject<E | null> => {
  const place = useRef<E>(null);
  const was = useRef(isEditing);
  useEffect(() => {
    const element = place.current;
    if (was.current && !isEditing && element !== null && isFree(element)) {
      (
        element.querySelector<HTMLElement>("[data-edit]") ??
        element.querySelector<HTMLElement>("button")
      )?.focus();
    }
    was.current = isEditing;
  }, [isEditing]);
  return place;
};
