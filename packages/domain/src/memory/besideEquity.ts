/** Catalogue, opening deck and links over plain maps. */
import * as Effect from "effect/Effect";
import { CatalogueStore } from "../equity/catalogue/CatalogueStore.ts";
import { ConfirmationStore } from "../equity/confirmation/ConfirmationStore.ts";
import { OpeningStore } from "../equity/opening/OpeningStore.ts";
import type { OpeningCard } from "../equity/schema.ts";
import type { Partner, PartnerId } from "../partner/schema.ts";
import { type Rollback } from "./rollback.ts";
import { pageOf, type Tables, textOrder } from "./tables.ts";

export const catalogueStoreOf = ({ atomically }: Rollback, { kinds, retired }: Tables) =>
  CatalogueStore.of({
    atomically,
    own: Effect.sync(() => kinds.all()),
    byId: (kindId) => Effect.sync(() => kinds.get(kindId)),
    put: (_before, after) => Effect.sync(() => kinds.set(after.id, after)),
    remove: ({ id, version }) =>
      Effect.sync(() => {
        kinds.delete(id);
        retired.set(id, version + 1);
      }),
    retired: Effect.sync(() => new Map(retired.entries())),
  });

export const openingStoreOf = ({ partners, accounts, skipped }: Tables) => {
  const isBegun = (partnerId: PartnerId): boolean => (accounts.get(partnerId)?.facts ?? 0) > 0;
  const isInDeck = (id: PartnerId): boolean => partners.get(id)?.archivedAt === null;
  const isLeft = ({ id }: Partner): boolean =>
    isInDeck(id) && skipped.get(id) === undefined && !isBegun(id);
  return OpeningStore.of({
    cards: (request) =>
      Effect.suspend(() =>
        pageOf(partners.all().toSorted(knownLongestFirst), request, isLeft),
      ).pipe(Effect.map(({ data, nextCursor }) => ({ data: data.map(cardOf), nextCursor }))),
    progress: Effect.sync(() => ({
      left: partners.all().filter(isLeft).length,
      answered: accounts.all().filter(({ openings }) => openings > 0).length,
      skipped: skipped.all().filter((id) => isInDeck(id) && !isBegun(id)).length,
    })),
    skip: (partnerId, isSkipped) =>
      Effect.sync(() => {
        if (isSkipped) skipped.set(partnerId, partnerId);
        else skipped.delete(partnerId);
      }),
  });
};

const knownLongestFirst = (a: Partner, b: Partner): number =>
  textOrder(a.knownSince ?? "9999", b.knownSince ?? "9999") || textOrder(a.id, b.id);

const cardOf = ({ id, name, organisation, role, knownSince }: Partner): OpeningCard => ({
  partnerId: id,
  name,
  organisation,
  role,
  knownSince,
});

export const confirmationStoreOf = ({ confirmations, entries }: Tables) =>
  ConfirmationStore.of({
    forgetClosed: (atMs) =>
      Effect.sync(() => {
        const takenBack = new Set(
          entries.all().flatMap((entry) => (entry.kind === "reversal" ? [entry.reverses] : [])),
        );
        for (const kept of confirmations.all()) {
          const isOver = kept.expiresAtMs <= atMs || takenBack.has(kept.entryId);
          if (isOver && kept.what !== null) {
            confirmations.set(kept.tokenHash, { ...kept, what: null });
          }
        }
      }),
    put: (confirmation) =>
      Effect.sync(() => {
        for (const other of confirmations.all()) {
          if (other.entryId === confirmation.entryId) confirmations.delete(other.tokenHash);
        }
        confirmations.set(confirmation.tokenHash, confirmation);
      }),
    byHash: (tokenHash) => Effect.sync(() => confirmations.get(tokenHash)),
    answer: (tokenHash, answeredAtMs) =>
      Effect.sync(() => {
        const kept = confirmations.get(tokenHash);
        if (kept !== undefined) confirmations.set(tokenHash, { ...kept, answeredAtMs, what: null });
      }),
  });
