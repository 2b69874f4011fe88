/** Entries, accounts, asks and policies over plain maps. */
import * as Effect from "effect/Effect";
import {
  type Accounts,
  type Checkpoint,
  type Choice,
  type DatedPosting,
  EquityStore,
  type Folded,
  type Terms,
} from "../equity/EquityStore.ts";
import {
  emptyAccount,
  emptyTallies,
  nothingLearned,
  policyWith,
  sameVerdicts,
} from "../equity/rules.ts";
import type { Ask, EquityPolicy, Learned } from "../equity/schema.ts";
import type { PartnerId } from "../partner/schema.ts";
import { msOf, nowMs as nowMsEffect } from "../time/moments.ts";
import { type Rollback } from "./rollback.ts";
import { newestFirst, pageOf, type Tables, textOrder, workspaceKey } from "./tables.ts";

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

export const equityStoreOf = (
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
  const asksOf = (partnerId: PartnerId | null, nowMs: number) =>
    asks
      .all()
      .filter((ask) => partnerId === null || ask.partnerId === partnerId)
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

  /** What a choice came to with what was learned last, so that a list does not work it out each time. */
  const effective = new WeakMap<EquityPolicy, { learned: Learned; policy: EquityPolicy }>();

  const policyFor = (partnerId: PartnerId | null): EquityPolicy => {
    const own = partnerId === null ? undefined : choices.get(partnerId);
    const chosen = (own ?? choices.get(workspaceKey))?.policy ?? first;
    const known = effective.get(chosen);
    if (known?.learned === learned) return known.policy;
    const policy = policyWith(chosen, learned);
    effective.set(chosen, { learned, policy });
    return policy;
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
    refold: (partnerId, folded) =>
      Effect.sync(() => {
        if (folded.accounts.entries > 0) return keepFolded(partnerId, folded);
        accounts.delete(partnerId);
        return checkpoints.delete(partnerId);
      }),
    unfolded: () => Effect.succeed([]),
    sharingPolicy: (after, limit) =>
      Effect.sync(() =>
        idsInOrder(
          withAccount().filter((id) => choices.get(id) === undefined),
          after,
          limit,
        ),
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
