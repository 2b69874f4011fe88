/**
 * Loaded into a server before anything else (`node --import`), so that a test has a grip on the databases
 * of a process that runs as its users run it: hears of each statement that is compiled, and sets pragmas
 * on the server's own connections, as a full disk or a lock would.
 */
import { DatabaseSync } from "node:sqlite";

/** What a test sends: SQL to run on every connection of the server. */
export interface Order {
  readonly pragma: string;
}

/** What it hears: a statement that was compiled, or that an order was carried out. */
export type Told = { readonly statement: string } | { readonly done: Order };

/** A test that is gone hears nothing, which is no reason to fail. */
const tell = (told: Told): void => void (process.connected && process.send?.(told));

const opened = new Set<DatabaseSync>();
const { exec, prepare } = DatabaseSync.prototype;

DatabaseSync.prototype.prepare = function (this: DatabaseSync, sql: string, ...more) {
  opened.add(this);
  tell({ statement: sql });
  return prepare.call(this, sql, ...more);
};

process.on("message", (order: Order) => {
  for (const database of opened) if (database.isOpen) exec.call(database, order.pragma);
  tell({ done: order });
});

// Listening alone must not keep the server running.
process.channel?.unref();
