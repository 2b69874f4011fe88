/** Which workspace the page shows: your own, or the sample beside it with its made-up people. */
import { comity } from "@comity/client";
import { remember, remembered } from "../ui/memory.ts";

export type Place = "own" | "sample";

const placeKey = "place";

const isPlace = (value: unknown): value is Place => value === "own" || value === "sample";

/** Whoever was sent a private link is asked about something that is real. */
const isPrivateLink = (): boolean => location.pathname.startsWith("/c/");

/** Where nothing can be remembered, the address says it. */
const chosenPlace = (): Place | undefined => {
  if (isPrivateLink()) return "own";
  const chosen = remembered(placeKey) ?? new URLSearchParams(location.search).get(placeKey);
  return isPlace(chosen) ? chosen : undefined;
};

let shown: Place | undefined;

const patienceMs = 4_000;

/** To be awaited before anything is shown: on a first visit an empty workspace leads to the sample. */
export const findPlace = async (): Promise<void> => {
  shown = chosenPlace();
  if (shown !== undefined) return;
  try {
    const signal = AbortSignal.timeout(patienceMs);
    const { partners } = await comity({ attempts: 1 }).today.read({ limit: 1 }, signal);
    shown = partners === 0 ? "sample" : "own";
    remember(placeKey, shown);
  } catch {
    // Nobody answers: the page says so by itself, and the next visit is the first one again.
    shown = "own";
  }
};

export const isSample = (): boolean => shown === "sample";

/** What stands before the address of every request. */
export const placeRoot = (): string => (isSample() ? "/sample" : "");

/** What is remembered of one place says nothing about the other. */
export const keyHere = (key: string): string => (isSample() ? `${key}.sample` : key);

/** Shows the other workspace from its first page on; nothing of the one before stays in the page. */
export const goTo = (place: Place, path = "/"): void => {
  remember(placeKey, place);
  const to = new URL(path, location.origin);
  if (remembered(placeKey) !== place) to.searchParams.set(placeKey, place);
  location.assign(to);
};
