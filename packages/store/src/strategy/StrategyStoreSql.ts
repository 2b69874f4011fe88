import {
  changedQuestionsOf,
  type KeptStrategy,
  noAnswers,
  type SixAnswers,
  StrategyStore,
} from "@comity/domain/strategy";
import * as Effect from "effect/Effect";
import * as Layer from "effect/Layer";
import { SqlClient } from "effect/sql/SqlClient";
import { ChangeLog } from "../change/ChangeLog.ts";
import { newSalt, saltedHash } from "../change/fingerprint.ts";
import { atomicallyOver } from "../transaction/atomically.ts";

interface StrategyRow {
  readonly answers: string;
  readonly version: number;
  readonly changed_at: number;
  readonly salt: string;
}

export const layer = Layer.effect(
  StrategyStore,
  Effect.gen(function* () {
    const sql = yield* SqlClient;
    const changes = yield* ChangeLog;

    const row = Effect.map(
      sql<StrategyRow>`SELECT answers, version, changed_at, salt FROM strategy WHERE id = 1`,
      ([found]) => found,
    );

    const put = Effect.fnUntraced(function* (
      before: KeptStrategy | undefined,
      after: KeptStrategy,
    ) {
      const salt = (yield* row)?.salt ?? newSalt();
      yield* sql`INSERT INTO strategy (id, answers, version, changed_at, salt)
        VALUES (1, ${JSON.stringify(after.answers)}, ${after.version}, ${after.changedAtMs}, ${salt})
        ON CONFLICT (id) DO UPDATE SET answers = excluded.answers, version = excluded.version,
          changed_at = excluded.changed_at`;
      const old = before?.answers ?? noAnswers;
      const hashOf = (text: string) => (text === "" ? null : saltedHash(salt, text));
      yield* changes.append("strategy.changed", "workspace", {
        version: { old: before?.version ?? 0, new: after.version },
        personal: Object.fromEntries(
          changedQuestionsOf(old, after.answers).map((question) => [
            question,
            { old: hashOf(old[question]), new: hashOf(after.answers[question]) },
          ]),
        ),
      });
    }, Effect.orDie);

    return StrategyStore.of({
      atomically: atomicallyOver(sql),
      read: Effect.map(row, (found) =>
        found === undefined ? undefined : strategyOfRow(found),
      ).pipe(Effect.orDie),
      put,
    });
  }),
);

const strategyOfRow = (row: StrategyRow): KeptStrategy => ({
  answers: { ...noAnswers, ...(JSON.parse(row.answers) as Partial<SixAnswers>) },
  version: row.version,
  changedAtMs: row.changed_at,
});
