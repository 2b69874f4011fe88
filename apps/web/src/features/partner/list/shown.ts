/** What the list is narrowed to, and in which order, as the address says it: every state is a link. */
import type { PartnerFilterQuery } from "@comity/client";
import type { PartnerSort } from "@comity/domain/partner/schema";

export type Filter = PartnerFilterQuery;

export interface Shown extends Filter {
  readonly sort?: PartnerSort;
}

export type CircleName = NonNullable<Filter["circle"]>;
export type KindName = NonNullable<Filter["kind"]>;

export const circleNames: ReadonlyArray<CircleName> = ["5", "15", "50", "150", "none"];
export const kindNames: ReadonlyArray<KindName> = ["person", "organisation"];
export const sorts: ReadonlyArray<PartnerSort> = [
  "name",
  "best-match",
  "equity",
  "earned",
  "last-contact",
  "circle",
  "added",
];

/** As long as the API takes them. */
export const searchCharactersMax = 200;
export const tagCharactersMax = 40;
export const organisationCharactersMax = 200;

const path = "/partners";
const fields = ["search", "tag", "circle", "kind", "organisation", "archived", "sort"] as const;
export type Field = (typeof fields)[number];

type Present<A> = { [K in keyof A]?: Exclude<A[K], undefined> };

const present = <A extends object>(said: A): Present<A> =>
  Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined)) as Present<A>;

const oneOf = <V extends string>(values: ReadonlyArray<V>, said: string | null): V | undefined =>
  values.find((value) => value === said);

const textOf = (said: string | null, charactersMax: number): string | undefined =>
  said === null || said.trim() === "" ? undefined : said.slice(0, charactersMax);

/** What an address asks for. What it says amiss narrows nothing. */
export const shownOf = (params: URLSearchParams): Shown =>
  present({
    search: textOf(params.get("search"), searchCharactersMax),
    tag: textOf(params.get("tag"), tagCharactersMax),
    circle: oneOf(circleNames, params.get("circle")),
    kind: oneOf(kindNames, params.get("kind")),
    organisation: textOf(params.get("organisation"), organisationCharactersMax),
    archived: params.get("archived") === "true" ? true : undefined,
    sort: oneOf(sorts, params.get("sort")),
  });

const queryOf = (shown: Shown): string => {
  const said = fields.flatMap((field): Array<[string, string]> => {
    const value = shown[field];
    return value === undefined || value === "" || value === false ? [] : [[field, String(value)]];
  });
  return new URLSearchParams(said).toString();
};

/** The address of a list, always spelled the same. */
export const addressOf = (shown: Shown): string => {
  const query = queryOf(shown);
  return query === "" ? path : `${path}?${query}`;
};

/** What was set, or set anew. Undefined takes a field out. */
export const changed = (
  shown: Shown,
  change: { readonly [F in Field]?: Shown[F] | undefined },
): Shown => present({ ...shown, ...change });

export const filterOf = (shown: Shown): Filter => {
  const { sort: _order, ...filter } = shown;
  return filter;
};

export const isNarrowed = (shown: Shown): boolean => Object.keys(filterOf(shown)).length > 0;

const isSearching = ({ search = "" }: Shown): boolean => search.trim() !== "";

/** The order in which they come where the address says none. */
export const usualSort = (shown: Shown): PartnerSort =>
  isSearching(shown) ? "best-match" : "name";

/** The orders that there are to choose from: without a search nothing fits better. */
export const sortsFor = (shown: Shown): ReadonlyArray<PartnerSort> =>
  sorts.filter((sort) => sort !== "best-match" || isSearching(shown));

export const sortOf = (shown: Shown): PartnerSort => {
  const { sort = usualSort(shown) } = shown;
  return sort === "best-match" ? usualSort(shown) : sort;
};

/** The same list as a file. A file has one order, its own. */
export const exportAddress = (shown: Shown, format: "csv" | "vcard"): string => {
  const query = queryOf(filterOf(shown));
  return `/v1/exports/partners?format=${format}${query === "" ? "" : `&${query}`}`;
};
