/** The ports over plain maps: for tests, demos, and anyone who wants the model without a database. */
import * as Effect from "effect/Effect";
import * as Layer from "effect/Layer";
import * as Context from "effect/Context";
import {
  type Accounts,
  type DatedPosting,
  EquityStore,
  type RefusedAsk,
  type Terms,
} from "../equity/EquityStore.ts";
import { emptyAccount, partnerPreset } from "../equity/rules.ts";
import type { Ask, AskId, Entry, EntryId } from "../equity/schema.ts";
import { CursorInvalid } from "../page/errors.ts";
import type { Page, PageRequest } from "../page/page.ts";
import { type AppliedRow, ImportStore } from "../partner/ImportStore.ts";
import { PartnerStore } from "../partner/PartnerStore.ts";
import { foldedText, identityKeysOf } from "../partner/rules.ts";
import type { Import, ImportedPartner, ImportId, Partner, PartnerId } from "../partner/schema.ts";
import { msOf } from "../time/moments.ts";
import type { TimeZone } from "../time/schema.ts";
import { makeRollback, makeTable, type Rollback } from "./rollback.ts";

const defaultTerms: Terms = {
  policy: partnerPreset,
  policyVersion: 1,
  timeZone: "UTC" as TimeZone,
};

const tablesOf = (rollback: Rollback) => ({
  partners: makeTable<PartnerId, Partner>(rollback),
  entries: makeTable<EntryId, Entry>(rollback),
  accounts: makeTable<PartnerId, Accounts>(rollback),
  asks: makeTable<AskId, Ask>(rollback),
  refused: makeTable<AskId, RefusedAsk>(rollback),
  imports: makeTable<ImportId, Import>(rollback),
  importRows: makeTable<string, { readonly importId: ImportId; readonly row: AppliedRow }>(
    rollback,
  ),
  said: makeTable<PartnerId, ImportedPartner>(rollback),
});

type Tables = ReturnType<typeof tablesOf>;

/** The stretch of a sorted list behind the cursor, which names the last item of the page before. */
const pageOf = <A extends { readonly id: string }>(
  sorted: ReadonlyArray<A>,
  { limit, cursor }: PageRequest,
): Effect.Effect<Page<A>, CursorInvalid> => {
  const before = cursor === null ? -1 : sorted.findIndex(({ id }) => id === cursor);
  if (cursor !== null && before === -1) return new CursorInvalid({ cursor });
  const data = sorted.slice(before + 1, before + 1 + limit);
  const isMore = sorted.length > before + 1 + limit;
  return Effect.succeed({ data, nextCursor: isMore ? (data.at(-1)?.id ?? null) : null });
};

const textOrder = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const newestFirst =
  <A extends { readonly id: string }>(at: (item: A) => number) =>
  (a: A, b: A) =>
    at(b) - at(a) || textOrder(b.id, a.id);

const byNameThenId = (a: Partner, b: Partner): number =>
  textOrder(foldedText(a.name), foldedText(b.name)) || textOrder(a.id, b.id);

const partnerStoreOf = ({ atomically }: Rollback, { partners, said }: Tables) =>
  PartnerStore.of({
    atomically,
    byId: (partnerId) => Effect.sync(() => partners.get(partnerId)),
    byIdentity: (keys) =>
      Effect.sync(() =>
        partners
          .all()
          .filter((partner) => identityKeysOf(partner).some((key) => keys.includes(key))),
      ),
    insert: (added) =>
      Effect.sync(() => {
        for (const partner of added) partners.set(partner.id, partner);
      }),
    update: (_before, after) => Effect.sync(() => partners.set(after.id, after)),
    remove: ({ id }) =>
      Effect.sync(() => {
        partners.delete(id);
        said.delete(id);
      }),
    page: ({ search, ...request }) =>
      Effect.suspend(() => {
        if (search.trim() !== "" && foldedText(search) === "") return pageOf([], request);
        const words = foldedText(search)
          .split(" ")
          .filter((word) => word !== "");
        const matching = partners.all().filter((partner) => isMatch(partner, words));
        return pageOf(matching.toSorted(byNameThenId), request);
      }),
  });

const isMatch = ({ name, organisation, role }: Partner, words: ReadonlyArray<string>): boolean => {
  const own = foldedText(`${name} ${organisation} ${role}`).split(" ");
  return words.every((word) => own.some((one) => one.startsWith(word)));
};

const equityStoreOf = ({ atomically }: Rollback, tables: Tables, terms: Terms) => {
  const { partners, entries, accounts, asks, refused } = tables;
  const entriesOf = (partnerId: PartnerId) =>
    entries.all().filter((entry) => entry.partnerId === partnerId);
  const asksOf = (partnerId: PartnerId) => asks.all().filter((ask) => ask.partnerId === partnerId);

  const accountsOf = (partnerId: PartnerId): Accounts =>
    accounts.get(partnerId) ?? { mine: emptyAccount, theirs: emptyAccount, gifts: 0 };
  const reservedOf = (partnerId: PartnerId): number =>
    asksOf(partnerId)
      .filter(({ state }) => state === "open")
      .reduce((sum, ask) => sum + ask.reserved, 0);
  const judgements = () => asks.all().length + refused.all().length;

  return EquityStore.of({
    atomically,
    terms: Effect.succeed(terms),
    hasPartner: (partnerId) => Effect.sync(() => partners.get(partnerId) !== undefined),
    snapshot: (partnerId) =>
      Effect.sync(() =>
        partners.get(partnerId) === undefined
          ? undefined
          : {
              terms,
              accounts: accountsOf(partnerId),
              reserved: reservedOf(partnerId),
              hasAsked: asksOf(partnerId).length > 0,
            },
      ),
    standings: (partnerIds) =>
      Effect.sync(() =>
        partnerIds.map((id) => ({ accounts: accountsOf(id), reserved: reservedOf(id) })),
      ),
    postings: (partnerId, upToMs) =>
      Effect.sync(() =>
        entriesOf(partnerId)
          .map(({ id, at, posting }): DatedPosting => ({
            entryId: id,
            atMs: msOf(at),
            mine: posting.mine,
            theirs: posting.theirs,
          }))
          .filter(({ atMs }) => atMs <= upToMs)
          .toSorted((a, b) => a.atMs - b.atMs),
      ),
    entryById: (entryId) => Effect.sync(() => entries.get(entryId)),
    reversalOf: (entryId) =>
      Effect.sync(() =>
        entries.all().find((entry) => entry.kind === "reversal" && entry.reverses === entryId),
      ),
    entries: (partnerId, request) =>
      Effect.suspend(() =>
        pageOf(entriesOf(partnerId).toSorted(newestFirst(({ at }) => msOf(at))), request),
      ),
    append: (entry, after) =>
      Effect.sync(() => {
        entries.set(entry.id, entry);
        accounts.set(entry.partnerId, after);
      }),
    askById: (askId) => Effect.sync(() => asks.get(askId)),
    refusedBy: (askId) => Effect.sync(() => refused.get(askId)?.partnerId),
    asks: (partnerId, { state, ...request }) =>
      Effect.suspend(() => {
        const wanted = asksOf(partnerId).filter((ask) => state === null || ask.state === state);
        return pageOf(wanted.toSorted(newestFirst(({ openedAt }) => msOf(openedAt))), request);
      }),
    openAsk: (opened) =>
      Effect.sync(() => {
        const ask: Ask = { ...opened, seq: judgements() + 1 };
        asks.set(ask.id, ask);
        return ask;
      }),
    closeAsk: (_before, after) => Effect.sync(() => asks.set(after.id, after)),
    refuseAsk: (ask) => Effect.sync(() => refused.set(ask.id, ask)),
  });
};

const importStoreOf = ({ imports, importRows, said, asks, refused, entries }: Tables) =>
  ImportStore.of({
    byId: (importId) => Effect.sync(() => imports.get(importId)),
    unfinished: Effect.sync(() =>
      imports.all().filter(({ state }) => state === "running" || state === "undoing"),
    ),
    put: (_before, after) => Effect.sync(() => imports.set(after.id, after)),
    keepRows: (importId, rows) =>
      Effect.sync(() => {
        for (const row of rows) {
          importRows.set(`${importId}/${row.row}`, { importId, row });
          said.set(row.partnerId, row.said);
        }
      }),
    rows: (importId) =>
      Effect.sync(() =>
        importRows
          .all()
          .filter((one) => one.importId === importId)
          .map(({ row }) => row)
          .toSorted((a, b) => b.row - a.row),
      ),
    forgetRows: (importId) =>
      Effect.sync(() => {
        for (const { row, importId: owner } of importRows.all()) {
          if (owner === importId) importRows.delete(`${importId}/${row.row}`);
        }
      }),
    saidOf: (partnerIds) =>
      Effect.sync(() => {
        const known = new Map<PartnerId, ImportedPartner>();
        for (const partnerId of partnerIds) {
          const what = said.get(partnerId);
          if (what !== undefined) known.set(partnerId, what);
        }
        return known;
      }),
    saidAgain: (partnerId, what) =>
      Effect.sync(() => {
        if (what === null) said.delete(partnerId);
        else said.set(partnerId, what);
      }),
    isUsed: (partnerId) =>
      Effect.sync(() =>
        [...entries.all(), ...asks.all(), ...refused.all()].some(
          (one) => one.partnerId === partnerId,
        ),
      ),
  });

/** All ports in one memory. Nothing outlives the layer. */
export const storesMemory = (
  terms: Partial<Terms> = {},
): Layer.Layer<PartnerStore | EquityStore | ImportStore> =>
  Layer.effectContext(
    Effect.map(makeRollback, (rollback) => {
      const tables = tablesOf(rollback);
      return Context.make(PartnerStore, partnerStoreOf(rollback, tables)).pipe(
        Context.add(EquityStore, equityStoreOf(rollback, tables, { ...defaultTerms, ...terms })),
        Context.add(ImportStore, importStoreOf(tables)),
      );
    }),
  );
