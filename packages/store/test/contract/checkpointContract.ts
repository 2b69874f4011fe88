/** Balances that are folded from checkpoints are those that all entries fold to (MODEL 2.3). */
import assert from "node:assert/strict";
import {
  CatalogueStore,
  type Checkpoint,
  EquityPolicies,
  EquityStore,
  RelationshipEquity,
  RhythmStore,
} from "@comity/domain/equity";
import {
  type Account,
  accountAt,
  accountOf,
  checkpointEntries,
  policyPresets,
} from "@comity/domain/equity/rules";
import type { EquityPolicy, TransferDraft } from "@comity/domain/equity/schema";
import { IdSource } from "@comity/domain/identity";
import type { PartnerId } from "@comity/domain/partner/schema";
import { msOf } from "@comity/domain/time";
import * as Effect from "effect/Effect";
import * as Layer from "effect/Layer";
import type { Contracted, ContractCase } from "./contract.ts";
import { daysAgo, todayMs } from "./moments.ts";
import { added, given } from "./people.ts";

const always = { afterMs: Number.NEGATIVE_INFINITY, upToMs: Number.POSITIVE_INFINITY };

/** Numbers between 0 and 1 that are the same every time (mulberry32). */
const drawnFrom = (seed: number) => {
  let state = seed;
  return (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
};

const isClose = (actual: Pick<Account, "principal" | "interest">, expected: Account, why: string) =>
  (["principal", "interest"] as const).forEach((part) => {
    const allowed = 1e-9 * Math.max(1, Math.abs(expected[part]));
    const difference = Math.abs(actual[part] - expected[part]);
    assert.ok(difference <= allowed, `${why}: ${part} ${actual[part]}, not ${expected[part]}`);
  });

/** Both accounts of a pair at an instant, from nothing but what was posted. */
const foldedAt = Effect.fnUntraced(function* (
  partnerId: PartnerId,
  instantMs: number,
  policy: EquityPolicy,
) {
  const store = yield* EquityStore;
  const postings = yield* store.postings(partnerId, { ...always, upToMs: instantMs });
  const side = (which: "mine" | "theirs") => {
    const amounts = postings.map(({ atMs, [which]: amount }) => ({ atMs, amount }));
    return accountAt(accountOf(amounts, policy), instantMs, policy);
  };
  return { mine: side("mine"), theirs: side("theirs"), entries: postings.length };
});

/** Now, at twenty instants that have passed, and wherever a checkpoint stands. */
const isFolded = Effect.fnUntraced(function* (partnerId: PartnerId, why: string) {
  const equity = yield* RelationshipEquity;
  const store = yield* EquityStore;
  const { policy, ...now } = yield* equity.statement(partnerId, null);
  isClose(now, (yield* foldedAt(partnerId, msOf(now.at), policy)).mine, `${why}, now`);
  for (let number = 0; number < 20; number++) {
    const at = daysAgo(number * 16.25);
    const then = yield* equity.statement(partnerId, at);
    isClose(then, (yield* foldedAt(partnerId, msOf(at), policy)).mine, `${why}, at ${at}`);
  }
  for (const checkpoint of yield* checkpointsOf(store, partnerId)) {
    const whole = yield* foldedAt(partnerId, checkpoint.mine.atMs, policy);
    isClose(checkpoint.mine, whole.mine, `${why}, checkpoint of mine`);
    isClose(checkpoint.theirs, whole.theirs, `${why}, checkpoint of theirs`);
    assert.equal(checkpoint.entries, whole.entries, `${why}, entries of a checkpoint`);
  }
});

/** From the last one back to the first. */
const checkpointsOf = Effect.fnUntraced(function* (
  store: EquityStore["Service"],
  partnerId: PartnerId,
) {
  const found: Array<Checkpoint> = [];
  let beforeMs = Number.MAX_SAFE_INTEGER;
  for (;;) {
    const one: Checkpoint | undefined = yield* store.checkpointBefore(partnerId, beforeMs);
    if (one === undefined) return found;
    assert.ok(one.mine.atMs < beforeMs, "a checkpoint stands before the instant");
    found.push(one);
    beforeMs = one.mine.atMs;
  }
});

/** One of a hundred instants, so that many share one; every fifth is taken back. */
const drawnEntry = Effect.fnUntraced(function* (partnerId: PartnerId, draw: () => number) {
  const equity = yield* RelationshipEquity;
  const isMine = draw() < 0.6;
  const entry = yield* given(partnerId, {
    at: daysAgo(3 * Math.floor(draw() * 100)),
    benefit: 1 + Math.floor(draw() * 80),
    cost: Math.floor(draw() * 40),
    asked: draw() < 0.5,
    ...(isMine ? {} : { from: partnerId, to: "me" }),
  });
  if (draw() < 0.2) yield* equity.reverse(entry.id, {});
});

const filled = Effect.fnUntraced(function* (count: number, seed: number) {
  const ana = yield* added({ name: "Ana" });
  const draw = drawnFrom(seed);
  for (let number = 0; number < count; number++) yield* drawnEntry(ana.id, draw);
  return { ana, draw };
});

/** The verbs over a store that counts which rows of the ledger they read. */
const counted = Effect.gen(function* () {
  const store = yield* EquityStore;
  const catalogue = yield* CatalogueStore;
  let read = 0;
  const counting = <A, E>(rows: Effect.Effect<ReadonlyArray<A>, E>) =>
    Effect.tap(rows, (found) => Effect.sync(() => (read += found.length)));
  const over = Layer.mergeAll(
    Layer.succeed(CatalogueStore, catalogue),
    Layer.succeed(RhythmStore, yield* RhythmStore),
    Layer.succeed(
      EquityStore,
      EquityStore.of({
        ...store,
        postings: (...args) => counting(store.postings(...args)),
        history: (...args) => counting(store.history(...args)),
      }),
    ),
    IdSource.layer,
  );
  const equity = yield* Effect.provide(
    RelationshipEquity,
    Layer.fresh(RelationshipEquity.layerNoDeps).pipe(Layer.provide(over)),
  );
  const rowsReadBy = Effect.fnUntraced(function* <A, E>(effect: Effect.Effect<A, E>) {
    read = 0;
    yield* effect;
    return read;
  });
  return { equity, rowsReadBy };
});

export const checkpointContract: ReadonlyArray<ContractCase<Contracted>> = [
  {
    name: "300 entries in random order leave every balance as all of them fold to",
    run: Effect.gen(function* () {
      const { ana, draw } = yield* filled(300, 1);
      const store = yield* EquityStore;
      const { length } = yield* checkpointsOf(store, ana.id);
      assert.ok(length >= 3, `${length} checkpoints`);
      yield* isFolded(ana.id, "after all");
      for (let number = 1; number <= 6; number++) {
        yield* drawnEntry(ana.id, draw);
        yield* isFolded(ana.id, `after ${number} more`);
      }
    }),
  },
  {
    name: "the order of arrival does not matter, in time order or backwards",
    run: Effect.gen(function* () {
      const numbers = Array.from({ length: 150 }, (_, index) => index);
      const recordedIn = Effect.fnUntraced(function* (name: string, order: ReadonlyArray<number>) {
        const partner = yield* added({ name });
        for (const number of order) {
          const at = daysAgo(Math.floor(number / 3));
          const isMine = number % 4 !== 0;
          const sides = isMine ? {} : { from: partner.id, to: "me" as const, asked: true };
          yield* given(partner.id, { at, benefit: 1 + (number % 9), cost: 5, ...sides });
        }
        yield* isFolded(partner.id, name);
        const equity = yield* RelationshipEquity;
        return yield* equity.statement(partner.id, daysAgo(0));
      });
      const newestLast = yield* recordedIn("Forwards", numbers.toReversed());
      const newestFirst = yield* recordedIn("Backwards", numbers);
      isClose(newestFirst, { ...newestLast, atMs: todayMs }, "backwards");
    }),
  },
  {
    name: "a back-dated entry, and a balance of the past, read what came after a checkpoint only",
    run: Effect.gen(function* () {
      const ana = yield* added({ name: "Ana" });
      for (let number = 0; number < 300; number++) {
        yield* given(ana.id, { at: daysAgo(300 - number), benefit: 1 + (number % 7) });
      }
      const { equity, rowsReadBy } = yield* counted;
      const gift = (days: number) =>
        equity.record({
          from: "me",
          to: ana.id,
          at: daysAgo(days),
          benefit: 2,
          cost: 1,
        } as TransferDraft);
      const last = checkpointEntries;
      assert.equal(yield* rowsReadBy(gift(0)), 0, "one that is the newest reads none");
      const near = yield* rowsReadBy(gift(1.5));
      assert.ok(near <= 300 - 4 * last + 2, `${near} rows for one of yesterday`);
      const middle = yield* rowsReadBy(gift(120.5));
      assert.ok(middle <= 302 - 2 * last && middle >= 120, `${middle} rows for one of the middle`);
      assert.ok((yield* rowsReadBy(gift(299.5))) >= 299, "one of the beginning");
      for (const days of [0.5, 40.25, 120.25, 200.25, 299.75]) {
        const rows = yield* rowsReadBy(equity.statement(ana.id, daysAgo(days)));
        assert.ok(rows <= 2 * last, `${rows} rows for the balance ${days} days ago`);
      }
      assert.equal(yield* rowsReadBy(equity.statement(ana.id, null)), 0, "now");
      const again = yield* rowsReadBy(gift(1.25));
      assert.ok(again <= 2 * last, `${again} rows, when all was folded again before`);
      yield* isFolded(ana.id, "at the end");
    }),
  },
  {
    name: "what was taken back or confirmed on the newest instant leaves no wrong checkpoint",
    run: Effect.gen(function* () {
      const equity = yield* RelationshipEquity;
      const ana = yield* added({ name: "Ana" });
      for (let number = 1; number <= 130; number++) {
        const at = daysAgo(200 - number);
        const { id } = yield* given(ana.id, { at, benefit: number % 11 === 0 ? 60 : 3 });
        if (number % 64 < 2) yield* equity.reverse(id, {});
        if (number % 64 > 61) yield* equity.confirm(id, { benefit: 5 });
        if (number % 10 === 0) yield* given(ana.id, { at, from: ana.id, to: "me", asked: true });
      }
      yield* isFolded(ana.id, "after all");
      yield* given(ana.id, { at: daysAgo(150), benefit: 40 });
      yield* isFolded(ana.id, "after one more");
    }),
  },
  {
    name: "another policy folds checkpoints anew, with the balances",
    run: Effect.gen(function* () {
      const { ana, draw } = yield* filled(150, 2);
      const store = yield* EquityStore;
      const policies = yield* EquityPolicies;
      const before = yield* checkpointsOf(store, ana.id);
      assert.ok(before.length > 0);
      for (const preset of ["one-off", "close"] as const) {
        const { version } = yield* policies.read(null);
        yield* policies.choose(null, { preset }, version);
        const after = yield* checkpointsOf(store, ana.id);
        assert.ok(after.length > 0);
        assert.notDeepEqual(after, before);
        yield* isFolded(ana.id, preset);
      }
      yield* policies.choose(ana.id, { preset: "one-off" }, 0);
      const { policy } = yield* RelationshipEquity.use(({ statement }) => statement(ana.id, null));
      assert.deepEqual(policy, policyPresets["one-off"]);
      yield* isFolded(ana.id, "its own");
      yield* drawnEntry(ana.id, draw);
      yield* isFolded(ana.id, "and one more");
    }),
  },
  {
    name: "an entry that fails on the way leaves balance and checkpoints as they were",
    run: Effect.gen(function* () {
      const { ana } = yield* filled(140, 3);
      const store = yield* EquityStore;
      const read = Effect.gen(function* () {
        const accounts = (yield* store.snapshot(ana.id, todayMs))?.accounts;
        return { accounts, checkpoints: yield* checkpointsOf(store, ana.id) };
      });
      const before = yield* read;
      const failing = store.atomically(
        Effect.andThen(given(ana.id, { at: daysAgo(200) }), Effect.fail("changed my mind")),
      );
      assert.equal(yield* Effect.flip(failing), "changed my mind");
      assert.deepEqual(yield* read, before);
      yield* isFolded(ana.id, "after that");
    }),
  },
];
