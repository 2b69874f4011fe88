/** Partners and imports over plain maps. */
import * as Effect from "effect/Effect";
import { ImportStore } from "../partner/ImportStore.ts";
import { PartnerStore } from "../partner/PartnerStore.ts";
import { foldedText, identityKeysOf } from "../partner/rules.ts";
import type { ImportedPartner, Partner, PartnerId } from "../partner/schema.ts";
import { type Rollback } from "./rollback.ts";
import { pageOf, type Tables, textOrder } from "./tables.ts";

const byNameThenId = (a: Partner, b: Partner): number =>
  textOrder(foldedText(a.name), foldedText(b.name)) || textOrder(a.id, b.id);

export const partnerStoreOf = ({ atomically }: Rollback, { partners, said }: Tables) =>
  PartnerStore.of({
    atomically,
    byId: (partnerId) => Effect.sync(() => partners.get(partnerId)),
    byIdentity: (keys) =>
      Effect.sync(() =>
        partners
          .all()
          .filter((partner) => identityKeysOf(partner).some((key) => keys.includes(key))),
      ),
    insert: (added) =>
      Effect.sync(() => {
        for (const partner of added) partners.set(partner.id, partner);
      }),
    update: (_before, after) => Effect.sync(() => partners.set(after.id, after)),
    remove: ({ id }) =>
      Effect.sync(() => {
        partners.delete(id);
        said.delete(id);
      }),
    page: ({ search, ...request }) =>
      Effect.suspend(() => {
        if (search.trim() !== "" && foldedText(search) === "") return pageOf([], request);
        const words = foldedText(search)
          .split(" ")
          .filter((word) => word !== "");
        const matching = partners.all().filter((partner) => isMatch(partner, words));
        return pageOf(matching.toSorted(byNameThenId), request);
      }),
  });

const isMatch = ({ name, organisation, role }: Partner, words: ReadonlyArray<string>): boolean => {
  const own = foldedText(`${name} ${organisation} ${role}`).split(" ");
  return words.every((word) => own.some((one) => one.startsWith(word)));
};

export const importStoreOf = ({
  imports,
  importRows,
  said,
  asks,
  refused,
  entries,
  choices,
}: Tables) =>
  ImportStore.of({
    byId: (importId) => Effect.sync(() => imports.get(importId)),
    unfinished: Effect.sync(() =>
      imports.all().filter(({ state }) => state === "running" || state === "undoing"),
    ),
    put: (_before, after) => Effect.sync(() => imports.set(after.id, after)),
    keepRows: (importId, rows) =>
      Effect.sync(() => {
        for (const row of rows) {
          importRows.set(`${importId}/${row.row}`, { importId, row });
          said.set(row.partnerId, row.said);
        }
      }),
    rows: (importId) =>
      Effect.sync(() =>
        importRows
          .all()
          .filter((one) => one.importId === importId)
          .map(({ row }) => row)
          .toSorted((a, b) => b.row - a.row),
      ),
    forgetRows: (importId) =>
      Effect.sync(() => {
        for (const { row, importId: owner } of importRows.all()) {
          if (owner === importId) importRows.delete(`${importId}/${row.row}`);
        }
      }),
    saidOf: (partnerIds) =>
      Effect.sync(() => {
        const known = new Map<PartnerId, ImportedPartner>();
        for (const partnerId of partnerIds) {
          const what = said.get(partnerId);
          if (what !== undefined) known.set(partnerId, what);
        }
        return known;
      }),
    saidAgain: (partnerId, what) =>
      Effect.sync(() => {
        if (what === null) said.delete(partnerId);
        else said.set(partnerId, what);
      }),
    isUsed: (partnerId) =>
      Effect.sync(
        () =>
          choices.get(partnerId) !== undefined ||
          [...entries.all(), ...asks.all(), ...refused.all()].some(
            (one) => one.partnerId === partnerId,
          ),
      ),
  });
