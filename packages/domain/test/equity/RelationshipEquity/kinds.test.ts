import { assert, describe, it } from "@effect/vitest";
import * as Effect from "effect/Effect";
import { TestClock } from "effect/testing";
import { Catalogue } from "@comity/domain/equity";
import { standardKinds } from "@comity/domain/equity/rules";
import { KindChange, KindId } from "@comity/domain/equity/schema";
import { layerMemory } from "@comity/domain/memory";
import { breach, kindDraft, ownKindId, refusalOf } from "../../support/facts.ts";
import { ana, askDraft, askId, entryId, gift, opened } from "../../support/sample.ts";

const unsized = { benefit: undefined, cost: undefined };

const change = (kindId: string, wanted: object, version: number) =>
  Catalogue.use((catalogue) =>
    catalogue.change(KindId.parse(kindId), KindChange.parse(wanted), version),
  );

const add = (given: Parameters<typeof kindDraft>[0] = {}) =>
  Catalogue.use((catalogue) => catalogue.add(kindDraft(given)));

const usedFor = (use: string) => standardKinds.filter((kind) => kind.use === use);

describe("a gift of the catalogue", () => {
  it.effect("has the sizes of its kind, whoever gave", () =>
    Effect.gen(function* () {
      const equity = yield* opened;
      for (const { id, cost, benefit } of usedFor("deposit")) {
        const mine = yield* equity.record(gift({ kindId: id, ...unsized }));
        assert.deepInclude<object>(mine, { kindId: id, cost, benefit });
        assert.deepEqual(mine.posting, { mine: benefit, theirs: 0 });
        const theirs = yield* equity.record(
          gift({ kindId: id, ...unsized, from: ana, to: "me", asked: true }),
        );
        assert.deepInclude<object>(theirs, { kindId: id, cost, benefit });
        assert.deepEqual(theirs.posting, { mine: -2 * cost, theirs: benefit });
      }
    }).pipe(Effect.provide(layerMemory())),
  );

  it.effect("has the sizes that were said, one by one, before those of its kind", () =>
    Effect.gen(function* () {
      const equity = yield* opened;
      const sizesOf = (given: object) =>
        Effect.map(equity.record(gift({ kindId: "introduction", ...given })), (entry) => [
          entry.benefit,
          entry.cost,
        ]);
      assert.deepEqual(yield* sizesOf({ benefit: 5, cost: undefined }), [5, 3]);
      assert.deepEqual(yield* sizesOf({ benefit: undefined, cost: 0 }), [27, 0]);
      assert.deepEqual(yield* sizesOf({ benefit: "XL", cost: "L" }), [81, 27]);
    }).pipe(Effect.provide(layerMemory())),
  );

  it.effect("may be of a kind of one's own, or of a changed one", () =>
    Effect.gen(function* () {
      const equity = yield* opened;
      const own = yield* add();
      assert.deepInclude<object>(yield* equity.record(gift({ kindId: own.id, ...unsized })), {
        kindId: own.id,
        cost: 4,
        benefit: 20,
      });
      yield* change("introduction", { benefit: 12.5 }, 0);
      assert.deepInclude<object>(
        yield* equity.record(gift({ kindId: "introduction", ...unsized })),
        { cost: 3, benefit: 12.5 },
      );
    }).pipe(Effect.provide(layerMemory())),
  );

  it.effect("is refused with the place of what is wrong, and nothing is kept", () =>
    Effect.gen(function* () {
      const equity = yield* opened;
      const refused = (given: object) => refusalOf(equity.record(gift(given)));
      for (const sizes of [unsized, {}]) {
        assert.strictEqual(
          yield* refused({ kindId: "no-such-kind", ...sizes }),
          "InputInvalid /kindId unknown-kind",
        );
        for (const kindId of ["ask-introduction", "silence"]) {
          assert.strictEqual(
            yield* refused({ kindId, ...sizes }),
            "InputInvalid /kindId other-use",
          );
        }
      }
      assert.strictEqual(yield* refused({ benefit: undefined }), "InputInvalid /benefit required");
      assert.strictEqual(yield* refused({ cost: undefined }), "InputInvalid /cost required");
      assert.isEmpty((yield* equity.entries(ana, { limit: 10, cursor: null })).data);
    }).pipe(Effect.provide(layerMemory())),
  );
});

describe("a gift of the catalogue, said again", () => {
  it.effect("stays as it was, whatever became of the sizes of its kind", () =>
    Effect.gen(function* () {
      const equity = yield* opened;
      const draft = gift({ id: entryId(1), kindId: "introduction", ...unsized });
      const first = yield* equity.record(draft);
      yield* TestClock.adjust("1 day");
      yield* change("introduction", { benefit: 5, cost: 1 }, 0);
      assert.deepStrictEqual(yield* equity.record(draft), first);
      const other = yield* equity.record(gift({ kindId: "introduction", ...unsized }));
      assert.deepEqual([other.benefit, other.cost], [5, 1]);
      assert.deepEqual(
        yield* refusalOf(equity.record({ ...draft, benefit: 5 })),
        "EntryConflict benefit",
      );
      assert.lengthOf((yield* equity.entries(ana, { limit: 10, cursor: null })).data, 2);
    }).pipe(Effect.provide(layerMemory())),
  );

  it.effect("stays as it was, also where its kind was removed since", () =>
    Effect.gen(function* () {
      const equity = yield* opened;
      const deposit = yield* add();
      const wrong = yield* add({ use: "breach", id: ownKindId(2) });
      const asking = yield* add({ use: "ask", id: ownKindId(3) });
      const draft = gift({ id: entryId(1), kindId: deposit.id, ...unsized });
      const hurt = breach({ id: entryId(2), kindId: wrong.id, size: undefined });
      const wish = askDraft({ id: askId(1), kindId: asking.id, cost: undefined });
      yield* equity.record(gift({ benefit: "XL" }));
      const written = [
        yield* equity.record(draft),
        yield* equity.ask(wish),
        yield* equity.recordBreach(hurt),
      ] as const;
      for (const { id, version } of [deposit, wrong, asking]) {
        yield* Catalogue.use((catalogue) => catalogue.remove(id, version));
      }
      assert.deepStrictEqual(yield* equity.record(draft), written[0]);
      assert.deepStrictEqual(yield* equity.ask(wish), written[1]);
      assert.deepStrictEqual(yield* equity.recordBreach(hurt), written[2]);
      assert.strictEqual(
        yield* refusalOf(equity.record({ ...draft, id: entryId(3) })),
        "InputInvalid /kindId unknown-kind",
      );
    }).pipe(Effect.provide(layerMemory())),
  );

  it.effect("is a conflict under another kind", () =>
    Effect.gen(function* () {
      const equity = yield* opened;
      yield* equity.record(gift({ id: entryId(1), kindId: "gift" }));
      for (const kindId of ["answer", undefined]) {
        assert.strictEqual(
          yield* refusalOf(equity.record(gift({ id: entryId(1), kindId }))),
          "EntryConflict kindId",
        );
      }
    }).pipe(Effect.provide(layerMemory())),
  );
});

describe("an ask of the catalogue", () => {
  it.effect("costs what its kind says, unless it is said", () =>
    Effect.gen(function* () {
      const equity = yield* opened;
      for (const { id, cost } of usedFor("ask")) {
        const question = askDraft({ kindId: id, cost: undefined });
        assert.strictEqual((yield* equity.coverage(question)).needed, 2 * cost);
        assert.strictEqual((yield* equity.project(question)).coverage.needed, 2 * cost);
        assert.strictEqual((yield* equity.coverage({ ...question, cost: 5 })).needed, 10);
      }
      for (const _ of [1, 2]) yield* equity.record(gift({ benefit: "XL" }));
      const draft = askDraft({ id: askId(1), kindId: "ask-introduction", cost: undefined });
      const ask = yield* equity.ask(draft);
      assert.deepInclude<object>(ask, { kindId: "ask-introduction", cost: 9, reserved: 18 });
      yield* change("ask-introduction", { cost: 2 }, 0);
      assert.deepStrictEqual(yield* equity.ask(draft), ask);
      assert.strictEqual((yield* equity.coverage(draft)).needed, 4);
      const granted = yield* equity.grant(ask.id, {});
      const { data } = yield* equity.entries(ana, { limit: 1, cursor: null });
      assert.deepInclude<object>(data[0] ?? {}, {
        kindId: "ask-introduction",
        id: granted.entryId,
      });
    }).pipe(Effect.provide(layerMemory())),
  );

  it.effect("is refused with the place of what is wrong", () =>
    Effect.gen(function* () {
      const equity = yield* opened;
      for (const [given, refusal] of [
        [{ kindId: "no-such-kind" }, "/kindId unknown-kind"],
        [{ kindId: "introduction" }, "/kindId other-use"],
        [{ kindId: "silence" }, "/kindId other-use"],
        [{ cost: undefined }, "/cost required"],
      ] as const) {
        const draft = askDraft(given);
        for (const verb of [equity.ask(draft), equity.coverage(draft), equity.project(draft)]) {
          assert.strictEqual(yield* refusalOf(verb), `InputInvalid ${refusal}`);
        }
      }
    }).pipe(Effect.provide(layerMemory())),
  );

  it.effect(
    "wants a cost where its kind knows none, because an ask that costs nothing is none",
    () =>
      Effect.gen(function* () {
        const equity = yield* opened;
        const free = yield* add({ use: "ask", cost: 0 });
        yield* equity.record(gift());
        const draft = askDraft({ kindId: free.id, cost: undefined });
        for (const verb of [equity.ask(draft), equity.coverage(draft), equity.project(draft)]) {
          assert.strictEqual(yield* refusalOf(verb), "InputInvalid /cost required");
        }
        assert.strictEqual((yield* equity.ask({ ...draft, cost: 1 })).cost, 1);
      }).pipe(Effect.provide(layerMemory())),
  );
});
