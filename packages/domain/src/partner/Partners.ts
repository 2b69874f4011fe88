import * as Context from "effect/Context";
import * as Effect from "effect/Effect";
import * as Layer from "effect/Layer";
import { IdSource } from "../identity/IdSource.ts";
import { type InputInvalid, invalid } from "../input/errors.ts";
import { isWanted, type WantedVersion } from "../input/versions.ts";
import type { CursorInvalid } from "../page/errors.ts";
import type { Page, PageRequest } from "../page/page.ts";
import { now } from "../time/moments.ts";
import {
  type ExternalIdTaken,
  PartnerAmbiguous,
  PartnerConflict,
  PartnerInUse,
  PartnerNotFound,
  StaleVersion,
} from "./errors.ts";
import { ownExternalIdsOver } from "./externalIds.ts";
import { type PartnerFilter, type PartnerOrder, PartnerStore } from "./PartnerStore.ts";
import {
  changedFieldsOf,
  circleCadenceDays,
  circleRoom,
  circles,
  distinctTags,
  emailLookupKeysOf,
  externalKeyOf,
  listMax,
  partnerChangedBy,
  withMainAffiliation,
  withReadings,
} from "./rules.ts";
import type {
  Acquaintance,
  AcquaintanceKind,
  CircleCount,
  ImportedPartner,
  Partner,
  PartnerChange,
  PartnerDraft,
  PartnerId,
  TagCount,
} from "./schema.ts";

/** How a partner is named by who does not know the id. */
export type PartnerReference = { readonly email: string } | { readonly externalId: string };

/** The people and organisations you give to and ask. */
export class Partners extends Context.Service<
  Partners,
  {
    /**
     * The same id with the same content is the same partner again. An id that became part of another
     * partner is not given twice: the refusal names that one.
     */
    readonly add: (
      draft: PartnerDraft,
    ) => Effect.Effect<Partner, PartnerConflict | ExternalIdTaken | PartnerNotFound>;
    readonly byId: (partnerId: PartnerId) => Effect.Effect<Partner, PartnerNotFound>;
    /** Those of these partners who are there, in any order. */
    readonly byIds: (partnerIds: ReadonlyArray<PartnerId>) => Effect.Effect<ReadonlyArray<Partner>>;
    readonly byReference: (
      reference: PartnerReference,
    ) => Effect.Effect<PartnerId, PartnerNotFound | PartnerAmbiguous>;
    /** Whom a merged partner became part of; undefined: it did not. */
    readonly mergedInto: (partnerId: PartnerId) => Effect.Effect<PartnerId | undefined>;
    /** Changes the partner if it still is at the version that was read. */
    readonly change: (
      partnerId: PartnerId,
      change: PartnerChange,
      version: WantedVersion,
    ) => Effect.Effect<Partner, PartnerNotFound | StaleVersion | ExternalIdTaken | InputInvalid>;
    /** Puts a partner away, or takes it up again. Nothing does this by itself. */
    readonly archive: (
      partnerId: PartnerId,
      isArchived: boolean,
    ) => Effect.Effect<Partner, PartnerNotFound>;
    /** Forgets a partner with whom nothing is written down, such as one added by mistake. */
    readonly remove: (partnerId: PartnerId) => Effect.Effect<void, PartnerNotFound | PartnerInUse>;
    readonly page: (
      request: PageRequest & { readonly filter: PartnerFilter; readonly order: PartnerOrder },
    ) => Effect.Effect<Page<Partner>, CursorInvalid>;
    readonly count: (filter: PartnerFilter) => Effect.Effect<number>;
    readonly tags: (limit: number) => Effect.Effect<ReadonlyArray<TagCount>>;
    /** How full each circle is, with those within it. */
    readonly circles: (activeCircleMax: number) => Effect.Effect<ReadonlyArray<CircleCount>>;
    /** Works out anew what partners are found by, after an update. To be run before the first request. */
    readonly catchUp: Effect.Effect<void>;
    readonly acquaintances: (
      partnerId: PartnerId,
    ) => Effect.Effect<ReadonlyArray<Acquaintance>, PartnerNotFound>;
    /** That two partners know each other, or no longer. The same again changes nothing. */
    readonly relate: (
      partnerId: PartnerId,
      otherId: PartnerId,
      kind: AcquaintanceKind,
      isSo: boolean,
    ) => Effect.Effect<ReadonlyArray<Acquaintance>, PartnerNotFound | InputInvalid>;
  }
>()("@comity/domain/partner/Partners") {
  static readonly layerNoDeps = Layer.effect(
    Partners,
    Effect.gen(function* () {
      const store = yield* PartnerStore;
      const ids = yield* IdSource;
      const withOwnExternalIds = ownExternalIdsOver(store);

      const byId = Effect.fnUntraced(function* (partnerId: PartnerId) {
        const partner = yield* store.byId(partnerId);
        if (partner !== undefined) return partner;
        return yield* new PartnerNotFound({
          partnerId,
          mergedInto: (yield* store.mergedInto(partnerId)) ?? null,
        });
      });

      const byReference = Effect.fn("Partners.byReference")(function* (
        reference: PartnerReference,
      ) {
        const keys =
          "email" in reference
            ? emailLookupKeysOf(reference.email)
            : [externalKeyOf(reference.externalId)];
        const [first, ...others] = yield* store.byIdentity(keys);
        if (first === undefined) {
          return yield* new PartnerNotFound({ partnerId: null, mergedInto: null });
        }
        if (others.length === 0) return first.partner.id;
        const partnerIds = [first, ...others].map(({ partner }) => partner.id);
        return yield* new PartnerAmbiguous({ partnerIds });
      });

      const add = Effect.fn("Partners.add")(function* (draft: PartnerDraft) {
        const id = draft.id ?? ((yield* ids.next) as PartnerId);
        const partner = partnerOf({ ...draft, id }, yield* now);
        return yield* store.atomically(
          Effect.gen(function* () {
            const known = yield* store.byId(id);
            if (known === undefined) {
              const mergedInto = yield* store.mergedInto(id);
              if (mergedInto !== undefined) {
                return yield* new PartnerNotFound({ partnerId: id, mergedInto });
              }
              yield* withOwnExternalIds(partner);
              yield* store.insert([partner]);
              return partner;
            }
            const field = changedFieldsOf({ ...known, archivedAt: null }, partner)[0];
            return field === undefined
              ? known
              : yield* new PartnerConflict({ partnerId: id, field });
          }),
        );
      });

      const kept = Effect.fnUntraced(function* (before: Partner, after: Partner) {
        if (changedFieldsOf(before, after).length === 0) return before;
        const changed = { ...after, updatedAt: yield* now, version: before.version + 1 };
        yield* store.update(before, changed);
        return changed;
      });

      const change = Effect.fn("Partners.change")(function* (
        partnerId: PartnerId,
        wanted: PartnerChange,
        version: WantedVersion,
      ) {
        return yield* store.atomically(
          Effect.gen(function* () {
            const before = yield* byId(partnerId);
            if (!isWanted(version, before.version)) {
              return yield* new StaleVersion({ partnerId, version: before.version });
            }
            const after = partnerChangedBy(before, wanted);
            yield* withRoom(after);
            yield* withOwnExternalIds(after);
            return yield* kept(before, after);
          }),
        );
      });

      const archive = Effect.fn("Partners.archive")(function* (
        partnerId: PartnerId,
        isArchived: boolean,
      ) {
        const archivedAt = isArchived ? yield* now : null;
        return yield* store.atomically(
          Effect.gen(function* () {
            const before = yield* byId(partnerId);
            if ((before.archivedAt !== null) === isArchived) return before;
            return yield* kept(before, { ...before, archivedAt });
          }),
        );
      });

      const remove = Effect.fn("Partners.remove")(function* (partnerId: PartnerId) {
        yield* store.atomically(
          Effect.gen(function* () {
            const partner = yield* byId(partnerId);
            if (yield* store.isUsed(partnerId)) return yield* new PartnerInUse({ partnerId });
            yield* store.remove(partner);
          }),
        );
      });

      const circleCounts = Effect.fn("Partners.circles")(function* (activeCircleMax: number) {
        const counts = yield* store.circleCounts;
        let within = 0;
        return circles.map((circle): CircleCount => {
          within += counts[circle];
          return {
            circle,
            partners: within,
            most: circleRoom(circle, activeCircleMax),
            cadenceDays: circleCadenceDays[circle],
          };
        });
      });

      const acquaintances = Effect.fn("Partners.acquaintances")(function* (partnerId: PartnerId) {
        yield* byId(partnerId);
        return yield* store.acquaintances(partnerId);
      });

      const relate = Effect.fn("Partners.relate")(function* (
        partnerId: PartnerId,
        otherId: PartnerId,
        kind: AcquaintanceKind,
        isSo: boolean,
      ) {
        if (partnerId === otherId) {
          return yield* invalid("/otherId", "same", "Name another partner than this one.");
        }
        return yield* store.atomically(
          Effect.gen(function* () {
            yield* byId(partnerId);
            yield* byId(otherId);
            yield* isSo
              ? store.relate(partnerId, otherId, kind)
              : store.unrelate(partnerId, otherId, kind);
            return yield* store.acquaintances(partnerId);
          }),
        );
      });

      return Partners.of({
        add,
        byId,
        byIds: store.byIds,
        byReference,
        mergedInto: store.mergedInto,
        change,
        archive,
        remove,
        page: store.page,
        count: store.count,
        tags: store.tags,
        catchUp: store.catchUp,
        circles: circleCounts,
        acquaintances,
        relate,
      });
    }),
  );
}

/** A role or organisation in short may need a new affiliation, for which there is no room. */
export const withRoom = ({ affiliations }: Partner): Effect.Effect<void, InputInvalid> =>
  affiliations.length <= listMax.affiliations
    ? Effect.void
    : invalid(
        "/affiliations",
        "too_big",
        `There is no room for another affiliation. Say in \`affiliations\` which ones to keep.`,
      );

/** A draft, or a row of a file, as the partner it becomes. */
export const partnerOf = (
  draft: Omit<PartnerDraft, "id"> & { readonly id: PartnerId },
  at: Partner["createdAt"],
): Partner =>
  withReadings({
    id: draft.id,
    kind: draft.kind ?? "person",
    name: draft.name,
    affiliations:
      draft.affiliations ??
      withMainAffiliation([], { organisation: draft.organisation, role: draft.role }),
    emails: draft.emails ?? [],
    phones: draft.phones ?? [],
    links: draft.links ?? [],
    tags: distinctTags(draft.tags ?? []),
    notes: draft.notes ?? "",
    goals: draft.goals ?? null,
    offers: draft.offers ?? [],
    howWeMet: draft.howWeMet ?? "",
    knownSince: draft.knownSince ?? null,
    circle: draft.circle ?? null,
    cadenceDays: draft.cadenceDays ?? null,
    externalIds: draft.externalIds ?? [],
    archivedAt: null,
    createdAt: at,
    updatedAt: at,
    version: 1,
  });

/** A row of a file, as the draft that it stands for. */
export const draftOfRow = (row: ImportedPartner): Omit<ImportedPartner, "row" | "contacts"> =>
  Object.fromEntries(
    Object.entries(row).filter(([field]) => field !== "row" && field !== "contacts"),
  ) as Omit<ImportedPartner, "row" | "contacts">;
