import { guardsOf } from "./guards.ts";

/**
 * Relationship equity in full: openings and corrections among the entries, checkpoints, kinds of
 * one's own, policies with versions, and links for confirmation. Accounts that were kept before are
 * marked (their tallies are empty text), and folded anew when the workspace is opened.
 */
const entries = [
  // A constraint cannot be changed in place, so the table moves. Dropping it drops its guards with it.
  `CREATE TABLE entries_2 (
    seq INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    partner_id TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('transfer', 'breach', 'opening', 'reversal')),
    at INTEGER NOT NULL,
    recorded_at INTEGER NOT NULL,
    mine REAL NOT NULL,
    theirs REAL NOT NULL,
    from_me INTEGER,
    benefit REAL,
    cost REAL,
    asked INTEGER,
    strings INTEGER,
    evidence TEXT,
    size REAL,
    kind_id TEXT,
    ask_id TEXT,
    corrects TEXT,
    reverses TEXT,
    closeness TEXT,
    given REAL,
    received REAL
  ) STRICT`,
  `INSERT INTO entries_2 (seq, id, partner_id, kind, at, recorded_at, mine, theirs, from_me, benefit,
      cost, asked, strings, evidence, size, ask_id, reverses)
    SELECT seq, id, partner_id, kind, at, recorded_at, mine, theirs, from_me, benefit,
      cost, asked, strings, evidence, size, ask_id, reverses FROM entries`,
  `DROP TABLE entries`,
  `ALTER TABLE entries_2 RENAME TO entries`,
  `CREATE INDEX entries_by_partner ON entries (partner_id, at, id)`,
  `CREATE UNIQUE INDEX entries_by_reversed ON entries (reverses) WHERE reverses IS NOT NULL`,
  `CREATE UNIQUE INDEX entries_by_corrected ON entries (corrects) WHERE corrects IS NOT NULL`,
  `CREATE INDEX entries_by_ask ON entries (ask_id) WHERE ask_id IS NOT NULL`,
  ...guardsOf("entries", "id", "seq", "reverses", "corrects"),
];

const accounts = [
  `ALTER TABLE accounts ADD COLUMN entries INTEGER NOT NULL DEFAULT 0`,
  `ALTER TABLE accounts ADD COLUMN facts INTEGER NOT NULL DEFAULT 0`,
  `ALTER TABLE accounts ADD COLUMN openings INTEGER NOT NULL DEFAULT 0`,
  `ALTER TABLE accounts ADD COLUMN last_gift_at INTEGER`,
  `ALTER TABLE accounts ADD COLUMN last_contact_at INTEGER`,
  `ALTER TABLE accounts ADD COLUMN tallies TEXT NOT NULL DEFAULT ''`,
  `CREATE INDEX accounts_unfolded ON accounts (partner_id) WHERE tallies = ''`,
  `CREATE TABLE checkpoints (
    partner_id TEXT NOT NULL,
    at INTEGER NOT NULL,
    entries INTEGER NOT NULL,
    mine_principal REAL NOT NULL,
    mine_interest REAL NOT NULL,
    theirs_principal REAL NOT NULL,
    theirs_interest REAL NOT NULL,
    PRIMARY KEY (partner_id, at)
  ) STRICT, WITHOUT ROWID`,
];

const asks = [
  `ALTER TABLE asks ADD COLUMN kind_id TEXT`,
  `ALTER TABLE asks ADD COLUMN expires_at INTEGER NOT NULL DEFAULT 0`,
  // Ninety days, as the policy had it when these were opened.
  `UPDATE asks SET expires_at = opened_at + 7776000000`,
  `DROP INDEX asks_open`,
  `CREATE INDEX asks_open ON asks (partner_id, expires_at, reserved) WHERE state = 'open'`,
  `CREATE INDEX asks_overdue ON asks (expires_at) WHERE state = 'open'`,
  `CREATE INDEX asks_by_state ON asks (partner_id, state, cost)`,
];

const policies = [
  `ALTER TABLE settings ADD COLUMN learned TEXT NOT NULL
    DEFAULT '{"answers":0,"yes":0,"slack":1,"confirmed":0,"logRatioSum":0}'`,
  `ALTER TABLE settings ADD COLUMN chosen_version INTEGER NOT NULL DEFAULT 1`,
  `ALTER TABLE settings ADD COLUMN chosen_at INTEGER`,
  `CREATE TABLE relationship_policies (
    partner_id TEXT NOT NULL PRIMARY KEY REFERENCES partners (id) ON DELETE CASCADE,
    policy TEXT NOT NULL,
    version INTEGER NOT NULL,
    at INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID`,
  `CREATE TABLE policy_versions (
    version INTEGER PRIMARY KEY,
    at INTEGER NOT NULL,
    partner_id TEXT,
    policy TEXT,
    learned TEXT NOT NULL
  ) STRICT`,
  ...guardsOf("policy_versions", "version"),
];

const catalogue = [
  `CREATE TABLE kinds (
    added INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    use TEXT NOT NULL,
    what TEXT NOT NULL,
    received TEXT NOT NULL,
    cost REAL NOT NULL,
    benefit REAL NOT NULL,
    version INTEGER NOT NULL
  ) STRICT`,
  // A version that was used for a kind is not used for it again, also after it was removed.
  `CREATE TABLE kind_versions (
    kind_id TEXT NOT NULL PRIMARY KEY,
    version INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID`,
];

const openings = [
  `CREATE TABLE opening_skips (
    partner_id TEXT NOT NULL PRIMARY KEY REFERENCES partners (id) ON DELETE CASCADE
  ) STRICT, WITHOUT ROWID`,
  `CREATE INDEX partners_by_known ON partners (coalesce(known_since, '9999'), id)`,
  // Counting a table reads all of it, so the count is kept beside it.
  `CREATE TABLE counts (name TEXT NOT NULL PRIMARY KEY, value INTEGER NOT NULL) STRICT, WITHOUT ROWID`,
  `INSERT INTO counts (name, value) SELECT 'partners', count(*) FROM partners`,
  `CREATE TRIGGER partners_counted AFTER INSERT ON partners
    BEGIN UPDATE counts SET value = value + 1 WHERE name = 'partners'; END`,
  `CREATE TRIGGER partners_uncounted AFTER DELETE ON partners
    BEGIN UPDATE counts SET value = value - 1 WHERE name = 'partners'; END`,
];

const confirmations = [
  `CREATE TABLE confirmations (
    token_hash TEXT NOT NULL PRIMARY KEY,
    entry_id TEXT NOT NULL UNIQUE,
    what TEXT,
    expires_at INTEGER NOT NULL,
    answered_at INTEGER
  ) STRICT, WITHOUT ROWID`,
];

export const equityInFull: ReadonlyArray<string> = [
  ...entries,
  ...accounts,
  ...asks,
  ...policies,
  ...catalogue,
  ...openings,
  ...confirmations,
];
