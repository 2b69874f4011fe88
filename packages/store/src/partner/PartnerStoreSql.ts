import type { Page } from "@comity/domain/page";
import {
  type EditableField,
  editableFields,
  changedFieldsOf,
  foldedText,
  identityKeysOf,
  type Partner,
  type PartnerId,
  PartnerStore,
} from "@comity/domain/partner";
import { instantOf, msOf } from "@comity/domain/time";
import type { PlainDate } from "@comity/domain/time/schema";
import * as Effect from "effect/Effect";
import * as Layer from "effect/Layer";
import { SqlClient } from "effect/sql/SqlClient";
import { ChangeLog } from "../change/ChangeLog.ts";
import { newSalt, saltedHash } from "../change/fingerprint.ts";
import { decodeCursor, encodeCursor, pageOfRows } from "../page/cursor.ts";
import { atomicallyOver } from "../transaction/atomically.ts";

interface PartnerRow {
  readonly pk: number;
  readonly id: string;
  readonly name: string;
  readonly name_folded: string;
  readonly organisation: string;
  readonly role: string;
  readonly emails: string;
  readonly links: string;
  readonly notes: string;
  readonly known_since: string | null;
  readonly created_at: number;
  readonly updated_at: number;
  readonly version: number;
  readonly salt: string;
}

const list = "partners";

export const layer = Layer.effect(
  PartnerStore,
  Effect.gen(function* () {
    const sql = yield* SqlClient;
    const changes = yield* ChangeLog;

    const rowById = (partnerId: PartnerId) =>
      Effect.map(sql<PartnerRow>`SELECT * FROM partners WHERE id = ${partnerId}`, ([row]) => row);

    const byId = Effect.fnUntraced(function* (partnerId: PartnerId) {
      const row = yield* rowById(partnerId);
      return row === undefined ? undefined : partnerOfRow(row);
    }, Effect.orDie);

    // A list travels as one JSON parameter: a Durable Object takes at most 100 parameters.
    const byIdentity = Effect.fnUntraced(function* (keys: ReadonlyArray<string>) {
      const rows = yield* sql<PartnerRow>`SELECT * FROM partners WHERE id IN (
          SELECT partner_id FROM partner_identities
          WHERE key IN (SELECT value FROM json_each(${JSON.stringify(keys)})))
        ORDER BY pk`;
      return rows.map(partnerOfRow);
    }, Effect.orDie);

    const keepIdentities = (partners: ReadonlyArray<Partner>) => {
      const pairs = partners.flatMap((partner) =>
        identityKeysOf(partner).map((key) => [key, partner.id]),
      );
      return sql`INSERT INTO partner_identities (key, partner_id)
        SELECT value ->> 0, value ->> 1 FROM json_each(${JSON.stringify(pairs)})
        WHERE true ON CONFLICT DO NOTHING`;
    };

    const insert = Effect.fnUntraced(function* (added: ReadonlyArray<Partner>) {
      if (added.length === 0) return;
      const rows = added.map(rowOfPartner);
      const kept = yield* sql<{ pk: number; id: string }>`INSERT INTO partners
        (id, name, name_folded, organisation, role, emails, links, notes, known_since,
          created_at, updated_at, version, salt)
        SELECT value ->> 'id', value ->> 'name', value ->> 'name_folded', value ->> 'organisation',
          value ->> 'role', value ->> 'emails', value ->> 'links', value ->> 'notes',
          value ->> 'known_since', value ->> 'created_at', value ->> 'updated_at',
          value ->> 'version', value ->> 'salt'
        FROM json_each(${JSON.stringify(rows)})
        RETURNING pk, id`;
      const pkById = new Map(kept.map(({ pk, id }) => [id, pk]));
      const words = added.map((partner) => [pkById.get(partner.id), wordsOf(partner)]);
      yield* sql`INSERT INTO partner_search (rowid, words)
        SELECT value ->> 0, value ->> 1 FROM json_each(${JSON.stringify(words)})`;
      yield* keepIdentities(added);
      yield* changes.appendAll(
        added.map((partner, index) => ({
          kind: "partner.added" as const,
          subject: partner.id,
          body: { personal: hashesOf(rows[index]?.salt ?? "", partner) },
        })),
      );
    }, Effect.orDie);

    const update = Effect.fnUntraced(function* (before: Partner, after: Partner) {
      const row = (yield* rowById(after.id)) as PartnerRow;
      yield* sql`UPDATE partners SET name = ${after.name}, name_folded = ${foldedText(after.name)},
        organisation = ${after.organisation}, role = ${after.role},
        emails = ${JSON.stringify(after.emails)}, links = ${JSON.stringify(after.links)},
        notes = ${after.notes}, known_since = ${after.knownSince},
        updated_at = ${msOf(after.updatedAt)}, version = ${after.version}
        WHERE id = ${after.id}`;
      yield* sql`UPDATE partner_search SET words = ${wordsOf(after)} WHERE rowid = ${row.pk}`;
      yield* sql`DELETE FROM partner_identities WHERE partner_id = ${after.id}`;
      yield* keepIdentities([after]);
      yield* changes.append("partner.changed", after.id, {
        version: { old: before.version, new: after.version },
        personal: Object.fromEntries(
          changedFieldsOf(before, after).map((field) => [
            field,
            { old: hashOfField(row.salt, before, field), new: hashOfField(row.salt, after, field) },
          ]),
        ),
      });
    }, Effect.orDie);

    const remove = Effect.fnUntraced(function* (partner: Partner) {
      yield* sql`DELETE FROM partner_search
        WHERE rowid = (SELECT pk FROM partners WHERE id = ${partner.id})`;
      yield* sql`DELETE FROM import_rows WHERE partner_id = ${partner.id}`;
      yield* sql`DELETE FROM partners WHERE id = ${partner.id}`;
      yield* changes.append("partner.removed", partner.id, { version: partner.version });
    }, Effect.orDie);

    const rowsAfter = ([name, id]: ReadonlyArray<string | number>, match: string, limit: number) =>
      match === ""
        ? sql<PartnerRow>`SELECT * FROM partners WHERE (name_folded, id) > (${name}, ${id})
            ORDER BY name_folded, id LIMIT ${limit}`
        : sql<PartnerRow>`SELECT partners.* FROM partner_search
            JOIN partners ON partners.pk = partner_search.rowid
            WHERE partner_search MATCH ${match} AND (name_folded, id) > (${name}, ${id})
            ORDER BY name_folded, id LIMIT ${limit}`;

    return PartnerStore.of({
      atomically: atomicallyOver(sql),
      byId,
      byIdentity,
      insert,
      update,
      remove,
      page: Effect.fnUntraced(function* ({ search, limit, cursor }) {
        if (search.trim() !== "" && matchOf(search) === "") return { data: [], nextCursor: null };
        const start =
          cursor === null ? ["", ""] : yield* decodeCursor(list, ["string", "string"], cursor);
        const rows = yield* Effect.orDie(rowsAfter(start, matchOf(search), limit + 1));
        return pageOfRows(rows, limit, {
          item: partnerOfRow,
          cursor: (row) => encodeCursor(list, [row.name_folded, row.id]),
        }) satisfies Page<Partner>;
      }),
    });
  }),
);

/** Of what is filled in: an empty field has nothing to prove. */
const hashesOf = (salt: string, partner: Partner): Readonly<Record<string, string>> =>
  Object.fromEntries(
    editableFields
      .filter((field) => (partner[field]?.length ?? 0) > 0)
      .map((field) => [field, hashOfField(salt, partner, field)]),
  );

const hashOfField = (salt: string, partner: Partner, field: EditableField): string =>
  saltedHash(salt, JSON.stringify(partner[field]));

const wordsOf = ({ name, organisation, role }: Partner): string =>
  foldedText(`${name} ${organisation} ${role}`);

/** Beginnings of words, all of which must occur. Folding leaves only letters, digits and spaces to quote. */
const matchOf = (search: string): string =>
  foldedText(search)
    .split(" ")
    .filter((word) => word !== "")
    .map((word) => `"${word}"*`)
    .join(" ");

const rowOfPartner = (partner: Partner): Omit<PartnerRow, "pk"> => ({
  id: partner.id,
  name: partner.name,
  name_folded: foldedText(partner.name),
  organisation: partner.organisation,
  role: partner.role,
  emails: JSON.stringify(partner.emails),
  links: JSON.stringify(partner.links),
  notes: partner.notes,
  known_since: partner.knownSince,
  created_at: msOf(partner.createdAt),
  updated_at: msOf(partner.updatedAt),
  version: partner.version,
  salt: newSalt(),
});

const partnerOfRow = (row: PartnerRow): Partner => ({
  id: row.id as PartnerId,
  name: row.name,
  organisation: row.organisation,
  role: row.role,
  emails: JSON.parse(row.emails) as Array<string>,
  links: JSON.parse(row.links) as Array<string>,
  notes: row.notes,
  knownSince: row.known_since as PlainDate | null,
  createdAt: instantOf(row.created_at),
  updatedAt: instantOf(row.updated_at),
  version: row.version,
});
