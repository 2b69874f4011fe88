import { nowMs } from "@comity/domain/time";
import * as Context from "effect/Context";
import * as Effect from "effect/Effect";
import * as Layer from "effect/Layer";
import { SqlClient } from "effect/sql/SqlClient";

/** An answer that was given under a key, so that a retry gets it again. */
export interface KeptAnswer {
  readonly fingerprint: string;
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

interface AnswerRow {
  readonly fingerprint: string;
  readonly status: number;
  readonly headers: string;
  readonly body: string;
}

const keptForMs = 24 * 60 * 60 * 1000;

/** Answers by idempotency key, for a day. Kept in the transaction of the write they answer. */
export class Idempotency extends Context.Service<
  Idempotency,
  {
    readonly byKey: (key: string) => Effect.Effect<KeptAnswer | undefined>;
    readonly keep: (key: string, answer: KeptAnswer) => Effect.Effect<void>;
  }
>()("@comity/store/idempotency/Idempotency") {
  static readonly layer = Layer.effect(
    Idempotency,
    Effect.gen(function* () {
      const sql = yield* SqlClient;
      return Idempotency.of({
        byKey: Effect.fnUntraced(function* (key) {
          const since = (yield* nowMs) - keptForMs;
          const [row] =
            yield* sql<AnswerRow>`SELECT fingerprint, status, headers, body FROM idempotency
            WHERE key = ${key} AND at > ${since}`;
          return row === undefined
            ? undefined
            : { ...row, headers: JSON.parse(row.headers) as Record<string, string> };
        }, Effect.orDie),
        keep: Effect.fnUntraced(function* (key, { fingerprint, status, headers, body }) {
          const at = yield* nowMs;
          yield* sql`DELETE FROM idempotency WHERE at <= ${at - keptForMs}`;
          yield* sql`INSERT INTO idempotency (key, fingerprint, at, status, headers, body)
            VALUES (${key}, ${fingerprint}, ${at}, ${status}, ${JSON.stringify(headers)}, ${body})`;
        }, Effect.orDie),
      });
    }),
  );
}
