import {
  type Accounts,
  type AskRecord,
  type Checkpoint,
  type Choice,
  type DatedPosting,
  EquityStore,
  type Folded,
  type Snapshot,
} from "@comity/domain/equity";
import { policyWith, sameVerdicts } from "@comity/domain/equity/rules";
import type {
  Ask,
  AskState,
  Entry,
  EntryId,
  EquityPolicy,
  Learned,
} from "@comity/domain/equity/schema";
import type { PartnerId } from "@comity/domain/partner/schema";
import { msOf, nowMs } from "@comity/domain/time";
import * as Effect from "effect/Effect";
import * as Layer from "effect/Layer";
import { SqlClient } from "effect/sql/SqlClient";
import { ChangeLog } from "../change/ChangeLog.ts";
import { newSalt, saltedHash } from "../change/fingerprint.ts";
import { decodeCursor, encodeCursor, pageOfRows } from "../page/cursor.ts";
import { chosenPolicyOf, learnedOf, policyOfRow, Settings } from "../settings/Settings.ts";
import { atomicallyOver } from "../transaction/atomically.ts";
import {
  accountsOfRow,
  type AskRow,
  askOfRow,
  type EntryRow,
  entryOfRow,
  entryWith,
  factsOf,
  type PairRow,
  pairOfRow,
  rowOfEntry,
  type SnapshotRow,
  snapshotOfRow,
  type StandingRow,
} from "./rows.ts";

/** After every instant that can be stored: where a list starts. */
const latestMs = Number.MAX_SAFE_INTEGER;
/** Before every one. */
const earliestMs = Number.MIN_SAFE_INTEGER;

interface ChoiceRow {
  readonly policy: string;
  readonly version: number;
  readonly at: number | null;
}

interface AskRecordRow extends Omit<AskRecord, "largestGranted"> {
  readonly largest_granted: number | null;
}

interface PostingRow {
  readonly id: string;
  readonly at: number;
  readonly mine: number;
  readonly theirs: number;
}

interface IdRow {
  readonly id: string;
}

export const layer = Layer.effect(
  EquityStore,
  Effect.gen(function* () {
    const sql = yield* SqlClient;
    const changes = yield* ChangeLog;
    const { terms } = yield* Settings;

    // Entries keep the partner that they were written down with. Whoever that one became part of has
    // them now.
    const selectEntries =
      sql.literal(`SELECT entries.*, entry_notes.note, partner_aliases.partner_id AS owner FROM entries
      LEFT JOIN entry_notes ON entry_notes.entry_id = entries.id
      LEFT JOIN partner_aliases ON partner_aliases.alias_id = entries.partner_id`);
    const selectAsks =
      sql.literal(`SELECT asks.*, ask_texts.what, ask_texts.override_reason FROM asks
      LEFT JOIN ask_texts ON ask_texts.ask_id = asks.id`);

    /** Entries of a partner are also those of partners who became part of it. */
    const ownedBy = (partnerId: PartnerId) =>
      Effect.map(
        sql<{ id: string }>`SELECT alias_id AS id FROM partner_aliases
          WHERE partner_id = ${partnerId}`,
        (aliases) => {
          if (aliases.length === 0) return sql`entries.partner_id = ${partnerId}`;
          const owners = JSON.stringify([partnerId, ...aliases.map(({ id }) => id)]);
          return sql`entries.partner_id IN (SELECT value FROM json_each(${owners}))`;
        },
      );

    /** Open asks whose time has not passed, and when an ask was last opened. */
    const aboutAsks = (partnerColumn: string, atMs: number) =>
      sql`(SELECT coalesce(sum(reserved), 0) FROM asks
          WHERE asks.partner_id = ${sql.literal(partnerColumn)} AND state = 'open'
            AND expires_at > ${atMs}) AS reserved,
        (SELECT max(opened_at) FROM asks
          WHERE asks.partner_id = ${sql.literal(partnerColumn)}) AS last_ask`;

    const keepAccounts = (partnerId: PartnerId, { mine, theirs, ...counts }: Accounts) =>
      sql`INSERT INTO accounts (partner_id, at, mine_principal, mine_interest,
          theirs_principal, theirs_interest, gifts, entries, facts, openings, last_gift_at,
          last_contact_at, tallies)
        VALUES (${partnerId}, ${mine.atMs}, ${mine.principal}, ${mine.interest},
          ${theirs.principal}, ${theirs.interest}, ${counts.gifts}, ${counts.entries},
          ${counts.facts}, ${counts.openings}, ${counts.lastGiftMs},
          ${counts.lastContactMs}, ${JSON.stringify(counts.tallies)})
        ON CONFLICT (partner_id) DO UPDATE SET at = excluded.at,
          mine_principal = excluded.mine_principal, mine_interest = excluded.mine_interest,
          theirs_principal = excluded.theirs_principal, theirs_interest = excluded.theirs_interest,
          gifts = excluded.gifts, entries = excluded.entries, facts = excluded.facts,
          openings = excluded.openings, last_gift_at = excluded.last_gift_at,
          last_contact_at = excluded.last_contact_at,
          tallies = excluded.tallies`;

    const keepCheckpoint = (partnerId: PartnerId, { mine, theirs, entries }: Checkpoint) =>
      sql`INSERT INTO checkpoints (partner_id, at, entries, mine_principal, mine_interest,
          theirs_principal, theirs_interest)
        VALUES (${partnerId}, ${mine.atMs}, ${entries}, ${mine.principal}, ${mine.interest},
          ${theirs.principal}, ${theirs.interest})`;

    const keepFolded = Effect.fnUntraced(function* (
      partnerId: PartnerId,
      { accounts, staleFromMs, checkpoints }: Folded,
    ) {
      yield* keepAccounts(partnerId, accounts);
      if (staleFromMs !== null) {
        const fromMs = Math.max(staleFromMs, earliestMs);
        yield* sql`DELETE FROM checkpoints WHERE partner_id = ${partnerId} AND at >= ${fromMs}`;
      }
      for (const checkpoint of checkpoints) yield* keepCheckpoint(partnerId, checkpoint);
    });

    /** Keeps a note in a row that can be erased. Returns the hash that the log keeps of it. */
    const keepNote = Effect.fnUntraced(function* (entryId: EntryId, note: string) {
      const salt = newSalt();
      yield* sql`INSERT INTO entry_notes (entry_id, note, salt) VALUES (${entryId}, ${note}, ${salt})`;
      return saltedHash(salt, note);
    });

    /** What takes an entry back goes where that one stands, so that the two are never parted. */
    const besideEarlier = Effect.fnUntraced(function* (entry: Entry) {
      const earlier = entry.kind === "reversal" ? entry.reverses : correctedBy(entry);
      if (earlier === null) return entry;
      const [row] = yield* sql<{ partner_id: string }>`SELECT partner_id FROM entries
        WHERE id = ${earlier}`;
      return row === undefined ? entry : entryWith(entry, row.partner_id as PartnerId);
    });

    const append = Effect.fnUntraced(function* (recorded: Entry, folded: Folded) {
      const entry = yield* besideEarlier(recorded);
      yield* sql`INSERT INTO entries ${sql.insert(rowOfEntry(entry))}`;
      const note = entry.note === "" ? null : yield* keepNote(entry.id, entry.note);
      yield* keepFolded(recorded.partnerId, folded);
      const { kind, partnerId, posting } = entry;
      const personal = { note };
      const fact = kind === "reversal" ? "entry.reversed" : "entry.recorded";
      yield* changes.append(fact, entry.id, {
        ...factsOf(entry),
        kind,
        partnerId,
        posting,
        personal,
      });
    }, Effect.orDie);

    const nextVersion = Effect.map(
      sql<{ policy_version: number }>`UPDATE settings SET policy_version = policy_version + 1
        WHERE id = 1 RETURNING policy_version`,
      ([row]) => row?.policy_version ?? 1,
    );

    const noteVersion = (
      version: number,
      partnerId: PartnerId | null,
      policy: string | null,
      atMs: number,
    ) =>
      sql`INSERT INTO policy_versions (version, at, partner_id, policy, learned)
        SELECT ${version}, ${atMs}, ${partnerId}, ${policy}, learned FROM settings WHERE id = 1`;

    const choose = Effect.fnUntraced(function* (
      partnerId: PartnerId | null,
      policy: EquityPolicy | null,
    ) {
      const atMs = yield* nowMs;
      const version = yield* nextVersion;
      const text = policy === null ? null : JSON.stringify(policy);
      if (partnerId === null) {
        yield* sql`UPDATE settings SET policy = ${text}, chosen_version = ${version},
          chosen_at = ${atMs} WHERE id = 1`;
      } else if (text === null) {
        yield* sql`DELETE FROM relationship_policies WHERE partner_id = ${partnerId}`;
      } else {
        yield* sql`INSERT INTO relationship_policies (partner_id, policy, version, at)
          VALUES (${partnerId}, ${text}, ${version}, ${atMs})
          ON CONFLICT (partner_id) DO UPDATE SET policy = excluded.policy,
            version = excluded.version, at = excluded.at`;
      }
      yield* noteVersion(version, partnerId, text, atMs);
      const kind = policy === null ? "policy.cleared" : "policy.chosen";
      yield* changes.append(kind, partnerId ?? "workspace", { policy, version });
    }, Effect.orDie);

    /** What was learned is kept at once; a version is due only where verdicts change by it. */
    const learn = Effect.fnUntraced(function* ({ learned }: Snapshot, after: Learned) {
      yield* sql`UPDATE settings SET learned = ${JSON.stringify(after)} WHERE id = 1`;
      const [shared, ...own] = yield* sql<{ policy: string }>`SELECT 0 AS own, policy FROM settings
        WHERE id = 1 UNION SELECT 1, policy FROM relationship_policies ORDER BY own`;
      const judgesAlike = ({ policy }: { readonly policy: string }): boolean => {
        const chosen = chosenPolicyOf(policy);
        return sameVerdicts(policyWith(chosen, learned), policyWith(chosen, after));
      };
      if (shared === undefined || [shared, ...own].every(judgesAlike)) return;
      const version = yield* nextVersion;
      yield* noteVersion(version, null, shared.policy, yield* nowMs);
      yield* changes.append("policy.learned", "workspace", { learned: after, version });
    }, Effect.orDie);

    const choice = Effect.fnUntraced(function* (partnerId: PartnerId | null) {
      const rows =
        partnerId === null
          ? yield* sql<ChoiceRow>`SELECT policy, chosen_version AS version, chosen_at AS at
              FROM settings WHERE id = 1`
          : yield* sql<ChoiceRow>`SELECT policy, version, at FROM relationship_policies
              WHERE partner_id = ${partnerId}`;
      return rows[0] === undefined ? undefined : choiceOfRow(rows[0]);
    }, Effect.orDie);

    const openAsk = Effect.fnUntraced(function* (ask: Omit<Ask, "seq">) {
      const salt = newSalt();
      const seq = yield* changes.append("ask.opened", ask.id, {
        partnerId: ask.partnerId,
        kindId: ask.kindId,
        cost: ask.cost,
        offer: ask.offer,
        reserved: ask.reserved,
        verdict: ask.coverage.verdict,
        policyVersion: ask.policyVersion,
        overrides: ask.overrides,
        personal: {
          what: saltedHash(salt, ask.what),
          overrideReason: ask.overrideReason === null ? null : saltedHash(salt, ask.overrideReason),
        },
      });
      yield* sql`INSERT INTO asks (id, partner_id, kind_id, state, cost, offer, reserved, opened_at,
          expires_at, closed_at, coverage, policy_version, seq, overrides, entry_id)
        VALUES (${ask.id}, ${ask.partnerId}, ${ask.kindId}, ${ask.state}, ${ask.cost}, ${ask.offer},
          ${ask.reserved}, ${msOf(ask.openedAt)}, ${msOf(ask.expiresAt)}, NULL, ${JSON.stringify(ask.coverage)}, ${ask.policyVersion}, ${seq},
          ${ask.overrides}, NULL)`;
      yield* sql`INSERT INTO ask_texts (ask_id, what, override_reason, salt)
        VALUES (${ask.id}, ${ask.what}, ${ask.overrideReason}, ${salt})`;
      return { ...ask, seq };
    }, Effect.orDie);

    const keepAsk = Effect.fnUntraced(function* (before: Ask, after: Ask) {
      const closedAt = after.closedAt === null ? null : msOf(after.closedAt);
      yield* sql`UPDATE asks SET state = ${after.state}, closed_at = ${closedAt}, entry_id = ${after.entryId}
        WHERE id = ${after.id}`;
      const fact = after.state === "open" ? "ask.reopened" : (`ask.${after.state}` as const);
      yield* changes.append(fact, after.id, {
        partnerId: after.partnerId,
        state: { old: before.state, new: after.state },
        entryId: after.entryId,
      });
    }, Effect.orDie);

    const entriesBefore = Effect.fnUntraced(function* (
      partnerId: PartnerId,
      [at, id]: ReadonlyArray<string | number>,
      limit: number,
    ) {
      return yield* sql<EntryRow>`${selectEntries} WHERE ${yield* ownedBy(partnerId)}
        AND (at, id) < (${at}, ${id}) ORDER BY at DESC, id DESC LIMIT ${limit}`;
    });

    const asksBefore = (
      partnerId: PartnerId | null,
      [at, id]: ReadonlyArray<string | number>,
      state: AskState | null,
      { limit, atMs }: { readonly limit: number; readonly atMs: number },
    ) =>
      sql<AskRow>`${selectAsks} WHERE ${partnerId === null ? sql`true` : sql`partner_id = ${partnerId}`}
        AND (opened_at, id) < (${at}, ${id})
        AND (${state} IS NULL OR ${state} =
          iif(state = 'open' AND expires_at <= ${atMs}, 'expired', state))
        ORDER BY opened_at DESC, id DESC LIMIT ${limit}`;

    return EquityStore.of({
      atomically: atomicallyOver(sql),
      terms,
      hasPartner: (partnerId) =>
        Effect.map(
          sql`SELECT 1 FROM partners WHERE id = ${partnerId}`,
          (rows) => rows.length > 0,
        ).pipe(Effect.orDie),
      learned: Effect.map(
        sql<{ learned: string }>`SELECT learned FROM settings WHERE id = 1`,
        ([row]) => learnedOf(row?.learned ?? ""),
      ).pipe(Effect.orDie),
      snapshot: (partnerId, atMs) =>
        Effect.map(
          sql<SnapshotRow>`SELECT time_zone, policy_version, learned, accounts.*,
              coalesce(relationship_policies.policy, settings.policy) AS policy,
              ${aboutAsks("partners.id", atMs)}
            FROM partners
            JOIN settings ON settings.id = 1
            LEFT JOIN relationship_policies ON relationship_policies.partner_id = partners.id
            LEFT JOIN accounts ON accounts.partner_id = partners.id
            WHERE partners.id = ${partnerId}`,
          ([row]) => (row === undefined ? undefined : snapshotOfRow(row)),
        ).pipe(Effect.orDie),
      standings: Effect.fnUntraced(function* (partnerIds, atMs) {
        const rows = yield* sql<StandingRow>`SELECT ids.value AS partner_id, learned, accounts.*,
            coalesce(relationship_policies.policy, settings.policy) AS policy,
            ${aboutAsks("ids.value", atMs)}
          FROM json_each(${JSON.stringify(partnerIds)}) AS ids
          JOIN settings ON settings.id = 1
          LEFT JOIN relationship_policies ON relationship_policies.partner_id = ids.value
          LEFT JOIN accounts ON accounts.partner_id = ids.value
          ORDER BY ids.key`;
        return rows.map((row) => ({
          accounts: accountsOfRow(row),
          reserved: row.reserved,
          policy: policyOfRow(row),
          lastAskMs: row.last_ask,
        }));
      }, Effect.orDie),
      postings: Effect.fnUntraced(function* (partnerId, { afterMs, upToMs }) {
        const rows = yield* sql<PostingRow>`SELECT id, at, mine, theirs
          FROM entries WHERE ${yield* ownedBy(partnerId)}
            AND at > ${Math.max(afterMs, earliestMs)} AND at <= ${Math.min(upToMs, latestMs)}
          ORDER BY at, id`;
        return rows.map((row): DatedPosting => ({
          entryId: row.id as EntryId,
          atMs: row.at,
          mine: row.mine,
          theirs: row.theirs,
        }));
      }, Effect.orDie),
      checkpointBefore: (partnerId, atMs) =>
        Effect.map(
          sql<PairRow>`SELECT * FROM checkpoints WHERE partner_id = ${partnerId} AND at < ${atMs}
            ORDER BY at DESC LIMIT 1`,
          ([row]) => (row === undefined ? undefined : pairOfRow(row)),
        ).pipe(Effect.orDie),
      history: Effect.fnUntraced(function* (partnerId) {
        const rows = yield* sql<EntryRow>`${selectEntries} WHERE ${yield* ownedBy(partnerId)}
          ORDER BY at, entries.id`;
        return rows.map(entryOfRow);
      }, Effect.orDie),
      entryById: (entryId) =>
        Effect.map(sql<EntryRow>`${selectEntries} WHERE entries.id = ${entryId}`, ([row]) =>
          row === undefined ? undefined : entryOfRow(row),
        ).pipe(Effect.orDie),
      reversalOf: (entryId) =>
        Effect.map(sql<EntryRow>`${selectEntries} WHERE reverses = ${entryId}`, ([row]) =>
          row === undefined ? undefined : entryOfRow(row),
        ).pipe(Effect.orDie),
      correctionOf: (entryId) =>
        Effect.map(sql<EntryRow>`${selectEntries} WHERE corrects = ${entryId}`, ([row]) =>
          row === undefined ? undefined : entryOfRow(row),
        ).pipe(Effect.orDie),
      entriesOfAsk: (askId) =>
        Effect.map(
          sql<EntryRow>`${selectEntries} WHERE ask_id = ${askId}
            UNION ALL ${selectEntries} WHERE reverses IN
              (SELECT id FROM entries WHERE ask_id = ${askId})`,
          (rows) => rows.map(entryOfRow),
        ).pipe(Effect.orDie),
      entries: Effect.fnUntraced(function* (partnerId, { limit, cursor }) {
        const from = yield* start("entries", cursor);
        const rows = yield* Effect.orDie(entriesBefore(partnerId, from, limit + 1));
        return pageOfRows(rows, limit, {
          item: entryOfRow,
          cursor: (row) => encodeCursor("entries", [row.at, row.id]),
        });
      }),
      append,
      refold: Effect.fnUntraced(function* (partnerId, folded) {
        if (folded.accounts.entries > 0) return yield* keepFolded(partnerId, folded);
        yield* sql`DELETE FROM accounts WHERE partner_id = ${partnerId}`;
        yield* sql`DELETE FROM checkpoints WHERE partner_id = ${partnerId}`;
      }, Effect.orDie),
      unfolded: (limit) =>
        idsFrom(
          sql<IdRow>`SELECT partner_id AS id FROM accounts WHERE tallies = '' LIMIT ${limit}`,
        ),
      sharingPolicy: (after, limit) =>
        idsFrom(
          sql<IdRow>`SELECT accounts.partner_id AS id FROM accounts
            LEFT JOIN relationship_policies
              ON relationship_policies.partner_id = accounts.partner_id
            WHERE accounts.partner_id > ${after ?? ""} AND relationship_policies.partner_id IS NULL
            ORDER BY accounts.partner_id LIMIT ${limit}`,
        ),
      choice,
      choose,
      learn,
      askById: (askId, atMs) =>
        Effect.map(sql<AskRow>`${selectAsks} WHERE asks.id = ${askId}`, ([row]) =>
          row === undefined ? undefined : askOfRow(atMs)(row),
        ).pipe(Effect.orDie),
      askRecords: (partnerIds, atMs) =>
        Effect.map(
          sql<AskRecordRow>`SELECT
              (SELECT count(*) FROM asks WHERE partner_id = ids.value AND state = 'open'
                AND expires_at > ${atMs}) AS open,
              (SELECT count(*) FROM asks WHERE partner_id = ids.value
                AND state = 'granted') AS granted,
              (SELECT count(*) FROM asks WHERE partner_id = ids.value
                AND state = 'declined') AS declined,
              (SELECT max(cost) FROM asks WHERE partner_id = ids.value
                AND state = 'granted') AS largest_granted
            FROM json_each(${JSON.stringify(partnerIds)}) AS ids ORDER BY ids.key`,
          (rows) => rows.map(askRecordOfRow),
        ).pipe(Effect.orDie),
      overdueAsks: (atMs, limit) =>
        Effect.map(
          sql<AskRow>`${selectAsks} WHERE state = 'open' AND expires_at <= ${atMs} LIMIT ${limit}`,
          (rows) => rows.map(askOfRow(atMs)),
        ).pipe(Effect.orDie),
      refusedBy: (askId) =>
        Effect.map(
          sql<{ partner_id: string }>`SELECT partner_id FROM refused_asks WHERE id = ${askId}`,
          ([row]) => row?.partner_id as PartnerId | undefined,
        ).pipe(Effect.orDie),
      asks: Effect.fnUntraced(function* (partnerId, { limit, cursor, state }, atMs) {
        const from = yield* start("asks", cursor);
        const read = { limit: limit + 1, atMs };
        const rows = yield* Effect.orDie(asksBefore(partnerId, from, state, read));
        return pageOfRows(rows, limit, {
          item: askOfRow(atMs),
          cursor: (row) => encodeCursor("asks", [row.opened_at, row.id]),
        });
      }),
      openAsk,
      keepAsk,
      refuseAsk: Effect.fnUntraced(function* ({
        id,
        partnerId,
        cost,
        offer,
        coverage,
        policyVersion,
      }) {
        const seq = yield* changes.append("ask.refused", id, {
          partnerId,
          cost,
          offer,
          shortfall: coverage.shortfall,
          policyVersion,
        });
        yield* sql`INSERT INTO refused_asks (id, partner_id, cost, offer, coverage, policy_version, seq)
          VALUES (${id}, ${partnerId}, ${cost}, ${offer}, ${JSON.stringify(coverage)}, ${policyVersion}, ${seq})`;
      }, Effect.orDie),
    });
  }),
);

const correctedBy = (entry: Entry): EntryId | null =>
  entry.kind === "transfer" ? entry.corrects : null;

const start = (list: string, cursor: string | null) =>
  cursor === null
    ? Effect.succeed<ReadonlyArray<string | number>>([latestMs, ""])
    : decodeCursor(list, ["number", "string"], cursor);

const choiceOfRow = ({ policy, version, at }: ChoiceRow): Choice => ({
  policy: chosenPolicyOf(policy),
  version,
  changedAtMs: at,
});

const askRecordOfRow = ({ largest_granted, ...counts }: AskRecordRow): AskRecord => ({
  ...counts,
  largestGranted: largest_granted,
});

const idsFrom = <E>(rows: Effect.Effect<ReadonlyArray<IdRow>, E>) =>
  Effect.map(rows, (found) => found.map(({ id }) => id as PartnerId)).pipe(Effect.orDie);
