/** SQLite on Node, over the platform's own `node:sqlite`. One file, one writer at a time. */
import { DatabaseSync, type SQLInputValue, type StatementSync } from "node:sqlite";
import * as Effect from "effect/Effect";
import * as Layer from "effect/Layer";
import * as Reactivity from "effect/reactivity/Reactivity";
import * as Semaphore from "effect/Semaphore";
import * as SqlClient from "effect/sql/SqlClient";
import type * as SqlConnection from "effect/sql/SqlConnection";
import { classifySqliteError, SqlError } from "effect/sql/SqlError";
import * as Statement from "effect/sql/Statement";
import * as Stream from "effect/Stream";

/** How long a writer waits for another process that holds the file. */
const busyTimeoutMs = 10_000;

const pragmas = [
  "PRAGMA journal_mode = WAL",
  "PRAGMA synchronous = FULL",
  "PRAGMA foreign_keys = ON",
  "PRAGMA secure_delete = ON",
  // Lets the guards see the delete that hides inside an INSERT OR REPLACE.
  "PRAGMA recursive_triggers = ON",
  "PRAGMA trusted_schema = OFF",
];

/** Says why, to whoever runs this: "database or disk is full" is something that they can mend. */
const failed = (cause: unknown, operation: string) => {
  const why = cause instanceof Error ? `: ${cause.message}` : "";
  const message = `Failed to ${operation}${why}`;
  return new SqlError({ reason: classifySqliteError(cause, { message, operation }) });
};

/** Statements are compiled once and kept: the same few are run again and again. */
const statementsMax = 500;

const connect = (database: DatabaseSync): SqlConnection.Connection => {
  const compiled = new Map<string, StatementSync>();

  const prepared = (sql: string): StatementSync => {
    const known = compiled.get(sql);
    if (known !== undefined) return known;
    const statement = database.prepare(sql);
    if (compiled.size >= statementsMax) compiled.clear();
    compiled.set(sql, statement);
    return statement;
  };

  const run = (sql: string, params: ReadonlyArray<unknown>) =>
    Effect.try({
      try: () => prepared(sql).all(...(params as ReadonlyArray<SQLInputValue>)),
      catch: (cause) => failed(cause, "execute"),
    });

  const execute: SqlConnection.Connection["execute"] = (sql, params, transformRows) =>
    transformRows === undefined
      ? run(sql, params)
      : Effect.map(run(sql, params), (rows) => transformRows(rows));

  const values = (sql: string, params: ReadonlyArray<unknown>) =>
    Effect.map(run(sql, params), (rows) => rows.map((row) => Object.values(row)));

  return {
    execute,
    executeRaw: run,
    executeUnprepared: execute,
    executeValues: values,
    executeValuesUnprepared: values,
    executeStream: (sql, params, transformRows) =>
      Stream.unwrap(
        Effect.map(execute(sql, params, transformRows), (rows) => Stream.fromIterable(rows)),
      ),
  };
};

/**
 * A connection for one transaction. A failure such as a full disk ends a transaction by itself: what
 * still comes in it would be kept on its own, beside what was lost, so it is refused.
 */
const untilEnded = (
  connection: SqlConnection.Connection,
  isTransaction: () => boolean,
): SqlConnection.Connection => {
  let hasBegun = false;
  const guarded =
    <A, Args extends ReadonlyArray<unknown>>(
      execute: (...args: Args) => Effect.Effect<A, SqlError>,
    ) =>
    (...args: Args) =>
      Effect.suspend(() => {
        if (hasBegun && !isTransaction())
          return Effect.fail(failed(null, "go on in a transaction that has ended"));
        return Effect.tap(execute(...args), () => Effect.sync(() => (hasBegun = isTransaction())));
      });
  return {
    execute: guarded(connection.execute),
    executeRaw: guarded(connection.executeRaw),
    executeUnprepared: guarded(connection.executeUnprepared),
    executeValues: guarded(connection.executeValues),
    executeValuesUnprepared: guarded(connection.executeValuesUnprepared),
    executeStream: (sql, params, transformRows) =>
      Stream.unwrap(
        guarded(() => Effect.succeed(connection.executeStream(sql, params, transformRows)))(),
      ),
  };
};

/** Opens a file, which is made if it does not exist, or `:memory:`. Closed with the layer. */
export const layer = (filename: string): Layer.Layer<SqlClient.SqlClient, SqlError> =>
  Layer.effect(
    SqlClient.SqlClient,
    Effect.gen(function* () {
      const database = yield* Effect.acquireRelease(
        Effect.try({
          try: () => {
            const opened = new DatabaseSync(filename, { timeout: busyTimeoutMs });
            for (const pragma of pragmas) opened.exec(pragma);
            return opened;
          },
          catch: (cause) => failed(cause, "open"),
        }),
        (opened) => Effect.sync(() => opened.close()),
      );
      const isTransaction = () => database.isTransaction;
      const acquirers = SqlClient.makeSqliteAcquirers({
        connection: Effect.succeed(connect(database)),
        semaphore: yield* Semaphore.make(1),
        isTransaction,
      });
      return yield* SqlClient.make({
        ...acquirers,
        transactionAcquirer: Effect.map(acquirers.transactionAcquirer, (connection) =>
          untilEnded(connection, isTransaction),
        ),
        compiler: Statement.makeCompilerSqlite(),
        driver: "node:sqlite",
        spanAttributes: [["db.system.name", "sqlite"]],
        // A transaction that starts as a reader and then writes would fail when another process wrote first.
        beginTransaction: "BEGIN IMMEDIATE",
      });
    }),
  ).pipe(Layer.provide(Reactivity.layer));
