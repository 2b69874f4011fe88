/** The ports over plain maps: for tests, demos, and anyone who wants the model without a database. */
import * as Effect from "effect/Effect";
import * as Layer from "effect/Layer";
import * as Context from "effect/Context";
import { CatalogueStore } from "../equity/catalogue/CatalogueStore.ts";
import { ConfirmationStore } from "../equity/confirmation/ConfirmationStore.ts";
import { EquityStore, type Terms } from "../equity/EquityStore.ts";
import { OpeningStore } from "../equity/opening/OpeningStore.ts";
import { ImportStore } from "../partner/ImportStore.ts";
import { PartnerStore } from "../partner/PartnerStore.ts";
import { makeRollback } from "./rollback.ts";
import { defaultTerms, tablesOf } from "./tables.ts";
import { catalogueStoreOf, confirmationStoreOf, openingStoreOf } from "./besideEquity.ts";
import { equityStoreOf } from "./equity.ts";
import { importStoreOf, partnerStoreOf } from "./partners.ts";

/** All ports in one memory. Nothing outlives the layer. */
export const storesMemory = (
  terms: Partial<Terms> = {},
): Layer.Layer<
  PartnerStore | EquityStore | ImportStore | CatalogueStore | OpeningStore | ConfirmationStore
> =>
  Layer.effectContext(
    Effect.map(makeRollback, (rollback) => {
      const tables = tablesOf(rollback);
      return Context.make(PartnerStore, partnerStoreOf(rollback, tables)).pipe(
        Context.add(EquityStore, equityStoreOf(rollback, tables, { ...defaultTerms, ...terms })),
        Context.add(ImportStore, importStoreOf(tables)),
        Context.add(CatalogueStore, catalogueStoreOf(rollback, tables)),
        Context.add(OpeningStore, openingStoreOf(tables)),
        Context.add(ConfirmationStore, confirmationStoreOf(tables)),
      );
    }),
  );
