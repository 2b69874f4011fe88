/** Every service of the domain, over whatever ports are provided. */
import * as Effect from "effect/Effect";
import * as Layer from "effect/Layer";
import { Contacts } from "./contact/Contacts.ts";
import { Catalogue } from "./equity/catalogue/Catalogue.ts";
import { Confirmations } from "./equity/confirmation/Confirmations.ts";
import { OpeningBalances } from "./equity/opening/OpeningBalances.ts";
import { EquityPolicies } from "./equity/policy/EquityPolicies.ts";
import { RelationshipEquity } from "./equity/RelationshipEquity.ts";
import { Duplicates } from "./partner/Duplicates.ts";
import { Ledgers } from "./partner/Ledgers.ts";
import { PartnerBulk } from "./partner/PartnerBulk.ts";
import { PartnerImports } from "./partner/PartnerImports.ts";
import { PartnerMerges } from "./partner/PartnerMerges.ts";
import { Partners } from "./partner/Partners.ts";
import { InnerStrategy } from "./strategy/InnerStrategy.ts";
import { TodayCards } from "./today/TodayCards.ts";

export type DomainServices =
  | Catalogue
  | Confirmations
  | Contacts
  | Duplicates
  | EquityPolicies
  | InnerStrategy
  | OpeningBalances
  | PartnerBulk
  | PartnerImports
  | PartnerMerges
  | Partners
  | RelationshipEquity
  | TodayCards;

/** What a merge needs of the ledger. */
const ledgers = Layer.effect(
  Ledgers,
  Effect.map(EquityPolicies, ({ refold }) => Ledgers.of({ refold })),
);

export const domainServices = Layer.mergeAll(
  Catalogue.layerNoDeps,
  Confirmations.layerNoDeps,
  Contacts.layerNoDeps,
  Duplicates.layerNoDeps,
  InnerStrategy.layerNoDeps,
  OpeningBalances.layerNoDeps,
  PartnerBulk.layerNoDeps,
  PartnerImports.layerNoDeps,
  PartnerMerges.layerNoDeps,
  Partners.layerNoDeps,
  TodayCards.layerNoDeps,
).pipe(
  Layer.provide(ledgers),
  Layer.provideMerge(Layer.mergeAll(EquityPolicies.layerNoDeps, RelationshipEquity.layerNoDeps)),
);
