/** What a memory holds, and how its lists are ordered and cut into pages. */
import * as Effect from "effect/Effect";
import { type Confirmation } from "../equity/confirmation/ConfirmationStore.ts";
import {
  type Accounts,
  type Checkpoint,
  type Choice,
  type RefusedAsk,
  type Terms,
} from "../equity/EquityStore.ts";
import { partnerPreset } from "../equity/rules.ts";
import type { Ask, AskId, Entry, EntryId, Kind, KindId } from "../equity/schema.ts";
import { CursorInvalid } from "../page/errors.ts";
import type { Page, PageRequest } from "../page/page.ts";
import type { Contact, ContactId } from "../contact/schema.ts";
import type { BulkRow } from "../partner/BulkStore.ts";
import { type AppliedRow } from "../partner/ImportStore.ts";
import type { KeptMerge } from "../partner/MergeStore.ts";
import type {
  AcquaintanceKind,
  BulkId,
  Import,
  ImportedPartner,
  ImportId,
  MergeId,
  Partner,
  PartnerId,
} from "../partner/schema.ts";
import type { KeptStrategy } from "../strategy/StrategyStore.ts";
import type { TimeZone } from "../time/schema.ts";
import type { CardKey } from "../today/schema.ts";
import type { KeptSnooze } from "../today/TodayStore.ts";
import { makeTable, type Rollback } from "./rollback.ts";

export const defaultTerms: Terms = {
  policy: partnerPreset,
  policyVersion: 1,
  timeZone: "UTC" as TimeZone,
};

/** Where the policy of the workspace stands among those of relationships. */
export const workspaceKey = "workspace";

/** What went over with a merged partner, and goes back with it. */
export interface Moved {
  /** Partners that were added before the other. */
  readonly before: ReadonlyArray<PartnerId>;
  readonly entries: ReadonlyArray<EntryId>;
  readonly asks: ReadonlyArray<AskId>;
  readonly contacts: ReadonlyArray<ContactId>;
  readonly aliases: ReadonlyArray<PartnerId>;
  readonly said: ReadonlyArray<readonly [string, ImportedPartner]>;
  readonly saidCopied: ReadonlyArray<string>;
  readonly choice: Choice | undefined;
  readonly isSkipped: boolean;
  readonly acquainted: ReadonlyArray<Acquainted>;
  readonly acquired: ReadonlyArray<string>;
  readonly toldApart: ReadonlyArray<readonly [PartnerId, PartnerId]>;
  readonly newlyToldApart: ReadonlyArray<string>;
}

export interface Acquainted {
  readonly partnerId: PartnerId;
  readonly otherId: PartnerId;
  readonly kind: AcquaintanceKind;
}

export const tablesOf = (rollback: Rollback) => ({
  partners: makeTable<PartnerId, Partner>(rollback),
  entries: makeTable<EntryId, Entry>(rollback),
  accounts: makeTable<PartnerId, Accounts>(rollback),
  checkpoints: makeTable<PartnerId, ReadonlyArray<Checkpoint>>(rollback),
  choices: makeTable<PartnerId | typeof workspaceKey, Choice>(rollback),
  kinds: makeTable<KindId, Kind>(rollback),
  retired: makeTable<KindId, number>(rollback),
  skipped: makeTable<PartnerId, PartnerId>(rollback),
  confirmations: makeTable<string, Confirmation>(rollback),
  asks: makeTable<AskId, Ask>(rollback),
  refused: makeTable<AskId, RefusedAsk>(rollback),
  imports: makeTable<ImportId, Import>(rollback),
  importRows: makeTable<string, { readonly importId: ImportId; readonly row: AppliedRow }>(
    rollback,
  ),
  /** By partner and source. */
  said: makeTable<string, ImportedPartner>(rollback),
  contacts: makeTable<ContactId, Contact>(rollback),
  strategy: makeTable<typeof workspaceKey, KeptStrategy>(rollback),
  snoozes: makeTable<CardKey, KeptSnooze>(rollback),
  aliases: makeTable<PartnerId, PartnerId>(rollback),
  acquaintances: makeTable<string, Acquainted>(rollback),
  toldApart: makeTable<string, readonly [PartnerId, PartnerId]>(rollback),
  merges: makeTable<MergeId, { readonly merge: KeptMerge; readonly moved: Moved }>(rollback),
  bulkRows: makeTable<string, { readonly bulkId: BulkId; readonly row: BulkRow }>(rollback),
});

export type Tables = ReturnType<typeof tablesOf>;

/**
 * The stretch of a sorted list behind the cursor, which names the last item of the page before. That
 * one may have left those that are shown since, so they are picked behind it.
 */
export const pageOf = <A extends { readonly id: string }>(
  sorted: ReadonlyArray<A>,
  { limit, cursor }: PageRequest,
  isShown: (item: A) => boolean = () => true,
): Effect.Effect<Page<A>, CursorInvalid> => {
  const before = cursor === null ? -1 : sorted.findIndex(({ id }) => id === cursor);
  if (cursor !== null && before === -1) return new CursorInvalid({ cursor });
  const shown = sorted.slice(before + 1).filter(isShown);
  const data = shown.slice(0, limit);
  const isMore = shown.length > limit;
  return Effect.succeed({ data, nextCursor: isMore ? (data.at(-1)?.id ?? null) : null });
};

export const textOrder = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

export const newestFirst =
  <A extends { readonly id: string }>(at: (item: A) => number) =>
  (a: A, b: A) =>
    at(b) - at(a) || textOrder(b.id, a.id);
