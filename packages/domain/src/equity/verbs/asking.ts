/** Asks: judged, opened, answered, and left to expire. */
import * as Effect from "effect/Effect";
import { type InputInvalid, invalid } from "../../input/errors.ts";
import { dayOf, instantOf, msOf, nowMs, withNowMs } from "../../time/moments.ts";
import type { When } from "../../time/schema.ts";
import { askCostOf } from "../catalogue/sizes.ts";
import {
  askOf,
  declinedTransfer,
  grantedTransfer,
  reversalOfFact,
  sameAsk,
  sameTransfer,
  trustAt,
} from "../drafts.ts";
import type { Snapshot, Terms } from "../EquityStore.ts";
import {
  AskConflict,
  AskNotCovered,
  AskNotFound,
  AskRefusedBefore,
  EntryConflict,
} from "../errors.ts";
import {
  type AskTerms,
  accountAt,
  dayMs,
  epOf,
  equityOf,
  isLeftOfDeclined,
  learnedFromAnswer,
  mayAsk,
  standingEntries,
  unlearnedAnswer,
} from "../rules.ts";
import type {
  Ask,
  AskDraft,
  AskId,
  AskQuestion,
  AskState,
  Coverage,
  EntryId,
  GrantDraft,
} from "../schema.ts";
import { type Ground, type LedgerPorts, momentOf } from "./ground.ts";

/** When a yes was kept. Before the ask was opened nothing of it can have been. */
const grantedAt = Effect.fnUntraced(function* (
  ask: Ask,
  when: When | undefined,
  nowAtMs: number,
  terms: Terms,
) {
  const openedMs = msOf(ask.openedAt);
  const atMs = yield* momentOf(when, nowAtMs, terms);
  // Without a moment it is now, which lies before the ask only for a clock that was set back.
  const isNowOrThatDay = when === undefined || dayOf(openedMs, terms.timeZone) === when;
  if (atMs >= openedMs || isNowOrThatDay) return Math.max(atMs, openedMs);
  return yield* invalid(
    "/at",
    "before-asked",
    "You had not asked yet. Give a moment after the ask was opened.",
  );
});

const expiredAtOnce = 100;

/** What an ask is judged by, from how the account stands at an instant. */
export const askTermsAt = (
  { accounts, reserved, lastAskMs, terms: { policy } }: Snapshot,
  atMs: number,
  question: { readonly cost: number; readonly offer: number },
): AskTerms => {
  const account = accountAt(accounts.mine, atMs, policy);
  return {
    cost: question.cost,
    offer: question.offer,
    equity: equityOf(account),
    principal: account.principal,
    reserved,
    trust: trustAt(accounts, atMs, policy),
    evidence: "estimated",
    gifts: accounts.gifts,
    firstAsk: lastAskMs === null,
    daysSinceLastAsk:
      lastAskMs === null ? Number.POSITIVE_INFINITY : Math.max(0, atMs - lastAskMs) / dayMs,
  };
};

/** A clock that was set back must not hide the last entries from a verdict. */
export const judgedMs = (atMs: number, { accounts }: Snapshot): number =>
  Math.max(atMs, accounts.mine.atMs);

const judge = (
  question: AskQuestion,
  cost: number,
  { atMs, snapshot }: { readonly atMs: number; readonly snapshot: Snapshot },
): Coverage => {
  const asked = { cost, offer: epOf(question.offer ?? 0) };
  const terms = askTermsAt(snapshot, judgedMs(atMs, snapshot), asked);
  return mayAsk(terms, snapshot.terms.policy);
};

/** What a gift would have to mean, as a guess, to cover what is missing. */
const giftFor = ({ shortfall }: Coverage, { policy }: Terms): number | null =>
  policy.q.estimated === 0 ? null : shortfall / policy.q.estimated;

export const askingOver = (
  { store, catalogue, ids }: LedgerPorts,
  { fromSnapshotAt, snapshotOf, append }: Ground,
) => {
  // Asked again with every keystroke of a page, so it is put together without generators, and a cost
  // that was said is not looked up.
  const coverage = (question: AskQuestion) =>
    withNowMs((atMs) =>
      fromSnapshotAt(question.partnerId, atMs, (snapshot): Effect.Effect<Coverage, InputInvalid> =>
        question.kindId === undefined && question.cost !== undefined
          ? Effect.succeed(judge(question, epOf(question.cost), { atMs, snapshot }))
          : Effect.map(askCostOf(catalogue, question), (cost) =>
              judge(question, cost, { atMs, snapshot }),
            ),
      ),
    );

  /** A refusal is kept, so it has to be committed before it is raised. */
  const judged = Effect.fnUntraced(function* (draft: AskDraft, id: AskId, atMs: number) {
    const { partnerId } = draft;
    const snapshot = yield* snapshotOf(partnerId);
    if (draft.id !== undefined) {
      if ((yield* store.refusedBy(id)) !== undefined)
        return yield* new AskRefusedBefore({ askId: id });
      const known = yield* store.askById(id, atMs);
      if (known !== undefined) return yield* sameAsk(known, draft);
    }
    if (draft.overrides !== undefined) {
      const refusedBy = yield* store.refusedBy(draft.overrides);
      if (refusedBy !== partnerId) return yield* new AskNotFound({ askId: draft.overrides });
    }
    const { terms } = snapshot;
    const cost = yield* askCostOf(catalogue, draft);
    const verdict = judge(draft, cost, { atMs, snapshot });
    const { policyVersion } = terms;
    if (verdict.verdict === "not-yet" && draft.overrideReason === undefined) {
      const offer = epOf(draft.offer ?? 0);
      yield* store.refuseAsk({ id, partnerId, cost, offer, coverage: verdict, policyVersion });
      const { waitDays } = verdict;
      const coveredFromMs = waitDays === null ? null : Math.ceil(atMs + waitDays * dayMs);
      const { what, kindId = null } = draft;
      return new AskNotCovered({
        askId: id,
        partnerId,
        what,
        kindId,
        cost,
        offer,
        coverage: verdict,
        giveEp: giftFor(verdict, terms),
        coveredFromMs,
      });
    }
    return yield* store.openAsk(askOf(draft, id, { cost, verdict, atMs, terms }));
  });

  const ask = Effect.fn("RelationshipEquity.ask")(function* (draft: AskDraft) {
    const id = draft.id ?? ((yield* ids.next) as AskId);
    const outcome = yield* store.atomically(judged(draft, id, yield* nowMs));
    return outcome instanceof AskNotCovered ? yield* outcome : outcome;
  });

  const askById = Effect.fn("RelationshipEquity.askById")(function* (askId: AskId) {
    return (yield* store.askById(askId, yield* nowMs)) ?? (yield* new AskNotFound({ askId }));
  });

  /** Ending an ask the same way again is the same result again. */
  const close = Effect.fnUntraced(function* (
    askId: AskId,
    state: Extract<AskState, "declined" | "withdrawn">,
    onClosed: (ask: Ask) => Effect.Effect<void, never> = () => Effect.void,
  ) {
    const closedAt = instantOf(yield* nowMs);
    return yield* store.atomically(
      Effect.gen(function* () {
        const before = yield* askById(askId);
        if (before.state === state) return before;
        if (!isAnswerable(before, state)) return yield* new AskConflict({ askId, field: "state" });
        const after: Ask = { ...before, state, closedAt };
        yield* store.keepAsk(before, after);
        yield* onClosed(after);
        return after;
      }),
    );
  });

  const declined = Effect.fnUntraced(function* (ask: Ask) {
    const snapshot = yield* Effect.orDie(snapshotOf(ask.partnerId));
    const nowAtMs = yield* nowMs;
    const id = (yield* ids.next) as EntryId;
    const entry = declinedTransfer(ask, id, nowAtMs, snapshot.terms);
    if (entry !== undefined) yield* append(entry, { entry, sign: 1 }, snapshot);
    yield* store.learn(snapshot, learnedFromAnswer(snapshot.learned, false));
  });

  const grant = Effect.fn("RelationshipEquity.grant")(function* (askId: AskId, draft: GrantDraft) {
    const fresh = draft.entryId ?? ((yield* ids.next) as EntryId);
    const nowAtMs = yield* nowMs;
    return yield* store.atomically(
      Effect.gen(function* () {
        const before = yield* askById(askId);
        const isSilent = Object.values(draft).every((said) => said === undefined);
        if (before.state === "granted" && isSilent) return before;
        const again = draft.entryId ?? before.entryId;
        const isAgain = before.state === "granted" && again === before.entryId;
        if (!isAnswerable(before, "granted") && !isAgain) {
          return yield* new AskConflict({ askId, field: "state" });
        }
        const entryId = (isAgain && before.entryId) || fresh;
        const snapshot = yield* snapshotOf(before.partnerId);
        const { terms } = snapshot;
        const atMs = yield* grantedAt(before, draft.at, nowAtMs, terms);
        const entry = grantedTransfer(before, { ...draft, entryId }, { atMs, nowAtMs }, terms);
        const known = yield* store.entryById(entryId);
        if (known !== undefined) {
          if (!isAgain) return yield* new EntryConflict({ entryId, field: "askId" });
          yield* sameTransfer(known, entry, { when: draft.at, timeZone: terms.timeZone });
          return before;
        }
        const after: Ask = {
          ...before,
          state: "granted",
          closedAt: instantOf(nowAtMs),
          entryId,
        };
        yield* append(entry, { entry, sign: 1 }, snapshot);
        yield* store.keepAsk(before, after);
        yield* store.learn(snapshot, learnedFromAnswer(snapshot.learned, true));
        return after;
      }),
    );
  });

  /** Takes back what a no had left used. */
  const undeclined = Effect.fnUntraced(function* (ask: Ask, snapshot: Snapshot) {
    const recordedAt = instantOf(yield* nowMs);
    const left = standingEntries(yield* store.entriesOfAsk(ask.id)).find(isLeftOfDeclined);
    if (left !== undefined) {
      const id = (yield* ids.next) as EntryId;
      const reversal = reversalOfFact(left, { id, note: "", recordedAt });
      yield* append(reversal, { entry: left, sign: -1 }, snapshot);
    }
    yield* store.learn(snapshot, unlearnedAnswer(snapshot.learned, false));
  });

  /** A no, or the taking back, was a slip: the ask is open again, if it still is earned. */
  const reopen = Effect.fn("RelationshipEquity.reopen")(function* (askId: AskId) {
    const atMs = yield* nowMs;
    return yield* store.atomically(
      Effect.gen(function* () {
        const before = yield* askById(askId);
        if (before.state === "open") return before;
        if (before.state !== "declined" && before.state !== "withdrawn") {
          return yield* new AskConflict({ askId, field: "state" });
        }
        if (before.state === "declined")
          yield* undeclined(before, yield* snapshotOf(before.partnerId));
        const snapshot = yield* snapshotOf(before.partnerId);
        const { partnerId, cost, offer, what, kindId } = before;
        const verdict = judge({ partnerId, cost, offer }, cost, { atMs, snapshot });
        if (verdict.verdict === "not-yet" && before.overrideReason === null) {
          const giveEp = giftFor(verdict, snapshot.terms);
          const asked = { askId, partnerId, what, kindId, cost, offer };
          return yield* new AskNotCovered({
            ...asked,
            coverage: verdict,
            giveEp,
            coveredFromMs: null,
          });
        }
        const after: Ask = { ...before, state: "open", closedAt: null };
        yield* store.keepAsk(before, after);
        return after;
      }),
    );
  });

  /** Writes down which asks ran out. Readings show them as expired from that moment on anyway. */
  const expire = Effect.gen(function* () {
    const atMs = yield* nowMs;
    for (;;) {
      const count = yield* store.atomically(
        Effect.gen(function* () {
          const overdue = yield* store.overdueAsks(atMs, expiredAtOnce);
          for (const ask of overdue) yield* store.keepAsk({ ...ask, state: "open" }, ask);
          return overdue.length;
        }),
      );
      if (count < expiredAtOnce) return;
    }
  });

  return {
    coverage,
    ask,
    askById,
    grant,
    decline: (askId: AskId) => close(askId, "declined", declined),
    withdraw: (askId: AskId) => close(askId, "withdrawn"),
    reopen,
    expire,
  };
};

/** A late answer is an answer: what ran out can still be granted or declined. */
const isAnswerable = ({ state }: Ask, answer: AskState): boolean =>
  state === "open" || (state === "expired" && answer !== "withdrawn");
