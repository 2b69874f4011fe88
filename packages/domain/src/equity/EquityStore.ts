import * as Context from "effect/Context";
import type * as Effect from "effect/Effect";
import type { CursorInvalid } from "../page/errors.ts";
import type { Page, PageRequest } from "../page/page.ts";
import type { PartnerId } from "../partner/schema.ts";
import type { TimeZone } from "../time/schema.ts";
import type { Account } from "./rules.ts";
import type {
  Ask,
  AskId,
  AskState,
  Coverage,
  EquityPolicy,
  Entry,
  EntryId,
  Posting,
} from "./schema.ts";

/** What verdicts are judged by. */
export interface Terms {
  readonly policy: EquityPolicy;
  readonly policyVersion: number;
  readonly timeZone: TimeZone;
}

/** The two accounts of a pair, as of the last entry, and what the rules count. */
export interface Accounts {
  /** My standing with the partner. */
  readonly mine: Account;
  /** The partner's standing with me. */
  readonly theirs: Account;
  /** Gifts from me that were not asked for and were not taken back. */
  readonly gifts: number;
}

/** A partner's account at this moment, with what else a verdict is judged by. */
export interface Snapshot {
  readonly terms: Terms;
  readonly accounts: Accounts;
  /** What the open asks hold, in ep. */
  readonly reserved: number;
  /** An ask was opened before, whatever came of it. */
  readonly hasAsked: boolean;
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

/** Where entries, balances and asks are kept. Every adapter passes the contract suite of the store package. */
export class EquityStore extends Context.Service<
  EquityStore,
  {
    /** All or nothing, and no other writer in between: a rule judged inside holds when the write lands. */
    readonly atomically: <A, E, R>(effect: Effect.Effect<A, E, R>) => Effect.Effect<A, E, R>;
    readonly terms: Effect.Effect<Terms>;
    readonly hasPartner: (partnerId: PartnerId) => Effect.Effect<boolean>;
    /** All that a verdict about a partner is made of, read at once; undefined: no such partner. */
    readonly snapshot: (partnerId: PartnerId) => Effect.Effect<Snapshot | undefined>;
    /** Accounts of several partners, with what open asks hold, in the order of the ids. */
    readonly standings: (
      partnerIds: ReadonlyArray<PartnerId>,
    ) => Effect.Effect<ReadonlyArray<{ readonly accounts: Accounts; readonly reserved: number }>>;
    /** Of a partner, in time order, up to an instant. */
    readonly postings: (
      partnerId: PartnerId,
      upToMs: number,
    ) => Effect.Effect<ReadonlyArray<DatedPosting>>;
    readonly entryById: (entryId: EntryId) => Effect.Effect<Entry | undefined>;
    readonly reversalOf: (entryId: EntryId) => Effect.Effect<Entry | undefined>;
    /** Of a partner, the newest first. */
    readonly entries: (
      partnerId: PartnerId,
      request: PageRequest,
    ) => Effect.Effect<Page<Entry>, CursorInvalid>;
    /** Appends the entry, and sets the accounts that it leads to. */
    readonly append: (entry: Entry, accounts: Accounts) => Effect.Effect<void>;

    readonly askById: (askId: AskId) => Effect.Effect<Ask | undefined>;
    /** The partner of an ask that was refused; undefined: none was refused under this id. */
    readonly refusedBy: (askId: AskId) => Effect.Effect<PartnerId | undefined>;
    /** Of a partner, the newest first. */
    readonly asks: (
      partnerId: PartnerId,
      request: PageRequest & { readonly state: AskState | null },
    ) => Effect.Effect<Page<Ask>, CursorInvalid>;
    /** Keeps the ask, and notes at which sequence number it was judged. */
    readonly openAsk: (ask: Omit<Ask, "seq">) => Effect.Effect<Ask>;
    readonly closeAsk: (before: Ask, after: Ask) => Effect.Effect<void>;
    readonly refuseAsk: (refused: RefusedAsk) => Effect.Effect<void>;
  }
>()("@comity/domain/equity/EquityStore") {}
