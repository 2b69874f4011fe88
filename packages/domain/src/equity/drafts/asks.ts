/** From what a person wants to ask to the ask that is kept, and to what its answer posts. */
import * as Effect from "effect/Effect";
import { instantOf, msOf } from "../../time/moments.ts";
import type { Terms } from "../EquityStore.ts";
import { AskConflict } from "../errors.ts";
import { dayMs, epOf, reservationOf } from "../rules.ts";
import type { Ask, AskDraft, AskId, Coverage, EntryId, GrantDraft, Transfer } from "../schema.ts";
import { type Moments, transferOf } from "./facts.ts";

export const askOf = (
  draft: AskDraft,
  id: AskId,
  judged: {
    readonly cost: number;
    readonly verdict: Coverage;
    readonly atMs: number;
    readonly terms: Terms;
  },
): Omit<Ask, "seq"> => ({
  id,
  partnerId: draft.partnerId,
  what: draft.what,
  kindId: draft.kindId ?? null,
  cost: judged.cost,
  offer: epOf(draft.offer ?? 0),
  state: "open",
  openedAt: instantOf(judged.atMs),
  expiresAt: instantOf(judged.atMs + judged.terms.policy.askExpiryDays * dayMs),
  closedAt: null,
  reserved: reservationOf(judged.cost, judged.terms.policy),
  coverage: judged.verdict,
  policyVersion: judged.terms.policyVersion,
  overrideReason: draft.overrideReason ?? null,
  overrides: draft.overrides ?? null,
  entryId: null,
});

export const sameAsk = (known: Ask, draft: AskDraft): Effect.Effect<Ask, AskConflict> => {
  const said = {
    partnerId: draft.partnerId,
    what: draft.what,
    kindId: draft.kindId ?? null,
    cost: draft.cost === undefined ? known.cost : epOf(draft.cost),
    offer: epOf(draft.offer ?? 0),
    overrideReason: draft.overrideReason ?? null,
    overrides: draft.overrides ?? null,
  };
  const field = (Object.keys(said) as Array<keyof typeof said>).find(
    (name) => known[name] !== said[name],
  );
  return field === undefined ? Effect.succeed(known) : new AskConflict({ askId: known.id, field });
};

/** What a yes posts: they gave, I had asked. */
export const grantedTransfer = (
  ask: Ask,
  draft: GrantDraft & { readonly entryId: EntryId },
  moments: Moments,
  terms: Terms,
): Transfer => {
  const cost = draft.cost ?? ask.cost;
  return transferOf(
    {
      id: draft.entryId,
      from: ask.partnerId,
      to: "me",
      benefit: draft.benefit ?? cost,
      cost,
      asked: true,
      evidence: "observed",
      note: draft.note ?? ask.what,
      ...(ask.kindId === null ? {} : { kindId: ask.kindId }),
      askId: ask.id,
    },
    ask.partnerId,
    moments,
    terms,
  );
};

/** What a no leaves used, where the policy says so: asking took something, and gave nothing. */
export const declinedTransfer = (
  ask: Ask,
  id: EntryId,
  nowAtMs: number,
  terms: Terms,
): Transfer | undefined => {
  const cost = terms.policy.declinedAskShare * ask.cost;
  if (cost === 0) return undefined;
  return transferOf(
    {
      id,
      from: ask.partnerId,
      to: "me",
      benefit: 0,
      cost,
      asked: true,
      evidence: "observed",
      note: ask.what,
      askId: ask.id,
    },
    ask.partnerId,
    { atMs: Math.max(nowAtMs, msOf(ask.openedAt)), nowAtMs },
    terms,
  );
};
