import * as Context from "effect/Context";
import * as Effect from "effect/Effect";
import * as Semaphore from "effect/Semaphore";

/** How transactions work in memory: every write leaves its way back, and a failure goes all of it. */
export interface Rollback {
  readonly atomically: <A, E, R>(effect: Effect.Effect<A, E, R>) => Effect.Effect<A, E, R>;
  /** Notes how to take back a write that is about to be made. */
  readonly wayBack: (undo: () => void) => void;
}

const IsInside = Context.Reference<boolean>("@comity/domain/memory/IsInside", {
  defaultValue: () => false,
});

export const makeRollback = Effect.map(Semaphore.make(1), (oneAtATime): Rollback => {
  const waysBack: Array<() => void> = [];

  const unwindTo = (length: number): void => {
    while (waysBack.length > length) waysBack.pop()?.();
  };

  const guarded = <A, E, R>(effect: Effect.Effect<A, E, R>): Effect.Effect<A, E, R> =>
    Effect.suspend(() => {
      const start = waysBack.length;
      return Effect.onError(effect, () => Effect.sync(() => unwindTo(start)));
    });

  const outermost = <A, E, R>(effect: Effect.Effect<A, E, R>): Effect.Effect<A, E, R> =>
    guarded(effect).pipe(
      Effect.tap(() => Effect.sync(() => waysBack.splice(0))),
      Effect.provideService(IsInside, true),
      Semaphore.withPermit(oneAtATime),
    );

  return {
    atomically: (effect) =>
      Effect.flatMap(IsInside, (isInside) => (isInside ? guarded(effect) : outermost(effect))),
    wayBack: (undo) => void waysBack.push(undo),
  };
});

/** A map whose writes can be taken back. */
export const makeTable = <K, V>({ wayBack }: Rollback) => {
  const rows = new Map<K, V>();
  const put = (key: K, value: V | undefined): void => {
    if (value === undefined) rows.delete(key);
    else rows.set(key, value);
  };
  return {
    get: (key: K): V | undefined => rows.get(key),
    all: (): Array<V> => [...rows.values()],
    entries: (): Array<[K, V]> => [...rows.entries()],
    set: (key: K, value: V): void => {
      const before = rows.get(key);
      wayBack(() => put(key, before));
      rows.set(key, value);
    },
    delete: (key: K): void => {
      const before = rows.get(key);
      wayBack(() => put(key, before));
      rows.delete(key);
    },
  };
};
