/** Drawn policies and ledgers. Time goes in quarter days, so that entries often share an instant. */
import * as Arbitrary from "effect/Arbitrary";
import { type DatedAmount, dayMs, type LedgerEvent } from "@comity/domain/equity/rules";
import { Evidence } from "@comity/domain/equity/schema";
import * as z from "zod";
import { arbitraryOf } from "./arbitrary.ts";

const quarterMs = dayMs / 4;
const Quarters = z.int().min(0).max(4000);
const Tenths = z.int().min(1).max(8100);

const Fading = z.strictObject({
  halfLifeDays: z.number().min(1).max(3650),
  interestRatio: z.number().min(0).max(1),
});

export const anyFading = arbitraryOf(Fading);

export const anyPolicy = arbitraryOf(
  Fading.extend({
    askWeight: z.number().min(0.1).max(10),
    breachWeight: z.number().min(0.1).max(20),
    q: z.strictObject({
      observed: z.number().min(0).max(2),
      stated: z.number().min(0).max(2),
      estimated: z.number().min(0).max(2),
    }),
  }),
);

const Amount = z.strictObject({ quarters: Quarters, sign: z.literal([1, -1]), tenths: Tenths });

const amountOf = ({ quarters, sign, tenths }: z.infer<typeof Amount>): DatedAmount => ({
  atMs: quarters * quarterMs,
  amount: (sign * tenths) / 10,
});

export const anyAmount = Arbitrary.map(arbitraryOf(Amount), amountOf);

export const anyAmounts = Arbitrary.map(
  arbitraryOf(z.array(Amount).max(20)),
  (amounts): ReadonlyArray<DatedAmount> => amounts.map(amountOf),
);

export const anyDeposits = Arbitrary.map(anyAmounts, (amounts): ReadonlyArray<DatedAmount> =>
  amounts.map(({ atMs, amount }) => ({ atMs, amount: Math.abs(amount) })),
);

/** A moment after every drawn entry, at which it is read. */
export const anyLaterMs = Arbitrary.map(
  arbitraryOf(z.int().min(4000).max(12_000)),
  (quarters) => quarters * quarterMs,
);

/** Any moment: before, between, at or after the drawn entries. */
export const anyMomentMs = Arbitrary.map(
  arbitraryOf(z.int().min(-100).max(5000)),
  (quarters) => quarters * quarterMs,
);

export const anySpanMs = Arbitrary.map(arbitraryOf(Quarters), (quarters) => quarters * quarterMs);

const parties = { isFirst: z.boolean(), quarters: Quarters };

const Event = z.discriminatedUnion("kind", [
  z.strictObject({
    kind: z.literal("transfer"),
    ...parties,
    benefit: Tenths,
    cost: Tenths,
    asked: z.boolean(),
    strings: z.boolean(),
    evidence: Evidence,
  }),
  z.strictObject({ kind: z.literal("breach"), ...parties, size: Tenths }),
]);

const eventOf = ({ isFirst, quarters, ...what }: z.infer<typeof Event>): LedgerEvent => ({
  ...what,
  atMs: quarters * quarterMs,
  from: isFirst ? "ana" : "ben",
  to: isFirst ? "ben" : "ana",
});

/** Facts between Ana and Ben, in both directions, in any order. */
export const anyEvents = Arbitrary.map(
  arbitraryOf(z.array(Event).max(20)),
  (events): ReadonlyArray<LedgerEvent> => events.map(eventOf),
);

/** The same list in another order, which the keys decide. */
export const shuffled = <A>(list: ReadonlyArray<A>, keys: ReadonlyArray<number>): Array<A> =>
  list
    .map((item, index) => ({ item, key: keys[index] ?? 0 }))
    .toSorted((a, b) => a.key - b.key)
    .map(({ item }) => item);

export const anyKeys = arbitraryOf(z.array(z.int().min(0).max(1000)).length(20));
