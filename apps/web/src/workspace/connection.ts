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

export const watchConnection = (onBack: () => void): void => {
  window.addEventListener("offline", () => void look());
  window.addEventListener("online", () => void look());
  listeners.add(() => {
    if (isReachable) onBack();
  });
};

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => void listeners.delete(listener);
};

export const useIsReachable = (): boolean => useSyncExternalStore(subscribe, () => isReachable);
