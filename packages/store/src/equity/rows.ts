/** How accounts, entries and asks stand in their rows. */
import { type Accounts, type Checkpoint, type Snapshot } from "@comity/domain/equity";
import { emptyAccount, emptyTallies, type Tallies } from "@comity/domain/equity/rules";
import type {
  Ask,
  AskId,
  AskState,
  Closeness,
  Coverage,
  Entry,
  EntryId,
  Evidence,
  KindId,
  Party,
} from "@comity/domain/equity/schema";
import type { PartnerId } from "@comity/domain/partner/schema";
import { instantOf, msOf } from "@comity/domain/time";
import { learnedOf, type SettingsRow, termsOfRow } from "../settings/Settings.ts";

export interface PairRow {
  readonly at: number;
  readonly mine_principal: number;
  readonly mine_interest: number;
  readonly theirs_principal: number;
  readonly theirs_interest: number;
  readonly entries: number;
}

interface AccountsRow extends PairRow {
  readonly gifts: number;
  readonly facts: number;
  readonly openings: number;
  readonly last_gift_at: number | null;
  readonly last_contact_at: number | null;
  readonly tallies: string;
}

/** Where a partner has no entries yet, there is no row of accounts to join. */
type JoinedAccounts = AccountsRow | { readonly at: null };

export type StandingRow = JoinedAccounts &
  Pick<SettingsRow, "policy" | "learned"> & {
    readonly reserved: number;
    readonly last_ask: number | null;
  };

export type SnapshotRow = StandingRow & SettingsRow;

export interface EntryRow {
  readonly id: string;
  readonly partner_id: string;
  /** Whom the partner became part of, where it was merged. */
  readonly owner?: string | null;
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
  readonly kind_id: string | null;
  readonly ask_id: string | null;
  readonly corrects: string | null;
  readonly reverses: string | null;
  readonly closeness: string | null;
  readonly given: number | null;
  readonly received: number | null;
  readonly note: string | null;
}

export interface AskRow {
  readonly id: string;
  readonly partner_id: string;
  readonly kind_id: string | null;
  readonly state: AskState;
  readonly cost: number;
  readonly offer: number;
  readonly reserved: number;
  readonly opened_at: number;
  readonly expires_at: number;
  readonly closed_at: number | null;
  readonly coverage: string;
  readonly policy_version: number;
  readonly seq: number;
  readonly overrides: string | null;
  readonly entry_id: string | null;
  readonly what: string | null;
  readonly override_reason: string | null;
}

const noAccounts: Accounts = {
  mine: emptyAccount,
  theirs: emptyAccount,
  entries: 0,
  gifts: 0,
  facts: 0,
  openings: 0,
  lastGiftMs: null,
  lastContactMs: null,
  tallies: emptyTallies,
};

export const pairOfRow = (row: PairRow): Checkpoint => ({
  mine: { principal: row.mine_principal, interest: row.mine_interest, atMs: row.at },
  theirs: { principal: row.theirs_principal, interest: row.theirs_interest, atMs: row.at },
  entries: row.entries,
});

/** Sums that were not kept yet are folded when the workspace is opened; until then there are none. */
const talliesOf = (text: string): Tallies =>
  text === "" ? emptyTallies : { ...emptyTallies, ...(JSON.parse(text) as Partial<Tallies>) };

export const accountsOfRow = (row: JoinedAccounts): Accounts =>
  row.at === null
    ? noAccounts
    : {
        ...pairOfRow(row),
        gifts: row.gifts,
        facts: row.facts,
        openings: row.openings,
        lastGiftMs: row.last_gift_at,
        lastContactMs: row.last_contact_at,
        tallies: talliesOf(row.tallies),
      };

export const snapshotOfRow = (row: SnapshotRow): Snapshot => ({
  terms: termsOfRow(row),
  learned: learnedOf(row.learned),
  accounts: accountsOfRow(row),
  reserved: row.reserved,
  lastAskMs: row.last_ask,
});

/** What an entry says besides its text, which is personal. */
export const factsOf = (entry: Entry): Readonly<Record<string, unknown>> => {
  const { at, recordedAt } = entry;
  if (entry.kind === "reversal") return { at, recordedAt, reverses: entry.reverses };
  if (entry.kind === "opening") {
    const { closeness, given, received } = entry;
    return { at, recordedAt, closeness, given, received };
  }
  const { from, to, kindId } = entry;
  if (entry.kind === "breach") return { at, recordedAt, from, to, size: entry.size, kindId };
  const { benefit, cost, asked, strings, evidence, askId, corrects } = entry;
  const facts = { benefit, cost, asked, strings, evidence, kindId, askId, corrects };
  return { at, recordedAt, from, to, ...facts };
};

export const rowOfEntry = (entry: Entry) => {
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
  if (entry.kind === "opening") {
    const { closeness, given, received } = entry;
    return { ...shared, closeness, given, received };
  }
  const from_me = entry.from === "me" ? 1 : 0;
  const kind_id = entry.kindId;
  if (entry.kind === "breach") return { ...shared, from_me, size: entry.size, kind_id };
  return {
    ...shared,
    from_me,
    benefit: entry.benefit,
    cost: entry.cost,
    asked: entry.asked ? 1 : 0,
    strings: entry.strings ? 1 : 0,
    evidence: entry.evidence,
    kind_id,
    ask_id: entry.askId,
    corrects: entry.corrects,
  };
};

/** The same entry, written down with another partner. */
export const entryWith = (entry: Entry, partnerId: PartnerId): Entry => {
  if (!("from" in entry)) return { ...entry, partnerId };
  return entry.from === "me"
    ? { ...entry, partnerId, to: partnerId }
    : { ...entry, partnerId, from: partnerId };
};

export const entryOfRow = (row: EntryRow): Entry => {
  const partnerId = (row.owner ?? row.partner_id) as PartnerId;
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
  if (row.kind === "opening") {
    const closeness = row.closeness as Closeness;
    return {
      kind: row.kind,
      ...shared,
      closeness,
      given: row.given ?? 0,
      received: row.received ?? 0,
    };
  }
  const kindId = row.kind_id as KindId | null;
  const sides: { from: Party; to: Party } =
    row.from_me === 1 ? { from: "me", to: partnerId } : { from: partnerId, to: "me" };
  if (row.kind === "breach")
    return { kind: row.kind, ...shared, ...sides, size: row.size ?? 0, kindId };
  return {
    kind: row.kind,
    ...shared,
    ...sides,
    benefit: row.benefit ?? 0,
    cost: row.cost ?? 0,
    asked: row.asked === 1,
    strings: row.strings === 1,
    evidence: row.evidence as Evidence,
    kindId,
    askId: row.ask_id as AskId | null,
    corrects: row.corrects as EntryId | null,
  };
};

/** Verdicts that were kept before did not say these yet. */
const laterAdded = { windowDays: null, offerNeeded: null } as const;

/** An ask as it stands at an instant: without an answer it runs out by itself. */
export const askOfRow =
  (nowMs: number) =>
  (row: AskRow): Ask => {
    const isOver = row.state === "open" && row.expires_at <= nowMs;
    const closedAt = isOver ? row.expires_at : row.closed_at;
    return {
      id: row.id as AskId,
      partnerId: row.partner_id as PartnerId,
      what: row.what ?? "",
      kindId: row.kind_id as KindId | null,
      cost: row.cost,
      offer: row.offer,
      state: isOver ? "expired" : row.state,
      openedAt: instantOf(row.opened_at),
      expiresAt: instantOf(row.expires_at),
      closedAt: closedAt === null ? null : instantOf(closedAt),
      reserved: row.reserved,
      coverage: { ...laterAdded, ...(JSON.parse(row.coverage) as Coverage) },
      policyVersion: row.policy_version,
      seq: row.seq,
      overrideReason: row.override_reason,
      overrides: row.overrides as AskId | null,
      entryId: row.entry_id as EntryId | null,
    };
  };
