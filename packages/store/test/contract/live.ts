import { RelationshipEquity } from "@comity/domain/equity";
import { IdSource } from "@comity/domain/identity";
import { PartnerImports, Partners } from "@comity/domain/partner";
import { layer as stores } from "@comity/store";
import * as Layer from "effect/Layer";
import type { SqlClient } from "effect/sql/SqlClient";

/** The services of the domain over a database, with everything beneath them in reach of the tests. */
export const liveOver = <E>(database: Layer.Layer<SqlClient, E>) =>
  Layer.mergeAll(
    RelationshipEquity.layerNoDeps,
    Partners.layerNoDeps,
    PartnerImports.layerNoDeps,
  ).pipe(
    Layer.provideMerge(stores("Europe/Zurich")),
    Layer.provideMerge(database),
    Layer.provide(IdSource.layer),
  );
