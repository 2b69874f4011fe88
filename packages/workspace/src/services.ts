import { IdSource } from "@comity/domain/identity";
import { type DomainServices, domainServices } from "@comity/domain/services";
import {
  type ChangeLog,
  type Idempotency,
  layer as stores,
  type Settings,
  type Transaction,
} from "@comity/store";
import * as Layer from "effect/Layer";
import type { SqlClient } from "effect/sql/SqlClient";

/** What a request may use. */
export type Services = ChangeLog | DomainServices | Idempotency | Settings | Transaction;

/** Every service of a workspace over one database, which is migrated first. */
export const layer = <E>(database: Layer.Layer<SqlClient, E>, timeZone: string) =>
  domainServices.pipe(
    Layer.provideMerge(stores(timeZone)),
    Layer.provide([IdSource.layer, database]),
  );
