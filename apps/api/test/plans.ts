/** How SQLite would go about a statement: through an index, or through all there is. */
import { DatabaseSync } from "node:sqlite";

/** Tables that grow with every day of use. */
const growing = ["entries", "changes", "partners"];

/** A plan calls a table by the name that the statement gives it. */
const namesIn = (statement: string): ReadonlySet<string> => {
  const given = new RegExp(`\\b(?:${growing.join("|")})\\s+AS\\s+(\\w+)`, "gi");
  return new Set([...growing, ...[...statement.matchAll(given)].map(([, name = ""]) => name)]);
};

const isWalk = (step: string, names: ReadonlySet<string>): boolean =>
  names.has(/^SCAN (\w+)/.exec(step)?.[1] ?? "");

const isPlanned = (statement: string): boolean =>
  /^\s*(SELECT|INSERT|UPDATE|DELETE|WITH|REPLACE)\b/i.test(statement);

/** The questions that guards ask before each insert: the plan of the insert does not show them. */
const guardsOf = (database: DatabaseSync): ReadonlyArray<string> =>
  database
    .prepare("SELECT sql FROM sqlite_master WHERE type = 'trigger'")
    .all()
    .flatMap(({ sql }) => {
      const question = /WHEN EXISTS \((.*?)\)\s+BEGIN/s.exec(String(sql))?.[1];
      return question === undefined ? [] : [question.replaceAll(/NEW\.\w+/g, "?")];
    });

const planOf = (database: DatabaseSync, statement: string): ReadonlyArray<string> =>
  database
    .prepare(`EXPLAIN QUERY PLAN ${statement}`)
    .all()
    .map(({ detail }) => String(detail));

/** Statements that read a growing table from end to end, by itself or by an index, each with the step that does. */
export const walksIn = (file: string, statements: Iterable<string>): ReadonlyArray<string> => {
  const database = new DatabaseSync(file, { readOnly: true });
  try {
    return [...statements, ...guardsOf(database)].filter(isPlanned).flatMap((statement) => {
      const names = namesIn(statement);
      const walks = planOf(database, statement).filter((step) => isWalk(step, names));
      return walks.map((step) => `${step}: ${statement}`);
    });
  } finally {
    database.close();
  }
};
