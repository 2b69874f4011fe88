import * as Context from "effect/Context";
import * as Effect from "effect/Effect";
import * as Layer from "effect/Layer";
import { IdSource } from "../identity/IdSource.ts";
import { isWanted, type WantedVersion } from "../input/versions.ts";
import type { CursorInvalid } from "../page/errors.ts";
import type { Page, PageRequest } from "../page/page.ts";
import { now } from "../time/moments.ts";
import { PartnerConflict, PartnerNotFound, StaleVersion } from "./errors.ts";
import { PartnerStore } from "./PartnerStore.ts";
import { changedFieldsOf } from "./rules.ts";
import type { Partner, PartnerChange, PartnerDraft, PartnerId } from "./schema.ts";

/** The people and organisations you give to and ask. */
export class Partners extends Context.Service<
  Partners,
  {
    /** The same id with the same content is the same partner again. */
    readonly add: (draft: PartnerDraft) => Effect.Effect<Partner, PartnerConflict>;
    readonly byId: (partnerId: PartnerId) => Effect.Effect<Partner, PartnerNotFound>;
    /** Changes the partner if it still is at the version that was read. */
    readonly change: (
      partnerId: PartnerId,
      change: PartnerChange,
      version: WantedVersion,
    ) => Effect.Effect<Partner, PartnerNotFound | StaleVersion>;
    readonly page: (
      request: PageRequest & { readonly search: string },
    ) => Effect.Effect<Page<Partner>, CursorInvalid>;
  }
>()("@comity/domain/partner/Partners") {
  static readonly layerNoDeps = Layer.effect(
    Partners,
    Effect.gen(function* () {
      const store = yield* PartnerStore;
      const ids = yield* IdSource;

      const byId = Effect.fnUntraced(function* (partnerId: PartnerId) {
        const partner = yield* store.byId(partnerId);
        return partner ?? (yield* new PartnerNotFound({ partnerId }));
      });

      const add = Effect.fn("Partners.add")(function* (draft: PartnerDraft) {
        const id = draft.id ?? ((yield* ids.next) as PartnerId);
        const partner = partnerOf({ ...draft, id }, yield* now);
        return yield* store.atomically(
          Effect.gen(function* () {
            const known = yield* store.byId(id);
            if (known === undefined) {
              yield* store.insert([partner]);
              return partner;
            }
            const field = changedFieldsOf(known, partner)[0];
            return field === undefined
              ? known
              : yield* new PartnerConflict({ partnerId: id, field });
          }),
        );
      });

      const change = Effect.fn("Partners.change")(function* (
        partnerId: PartnerId,
        wanted: PartnerChange,
        version: WantedVersion,
      ) {
        const at = yield* now;
        return yield* store.atomically(
          Effect.gen(function* () {
            const before = yield* byId(partnerId);
            if (!isWanted(version, before.version)) {
              return yield* new StaleVersion({ partnerId, version: before.version });
            }
            const after = { ...before, ...presentOf(wanted) };
            if (changedFieldsOf(before, after).length === 0) return before;
            const changed = { ...after, updatedAt: at, version: before.version + 1 };
            yield* store.update(before, changed);
            return changed;
          }),
        );
      });

      return Partners.of({ add, byId, change, page: store.page });
    }),
  );
}

/** A draft as the partner it becomes. */
export const partnerOf = (
  draft: Omit<PartnerDraft, "id"> & { readonly id: PartnerId },
  at: Partner["createdAt"],
): Partner => ({
  id: draft.id,
  name: draft.name,
  organisation: draft.organisation ?? "",
  role: draft.role ?? "",
  emails: draft.emails ?? [],
  links: draft.links ?? [],
  notes: draft.notes ?? "",
  knownSince: draft.knownSince ?? null,
  createdAt: at,
  updatedAt: at,
  version: 1,
});

/** Without the fields that were left out, which would otherwise overwrite with nothing. */
const presentOf = (change: PartnerChange): Partial<Partner> =>
  Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
