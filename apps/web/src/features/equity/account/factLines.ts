/** What became of each fact of the ledger: it stands, was put right by the partner, or was taken back. */
import type { Entry, Reversal, Transfer } from "@comity/domain/equity/schema";

export type Fact = Exclude<Entry, Reversal>;

export interface FactLine {
  readonly fact: Fact;
  readonly state: "stands" | "replaced" | "taken back";
  /** The guess that this one stands for. */
  readonly guess: Transfer | undefined;
}

/** One line for each fact, in the order in which the entries come. */
export const factLines = (entries: ReadonlyArray<Entry>): ReadonlyArray<FactLine> => {
  const reversed = new Set(
    entries.flatMap((entry) => (entry.kind === "reversal" ? [entry.reverses] : [])),
  );
  const replaced = new Set(
    entries.flatMap((entry) =>
      entry.kind === "transfer" && entry.corrects !== null && !reversed.has(entry.id)
        ? [entry.corrects]
        : [],
    ),
  );
  const transfers = new Map(
    entries.flatMap((entry) => (entry.kind === "transfer" ? [[entry.id, entry] as const] : [])),
  );
  const stateOf = ({ id }: Fact): FactLine["state"] => {
    if (replaced.has(id)) return "replaced";
    return reversed.has(id) ? "taken back" : "stands";
  };
  const guessOf = (fact: Fact): Transfer | undefined =>
    fact.kind === "transfer" && fact.corrects !== null ? transfers.get(fact.corrects) : undefined;
  return entries.flatMap((entry) =>
    entry.kind === "reversal"
      ? []
      : [{ fact: entry, state: stateOf(entry), guess: guessOf(entry) }],
  );
};
