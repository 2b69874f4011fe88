/** Facts: written down, and taken back. */
import * as Effect from "effect/Effect";
import type { IdSource } from "../../identity/IdSource.ts";
import { instantOf, nowMs } from "../../time/moments.ts";
import { isGift, partnerIdOf, sameReversal, sameTransfer, transferOf } from "../drafts.ts";
import type { EquityStore } from "../EquityStore.ts";
import { EntryConflict, EntryNotFound } from "../errors.ts";
import { reversedPosting } from "../rules.ts";
import type { EntryId, Reversal, ReversalDraft, TransferDraft } from "../schema.ts";
import { type Ground, momentOf } from "./ground.ts";

export const recordingOver = (
  store: EquityStore["Service"],
  ids: IdSource["Service"],
  { snapshotOf, append }: Ground,
) => {
  const record = Effect.fn("RelationshipEquity.record")(function* (draft: TransferDraft) {
    const partnerId = yield* partnerIdOf(draft);
    const id = draft.id ?? ((yield* ids.next) as EntryId);
    const nowAtMs = yield* nowMs;
    return yield* store.atomically(
      Effect.gen(function* () {
        const snapshot = yield* snapshotOf(partnerId);
        const known = draft.id === undefined ? undefined : yield* store.entryById(draft.id);
        const atMs = yield* momentOf(draft.at, nowAtMs, snapshot.terms);
        const made = transferOf({ ...draft, id }, partnerId, { atMs, nowAtMs }, snapshot.terms);
        if (known !== undefined)
          return yield* sameTransfer(known, made, draft.at, snapshot.terms.timeZone);
        yield* append(made, isGift(made) ? 1 : 0, snapshot);
        return made;
      }),
    );
  });

  const reverse = Effect.fn("RelationshipEquity.reverse")(function* (
    entryId: EntryId,
    draft: ReversalDraft,
  ) {
    const id = draft.id ?? ((yield* ids.next) as EntryId);
    const recordedAt = instantOf(yield* nowMs);
    return yield* store.atomically(
      Effect.gen(function* () {
        const entry = yield* store.entryById(entryId);
        if (entry === undefined) return yield* new EntryNotFound({ entryId });
        const known = yield* store.entryById(id);
        if (known !== undefined) return yield* sameReversal(known, entryId, draft);
        const isTaken = (yield* store.reversalOf(entryId)) !== undefined;
        if (isTaken || entry.kind === "reversal") {
          return yield* new EntryConflict({ entryId, field: "reverses" });
        }
        const reversal: Reversal = {
          kind: "reversal",
          id,
          partnerId: entry.partnerId,
          at: entry.at,
          recordedAt,
          note: draft.note ?? "",
          posting: reversedPosting(entry.posting),
          reverses: entryId,
        };
        const snapshot = yield* snapshotOf(entry.partnerId);
        yield* append(reversal, isGift(entry) ? -1 : 0, snapshot);
        return reversal;
      }),
    );
  });

  return { record, reverse };
};
