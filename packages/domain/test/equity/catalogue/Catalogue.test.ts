import { assert, describe, it } from "@effect/vitest";
import * as Effect from "effect/Effect";
import { Catalogue } from "@comity/domain/equity";
import { standardKinds } from "@comity/domain/equity/rules";
import { Kind, KindChange, KindId, ownKindsMax } from "@comity/domain/equity/schema";
import { layerMemory } from "@comity/domain/memory";
import { kindDraft, ownKindId, refusalOf } from "../../support/facts.ts";

const id = (text: string) => KindId.parse(text);
const changed = (wanted: object) => KindChange.parse(wanted);

const kinds = Catalogue.use((catalogue) => catalogue.kinds);

const standard = standardKinds.map((kind) => Object.assign({ isOwn: false, version: 0 }, kind));

describe("a catalogue", () => {
  it.effect("has the standard kinds, with both of their sizes", () =>
    Effect.gen(function* () {
      const { byId } = yield* Catalogue;
      assert.deepEqual<unknown>(yield* kinds, standard);
      for (const kind of standard) {
        assert.deepEqual<unknown>(yield* byId(id(kind.id)), kind);
        assert.isTrue(Kind.safeParse(kind).success, kind.id);
      }
      assert.strictEqual(yield* refusalOf(byId(id("no-such-kind"))), "KindNotFound");
    }).pipe(Effect.provide(layerMemory())),
  );

  it.effect("takes kinds of one's own, behind the others, in the order in which they came", () =>
    Effect.gen(function* () {
      const { add, byId } = yield* Catalogue;
      const first = yield* add(kindDraft({ id: ownKindId(2), received: "Lent me their van" }));
      assert.deepEqual<unknown>(first, {
        id: ownKindId(2),
        use: "deposit",
        what: "Lent them my van",
        received: "Lent me their van",
        cost: 4,
        benefit: 20,
        isOwn: true,
        version: 1,
      });
      const second = yield* add(kindDraft({ id: ownKindId(1), cost: "S", benefit: "XL" }));
      assert.deepInclude<object>(second, { received: "Lent them my van", cost: 3, benefit: 81 });
      const unnamed = yield* add(kindDraft({ use: "breach", cost: 0 }));
      assert.deepEqual<unknown>(yield* kinds, [...standard, first, second, unnamed]);
      assert.deepEqual(yield* byId(unnamed.id), unnamed);
    }).pipe(Effect.provide(layerMemory())),
  );

  it.effect("keeps one kind under an id, and names what differs", () =>
    Effect.gen(function* () {
      const { add } = yield* Catalogue;
      const draft = kindDraft({ id: ownKindId(1), cost: "S" });
      const kind = yield* add(draft);
      assert.deepEqual(yield* add(draft), kind);
      assert.deepEqual(yield* add(kindDraft({ ...draft, cost: 3 })), kind, "in other words");
      for (const [field, other] of Object.entries({
        use: { use: "breach" },
        what: { what: "Lent them my boat", received: "Lent them my van" },
        received: { received: "Lent me theirs" },
        cost: { cost: 5 },
        benefit: { benefit: "XS" },
      })) {
        assert.strictEqual(
          yield* refusalOf(add(kindDraft({ ...draft, ...other }))),
          `KindConflict ${field}`,
        );
      }
      assert.lengthOf(yield* kinds, standard.length + 1);
    }).pipe(Effect.provide(layerMemory())),
  );

  it.effect("changes words and sizes in their place, also of a standard kind", () =>
    Effect.gen(function* () {
      const { add, change, byId } = yield* Catalogue;
      const own = yield* add(kindDraft());
      const wanted = changed({ cost: "XS", what: "Lent them my car" });
      assert.deepEqual(yield* change(own.id, wanted, 1), {
        ...own,
        cost: 1,
        what: "Lent them my car",
        version: 2,
      });
      const gift = yield* change(id("gift"), changed({ benefit: 5, received: "A present" }), 0);
      assert.deepInclude<object>(gift, {
        what: "Gave them something for free",
        received: "A present",
        cost: 3,
        benefit: 5,
        isOwn: true,
        version: 1,
      });
      assert.deepEqual(yield* byId(id("gift")), gift);
      const ids = (yield* kinds).map((kind) => kind.id);
      assert.deepEqual<unknown>(ids, [...standard.map((kind) => kind.id), own.id]);
      for (const same of [{}, { benefit: 5 }, { cost: "S", received: "A present" }]) {
        assert.deepEqual(yield* change(id("gift"), changed(same), 1), gift, "nothing changed");
      }
    }).pipe(Effect.provide(layerMemory())),
  );

  it.effect("changes only the version that was read", () =>
    Effect.gen(function* () {
      const { add, change, remove } = yield* Catalogue;
      const own = yield* add(kindDraft({ id: ownKindId(1) }));
      yield* change(own.id, changed({ cost: 5 }), 1);
      yield* change(id("gift"), changed({ cost: 5 }), 0);
      for (const [kindId, version, now] of [
        [own.id, 0, 2],
        [own.id, 1, 2],
        [own.id, 3, 2],
        [id("gift"), 0, 1],
        [id("word"), 1, 0],
      ] as const) {
        for (const verb of [
          change(kindId, changed({ cost: 6 }), version),
          remove(kindId, version),
        ]) {
          assert.deepInclude<object>(yield* Effect.flip<unknown, object, never>(verb), {
            _tag: "StaleChoice",
            version: now,
            path: `/v1/catalogue/${kindId}`,
          });
        }
      }
      const nothing = id("no-such-kind");
      assert.strictEqual(yield* refusalOf(change(nothing, changed({}), 0)), "KindNotFound");
      assert.strictEqual(yield* refusalOf(remove(nothing, 0)), "KindNotFound");
    }).pipe(Effect.provide(layerMemory())),
  );

  it.effect("loses a kind of one's own, and gives a standard one its usual sizes back", () =>
    Effect.gen(function* () {
      const { add, change, remove, byId } = yield* Catalogue;
      const own = yield* add(kindDraft());
      yield* change(id("gift"), changed({ cost: 5 }), 0);
      yield* remove(own.id, 1);
      yield* remove(id("gift"), 1);
      yield* remove(id("word"), 0);
      // A version that somebody may have read is not used again.
      const usual = standard.map((kind) =>
        Object.assign({}, kind, kind.id === "gift" ? { version: 2 } : {}),
      );
      assert.deepEqual<unknown>(yield* kinds, usual);
      for (const version of [0, 1]) {
        const late = change(id("gift"), changed({ cost: 7 }), version);
        assert.strictEqual(yield* refusalOf(late), "StaleChoice");
      }
      assert.strictEqual((yield* change(id("gift"), changed({ cost: 7 }), 2)).version, 3);
      assert.strictEqual(yield* refusalOf(byId(own.id)), "KindNotFound");
      assert.strictEqual(yield* refusalOf(remove(own.id, 1)), "KindNotFound");
      const again = yield* add(kindDraft({ id: own.id }));
      assert.isAbove(again.version, 1);
    }).pipe(Effect.provide(layerMemory())),
  );

  it.effect("is full with two hundred, and takes one more when one was removed", () =>
    Effect.gen(function* () {
      const { add, remove } = yield* Catalogue;
      for (let number = 1; number <= ownKindsMax; number++) {
        yield* add(kindDraft({ id: ownKindId(number) }));
      }
      const refused = yield* Effect.flip(add(kindDraft({ id: ownKindId(999) })));
      assert.deepInclude<object>(refused, { _tag: "CatalogueFull", most: 200 });
      const again = yield* add(kindDraft({ id: ownKindId(1) }));
      assert.strictEqual(again.version, 1, "one that is there is no new one");
      yield* remove(ownKindId(7), 1);
      yield* add(kindDraft({ id: ownKindId(999) }));
    }).pipe(Effect.provide(layerMemory())),
  );
});
