/** Writing partners, together with all that they are found by. The log is the caller's to keep. */
import { identityKeysOf, type Partner, type PartnerId } from "@comity/domain/partner";
import * as Effect from "effect/Effect";
import type { SqlClient } from "effect/sql/SqlClient";
import { pairsOf, partnerColumns, type PartnerRow, rowOfPartner, wordsOf } from "./rows.ts";

const columnList = partnerColumns.join(", ");
const valueList = partnerColumns.map((column) => `value ->> '${column}'`).join(", ");

export const writingOver = (sql: SqlClient) => {
  const keepPairs = Effect.fnUntraced(function* (partners: ReadonlyArray<Partner>) {
    const found = partners.map(pairsOf);
    const identities = partners.flatMap((partner) =>
      identityKeysOf(partner).map((key) => [key, partner.id]),
    );
    yield* sql`INSERT INTO partner_identities (key, partner_id)
      SELECT value ->> 0, value ->> 1 FROM json_each(${JSON.stringify(identities)})
      WHERE true ON CONFLICT DO NOTHING`;
    yield* sql`INSERT INTO partner_blocks (key, partner_id)
      SELECT value ->> 0, value ->> 1
      FROM json_each(${JSON.stringify(found.flatMap(({ blocks }) => blocks))})
      WHERE true ON CONFLICT DO NOTHING`;
    const organisations = found.flatMap((one) => one.organisations);
    if (organisations.length > 0) {
      yield* sql`INSERT INTO partner_organisations (organisation, partner_id)
        SELECT value ->> 0, value ->> 1 FROM json_each(${JSON.stringify(organisations)})
        WHERE true ON CONFLICT DO NOTHING`;
    }
    const tags = found.flatMap((one) => one.tags);
    if (tags.length > 0) {
      yield* sql`INSERT INTO partner_tags (tag, partner_id, spelled)
        SELECT value ->> 0, value ->> 1, value ->> 2 FROM json_each(${JSON.stringify(tags)})
        WHERE true ON CONFLICT DO NOTHING`;
    }
  });

  /** Keys that came with a merged partner stay. */
  const forgetPairs = Effect.fnUntraced(function* (partnerId: PartnerId) {
    yield* sql`DELETE FROM partner_identities WHERE partner_id = ${partnerId} AND via = ''`;
    yield* sql`DELETE FROM partner_blocks WHERE partner_id = ${partnerId}`;
    yield* sql`DELETE FROM partner_organisations WHERE partner_id = ${partnerId}`;
    yield* sql`DELETE FROM partner_tags WHERE partner_id = ${partnerId}`;
  });

  const insertRows = Effect.fnUntraced(function* (
    partners: ReadonlyArray<Partner>,
    rows: ReadonlyArray<Omit<PartnerRow, "pk"> & { readonly pk?: number }>,
  ) {
    // Without a place of its own, a row comes behind all others.
    const kept = yield* sql<{ pk: number; id: string }>`INSERT INTO partners
      (pk, ${sql.literal(columnList)}) SELECT value ->> 'pk', ${sql.literal(valueList)}
      FROM json_each(${JSON.stringify(rows)}) RETURNING pk, id`;
    const pkById = new Map(kept.map(({ pk, id }) => [id, pk]));
    const words = partners.map((partner) => [pkById.get(partner.id), ...wordsOf(partner)]);
    yield* sql`INSERT INTO partner_search (rowid, name, about, notes)
      SELECT value ->> 0, value ->> 1, value ->> 2, value ->> 3
      FROM json_each(${JSON.stringify(words)})`;
    yield* keepPairs(partners);
  });

  /** Whatever the partner is found by, worked out anew. */
  const keepFoundBy = Effect.fnUntraced(function* (pk: number, partner: Partner) {
    const { name_folded } = rowOfPartner(partner, "");
    yield* sql`UPDATE partners SET name_folded = ${name_folded} WHERE pk = ${pk}`;
    const [name, about, notes] = wordsOf(partner);
    yield* sql`INSERT OR REPLACE INTO partner_search (rowid, name, about, notes)
      VALUES (${pk}, ${name}, ${about}, ${notes})`;
    yield* forgetPairs(partner.id);
    yield* keepPairs([partner]);
  });

  const updateRow = Effect.fnUntraced(function* ({ pk, salt }: PartnerRow, after: Partner) {
    yield* sql`UPDATE partners SET ${sql.update(rowOfPartner(after, salt))} WHERE pk = ${pk}`;
    const [name, about, notes] = wordsOf(after);
    yield* sql`UPDATE partner_search SET name = ${name}, about = ${about}, notes = ${notes}
      WHERE rowid = ${pk}`;
    yield* forgetPairs(after.id);
    yield* keepPairs([after]);
  });

  return { insertRows, updateRow, keepFoundBy };
};
