/** From what a person writes down to what the ledger keeps, and whether two writings are the same. */
import * as Effect from "effect/Effect";
import { type InputInvalid, invalid } from "../input/errors.ts";
import type { PartnerId } from "../partner/schema.ts";
import { dayOf, instantOf, msOf, whenMs } from "../time/moments.ts";
import type { TimeZone, When } from "../time/schema.ts";
import type { Accounts, DatedPosting, Snapshot, Terms } from "./EquityStore.ts";
import { AskConflict, EntryConflict } from "./errors.ts";
import {
  type Account,
  accountAt,
  capacityOf,
  epOf,
  equityOf,
  reservationOf,
  transferPosting,
  trustOf,
} from "./rules.ts";
import type {
  Ask,
  AskDraft,
  AskId,
  Coverage,
  Entry,
  EntryId,
  EquityPolicy,
  GrantDraft,
  Posting,
  Reversal,
  ReversalDraft,
  Standing,
  Statement,
  Transfer,
  TransferDraft,
} from "./schema.ts";

/** A clock that runs a little ahead is no reason to refuse a fact. */
export const futureMsMax = 5 * 60_000;

interface Moments {
  /** When it happened, in epoch milliseconds. */
  readonly atMs: number;
  /** When it is written down, in epoch milliseconds. */
  readonly nowAtMs: number;
}

/** The partner of an entry: the one of its two sides that is not me (DESIGN ruling 10). */
export const partnerIdOf = (
  draft: Pick<TransferDraft, "from" | "to">,
): Effect.Effect<PartnerId, InputInvalid> => {
  if (draft.from === "me" && draft.to !== "me") return Effect.succeed(draft.to);
  if (draft.to === "me" && draft.from !== "me") return Effect.succeed(draft.from);
  return invalid("/to", "one-side-is-me", 'Exactly one of `from` and `to` must be "me".');
};

/** A gift counts towards a first ask: mine, not asked for, without strings. */
export const isGift = (entry: Entry): boolean =>
  entry.kind === "transfer" && entry.from === "me" && !entry.asked && !entry.strings;

export const transferOf = (
  draft: TransferDraft & { readonly id: EntryId },
  partnerId: PartnerId,
  { atMs, nowAtMs }: Moments,
  { policy }: Terms,
): Transfer => {
  const terms = {
    benefit: epOf(draft.benefit),
    cost: epOf(draft.cost),
    asked: draft.asked ?? false,
    strings: draft.strings ?? false,
    evidence: draft.evidence ?? ("estimated" as const),
  };
  const { giver, receiver } = transferPosting(terms, policy);
  const posting: Posting =
    draft.from === "me" ? { mine: giver, theirs: receiver } : { mine: receiver, theirs: giver };
  return {
    kind: "transfer",
    id: draft.id,
    partnerId,
    at: instantOf(atMs),
    recordedAt: instantOf(nowAtMs),
    from: draft.from,
    to: draft.to,
    ...terms,
    note: draft.note ?? "",
    askId: null,
    posting: plainZeros(posting),
  };
};

/** A weight of nothing times -2 is -0, which JSON cannot tell from 0. */
const plainZeros = ({ mine, theirs }: Posting): Posting => ({
  mine: mine === 0 ? 0 : mine,
  theirs: theirs === 0 ? 0 : theirs,
});

const sameFields = [
  "partnerId",
  "from",
  "to",
  "benefit",
  "cost",
  "asked",
  "strings",
  "evidence",
  "note",
  "askId",
] as const;

/** The entry that is known under this id, if it says the same. Without a moment, any moment is the same. */
export const sameTransfer = (
  known: Entry,
  made: Transfer,
  when: When | undefined,
  timeZone: TimeZone,
): Effect.Effect<Transfer, EntryConflict> => {
  const conflict = (field: string) => new EntryConflict({ entryId: made.id, field });
  if (known.kind !== "transfer") return conflict("kind");
  const field = sameFields.find((name) => known[name] !== made[name]);
  if (field !== undefined) return conflict(field);
  return when !== undefined && known.at !== made.at && !isSameMoment(when, known, timeZone)
    ? conflict("at")
    : Effect.succeed(known);
};

/**
 * "Today" said in the morning, and the moment of a clock that runs ahead, were kept as the moment of
 * writing down; said again later they still are the same.
 */
const isSameMoment = (when: When, known: Transfer, timeZone: TimeZone): boolean => {
  if (known.at !== known.recordedAt) return false;
  const keptMs = msOf(known.at);
  if (dayOf(keptMs, timeZone) === when) return true;
  const aheadMs = whenMs(when, timeZone) - keptMs;
  return when.includes("T") && aheadMs > 0 && aheadMs <= futureMsMax;
};

export const sameReversal = (
  known: Entry,
  reverses: EntryId,
  draft: ReversalDraft,
): Effect.Effect<Reversal, EntryConflict> => {
  const conflict = (field: string) => new EntryConflict({ entryId: known.id, field });
  if (known.kind !== "reversal") return conflict("kind");
  if (known.reverses !== reverses) return conflict("reverses");
  return known.note === (draft.note ?? "") ? Effect.succeed(known) : conflict("note");
};

export const askOf = (
  draft: AskDraft,
  id: AskId,
  judged: { readonly verdict: Coverage; readonly atMs: number; readonly terms: Terms },
): Omit<Ask, "seq"> => ({
  id,
  partnerId: draft.partnerId,
  what: draft.what,
  cost: epOf(draft.cost),
  offer: epOf(draft.offer ?? 0),
  state: "open",
  openedAt: instantOf(judged.atMs),
  closedAt: null,
  reserved: reservationOf(epOf(draft.cost), judged.terms.policy),
  coverage: judged.verdict,
  policyVersion: judged.terms.policyVersion,
  overrideReason: draft.overrideReason ?? null,
  overrides: draft.overrides ?? null,
  entryId: null,
});

export const sameAsk = (known: Ask, draft: AskDraft): Effect.Effect<Ask, AskConflict> => {
  const said = {
    partnerId: draft.partnerId,
    what: draft.what,
    cost: epOf(draft.cost),
    offer: epOf(draft.offer ?? 0),
    overrideReason: draft.overrideReason ?? null,
    overrides: draft.overrides ?? null,
  };
  const field = (Object.keys(said) as Array<keyof typeof said>).find(
    (name) => known[name] !== said[name],
  );
  return field === undefined ? Effect.succeed(known) : new AskConflict({ askId: known.id, field });
};

/** What a yes posts: they gave, I had asked. */
export const grantedTransfer = (
  ask: Ask,
  draft: GrantDraft & { readonly entryId: EntryId },
  moments: Moments,
  terms: Terms,
): Transfer => {
  const cost = draft.cost ?? ask.cost;
  const transfer = transferOf(
    {
      id: draft.entryId,
      from: ask.partnerId,
      to: "me",
      benefit: draft.benefit ?? cost,
      cost,
      asked: true,
      evidence: "observed",
      note: draft.note ?? ask.what,
    },
    ask.partnerId,
    moments,
    terms,
  );
  return { ...transfer, askId: ask.id };
};

export const statementOf = (
  partnerId: PartnerId,
  atMs: number,
  account: Account,
  { terms, accounts, reserved, hasAsked }: Snapshot,
): Statement => ({
  partnerId,
  at: instantOf(atMs),
  principal: account.principal,
  interest: account.interest,
  equity: equityOf(account),
  reserved,
  capacity: capacityOf(equityOf(account) - reserved, terms.policy),
  gifts: accounts.gifts,
  firstAsk: !hasAsked,
  trust: trustOf(0, 0),
  policy: terms.policy,
  policyVersion: terms.policyVersion,
});

export const standingOfAccounts = (
  found: {
    readonly partnerId: PartnerId;
    readonly atMs: number;
    readonly accounts: Accounts;
    readonly reserved: number;
  },
  policy: EquityPolicy,
): Standing => {
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
