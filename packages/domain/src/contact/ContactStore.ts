import * as Context from "effect/Context";
import type * as Effect from "effect/Effect";
import type { CursorInvalid } from "../page/errors.ts";
import type { Page, PageRequest } from "../page/page.ts";
import type { PartnerId } from "../partner/schema.ts";
import type { TimeZone } from "../time/schema.ts";
import type { Contact, ContactId } from "./schema.ts";

/** Where contacts are kept. Every adapter passes the contract suite of the store package. */
export class ContactStore extends Context.Service<
  ContactStore,
  {
    /** All or nothing, and no other writer in between. */
    readonly atomically: <A, E, R>(effect: Effect.Effect<A, E, R>) => Effect.Effect<A, E, R>;
    readonly timeZone: Effect.Effect<TimeZone>;
    readonly hasPartner: (partnerId: PartnerId) => Effect.Effect<boolean>;
    readonly byId: (contactId: ContactId) => Effect.Effect<Contact | undefined>;
    readonly insert: (contacts: ReadonlyArray<Contact>) => Effect.Effect<void>;
    readonly remove: (contact: Contact) => Effect.Effect<void>;
    /** Of a partner, the newest first. */
    readonly page: (
      partnerId: PartnerId,
      request: PageRequest,
    ) => Effect.Effect<Page<Contact>, CursorInvalid>;
  }
>()("@comity/domain/contact/ContactStore") {}
