/** What a gift today would make possible, and when. Keeps nothing. */
import * as Effect from "effect/Effect";
import { invalid } from "../../input/errors.ts";
import { readMessage } from "../../outreach/rules.ts";
import type { MessageDraft, MessageVerdict } from "../../outreach/schema.ts";
import type { PartnerId } from "../../partner/schema.ts";
import { instantOf, msOf, nowMs, whenMs } from "../../time/moments.ts";
import type { When } from "../../time/schema.ts";
import { askCostOf } from "../catalogue/sizes.ts";
import type { Snapshot, Terms } from "../EquityStore.ts";
import {
  accountAfter,
  accountAt,
  dayMs,
  daysBetween,
  daysBetweenAsksOf,
  earnedSpan,
  epOf,
  mayAsk,
  postingThatReaches,
  talliesAt,
} from "../rules.ts";
import {
  amountEpMax,
  type Ask,
  type Coverage,
  type EquityPolicy,
  type Projection,
  type ProjectionQuestion,
} from "../schema.ts";
import { askTermsAt, judgedMs } from "./asking.ts";
import type { Ground, LedgerPorts } from "./ground.ts";

/** Nobody plans an ask further ahead. */
const plannedDaysMax = 3650;

/** More open asks to one partner than these are not planned with one by one. */
const openAsksMax = 100;

export const projectingOver = (
  { store, catalogue }: Omit<LedgerPorts, "ids">,
  { snapshotOf }: Ground,
) => {
  /** What open asks hold from now on: less, as one after the other runs out. */
  const holdsOf = Effect.fnUntraced(function* (
    snapshot: Snapshot,
    partnerId: PartnerId,
    atMs: number,
  ) {
    const request = { limit: openAsksMax, cursor: null, state: "open" } as const;
    const { data } = yield* Effect.orDie(store.asks(partnerId, request, atMs));
    return heldFrom(data, snapshot.reserved, atMs);
  });

  const project = Effect.fnUntraced(function* (question: ProjectionQuestion) {
    const snapshot = yield* snapshotOf(question.partnerId);
    const cost = yield* askCostOf(catalogue, question);
    const nowAtMs = judgedMs(yield* nowMs, snapshot);
    const onMs = yield* plannedMs(question.on, nowAtMs, snapshot.terms);
    const holds = yield* holdsOf(snapshot, question.partnerId, nowAtMs);
    const after = withGift(snapshot, question.gift, nowAtMs);
    const asked = { cost, offer: epOf(question.offer ?? 0) };
    const coverage = mayAsk(askTermsAt(after, nowAtMs, asked), snapshot.terms.policy);
    return {
      coverage,
      ...spanOf(after, { coverage, holds, nowAtMs }),
      giveNow:
        onMs === null
          ? null
          : giftFor({ ...snapshot, reserved: heldAt(holds, onMs) }, { ...asked, nowAtMs, onMs }),
    } satisfies Projection;
  });

  /** Reads only what the message asks for. It is not kept. */
  const checkMessage = Effect.fnUntraced(function* ({ partnerId, text }: MessageDraft) {
    const snapshot = yield* snapshotOf(partnerId);
    const reading = readMessage(text);
    const sum = reading.asks.reduce((total, ask) => total + ask.cost, 0);
    const cost = Math.min(sum, amountEpMax);
    const atMs = judgedMs(yield* nowMs, snapshot);
    const coverage =
      cost === 0
        ? null
        : mayAsk(askTermsAt(snapshot, atMs, { cost, offer: 0 }), snapshot.terms.policy);
    return { ...reading, asks: [...reading.asks], cost, coverage } satisfies MessageVerdict;
  });

  return { project, checkMessage };
};

const plannedMs = (when: When | undefined, nowAtMs: number, { timeZone }: Terms) =>
  Effect.gen(function* () {
    if (when === undefined) return null;
    const atMs = whenMs(when, timeZone);
    if (atMs < nowAtMs - dayMs || atMs > nowAtMs + plannedDaysMax * dayMs) {
      return yield* invalid("/on", "not-ahead", "Give a day from today on, within ten years.");
    }
    return Math.max(atMs, nowAtMs);
  });

/** The account as if a gift were made now. A guess counts as guesses do. */
const withGift = (snapshot: Snapshot, gift: ProjectionQuestion["gift"], atMs: number): Snapshot => {
  if (gift === undefined) return snapshot;
  const { policy } = snapshot.terms;
  const { accounts } = snapshot;
  const amount = policy.q.estimated * epOf(gift);
  const mine = accountAfter(accounts.mine, { atMs, amount }, policy);
  const theirs = accountAt(accounts.theirs, atMs, policy);
  // Tallies stand at the instant of the account, so they move with it.
  const span = { fromMs: accounts.mine.atMs, toMs: atMs };
  const tallies = talliesAt(accounts.tallies, span, policy);
  const gifts = accounts.gifts + 1;
  return { ...snapshot, accounts: { ...accounts, mine, theirs, gifts, tallies } };
};

/** What the standing itself has to reach: the ask and what is reserved, less offer and allowance. */
const leastOf = ({ needed, offered, reserved }: Coverage, { overdraft }: EquityPolicy) =>
  needed - offered + reserved - overdraft;

/** Of the grace, as much as may be planned with: what is said to hold has to hold, rounded or not. */
const plannedGrace = 0.999;

/** What only begins after a century never does. */
const aheadDaysMax = 36_500;

/** The last moment whose year has four digits: what lasts longer lasts. */
const latestMs = 253_402_300_799_999;

/** What open asks hold together from an instant on, until the next of them runs out. */
interface Hold {
  readonly fromMs: number;
  readonly reserved: number;
}

const heldFrom = (
  open: ReadonlyArray<Ask>,
  reserved: number,
  nowAtMs: number,
): ReadonlyArray<Hold> => {
  let left = reserved;
  const later = open
    .map((ask) => ({ fromMs: msOf(ask.expiresAt), freed: ask.reserved }))
    .toSorted((a, b) => a.fromMs - b.fromMs)
    .map(({ fromMs, freed }): Hold => ({ fromMs, reserved: (left -= freed) }));
  return [{ fromMs: nowAtMs, reserved }, ...later];
};

const heldAt = (holds: ReadonlyArray<Hold>, atMs: number): number =>
  holds.findLast(({ fromMs }) => fromMs <= atMs)?.reserved ?? 0;

/** From when until when the ask is earned, with room after the last one, and as open asks run out. */
const spanOf = (
  after: Snapshot,
  {
    coverage,
    holds,
    nowAtMs,
  }: { readonly coverage: Coverage; readonly holds: ReadonlyArray<Hold>; readonly nowAtMs: number },
) => {
  const { policy } = after.terms;
  const spacedMs =
    after.lastAskMs === null ? nowAtMs : after.lastAskMs + daysBetweenAsksOf(policy) * dayMs;
  const spans = holds.map((hold, index) => {
    const least =
      leastOf({ ...coverage, reserved: hold.reserved }, policy) - plannedGrace * policy.grace;
    const startMs = Math.ceil(Math.max(hold.fromMs, spacedMs));
    const endMs = holds[index + 1]?.fromMs ?? Number.POSITIVE_INFINITY;
    const { fromMs, untilMs } = earnedSpan(after.accounts.mine, least, startMs, policy);
    return {
      fromMs: fromMs ?? Number.POSITIVE_INFINITY,
      untilMs: untilMs ?? Number.POSITIVE_INFINITY,
      endMs,
    };
  });
  const first = spans.findIndex(({ fromMs, endMs }) => fromMs < endMs);
  const startMs = spans[first]?.fromMs ?? Number.POSITIVE_INFINITY;
  const isNever = startMs > nowAtMs + aheadDaysMax * dayMs || startMs > latestMs;
  if (isNever) return { earnedFrom: null, earnedUntil: null };
  // With every ask that runs out less is held, so what is earned at that moment stays so for longer.
  const last = spans.slice(first).find(({ untilMs, endMs }) => untilMs < endMs) ?? spans.at(-1);
  const untilMs = last?.untilMs ?? Number.POSITIVE_INFINITY;
  return {
    earnedFrom: instantOf(startMs),
    earnedUntil: untilMs > latestMs ? null : instantOf(untilMs),
  };
};

/** The gift that has to be made now, so that the ask is earned on a later day (MODEL 2.4). */
const giftFor = (
  snapshot: Snapshot,
  {
    nowAtMs,
    onMs,
    ...asked
  }: {
    readonly cost: number;
    readonly offer: number;
    readonly nowAtMs: number;
    readonly onMs: number;
  },
): number | null => {
  const { policy } = snapshot.terms;
  const verdict = mayAsk(askTermsAt(snapshot, onMs, asked), policy);
  const now = accountAt(snapshot.accounts.mine, nowAtMs, policy);
  const days = daysBetween(nowAtMs, onMs);
  if (policy.q.estimated === 0) return null;
  if (verdict.shortfall === 0) return 0;
  // What is said to be enough has to be enough, so all of the grace is left for rounding.
  const posting = postingThatReaches(leastOf(verdict, policy), now, days, policy);
  return posting / policy.q.estimated;
};
