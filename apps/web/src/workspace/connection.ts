import { comity, Unreachable } from "@comity/client";
import { useSyncExternalStore } from "react";

const probe = comity({ attempts: 1 });
const probeEveryMs = 3_000;

let isReachable = true;
let timer: ReturnType<typeof setTimeout> | undefined;
const listeners = new Set<() => void>();

const become = (next: boolean): void => {
  if (next === isReachable) return;
  isReachable = next;
  for (const listener of listeners) listener();
};

/** Asks until Comity answers again. A browser that is online says nothing about a server that is not. */
const look = async (): Promise<void> => {
  clearTimeout(timer);
  try {
    await probe.workspace.read();
    become(true);
  } catch (error) {
    become(!(error instanceof Unreachable));
    if (!isReachable) timer = setTimeout(() => void look(), probeEveryMs);
  }
};

/** Told of every request that did not come through, so that the page knows when it is alone. */
export const noticeFailure = (): void => {
  if (isReachable) void look();
};

const lookAgain = (): void => void look();

/** Watches until the function that it returns is called. */
export const watchConnection = (onBack: () => void): (() => void) => {
  const listener = (): void => {
    if (isReachable) onBack();
  };
  window.addEventListener("offline", lookAgain);
  window.addEventListener("online", lookAgain);
  listeners.add(listener);
  return () => {
    window.removeEventListener("offline", lookAgain);
    window.removeEventListener("online", lookAgain);
    listeners.delete(listener);
  };
};

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => void listeners.delete(listener);
};

export const useIsReachable = (): boolean => useSyncExternalStore(subscribe, () => isReachable);
