/** Readings of a relationship beside its balance, and what is worth doing next (MODEL 2.5, DESIGN ruling 4). */
import * as Effect from "effect/Effect";
import type { PartnerId } from "../../partner/schema.ts";
import { instantOf, msOf, nowMs } from "../../time/moments.ts";
import { trustAt } from "../drafts.ts";
import type { AskRecord, EquityStore, FoundStanding, Snapshot } from "../EquityStore.ts";
import {
  accountAt,
  dayMs,
  daysBetween,
  daysBetweenAsksOf,
  equityOf,
  isContact,
  lomaxSilence,
  nextMoves,
  positiveRatioOf,
  realisedInterest,
  reciprocityOf,
  type Relationship,
  silenceOf,
  standingEntries,
  streakOf,
  talliesAt,
  tenureDays,
  trustOf,
} from "../rules.ts";
import type { Entry, MoveList, MoveReason, RelationshipReading } from "../schema.ts";
import type { Ground } from "./ground.ts";

const partnersAtOnce = 500;

/** How many people with whom nothing is written down yet are looked at for a first gift. */
const newcomersMax = 50;

export const relatingOver = (store: EquityStore["Service"], { snapshotOf }: Ground) => {
  const relationship = Effect.fnUntraced(function* (partnerId: PartnerId) {
    const snapshot = yield* snapshotOf(partnerId);
    const atMs = Math.max(yield* nowMs, snapshot.accounts.mine.atMs);
    const history = yield* store.history(partnerId);
    const [asks] = yield* store.askRecords([partnerId], atMs);
    return readingOf(partnerId, atMs, { snapshot, history, asks: asks ?? noAsks });
  });

  /** Everyone with an account, and some of those without one. */
  const relationships = Effect.fnUntraced(function* (atMs: number) {
    const all: Array<Relationship> = [];
    let after: PartnerId | null = null;
    for (;;) {
      const ids: ReadonlyArray<PartnerId> = yield* store.withAccount(after, partnersAtOnce);
      all.push(...(yield* relationshipsOf(ids, atMs)));
      after = ids.at(-1) ?? null;
      if (ids.length < partnersAtOnce) break;
    }
    const newcomers = yield* store.withoutAccount(newcomersMax);
    return [...all, ...(yield* relationshipsOf(newcomers, atMs))];
  });

  const relationshipsOf = Effect.fnUntraced(function* (
    ids: ReadonlyArray<PartnerId>,
    atMs: number,
  ) {
    const found = yield* store.standings(ids, atMs);
    const asks = yield* store.askRecords(ids, atMs);
    return ids.flatMap((partnerId, index) => {
      const standing = found[index];
      const record = asks[index];
      if (standing === undefined || record === undefined) return [];
      return [relationshipOf(partnerId, atMs, standing, record)];
    });
  });

  const moves = Effect.fnUntraced(function* (budgetEp: number, limit: number) {
    const atMs = yield* nowMs;
    const { policy, policyVersion } = yield* store.terms;
    const ranked = nextMoves(yield* relationships(atMs), budgetEp, policy, atMs);
    return {
      at: instantOf(atMs),
      budget: budgetEp,
      policyVersion,
      moves: ranked.slice(0, limit).map((move) => ({
        kind: move.kind,
        partnerId: move.partnerId as PartnerId,
        cost: move.costEp,
        size: move.sizeEp,
        because: [...move.because] as Array<MoveReason>,
      })),
    } satisfies MoveList;
  });

  return { relationship, moves };
};

const noAsks: AskRecord = { open: 0, granted: 0, declined: 0, largestGranted: null };

const relationshipOf = (
  partnerId: PartnerId,
  atMs: number,
  { accounts, reserved, policy, lastAskMs }: FoundStanding,
  asks: AskRecord,
): Relationship => {
  const span = { fromMs: accounts.mine.atMs, toMs: atMs };
  const tallies = talliesAt(accounts.tallies, span, policy);
  const account = accountAt(accounts.mine, Math.max(atMs, accounts.mine.atMs), policy);
  return {
    partnerId,
    // Evidence about who somebody is comes with the segments; until then, nobody knows.
    segment: "unknown",
    equity: equityOf(account),
    principal: account.principal,
    policy,
    reserved,
    trust: trustAt(accounts, atMs, policy),
    gifts: accounts.gifts,
    given: tallies.effort,
    received: tallies.received - tallies.unasked,
    asksAnswered: asks.granted + asks.declined,
    lastGiftAtMs: accounts.lastGiftMs,
    lastAskAtMs: lastAskMs,
    lastAskSizeEp: asks.largestGranted,
    hasOpenAsk: asks.open > 0,
    lastContactAtMs: accounts.lastContactMs,
    cadenceDays: policy.cadenceDays,
  };
};

interface Known {
  readonly snapshot: Snapshot;
  readonly history: ReadonlyArray<Entry>;
  readonly asks: AskRecord;
}

const readingOf = (
  partnerId: PartnerId,
  atMs: number,
  { snapshot, history, asks }: Known,
): RelationshipReading => {
  const { accounts, lastAskMs, terms } = snapshot;
  const { policy } = terms;
  const sums = talliesAt(accounts.tallies, { fromMs: accounts.mine.atMs, toMs: atMs }, policy);
  const { given, received, unasked, deposits, negatives, kept, broken } = sums;
  const { index, oneSided } = reciprocityOf(given, received);
  const { ratio, band } = positiveRatioOf(deposits, negatives);
  const contacts = contactsOf(history);
  const sinceMs = contacts[0] ?? null;
  const spacedMs = lastAskMs === null ? null : lastAskMs + daysBetweenAsksOf(policy) * dayMs;
  return {
    partnerId,
    at: instantOf(atMs),
    reciprocity: { given, received, index, oneSided },
    cameBack: { unasked, share: realisedInterest(unasked, given) },
    rhythm: rhythmOf(contacts, atMs, policy.cadenceDays),
    tenure: {
      since: sinceMs === null ? null : instantOf(sinceMs),
      days: sinceMs === null ? 0 : tenureDays(sinceMs, atMs),
    },
    trust: { kept, broken, trust: trustOf(kept, broken) },
    balance: { deposits, negatives, ratio, band },
    asks: {
      open: asks.open,
      granted: asks.granted,
      declined: asks.declined,
      lastAt: lastAskMs === null ? null : instantOf(lastAskMs),
      nextFrom: spacedMs === null || spacedMs <= atMs ? null : instantOf(Math.ceil(spacedMs)),
    },
  };
};

/** When the two of you had to do with each other, in epoch milliseconds and in order. */
const contactsOf = (history: ReadonlyArray<Entry>): ReadonlyArray<number> => [
  ...new Set(
    standingEntries(history)
      .filter(isContact)
      .map(({ at }) => msOf(at)),
  ),
];

const rhythmOf = (
  contacts: ReadonlyArray<number>,
  atMs: number,
  cadenceDays: number,
): RelationshipReading["rhythm"] => {
  const lastMs = contacts.at(-1);
  const firstMs = contacts[0];
  if (lastMs === undefined || firstMs === undefined) {
    return { ...silent, cadenceDays };
  }
  const gapDays = daysBetween(lastMs, atMs);
  const { ratio, pPoisson, state } = silenceOf({ gapDays, cadenceDays, slipping: false });
  return {
    contacts: contacts.length,
    lastContactAt: instantOf(lastMs),
    cadenceDays,
    silence: ratio,
    chance: pPoisson,
    learnedChance: lomaxSilence(
      { contacts: contacts.length - 1, days: daysBetween(firstMs, lastMs), gapDays },
      // What was wished for counts as one contact that was seen.
      { contacts: 1, gapDays: cadenceDays },
    ),
    state,
    streak: streakOf(contacts, atMs, cadenceDays),
  };
};

const silent = {
  contacts: 0,
  lastContactAt: null,
  silence: null,
  chance: null,
  learnedChance: null,
  state: null,
  streak: 0,
} as const;
