import * as Layer from "effect/Layer";
import { type Terms } from "../equity/EquityStore.ts";
import { RelationshipEquity } from "../equity/RelationshipEquity.ts";
import { IdSource } from "../identity/IdSource.ts";
import { PartnerImports } from "../partner/PartnerImports.ts";
import { Partners } from "../partner/Partners.ts";
import { storesMemory } from "./stores.ts";

export { storesMemory };

/** Every service of the domain, in one memory. */
export const layerMemory = (
  terms: Partial<Terms> = {},
): Layer.Layer<RelationshipEquity | Partners | PartnerImports> =>
  Layer.mergeAll(
    RelationshipEquity.layerNoDeps,
    Partners.layerNoDeps,
    PartnerImports.layerNoDeps,
  ).pipe(Layer.provide([storesMemory(terms), IdSource.layer]));
