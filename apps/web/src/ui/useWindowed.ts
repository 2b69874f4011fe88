import { type RefObject, useLayoutEffect, useRef, useState } from "react";

export interface Slice {
  readonly start: number;
  readonly end: number;
}

const rowsBeyond = 12;

/** Which rows of a long list stand in or near the window, when all rows are equally high. */
export const sliceOf = (
  { top, viewHeight }: { readonly top: number; readonly viewHeight: number },
  count: number,
  rowHeight: number,
): Slice => {
  const first = Math.floor(-top / rowHeight) - rowsBeyond;
  const last = Math.ceil((viewHeight - top) / rowHeight) + rowsBeyond;
  const start = Math.min(Math.max(0, first), count);
  return { start, end: Math.min(count, Math.max(start, last)) };
};

export const useWindowed = <E extends HTMLElement>(
  count: number,
  rowHeight: number,
): { readonly list: RefObject<E | null>; readonly slice: Slice } => {
  const list = useRef<E>(null);
  const [slice, setSlice] = useState<Slice>(() =>
    sliceOf({ top: 0, viewHeight: window.innerHeight }, count, rowHeight),
  );
  useLayoutEffect(() => {
    const look = (): void => {
      const top = list.current?.getBoundingClientRect().top ?? 0;
      const next = sliceOf({ top, viewHeight: window.innerHeight }, count, rowHeight);
      setSlice((now) => (now.start === next.start && now.end === next.end ? now : next));
    };
    look();
    window.addEventListener("scroll", look, { passive: true });
    window.addEventListener("resize", look);
    return () => {
      window.removeEventListener("scroll", look);
      window.removeEventListener("resize", look);
    };
  }, [count, rowHeight]);
  return { list, slice };
};
