/** From what a person writes down to what the ledger keeps, and whether two writings are the same. */
import * as Effect from "effect/Effect";
import { type InputInvalid, invalid } from "../input/errors.ts";
import type { PartnerId } from "../partner/schema.ts";
import { dayOf, instantOf, msOf, whenMs } from "../time/moments.ts";
import type { TimeZone, When } from "../time/schema.ts";
import type { Accounts, DatedPosting, FoundStanding, Snapshot, Terms } from "./EquityStore.ts";
import { AskConflict, EntryConflict } from "./errors.ts";
import {
  type Account,
  accountAt,
  breachPosting,
  capacityOf,
  dayMs,
  epOf,
  equityOf,
  openingPosting,
  reservationOf,
  reversedPosting,
  sizesEp,
  type Tallied,
  talliesAt,
  transferPosting,
  trustOf,
} from "./rules.ts";
import type {
  Ask,
  AskDraft,
  AskId,
  Breach,
  BreachDraft,
  Coverage,
  Entry,
  EntryId,
  EquityPolicy,
  GrantDraft,
  Help,
  Opening,
  OpeningDraft,
  Posting,
  Reversal,
  ReversalDraft,
  Size,
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

/** Help of this much, remembered from before, was more than a single gift. */
const severalGiftsEp = sizesEp.M;

/** How many gifts an entry counts as before a first ask: mine, not asked for, without strings. */
export const giftsOf = (entry: Entry): number => {
  if (entry.kind === "opening") {
    return entry.given === 0 ? 0 : entry.given < severalGiftsEp ? 1 : 2;
  }
  // One that meant nothing to them, as they say themselves, was none.
  const isGift =
    entry.kind === "transfer" &&
    entry.from === "me" &&
    !entry.asked &&
    !entry.strings &&
    entry.benefit > 0;
  return isGift ? 1 : 0;
};

/** A draft whose sizes are known. */
export type SizedTransfer = Omit<TransferDraft, "id" | "benefit" | "cost"> & {
  readonly id: EntryId;
  readonly benefit: Size | number;
  readonly cost: Size | number;
};

export const transferOf = (
  draft: SizedTransfer,
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
    kindId: draft.kindId ?? null,
    askId: draft.askId ?? null,
    corrects: null,
    posting: plainZeros(posting),
  };
};

/** A wrong weighs on the account of the one who did it. */
export const breachOf = (
  draft: Omit<BreachDraft, "size"> & { readonly id: EntryId; readonly size: Size | number },
  partnerId: PartnerId,
  { atMs, nowAtMs }: Moments,
  { policy }: Terms,
): Breach => {
  const size = epOf(draft.size);
  const weight = breachPosting(size, policy);
  return {
    kind: "breach",
    id: draft.id,
    partnerId,
    at: instantOf(atMs),
    recordedAt: instantOf(nowAtMs),
    from: draft.from,
    to: draft.to,
    size,
    kindId: draft.kindId ?? null,
    note: draft.note ?? "",
    posting: draft.from === "me" ? { mine: weight, theirs: 0 } : { mine: 0, theirs: weight },
  };
};

const helpEp = (help: Help): number => (help === "none" ? 0 : epOf(help));

export const openingOf = (
  draft: OpeningDraft & { readonly id: EntryId },
  { atMs, nowAtMs }: Moments,
  { policy }: Terms,
): Opening => {
  const said = {
    closeness: draft.closeness,
    given: helpEp(draft.given),
    received: helpEp(draft.received),
  };
  return {
    kind: "opening",
    id: draft.id,
    partnerId: draft.partnerId,
    at: instantOf(atMs),
    recordedAt: instantOf(nowAtMs),
    ...said,
    note: "",
    posting: openingPosting(said, policy),
  };
};

/** What stands for a gift since its receiver said what it meant: the same gift, at the same instant. */
export const confirmedTransfer = (
  entry: Transfer,
  said: { readonly id: EntryId; readonly benefit: Size | number },
  nowAtMs: number,
  terms: Terms,
): Transfer => {
  const { kindId, askId, ...same } = entry;
  const made = transferOf(
    {
      id: said.id,
      from: same.from,
      to: same.to,
      cost: same.cost,
      asked: same.asked,
      strings: same.strings,
      note: same.note,
      benefit: said.benefit,
      evidence: "stated",
    },
    entry.partnerId,
    { atMs: msOf(entry.at), nowAtMs },
    terms,
  );
  // What the receiver's word changes is the giver's credit; what an ask had cost was fixed before.
  const posting =
    entry.from === "me"
      ? { mine: made.posting.mine, theirs: entry.posting.theirs }
      : { mine: entry.posting.mine, theirs: made.posting.theirs };
  return { ...made, kindId, askId, corrects: entry.id, posting };
};

/** A weight of nothing times -2 is -0, which JSON cannot tell from 0. */
const plainZeros = ({ mine, theirs }: Posting): Posting => ({
  mine: mine === 0 ? 0 : mine,
  theirs: theirs === 0 ? 0 : theirs,
});

const transferFields = [
  "partnerId",
  "from",
  "to",
  "benefit",
  "cost",
  "asked",
  "strings",
  "evidence",
  "note",
  "kindId",
  "askId",
] as const;

const breachFields = ["partnerId", "from", "to", "size", "kindId", "note"] as const;

const openingFields = ["partnerId", "closeness", "given", "received"] as const;

interface Retold {
  /** The moment as it was said; without one, any moment is the same. */
  readonly when: When | undefined;
  readonly timeZone: TimeZone;
}

/** The entry that is known under this id, if it says the same. */
const sameFact = <Kept extends Tallied>(
  known: Entry,
  made: Kept,
  fields: ReadonlyArray<keyof Kept & string>,
  { when, timeZone }: Retold,
): Effect.Effect<Kept, EntryConflict> => {
  const conflict = (field: string) => new EntryConflict({ entryId: made.id, field });
  if (known.kind !== made.kind) return conflict("kind");
  const kept = known as Kept;
  const field = fields.find((name) => kept[name] !== made[name]);
  if (field !== undefined) return conflict(field);
  return when !== undefined && kept.at !== made.at && !isSameMoment(when, kept, timeZone)
    ? conflict("at")
    : Effect.succeed(kept);
};

export const sameTransfer = (known: Entry, made: Transfer, retold: Retold) =>
  sameFact(known, made, transferFields, retold);

export const sameBreach = (known: Entry, made: Breach, retold: Retold) =>
  sameFact(known, made, breachFields, retold);

export const sameOpening = (known: Entry, made: Opening, retold: Retold) =>
  sameFact(known, made, openingFields, retold);

/**
 * "Today" said in the morning, and the moment of a clock that runs ahead, were kept as the moment of
 * writing down; said again later they still are the same.
 */
const isSameMoment = (when: When, known: Tallied, timeZone: TimeZone): boolean => {
  if (known.at !== known.recordedAt) return false;
  const keptMs = msOf(known.at);
  if (dayOf(keptMs, timeZone) === when) return true;
  const aheadMs = whenMs(when, timeZone) - keptMs;
  return when.includes("T") && aheadMs > 0 && aheadMs <= futureMsMax;
};

/** What takes a fact back, at the instant of the fact (DESIGN ruling 9). */
export const reversalOfFact = (
  entry: Tallied,
  said: {
    readonly id: EntryId;
    readonly note: string;
    readonly recordedAt: Reversal["recordedAt"];
  },
): Reversal => ({
  kind: "reversal",
  partnerId: entry.partnerId,
  at: entry.at,
  posting: reversedPosting(entry.posting),
  reverses: entry.id,
  ...said,
});

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
  judged: {
    readonly cost: number;
    readonly verdict: Coverage;
    readonly atMs: number;
    readonly terms: Terms;
  },
): Omit<Ask, "seq"> => ({
  id,
  partnerId: draft.partnerId,
  what: draft.what,
  kindId: draft.kindId ?? null,
  cost: judged.cost,
  offer: epOf(draft.offer ?? 0),
  state: "open",
  openedAt: instantOf(judged.atMs),
  expiresAt: instantOf(judged.atMs + judged.terms.policy.askExpiryDays * dayMs),
  closedAt: null,
  reserved: reservationOf(judged.cost, judged.terms.policy),
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
    kindId: draft.kindId ?? null,
    cost: draft.cost === undefined ? known.cost : epOf(draft.cost),
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
  return transferOf(
    {
      id: draft.entryId,
      from: ask.partnerId,
      to: "me",
      benefit: draft.benefit ?? cost,
      cost,
      asked: true,
      evidence: "observed",
      note: draft.note ?? ask.what,
      ...(ask.kindId === null ? {} : { kindId: ask.kindId }),
      askId: ask.id,
    },
    ask.partnerId,
    moments,
    terms,
  );
};

/** What a no leaves used, where the policy says so: asking took something, and gave nothing. */
export const declinedTransfer = (
  ask: Ask,
  id: EntryId,
  nowAtMs: number,
  terms: Terms,
): Transfer | undefined => {
  const cost = terms.policy.declinedAskShare * ask.cost;
  if (cost === 0) return undefined;
  return transferOf(
    {
      id,
      from: ask.partnerId,
      to: "me",
      benefit: 0,
      cost,
      asked: true,
      evidence: "observed",
      note: ask.what,
      askId: ask.id,
    },
    ask.partnerId,
    { atMs: Math.max(nowAtMs, msOf(ask.openedAt)), nowAtMs },
    terms,
  );
};

/** How far a promise of mine counts at an instant, which is not before the last entry. */
export const trustAt = (accounts: Accounts, atMs: number, policy: EquityPolicy): number => {
  const span = { fromMs: accounts.mine.atMs, toMs: atMs };
  const { kept, broken } = talliesAt(accounts.tallies, span, policy);
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
