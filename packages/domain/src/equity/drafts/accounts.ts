/** From kept accounts to what people read of them. */
import type { PartnerId } from "../../partner/schema.ts";
import { instantOf } from "../../time/moments.ts";
import type { Accounts, DatedPosting, FoundStanding, Snapshot } from "../EquityStore.ts";
import { type Account, accountAt, capacityOf, equityOf, promisesAt, trustOf } from "../rules.ts";
import type { EntryId, EquityPolicy, Standing, Statement } from "../schema.ts";

/** How far a promise of mine counts at an instant, which is not before the last entry. */
export const trustAt = (accounts: Accounts, atMs: number, policy: EquityPolicy): number => {
  const span = { fromMs: accounts.mine.atMs, toMs: atMs };
  const { kept, broken } = promisesAt(accounts.tallies, span, policy);
  return trustOf(kept, broken);
};

export const statementOf = (
  partnerId: PartnerId,
  atMs: number,
  account: Account,
  { terms, accounts, reserved, lastAskMs }: Snapshot,
): Statement => ({
  partnerId,
  at: instantOf(atMs),
  principal: account.principal,
  interest: account.interest,
  equity: equityOf(account),
  reserved,
  capacity: capacityOf(equityOf(account) - reserved, terms.policy),
  gifts: accounts.gifts,
  firstAsk: lastAskMs === null,
  trust: trustAt(accounts, atMs, terms.policy),
  lastAskAt: lastAskMs === null ? null : instantOf(lastAskMs),
  policy: terms.policy,
  policyVersion: terms.policyVersion,
});

export const standingOfAccounts = ({
  policy,
  ...found
}: FoundStanding & {
  readonly partnerId: PartnerId;
  readonly atMs: number;
}): Standing => {
  const { mine, gifts } = found.accounts;
  // An entry a little ahead of this clock counts as of its own instant.
  const equity = equityOf(accountAt(mine, Math.max(found.atMs, mine.atMs), policy));
  return {
    partnerId: found.partnerId,
    equity,
    reserved: found.reserved,
    capacity: capacityOf(equity - found.reserved, policy),
    gifts,
    lastEntryAt: Number.isFinite(mine.atMs) ? instantOf(mine.atMs) : null,
  };
};

/** Steps of my account: entries of one instant are one step, and one that changes nothing is none. */
export const stepsOf = (
  postings: ReadonlyArray<DatedPosting>,
): ReadonlyArray<{ readonly entryId: EntryId; readonly atMs: number; readonly amount: number }> => {
  const byInstant = new Map<number, { entryId: EntryId; atMs: number; amount: number }>();
  for (const { entryId, atMs, mine } of postings) {
    if (mine === 0) continue;
    const step = byInstant.get(atMs);
    if (step === undefined) byInstant.set(atMs, { entryId, atMs, amount: mine });
    else step.amount += mine;
  }
  return [...byInstant.values()].filter(({ amount }) => amount !== 0);
};
