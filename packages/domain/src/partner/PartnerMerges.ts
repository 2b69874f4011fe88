import * as Context from "effect/Context";
import * as Effect from "effect/Effect";
import * as Layer from "effect/Layer";
import { IdSource } from "../identity/IdSource.ts";
import { InputInvalid, invalid } from "../input/errors.ts";
import { now } from "../time/moments.ts";
import {
  type ExternalIdTaken,
  MergeBuried,
  MergeConflict,
  MergeNotFound,
  PartnerNotFound,
} from "./errors.ts";
import { ownExternalIdsOver } from "./externalIds.ts";
import { Ledgers } from "./Ledgers.ts";
import { type KeptMerge, MergeStore } from "./MergeStore.ts";
import { withRoom } from "./Partners.ts";
import { PartnerStore } from "./PartnerStore.ts";
import {
  contradictingFields,
  likenessOf,
  type LimitedField,
  mergedPartner,
  overfullFields,
  partnerChangedBy,
  partnerReverted,
} from "./rules.ts";
import type { Merge, MergeDraft, MergeId, MergePreview, Partner, PartnerId } from "./schema.ts";

/** Two partners that turn out to be one, and the way back. */
export class PartnerMerges extends Context.Service<
  PartnerMerges,
  {
    /** What the two would become, field by field. Keeps nothing. */
    readonly preview: (
      partnerId: PartnerId,
      otherId: PartnerId,
    ) => Effect.Effect<MergePreview, PartnerNotFound | InputInvalid>;
    /**
     * Makes them one: the first stays, with the ledgers of both. Whoever has the id of the other is
     * led to it. The same id with the same partners is the same merge again. What both have too much of
     * is not cut off: the refusal asks what to keep.
     */
    readonly merge: (
      partnerId: PartnerId,
      draft: MergeDraft,
    ) => Effect.Effect<Merge, PartnerNotFound | MergeConflict | ExternalIdTaken | InputInvalid>;
    /** Makes them two again. Fields that were edited since stay as they are. */
    readonly undo: (
      mergeId: MergeId,
    ) => Effect.Effect<Merge, MergeNotFound | MergeBuried | ExternalIdTaken>;
    /** Of a partner, those that were not undone, newest first. */
    readonly standing: (
      partnerId: PartnerId,
    ) => Effect.Effect<ReadonlyArray<Merge>, PartnerNotFound>;
  }
>()("@comity/domain/partner/PartnerMerges") {
  static readonly layerNoDeps = Layer.effect(
    PartnerMerges,
    Effect.gen(function* () {
      const partners = yield* PartnerStore;
      const merges = yield* MergeStore;
      const ledgers = yield* Ledgers;
      const ids = yield* IdSource;
      const withOwnExternalIds = ownExternalIdsOver(partners);

      const byId = Effect.fnUntraced(function* (partnerId: PartnerId) {
        const partner = yield* partners.byId(partnerId);
        if (partner !== undefined) return partner;
        const mergedInto = (yield* partners.mergedInto(partnerId)) ?? null;
        return yield* new PartnerNotFound({ partnerId, mergedInto });
      });

      const both = Effect.fnUntraced(function* (partnerId: PartnerId, otherId: PartnerId) {
        if (partnerId === otherId) {
          return yield* invalid("/otherId", "same", "Name another partner than this one.");
        }
        return { kept: yield* byId(partnerId), other: yield* byId(otherId) };
      });

      const preview = Effect.fn("PartnerMerges.preview")(function* (
        partnerId: PartnerId,
        otherId: PartnerId,
      ) {
        const { kept, other } = yield* both(partnerId, otherId);
        return {
          kept,
          other,
          likeness: likenessOf(kept, other),
          proposed: mergedPartner(kept, other),
          differing: [...contradictingFields(kept, other)],
          overfull: [...overfullFields(kept, other)],
        } satisfies MergePreview;
      });

      const joined = Effect.fnUntraced(function* (
        id: MergeId,
        partnerId: PartnerId,
        { otherId, result = {} }: MergeDraft,
      ) {
        const { kept, other } = yield* both(partnerId, otherId);
        const undecided = overfullFields(kept, other).filter(
          (field) => result[field] === undefined,
        );
        if (undecided.length > 0) return yield* overfull(undecided);
        const at = yield* now;
        const after: Partner = {
          ...partnerChangedBy(mergedPartner(kept, other), result),
          updatedAt: at,
          version: kept.version + 1,
        };
        yield* withRoom(after);
        yield* withOwnExternalIds(after, [otherId]);
        const merge: KeptMerge = {
          id,
          partnerId,
          otherId,
          otherName: other.name,
          mergedAt: at,
          undoneAt: null,
          before: kept,
          after,
          other,
        };
        yield* merges.join(merge);
        yield* ledgers.refold([partnerId]);
        return mergeOf(merge);
      });

      const merge = Effect.fn("PartnerMerges.merge")(function* (
        partnerId: PartnerId,
        draft: MergeDraft,
      ) {
        const id = draft.id ?? ((yield* ids.next) as MergeId);
        return yield* partners.atomically(
          Effect.gen(function* () {
            const known = yield* merges.byId(id);
            if (known === undefined) return yield* joined(id, partnerId, draft);
            const isSame = known.partnerId === partnerId && known.otherId === draft.otherId;
            if (isSame) return mergeOf(known);
            return yield* new MergeConflict({ mergeId: id });
          }),
        );
      });

      const undo = Effect.fn("PartnerMerges.undo")(function* (mergeId: MergeId) {
        return yield* partners.atomically(
          Effect.gen(function* () {
            const known = yield* merges.byId(mergeId);
            if (known === undefined) return yield* new MergeNotFound({ mergeId });
            if (known.undoneAt !== null) return mergeOf(known);
            const current = yield* partners.byId(known.partnerId);
            if (current === undefined) {
              const laterId = (yield* merges.intoAnother(known.partnerId)) ?? null;
              return yield* new MergeBuried({ mergeId, laterId });
            }
            const at = yield* now;
            const undone: KeptMerge = { ...known, undoneAt: at };
            yield* withOwnExternalIds(known.other, [known.partnerId]);
            const reverted = partnerReverted(current, known.before, known.after);
            yield* merges.part(undone, {
              ...reverted,
              externalIds: withoutThoseOf(known.other, reverted),
              updatedAt: at,
              version: current.version + 1,
            });
            yield* ledgers.refold([known.partnerId, known.otherId]);
            return mergeOf(undone);
          }),
        );
      });

      const standing = Effect.fnUntraced(function* (partnerId: PartnerId) {
        yield* byId(partnerId);
        return (yield* merges.standing(partnerId)).map(mergeOf);
      });

      return PartnerMerges.of({ preview, merge, undo, standing });
    }),
  );
}

/** Nothing that one of them has is lost unsaid. */
const overfull = (fields: ReadonlyArray<LimitedField>) =>
  new InputInvalid({
    issues: fields.map((field) => ({
      pointer: `/result/${field}`,
      code: "too_big",
      message: `There is no room for the ${wordsOf[field] ?? field} of both. Say in \`result.${field}\` what to keep.`,
    })),
  });

const wordsOf: Partial<Record<LimitedField, string>> = { externalIds: "external ids" };

/** What another system calls a partner goes with whom it was said of. */
const withoutThoseOf = (other: Partner, { externalIds }: Partner): Array<string> =>
  externalIds.filter((id) => !other.externalIds.includes(id));

const mergeOf = (kept: KeptMerge): Merge => {
  const { id, partnerId, otherId, otherName, mergedAt, undoneAt } = kept;
  return { id, partnerId, otherId, otherName, mergedAt, undoneAt };
};
