/** Forward only, recorded, and all or nothing: a database is at one version or at the next. */
import * as Effect from "effect/Effect";
import * as Migrator from "effect/sql/Migrator";
import { SqlClient } from "effect/sql/SqlClient";
import { first } from "./0001-first.ts";

const run = (statements: ReadonlyArray<string>) =>
  Effect.gen(function* () {
    const sql = yield* SqlClient;
    for (const statement of statements) yield* sql.unsafe(statement);
  });

export const migrate = Migrator.make({})({
  table: "migrations",
  loader: Migrator.fromRecord({ "0001_first": run(first) }),
});
