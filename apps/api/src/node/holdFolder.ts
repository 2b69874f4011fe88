import { DatabaseSync } from "node:sqlite";
import { join } from "node:path";

/** Another Comity keeps its things in this folder, now. */
export class FolderInUse extends Error {
  override readonly name = "FolderInUse";
}

const sqliteBusy = 5;

/**
 * Keeps a folder to this process until it lets go or ends, however it ends: the lock is SQLite's, so
 * the system drops it with the process. A second server would take an import of the first for one
 * that a crash left half done.
 */
export const holdFolder = (folder: string): (() => void) => {
  const lock = new DatabaseSync(join(folder, "lock.sqlite"), { timeout: 0 });
  try {
    lock.exec("BEGIN EXCLUSIVE");
  } catch (error) {
    lock.close();
    const isBusy = (error as { readonly errcode?: number }).errcode === sqliteBusy;
    throw isBusy ? new FolderInUse(`Another Comity uses ${folder}.`, { cause: error }) : error;
  }
  return () => lock.close();
};
