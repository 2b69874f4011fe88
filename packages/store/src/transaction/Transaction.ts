import * as Context from "effect/Context";
import * as Effect from "effect/Effect";
import * as Layer from "effect/Layer";
import { SqlClient } from "effect/sql/SqlClient";
import { atomicallyOver } from "./atomically.ts";

/** Transactions around several verbs, and around a verb that is only tried. */
export class Transaction extends Context.Service<
  Transaction,
  {
    readonly atomically: <A, E, R>(effect: Effect.Effect<A, E, R>) => Effect.Effect<A, E, R>;
    /** Runs the effect, and takes back whatever it wrote. */
    readonly rehearse: <A, E, R>(effect: Effect.Effect<A, E, R>) => Effect.Effect<A, E, R>;
  }
>()("@comity/store/transaction/Transaction") {
  static readonly layer = Layer.effect(
    Transaction,
    Effect.map(SqlClient, (sql) => {
      const atomically = atomicallyOver(sql);
      return Transaction.of({
        atomically,
        rehearse: (effect) =>
          atomically(Effect.flatMap(effect, (value) => Effect.fail(new Rehearsed(value)))).pipe(
            Effect.catchIf(
              (error) => error instanceof Rehearsed,
              ({ value }) => Effect.succeed(value as Effect.Success<typeof effect>),
            ),
          ),
      });
    }),
  );
}

/** Carries the result out of a transaction that must not commit. */
class Rehearsed {
  readonly value: unknown;
  constructor(value: unknown) {
    this.value = value;
  }
}
