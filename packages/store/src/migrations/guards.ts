/** Refuses to change, to remove, and to write over: INSERT OR REPLACE slips past the first two. */
export const guardsOf = (
  table: string,
  ...uniqueColumns: ReadonlyArray<string>
): ReadonlyArray<string> => [
  `CREATE TRIGGER ${table}_no_update BEFORE UPDATE ON ${table}
    BEGIN SELECT RAISE(ABORT, '${table} can only be added to'); END`,
  `CREATE TRIGGER ${table}_no_delete BEFORE DELETE ON ${table}
    BEGIN SELECT RAISE(ABORT, '${table} can only be added to'); END`,
  ...uniqueColumns.map(
    (column) => `CREATE TRIGGER ${table}_no_replace_${column} BEFORE INSERT ON ${table}
    WHEN EXISTS (SELECT 1 FROM ${table} WHERE ${column} = NEW.${column})
    BEGIN SELECT RAISE(ABORT, '${table} can only be added to'); END`,
  ),
];
