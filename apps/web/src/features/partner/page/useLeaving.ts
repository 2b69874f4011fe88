import { type RefObject, useEffect, useEffectEvent, useRef } from "react";

interface Keys {
  readonly onEscape: () => void;
  /** Ctrl or Cmd with Enter. */
  readonly onSend?: () => void;
}

/** A part of the page that is written in: its first field takes the focus, Escape leaves it. */
export const useLeaving = <E extends HTMLElement>(keys: Keys): RefObject<E | null> => {
  const place = useRef<E>(null);
  const onKey = useEffectEvent((event: KeyboardEvent): void => {
    if (event.key === "Escape") keys.onEscape();
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) keys.onSend?.();
  });
  useEffect(() => {
    const element = place.current;
    element?.querySelector<HTMLElement>("input, textarea, select")?.focus();
    const listen = (event: KeyboardEvent): void => onKey(event);
    element?.addEventListener("keydown", listen);
    return () => element?.removeEventListener("keydown", listen);
  }, []);
  return place;
};
