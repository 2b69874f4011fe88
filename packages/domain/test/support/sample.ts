/** One partner, one moment, and drafts that a test changes one field of. */
import * as Effect from "effect/Effect";
import { TestClock } from "effect/testing";
import { RelationshipEquity } from "@comity/domain/equity";
import { AskDraft, AskId, EntryId, GrantDraft, TransferDraft } from "@comity/domain/equity/schema";
import { Partners } from "@comity/domain/partner";
import { PartnerDraft, PartnerId } from "@comity/domain/partner/schema";

const uuid = (number: number): string =>
  `01890a5d-ac96-7000-8000-${number.toString(16).padStart(12, "0")}`;

export const partnerId = (number: number): PartnerId => PartnerId.parse(uuid(number));
export const entryId = (number: number): EntryId => EntryId.parse(uuid(number));
export const askId = (number: number): AskId => AskId.parse(uuid(number));

export const ana = partnerId(0xa);
export const ben = partnerId(0xb);

export const startMs = Date.parse("2026-03-02T09:00:00.000Z");

type Given<Schema extends { readonly _zod: { readonly input: unknown } }> = Partial<
  Record<keyof Schema["_zod"]["input"], unknown>
>;

/** Something I did for Ana, seen with my own eyes. */
export const gift = (given: Given<typeof TransferDraft> = {}): TransferDraft =>
  TransferDraft.parse({
    from: "me",
    to: ana,
    benefit: "M",
    cost: "S",
    evidence: "observed",
    ...given,
  });

export const askDraft = (given: Given<typeof AskDraft> = {}): AskDraft =>
  AskDraft.parse({ partnerId: ana, what: "Introduce me to Cleo", cost: "M", ...given });

export const grantDraft = (given: Given<typeof GrantDraft> = {}): GrantDraft =>
  GrantDraft.parse(given);

/** The service, at the start, with Ana and Ben known. */
export const opened = Effect.gen(function* () {
  yield* TestClock.setTime(startMs);
  const partners = yield* Partners;
  yield* partners.add(PartnerDraft.parse({ id: ana, name: "Ana Lima" }));
  yield* partners.add(PartnerDraft.parse({ id: ben, name: "Ben Okafor" }));
  return yield* RelationshipEquity;
});
