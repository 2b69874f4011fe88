import * as Context from "effect/Context";
import type * as Effect from "effect/Effect";
import type { CursorInvalid } from "../page/errors.ts";
import type { Page, PageRequest } from "../page/page.ts";
import type { Partner, PartnerId } from "./schema.ts";

/** Where partners are kept. Every adapter passes the contract suite of the store package. */
export class PartnerStore extends Context.Service<
  PartnerStore,
  {
    /** All or nothing, and no other writer in between. */
    readonly atomically: <A, E, R>(effect: Effect.Effect<A, E, R>) => Effect.Effect<A, E, R>;
    readonly byId: (partnerId: PartnerId) => Effect.Effect<Partner | undefined>;
    /** Partners that carry one of these identity keys (`identityKeysOf`), oldest first. */
    readonly byIdentity: (keys: ReadonlyArray<string>) => Effect.Effect<ReadonlyArray<Partner>>;
    readonly insert: (partners: ReadonlyArray<Partner>) => Effect.Effect<void>;
    /** Replaces the partner with this id. */
    readonly update: (before: Partner, after: Partner) => Effect.Effect<void>;
    /** Forgets a partner that has no entries and no asks. */
    readonly remove: (partner: Partner) => Effect.Effect<void>;
    /** By name, then id. `search` matches the beginnings of words of name, organisation and role. */
    readonly page: (
      request: PageRequest & { readonly search: string },
    ) => Effect.Effect<Page<Partner>, CursorInvalid>;
  }
>()("@comity/domain/partner/PartnerStore") {}
