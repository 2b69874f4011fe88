import { IdSource } from "@comity/domain/identity";
import { domainServices } from "@comity/domain/services";
import { layer as stores } from "@comity/store";
import * as Layer from "effect/Layer";
import type { SqlClient } from "effect/sql/SqlClient";

/** The services of the domain over a database, with everything beneath them in reach of the tests. */
export const liveOver = <E>(database: Layer.Layer<SqlClient, E>) =>
  domainServices.pipe(
    Layer.provideMerge(stores("Europe/Zurich")),
    Layer.provideMerge(database),
    Layer.provide(IdSource.layer),
  );
