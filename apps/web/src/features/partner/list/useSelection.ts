import { useRef, useState } from "react";
import {
  adding,
  between,
  everybody,
  isSelected,
  nobody,
  removing,
  type Selection,
  toggled,
} from "./selection.ts";

/** Whom somebody chose in the list at this address; another list begins with nobody. */
export const useSelection = (filter: string) => {
  const [kept, setKept] = useState<{ readonly filter: string; readonly selection: Selection }>({
    filter,
    selection: nobody,
  });
  const selection = kept.filter === filter ? kept.selection : nobody;
  /** Where a range begins: the row that was chosen last. */
  const anchor = useRef<string | undefined>(undefined);
  const set = (next: Selection): void => setKept({ filter, selection: next });

  const toggle = (id: string): void => {
    anchor.current = id;
    set(toggled(selection, id));
  };

  /** From the row that was chosen last to this one, as that one is: chosen, or not. */
  const extend = (ids: ReadonlyArray<string>, id: string): void => {
    const from = ids.findIndex((each) => each === anchor.current);
    const to = ids.indexOf(id);
    if (from === -1 || to === -1) {
      toggle(id);
      return;
    }
    const range = between(ids, from, to);
    const isWanted = isSelected(selection, ids[from] ?? id);
    set(isWanted ? adding(selection, range) : removing(selection, range));
  };

  return {
    selection,
    toggle,
    extend,
    all: (): void => set(everybody),
    clear: (): void => {
      anchor.current = undefined;
      set(nobody);
    },
  };
};
