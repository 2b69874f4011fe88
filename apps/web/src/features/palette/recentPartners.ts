/** Whose pages were opened last. Only ids are kept: a name that is erased does not stay here. */
import { remember, remembered } from "../../ui/memory.ts";
import { keyHere } from "../../workspace/place.ts";

const recentKey = (): string => keyHere("partners.recent");

export const recentPartnersMax = 8;

const isIds = (kept: unknown): kept is ReadonlyArray<string> =>
  Array.isArray(kept) && kept.every((id) => typeof id === "string");

/** The latest first. */
export const recentPartners = (): ReadonlyArray<string> => {
  try {
    const kept: unknown = JSON.parse(remembered(recentKey()) ?? "[]");
    return isIds(kept) ? kept.slice(0, recentPartnersMax) : [];
  } catch {
    return [];
  }
};

const others = (partnerId: string): ReadonlyArray<string> =>
  recentPartners().filter((id) => id !== partnerId);

export const noteOpened = (partnerId: string): void =>
  remember(
    recentKey(),
    JSON.stringify([partnerId, ...others(partnerId)].slice(0, recentPartnersMax)),
  );

export const forgetOpened = (partnerId: string): void => {
  if (recentPartners().includes(partnerId))
    remember(recentKey(), JSON.stringify(others(partnerId)));
};
