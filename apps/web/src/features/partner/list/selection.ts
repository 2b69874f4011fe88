/** Whom somebody chose in the list: these, or all that are found but these. */
export type Selection =
  | { readonly isAll: false; readonly ids: ReadonlySet<string> }
  | { readonly isAll: true; readonly except: ReadonlySet<string> };

export const nobody: Selection = { isAll: false, ids: new Set() };
export const everybody: Selection = { isAll: true, except: new Set() };

export const isSelected = (selection: Selection, id: string): boolean =>
  selection.isAll ? !selection.except.has(id) : selection.ids.has(id);

/** How many are chosen of so many that are found. */
export const countOf = (selection: Selection, found: number): number =>
  selection.isAll ? Math.max(0, found - selection.except.size) : selection.ids.size;

const withAll = (ids: ReadonlySet<string>, more: ReadonlyArray<string>): ReadonlySet<string> =>
  new Set([...ids, ...more]);

const withoutAll = (ids: ReadonlySet<string>, less: ReadonlyArray<string>): ReadonlySet<string> => {
  const rest = new Set(ids);
  for (const id of less) rest.delete(id);
  return rest;
};

/** These are chosen as well. */
export const adding = (selection: Selection, ids: ReadonlyArray<string>): Selection =>
  selection.isAll
    ? { isAll: true, except: withoutAll(selection.except, ids) }
    : { isAll: false, ids: withAll(selection.ids, ids) };

export const removing = (selection: Selection, ids: ReadonlyArray<string>): Selection =>
  selection.isAll
    ? { isAll: true, except: withAll(selection.except, ids) }
    : { isAll: false, ids: withoutAll(selection.ids, ids) };

export const toggled = (selection: Selection, id: string): Selection =>
  isSelected(selection, id) ? removing(selection, [id]) : adding(selection, [id]);

/** What stands between two places of a list, both included, whichever comes first. */
export const between = <A>(list: ReadonlyArray<A>, one: number, other: number): ReadonlyArray<A> =>
  list.slice(Math.min(one, other), Math.max(one, other) + 1);
