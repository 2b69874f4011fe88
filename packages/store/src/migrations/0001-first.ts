import { guardsOf } from "./guards.ts";

/**
 * The first shape of a workspace.
 *
 * What happened (entries, refused asks, changes) is guarded: it can be added to and nothing else.
 * Personal text stands in tables of its own, whose rows can be erased while the log stays whole.
 */
const partners = [
  `CREATE TABLE partners (
    pk INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    name_folded TEXT NOT NULL,
    organisation TEXT NOT NULL,
    role TEXT NOT NULL,
    emails TEXT NOT NULL,
    links TEXT NOT NULL,
    notes TEXT NOT NULL,
    known_since TEXT,
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL,
    version INTEGER NOT NULL,
    salt TEXT NOT NULL
  ) STRICT`,
  `CREATE INDEX partners_by_name ON partners (name_folded, id)`,
  `CREATE TABLE partner_identities (
    key TEXT NOT NULL,
    partner_id TEXT NOT NULL REFERENCES partners (id) ON DELETE CASCADE,
    PRIMARY KEY (key, partner_id)
  ) STRICT, WITHOUT ROWID`,
  `CREATE INDEX partner_identities_by_partner ON partner_identities (partner_id)`,
  `CREATE VIRTUAL TABLE partner_search USING fts5 (words, tokenize = 'unicode61 remove_diacritics 2')`,
  `CREATE TABLE partner_said (
    partner_id TEXT NOT NULL PRIMARY KEY REFERENCES partners (id) ON DELETE CASCADE,
    said TEXT NOT NULL
  ) STRICT, WITHOUT ROWID`,
];

const imports = [
  `CREATE TABLE imports (
    id TEXT NOT NULL PRIMARY KEY,
    source TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('running', 'done', 'undoing', 'undone')),
    file_digest TEXT NOT NULL,
    counts TEXT NOT NULL,
    started_at INTEGER NOT NULL,
    ended_at INTEGER,
    kept INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID`,
  `CREATE INDEX imports_unfinished ON imports (state) WHERE state IN ('running', 'undoing')`,
  `CREATE TABLE import_rows (
    import_id TEXT NOT NULL REFERENCES imports (id) ON DELETE CASCADE,
    row INTEGER NOT NULL,
    partner_id TEXT NOT NULL,
    outcome TEXT NOT NULL,
    before TEXT NOT NULL,
    after TEXT NOT NULL,
    said TEXT NOT NULL,
    said_before TEXT NOT NULL,
    PRIMARY KEY (import_id, row)
  ) STRICT, WITHOUT ROWID`,
  `CREATE INDEX import_rows_by_partner ON import_rows (partner_id)`,
];

const equity = [
  `CREATE TABLE entries (
    seq INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    partner_id TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('transfer', 'breach', 'reversal')),
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
    ask_id TEXT,
    reverses TEXT
  ) STRICT`,
  `CREATE INDEX entries_by_partner ON entries (partner_id, at, id)`,
  `CREATE UNIQUE INDEX entries_by_reversed ON entries (reverses) WHERE reverses IS NOT NULL`,
  `CREATE TABLE entry_notes (
    entry_id TEXT NOT NULL PRIMARY KEY,
    note TEXT NOT NULL,
    salt TEXT NOT NULL
  ) STRICT, WITHOUT ROWID`,
  `CREATE TABLE accounts (
    partner_id TEXT NOT NULL PRIMARY KEY,
    at INTEGER NOT NULL,
    mine_principal REAL NOT NULL,
    mine_interest REAL NOT NULL,
    theirs_principal REAL NOT NULL,
    theirs_interest REAL NOT NULL,
    gifts INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID`,
  `CREATE TABLE asks (
    id TEXT NOT NULL PRIMARY KEY,
    partner_id TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('open', 'granted', 'declined', 'withdrawn', 'expired')),
    cost REAL NOT NULL,
    offer REAL NOT NULL,
    reserved REAL NOT NULL,
    opened_at INTEGER NOT NULL,
    closed_at INTEGER,
    coverage TEXT NOT NULL,
    policy_version INTEGER NOT NULL,
    seq INTEGER NOT NULL,
    overrides TEXT,
    entry_id TEXT
  ) STRICT, WITHOUT ROWID`,
  `CREATE INDEX asks_by_partner ON asks (partner_id, opened_at, id)`,
  `CREATE INDEX asks_open ON asks (partner_id, reserved) WHERE state = 'open'`,
  `CREATE TABLE ask_texts (
    ask_id TEXT NOT NULL PRIMARY KEY,
    what TEXT NOT NULL,
    override_reason TEXT,
    salt TEXT NOT NULL
  ) STRICT, WITHOUT ROWID`,
  `CREATE TABLE refused_asks (
    id TEXT NOT NULL PRIMARY KEY,
    partner_id TEXT NOT NULL,
    cost REAL NOT NULL,
    offer REAL NOT NULL,
    coverage TEXT NOT NULL,
    policy_version INTEGER NOT NULL,
    seq INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID`,
  `CREATE INDEX refused_asks_by_partner ON refused_asks (partner_id)`,
];

const workspace = [
  `CREATE TABLE settings (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    time_zone TEXT NOT NULL,
    policy TEXT NOT NULL,
    policy_version INTEGER NOT NULL
  ) STRICT`,
  `CREATE TABLE changes (
    seq INTEGER PRIMARY KEY,
    at INTEGER NOT NULL,
    actor TEXT NOT NULL,
    kind TEXT NOT NULL,
    subject TEXT NOT NULL,
    body TEXT NOT NULL,
    hash TEXT NOT NULL
  ) STRICT`,
  `CREATE TABLE idempotency (
    key TEXT NOT NULL PRIMARY KEY,
    fingerprint TEXT NOT NULL,
    at INTEGER NOT NULL,
    status INTEGER NOT NULL,
    headers TEXT NOT NULL,
    body TEXT NOT NULL
  ) STRICT, WITHOUT ROWID`,
  `CREATE INDEX idempotency_by_age ON idempotency (at)`,
];

export const first: ReadonlyArray<string> = [
  ...partners,
  ...imports,
  ...equity,
  ...workspace,
  ...guardsOf("entries", "id", "seq", "reverses"),
  ...guardsOf("refused_asks", "id"),
  ...guardsOf("changes", "seq"),
];
