import { nowMs } from "@comity/domain/time";
import * as Context from "effect/Context";
import * as Effect from "effect/Effect";
import * as Layer from "effect/Layer";
import * as Semaphore from "effect/Semaphore";
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
    /** One at a time per key, so that a retry waits for the answer that is on its way. */
    readonly inTurn: (
      key: string,
    ) => <A, E, R>(effect: Effect.Effect<A, E, R>) => Effect.Effect<A, E, R>;
    readonly byKey: (key: string) => Effect.Effect<KeptAnswer | undefined>;
    readonly keep: (key: string, answer: KeptAnswer) => Effect.Effect<void>;
  }
>()("@comity/store/idempotency/Idempotency") {
  static readonly layer = Layer.effect(
    Idempotency,
    Effect.gen(function* () {
      const sql = yield* SqlClient;
      const forgetOld = (atMs: number) =>
        sql`DELETE FROM idempotency WHERE at <= ${atMs - keptForMs}`;

      // Answers hold what was written, so they do not outlive their day while nobody writes.
      yield* forgetOld(yield* nowMs);

      const turns = new Map<string, { readonly turn: Semaphore.Semaphore; waiting: number }>();

      const inTurn =
        (key: string) =>
        <A, E, R>(effect: Effect.Effect<A, E, R>) =>
          Effect.suspend(() => {
            const known = turns.get(key) ?? { turn: Semaphore.makeUnsafe(1), waiting: 0 };
            known.waiting++;
            turns.set(key, known);
            const leave = Effect.sync(() => {
              known.waiting--;
              if (known.waiting === 0) turns.delete(key);
            });
            return Effect.ensuring(known.turn.withPermits(1)(effect), leave);
          });

      return Idempotency.of({
        inTurn,
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
          yield* forgetOld(at);
          yield* sql`INSERT INTO idempotency (key, fingerprint, at, status, headers, body)
            VALUES (${key}, ${fingerprint}, ${at}, ${status}, ${JSON.stringify(headers)}, ${body})`;
        }, Effect.orDie),
      });
    }),
  );
}
