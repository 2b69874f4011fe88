import * as Context from "effect/Context";
import * as Effect from "effect/Effect";
import * as Layer from "effect/Layer";
import { IdSource } from "../../identity/IdSource.ts";
import { isWanted, type WantedVersion } from "../../input/versions.ts";
import { CatalogueFull, KindConflict, KindNotFound, StaleChoice } from "../errors.ts";
import { epOf, kindById, type StandardKind, standardKinds } from "../rules.ts";
import { type Kind, type KindChange, type KindDraft, type KindId, ownKindsMax } from "../schema.ts";
import { CatalogueStore } from "./CatalogueStore.ts";

/** Deposits, asks and breaches, each with both of its sizes. People add their own (MODEL 2.2). */
export class Catalogue extends Context.Service<
  Catalogue,
  {
    /** The standard kinds, as they are used here, and then your own. */
    readonly kinds: Effect.Effect<ReadonlyArray<Kind>>;
    readonly byId: (kindId: KindId) => Effect.Effect<Kind, KindNotFound>;
    /** The same id with the same content is the same kind again. */
    readonly add: (draft: KindDraft) => Effect.Effect<Kind, KindConflict | CatalogueFull>;
    /** Changes words or sizes, also of a standard kind. Entries keep the sizes they were made with. */
    readonly change: (
      kindId: KindId,
      change: KindChange,
      version: WantedVersion,
    ) => Effect.Effect<Kind, KindNotFound | StaleChoice>;
    /** Removes a kind of your own; a standard one gets its usual words and sizes back. */
    readonly remove: (
      kindId: KindId,
      version: WantedVersion,
    ) => Effect.Effect<void, KindNotFound | StaleChoice>;
  }
>()("@comity/domain/equity/catalogue/Catalogue") {
  static readonly layerNoDeps = Layer.effect(
    Catalogue,
    Effect.gen(function* () {
      const store = yield* CatalogueStore;
      const ids = yield* IdSource;

      const byId = Effect.fnUntraced(function* (kindId: KindId) {
        return (yield* kindOf(store, kindId)) ?? (yield* new KindNotFound({ kindId }));
      });

      const atVersion = Effect.fnUntraced(function* (kindId: KindId, version: WantedVersion) {
        const kind = yield* byId(kindId);
        if (isWanted(version, kind.version)) return kind;
        return yield* new StaleChoice({
          version: kind.version,
          path: `/v1/catalogue/${kindId}`,
        });
      });

      const add = Effect.fn("Catalogue.add")(function* (draft: KindDraft) {
        const id = draft.id ?? ((yield* ids.next) as KindId);
        const said = ownKind(draft, id);
        return yield* store.atomically(
          Effect.gen(function* () {
            const known = yield* store.byId(id);
            if (known !== undefined) return yield* sameKind(known, said);
            const added = (yield* store.own).filter(({ id: known }) => !isStandard(known));
            if (added.length >= ownKindsMax) {
              return yield* new CatalogueFull({ most: ownKindsMax });
            }
            const retired = (yield* store.retired).get(id) ?? 0;
            const made = { ...said, version: retired + 1 };
            yield* store.put(undefined, made);
            return made;
          }),
        );
      });

      const change = Effect.fn("Catalogue.change")(function* (
        kindId: KindId,
        wanted: KindChange,
        version: WantedVersion,
      ) {
        return yield* store.atomically(
          Effect.gen(function* () {
            const before = yield* atVersion(kindId, version);
            const after = changedKind(before, wanted);
            if (fields.every((field) => before[field] === after[field])) return before;
            yield* store.put(before.isOwn ? before : undefined, after);
            return after;
          }),
        );
      });

      const remove = Effect.fn("Catalogue.remove")(function* (
        kindId: KindId,
        version: WantedVersion,
      ) {
        yield* store.atomically(
          Effect.gen(function* () {
            const kind = yield* atVersion(kindId, version);
            if (kind.isOwn) yield* store.remove(kind);
          }),
        );
      });

      const kinds = Effect.gen(function* () {
        const own = yield* store.own;
        const retired = yield* store.retired;
        const changed = new Map(own.map((kind) => [kind.id, kind]));
        const standard = standardKinds.map(
          (kind) => changed.get(kind.id as KindId) ?? asKind(kind, retired),
        );
        return [...standard, ...own.filter(({ id }) => !isStandard(id))];
      });

      return Catalogue.of({ kinds, byId, add, change, remove });
    }),
  );
}

const fields = ["what", "received", "cost", "benefit"] as const;

const isStandard = (kindId: KindId): boolean => kindById(kindId) !== undefined;

const asKind = (kind: StandardKind, retired: ReadonlyMap<KindId, number>): Kind => ({
  ...kind,
  id: kind.id as KindId,
  isOwn: false,
  version: retired.get(kind.id as KindId) ?? 0,
});

/** A kind as it is used here: changed, or your own, or the standard one. */
export const kindOf = Effect.fnUntraced(function* (
  store: CatalogueStore["Service"],
  kindId: KindId,
) {
  const own = yield* store.byId(kindId);
  const standard = kindById(kindId);
  if (own !== undefined || standard === undefined) return own;
  return asKind(standard, yield* store.retired);
});

const ownKind = (draft: KindDraft, id: KindId): Kind => ({
  id,
  use: draft.use,
  what: draft.what,
  received: draft.received ?? draft.what,
  cost: epOf(draft.cost),
  benefit: epOf(draft.benefit),
  isOwn: true,
  version: 1,
});

const sameKind = (known: Kind, made: Kind): Effect.Effect<Kind, KindConflict> => {
  const field = (["use", ...fields] as const).find((name) => known[name] !== made[name]);
  return field === undefined
    ? Effect.succeed(known)
    : new KindConflict({ kindId: known.id, field });
};

const changedKind = (before: Kind, wanted: KindChange): Kind => ({
  ...before,
  what: wanted.what ?? before.what,
  received: wanted.received ?? before.received,
  cost: wanted.cost === undefined ? before.cost : epOf(wanted.cost),
  benefit: wanted.benefit === undefined ? before.benefit : epOf(wanted.benefit),
  isOwn: true,
  version: before.version + 1,
});
