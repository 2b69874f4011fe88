/** SQLite inside a Durable Object. The platform owns the journal, the sync and the backup. */
import type { DurableObjectStorage } from "@cloudflare/workers-types";
import { SqliteClient } from "@effect/sql-sqlite-do";
import type * as Layer from "effect/Layer";
import type { SqlClient } from "effect/sql/SqlClient";

export const layer = (storage: DurableObjectStorage): Layer.Layer<SqlClient> =>
  SqliteClient.layer({ storage });
