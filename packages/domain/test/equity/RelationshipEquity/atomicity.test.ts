/** What holds when others write in between, and when the store gives way in the middle. */
import { assert, describe, it } from "@effect/vitest";
import * as Effect from "effect/Effect";
import * as Layer from "effect/Layer";
import { EquityStore, RelationshipEquity } from "@comity/domain/equity";
import { partnerPreset } from "@comity/domain/equity/rules";
import { IdSource } from "@comity/domain/identity";
import { storesMemory } from "@comity/domain/memory";
import { Partners } from "@comity/domain/partner";
import { ana, askDraft, askId, entryId, gift, grantDraft, opened } from "../../support/sample.ts";

const policy = { ...partnerPreset, grace: 0 };

type Store = EquityStore["Service"];

/** The services over memory, with something done before every call of the store. */
const layerWith = (before: Effect.Effect<void>) => {
  const around = <A, E, R>(effect: Effect.Effect<A, E, R>) => Effect.andThen(before, effect);
  const store = Layer.effect(
    EquityStore,
    Effect.map(EquityStore, (inner) =>
      EquityStore.of({
        ...inner,
        snapshot: (...args) => around(inner.snapshot(...args)),
        postings: (...args) => around(inner.postings(...args)),
        entryById: (...args) => around(inner.entryById(...args)),
        reversalOf: (...args) => around(inner.reversalOf(...args)),
        append: (...args) => around(inner.append(...args)),
        askById: (...args) => around(inner.askById(...args)),
        refusedBy: (...args) => around(inner.refusedBy(...args)),
        openAsk: (...args) => around(inner.openAsk(...args)),
        keepAsk: (...args) => around(inner.keepAsk(...args)),
        refuseAsk: (...args) => around(inner.refuseAsk(...args)),
      } satisfies Store),
    ),
  );
  return Layer.mergeAll(RelationshipEquity.layerNoDeps, Partners.layerNoDeps).pipe(
    Layer.provide(store),
    Layer.provide([storesMemory({ policy }), IdSource.layer]),
  );
};

const pages = { limit: 100, cursor: null };

const everything = Effect.gen(function* () {
  const equity = yield* RelationshipEquity;
  return {
    statement: yield* equity.statement(ana, null),
    entries: (yield* equity.entries(ana, pages)).data,
    asks: (yield* equity.asks(ana, { ...pages, state: null })).data,
  };
});

describe("over a store that lets others in at every step", () => {
  const yielding = layerWith(Effect.yieldNow);

  it.effect("50 asks at once spend no more than stands", () =>
    Effect.gen(function* () {
      const equity = yield* opened;
      for (const benefit of [81, 81, 38]) yield* equity.record(gift({ benefit }));
      const drafts = Array.from({ length: 50 }, () => askDraft({ cost: 10 }));
      const outcomes = yield* Effect.forEach(drafts, (draft) => Effect.result(equity.ask(draft)), {
        concurrency: "unbounded",
      });
      const opens = outcomes.filter(({ _tag }) => _tag === "Success");
      assert.lengthOf(opens, 10);
      assert.strictEqual((yield* equity.statement(ana, null)).reserved, 200);
    }).pipe(Effect.provide(yielding)),
  );

  it.effect("one gift said 50 times at once is one gift", () =>
    Effect.gen(function* () {
      const equity = yield* opened;
      const drafts = Array.from({ length: 50 }, () => gift({ id: entryId(1) }));
      const entries = yield* Effect.forEach(drafts, equity.record, { concurrency: "unbounded" });
      assert.lengthOf(new Set(entries.map((entry) => JSON.stringify(entry))), 1);
      const { equity: standing, gifts } = yield* equity.statement(ana, null);
      assert.deepEqual([standing, gifts], [9, 1]);
    }).pipe(Effect.provide(yielding)),
  );

  it.effect("50 gifts at once all count", () =>
    Effect.gen(function* () {
      const equity = yield* opened;
      const drafts = Array.from({ length: 50 }, () => gift({ benefit: 1 }));
      yield* Effect.forEach(drafts, equity.record, { concurrency: "unbounded" });
      const { equity: standing, gifts } = yield* equity.statement(ana, null);
      assert.deepEqual([standing, gifts], [50, 50]);
    }).pipe(Effect.provide(yielding)),
  );

  it.effect("a yes and a no at once: one of them holds, and the other is told", () =>
    Effect.gen(function* () {
      const equity = yield* opened;
      yield* equity.record(gift({ benefit: "L" }));
      yield* equity.ask(askDraft({ id: askId(1) }));
      const outcomes = yield* Effect.all(
        [
          Effect.result(equity.grant(askId(1), {})),
          Effect.result(equity.decline(askId(1))),
          Effect.result(equity.grant(askId(1), grantDraft({ entryId: entryId(1) }))),
        ],
        { concurrency: "unbounded" },
      );
      assert.lengthOf(
        outcomes.filter(({ _tag }) => _tag === "Success"),
        1,
      );
      const { entries, asks, statement } = yield* everything;
      const posted = entries.filter((entry) => entry.kind === "transfer" && entry.askId !== null);
      assert.lengthOf(posted, asks[0]?.state === "granted" ? 1 : 0);
      assert.strictEqual(statement.reserved, 0);
    }).pipe(Effect.provide(yielding)),
  );
});

describe("when the store gives way at some step", () => {
  /** Every verb that writes, with what has to be there before. */
  const verbs: Readonly<
    Record<string, (equity: RelationshipEquity["Service"]) => Effect.Effect<unknown, unknown>>
  > = {
    record: (equity) => equity.record(gift({ id: entryId(9) })),
    "record, back-dated": (equity) => equity.record(gift({ id: entryId(9), at: "2026-01-01" })),
    reverse: (equity) => equity.reverse(entryId(1), { id: entryId(9) }),
    ask: (equity) => equity.ask(askDraft({ id: askId(9) })),
    grant: (equity) => equity.grant(askId(1), grantDraft({ entryId: entryId(9) })),
    decline: (equity) => equity.decline(askId(1)),
  };

  for (const [name, verb] of Object.entries(verbs)) {
    it.effect(`${name} is done wholly or not at all, and works when said again`, () =>
      Effect.gen(function* () {
        let failures = 0;
        for (let failing = 1; ; failing++) {
          let calls = Number.NEGATIVE_INFINITY;
          const failAt = Effect.suspend(() =>
            ++calls === failing ? Effect.die("the disk is full") : Effect.void,
          );
          const isOver = yield* Effect.gen(function* () {
            const equity = yield* opened;
            yield* equity.record(gift({ id: entryId(1), benefit: "XL" }));
            yield* equity.ask(askDraft({ id: askId(1) }));
            const before = yield* everything;
            calls = 0;
            const { _tag } = yield* Effect.exit(verb(equity));
            calls = Number.NEGATIVE_INFINITY;
            if (_tag === "Success") return true;
            assert.deepStrictEqual(yield* everything, before, `call ${failing}`);
            yield* verb(equity);
            return false;
          }).pipe(Effect.provide(layerWith(failAt)));
          if (isOver) break;
          failures++;
        }
        assert.isAtLeast(failures, 2, "the store was made to fail");
      }),
    );
  }

  it.effect("a refusal that cannot be kept is no refusal", () =>
    Effect.gen(function* () {
      let isFull = false;
      const layer = layerWith(Effect.suspend(() => (isFull ? Effect.die("full") : Effect.void)));
      yield* Effect.gen(function* () {
        const equity = yield* opened;
        isFull = true;
        const exit = yield* Effect.exit(equity.ask(askDraft({ id: askId(1) })));
        assert.strictEqual(exit._tag, "Failure");
        isFull = false;
        yield* equity.record(gift({ benefit: "XL" }));
        assert.strictEqual((yield* equity.ask(askDraft({ id: askId(1) }))).state, "open");
      }).pipe(Effect.provide(layer));
    }),
  );
});
