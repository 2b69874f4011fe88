import * as Context from "effect/Context";
import * as Effect from "effect/Effect";
import * as Layer from "effect/Layer";
import { IdSource } from "../identity/IdSource.ts";
import type { InputInvalid } from "../input/errors.ts";
import type { CursorInvalid } from "../page/errors.ts";
import type { Page, PageRequest } from "../page/page.ts";
import { PartnerNotFound } from "../partner/errors.ts";
import type { PartnerId } from "../partner/schema.ts";
import { instantOf, nowMs } from "../time/moments.ts";
import { isSameMoment, pastMs } from "../time/past.ts";
import { ContactStore } from "./ContactStore.ts";
import { ContactConflict } from "./errors.ts";
import { differingField, usuallyBy } from "./rules.ts";
import type { Contact, ContactDraft, ContactId } from "./schema.ts";

/** When the two of you met, spoke or wrote, without anything being given. */
export class Contacts extends Context.Service<
  Contacts,
  {
    /** Writes down a contact. The same id with the same content is the same contact again. */
    readonly record: (
      draft: ContactDraft,
    ) => Effect.Effect<Contact, PartnerNotFound | ContactConflict | InputInvalid>;
    /** Of a partner, the newest first. */
    readonly page: (
      partnerId: PartnerId,
      request: PageRequest,
    ) => Effect.Effect<Page<Contact>, PartnerNotFound | CursorInvalid>;
    /** Forgets a contact. One that is gone stays gone; recording it again brings it back. */
    readonly remove: (contactId: ContactId) => Effect.Effect<void>;
  }
>()("@comity/domain/contact/Contacts") {
  static readonly layerNoDeps = Layer.effect(
    Contacts,
    Effect.gen(function* () {
      const store = yield* ContactStore;
      const ids = yield* IdSource;
      return Contacts.of(contactsOver(store, ids));
    }),
  );
}

const contactsOver = (store: ContactStore["Service"], ids: IdSource["Service"]) => {
  const mustExist = Effect.fnUntraced(function* (partnerId: PartnerId) {
    if (!(yield* store.hasPartner(partnerId))) return yield* new PartnerNotFound({ partnerId });
  });

  const record = Effect.fn("Contacts.record")(function* (draft: ContactDraft) {
    const id = draft.id ?? ((yield* ids.next) as ContactId);
    const nowAtMs = yield* nowMs;
    return yield* store.atomically(
      Effect.gen(function* () {
        yield* mustExist(draft.partnerId);
        const timeZone = yield* store.timeZone;
        const atMs = yield* pastMs(draft.at, nowAtMs, timeZone);
        const made = contactOf(draft, { id, atMs, nowAtMs });
        const known = draft.id === undefined ? undefined : yield* store.byId(id);
        if (known !== undefined) return yield* same(known, made, { when: draft.at, timeZone });
        yield* store.insert([made]);
        return made;
      }),
    );
  });

  const page = Effect.fnUntraced(function* (partnerId: PartnerId, request: PageRequest) {
    yield* mustExist(partnerId);
    return yield* store.page(partnerId, request);
  });

  const remove = Effect.fn("Contacts.remove")(function* (contactId: ContactId) {
    yield* store.atomically(
      Effect.gen(function* () {
        const known = yield* store.byId(contactId);
        if (known !== undefined) yield* store.remove(known);
      }),
    );
  });

  return { record, page, remove };
};

const contactOf = (
  { partnerId, means = "other", by, note }: ContactDraft,
  {
    id,
    atMs,
    nowAtMs,
  }: { readonly id: ContactId; readonly atMs: number; readonly nowAtMs: number },
): Contact => ({
  id,
  partnerId,
  at: instantOf(atMs),
  means,
  by: by ?? usuallyBy(means),
  note: note ?? "",
  recordedAt: instantOf(nowAtMs),
});

/** The contact that is known under this id, if it says the same. */
const same = (
  known: Contact,
  made: Contact,
  retold: Parameters<typeof isSameMoment>[1],
): Effect.Effect<Contact, ContactConflict> => {
  const field =
    differingField(known, made) ??
    (known.at === made.at || isSameMoment(known, retold) ? undefined : "at");
  return field === undefined
    ? Effect.succeed(known)
    : new ContactConflict({ contactId: known.id, field });
};
