import {
  type Contact,
  type ContactBy,
  type ContactId,
  type ContactMeans,
  ContactStore,
} from "@comity/domain/contact";
import type { PartnerId } from "@comity/domain/partner/schema";
import { instantOf, msOf } from "@comity/domain/time";
import * as Effect from "effect/Effect";
import * as Layer from "effect/Layer";
import { SqlClient } from "effect/sql/SqlClient";
import { ChangeLog } from "../change/ChangeLog.ts";
import { newSalt, saltedHash } from "../change/fingerprint.ts";
import { decodeCursor, encodeCursor, pageOfRows } from "../page/cursor.ts";
import { Settings } from "../settings/Settings.ts";
import { atomicallyOver } from "../transaction/atomically.ts";

interface ContactRow {
  readonly id: string;
  readonly partner_id: string;
  readonly at: number;
  readonly recorded_at: number;
  readonly means: string;
  readonly by: string;
  readonly note: string;
  readonly salt: string;
}

const list = "contacts";

/** After every instant that can be stored: where the list starts. */
const latestMs = Number.MAX_SAFE_INTEGER;

export const layer = Layer.effect(
  ContactStore,
  Effect.gen(function* () {
    const sql = yield* SqlClient;
    const changes = yield* ChangeLog;
    const { terms } = yield* Settings;

    const rowsBefore = (
      partnerId: PartnerId,
      [at, id]: ReadonlyArray<string | number>,
      limit: number,
    ) =>
      sql<ContactRow>`SELECT * FROM contacts WHERE partner_id = ${partnerId}
        AND (at, id) < (${at}, ${id}) ORDER BY at DESC, id DESC LIMIT ${limit}`;

    const insert = Effect.fnUntraced(function* (contacts: ReadonlyArray<Contact>) {
      if (contacts.length === 0) return;
      const rows = contacts.map(rowOfContact);
      yield* sql`INSERT INTO contacts (id, partner_id, at, recorded_at, means, by, note, salt)
        SELECT value ->> 'id', value ->> 'partner_id', value ->> 'at', value ->> 'recorded_at',
          value ->> 'means', value ->> 'by', value ->> 'note', value ->> 'salt'
        FROM json_each(${JSON.stringify(rows)})`;
      yield* changes.appendAll(
        contacts.map(({ id, partnerId, at, recordedAt, means, by, note }, index) => ({
          kind: "contact.recorded" as const,
          subject: id,
          body: {
            partnerId,
            at,
            recordedAt,
            means,
            by,
            personal: { note: note === "" ? null : saltedHash(rows[index]?.salt ?? "", note) },
          },
        })),
      );
    }, Effect.orDie);

    const remove = Effect.fnUntraced(function* ({ id, partnerId }: Contact) {
      yield* sql`DELETE FROM contacts WHERE id = ${id}`;
      yield* changes.append("contact.removed", id, { partnerId });
    }, Effect.orDie);

    return ContactStore.of({
      atomically: atomicallyOver(sql),
      timeZone: Effect.map(terms, ({ timeZone }) => timeZone),
      hasPartner: (partnerId) =>
        Effect.map(
          sql`SELECT 1 FROM partners WHERE id = ${partnerId}`,
          (rows) => rows.length > 0,
        ).pipe(Effect.orDie),
      byId: (contactId) =>
        Effect.map(sql<ContactRow>`SELECT * FROM contacts WHERE id = ${contactId}`, ([row]) =>
          row === undefined ? undefined : contactOfRow(row),
        ).pipe(Effect.orDie),
      insert,
      remove,
      page: Effect.fnUntraced(function* (partnerId, { limit, cursor }) {
        const from =
          cursor === null
            ? [latestMs, ""]
            : yield* decodeCursor(list, ["number", "string"], cursor);
        const rows = yield* Effect.orDie(rowsBefore(partnerId, from, limit + 1));
        return pageOfRows(rows, limit, {
          item: contactOfRow,
          cursor: (row) => encodeCursor(list, [row.at, row.id]),
        });
      }),
    });
  }),
);

const rowOfContact = (contact: Contact): ContactRow => ({
  id: contact.id,
  partner_id: contact.partnerId,
  at: msOf(contact.at),
  recorded_at: msOf(contact.recordedAt),
  means: contact.means,
  by: contact.by,
  note: contact.note,
  salt: newSalt(),
});

const contactOfRow = (row: ContactRow): Contact => ({
  id: row.id as ContactId,
  partnerId: row.partner_id as PartnerId,
  at: instantOf(row.at),
  means: row.means as ContactMeans,
  by: row.by as ContactBy,
  note: row.note,
  recordedAt: instantOf(row.recorded_at),
});
