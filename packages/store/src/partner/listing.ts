/** Lists of partners: what they are narrowed to, in which order, page by page. */
import {
  foldedOrganisation,
  foldedTag,
  type PartnerFilter,
  type PartnerId,
  type PartnerOrder,
} from "@comity/domain/partner";
import type { PageRequest } from "@comity/domain/page";
import * as Effect from "effect/Effect";
import type { SqlClient } from "effect/sql/SqlClient";
import { isSqlError } from "effect/sql/SqlError";
import type { Fragment } from "effect/sql/Statement";
import { decodeCursor, encodeCursor, pageOfRows } from "../page/cursor.ts";
import { partnerOfRow, type PartnerRow } from "./rows.ts";
import { searchOver } from "./search.ts";

/** Who is in no circle stands behind those who are. */
const outside = 999;

interface FoundRow extends PartnerRow {
  readonly rank?: number;
}

type Ranked = Extract<PartnerOrder, object>;

const isUnnarrowed = ({ search = "", ...filter }: PartnerFilter): boolean =>
  search.trim() === "" &&
  (["tag", "circle", "kind", "organisation"] as const).every(
    (field) => filter[field] === undefined,
  );

export const listingOver = (sql: SqlClient) => {
  const matchesOf = searchOver(sql);

  /** What a row must meet. Undefined: nothing can. */
  const conditionOf = Effect.fnUntraced(function* (filter: PartnerFilter) {
    const all: Array<Fragment> = [
      filter.archived === true ? sql`archived_at IS NOT NULL` : sql`archived_at IS NULL`,
    ];
    if (filter.kind !== undefined) all.push(sql`kind = ${filter.kind}`);
    if (filter.circle !== undefined) {
      // The fifteen include the five.
      const nearest = filter.circle === "none" ? outside : 0;
      const farthest = filter.circle === "none" ? outside : filter.circle;
      all.push(sql`coalesce(circle, ${sql.literal(String(outside))})
        BETWEEN ${nearest} AND ${farthest}`);
    }
    if (filter.tag !== undefined) {
      all.push(
        sql`id IN (SELECT partner_id FROM partner_tags WHERE tag = ${foldedTag(filter.tag)})`,
      );
    }
    if (filter.organisation !== undefined) {
      all.push(sql`id IN (SELECT partner_id FROM partner_organisations
        WHERE organisation = ${foldedOrganisation(filter.organisation)})`);
    }
    const condition = sql.and(all);
    const search = filter.search?.trim() ?? "";
    if (search === "") return { condition, matches: undefined };
    const matches = yield* matchesOf(search, condition);
    return matches === undefined ? undefined : { condition, matches };
  });

  type Narrowed = NonNullable<Effect.Success<ReturnType<typeof conditionOf>>>;

  const foundBy = (match: string): Fragment =>
    sql`(SELECT rowid FROM partner_search WHERE partner_search MATCH ${match})`;

  /** With the words of a search among the conditions. */
  const narrowed = ({ condition, matches }: Narrowed): Fragment =>
    matches === undefined
      ? condition
      : sql.and([condition, sql`pk IN ${foundBy(matches.at(-1) ?? "")}`]);

  const byName = (found: Narrowed, [name, id]: ReadonlyArray<string | number>, limit: number) =>
    sql<FoundRow>`SELECT * FROM partners WHERE ${narrowed(found)}
      AND (name_folded, id) > (${name}, ${id}) ORDER BY name_folded, id LIMIT ${limit}`;

  // An index over an expression serves a comparison but not one of pairs.
  const byCircle = (
    found: Narrowed,
    [circle, name, id]: ReadonlyArray<string | number>,
    limit: number,
  ) =>
    sql<FoundRow>`SELECT * FROM partners WHERE ${narrowed(found)}
      AND coalesce(circle, ${sql.literal(String(outside))}) >= ${circle}
      AND (coalesce(circle, ${sql.literal(String(outside))}) > ${circle}
        OR (name_folded, id) > (${name}, ${id}))
      ORDER BY coalesce(circle, ${sql.literal(String(outside))}), name_folded, id LIMIT ${limit}`;

  const byAge = (found: Narrowed, [pk]: ReadonlyArray<string | number>, limit: number) =>
    sql<FoundRow>`SELECT * FROM partners WHERE ${narrowed(found)} AND pk < ${pk}
      ORDER BY pk DESC LIMIT ${limit}`;

  /**
   * One match after the other, as far as a page needs: a name counts for more than where somebody works,
   * and that for more than a note. How often a word stands anywhere does not count, so that a page stays
   * right when others are written down meanwhile.
   */
  const byMatch = Effect.fnUntraced(function* (
    { condition, matches = [""] }: Narrowed,
    [rank, name, id]: ReadonlyArray<string | number>,
    limit: number,
  ) {
    const found: Array<FoundRow> = [];
    for (const [place, match] of matches.entries()) {
      if (place < Number(rank) || found.length === limit) continue;
      const better = matches[place - 1];
      const isFurther = better === undefined ? sql`true` : sql`pk NOT IN ${foundBy(better)}`;
      const [afterName, afterId] = place === rank ? [name, id] : ["", ""];
      const rows = yield* sql<PartnerRow>`SELECT partners.* FROM partner_search
        CROSS JOIN partners ON pk = partner_search.rowid
        WHERE partner_search MATCH ${match} AND ${condition} AND ${isFurther}
          AND (name_folded, id) > (${afterName}, ${afterId})
        ORDER BY name_folded, id LIMIT ${limit - found.length}`;
      found.push(...rows.map((row) => Object.assign({}, row, { rank: place })));
    }
    return found;
  });

  /** Who was not in touch for longest, first. Those with whom one never was are missing. */
  const silentLongest = Effect.map(
    sql<{ id: string }>`SELECT partner_id AS id FROM (
        SELECT partner_id, last_contact_at AS at FROM accounts WHERE last_contact_at IS NOT NULL
        UNION ALL SELECT partner_id, max(at) FROM contacts GROUP BY partner_id)
      GROUP BY partner_id ORDER BY max(at), partner_id`,
    (rows) => rows.map(({ id }) => id as PartnerId),
  );

  /** Those of a ranking that are narrowed to. */
  const among = (found: Narrowed, ranked: ReadonlyArray<PartnerId>) =>
    Effect.map(
      sql<{ id: string }>`SELECT id FROM partners WHERE ${narrowed(found)}
        AND id IN (SELECT value FROM json_each(${JSON.stringify(ranked)}))`,
      (rows) => {
        const ids = new Set(rows.map(({ id }) => id));
        return ranked.filter((id) => ids.has(id));
      },
    );

  const rowsOf = Effect.fnUntraced(function* (ids: ReadonlyArray<PartnerId>) {
    const rows = yield* sql<FoundRow>`SELECT * FROM partners
      WHERE id IN (SELECT value FROM json_each(${JSON.stringify(ids)}))`;
    const byId = new Map(rows.map((row) => [row.id, row]));
    return ids.flatMap((id) => byId.get(id) ?? []);
  });

  const unranked = (
    found: Narrowed,
    ranked: ReadonlyArray<PartnerId>,
    [name, id]: ReadonlyArray<string | number>,
    limit: number,
  ) =>
    sql<FoundRow>`SELECT * FROM partners WHERE ${narrowed(found)}
      AND (name_folded, id) > (${name}, ${id})
      AND id NOT IN (SELECT value FROM json_each(${JSON.stringify(ranked)}))
      ORDER BY name_folded, id LIMIT ${limit}`;

  /** A cursor says where in the ranking a page ended, or behind which name after it. */
  const rankedPage = Effect.fnUntraced(function* (
    found: Narrowed,
    { ranked, name: list }: Ranked,
    { limit, cursor }: PageRequest,
  ) {
    const [at, name, id] =
      cursor === null
        ? [0, "", ""]
        : yield* decodeCursor(`partners-${list}`, ["number", "string", "string"], cursor);
    const shown = yield* among(found, ranked);
    // Whoever was last on the page before may have moved since; the next ones are behind it all the
    // same. Where that one is gone, the next one stands in its place.
    const last = shown.indexOf(id as PartnerId);
    const start =
      Number(at) === -1 ? shown.length : last === -1 ? Math.max(0, Number(at) - 1) : last + 1;
    const first = yield* rowsOf(shown.slice(start, start + limit + 1));
    const left = limit + 1 - first.length;
    const place = Number(at) === -1 ? [name ?? "", id ?? ""] : ["", ""];
    const others = left > 0 ? yield* unranked(found, ranked, place, left) : [];
    const inRanking = new Set(first.map((row) => row.id));
    return pageOfRows([...first, ...others], limit, {
      item: partnerOfRow,
      cursor: (row) =>
        encodeCursor(`partners-${list}`, [
          inRanking.has(row.id) ? shown.indexOf(row.id as PartnerId) + 1 : -1,
          row.name_folded,
          row.id,
        ]),
    });
  });

  const orders = {
    name: {
      start: ["", ""],
      kinds: ["string", "string"],
      rows: byName,
      parts: (row: FoundRow) => [row.name_folded, row.id],
    },
    circle: {
      start: [0, "", ""],
      kinds: ["number", "string", "string"],
      rows: byCircle,
      parts: (row: FoundRow) => [row.circle ?? outside, row.name_folded, row.id],
    },
    added: {
      start: [Number.MAX_SAFE_INTEGER],
      kinds: ["number"],
      rows: byAge,
      parts: (row: FoundRow) => [row.pk],
    },
    "best-match": {
      start: [0, "", ""],
      kinds: ["number", "string", "string"],
      rows: byMatch,
      parts: (row: FoundRow) => [row.rank ?? 0, row.name_folded, row.id],
    },
  } as const;

  const page = Effect.fnUntraced(function* ({
    filter,
    order,
    limit,
    cursor,
  }: PageRequest & { readonly filter: PartnerFilter; readonly order: PartnerOrder }) {
    const found = yield* Effect.orDie(conditionOf(filter));
    if (found === undefined) return { data: [], nextCursor: null };
    if (order === "last-contact") {
      const ranked = yield* Effect.orDie(silentLongest);
      return yield* rankedPage(found, { ranked, name: order }, { limit, cursor }).pipe(
        Effect.catchIf(isSqlError, Effect.die),
      );
    }
    if (typeof order === "object") {
      return yield* rankedPage(found, order, { limit, cursor }).pipe(
        Effect.catchIf(isSqlError, Effect.die),
      );
    }
    const isUnsearched = order === "best-match" && found.matches === undefined;
    const name = isUnsearched ? "name" : order;
    const { start, kinds, rows, parts } = orders[name];
    const list = `partners-${name}`;
    const place = cursor === null ? start : yield* decodeCursor(list, kinds, cursor);
    return pageOfRows(yield* Effect.orDie(rows(found, place, limit + 1)), limit, {
      item: partnerOfRow,
      cursor: (row) => encodeCursor(list, parts(row)),
    });
  });

  /** Counting reads all that is counted, so the count of everybody is kept beside them. */
  const count = Effect.fnUntraced(function* (filter: PartnerFilter) {
    if (isUnnarrowed(filter)) {
      const rows = yield* sql<{ name: string; value: number }>`SELECT name, value FROM counts
        WHERE name IN ('partners', 'archived')`;
      const kept = new Map(rows.map(({ name, value }) => [name, value]));
      const archived = kept.get("archived") ?? 0;
      return filter.archived === true ? archived : (kept.get("partners") ?? 0) - archived;
    }
    const found = yield* conditionOf(filter);
    if (found === undefined) return 0;
    const { condition, matches } = found;
    const [row] =
      matches === undefined
        ? yield* sql<{ count: number }>`SELECT count(*) AS count FROM partners
            WHERE ${condition} AND name_folded >= ''`
        : yield* sql<{ count: number }>`SELECT count(*) AS count FROM partner_search
            CROSS JOIN partners ON pk = partner_search.rowid
            WHERE partner_search MATCH ${matches.at(-1) ?? ""} AND ${condition}`;
    return row?.count ?? 0;
  }, Effect.orDie);

  return { page, count };
};
