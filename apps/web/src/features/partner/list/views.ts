/** Lists that are wanted again: those that everybody has, and those that somebody named. */
import { useSyncExternalStore } from "react";
import { newId } from "../../../identity/newId.ts";
import { remember, remembered } from "../../../ui/memory.ts";
import { addressOf, shownOf } from "./shown.ts";

export interface View {
  readonly id: string;
  readonly name: string;
  readonly address: string;
}

export const viewsMax = 20;
export const viewNameCharactersMax = 40;

export const builtInViews: ReadonlyArray<View> = [
  { id: "everyone", name: "Everyone", address: addressOf({}) },
  { id: "inner-five", name: "Inner five", address: addressOf({ circle: "5" }) },
  { id: "inner-fifteen", name: "Inner fifteen", address: addressOf({ circle: "15" }) },
  { id: "silence", name: "Longest silence", address: addressOf({ sort: "last-contact" }) },
  { id: "archived", name: "Archived", address: addressOf({ archived: true }) },
];

const storageKey = "partner views";

const isView = (value: unknown): value is View =>
  typeof value === "object" &&
  value !== null &&
  ["id", "name", "address"].every((field) => typeof Reflect.get(value, field) === "string");

/** Addresses are spelled anew, so that an old spelling still finds its view. */
const normal = ({ id, name, address }: View): View => ({
  id,
  name: name.slice(0, viewNameCharactersMax),
  address: addressOf(shownOf(new URLSearchParams(address.split("?")[1] ?? ""))),
});

/** What was kept, whatever else may have written there. */
export const viewsOf = (text: string | null): ReadonlyArray<View> => {
  try {
    const kept: unknown = JSON.parse(text ?? "[]");
    return Array.isArray(kept) ? kept.filter(isView).slice(0, viewsMax).map(normal) : [];
  } catch {
    return [];
  }
};

let kept: ReadonlyArray<View> | undefined;
const listeners = new Set<() => void>();

const current = (): ReadonlyArray<View> => (kept ??= viewsOf(remembered(storageKey)));

const keep = (next: ReadonlyArray<View>): void => {
  kept = next;
  remember(storageKey, JSON.stringify(next));
  for (const listener of listeners) listener();
};

/** Another window may have kept something meanwhile. */
const reread = (): void => {
  kept = undefined;
  for (const listener of listeners) listener();
};

export const views = {
  /** Undefined: there are as many as fit. */
  add: (name: string, address: string): View | undefined => {
    kept = undefined;
    if (current().length >= viewsMax) return undefined;
    const view = { id: newId(), name, address };
    keep([...current(), view]);
    return view;
  },
  rename: (id: string, name: string): void => {
    kept = undefined;
    keep(current().map((view) => (view.id === id ? { id, name, address: view.address } : view)));
  },
  /** The function that it returns puts the view back where it was. */
  remove: (id: string): (() => void) => {
    kept = undefined;
    const at = current().findIndex((view) => view.id === id);
    const removed = current()[at];
    keep(current().filter((view) => view.id !== id));
    return () => {
      if (removed === undefined || current().some((view) => view.id === id)) return;
      keep(current().toSpliced(at, 0, removed));
    };
  },
};

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  window.addEventListener("storage", reread);
  return () => {
    listeners.delete(listener);
    if (listeners.size === 0) window.removeEventListener("storage", reread);
  };
};

export const useViews = (): ReadonlyArray<View> => useSyncExternalStore(subscribe, current);
