import type { Plain } from "@comity/domain/input/plain";
import type { ColumnMapping, Import, ImportSource } from "@comity/domain/partner/schema";
import { useSyncExternalStore } from "react";

export const importPath = "/partners/import";

export type Mapping = Plain<ColumnMapping>;

/** What became of a file. Left out: it is being looked at. */
export type Outcome =
  | { readonly is: "running"; readonly people: number }
  | { readonly is: "done"; readonly brought: Import }
  | { readonly is: "undone"; readonly kept: number };

export interface ImportFile {
  readonly key: number;
  readonly file: File;
  /** Where somebody said that it is a table like any other. */
  readonly source?: ImportSource | undefined;
  /** What somebody said its columns are. */
  readonly mapping?: Mapping | undefined;
  readonly outcome?: Outcome | undefined;
}

interface Files {
  readonly files: ReadonlyArray<ImportFile>;
  /** Which of them is shown. */
  readonly shownKey: number | undefined;
}

let now: Files = { files: [], shownKey: undefined };
let latestKey = 0;
const listeners = new Set<() => void>();

const become = (next: Files): void => {
  now = next;
  for (const listener of listeners) listener();
};

export const isOpen = ({ outcome }: ImportFile): boolean => outcome === undefined;

/** The files that were chosen, one to be looked at after the other. They outlive the page that shows them. */
export const importFiles = {
  /** The first of them is shown, unless another one is still being looked at. */
  add: (files: ReadonlyArray<File>): void => {
    const added = files.map((file) => ({ key: ++latestKey, file }));
    const shown = now.files.find(({ key }) => key === now.shownKey);
    const isBusy = shown !== undefined && isOpen(shown);
    become({
      files: [...now.files, ...added],
      shownKey: isBusy ? now.shownKey : (added[0]?.key ?? now.shownKey),
    });
  },
  show: (key: number): void => become({ ...now, shownKey: key }),
  change: (key: number, change: Partial<Omit<ImportFile, "key" | "file">>): void =>
    become({
      ...now,
      files: now.files.map((each) => (each.key === key ? { ...each, ...change } : each)),
    }),
  remove: (key: number): void => {
    const files = now.files.filter((each) => each.key !== key);
    const next = files.find(isOpen) ?? files.at(-1);
    become({ files, shownKey: now.shownKey === key ? next?.key : now.shownKey });
  },
  /** Puts one back where it stood. */
  putBack: (file: ImportFile): void => {
    const files = [...now.files, file].toSorted((a, b) => a.key - b.key);
    become({ files, shownKey: file.key });
  },
};

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => void listeners.delete(listener);
};

export const useImportFiles = (): Files => useSyncExternalStore(subscribe, () => now);
