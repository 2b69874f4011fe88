import { useLayoutEffect } from "react";

const kept = new Map<string, number>();

/** Comes back to where one was on this screen, once its content stands. */
export const useScrollKept = (screen: string): void => {
  useLayoutEffect(() => {
    window.scrollTo(0, kept.get(screen) ?? 0);
    const keep = (): void => void kept.set(screen, window.scrollY);
    window.addEventListener("scroll", keep, { passive: true });
    return () => window.removeEventListener("scroll", keep);
  }, [screen]);
};
