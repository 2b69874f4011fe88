import {
  type Accounts,
  type DatedPosting,
  EquityStore,
  type Snapshot,
} from "@comity/domain/equity";
import { emptyAccount } from "@comity/domain/equity/rules";
import type {
  Ask,
  AskId,
  AskState,
  Coverage,
  Entry,
  EntryId,
  Evidence,
  Party,
} from "@comity/domain/equity/schema";
import type { PartnerId } from "@comity/domain/partner/schema";
import { instantOf, msOf } from "@comity/domain/time";
import * as Effect from "effect/Effect";
import * as Layer from "effect/Layer";
import { SqlClient } from "effect/sql/SqlClient";
import { ChangeLog } from "../change/ChangeLog.ts";
import { newSalt, saltedHash } from "../change/fingerprint.ts";
import { decodeCursor, encodeCursor, pageOfRows } from "../page/cursor.ts";
import { Settings, type SettingsRow, termsOfRow } from "../settings/Settings.ts";
import { atomicallyOver } from "../transaction/atomically.ts";

interface AccountsRow {
  readonly at: number;
  readonly mine_principal: number;
  readonly mine_interest: number;
  readonly theirs_principal: number;
  readonly theirs_interest: number;
  readonly gifts: number;
}

/** Where a partner has no entries yet, there is no row of accounts to join. */
type JoinedAccounts = AccountsRow | { readonly at: null };

type StandingRow = JoinedAccounts & { readonly reserved: number };

type SnapshotRow = StandingRow & SettingsRow & { readonly has_asked: number };

interface EntryRow {
  readonly id: string;
  readonly partner_id: string;
  readonly kind: Entry["kind"];
  readonly at: number;
  readonly recorded_at: number;
  readonly mine: number;
  readonly theirs: number;
  readonly from_me: number | null;
  readonly benefit: number | null;
  readonly cost: number | null;
  readonly asked: number | null;
  readonly strings: number | null;
  readonly evidence: string | null;
  readonly size: number | null;
  readonly ask_id: string | null;
  readonly reverses: string | null;
  readonly note: string | null;
}

interface AskRow {
  readonly id: string;
  readonly partner_id: string;
  readonly state: AskState;
  readonly cost: number;
  readonly offer: number;
  readonly reserved: number;
  readonly opened_at: number;
  readonly closed_at: number | null;
  readonly coverage: string;
  readonly policy_version: number;
  readonly seq: number;
  readonly overrides: string | null;
  readonly entry_id: string | null;
  readonly what: string | null;
  readonly override_reason: string | null;
}

const noAccounts: Accounts = { mine: emptyAccount, theirs: emptyAccount, gifts: 0 };

/** After every instant that can be stored: where a list starts. */
const latestMs = Number.MAX_SAFE_INTEGER;

export const layer = Layer.effect(
  EquityStore,
  Effect.gen(function* () {
    const sql = yield* SqlClient;
    const changes = yield* ChangeLog;
    const { terms } = yield* Settings;

    const selectEntries = sql.literal(`SELECT entries.*, entry_notes.note FROM entries
      LEFT JOIN entry_notes ON entry_notes.entry_id = entries.id`);
    const selectAsks =
      sql.literal(`SELECT asks.*, ask_texts.what, ask_texts.override_reason FROM asks
      LEFT JOIN ask_texts ON ask_texts.ask_id = asks.id`);

    const keepAccounts = (partnerId: PartnerId, { mine, theirs, gifts }: Accounts) =>
      sql`INSERT INTO accounts (partner_id, at, mine_principal, mine_interest,
          theirs_principal, theirs_interest, gifts)
        VALUES (${partnerId}, ${mine.atMs}, ${mine.principal}, ${mine.interest},
          ${theirs.principal}, ${theirs.interest}, ${gifts})
        ON CONFLICT (partner_id) DO UPDATE SET at = excluded.at,
          mine_principal = excluded.mine_principal, mine_interest = excluded.mine_interest,
          theirs_principal = excluded.theirs_principal, theirs_interest = excluded.theirs_interest,
          gifts = excluded.gifts`;

    const append = Effect.fnUntraced(function* (entry: Entry, accounts: Accounts) {
      const row = rowOfEntry(entry);
      yield* sql`INSERT INTO entries ${sql.insert(row)}`;
      const salt = newSalt();
      if (entry.note !== "") {
        yield* sql`INSERT INTO entry_notes (entry_id, note, salt) VALUES (${entry.id}, ${entry.note}, ${salt})`;
      }
      yield* keepAccounts(entry.partnerId, accounts);
      const { kind, partnerId, posting } = entry;
      const personal = { note: entry.note === "" ? null : saltedHash(salt, entry.note) };
      const fact = kind === "reversal" ? "entry.reversed" : "entry.recorded";
      yield* changes.append(fact, entry.id, {
        ...factsOf(entry),
        kind,
        partnerId,
        posting,
        personal,
      });
    }, Effect.orDie);

    const openAsk = Effect.fnUntraced(function* (ask: Omit<Ask, "seq">) {
      const salt = newSalt();
      const seq = yield* changes.append("ask.opened", ask.id, {
        partnerId: ask.partnerId,
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
      yield* sql`INSERT INTO asks (id, partner_id, state, cost, offer, reserved, opened_at, closed_at,
          coverage, policy_version, seq, overrides, entry_id)
        VALUES (${ask.id}, ${ask.partnerId}, ${ask.state}, ${ask.cost}, ${ask.offer}, ${ask.reserved},
          ${msOf(ask.openedAt)}, NULL, ${JSON.stringify(ask.coverage)}, ${ask.policyVersion}, ${seq},
          ${ask.overrides}, NULL)`;
      yield* sql`INSERT INTO ask_texts (ask_id, what, override_reason, salt)
        VALUES (${ask.id}, ${ask.what}, ${ask.overrideReason}, ${salt})`;
      return { ...ask, seq };
    }, Effect.orDie);

    const closeAsk = Effect.fnUntraced(function* (before: Ask, after: Ask) {
      const closedAt = after.closedAt === null ? null : msOf(after.closedAt);
      yield* sql`UPDATE asks SET state = ${after.state}, closed_at = ${closedAt}, entry_id = ${after.entryId}
        WHERE id = ${after.id}`;
      if (after.state === "open") return;
      yield* changes.append(`ask.${after.state}`, after.id, {
        partnerId: after.partnerId,
        state: { old: before.state, new: after.state },
        entryId: after.entryId,
      });
    }, Effect.orDie);

    const entriesBefore = (
      partnerId: PartnerId,
      [at, id]: ReadonlyArray<string | number>,
      limit: number,
    ) =>
      sql<EntryRow>`${selectEntries} WHERE partner_id = ${partnerId} AND (at, id) < (${at}, ${id})
        ORDER BY at DESC, id DESC LIMIT ${limit}`;

    const asksBefore = (
      partnerId: PartnerId,
      [at, id]: ReadonlyArray<string | number>,
      state: AskState | null,
      limit: number,
    ) =>
      sql<AskRow>`${selectAsks} WHERE partner_id = ${partnerId} AND (opened_at, id) < (${at}, ${id})
        AND (${state} IS NULL OR state = ${state})
        ORDER BY opened_at DESC, id DESC LIMIT ${limit}`;

    return EquityStore.of({
      atomically: atomicallyOver(sql),
      terms,
      hasPartner: (partnerId) =>
        Effect.map(
          sql`SELECT 1 FROM partners WHERE id = ${partnerId}`,
          (rows) => rows.length > 0,
        ).pipe(Effect.orDie),
      snapshot: (partnerId) =>
        Effect.map(
          sql<SnapshotRow>`SELECT time_zone, policy, policy_version, accounts.*,
              (SELECT coalesce(sum(reserved), 0) FROM asks
                WHERE asks.partner_id = partners.id AND state = 'open') AS reserved,
              EXISTS (SELECT 1 FROM asks WHERE asks.partner_id = partners.id) AS has_asked
            FROM partners
            JOIN settings ON settings.id = 1
            LEFT JOIN accounts ON accounts.partner_id = partners.id
            WHERE partners.id = ${partnerId}`,
          ([row]) => (row === undefined ? undefined : snapshotOfRow(row)),
        ).pipe(Effect.orDie),
      standings: Effect.fnUntraced(function* (partnerIds) {
        const rows = yield* sql<StandingRow>`SELECT ids.value AS partner_id, accounts.*,
            (SELECT coalesce(sum(reserved), 0) FROM asks
              WHERE asks.partner_id = ids.value AND state = 'open') AS reserved
          FROM json_each(${JSON.stringify(partnerIds)}) AS ids
          LEFT JOIN accounts ON accounts.partner_id = ids.value
          ORDER BY ids.key`;
        return rows.map(({ reserved, ...row }) => ({
          accounts: accountsOfRow(row),
          reserved,
        }));
      }, Effect.orDie),
      postings: (partnerId, upToMs) =>
        Effect.map(
          sql<{ id: string; at: number; mine: number; theirs: number }>`SELECT id, at, mine, theirs
            FROM entries WHERE partner_id = ${partnerId} AND at <= ${Math.min(upToMs, latestMs)}
            ORDER BY at, id`,
          (rows) =>
            rows.map((row): DatedPosting => ({
              entryId: row.id as EntryId,
              atMs: row.at,
              mine: row.mine,
              theirs: row.theirs,
            })),
        ).pipe(Effect.orDie),
      entryById: (entryId) =>
        Effect.map(sql<EntryRow>`${selectEntries} WHERE entries.id = ${entryId}`, ([row]) =>
          row === undefined ? undefined : entryOfRow(row),
        ).pipe(Effect.orDie),
      reversalOf: (entryId) =>
        Effect.map(sql<EntryRow>`${selectEntries} WHERE reverses = ${entryId}`, ([row]) =>
          row === undefined ? undefined : entryOfRow(row),
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
      askById: (askId) =>
        Effect.map(sql<AskRow>`${selectAsks} WHERE asks.id = ${askId}`, ([row]) =>
          row === undefined ? undefined : askOfRow(row),
        ).pipe(Effect.orDie),
      refusedBy: (askId) =>
        Effect.map(
          sql<{ partner_id: string }>`SELECT partner_id FROM refused_asks WHERE id = ${askId}`,
          ([row]) => row?.partner_id as PartnerId | undefined,
        ).pipe(Effect.orDie),
      asks: Effect.fnUntraced(function* (partnerId, { limit, cursor, state }) {
        const from = yield* start("asks", cursor);
        const rows = yield* Effect.orDie(asksBefore(partnerId, from, state, limit + 1));
        return pageOfRows(rows, limit, {
          item: askOfRow,
          cursor: (row) => encodeCursor("asks", [row.opened_at, row.id]),
        });
      }),
      openAsk,
      closeAsk,
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

const start = (list: string, cursor: string | null) =>
  cursor === null
    ? Effect.succeed<ReadonlyArray<string | number>>([latestMs, ""])
    : decodeCursor(list, ["number", "string"], cursor);

const accountsOfRow = (row: JoinedAccounts): Accounts =>
  row.at === null
    ? noAccounts
    : {
        mine: { principal: row.mine_principal, interest: row.mine_interest, atMs: row.at },
        theirs: { principal: row.theirs_principal, interest: row.theirs_interest, atMs: row.at },
        gifts: row.gifts,
      };

const snapshotOfRow = (row: SnapshotRow): Snapshot => ({
  terms: termsOfRow(row),
  accounts: accountsOfRow(row),
  reserved: row.reserved,
  hasAsked: row.has_asked === 1,
});

/** What an entry says besides its text, which is personal. */
const factsOf = (entry: Entry): Readonly<Record<string, unknown>> => {
  const { at } = entry;
  if (entry.kind === "reversal") return { at, reverses: entry.reverses };
  const { from, to } = entry;
  if (entry.kind === "breach") return { at, from, to, size: entry.size };
  const { benefit, cost, asked, strings, evidence, askId } = entry;
  return { at, from, to, benefit, cost, asked, strings, evidence, askId };
};

const rowOfEntry = (entry: Entry) => {
  const shared = {
    id: entry.id,
    partner_id: entry.partnerId,
    kind: entry.kind,
    at: msOf(entry.at),
    recorded_at: msOf(entry.recordedAt),
    mine: entry.posting.mine,
    theirs: entry.posting.theirs,
  };
  if (entry.kind === "reversal") return { ...shared, reverses: entry.reverses };
  const from_me = entry.from === "me" ? 1 : 0;
  if (entry.kind === "breach") return { ...shared, from_me, size: entry.size };
  return {
    ...shared,
    from_me,
    benefit: entry.benefit,
    cost: entry.cost,
    asked: entry.asked ? 1 : 0,
    strings: entry.strings ? 1 : 0,
    evidence: entry.evidence,
    ask_id: entry.askId,
  };
};

const entryOfRow = (row: EntryRow): Entry => {
  const partnerId = row.partner_id as PartnerId;
  const shared = {
    id: row.id as EntryId,
    partnerId,
    at: instantOf(row.at),
    recordedAt: instantOf(row.recorded_at),
    note: row.note ?? "",
    posting: { mine: row.mine, theirs: row.theirs },
  };
  if (row.kind === "reversal") {
    return { kind: row.kind, ...shared, reverses: row.reverses as EntryId };
  }
  const sides: { from: Party; to: Party } =
    row.from_me === 1 ? { from: "me", to: partnerId } : { from: partnerId, to: "me" };
  if (row.kind === "breach") return { kind: row.kind, ...shared, ...sides, size: row.size ?? 0 };
  return {
    kind: row.kind,
    ...shared,
    ...sides,
    benefit: row.benefit ?? 0,
    cost: row.cost ?? 0,
    asked: row.asked === 1,
    strings: row.strings === 1,
    evidence: row.evidence as Evidence,
    askId: row.ask_id as AskId | null,
  };
};

const askOfRow = (row: AskRow): Ask => ({
  id: row.id as AskId,
  partnerId: row.partner_id as PartnerId,
  what: row.what ?? "",
  cost: row.cost,
  offer: row.offer,
  state: row.state,
  openedAt: instantOf(row.opened_at),
  closedAt: row.closed_at === null ? null : instantOf(row.closed_at),
  reserved: row.reserved,
  coverage: JSON.parse(row.coverage) as Coverage,
  policyVersion: row.policy_version,
  seq: row.seq,
  overrideReason: row.override_reason,
  overrides: row.overrides as AskId | null,
  entryId: row.entry_id as EntryId | null,
});
