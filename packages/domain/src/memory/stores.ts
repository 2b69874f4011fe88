/** The ports over plain maps: for tests, demos, and anyone who wants the model without a database. */
import * as Effect from "effect/Effect";
import * as Layer from "effect/Layer";
import * as Context from "effect/Context";
import { ContactStore } from "../contact/ContactStore.ts";
import { CatalogueStore } from "../equity/catalogue/CatalogueStore.ts";
import { ConfirmationStore } from "../equity/confirmation/ConfirmationStore.ts";
import { EquityStore, type Terms } from "../equity/EquityStore.ts";
import { OpeningStore } from "../equity/opening/OpeningStore.ts";
import { RhythmStore } from "../equity/rhythm/RhythmStore.ts";
import { BulkStore } from "../partner/BulkStore.ts";
import { ImportStore } from "../partner/ImportStore.ts";
import { MergeStore } from "../partner/MergeStore.ts";
import { PartnerStore } from "../partner/PartnerStore.ts";
import { StrategyStore } from "../strategy/StrategyStore.ts";
import { TodayStore } from "../today/TodayStore.ts";
import { makeRollback } from "./rollback.ts";
import { defaultTerms, tablesOf } from "./tables.ts";
import { catalogueStoreOf, confirmationStoreOf, openingStoreOf } from "./besideEquity.ts";
import { equityStoreOf } from "./equity.ts";
import { mergeStoreOf } from "./merges.ts";
import { bulkStoreOf, importStoreOf, partnerStoreOf } from "./partners.ts";
import { contactStoreOf, rhythmStoreOf, strategyStoreOf, todayStoreOf } from "./today.ts";

/** All ports in one memory. Nothing outlives the layer. */
export const storesMemory = (
  terms: Partial<Terms> = {},
): Layer.Layer<
  | BulkStore
  | CatalogueStore
  | ConfirmationStore
  | ContactStore
  | EquityStore
  | ImportStore
  | MergeStore
  | OpeningStore
  | PartnerStore
  | RhythmStore
  | StrategyStore
  | TodayStore
> =>
  Layer.effectContext(
    Effect.map(makeRollback, (rollback) => {
      const tables = tablesOf(rollback);
      const own = { ...defaultTerms, ...terms };
      return Context.make(PartnerStore, partnerStoreOf(rollback, tables)).pipe(
        Context.add(EquityStore, equityStoreOf(rollback, tables, own)),
        Context.add(ImportStore, importStoreOf(tables, own.timeZone)),
        Context.add(BulkStore, bulkStoreOf(tables)),
        Context.add(MergeStore, mergeStoreOf(tables)),
        Context.add(CatalogueStore, catalogueStoreOf(rollback, tables)),
        Context.add(OpeningStore, openingStoreOf(tables)),
        Context.add(ConfirmationStore, confirmationStoreOf(tables)),
        Context.add(ContactStore, contactStoreOf(rollback, tables, own)),
        Context.add(RhythmStore, rhythmStoreOf(tables)),
        Context.add(StrategyStore, strategyStoreOf(rollback, tables)),
        Context.add(TodayStore, todayStoreOf(rollback, tables, own)),
      );
    }),
  );
