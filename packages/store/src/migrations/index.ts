/** Forward only, recorded, and all or nothing: a database is at one version or at the next. */
import * as Data from "effect/Data";
import * as Effect from "effect/Effect";
import * as Migrator from "effect/sql/Migrator";
import { SqlClient } from "effect/sql/SqlClient";
import type { SqlError } from "effect/sql/SqlError";
import { first } from "./0001-first.ts";
import { equityInFull } from "./0002-equity-in-full.ts";
import { everyoneYouKnow } from "./0003-everyone-you-know.ts";

const run = (statements: ReadonlyArray<string>) =>
  Effect.gen(function* () {
    const sql = yield* SqlClient;
    for (const statement of statements) yield* sql.unsafe(statement);
  });

type Migrations = Readonly<Record<string, Effect.Effect<void, SqlError, SqlClient>>>;

export const migrations: Migrations = {
  "0001_first": run(first),
  "0002_equity_in_full": run(equityInFull),
  "0003_everyone_you_know": run(everyoneYouKnow),
};

const versionOf = (name: string): number => Number.parseInt(name, 10);

const newestOf = (known: Migrations): number => Math.max(...Object.keys(known).map(versionOf));

/** A database that a later Comity has written: what it holds there, this one would read wrongly. */
export class DatabaseTooNew extends Data.TaggedError("DatabaseTooNew")<{
  readonly version: number;
  readonly known: number;
}> {
  override get message(): string {
    return `This was written by a later Comity (version ${this.version} of the database; this one knows ${this.known}). Start that one.`;
  }
}

/** 0: nothing has been kept yet. */
export const version = Effect.gen(function* () {
  const sql = yield* SqlClient;
  const tables = yield* sql`SELECT 1 FROM sqlite_master WHERE name = 'migrations'`;
  if (tables.length === 0) return 0;
  const [newest] = yield* sql<{
    version: number | null;
  }>`SELECT max(migration_id) AS version FROM migrations`;
  return newest?.version ?? 0;
});

/** Brings a database to the newest version that is known, or refuses one that is newer. */
export const migrateWith = Effect.fnUntraced(function* (known: Migrations) {
  const found = yield* version;
  if (found > newestOf(known)) {
    return yield* new DatabaseTooNew({ version: found, known: newestOf(known) });
  }
  return yield* Migrator.make({})({ table: "migrations", loader: Migrator.fromRecord(known) });
});

export const migrate = migrateWith(migrations);

/** As an earlier Comity would have left it. For tests of what comes after. */
export const migrateTo = (last: number) =>
  migrateWith(
    Object.fromEntries(Object.entries(migrations).filter(([name]) => versionOf(name) <= last)),
  );
