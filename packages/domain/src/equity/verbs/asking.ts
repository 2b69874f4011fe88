/** Asks: judged, opened, and ended. */
import * as Effect from "effect/Effect";
import type { IdSource } from "../../identity/IdSource.ts";
import { dayMs, epOf, equityOf, mayAsk, trustOf } from "../rules.ts";
import { invalid } from "../../input/errors.ts";
import { dayOf, instantOf, msOf, nowMs } from "../../time/moments.ts";
import type { When } from "../../time/schema.ts";
import { askOf, grantedTransfer, sameAsk, sameTransfer } from "../drafts.ts";
import type { EquityStore, Snapshot, Terms } from "../EquityStore.ts";
import {
  AskConflict,
  AskNotCovered,
  AskNotFound,
  AskRefusedBefore,
  EntryConflict,
} from "../errors.ts";
import type { Ask, AskDraft, AskId, AskQuestion, EntryId, GrantDraft } from "../schema.ts";
import { type Ground, momentOf } from "./ground.ts";

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

export const askingOver = (
  store: EquityStore["Service"],
  ids: IdSource["Service"],
  { snapshotOf, accountOn, append }: Ground,
) => {
  const judge = Effect.fnUntraced(function* (
    question: AskQuestion,
    atMs: number,
    snapshot: Snapshot,
  ) {
    // A clock that was set back must not hide the last entries from a verdict.
    const judgedMs = Math.max(atMs, snapshot.accounts.mine.atMs);
    const account = yield* accountOn(question.partnerId, judgedMs, snapshot);
    return mayAsk(
      {
        equity: equityOf(account),
        reserved: snapshot.reserved,
        cost: epOf(question.cost),
        offer: epOf(question.offer ?? 0),
        trust: trustOf(0, 0),
        evidence: "estimated",
        gifts: snapshot.accounts.gifts,
        firstAsk: !snapshot.hasAsked,
      },
      snapshot.terms.policy,
    );
  });

  const coverage = Effect.fn("RelationshipEquity.coverage")(function* (question: AskQuestion) {
    return yield* judge(question, yield* nowMs, yield* snapshotOf(question.partnerId));
  });

  /** The refusal is kept, so it has to be committed before it is raised. */
  const judged = Effect.fnUntraced(function* (draft: AskDraft, id: AskId, atMs: number) {
    const { partnerId } = draft;
    const snapshot = yield* snapshotOf(partnerId);
    if (draft.id !== undefined) {
      if ((yield* store.refusedBy(id)) !== undefined)
        return yield* new AskRefusedBefore({ askId: id });
      const known = yield* store.askById(id);
      if (known !== undefined) return yield* sameAsk(known, draft);
    }
    if (draft.overrides !== undefined) {
      const refusedBy = yield* store.refusedBy(draft.overrides);
      if (refusedBy !== partnerId) return yield* new AskNotFound({ askId: draft.overrides });
    }
    const { terms } = snapshot;
    const verdict = yield* judge(draft, atMs, snapshot);
    const { policyVersion } = terms;
    if (verdict.verdict === "not-yet" && draft.overrideReason === undefined) {
      const cost = epOf(draft.cost);
      const offer = epOf(draft.offer ?? 0);
      yield* store.refuseAsk({ id, partnerId, cost, offer, coverage: verdict, policyVersion });
      const { waitDays } = verdict;
      const coveredFromMs = waitDays === null ? null : Math.ceil(atMs + waitDays * dayMs);
      return new AskNotCovered({
        askId: id,
        partnerId,
        what: draft.what,
        cost,
        offer,
        coverage: verdict,
        coveredFromMs,
      });
    }
    return yield* store.openAsk(askOf(draft, id, { verdict, atMs, terms }));
  });

  const ask = Effect.fn("RelationshipEquity.ask")(function* (draft: AskDraft) {
    const id = draft.id ?? ((yield* ids.next) as AskId);
    const outcome = yield* store.atomically(judged(draft, id, yield* nowMs));
    return outcome instanceof AskNotCovered ? yield* outcome : outcome;
  });

  const askById = Effect.fn("RelationshipEquity.askById")(function* (askId: AskId) {
    return (yield* store.askById(askId)) ?? (yield* new AskNotFound({ askId }));
  });

  /** Ending an ask the same way again is the same result again. */
  const close = Effect.fnUntraced(function* (askId: AskId, state: "declined" | "withdrawn") {
    const closedAt = instantOf(yield* nowMs);
    return yield* store.atomically(
      Effect.gen(function* () {
        const before = yield* askById(askId);
        if (before.state === state) return before;
        if (before.state !== "open") return yield* new AskConflict({ askId, field: "state" });
        const after: Ask = { ...before, state, closedAt };
        yield* store.closeAsk(before, after);
        return after;
      }),
    );
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
        if (before.state !== "open" && !isAgain) {
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
          yield* sameTransfer(known, entry, draft.at, terms.timeZone);
          return before;
        }
        const after: Ask = {
          ...before,
          state: "granted",
          closedAt: instantOf(nowAtMs),
          entryId,
        };
        yield* append(entry, 0, snapshot);
        yield* store.closeAsk(before, after);
        return after;
      }),
    );
  });

  return {
    coverage,
    ask,
    askById,
    grant,
    decline: (askId: AskId) => close(askId, "declined"),
    withdraw: (askId: AskId) => close(askId, "withdrawn"),
  };
};
