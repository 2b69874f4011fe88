/** Every service of the domain, over whatever ports are provided. */
import * as Layer from "effect/Layer";
import { Catalogue } from "./equity/catalogue/Catalogue.ts";
import { Confirmations } from "./equity/confirmation/Confirmations.ts";
import { OpeningBalances } from "./equity/opening/OpeningBalances.ts";
import { EquityPolicies } from "./equity/policy/EquityPolicies.ts";
import { RelationshipEquity } from "./equity/RelationshipEquity.ts";
import { PartnerImports } from "./partner/PartnerImports.ts";
import { Partners } from "./partner/Partners.ts";

export type DomainServices =
  | Catalogue
  | Confirmations
  | EquityPolicies
  | OpeningBalances
  | PartnerImports
  | Partners
  | RelationshipEquity;

export const domainServices = Layer.mergeAll(
  Catalogue.layerNoDeps,
  Confirmations.layerNoDeps,
  EquityPolicies.layerNoDeps,
  OpeningBalances.layerNoDeps,
  PartnerImports.layerNoDeps,
  Partners.layerNoDeps,
).pipe(Layer.provideMerge(RelationshipEquity.layerNoDeps));
