import { createHash } from "node:crypto";
import { assert, describe, it } from "@effect/vitest";
import * as Deferred from "effect/Deferred";
import * as Effect from "effect/Effect";
import * as Fiber from "effect/Fiber";
import * as Layer from "effect/Layer";
import { TestClock } from "effect/testing";
import { RelationshipEquity } from "@comity/domain/equity";
import { IdSource } from "@comity/domain/identity";
import { layerMemory, storesMemory } from "@comity/domain/memory";
import {
  ImportConflict,
  ImportNotFound,
  ImportRunning,
  ImportStore,
  PartnerImports,
  Partners,
} from "@comity/domain/partner";
import {
  type ImportedPartner,
  type Partner,
  PartnerChange,
  PartnerDraft,
} from "@comity/domain/partner/schema";
import { anasLink, everyone, file, imported, importId, row } from "../support/partners.ts";
import { ana, gift, startMs } from "../support/sample.ts";

const bensLink = "https://www.linkedin.com/in/ben";
const anasRow = row({ role: "Editor", links: [anasLink] });
const bensRow = row({ name: "Ben Okafor", organisation: "Okafor Ltd", links: [bensLink] });

const nobody = Effect.provide(layerMemory());

const named = (partners: ReadonlyArray<Partner>) => partners.map(({ name }) => name);

/** The first of all partners, by name. */
const first = Effect.gen(function* () {
  const [partner] = yield* everyone;
  return partner ?? assert.fail("nobody is known");
});

const edit = (change: unknown) =>
  Effect.gen(function* () {
    const { id, version } = yield* first;
    const partners = yield* Partners;
    return yield* partners.change(id, PartnerChange.parse(change), version);
  });

describe("commit", () => {
  it.effect("makes a partner of every row", () =>
    Effect.gen(function* () {
      yield* TestClock.setTime(startMs);
      const given = { id: importId(1), skipped: 3 };
      const batch = yield* imported([anasRow, bensRow], given);
      const { source, rows, skipped } = file([anasRow, bensRow], given);
      assert.deepEqual<object>(batch, {
        id: importId(1),
        source: "linkedin",
        state: "done",
        fileDigest: createHash("sha256")
          .update(JSON.stringify([source, rows, skipped]))
          .digest("hex"),
        counts: { new: 2, updated: 0, unchanged: 0, duplicate: 0, skipped: 3 },
        startedAt: "2026-03-02T09:00:00.000Z",
        endedAt: "2026-03-02T09:00:00.000Z",
        kept: 0,
      });
      const partners = yield* everyone;
      assert.deepEqual(named(partners), ["Ana Lima", "Ben Okafor"]);
      assert.deepInclude(partners[0], { role: "Editor", links: [anasLink], version: 1 });
      assert.notProperty(partners[0], "row");
    }).pipe(nobody),
  );

  it.effect("is the same import for the same id, and changes nothing for the same file", () =>
    Effect.gen(function* () {
      const batch = yield* imported([anasRow, bensRow], { id: importId(1) });
      const before = yield* everyone;
      yield* TestClock.adjust("1 day");
      assert.deepStrictEqual(yield* imported([anasRow, bensRow], { id: importId(1) }), batch);
      const { counts } = yield* imported([anasRow, bensRow]);
      assert.deepInclude(counts, { new: 0, updated: 0, unchanged: 2 });
      assert.deepStrictEqual(yield* everyone, before);
    }).pipe(nobody),
  );

  for (const [what, rows, given] of [
    ["other rows", [bensRow], {}],
    ["the same rows in another order", [bensRow, anasRow], {}],
    ["more rows that could not be read", [anasRow, bensRow], { skipped: 1 }],
  ] as const) {
    it.effect(`is a conflict for the same id with ${what}, done or undone`, () =>
      Effect.gen(function* () {
        const imports = yield* PartnerImports;
        const batch = yield* imported([anasRow, bensRow], { id: importId(1) });
        const before = yield* everyone;
        const again = imported(rows, { id: importId(1), ...given });
        const refused = yield* Effect.flip(again);
        assert.instanceOf(refused, ImportConflict);
        assert.deepEqual([refused.importId, refused.field], [importId(1), "file"]);
        assert.isNotEmpty(refused.message);
        assert.deepStrictEqual(yield* everyone, before);
        assert.deepStrictEqual(yield* imports.byId(importId(1)), batch);
        const undone = yield* imports.undo(importId(1));
        assert.instanceOf(yield* Effect.flip(again), ImportConflict);
        assert.isEmpty(yield* everyone);
        assert.deepStrictEqual(yield* imports.byId(importId(1)), undone);
      }).pipe(nobody),
    );
  }

  it.effect("makes one partner of a person who stands in the file twice", () =>
    Effect.gen(function* () {
      const again = row({ name: "Ana L.", organisation: "", links: [`${anasLink}/`] });
      const { counts } = yield* imported([anasRow, again, anasRow]);
      assert.deepInclude(counts, { new: 1, duplicate: 2 });
      assert.lengthOf(yield* everyone, 1);
    }).pipe(nobody),
  );

  it.effect("changes a partner once, whom two rows name in two ways", () =>
    Effect.gen(function* () {
      yield* imported([row({ emails: ["ana@acme.com"], links: [anasLink] })]);
      const byLink = row({ role: "Editor", links: [anasLink] });
      const byEmail = row({ name: "A. L.", organisation: "Home", emails: ["ana@acme.com"] });
      const { counts } = yield* imported([byLink, byEmail]);
      assert.deepInclude(counts, { new: 0, updated: 1, duplicate: 1 });
      assert.deepInclude(yield* first, { role: "Editor", organisation: "Acme" });
    }).pipe(nobody),
  );

  it.effect("makes two of the same name with two LinkedIn addresses", () =>
    Effect.gen(function* () {
      const other = row({ role: "Editor", links: ["https://linkedin.com/in/ana-lima-2"] });
      assert.deepInclude((yield* imported([anasRow, other])).counts, { new: 2, duplicate: 0 });
      const { counts } = yield* imported([other, anasRow]);
      assert.deepInclude(counts, { new: 0, unchanged: 2 });
      assert.lengthOf(yield* everyone, 2);
    }).pipe(nobody),
  );

  it.effect("finds a partner whom you wrote down yourself, and fills what was empty", () =>
    Effect.gen(function* () {
      const partners = yield* Partners;
      yield* partners.add(PartnerDraft.parse({ id: ana, name: "Ana Lima", organisation: "Acme" }));
      const { counts } = yield* imported([anasRow]);
      assert.deepInclude(counts, { new: 0, updated: 1 });
      assert.deepInclude(yield* partners.byId(ana), {
        role: "Editor",
        links: [anasLink],
        version: 2,
      });
    }).pipe(nobody),
  );

  it.effect("goes by the surest key, not by the first partner of that name", () =>
    Effect.gen(function* () {
      const partners = yield* Partners;
      yield* partners.add(PartnerDraft.parse({ id: ana, name: "Ana Lima", organisation: "Home" }));
      yield* imported([anasRow]);
      yield* partners.change(ana, PartnerChange.parse({ organisation: "Acme" }), 1);
      const { counts } = yield* imported([anasRow]);
      assert.deepInclude(counts, { new: 0, updated: 0, unchanged: 1 });
      assert.isEmpty((yield* partners.byId(ana)).links);
    }).pipe(nobody),
  );

  it.effect("takes what a newer file says, and never undoes what you edited", () =>
    Effect.gen(function* () {
      yield* imported([anasRow]);
      yield* edit({ role: "Friend", name: "Ana" });
      const newer = row({ role: "Publisher", organisation: "Ana & Co", links: [anasLink] });
      const { counts } = yield* imported([newer]);
      assert.deepInclude(counts, { updated: 1 });
      assert.deepInclude(yield* first, {
        name: "Ana",
        role: "Friend",
        organisation: "Ana & Co",
      });
      yield* imported([anasRow]);
      yield* imported([newer]);
      assert.deepInclude(yield* first, { name: "Ana", role: "Friend" });
    }).pipe(nobody),
  );

  it.effect("does not undo an edit that says again what an older file said", () =>
    Effect.gen(function* () {
      const newer = row({ role: "Publisher", emails: ["ana@acme.com"], links: [anasLink] });
      yield* imported([anasRow]);
      yield* edit({ role: "Publisher", emails: ["ana@acme.com"] });
      assert.deepInclude((yield* imported([newer])).counts, { unchanged: 1 });
      yield* edit({ role: "Editor", emails: [] });
      assert.deepInclude((yield* imported([newer])).counts, { unchanged: 1 });
      assert.deepInclude(yield* first, { role: "Editor", emails: [] });
    }).pipe(nobody),
  );

  it.effect("does not bring back what you took away", () =>
    Effect.gen(function* () {
      yield* imported([row({ emails: ["ana@acme.com"], links: [anasLink], role: "Editor" })]);
      yield* edit({ emails: [], role: "" });
      yield* imported([row({ emails: ["ana@acme.com"], links: [anasLink], role: "Editor" })]);
      assert.deepInclude(yield* first, { emails: [], role: "" });
    }).pipe(nobody),
  );

  it.effect("once, when the same import is committed twice at once", () =>
    Effect.gen(function* () {
      const rows = Array.from({ length: 120 }, (_, number) => row({ name: `Ana ${number}` }));
      const once = Effect.match(imported(rows, { id: importId(1) }), {
        onSuccess: ({ state }) => state,
        onFailure: ({ _tag }) => _tag,
      });
      const ends = yield* Effect.all([once, once], { concurrency: "unbounded" });
      assert.deepEqual(ends.toSorted(), ["ImportRunning", "done"]);
      const { counts } = yield* PartnerImports.use(({ byId }) => byId(importId(1)));
      assert.deepInclude(counts, { new: 120, unchanged: 0 });
      assert.lengthOf(yield* everyone, 120);
    }).pipe(nobody),
  );

  it.effect("in many chunks, the rows of which may repeat those of earlier ones", () =>
    Effect.gen(function* () {
      const rows = Array.from({ length: 260 }, (_, number) => row({ name: `Ana ${number % 130}` }));
      const { counts } = yield* imported(rows);
      assert.deepInclude(counts, { new: 130, duplicate: 130 });
    }).pipe(nobody),
  );
});

describe("preview", () => {
  it.effect("says what would become of each row, and keeps nothing", () =>
    Effect.gen(function* () {
      yield* imported([anasRow, bensRow]);
      const before = yield* everyone;
      const rows = [
        row({ role: "Publisher", links: [anasLink] }),
        bensRow,
        row({ name: "Cleo Roy" }),
        row({ name: "Cleo  Roy" }),
      ];
      const preview = yield* PartnerImports.use((imports) => imports.preview(file(rows)));
      assert.deepEqual(
        preview.rows.map((one) => [one.row, one.name, one.outcome, one.partnerId]),
        [
          [2, "Ana Lima", "updated", before[0]?.id ?? null],
          [3, "Ben Okafor", "unchanged", before[1]?.id ?? null],
          [4, "Cleo Roy", "new", null],
          [5, "Cleo  Roy", "duplicate", null],
        ],
      );
      assert.deepStrictEqual(yield* everyone, before);
      assert.deepInclude(preview.counts, { new: 1, updated: 1, unchanged: 1, duplicate: 1 });
      const { counts } = yield* imported(rows);
      assert.deepEqual(counts, { new: 1, updated: 1, unchanged: 1, duplicate: 1, skipped: 0 });
    }).pipe(nobody),
  );
});

describe("rehearse", () => {
  it.effect("answers what a commit would, and keeps nothing", () =>
    Effect.gen(function* () {
      const imports = yield* PartnerImports;
      yield* imported([anasRow, bensRow]);
      const before = yield* everyone;
      const many = Array.from({ length: 120 }, (_, number) => row({ name: `Cleo ${number}` }));
      const rows = [row({ role: "Publisher", links: [anasLink] }), bensRow, ...many, ...many];
      const given = { id: importId(1), skipped: 3 };
      const rehearsed = yield* imports.rehearse(file(rows, given));
      assert.deepEqual<object>(rehearsed.counts, {
        new: 120,
        updated: 1,
        unchanged: 1,
        duplicate: 120,
        skipped: 3,
      });
      assert.instanceOf(yield* Effect.flip(imports.byId(importId(1))), ImportNotFound);
      assert.deepStrictEqual(yield* everyone, before);
      assert.deepStrictEqual(yield* imported(rows, given), rehearsed);
    }).pipe(nobody),
  );
});

describe("undo", () => {
  const undo = PartnerImports.use((imports) => imports.undo(importId(1)));

  it.effect("takes the whole import back, and once", () =>
    Effect.gen(function* () {
      yield* imported([bensRow]);
      yield* imported([anasRow, bensRow], { id: importId(1) });
      const undone = yield* undo;
      assert.deepInclude<object>(undone, { state: "undone", kept: 0 });
      assert.deepEqual(named(yield* everyone), ["Ben Okafor"]);
      yield* TestClock.adjust("1 day");
      assert.deepStrictEqual(yield* undo, undone);
    }).pipe(nobody),
  );

  it.effect("keeps whom you used or edited since, and counts them", () =>
    Effect.gen(function* () {
      const rows = ["Ana", "Ben", "Cleo"].map((name) => row({ name }));
      yield* imported(rows, { id: importId(1) });
      const [used, edited] = yield* everyone;
      yield* RelationshipEquity.use(({ record }) => record(gift({ to: used?.id })));
      yield* Partners.use(({ change }) =>
        change(edited?.id ?? ana, PartnerChange.parse({ notes: "Met" }), 1),
      );
      assert.strictEqual((yield* undo).kept, 2);
      assert.deepEqual(named(yield* everyone), ["Ana", "Ben"]);
    }).pipe(nobody),
  );

  it.effect("takes back what a row changed, but not what you edited after it", () =>
    Effect.gen(function* () {
      const partners = yield* Partners;
      yield* partners.add(PartnerDraft.parse({ id: ana, name: "Ana Lima", organisation: "Acme" }));
      yield* imported([anasRow], { id: importId(1) });
      yield* edit({ role: "Friend" });
      assert.strictEqual((yield* undo).kept, 0);
      assert.deepInclude(yield* partners.byId(ana), { role: "Friend", links: [] });
    }).pipe(nobody),
  );

  it.effect("makes way for the same rows to be imported again", () =>
    Effect.gen(function* () {
      yield* imported([anasRow, bensRow], { id: importId(1) });
      yield* undo;
      assert.isEmpty(yield* everyone);
      const { counts } = yield* imported([anasRow, bensRow], { id: importId(2) });
      assert.deepInclude(counts, { new: 2 });
      assert.lengthOf(yield* everyone, 2);
    }).pipe(nobody),
  );

  it.effect("makes way for the same import to start anew, and to be undone again", () =>
    Effect.gen(function* () {
      const first = yield* imported([anasRow, bensRow], { id: importId(1) });
      yield* undo;
      yield* TestClock.adjust("1 day");
      const again = yield* imported([anasRow, bensRow], { id: importId(1) });
      assert.deepStrictEqual(again, {
        ...first,
        startedAt: again.startedAt,
        endedAt: again.startedAt,
      });
      assert.notStrictEqual(again.startedAt, first.startedAt);
      assert.deepEqual(named(yield* everyone), ["Ana Lima", "Ben Okafor"]);
      assert.deepInclude<object>(yield* undo, { state: "undone", kept: 0 });
      assert.isEmpty(yield* everyone);
    }).pipe(nobody),
  );

  it.effect("forgets what the undone file said", () =>
    Effect.gen(function* () {
      yield* imported([anasRow]);
      const newer = row({ role: "Publisher", links: [anasLink] });
      yield* imported([newer], { id: importId(1) });
      yield* undo;
      assert.strictEqual((yield* first).role, "Editor");
      assert.deepInclude((yield* imported([newer])).counts, { updated: 1 });
      assert.strictEqual((yield* first).role, "Publisher");
    }).pipe(nobody),
  );

  it.effect("knows only imports that were made", () =>
    Effect.gen(function* () {
      assert.instanceOf(yield* Effect.flip(undo), ImportNotFound);
      const byId = PartnerImports.use((imports) => imports.byId(importId(1)));
      assert.instanceOf(yield* Effect.flip(byId), ImportNotFound);
    }).pipe(nobody),
  );
});

/** The services over memory, with something done before rows are kept, and before they are taken back. */
const layerWith = (
  beforeChunk: Effect.Effect<void> = Effect.void,
  beforeTakingBack: Effect.Effect<void> = Effect.void,
) => {
  const stores = storesMemory();
  const watched = Layer.effect(
    ImportStore,
    Effect.map(ImportStore, (inner) =>
      ImportStore.of({
        ...inner,
        keepRows: (...args) => Effect.andThen(beforeChunk, inner.keepRows(...args)),
        rows: (...args) => Effect.andThen(beforeTakingBack, inner.rows(...args)),
      }),
    ),
  ).pipe(Layer.provideMerge(stores));
  return Layer.mergeAll(
    PartnerImports.layerNoDeps,
    Partners.layerNoDeps,
    RelationshipEquity.layerNoDeps,
  ).pipe(Layer.provideMerge(watched), Layer.provide(IdSource.layer));
};

const many = Array.from({ length: 250 }, (_, number) => row({ name: `Ana ${number}` }));

describe("when the store gives way midway", () => {
  it.effect("takes back what was taken in, and starts anew when said again", () =>
    Effect.gen(function* () {
      let calls = 0;
      let failing = 0;
      const failAt = Effect.suspend(() =>
        ++calls === failing ? Effect.die("the disk is full") : Effect.void,
      );
      yield* Effect.gen(function* () {
        const imports = yield* PartnerImports;
        const store = yield* ImportStore;
        yield* imported([bensRow]);
        for (const chunk of [1, 2, 3]) {
          calls = 0;
          failing = chunk;
          const { _tag } = yield* Effect.exit(imported(many, { id: importId(1) }));
          assert.strictEqual(_tag, "Failure");
          const undone = yield* imports.byId(importId(1));
          assert.deepInclude<object>(undone, { state: "undone", kept: 0 });
          assert.deepEqual(named(yield* everyone), ["Ben Okafor"]);
          assert.isEmpty(yield* store.rows(importId(1)));
          assert.deepStrictEqual(yield* imports.undo(importId(1)), undone);
        }
        failing = 0;
        const { state, counts } = yield* imported(many, { id: importId(1) });
        assert.deepInclude({ state, ...counts }, { state: "done", new: 250 });
      }).pipe(Effect.provide(layerWith(failAt)));
    }),
  );
});

describe("while it is under way", () => {
  /** An import that has come to its second chunk and waits there, until it is let on. */
  const halfway = Effect.gen(function* () {
    const isHalfway = yield* Deferred.make<void>();
    const mayGoOn = yield* Deferred.make<void>();
    let calls = 0;
    const hold = Effect.suspend(() =>
      ++calls === 2
        ? Effect.andThen(Deferred.succeed(isHalfway, undefined), Deferred.await(mayGoOn))
        : Effect.void,
    );
    return { isHalfway: Deferred.await(isHalfway), mayGoOn, layer: layerWith(hold) };
  });

  it.effect("cannot be undone, and cannot be started again", () =>
    Effect.gen(function* () {
      const { isHalfway, mayGoOn, layer } = yield* halfway;
      yield* Effect.gen(function* () {
        const imports = yield* PartnerImports;
        const first = yield* Effect.forkChild(imported(many, { id: importId(1) }));
        yield* isHalfway;
        assert.strictEqual((yield* imports.byId(importId(1))).state, "running");
        const refused = yield* Effect.flip(imports.undo(importId(1)));
        assert.instanceOf(refused, ImportRunning);
        assert.isNotEmpty(refused.message);
        const other = yield* Effect.forkChild(
          Effect.match(imported(many, { id: importId(1) }), {
            onSuccess: ({ state }) => state as string,
            onFailure: ({ _tag }) => _tag,
          }),
        );
        yield* Deferred.succeed(mayGoOn, undefined);
        const done = yield* Fiber.join(first);
        assert.include(["ImportRunning", "done"], yield* Fiber.join(other));
        assert.deepInclude(done.counts, { new: 250, unchanged: 0 });
        assert.deepStrictEqual(yield* imports.byId(importId(1)), done);
        assert.deepInclude<object>(yield* imports.undo(importId(1)), { state: "undone", kept: 0 });
        assert.isEmpty(yield* everyone);
      }).pipe(Effect.provide(layer));
    }),
  );

  it.effect("is taken back when it is interrupted", () =>
    Effect.gen(function* () {
      const { isHalfway, layer } = yield* halfway;
      yield* Effect.gen(function* () {
        const imports = yield* PartnerImports;
        const fiber = yield* Effect.forkChild(imported(many, { id: importId(1) }));
        yield* isHalfway;
        yield* Fiber.interrupt(fiber);
        assert.strictEqual((yield* imports.byId(importId(1))).state, "undone");
        assert.isEmpty(yield* everyone);
      }).pipe(Effect.provide(layer));
    }),
  );
});

describe("after a crash midway", () => {
  const layer = layerWith();

  /** As a crash leaves it: rows are in, or on their way out, and the import never got to its end. */
  const crashed = (
    state: "running" | "undoing",
    rows: ReadonlyArray<ImportedPartner> = [anasRow],
  ) =>
    Effect.gen(function* () {
      const store = yield* ImportStore;
      yield* imported([bensRow]);
      const done = yield* imported(rows, { id: importId(1) });
      yield* store.put(done, { ...done, state, endedAt: null });
      return done;
    });

  for (const state of ["running", "undoing"] as const) {
    it.effect(`recover takes back what was left ${state}`, () =>
      Effect.gen(function* () {
        const imports = yield* PartnerImports;
        const store = yield* ImportStore;
        yield* crashed(state);
        const recovered = yield* imports.recover;
        assert.deepEqual(
          recovered.map(({ id, state: after }) => [id, after]),
          [[importId(1), "undone"]],
        );
        assert.deepEqual(named(yield* everyone), ["Ben Okafor"]);
        assert.isEmpty(yield* store.rows(importId(1)));
        assert.isEmpty(yield* store.unfinished);
        assert.isEmpty(yield* imports.recover);
      }).pipe(Effect.provide(layer)),
    );

    it.effect(`undo takes back what was left ${state}`, () =>
      Effect.gen(function* () {
        const imports = yield* PartnerImports;
        yield* crashed(state);
        const undone = yield* imports.undo(importId(1));
        assert.deepInclude<object>(undone, { state: "undone", kept: 0 });
        assert.deepEqual(named(yield* everyone), ["Ben Okafor"]);
        assert.isEmpty(yield* imports.recover);
      }).pipe(Effect.provide(layer)),
    );

    it.effect(`commit takes back what was left ${state}, and starts anew`, () =>
      Effect.gen(function* () {
        const imports = yield* PartnerImports;
        const done = yield* crashed(state);
        yield* TestClock.adjust("1 day");
        const again = yield* imported([anasRow], { id: importId(1) });
        assert.deepStrictEqual(again, {
          ...done,
          startedAt: again.startedAt,
          endedAt: again.startedAt,
        });
        assert.notStrictEqual(again.startedAt, done.startedAt);
        const partners = yield* everyone;
        assert.deepEqual(named(partners), ["Ana Lima", "Ben Okafor"]);
        assert.strictEqual(partners[0]?.createdAt, again.startedAt);
        yield* imports.undo(importId(1));
        assert.deepEqual(named(yield* everyone), ["Ben Okafor"]);
      }).pipe(Effect.provide(layer)),
    );

    it.effect(`commit of another file is a conflict, over what was left ${state}`, () =>
      Effect.gen(function* () {
        yield* crashed(state);
        const refused = yield* Effect.flip(imported([bensRow], { id: importId(1) }));
        assert.instanceOf(refused, ImportConflict);
      }).pipe(Effect.provide(layer)),
    );

    it.effect(`two commits at once take in once, over what was left ${state}`, () =>
      Effect.gen(function* () {
        const imports = yield* PartnerImports;
        yield* crashed(state, many);
        const again = imported(many, { id: importId(1) });
        yield* Effect.all([Effect.ignore(again), Effect.ignore(again)], {
          concurrency: "unbounded",
        });
        const { state: after, counts } = yield* imports.byId(importId(1));
        assert.deepInclude({ state: after, ...counts }, { state: "done", new: 250 });
        assert.lengthOf(yield* everyone, 251);
        yield* imports.undo(importId(1));
        assert.deepEqual(named(yield* everyone), ["Ben Okafor"]);
      }).pipe(Effect.provide(layer)),
    );

    it.effect(`cannot be undone while a commit takes back what was left ${state}`, () =>
      Effect.gen(function* () {
        const isTakingBack = yield* Deferred.make<void>();
        const mayGoOn = yield* Deferred.make<void>();
        const hold = Effect.andThen(
          Deferred.succeed(isTakingBack, undefined),
          Deferred.await(mayGoOn),
        );
        yield* Effect.gen(function* () {
          const imports = yield* PartnerImports;
          yield* crashed(state);
          const again = yield* Effect.forkChild(imported([anasRow], { id: importId(1) }));
          yield* Deferred.await(isTakingBack);
          const refused = yield* Effect.flip(imports.undo(importId(1)));
          assert.instanceOf(refused, ImportRunning);
          yield* Deferred.succeed(mayGoOn, undefined);
          assert.strictEqual((yield* Fiber.join(again)).state, "done");
          assert.deepEqual(named(yield* everyone), ["Ana Lima", "Ben Okafor"]);
          assert.strictEqual((yield* imports.undo(importId(1))).state, "undone");
        }).pipe(Effect.provide(layerWith(Effect.void, hold)));
      }),
    );
  }

  it.effect("undo keeps what the newest file says of those who are still there", () =>
    Effect.gen(function* () {
      const imports = yield* PartnerImports;
      yield* imported([anasRow]);
      const newer = row({ role: "Publisher", links: [anasLink] });
      const store = yield* ImportStore;
      const done = yield* imported([newer, bensRow], { id: importId(1) });
      // Undone once already, but for the last step.
      const rows = yield* store.rows(importId(1));
      yield* imports.undo(importId(1));
      yield* store.put(done, { ...done, state: "undoing", endedAt: null });
      yield* store.keepRows(done, rows);
      const undone = yield* imports.undo(importId(1));
      assert.deepInclude<object>(undone, { state: "undone", kept: 0 });
      const partners = yield* everyone;
      assert.deepEqual(named(partners), ["Ana Lima"]);
      assert.strictEqual(partners[0]?.role, "Editor");
      assert.deepInclude((yield* imported([newer])).counts, { updated: 1 });
    }).pipe(Effect.provide(layer)),
  );
});
