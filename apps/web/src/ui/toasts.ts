import { useSyncExternalStore } from "react";

export interface Toast {
  readonly key: number;
  readonly text: string;
  /** What it is about: the next one about the same takes its place. */
  readonly about?: string | undefined;
  /** Something still runs: the toast stays until it is replaced. */
  readonly isRunning?: boolean;
  readonly action?: { readonly label: string; readonly run: () => void };
  /** Where one may want to go on. */
  readonly onward?: { readonly label: string; readonly href: string };
}

type Said = Omit<Toast, "key">;

let shown: ReadonlyArray<Toast> = [];
let latestKey = 0;
const listeners = new Set<() => void>();

const change = (next: ReadonlyArray<Toast>): void => {
  shown = next;
  for (const listener of listeners) listener();
};

const toastsMax = 3;

/** Short notes at the edge of the page. They outlive the screen that said them. */
export const toasts = {
  show: (said: Said): number => {
    const key = ++latestKey;
    const others = shown.filter(({ about }) => about === undefined || about !== said.about);
    change([...others, { ...said, key }].slice(-toastsMax));
    return key;
  },
  replace: (key: number, said: Said): void => {
    const others = shown.filter((toast) => toast.key !== key);
    change([...others, { ...said, key: ++latestKey }].slice(-toastsMax));
  },
  dismiss: (key: number): void => change(shown.filter((toast) => toast.key !== key)),
};

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => void listeners.delete(listener);
};

export const useToasts = (): ReadonlyArray<Toast> => useSyncExternalStore(subscribe, () => shown);
