/** Readings of a relationship beside its balance, and what is worth doing next (MODEL 2.5, DESIGN ruling 4). */
import * as Effect from "effect/Effect";
import type { Circle, PartnerId } from "../../partner/schema.ts";
import { instantOf, msOf, nowMs } from "../../time/moments.ts";
import { trustAt } from "../drafts.ts";
import { cadenceDaysOf } from "../../partner/rules.ts";
import type { AskRecord, EquityStore, FoundStanding, Snapshot } from "../EquityStore.ts";
import type { KeptRhythm, RhythmStore } from "../rhythm/RhythmStore.ts";
import {
  accountAt,
  dayMs,
  daysBetween,
  daysBetweenAsksOf,
  equityOf,
  isContact,
  lastTouchOf,
  lomaxSilence,
  type LongSilence,
  longSilenceOf,
  nextMoves,
  partnerPreset,
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

/** Someone you have not been in touch with for as long as the cadence, or longer. */
export interface SilenceReading extends LongSilence {
  readonly partnerId: PartnerId;
  readonly circle: Circle | null;
  readonly cadenceDays: number;
  readonly lastContactMs: number;
}

export const relatingOver = (
  {
    store,
    rhythms,
  }: { readonly store: EquityStore["Service"]; readonly rhythms: RhythmStore["Service"] },
  { snapshotOf }: Ground,
) => {
  const relationship = Effect.fnUntraced(function* (partnerId: PartnerId) {
    const snapshot = yield* snapshotOf(partnerId);
    const atMs = Math.max(yield* nowMs, snapshot.accounts.mine.atMs);
    const history = yield* store.history(partnerId);
    const [asks = noAsks] = yield* store.askRecords([partnerId], atMs);
    const [rhythm = noRhythm] = yield* rhythms.rhythms([partnerId]);
    const contactTimes = yield* rhythms.contactTimes(partnerId);
    return readingOf(partnerId, atMs, { snapshot, history, asks, rhythm, contactTimes });
  });

  /** Everyone in use with whom something is written down, in pages of their ids. */
  const eachPage = Effect.fnUntraced(function* <A>(
    read: (ids: ReadonlyArray<PartnerId>) => Effect.Effect<ReadonlyArray<A>>,
  ) {
    const all: Array<A> = [];
    let after: PartnerId | null = null;
    for (;;) {
      const ids: ReadonlyArray<PartnerId> = yield* rhythms.withHistory(after, partnersAtOnce);
      all.push(...(yield* read(ids)));
      after = ids.at(-1) ?? null;
      if (ids.length < partnersAtOnce) return all;
    }
  });

  /** Everyone with a history, and some of those without one. */
  const relationships = Effect.fnUntraced(function* (atMs: number) {
    const known = yield* eachPage((ids) => relationshipsOf(ids, atMs));
    const newcomers = yield* rhythms.withoutHistory(newcomersMax);
    return [...known, ...(yield* relationshipsOf(newcomers, atMs))];
  });

  const relationshipsOf = Effect.fnUntraced(function* (
    ids: ReadonlyArray<PartnerId>,
    atMs: number,
  ) {
    const found = yield* store.standings(ids, atMs);
    const asks = yield* store.askRecords(ids, atMs);
    const kept = yield* rhythms.rhythms(ids);
    return ids.flatMap((partnerId, index) => {
      const standing = found[index];
      const record = asks[index];
      const rhythm = kept[index];
      if (standing === undefined || record === undefined || rhythm === undefined) return [];
      return [relationshipOf(partnerId, atMs, standing, { asks: record, rhythm })];
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

  const silences = Effect.gen(function* () {
    const atMs = yield* nowMs;
    const found = yield* eachPage((ids) =>
      Effect.map(rhythms.rhythms(ids), (kept) =>
        kept.flatMap((rhythm, index) => silenceWith(ids[index], rhythm, atMs)),
      ),
    );
    return found.toSorted(nearestFirst);
  });

  const lastContacts = Effect.fnUntraced(function* (partnerIds: ReadonlyArray<PartnerId>) {
    return (yield* rhythms.rhythms(partnerIds)).map((rhythm) => {
      const last = lastTouchOf(rhythm);
      return last === null ? null : instantOf(last.atMs);
    });
  });

  return { relationship, moves, silences, lastContacts };
};

const silenceWith = (
  partnerId: PartnerId | undefined,
  rhythm: KeptRhythm,
  atMs: number,
): ReadonlyArray<SilenceReading> => {
  const last = lastTouchOf(rhythm);
  const cadenceDays = cadenceDaysOf(rhythm, rhythm.policyDays);
  const silence = longSilenceOf(last, cadenceDays, atMs);
  if (partnerId === undefined || last === null || silence === null) return [];
  return [{ ...silence, partnerId, circle: rhythm.circle, cadenceDays, lastContactMs: last.atMs }];
};

/** Those you keep nearest first, and of a circle the longest silence, counted in cadences. */
const nearestFirst = (a: SilenceReading, b: SilenceReading): number =>
  (a.circle ?? outside) - (b.circle ?? outside) ||
  b.ratio - a.ratio ||
  (a.partnerId < b.partnerId ? -1 : 1);

/** Beyond the widest circle. */
const outside = 1000;

const noRhythm: KeptRhythm = {
  circle: null,
  cadenceDays: null,
  policyDays: partnerPreset.cadenceDays,
  lastGiftMs: null,
  lastEntryMs: null,
  lastContact: null,
};

const noAsks: AskRecord = { open: 0, granted: 0, declined: 0, largestGranted: null };

const relationshipOf = (
  partnerId: PartnerId,
  atMs: number,
  { accounts, reserved, policy, lastAskMs }: FoundStanding,
  { asks, rhythm }: { readonly asks: AskRecord; readonly rhythm: KeptRhythm },
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
    lastContactAtMs: lastTouchOf(rhythm)?.atMs ?? null,
    cadenceDays: cadenceDaysOf(rhythm, policy.cadenceDays),
  };
};

interface Known {
  readonly snapshot: Snapshot;
  readonly history: ReadonlyArray<Entry>;
  readonly asks: AskRecord;
  readonly rhythm: KeptRhythm;
  /** Without a gift, in epoch milliseconds. */
  readonly contactTimes: ReadonlyArray<number>;
}

const readingOf = (
  partnerId: PartnerId,
  atMs: number,
  { snapshot, history, asks, rhythm, contactTimes }: Known,
): RelationshipReading => {
  const { accounts, lastAskMs, terms } = snapshot;
  const { policy } = terms;
  const sums = talliesAt(accounts.tallies, { fromMs: accounts.mine.atMs, toMs: atMs }, policy);
  const { given, received, unasked, deposits, negatives, kept, broken } = sums;
  const { index, oneSided } = reciprocityOf(given, received);
  const { ratio, band } = positiveRatioOf(deposits, negatives);
  const contacts = contactsOf(history, contactTimes);
  const sinceMs = contacts[0] ?? null;
  const spacedMs = lastAskMs === null ? null : lastAskMs + daysBetweenAsksOf(policy) * dayMs;
  return {
    partnerId,
    at: instantOf(atMs),
    reciprocity: { given, received, index, oneSided },
    cameBack: { unasked, share: realisedInterest(unasked, given) },
    rhythm: rhythmOf(contacts, atMs, cadenceDaysOf(rhythm, policy.cadenceDays)),
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

/** When the two of you were in touch, by a gift or without, in epoch milliseconds and in order. */
const contactsOf = (
  history: ReadonlyArray<Entry>,
  contactTimes: ReadonlyArray<number>,
): ReadonlyArray<number> => {
  const gifts = standingEntries(history).filter(isContact);
  const times = new Set([...gifts.map(({ at }) => msOf(at)), ...contactTimes]);
  return [...times].toSorted((a, b) => a - b);
};

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
