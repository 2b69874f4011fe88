import { assert, describe, it } from "@effect/vitest";
import * as Effect from "effect/Effect";
import * as Layer from "effect/Layer";
import { TestClock } from "effect/testing";
import { RelationshipEquity } from "@comity/domain/equity";
import { IdSource } from "@comity/domain/identity";
import { layerMemory, storesMemory } from "@comity/domain/memory";
import {
  ImportNotFound,
  ImportRunning,
  ImportStore,
  PartnerImports,
  Partners,
} from "@comity/domain/partner";
import { type Partner, PartnerChange, PartnerDraft } from "@comity/domain/partner/schema";
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
      const batch = yield* imported([anasRow, bensRow], { id: importId(1), skipped: 3 });
      assert.deepEqual<object>(batch, {
        id: importId(1),
        source: "linkedin",
        state: "done",
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
      assert.deepStrictEqual(yield* imported([bensRow], { id: importId(1) }), batch);
      const { counts } = yield* imported([anasRow, bensRow]);
      assert.deepInclude(counts, { new: 0, updated: 0, unchanged: 2 });
      assert.deepStrictEqual(yield* everyone, before);
    }).pipe(nobody),
  );

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
      const batches = yield* Effect.all(
        [imported(rows, { id: importId(1) }), imported(rows, { id: importId(1) })],
        { concurrency: "unbounded" },
      );
      assert.includeMembers(
        batches.map(({ state }) => state),
        ["done"],
      );
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
        preview.map((one) => [one.row, one.name, one.outcome, one.partnerId]),
        [
          [2, "Ana Lima", "updated", before[0]?.id ?? null],
          [3, "Ben Okafor", "unchanged", before[1]?.id ?? null],
          [4, "Cleo Roy", "new", null],
          [5, "Cleo  Roy", "duplicate", null],
        ],
      );
      assert.deepStrictEqual(yield* everyone, before);
      const { counts } = yield* imported(rows);
      assert.deepEqual(counts, { new: 1, updated: 1, unchanged: 1, duplicate: 1, skipped: 0 });
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

describe("after a crash midway", () => {
  /** The services, over a memory that a test can see into. */
  const layer = Layer.mergeAll(
    PartnerImports.layerNoDeps,
    Partners.layerNoDeps,
    RelationshipEquity.layerNoDeps,
  ).pipe(Layer.provideMerge(storesMemory()), Layer.provide(IdSource.layer));

  it.effect("recover takes back what was half done, and undo waits for that", () =>
    Effect.gen(function* () {
      const imports = yield* PartnerImports;
      const store = yield* ImportStore;
      yield* imported([bensRow]);
      const done = yield* imported([anasRow], { id: importId(1) });
      // As a crash leaves it: rows are in, and the import never got to its end.
      yield* store.put(done, { ...done, state: "running", endedAt: null });
      assert.instanceOf(yield* Effect.flip(imports.undo(importId(1))), ImportRunning);
      const recovered = yield* imports.recover;
      assert.deepEqual(
        recovered.map(({ id, state }) => [id, state]),
        [[importId(1), "undone"]],
      );
      assert.deepEqual(named(yield* everyone), ["Ben Okafor"]);
      assert.isEmpty(yield* imports.recover);
    }).pipe(Effect.provide(layer)),
  );
});
