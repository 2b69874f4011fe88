/** The ports over plain maps: for tests, demos, and anyone who wants the model without a database. */
import * as Effect from "effect/Effect";
import * as Layer from "effect/Layer";
import * as Context from "effect/Context";
import { CatalogueStore } from "../equity/catalogue/CatalogueStore.ts";
import { type Confirmation, ConfirmationStore } from "../equity/confirmation/ConfirmationStore.ts";
import {
  type Accounts,
  type Checkpoint,
  type Choice,
  type DatedPosting,
  EquityStore,
  type Folded,
  type RefusedAsk,
  type Terms,
} from "../equity/EquityStore.ts";
import { OpeningStore } from "../equity/opening/OpeningStore.ts";
import {
  emptyAccount,
  emptyTallies,
  nothingLearned,
  partnerPreset,
  policyWith,
  sameVerdicts,
} from "../equity/rules.ts";
import type {
  Ask,
  AskId,
  Entry,
  EntryId,
  EquityPolicy,
  Kind,
  KindId,
  Learned,
  OpeningCard,
} from "../equity/schema.ts";
import { CursorInvalid } from "../page/errors.ts";
import type { Page, PageRequest } from "../page/page.ts";
import { type AppliedRow, ImportStore } from "../partner/ImportStore.ts";
import { PartnerStore } from "../partner/PartnerStore.ts";
import { foldedText, identityKeysOf } from "../partner/rules.ts";
import type { Import, ImportedPartner, ImportId, Partner, PartnerId } from "../partner/schema.ts";
import { msOf, nowMs as nowMsEffect } from "../time/moments.ts";
import type { TimeZone } from "../time/schema.ts";
import { makeRollback, makeTable, type Rollback } from "./rollback.ts";

const defaultTerms: Terms = {
  policy: partnerPreset,
  policyVersion: 1,
  timeZone: "UTC" as TimeZone,
};

/** Where the policy of the workspace stands among those of relationships. */
const workspaceKey = "workspace";

const tablesOf = (rollback: Rollback) => ({
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

type Tables = ReturnType<typeof tablesOf>;

/**
 * The stretch of a sorted list behind the cursor, which names the last item of the page before. That
 * one may have left those that are shown since, so they are picked behind it.
 */
const pageOf = <A extends { readonly id: string }>(
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

const noAccounts: Accounts = {
  mine: emptyAccount,
  theirs: emptyAccount,
  gifts: 0,
  entries: 0,
  facts: 0,
  openings: 0,
  lastGiftMs: null,
  lastContactMs: null,
  tallies: emptyTallies,
};

/** An ask as it stands at an instant: without an answer it runs out by itself. */
const askAt = (ask: Ask, nowMs: number): Ask =>
  ask.state === "open" && msOf(ask.expiresAt) <= nowMs
    ? { ...ask, state: "expired", closedAt: ask.expiresAt }
    : ask;

const idsInOrder = (all: ReadonlyArray<PartnerId>, after: PartnerId | null, limit: number) =>
  all
    .filter((id) => after === null || id > after)
    .toSorted(textOrder)
    .slice(0, limit);

const equityStoreOf = (
  { atomically, wayBack }: Rollback,
  tables: Tables,
  { policy: first, policyVersion, timeZone }: Terms,
) => {
  const { partners, entries, accounts, checkpoints, asks, refused, choices } = tables;
  let learned: Learned = nothingLearned;
  let version = policyVersion;
  choices.set(workspaceKey, { policy: first, version: policyVersion, changedAtMs: null });

  const entriesOf = (partnerId: PartnerId) =>
    entries.all().filter((entry) => entry.partnerId === partnerId);
  const asksOf = (partnerId: PartnerId, nowMs: number) =>
    asks
      .all()
      .filter((ask) => ask.partnerId === partnerId)
      .map((ask) => askAt(ask, nowMs));

  const accountsOf = (partnerId: PartnerId): Accounts => accounts.get(partnerId) ?? noAccounts;
  const reservedOf = (partnerId: PartnerId, nowMs: number): number =>
    asksOf(partnerId, nowMs)
      .filter(({ state }) => state === "open")
      .reduce((sum, ask) => sum + ask.reserved, 0);
  const lastAskOf = (partnerId: PartnerId): number | null =>
    asks
      .all()
      .filter((ask) => ask.partnerId === partnerId)
      .reduce<number | null>((last, { openedAt }) => Math.max(last ?? 0, msOf(openedAt)), null);
  const judgements = () => asks.all().length + refused.all().length;

  const policyFor = (partnerId: PartnerId | null): EquityPolicy => {
    const own = partnerId === null ? undefined : choices.get(partnerId);
    return policyWith((own ?? choices.get(workspaceKey))?.policy ?? first, learned);
  };
  const termsFor = (partnerId: PartnerId | null): Terms => ({
    policy: policyFor(partnerId),
    policyVersion: version,
    timeZone,
  });
  const setLearned = (after: Learned): void => {
    const before = learned;
    wayBack(() => void (learned = before));
    learned = after;
  };
  const nextVersion = (): number => {
    const before = version;
    wayBack(() => void (version = before));
    version += 1;
    return version;
  };
  const keepFolded = (partnerId: PartnerId, folded: Folded): void => {
    accounts.set(partnerId, folded.accounts);
    const { staleFromMs } = folded;
    const kept = (checkpoints.get(partnerId) ?? []).filter(
      ({ mine }) => staleFromMs === null || mine.atMs < staleFromMs,
    );
    checkpoints.set(partnerId, [...kept, ...folded.checkpoints]);
  };
  const withAccount = () =>
    [...new Set(entries.all().map(({ partnerId }) => partnerId))] as ReadonlyArray<PartnerId>;

  return EquityStore.of({
    atomically,
    terms: Effect.sync(() => termsFor(null)),
    learned: Effect.sync(() => learned),
    hasPartner: (partnerId) => Effect.sync(() => partners.get(partnerId) !== undefined),
    snapshot: (partnerId, nowMs) =>
      Effect.sync(() =>
        partners.get(partnerId) === undefined
          ? undefined
          : {
              terms: termsFor(partnerId),
              learned,
              accounts: accountsOf(partnerId),
              reserved: reservedOf(partnerId, nowMs),
              lastAskMs: lastAskOf(partnerId),
            },
      ),
    standings: (partnerIds, nowMs) =>
      Effect.sync(() =>
        partnerIds.map((id) => ({
          accounts: accountsOf(id),
          reserved: reservedOf(id, nowMs),
          policy: policyFor(id),
          lastAskMs: lastAskOf(id),
        })),
      ),
    postings: (partnerId, { afterMs, upToMs }) =>
      Effect.sync(() =>
        entriesOf(partnerId)
          .map(({ id, at, posting }): DatedPosting => ({
            entryId: id,
            atMs: msOf(at),
            mine: posting.mine,
            theirs: posting.theirs,
          }))
          .filter(({ atMs }) => atMs > afterMs && atMs <= upToMs)
          .toSorted((a, b) => a.atMs - b.atMs),
      ),
    checkpointBefore: (partnerId, atMs) =>
      Effect.sync(() =>
        checkpoints
          .get(partnerId)
          ?.filter(({ mine }) => mine.atMs < atMs)
          .reduce<Checkpoint | undefined>(
            (last, one) => (last === undefined || one.mine.atMs > last.mine.atMs ? one : last),
            undefined,
          ),
      ),
    history: (partnerId) =>
      Effect.sync(() => entriesOf(partnerId).toSorted((a, b) => msOf(a.at) - msOf(b.at))),
    entryById: (entryId) => Effect.sync(() => entries.get(entryId)),
    reversalOf: (entryId) =>
      Effect.sync(() =>
        entries.all().find((entry) => entry.kind === "reversal" && entry.reverses === entryId),
      ),
    correctionOf: (entryId) =>
      Effect.sync(() =>
        entries.all().find((entry) => entry.kind === "transfer" && entry.corrects === entryId),
      ),
    entriesOfAsk: (askId) =>
      Effect.sync(() => {
        const named = entries
          .all()
          .filter((entry) => entry.kind === "transfer" && entry.askId === askId);
        const ids = new Set(named.map(({ id }) => id));
        const back = entries
          .all()
          .filter((entry) => entry.kind === "reversal" && ids.has(entry.reverses));
        return [...named, ...back];
      }),
    entries: (partnerId, request) =>
      Effect.suspend(() =>
        pageOf(entriesOf(partnerId).toSorted(newestFirst(({ at }) => msOf(at))), request),
      ),
    append: (entry, folded) =>
      Effect.sync(() => {
        entries.set(entry.id, entry);
        keepFolded(entry.partnerId, folded);
      }),
    refold: (partnerId, folded) => Effect.sync(() => keepFolded(partnerId, folded)),
    unfolded: () => Effect.succeed([]),
    sharingPolicy: (after, limit) =>
      Effect.sync(() =>
        idsInOrder(
          withAccount().filter((id) => choices.get(id) === undefined),
          after,
          limit,
        ),
      ),
    withAccount: (after, limit) => Effect.sync(() => idsInOrder(withAccount(), after, limit)),
    withoutAccount: (limit) =>
      Effect.sync(() =>
        partners
          .all()
          .filter(({ id }) => accounts.get(id) === undefined)
          .toReversed()
          .slice(0, limit)
          .map(({ id }) => id),
      ),
    choice: (partnerId) => Effect.sync(() => choices.get(partnerId ?? workspaceKey)),
    choose: (partnerId, policy) =>
      Effect.map(nowMsEffect, (changedAtMs) => {
        const key = partnerId ?? workspaceKey;
        const next = nextVersion();
        if (policy === null) choices.delete(key);
        else choices.set(key, { policy, version: next, changedAtMs });
      }),
    learn: (_before, after) =>
      Effect.sync(() => {
        const judgesAlike = ({ policy }: Choice) =>
          sameVerdicts(policyWith(policy, learned), policyWith(policy, after));
        const isSame = choices.all().every(judgesAlike);
        setLearned(after);
        if (!isSame) nextVersion();
      }),
    askById: (askId, nowMs) =>
      Effect.sync(() => {
        const ask = asks.get(askId);
        return ask === undefined ? undefined : askAt(ask, nowMs);
      }),
    askRecords: (partnerIds, nowMs) =>
      Effect.sync(() =>
        partnerIds.map((partnerId) => {
          const all = asksOf(partnerId, nowMs);
          const inState = (state: Ask["state"]) => all.filter((ask) => ask.state === state);
          return {
            open: inState("open").length,
            granted: inState("granted").length,
            declined: inState("declined").length,
            largestGranted: inState("granted").reduce<number | null>(
              (largest, { cost }) => Math.max(largest ?? 0, cost),
              null,
            ),
          };
        }),
      ),
    overdueAsks: (nowMs, limit) =>
      Effect.sync(() =>
        asks
          .all()
          .filter(({ state }) => state === "open")
          .map((ask) => askAt(ask, nowMs))
          .filter(({ state }) => state === "expired")
          .slice(0, limit),
      ),
    refusedBy: (askId) => Effect.sync(() => refused.get(askId)?.partnerId),
    asks: (partnerId, { state, ...request }, nowMs) =>
      Effect.suspend(() => {
        const sorted = asksOf(partnerId, nowMs).toSorted(
          newestFirst(({ openedAt }) => msOf(openedAt)),
        );
        return pageOf(sorted, request, (ask) => state === null || ask.state === state);
      }),
    openAsk: (opened) =>
      Effect.sync(() => {
        const ask: Ask = { ...opened, seq: judgements() + 1 };
        asks.set(ask.id, ask);
        return ask;
      }),
    keepAsk: (_before, after) => Effect.sync(() => asks.set(after.id, after)),
    refuseAsk: (ask) => Effect.sync(() => refused.set(ask.id, ask)),
  });
};

const catalogueStoreOf = ({ atomically }: Rollback, { kinds, retired }: Tables) =>
  CatalogueStore.of({
    atomically,
    own: Effect.sync(() => kinds.all()),
    byId: (kindId) => Effect.sync(() => kinds.get(kindId)),
    put: (_before, after) => Effect.sync(() => kinds.set(after.id, after)),
    remove: ({ id, version }) =>
      Effect.sync(() => {
        kinds.delete(id);
        retired.set(id, version + 1);
      }),
    retired: Effect.sync(() => new Map(retired.entries())),
  });

const openingStoreOf = ({ partners, accounts, skipped }: Tables) => {
  const isBegun = (partnerId: PartnerId): boolean => (accounts.get(partnerId)?.facts ?? 0) > 0;
  const isLeft = ({ id }: Partner): boolean => skipped.get(id) === undefined && !isBegun(id);
  return OpeningStore.of({
    cards: (request) =>
      Effect.suspend(() =>
        pageOf(partners.all().toSorted(knownLongestFirst), request, isLeft),
      ).pipe(Effect.map(({ data, nextCursor }) => ({ data: data.map(cardOf), nextCursor }))),
    progress: Effect.sync(() => ({
      left: partners.all().filter(isLeft).length,
      answered: accounts.all().filter(({ openings }) => openings > 0).length,
      skipped: skipped.all().filter((id) => !isBegun(id)).length,
    })),
    skip: (partnerId, isSkipped) =>
      Effect.sync(() => {
        if (isSkipped) skipped.set(partnerId, partnerId);
        else skipped.delete(partnerId);
      }),
  });
};

const knownLongestFirst = (a: Partner, b: Partner): number =>
  textOrder(a.knownSince ?? "9999", b.knownSince ?? "9999") || textOrder(a.id, b.id);

const cardOf = ({ id, name, organisation, role, knownSince }: Partner): OpeningCard => ({
  partnerId: id,
  name,
  organisation,
  role,
  knownSince,
});

const confirmationStoreOf = ({ confirmations, entries }: Tables) =>
  ConfirmationStore.of({
    forgetClosed: (atMs) =>
      Effect.sync(() => {
        const takenBack = new Set(
          entries.all().flatMap((entry) => (entry.kind === "reversal" ? [entry.reverses] : [])),
        );
        for (const kept of confirmations.all()) {
          const isOver = kept.expiresAtMs <= atMs || takenBack.has(kept.entryId);
          if (isOver && kept.what !== null) {
            confirmations.set(kept.tokenHash, { ...kept, what: null });
          }
        }
      }),
    put: (confirmation) =>
      Effect.sync(() => {
        for (const other of confirmations.all()) {
          if (other.entryId === confirmation.entryId) confirmations.delete(other.tokenHash);
        }
        confirmations.set(confirmation.tokenHash, confirmation);
      }),
    byHash: (tokenHash) => Effect.sync(() => confirmations.get(tokenHash)),
    answer: (tokenHash, answeredAtMs) =>
      Effect.sync(() => {
        const kept = confirmations.get(tokenHash);
        if (kept !== undefined) confirmations.set(tokenHash, { ...kept, answeredAtMs, what: null });
      }),
  });

const importStoreOf = ({ imports, importRows, said, asks, refused, entries, choices }: Tables) =>
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
      Effect.sync(
        () =>
          choices.get(partnerId) !== undefined ||
          [...entries.all(), ...asks.all(), ...refused.all()].some(
            (one) => one.partnerId === partnerId,
          ),
      ),
  });

/** All ports in one memory. Nothing outlives the layer. */
export const storesMemory = (
  terms: Partial<Terms> = {},
): Layer.Layer<
  PartnerStore | EquityStore | ImportStore | CatalogueStore | OpeningStore | ConfirmationStore
> =>
  Layer.effectContext(
    Effect.map(makeRollback, (rollback) => {
      const tables = tablesOf(rollback);
      return Context.make(PartnerStore, partnerStoreOf(rollback, tables)).pipe(
        Context.add(EquityStore, equityStoreOf(rollback, tables, { ...defaultTerms, ...terms })),
        Context.add(ImportStore, importStoreOf(tables)),
        Context.add(CatalogueStore, catalogueStoreOf(rollback, tables)),
        Context.add(OpeningStore, openingStoreOf(tables)),
        Context.add(ConfirmationStore, confirmationStoreOf(tables)),
      );
    }),
  );
