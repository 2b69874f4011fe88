/** Which versions a change is meant for: the one that was read, any of several, or whatever it is now. */
export type WantedVersion = number | ReadonlyArray<number> | "any";

export const isWanted = (wanted: WantedVersion, current: number): boolean =>
  wanted === "any" || (typeof wanted === "number" ? wanted === current : wanted.includes(current));
