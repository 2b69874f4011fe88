import * as Context from "effect/Context";
import type * as Effect from "effect/Effect";
import type { CursorInvalid } from "../page/errors.ts";
import type { Page, PageRequest } from "../page/page.ts";
import type {
  Acquaintance,
  AcquaintanceKind,
  Circle,
  Partner,
  PartnerId,
  PartnerKind,
  TagCount,
} from "./schema.ts";

/** Which partners a list shows. What is left out does not narrow it. */
export interface PartnerFilter {
  /** Words of name, organisation, role, tags, notes and goals; typing errors are forgiven. */
  readonly search?: string | undefined;
  readonly tag?: string | undefined;
  /** This circle and those within it; none: those in no circle. */
  readonly circle?: Circle | "none" | undefined;
  readonly kind?: PartnerKind | undefined;
  readonly organisation?: string | undefined;
  /** Those put away instead of those in use. */
  readonly archived?: boolean | undefined;
}

/** The order of a list. `ranked`: these first, as they stand, and after them the others by name. */
export type PartnerOrder =
  | "name"
  | "best-match"
  | "circle"
  | "added"
  | "last-contact"
  | { readonly ranked: ReadonlyArray<PartnerId>; readonly name: string };

/** Where partners are kept. Every adapter passes the contract suite of the store package. */
export class PartnerStore extends Context.Service<
  PartnerStore,
  {
    /** All or nothing, and no other writer in between. */
    readonly atomically: <A, E, R>(effect: Effect.Effect<A, E, R>) => Effect.Effect<A, E, R>;
    readonly byId: (partnerId: PartnerId) => Effect.Effect<Partner | undefined>;
    readonly byIds: (partnerIds: ReadonlyArray<PartnerId>) => Effect.Effect<ReadonlyArray<Partner>>;
    /** Whom a merged partner became part of; undefined: nobody. */
    readonly mergedInto: (partnerId: PartnerId) => Effect.Effect<PartnerId | undefined>;
    /**
     * Partners that carry one of these identity keys (`identityKeysOf`), oldest first, each with the
     * keys it carries: also those of partners that became part of it.
     */
    readonly byIdentity: (
      keys: ReadonlyArray<string>,
    ) => Effect.Effect<ReadonlyArray<KnownPartner>>;
    readonly insert: (partners: ReadonlyArray<Partner>) => Effect.Effect<void>;
    /** Replaces the partner with this id. */
    readonly update: (before: Partner, after: Partner) => Effect.Effect<void>;
    /** Forgets a partner that has no entries and no asks. */
    readonly remove: (partner: Partner) => Effect.Effect<void>;
    /**
     * Entries, asks (refused ones too), a policy of its own, a merge, or contacts other than these
     * name this partner.
     */
    readonly isUsed: (
      partnerId: PartnerId,
      exceptContacts?: ReadonlyArray<string>,
    ) => Effect.Effect<boolean>;
    readonly page: (
      request: PageRequest & { readonly filter: PartnerFilter; readonly order: PartnerOrder },
    ) => Effect.Effect<Page<Partner>, CursorInvalid>;
    /** How many a filter shows. */
    readonly count: (filter: PartnerFilter) => Effect.Effect<number>;
    /** Tags of partners in use, those on most of them first. */
    readonly tags: (limit: number) => Effect.Effect<ReadonlyArray<TagCount>>;
    /** How many partners in use are in each circle itself. */
    readonly circleCounts: Effect.Effect<Readonly<Record<Circle, number>>>;

    readonly acquaintances: (partnerId: PartnerId) => Effect.Effect<ReadonlyArray<Acquaintance>>;
    /** Whether it was not so before. `knows` and `works-with` hold both ways. */
    readonly relate: (
      partnerId: PartnerId,
      otherId: PartnerId,
      kind: AcquaintanceKind,
    ) => Effect.Effect<boolean>;
    readonly unrelate: (
      partnerId: PartnerId,
      otherId: PartnerId,
      kind: AcquaintanceKind,
    ) => Effect.Effect<boolean>;

    /** Partners that have one of these keys in common (`blockKeysOf`), some of them. */
    readonly sharingBlocks: (
      keys: ReadonlyArray<string>,
      limit: number,
    ) => Effect.Effect<ReadonlyArray<Partner>>;
    /** Groups of partners in use that have a key in common. Keys of very many say nothing. */
    readonly blocks: Effect.Effect<ReadonlyArray<ReadonlyArray<PartnerId>>>;
    /** Pairs that were said to be two, of these partners. */
    readonly toldApart: (
      partnerIds: ReadonlyArray<PartnerId>,
    ) => Effect.Effect<ReadonlyArray<readonly [PartnerId, PartnerId]>>;
    readonly tellApart: (
      oneId: PartnerId,
      otherId: PartnerId,
      areTwo: boolean,
    ) => Effect.Effect<void>;
    /** Works out anew what is found by, where an earlier version had kept it otherwise. */
    readonly catchUp: Effect.Effect<void>;
  }
>()("@comity/domain/partner/PartnerStore") {}

export interface KnownPartner {
  readonly partner: Partner;
  readonly keys: ReadonlyArray<string>;
}
