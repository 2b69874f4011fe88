import * as Context from "effect/Context";
import type * as Effect from "effect/Effect";
import type { CursorInvalid } from "../page/errors.ts";
import type { Page, PageRequest } from "../page/page.ts";
import type { PartnerId } from "../partner/schema.ts";
import type { TimeZone } from "../time/schema.ts";
import type { Account, Tallies } from "./rules.ts";
import type {
  Ask,
  AskId,
  AskState,
  Coverage,
  EquityPolicy,
  Entry,
  EntryId,
  Learned,
  Posting,
} from "./schema.ts";

/** What verdicts are judged by. */
export interface Terms {
  readonly policy: EquityPolicy;
  readonly policyVersion: number;
  readonly timeZone: TimeZone;
}

/** The two accounts of a pair, as of the last entry, and what the rules count. */
export interface Accounts extends Pair {
  /** Gifts from me that were not asked for and were not taken back. */
  readonly gifts: number;
  /** When I last gave, in epoch milliseconds; null: never. */
  readonly lastGiftMs: number | null;
  /** When either of us last gave. */
  readonly lastContactMs: number | null;
  /** How many entries they were folded from. */
  readonly entries: number;
  /** How many facts stand, and how many of them say what was before the ledger. */
  readonly facts: number;
  readonly openings: number;
  /** Sums beside the balance, as of the last entry. */
  readonly tallies: Tallies;
}

/** The two accounts of a pair, which stand at the same instant. */
export interface Pair {
  /** My standing with the partner. */
  readonly mine: Account;
  /** The partner's standing with me. */
  readonly theirs: Account;
}

/** A pair as it stood just after an instant, from so many entries. Folding may start here. */
export interface Checkpoint extends Pair {
  readonly entries: number;
}

/** What an entry leads to: accounts, and which checkpoints still tell the truth. */
export interface Folded {
  readonly accounts: Accounts;
  /** Checkpoints from this instant on no longer hold; null: all hold. */
  readonly staleFromMs: number | null;
  readonly checkpoints: ReadonlyArray<Checkpoint>;
}

/** A partner's account at this moment, with what else a verdict is judged by. */
export interface Snapshot {
  readonly terms: Terms;
  readonly accounts: Accounts;
  /** What the open asks hold, in ep. */
  readonly reserved: number;
  /** When an ask was last opened, whatever came of it, in epoch milliseconds; null: never. */
  readonly lastAskMs: number | null;
  readonly learned: Learned;
}

export interface DatedPosting extends Posting {
  readonly entryId: EntryId;
  readonly atMs: number;
}

/** An ask that was refused, under the id it came with. */
export interface RefusedAsk {
  readonly id: AskId;
  readonly partnerId: PartnerId;
  readonly cost: number;
  readonly offer: number;
  readonly coverage: Coverage;
  readonly policyVersion: number;
}

/** A policy as it was chosen, and under which version. */
export interface Choice {
  readonly policy: EquityPolicy;
  readonly version: number;
  readonly changedAtMs: number | null;
}

/** What a list shows of one partner's goodwill. */
export interface FoundStanding {
  readonly accounts: Accounts;
  readonly reserved: number;
  readonly policy: EquityPolicy;
  readonly lastAskMs: number | null;
}

/** What became of the asks to a partner. */
export interface AskRecord {
  readonly open: number;
  readonly granted: number;
  readonly declined: number;
  /** Cost of the largest ask that was granted, in ep; null: none was. */
  readonly largestGranted: number | null;
}

/** Where entries, balances and asks are kept. Every adapter passes the contract suite of the store package. */
export class EquityStore extends Context.Service<
  EquityStore,
  {
    /** All or nothing, and no other writer in between: a rule judged inside holds when the write lands. */
    readonly atomically: <A, E, R>(effect: Effect.Effect<A, E, R>) => Effect.Effect<A, E, R>;
    /** Of the workspace. What one relationship is judged by stands in its snapshot. */
    readonly terms: Effect.Effect<Terms>;
    readonly learned: Effect.Effect<Learned>;
    readonly hasPartner: (partnerId: PartnerId) => Effect.Effect<boolean>;
    /** All that a verdict about a partner is made of, read at once; undefined: no such partner. */
    readonly snapshot: (partnerId: PartnerId, nowMs: number) => Effect.Effect<Snapshot | undefined>;
    /** Accounts of several partners, with what open asks hold, in the order of the ids. */
    readonly standings: (
      partnerIds: ReadonlyArray<PartnerId>,
      nowMs: number,
    ) => Effect.Effect<ReadonlyArray<FoundStanding>>;
    /** Of a partner, in time order, after one instant and up to another. */
    readonly postings: (
      partnerId: PartnerId,
      window: { readonly afterMs: number; readonly upToMs: number },
    ) => Effect.Effect<ReadonlyArray<DatedPosting>>;
    /** The last checkpoint before an instant; undefined: none, fold from the start. */
    readonly checkpointBefore: (
      partnerId: PartnerId,
      atMs: number,
    ) => Effect.Effect<Checkpoint | undefined>;
    /** All entries of a partner, in time order. */
    readonly history: (partnerId: PartnerId) => Effect.Effect<ReadonlyArray<Entry>>;
    readonly entryById: (entryId: EntryId) => Effect.Effect<Entry | undefined>;
    readonly reversalOf: (entryId: EntryId) => Effect.Effect<Entry | undefined>;
    /** The entry that stands for this one since it was confirmed. */
    readonly correctionOf: (entryId: EntryId) => Effect.Effect<Entry | undefined>;
    /** Entries that name an ask (what granted it, what made its offer good), and what took them back. */
    readonly entriesOfAsk: (askId: AskId) => Effect.Effect<ReadonlyArray<Entry>>;
    /** Of a partner, the newest first. */
    readonly entries: (
      partnerId: PartnerId,
      request: PageRequest,
    ) => Effect.Effect<Page<Entry>, CursorInvalid>;
    /** Appends the entry, and sets what it leads to. */
    readonly append: (entry: Entry, folded: Folded) => Effect.Effect<void>;
    /** Sets what the same entries lead to under another policy; without any entry, nothing is left. */
    readonly refold: (partnerId: PartnerId, folded: Folded) => Effect.Effect<void>;
    /** Partners whose account was kept by an earlier version, and has to be folded anew. */
    readonly unfolded: (limit: number) => Effect.Effect<ReadonlyArray<PartnerId>>;
    /** Partners who have an account and no policy of their own, in the order of their ids. */
    readonly sharingPolicy: (
      after: PartnerId | null,
      limit: number,
    ) => Effect.Effect<ReadonlyArray<PartnerId>>;

    /** What was chosen for the workspace (null) or for one relationship; undefined: nothing. */
    readonly choice: (partnerId: PartnerId | null) => Effect.Effect<Choice | undefined>;
    /** Keeps a choice under the next version; null takes that of a relationship back. */
    readonly choose: (
      partnerId: PartnerId | null,
      policy: EquityPolicy | null,
    ) => Effect.Effect<void>;
    /** Keeps what was learned, under the next version if verdicts change by it. */
    readonly learn: (before: Snapshot, after: Learned) => Effect.Effect<void>;

    readonly askById: (askId: AskId, nowMs: number) => Effect.Effect<Ask | undefined>;
    /** What became of the asks to each of these partners, in their order. */
    readonly askRecords: (
      partnerIds: ReadonlyArray<PartnerId>,
      nowMs: number,
    ) => Effect.Effect<ReadonlyArray<AskRecord>>;
    /** Open asks whose time has passed, of any partner. */
    readonly overdueAsks: (nowMs: number, limit: number) => Effect.Effect<ReadonlyArray<Ask>>;
    /** The partner of an ask that was refused; undefined: none was refused under this id. */
    readonly refusedBy: (askId: AskId) => Effect.Effect<PartnerId | undefined>;
    /** Of a partner, or of everybody (null), the newest first. */
    readonly asks: (
      partnerId: PartnerId | null,
      request: PageRequest & { readonly state: AskState | null },
      nowMs: number,
    ) => Effect.Effect<Page<Ask>, CursorInvalid>;
    /** Keeps the ask, and notes at which sequence number it was judged. */
    readonly openAsk: (ask: Omit<Ask, "seq">) => Effect.Effect<Ask>;
    /** Keeps the state that an ask has come to. */
    readonly keepAsk: (before: Ask, after: Ask) => Effect.Effect<void>;
    readonly refuseAsk: (refused: RefusedAsk) => Effect.Effect<void>;
  }
>()("@comity/domain/equity/EquityStore") {}
