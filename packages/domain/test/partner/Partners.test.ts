import { assert, describe, it } from "@effect/vitest";
import * as Effect from "effect/Effect";
import { TestClock } from "effect/testing";
import { layerMemory } from "@comity/domain/memory";
import { PartnerConflict, PartnerNotFound, Partners, StaleVersion } from "@comity/domain/partner";
import { PartnerChange, PartnerDraft } from "@comity/domain/partner/schema";
import { partner } from "../support/partners.ts";
import { ana, partnerId, startMs } from "../support/sample.ts";

const draft = PartnerDraft.parse({
  id: ana,
  name: "Ana Lima",
  organisation: "Acme",
  role: "Editor",
});

const opened = Effect.gen(function* () {
  yield* TestClock.setTime(startMs);
  return yield* Partners;
});

const change = (given: unknown): PartnerChange => PartnerChange.parse(given);

describe("Partners", () => {
  it.effect("adds a partner, with everything left out empty", () =>
    Effect.gen(function* () {
      const partners = yield* opened;
      assert.deepStrictEqual(yield* partners.add(draft), partner());
      assert.deepStrictEqual(yield* partners.byId(ana), partner());
    }).pipe(Effect.provide(layerMemory())),
  );

  it.effect("mints an id where none is brought", () =>
    Effect.gen(function* () {
      const partners = yield* opened;
      const bare = PartnerDraft.parse({ name: "Ana" });
      const [one, other] = [yield* partners.add(bare), yield* partners.add(bare)];
      assert.notStrictEqual(one.id, other.id);
    }).pipe(Effect.provide(layerMemory())),
  );

  it.effect("adds once for the same id and content, and names what differs", () =>
    Effect.gen(function* () {
      const partners = yield* opened;
      const first = yield* partners.add(draft);
      yield* TestClock.adjust("1 day");
      assert.deepStrictEqual(yield* partners.add(draft), first);
      for (const [field, other] of [
        ["name", { name: "Anna" }],
        ["affiliations", { organisation: "Other" }],
        ["affiliations", { role: "" }],
        ["emails", { emails: ["ana@acme.com"] }],
        ["phones", { phones: ["+41 44 123 45 67"] }],
        ["links", { links: ["https://ana.example"] }],
        ["tags", { tags: ["press"] }],
        ["notes", { notes: "Met" }],
        ["goals", { goals: [] }],
        ["offers", { offers: ["A stage"] }],
        ["howWeMet", { howWeMet: "At the fair" }],
        ["knownSince", { knownSince: "2026-01-01" }],
        ["circle", { circle: 15 }],
        ["cadenceDays", { cadenceDays: 9 }],
        ["externalIds", { externalIds: ["hubspot:1"] }],
        ["kind", { kind: "organisation" }],
      ] as const) {
        const refused = yield* Effect.flip(
          partners.add(PartnerDraft.parse({ ...draft, ...other })),
        );
        assert.instanceOf(refused, PartnerConflict);
        assert.deepEqual([refused.partnerId, refused.field], [ana, field]);
        assert.include(refused.message, field);
      }
      assert.lengthOf(
        (yield* partners.page({ limit: 9, cursor: null, filter: { search: "" }, order: "name" }))
          .data,
        1,
      );
    }).pipe(Effect.provide(layerMemory())),
  );

  it.effect("changes what is said, at the version that was read", () =>
    Effect.gen(function* () {
      const partners = yield* opened;
      const before = yield* partners.add(draft);
      yield* TestClock.adjust("1 day");
      const after = yield* partners.change(ana, change({ role: "", notes: "Met" }), 1);
      assert.deepStrictEqual(after, {
        ...before,
        affiliations: [{ organisation: "Acme", role: "", from: null, to: null }],
        role: "",
        notes: "Met",
        updatedAt: after.updatedAt,
        version: 2,
      });
      assert.strictEqual(after.updatedAt, "2026-03-03T09:00:00.000Z");
      const stale = yield* Effect.flip(partners.change(ana, change({ role: "Friend" }), 1));
      assert.instanceOf(stale, StaleVersion);
      assert.strictEqual(stale.version, 2);
      assert.deepStrictEqual(yield* partners.byId(ana), after);
    }).pipe(Effect.provide(layerMemory())),
  );

  it.effect("is at the same version when a change changes nothing", () =>
    Effect.gen(function* () {
      const partners = yield* opened;
      const before = yield* partners.add(draft);
      yield* TestClock.adjust("1 day");
      const same = { ...change({ role: "Editor" }), name: undefined };
      assert.deepStrictEqual(yield* partners.change(ana, same, 1), before);
      assert.deepStrictEqual(yield* partners.change(ana, change({}), 1), before);
    }).pipe(Effect.provide(layerMemory())),
  );

  it.effect("lets one of many changes at once through, per version", () =>
    Effect.gen(function* () {
      const partners = yield* opened;
      yield* partners.add(draft);
      const changes = Array.from({ length: 20 }, (_, number) =>
        Effect.result(partners.change(ana, change({ notes: `${number}` }), 1)),
      );
      const outcomes = yield* Effect.all(changes, { concurrency: "unbounded" });
      assert.lengthOf(
        outcomes.filter(({ _tag }) => _tag === "Success"),
        1,
      );
      assert.strictEqual((yield* partners.byId(ana)).version, 2);
    }).pipe(Effect.provide(layerMemory())),
  );

  it.effect("knows only who was added", () =>
    Effect.gen(function* () {
      const partners = yield* opened;
      assert.instanceOf(yield* Effect.flip(partners.byId(ana)), PartnerNotFound);
      const refused = yield* Effect.flip(partners.change(ana, change({}), 1));
      assert.instanceOf(refused, PartnerNotFound);
    }).pipe(Effect.provide(layerMemory())),
  );
});

describe("Partners.page", () => {
  const names = ["Zoë Adler", "ana Lima", "Álvaro Paz", "Ben Okafor", "Ana Lima"];

  const known = Effect.gen(function* () {
    const partners = yield* opened;
    for (const [number, name] of names.entries()) {
      const organisation = name.startsWith("Ben") ? "Lima Books" : "";
      yield* partners.add(PartnerDraft.parse({ id: partnerId(number + 1), name, organisation }));
    }
    return partners;
  });

  it.effect("goes by name, then id, page by page, without gaps or repeats", () =>
    Effect.gen(function* () {
      const partners = yield* known;
      const seen: Array<string> = [];
      let cursor: string | null = null;
      do {
        const page: { data: ReadonlyArray<{ name: string }>; nextCursor: string | null } =
          yield* partners.page({ limit: 2, cursor, filter: { search: "" }, order: "name" });
        seen.push(...page.data.map(({ name }) => name));
        cursor = page.nextCursor;
      } while (cursor !== null);
      assert.deepEqual(seen, ["Álvaro Paz", "ana Lima", "Ana Lima", "Ben Okafor", "Zoë Adler"]);
    }).pipe(Effect.provide(layerMemory())),
  );

  it.effect("searches the beginnings of words, of name, organisation and role", () =>
    Effect.gen(function* () {
      const partners = yield* known;
      const found = (search: string) =>
        Effect.map(
          partners.page({ limit: 9, cursor: null, filter: { search }, order: "name" }),
          ({ data }) => data.map(({ name }) => name),
        );
      assert.deepEqual(yield* found("lim"), ["ana Lima", "Ana Lima", "Ben Okafor"]);
      assert.deepEqual(yield* found("LIM an"), ["ana Lima", "Ana Lima"]);
      assert.deepEqual(yield* found("zoe"), ["Zoë Adler"]);
      assert.deepEqual(yield* found("ima"), []);
      for (const empty of ["", "  "]) assert.lengthOf(yield* found(empty), names.length);
    }).pipe(Effect.provide(layerMemory())),
  );

  it.effect("finds nobody for a search without letters or digits", () =>
    Effect.gen(function* () {
      const partners = yield* known;
      yield* partners.add(PartnerDraft.parse({ name: "!!!", organisation: "Lima Books" }));
      for (const search of ["!!!", "!?", " - ", "🌱"]) {
        const page = yield* partners.page({
          limit: 9,
          cursor: null,
          filter: { search },
          order: "name",
        });
        assert.deepEqual(page, { data: [], nextCursor: null }, search);
      }
      const { data } = yield* partners.page({
        limit: 9,
        cursor: null,
        filter: { search: "lima!" },
        order: "name",
      });
      assert.lengthOf(data, 4);
    }).pipe(Effect.provide(layerMemory())),
  );

  it.effect("says when there is no more, and refuses a cursor of another list", () =>
    Effect.gen(function* () {
      const partners = yield* known;
      const whole = yield* partners.page({
        limit: names.length,
        cursor: null,
        filter: { search: "" },
        order: "name",
      });
      assert.isNull(whole.nextCursor);
      const refused = yield* Effect.flip(
        partners.page({ limit: 2, cursor: partnerId(404), filter: { search: "" }, order: "name" }),
      );
      assert.deepInclude(refused, { _tag: "CursorInvalid", cursor: partnerId(404) });
    }).pipe(Effect.provide(layerMemory())),
  );
});
