import { assert, describe, it } from "@effect/vitest";
import * as Effect from "effect/Effect";
import { TestClock } from "effect/testing";
import { Contacts, usuallyBy } from "@comity/domain/contact";
import { type Contact, ContactDraft, ContactId } from "@comity/domain/contact/schema";
import { layerMemory } from "@comity/domain/memory";
import type { PartnerId } from "@comity/domain/partner/schema";
import type { TimeZone } from "@comity/domain/time/schema";
import { day, refusalOf } from "../support/facts.ts";
import { ana, ben, opened, partnerId, startMs } from "../support/sample.ts";

const contactId = (number: number): ContactId =>
  ContactId.parse(`01890a5d-ac96-7000-b000-${number.toString(16).padStart(12, "0")}`);

const record = (given: Partial<Record<keyof ContactDraft, unknown>> = {}) =>
  Contacts.use((contacts) => contacts.record(ContactDraft.parse({ partnerId: ana, ...given })));

const page = (partner: PartnerId = ana, limit = 100, cursor: string | null = null) =>
  Contacts.use((contacts) => contacts.page(partner, { limit, cursor }));

const idsOf = ({ data }: { readonly data: ReadonlyArray<Contact> }) => data.map(({ id }) => id);

const zurich = layerMemory({ timeZone: "Europe/Zurich" as TimeZone });

describe("a contact", () => {
  it.effect("is now, of both and without words, unless more is said", () =>
    Effect.gen(function* () {
      yield* opened;
      const made = yield* record();
      assert.deepEqual<unknown>(made, {
        id: made.id,
        partnerId: ana,
        at: day(0),
        means: "other",
        by: "both",
        note: "",
        recordedAt: day(0),
      });
      assert.deepEqual((yield* page()).data, [made]);
    }).pipe(Effect.provide(layerMemory())),
  );

  for (const [means, by] of [
    ["met", "both"],
    ["called", "both"],
    ["other", "both"],
    ["wrote", "me"],
  ] as const) {
    it.effect(`is usually of ${by} where people ${means}, and of whoever it is said of`, () =>
      Effect.gen(function* () {
        yield* opened;
        assert.strictEqual(usuallyBy(means), by);
        assert.strictEqual((yield* record({ means })).by, by);
        assert.strictEqual((yield* record({ means, by: "them" })).by, "them");
      }).pipe(Effect.provide(layerMemory())),
    );
  }

  it.effect("is the same for the same id and content, and a conflict otherwise", () =>
    Effect.gen(function* () {
      yield* opened;
      const draft = { id: contactId(1), at: day(-1), means: "wrote", by: "them", note: "Hello" };
      const first = yield* record(draft);
      yield* TestClock.adjust("1 day");
      assert.deepEqual(yield* record(draft), first);
      for (const [field, other] of Object.entries({
        partnerId: ben,
        at: day(-2),
        means: "met",
        by: "me",
        note: "",
      })) {
        const refused = yield* refusalOf(record({ ...draft, [field]: other }));
        assert.strictEqual(refused, `ContactConflict ${field}`);
      }
      assert.lengthOf((yield* page()).data, 1);
    }).pipe(Effect.provide(layerMemory())),
  );

  it.effect("that has not happened is refused, but for a clock that is five minutes ahead", () =>
    Effect.gen(function* () {
      yield* opened;
      const ahead = (ms: number) => new Date(startMs + ms).toISOString();
      const draft = { id: contactId(1), at: ahead(300_000) };
      const made = yield* record(draft);
      assert.strictEqual<string>(made.at, day(0));
      yield* TestClock.adjust("1 minute");
      assert.deepEqual(yield* record(draft), made, "the same moment, said again");
      const refused = yield* refusalOf(record({ at: ahead(60_000 + 300_001) }));
      assert.strictEqual(refused, "InputInvalid /at in-the-future");
      const early = yield* refusalOf(record({ at: "1899-12-31" }));
      assert.strictEqual(early, "InputInvalid /at too-early");
    }).pipe(Effect.provide(layerMemory())),
  );

  it.effect("of a day is of its noon where the workspace is; of this morning it is of now", () =>
    Effect.gen(function* () {
      yield* opened;
      assert.strictEqual<string>(
        (yield* record({ at: "2026-02-01" })).at,
        "2026-02-01T11:00:00.000Z",
      );
      assert.strictEqual<string>((yield* record({ at: "2026-03-02" })).at, day(0));
    }).pipe(Effect.provide(zurich)),
  );

  it.effect("of nobody is not found", () =>
    Effect.gen(function* () {
      yield* opened;
      assert.strictEqual(
        yield* refusalOf(record({ partnerId: partnerId(404) })),
        "PartnerNotFound",
      );
      assert.strictEqual(yield* refusalOf(page(partnerId(404))), "PartnerNotFound");
    }).pipe(Effect.provide(layerMemory())),
  );

  it.effect("is removed once or twice, and comes back under its id", () =>
    Effect.gen(function* () {
      yield* opened;
      const { remove } = yield* Contacts;
      const made = yield* record({ id: contactId(1), note: "A slip" });
      for (const _ of [1, 2]) {
        yield* remove(made.id);
        assert.isEmpty((yield* page()).data);
      }
      assert.deepEqual(yield* record({ id: made.id, at: made.at, note: made.note }), made);
      assert.deepEqual((yield* page()).data, [made]);
    }).pipe(Effect.provide(layerMemory())),
  );
});

describe("contacts", () => {
  it.effect("of a partner come newest first, in pages without gaps or repeats", () =>
    Effect.gen(function* () {
      yield* opened;
      yield* record({ partnerId: ben });
      for (const [index, number] of [-5, -1, -9, -5, 0].entries()) {
        yield* record({ id: contactId(index), at: day(number) });
      }
      const order = [4, 1, 3, 0, 2].map(contactId);
      assert.deepEqual(idsOf(yield* page()), order);
      const first = yield* page(ana, 2);
      yield* record({ at: day(-1), id: contactId(99) });
      const second = yield* page(ana, 2, first.nextCursor);
      const third = yield* page(ana, 2, second.nextCursor);
      assert.deepEqual([first, second, third].flatMap(idsOf), order);
      assert.isNull(third.nextCursor);
      assert.strictEqual(yield* refusalOf(page(ana, 2, "nonsense")), "CursorInvalid");
    }).pipe(Effect.provide(layerMemory())),
  );
});
