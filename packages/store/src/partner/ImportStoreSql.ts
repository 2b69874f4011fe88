import {
  type AppliedRow,
  type NewContact,
  type Import,
  type ImportCounts,
  type ImportedPartner,
  type ImportId,
  type ImportOutcome,
  type ImportSource,
  ImportStore,
  type Partner,
  type PartnerId,
} from "@comity/domain/partner";
import { instantOf, msOf, nowMs, whenMs } from "@comity/domain/time";
import * as Effect from "effect/Effect";
import * as Layer from "effect/Layer";
import { SqlClient } from "effect/sql/SqlClient";
import { ChangeLog } from "../change/ChangeLog.ts";
import { newSalt, saltedHash } from "../change/fingerprint.ts";
import { Settings } from "../settings/Settings.ts";

interface ImportRecord {
  readonly id: string;
  readonly source: string;
  readonly state: Import["state"];
  readonly file_digest: string;
  readonly counts: string;
  readonly started_at: number;
  readonly ended_at: number | null;
  readonly kept: number;
}

interface RowRecord {
  readonly row: number;
  readonly partner_id: string;
  readonly outcome: string;
  readonly before: string;
  readonly after: string;
  readonly said: string;
  readonly said_before: string;
  readonly contacts: string;
}

const kindOfState = {
  running: "import.started",
  done: "import.done",
  undoing: "import.undoing",
  undone: "import.undone",
} as const;

export const layer = Layer.effect(
  ImportStore,
  Effect.gen(function* () {
    const sql = yield* SqlClient;
    const changes = yield* ChangeLog;
    const { terms } = yield* Settings;

    const saidAgain = Effect.fnUntraced(function* (
      partnerId: PartnerId,
      source: ImportSource,
      said: ImportedPartner | null,
    ) {
      if (said === null) {
        yield* sql`DELETE FROM partner_said WHERE partner_id = ${partnerId} AND source = ${source}`;
      } else {
        yield* sql`INSERT INTO partner_said (partner_id, source, said)
          VALUES (${partnerId}, ${source}, ${JSON.stringify(said)})
          ON CONFLICT (partner_id, source) DO UPDATE SET said = excluded.said`;
      }
    }, Effect.orDie);

    /** Writes down contacts that are not known yet, and says which of them these were. */
    const keepContacts = Effect.fnUntraced(function* (rows: ReadonlyArray<AppliedRow>) {
      const { timeZone } = yield* terms;
      const recordedAt = yield* nowMs;
      const wanted = rows.flatMap(({ partnerId, contacts }) =>
        contacts.map(({ id, on, note }) => ({
          id,
          partner_id: partnerId,
          at: whenMs(on, timeZone),
          note,
          salt: newSalt(),
        })),
      );
      if (wanted.length === 0) return new Set<string>();
      const kept = yield* sql<{ id: string }>`INSERT INTO contacts
        (id, partner_id, at, recorded_at, means, by, note, salt)
        SELECT value ->> 'id', value ->> 'partner_id', value ->> 'at', ${recordedAt}, 'other', 'both',
          value ->> 'note', value ->> 'salt'
        FROM json_each(${JSON.stringify(wanted)}) AS wanted
        WHERE NOT EXISTS (SELECT 1 FROM contacts AS known
          WHERE known.partner_id = value ->> 'partner_id' AND known.at = value ->> 'at'
            AND known.note = value ->> 'note')
        RETURNING id`;
      const ids = new Set(kept.map(({ id }) => id));
      yield* changes.appendAll(
        wanted
          .filter(({ id }) => ids.has(id))
          .map(({ id, partner_id, at, note, salt }) => ({
            kind: "contact.recorded" as const,
            subject: id,
            body: {
              partnerId: partner_id,
              at: instantOf(at),
              means: "other",
              by: "both",
              personal: { note: note === "" ? null : saltedHash(salt, note) },
            },
          })),
      );
      return ids;
    });

    return ImportStore.of({
      byId: (importId) =>
        Effect.map(sql<ImportRecord>`SELECT * FROM imports WHERE id = ${importId}`, ([record]) =>
          record === undefined ? undefined : importOf(record),
        ).pipe(Effect.orDie),
      unfinished: Effect.map(
        sql<ImportRecord>`SELECT * FROM imports WHERE state IN ('running', 'undoing')`,
        (records) => records.map(importOf),
      ).pipe(Effect.orDie),
      put: Effect.fnUntraced(function* (before, after) {
        const counts = JSON.stringify(after.counts);
        const endedAt = after.endedAt === null ? null : msOf(after.endedAt);
        yield* sql`INSERT INTO imports
            (id, source, state, file_digest, counts, started_at, ended_at, kept)
          VALUES (${after.id}, ${after.source}, ${after.state}, ${after.fileDigest}, ${counts},
            ${msOf(after.startedAt)}, ${endedAt}, ${after.kept})
          ON CONFLICT (id) DO UPDATE SET state = excluded.state, counts = excluded.counts,
            started_at = excluded.started_at, ended_at = excluded.ended_at, kept = excluded.kept`;
        yield* changes.append(kindOfState[after.state], after.id, {
          source: after.source,
          state: { old: before?.state ?? null, new: after.state },
          counts: after.counts,
          kept: after.kept,
        });
      }, Effect.orDie),
      keepRows: Effect.fnUntraced(function* ({ id, source }, rows) {
        if (rows.length === 0) return;
        const recorded = yield* keepContacts(rows);
        const kept = rows.map((row) => ({
          ...row,
          contacts: row.contacts.filter((contact) => recorded.has(contact.id)),
        }));
        yield* sql`INSERT INTO import_rows
          (import_id, row, partner_id, outcome, before, after, said, said_before, contacts)
          SELECT ${id}, value ->> 'row', value ->> 'partnerId', value ->> 'outcome',
            value -> 'before', value -> 'after', value -> 'said', value -> 'saidBefore',
            value -> 'contacts'
          FROM json_each(${JSON.stringify(kept)})`;
        const said = rows.map((row) => [row.partnerId, row.said]);
        yield* sql`INSERT INTO partner_said (partner_id, source, said)
          SELECT value ->> 0, ${source}, value -> 1 FROM json_each(${JSON.stringify(said)})
          WHERE true ON CONFLICT (partner_id, source) DO UPDATE SET said = excluded.said`;
      }, Effect.orDie),
      rows: (importId) =>
        Effect.map(
          sql<RowRecord>`SELECT row, partner_id, outcome, before, after, said, said_before, contacts
            FROM import_rows WHERE import_id = ${importId} ORDER BY row DESC`,
          (records) => records.map(appliedRowOf),
        ).pipe(Effect.orDie),
      forgetRows: (importId) =>
        Effect.asVoid(Effect.orDie(sql`DELETE FROM import_rows WHERE import_id = ${importId}`)),
      saidOf: Effect.fnUntraced(function* (partnerIds, source) {
        const records = yield* sql<{ partner_id: string; said: string }>`SELECT partner_id, said
          FROM partner_said WHERE source = ${source}
            AND partner_id IN (SELECT value FROM json_each(${JSON.stringify(partnerIds)}))`;
        return new Map(
          records.map(({ partner_id, said }) => [
            partner_id as PartnerId,
            JSON.parse(said) as ImportedPartner,
          ]),
        );
      }, Effect.orDie),
      saidAgain,
      forgetContacts: Effect.fnUntraced(function* (contacts) {
        if (contacts.length === 0) return;
        const ids = JSON.stringify(contacts.map(({ id }) => id));
        const gone = yield* sql<{ id: string; partner_id: string }>`DELETE FROM contacts
          WHERE id IN (SELECT value FROM json_each(${ids})) RETURNING id, partner_id`;
        yield* changes.appendAll(
          gone.map(({ id, partner_id }) => ({
            kind: "contact.removed" as const,
            subject: id,
            body: { partnerId: partner_id },
          })),
        );
      }, Effect.orDie),
    });
  }),
);

const importOf = (record: ImportRecord): Import => ({
  id: record.id as ImportId,
  source: record.source as ImportSource,
  state: record.state,
  fileDigest: record.file_digest,
  counts: JSON.parse(record.counts) as ImportCounts,
  startedAt: instantOf(record.started_at),
  endedAt: record.ended_at === null ? null : instantOf(record.ended_at),
  kept: record.kept,
});

const appliedRowOf = (record: RowRecord): AppliedRow => ({
  row: record.row,
  outcome: record.outcome as ImportOutcome,
  partnerId: record.partner_id as PartnerId,
  before: JSON.parse(record.before) as Partner | null,
  after: JSON.parse(record.after) as Partner,
  said: JSON.parse(record.said) as ImportedPartner,
  saidBefore: JSON.parse(record.said_before) as ImportedPartner | null,
  contacts: JSON.parse(record.contacts) as Array<NewContact>,
});
