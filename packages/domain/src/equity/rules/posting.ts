/** What a fact does to the two accounts of a pair (MODEL 2.1). */
import type { Closeness, EquityPolicy, Evidence, Posting } from "../schema.ts";
import { type Account, accountAt, accountOf, type DatedAmount, type Fading } from "./account.ts";

type Credit = Pick<EquityPolicy, "askWeight" | "q">;

export interface TransferTerms {
  readonly benefit: number;
  readonly cost: number;
  readonly asked: boolean;
  readonly strings: boolean;
  readonly evidence: Evidence;
}

/**
 * What a transfer posts, for giver and receiver (MODEL 2.1): the giver's standing grows by what it
 * means to the receiver; a receiver who had asked pays what it cost the giver, weighed.
 */
export const transferPosting = (
  terms: TransferTerms,
  policy: Credit,
): { readonly giver: number; readonly receiver: number } => ({
  giver: terms.strings ? 0 : policy.q[terms.evidence] * terms.benefit,
  receiver: terms.asked ? -policy.askWeight * terms.cost : 0,
});

/** What a breach takes from the one who wronged the other (MODEL 2.1). */
export const breachPosting = (size: number, policy: Pick<EquityPolicy, "breachWeight">): number =>
  -policy.breachWeight * size;

/** What closeness alone is worth in both directions, in ep; no source, a choice of ours. */
const closenessEp: Readonly<Record<Closeness, number>> = {
  distant: 0,
  acquainted: 1,
  friendly: 3,
  close: 9,
};

/** What stood before the ledger began: help in each direction, and closeness in both (MODEL 2.1). */
export const openingPosting = (
  opening: { readonly closeness: Closeness; readonly given: number; readonly received: number },
  policy: Pick<EquityPolicy, "q">,
): Posting => ({
  mine: policy.q.stated * (opening.given + closenessEp[opening.closeness]),
  theirs: policy.q.stated * (opening.received + closenessEp[opening.closeness]),
});

/** A reversal takes back exactly what was posted. */
export const reversedPosting = ({ mine, theirs }: Posting): Posting => ({
  mine: mine === 0 ? 0 : -mine,
  theirs: theirs === 0 ? 0 : -theirs,
});

/** A fact between any two named parties. */
export type LedgerEvent =
  | (TransferTerms & {
      readonly kind: "transfer";
      readonly atMs: number;
      readonly from: string;
      readonly to: string;
    })
  | {
      readonly kind: "breach";
      readonly atMs: number;
      readonly from: string;
      readonly to: string;
      readonly size: number;
    };

/** The standing of `owner` with `bank` at an instant, from all facts in any order (MODEL 2.1, 2.3). */
export const standingOf = (
  events: ReadonlyArray<LedgerEvent>,
  question: { readonly owner: string; readonly bank: string; readonly atMs: number },
  policy: Fading & Credit & Pick<EquityPolicy, "breachWeight">,
): Account => {
  const amounts = events
    .filter((event) => event.atMs <= question.atMs)
    .flatMap((event) => amountsFor(event, question, policy));
  return accountAt(accountOf(amounts, policy), question.atMs, policy);
};

const amountsFor = (
  event: LedgerEvent,
  { owner, bank }: { readonly owner: string; readonly bank: string },
  policy: Credit & Pick<EquityPolicy, "breachWeight">,
): ReadonlyArray<DatedAmount> => {
  const isActor = event.from === owner && event.to === bank;
  const isReceiver = event.to === owner && event.from === bank;
  if (!isActor && !isReceiver) return [];
  const { atMs } = event;
  if (event.kind === "breach") {
    return isActor ? [{ atMs, amount: breachPosting(event.size, policy) }] : [];
  }
  const { giver, receiver } = transferPosting(event, policy);
  return [{ atMs, amount: isActor ? giver : receiver }];
};
