import * as Layer from "effect/Layer";
import type { Terms } from "../equity/EquityStore.ts";
import { IdSource } from "../identity/IdSource.ts";
import { type DomainServices, domainServices } from "../services.ts";
import { storesMemory } from "./stores.ts";

export { storesMemory };

/** Every service of the domain, in one memory. */
export const layerMemory = (terms: Partial<Terms> = {}): Layer.Layer<DomainServices> =>
  domainServices.pipe(Layer.provide([storesMemory(terms), IdSource.layer]));
