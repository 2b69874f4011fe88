import { type RefObject, useEffect, useRef } from "react";

/** Puts the focus where the next key belongs, when that part of the page appears. */
export const useFirstFocus = <E extends HTMLElement>(): RefObject<E | null> => {
  const element = useRef<E>(null);
  useEffect(() => element.current?.focus(), []);
  return element;
};
