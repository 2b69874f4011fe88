/**
 * Partners in full: where they work, what they want, how near you keep them; who knows whom;
 * contacts that are no gifts; merges and changes of many, with what their undo needs; the answers
 * about yourself; and cards of Today that were put off.
 */
const partners = [
  `ALTER TABLE partners ADD COLUMN kind TEXT NOT NULL DEFAULT 'person'`,
  `ALTER TABLE partners ADD COLUMN affiliations TEXT NOT NULL DEFAULT '[]'`,
  `ALTER TABLE partners ADD COLUMN phones TEXT NOT NULL DEFAULT '[]'`,
  `ALTER TABLE partners ADD COLUMN tags TEXT NOT NULL DEFAULT '[]'`,
  `ALTER TABLE partners ADD COLUMN goals TEXT NOT NULL DEFAULT 'null'`,
  `ALTER TABLE partners ADD COLUMN offers TEXT NOT NULL DEFAULT '[]'`,
  `ALTER TABLE partners ADD COLUMN how_we_met TEXT NOT NULL DEFAULT ''`,
  `ALTER TABLE partners ADD COLUMN circle INTEGER`,
  `ALTER TABLE partners ADD COLUMN cadence_days INTEGER`,
  `ALTER TABLE partners ADD COLUMN external_ids TEXT NOT NULL DEFAULT '[]'`,
  `ALTER TABLE partners ADD COLUMN archived_at INTEGER`,
  `UPDATE partners SET affiliations = json_array(json_object('organisation', organisation,
      'role', role, 'from', NULL, 'to', NULL))
    WHERE organisation <> '' OR role <> ''`,
  `DROP INDEX partners_by_name`,
  `CREATE INDEX partners_by_name ON partners (name_folded, id) WHERE archived_at IS NULL`,
  `CREATE INDEX partners_put_away ON partners (name_folded, id) WHERE archived_at IS NOT NULL`,
  `CREATE INDEX partners_by_circle ON partners (coalesce(circle, 999), name_folded, id)
    WHERE archived_at IS NULL`,
  `CREATE INDEX partners_with_goals ON partners (id)
    WHERE archived_at IS NULL AND (goals NOT IN ('null', '[]') OR offers <> '[]')`,
  `DROP INDEX partners_by_known`,
  `CREATE INDEX partners_by_known ON partners (coalesce(known_since, '9999'), id)
    WHERE archived_at IS NULL`,
  `CREATE TABLE partner_tags (
    tag TEXT NOT NULL,
    partner_id TEXT NOT NULL REFERENCES partners (id) ON DELETE CASCADE,
    spelled TEXT NOT NULL,
    PRIMARY KEY (tag, partner_id)
  ) STRICT, WITHOUT ROWID`,
  `CREATE INDEX partner_tags_by_partner ON partner_tags (partner_id)`,
  `CREATE TABLE partner_organisations (
    organisation TEXT NOT NULL,
    partner_id TEXT NOT NULL REFERENCES partners (id) ON DELETE CASCADE,
    PRIMARY KEY (organisation, partner_id)
  ) STRICT, WITHOUT ROWID`,
  `CREATE INDEX partner_organisations_by_partner ON partner_organisations (partner_id)`,
  // What two partners must have in common to be compared.
  `CREATE TABLE partner_blocks (
    key TEXT NOT NULL,
    partner_id TEXT NOT NULL REFERENCES partners (id) ON DELETE CASCADE,
    PRIMARY KEY (key, partner_id)
  ) STRICT, WITHOUT ROWID`,
  `CREATE INDEX partner_blocks_by_partner ON partner_blocks (partner_id)`,
  `INSERT INTO counts (name, value) VALUES ('archived', 0)`,
  `CREATE TRIGGER partners_archived AFTER UPDATE OF archived_at ON partners
    WHEN (old.archived_at IS NULL) <> (new.archived_at IS NULL)
    BEGIN UPDATE counts SET value = value + iif(new.archived_at IS NULL, -1, 1)
      WHERE name = 'archived'; END`,
  `CREATE TRIGGER partners_added_archived AFTER INSERT ON partners WHEN new.archived_at IS NOT NULL
    BEGIN UPDATE counts SET value = value + 1 WHERE name = 'archived'; END`,
  `CREATE TRIGGER partners_removed_archived AFTER DELETE ON partners
    WHEN old.archived_at IS NOT NULL
    BEGIN UPDATE counts SET value = value - 1 WHERE name = 'archived'; END`,
  // A key that came with a merged partner leads to the one that stayed.
  `CREATE TABLE partner_identities_2 (
    key TEXT NOT NULL,
    partner_id TEXT NOT NULL REFERENCES partners (id) ON DELETE CASCADE,
    via TEXT NOT NULL DEFAULT '',
    PRIMARY KEY (key, partner_id, via)
  ) STRICT, WITHOUT ROWID`,
  `INSERT INTO partner_identities_2 (key, partner_id) SELECT key, partner_id FROM partner_identities`,
  `DROP TABLE partner_identities`,
  `ALTER TABLE partner_identities_2 RENAME TO partner_identities`,
  `CREATE INDEX partner_identities_by_partner ON partner_identities (partner_id)`,
  // What is searched has columns now, so that a name counts for more than a note.
  `DROP TABLE partner_search`,
  `CREATE VIRTUAL TABLE partner_search USING fts5 (name, about, notes,
    tokenize = 'unicode61 remove_diacritics 2')`,
  `CREATE VIRTUAL TABLE partner_words USING fts5vocab (partner_search, 'row')`,
  // What is found by is worked out from the partner, in steps, when the workspace is opened.
  `CREATE TABLE partners_due (pk INTEGER PRIMARY KEY) STRICT`,
  `INSERT INTO partners_due (pk) SELECT pk FROM partners`,
  `CREATE TABLE acquaintances (
    partner_id TEXT NOT NULL REFERENCES partners (id) ON DELETE CASCADE,
    other_id TEXT NOT NULL REFERENCES partners (id) ON DELETE CASCADE,
    kind TEXT NOT NULL CHECK (kind IN ('introduced-by', 'knows', 'works-with')),
    PRIMARY KEY (partner_id, other_id, kind)
  ) STRICT, WITHOUT ROWID`,
  `CREATE INDEX acquaintances_by_other ON acquaintances (other_id)`,
];

const imports = [
  `CREATE TABLE partner_said_2 (
    partner_id TEXT NOT NULL REFERENCES partners (id) ON DELETE CASCADE,
    source TEXT NOT NULL,
    said TEXT NOT NULL,
    PRIMARY KEY (partner_id, source)
  ) STRICT, WITHOUT ROWID`,
  `INSERT INTO partner_said_2 (partner_id, source, said)
    SELECT partner_id, 'linkedin', said FROM partner_said`,
  `DROP TABLE partner_said`,
  `ALTER TABLE partner_said_2 RENAME TO partner_said`,
  `ALTER TABLE import_rows ADD COLUMN contacts TEXT NOT NULL DEFAULT '[]'`,
  // What undo compares with has the fields that partners have now.
  ...["before", "after"].map(
    (state) => `UPDATE import_rows SET ${state} = json_set(${state}, '$.kind', 'person',
      '$.affiliations', iif(${state} ->> 'organisation' = '' AND ${state} ->> 'role' = '',
        json('[]'), json_array(json_object('organisation', ${state} ->> 'organisation',
          'role', ${state} ->> 'role', 'from', NULL, 'to', NULL))),
      '$.phones', json('[]'), '$.tags', json('[]'), '$.goals', json('null'),
      '$.offers', json('[]'), '$.howWeMet', '', '$.circle', json('null'),
      '$.cadenceDays', json('null'), '$.externalIds', json('[]'), '$.archivedAt', json('null'))
    WHERE ${state} <> 'null'`,
  ),
];

const merges = [
  // Whoever has an old id is led to the partner that it became part of.
  `CREATE TABLE partner_aliases (
    alias_id TEXT NOT NULL PRIMARY KEY,
    partner_id TEXT NOT NULL
  ) STRICT, WITHOUT ROWID`,
  `CREATE INDEX partner_aliases_by_partner ON partner_aliases (partner_id)`,
  `CREATE TABLE merges (
    id TEXT NOT NULL PRIMARY KEY,
    partner_id TEXT NOT NULL,
    other_id TEXT NOT NULL,
    merged_at INTEGER NOT NULL,
    undone_at INTEGER,
    kept TEXT NOT NULL
  ) STRICT, WITHOUT ROWID`,
  `CREATE INDEX merges_by_partner ON merges (partner_id, merged_at)`,
  `CREATE INDEX merges_by_other ON merges (other_id)`,
  `CREATE TABLE distinct_partners (
    one_id TEXT NOT NULL REFERENCES partners (id) ON DELETE CASCADE,
    other_id TEXT NOT NULL REFERENCES partners (id) ON DELETE CASCADE,
    PRIMARY KEY (one_id, other_id)
  ) STRICT, WITHOUT ROWID`,
  `CREATE INDEX distinct_partners_by_other ON distinct_partners (other_id)`,
  `CREATE TABLE bulk_rows (
    bulk_id TEXT NOT NULL,
    partner_id TEXT NOT NULL,
    at INTEGER NOT NULL,
    before TEXT NOT NULL,
    after TEXT NOT NULL,
    PRIMARY KEY (bulk_id, partner_id)
  ) STRICT, WITHOUT ROWID`,
  `CREATE INDEX bulk_rows_by_age ON bulk_rows (at)`,
];

const asks = [`CREATE INDEX asks_by_age ON asks (opened_at, id)`];

const contacts = [
  `CREATE TABLE contacts (
    id TEXT NOT NULL PRIMARY KEY,
    partner_id TEXT NOT NULL,
    at INTEGER NOT NULL,
    recorded_at INTEGER NOT NULL,
    means TEXT NOT NULL,
    by TEXT NOT NULL,
    note TEXT NOT NULL,
    salt TEXT NOT NULL
  ) STRICT, WITHOUT ROWID`,
  `CREATE INDEX contacts_by_partner ON contacts (partner_id, at, id)`,
];

const me = [
  `CREATE TABLE strategy (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    answers TEXT NOT NULL,
    version INTEGER NOT NULL,
    changed_at INTEGER NOT NULL,
    salt TEXT NOT NULL
  ) STRICT`,
  `CREATE TABLE today_snoozes (
    card TEXT NOT NULL PRIMARY KEY,
    until INTEGER NOT NULL,
    reason TEXT NOT NULL
  ) STRICT, WITHOUT ROWID`,
  `CREATE INDEX today_snoozes_by_end ON today_snoozes (until)`,
];

export const everyoneYouKnow: ReadonlyArray<string> = [
  ...partners,
  ...imports,
  ...merges,
  ...asks,
  ...contacts,
  ...me,
];
