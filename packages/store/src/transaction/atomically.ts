import * as Effect from "effect/Effect";
import type { SqlClient } from "effect/sql/SqlClient";
import { isSqlError } from "effect/sql/SqlError";

/**
 * All or nothing. A failure of the database itself is not something a caller of a verb can mend, so
 * it is a defect here; the rim of the workspace tells it from a mistake of ours.
 */
export const atomicallyOver =
  (sql: SqlClient) =>
  <A, E, R>(effect: Effect.Effect<A, E, R>): Effect.Effect<A, E, R> =>
    sql.withTransaction(effect).pipe(Effect.catchIf(isSqlError, Effect.die)) as Effect.Effect<
      A,
      E,
      R
    >;
