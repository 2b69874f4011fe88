import * as Context from "effect/Context";
import * as Effect from "effect/Effect";
import * as Layer from "effect/Layer";
import { IdSource } from "../identity/IdSource.ts";
import { type InputInvalid, invalid } from "../input/errors.ts";
import { now } from "../time/moments.ts";
import { type BulkRow, BulkStore } from "./BulkStore.ts";
import { PartnerStore } from "./PartnerStore.ts";
import { changedFieldsOf, listMax, partnerBulkChangedBy, partnerReverted } from "./rules.ts";
import type { BulkDraft, BulkId, BulkResult, Partner } from "./schema.ts";

/** Rows taken back in one transaction: few enough that others do not wait long. */
const rowsAtOnce = 100;

/** One change of many partners, undone as one. */
export class PartnerBulk extends Context.Service<
  PartnerBulk,
  {
    /** All of these partners, or none. Parts of a longer list come under the same id. */
    readonly change: (draft: BulkDraft) => Effect.Effect<BulkResult, InputInvalid>;
    /** Takes a change back where it still stands. Nothing is left of it then, so again is nothing. */
    readonly undo: (bulkId: BulkId) => Effect.Effect<BulkResult>;
  }
>()("@comity/domain/partner/PartnerBulk") {
  static readonly layerNoDeps = Layer.effect(
    PartnerBulk,
    Effect.gen(function* () {
      const partners = yield* PartnerStore;
      const bulk = yield* BulkStore;
      const ids = yield* IdSource;

      const updated = Effect.fnUntraced(function* (before: Partner, after: Partner) {
        const changed = { ...after, updatedAt: yield* now, version: before.version + 1 };
        yield* partners.update(before, changed);
        return changed;
      });

      const change = Effect.fn("PartnerBulk.change")(function* (draft: BulkDraft) {
        const id = draft.id ?? ((yield* ids.next) as BulkId);
        const at = yield* now;
        const wanted = [...new Set(draft.partnerIds)];
        return yield* partners.atomically(
          Effect.gen(function* () {
            const known = yield* partners.byIds(wanted);
            const rows: Array<BulkRow> = [];
            for (const before of known) {
              const after = partnerBulkChangedBy(before, draft.change, at);
              if (changedFieldsOf(before, after).length === 0) continue;
              if (after.tags.length > listMax.tags) return yield* tooManyTags(before);
              rows.push({ before, after: yield* updated(before, after) });
            }
            yield* bulk.keep(id, rows);
            return { id, changed: rows.length, unknown: wanted.length - known.length };
          }),
        );
      });

      const undoSome = Effect.fnUntraced(function* (id: BulkId) {
        const rows = yield* bulk.rows(id, rowsAtOnce);
        let changed = 0;
        for (const { before, after } of rows) {
          const current = yield* partners.byId(before.id);
          if (current === undefined) continue;
          const reverted = partnerReverted(current, before, after);
          if (changedFieldsOf(current, reverted).length === 0) continue;
          yield* updated(current, reverted);
          changed++;
        }
        yield* bulk.forget(id, rows);
        return { rows: rows.length, changed };
      });

      const undo = Effect.fn("PartnerBulk.undo")(function* (id: BulkId) {
        let changed = 0;
        for (;;) {
          const some = yield* partners.atomically(undoSome(id));
          changed += some.changed;
          if (some.rows < rowsAtOnce) return { id, changed, unknown: 0 };
          yield* Effect.yieldNow;
        }
      });

      return PartnerBulk.of({ change, undo });
    }),
  );
}

const tooManyTags = ({ id }: Partner) =>
  invalid(
    "/change/addTags",
    "too_big",
    `A partner has at most ${listMax.tags} tags. Take some from ${id}, or leave that one out.`,
  );
