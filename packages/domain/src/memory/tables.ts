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
import { type AppliedRow } from "../partner/ImportStore.ts";
import type { Import, ImportedPartner, ImportId, Partner, PartnerId } from "../partner/schema.ts";
import type { TimeZone } from "../time/schema.ts";
import { makeTable, type Rollback } from "./rollback.ts";

export const defaultTerms: Terms = {
  policy: partnerPreset,
  policyVersion: 1,
  timeZone: "UTC" as TimeZone,
};

/** Where the policy of the workspace stands among those of relationships. */
export const workspaceKey = "workspace";

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
  said: makeTable<PartnerId, ImportedPartner>(rollback),
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
