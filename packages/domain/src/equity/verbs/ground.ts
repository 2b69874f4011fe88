/** What the verbs of the ledger stand on: the account of a partner, and how an entry changes it. */
import * as Effect from "effect/Effect";
import type { IdSource } from "../../identity/IdSource.ts";
import { PartnerNotFound } from "../../partner/errors.ts";
import type { PartnerId } from "../../partner/schema.ts";
import { msOf, nowMs } from "../../time/moments.ts";
import { pastMs } from "../../time/past.ts";
import type { When } from "../../time/schema.ts";
import type { CatalogueStore } from "../catalogue/CatalogueStore.ts";
import { giftsOf } from "../drafts.ts";
import type { Accounts, EquityStore, Folded, Snapshot, Terms } from "../EquityStore.ts";
import {
  accountAt,
  checkpointEntries,
  emptyPair,
  emptyTallies,
  isContact,
  type FoldedPair,
  pairAfter,
  pairFrom,
  standingEntries,
  type Tallied,
  type Tallies,
  talliesAt,
  talliesWith,
} from "../rules.ts";
import type { Entry, EquityPolicy } from "../schema.ts";

const always = Number.POSITIVE_INFINITY;

/** What an entry counts as beside its posting: itself once more, or one that it takes back. */
interface Counted {
  readonly entry: Tallied;
  readonly sign: 1 | -1;
}

/** What the verbs that write stand on. */
export interface LedgerPorts {
  readonly store: EquityStore["Service"];
  readonly catalogue: CatalogueStore["Service"];
  readonly ids: IdSource["Service"];
}

export const groundOver = (store: EquityStore["Service"]) => {
  const mustExist = Effect.fnUntraced(function* (partnerId: PartnerId) {
    if (!(yield* store.hasPartner(partnerId))) {
      return yield* new PartnerNotFound({ partnerId });
    }
  });

  /** Goes on from how a partner stands at an instant. */
  const fromSnapshotAt = <A, E>(
    partnerId: PartnerId,
    atMs: number,
    goOn: (snapshot: Snapshot) => Effect.Effect<A, E>,
  ): Effect.Effect<A, E | PartnerNotFound> =>
    Effect.flatMap(
      store.snapshot(partnerId, atMs),
      (found): Effect.Effect<A, E | PartnerNotFound> =>
        found === undefined ? new PartnerNotFound({ partnerId }) : goOn(found),
    );

  const snapshotAt = (partnerId: PartnerId, atMs: number) =>
    fromSnapshotAt(partnerId, atMs, Effect.succeed);

  const snapshotOf = (partnerId: PartnerId) =>
    Effect.flatMap(nowMs, (atMs) => snapshotAt(partnerId, atMs));

  /** The pair as it stood before an instant, from the last checkpoint, with what came after that. */
  const since = Effect.fnUntraced(function* (partnerId: PartnerId, atMs: number, upToMs: number) {
    const base: FoldedPair = (yield* store.checkpointBefore(partnerId, atMs)) ?? emptyPair;
    const afterMs = base.mine.atMs;
    return { base, later: yield* store.postings(partnerId, { afterMs, upToMs }) };
  });

  /** My account at an instant: from where it stands, or folded from a checkpoint for one that has passed. */
  const accountOn = Effect.fnUntraced(function* (
    partnerId: PartnerId,
    atMs: number,
    { accounts, terms: { policy } }: Snapshot,
  ) {
    if (atMs >= accounts.mine.atMs) return accountAt(accounts.mine, atMs, policy);
    const { base, later } = yield* since(partnerId, atMs, atMs);
    return accountAt(pairFrom(base, later, policy).pair.mine, atMs, policy);
  });

  /** A back-dated entry re-folds what came after it; any other is one step from where the account stands. */
  const pairWith = Effect.fnUntraced(function* (
    entry: Entry,
    { accounts, terms: { policy } }: Snapshot,
  ) {
    const step = { ...entry.posting, atMs: msOf(entry.at) };
    if (step.atMs >= accounts.mine.atMs) {
      const pair = pairAfter(accounts, step, policy);
      const checkpoints = pair.entries % checkpointEntries === 0 ? [pair] : [];
      const staleFromMs = step.atMs === accounts.mine.atMs ? step.atMs : null;
      return { pair, checkpoints, staleFromMs };
    }
    const { base, later } = yield* since(entry.partnerId, step.atMs, always);
    return { ...pairFrom(base, [...later, step], policy), staleFromMs: step.atMs };
  });

  const append = Effect.fnUntraced(function* (entry: Entry, counted: Counted, snapshot: Snapshot) {
    const { accounts, terms } = snapshot;
    const { pair, ...checkpoints } = yield* pairWith(entry, snapshot);
    const tallies = talliesWith(
      { tallies: accounts.tallies, atMs: accounts.mine.atMs },
      { ...counted, atMs: msOf(entry.at) },
      terms.policy,
    );
    // What was the last gift before the one that is taken back, only the history knows.
    const counts =
      counted.sign === 1
        ? countsWith(accounts, counted.entry)
        : countsOf(standingEntries([...(yield* store.history(entry.partnerId)), entry]));
    yield* store.append(entry, { accounts: { ...pair, ...counts, tallies }, ...checkpoints });
  });

  return { mustExist, fromSnapshotAt, snapshotAt, snapshotOf, accountOn, append };
};

export type Ground = ReturnType<typeof groundOver>;

type Counts = Pick<Accounts, "gifts" | "facts" | "openings" | "lastGiftMs" | "lastContactMs">;

const noCounts: Counts = {
  gifts: 0,
  facts: 0,
  openings: 0,
  lastGiftMs: null,
  lastContactMs: null,
};

const countsWith = (before: Counts, entry: Tallied): Counts => {
  const atMs = msOf(entry.at);
  const later = (lastMs: number | null): number => Math.max(lastMs ?? atMs, atMs);
  const isMine = entry.kind === "transfer" && entry.from === "me";
  return {
    gifts: before.gifts + giftsOf(entry),
    facts: before.facts + 1,
    openings: before.openings + (entry.kind === "opening" ? 1 : 0),
    lastGiftMs: isMine ? later(before.lastGiftMs) : before.lastGiftMs,
    lastContactMs: isContact(entry) ? later(before.lastContactMs) : before.lastContactMs,
  };
};

const countsOf = (standing: ReadonlyArray<Tallied>): Counts =>
  standing.reduce(countsWith, noCounts);

/** Everything that a partner's entries lead to, from the first one on. */
export const foldedAnew = (history: ReadonlyArray<Entry>, policy: EquityPolicy): Folded => {
  const steps = history.map((entry) => ({ ...entry.posting, atMs: msOf(entry.at) }));
  const { pair, checkpoints } = pairFrom(emptyPair, steps, policy);
  const standing = standingEntries(history);
  const tallies = standing.reduce<{ readonly tallies: Tallies; readonly atMs: number }>(
    (before, entry) => {
      const atMs = msOf(entry.at);
      const after = talliesWith(before, { entry, atMs, sign: 1 }, policy);
      return { tallies: after, atMs: Math.max(before.atMs, atMs) };
    },
    { tallies: emptyTallies, atMs: Number.NEGATIVE_INFINITY },
  );
  const accounts: Accounts = {
    ...pair,
    ...countsOf(standing),
    tallies: talliesAt(tallies.tallies, { fromMs: tallies.atMs, toMs: pair.mine.atMs }, policy),
  };
  return { accounts, checkpoints, staleFromMs: Number.NEGATIVE_INFINITY };
};

/** When something happened, in epoch milliseconds; left out, it is now. */
export const momentOf = (when: When | undefined, nowAtMs: number, { timeZone }: Terms) =>
  pastMs(when, nowAtMs, timeZone);
