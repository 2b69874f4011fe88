import { assert, describe, it } from "@effect/vitest";
import * as Effect from "effect/Effect";
import { TestClock } from "effect/testing";
import { EntryConflict, EntryNotFound } from "@comity/domain/equity";
import { cautiousPreset, dayMs } from "@comity/domain/equity/rules";
import { layerMemory } from "@comity/domain/memory";
import { PartnerNotFound } from "@comity/domain/partner";
import * as z from "zod";
import { arbitraryOf } from "../../support/arbitrary.ts";
import { assertClose } from "../../support/close.ts";
import { anyKeys, shuffled } from "../../support/ledgers.ts";
import { ana, ben, entryId, gift, opened, partnerId, startMs } from "../../support/sample.ts";

/** The field that a refused writing differs in. */
const conflictOf = (effect: Effect.Effect<unknown, { readonly _tag: string }>) =>
  Effect.map(Effect.flip(effect), (error) =>
    error instanceof EntryConflict ? error.field : error._tag,
  );

describe("record", () => {
  it.effect("keeps a gift with what it posts, as of now", () =>
    Effect.gen(function* () {
      const equity = yield* opened;
      const entry = yield* equity.record(gift({ id: entryId(1), note: "Read her draft" }));
      assert.deepEqual<unknown>(entry, {
        kind: "transfer",
        id: entryId(1),
        partnerId: ana,
        at: "2026-03-02T09:00:00.000Z",
        recordedAt: "2026-03-02T09:00:00.000Z",
        from: "me",
        to: ana,
        benefit: 9,
        cost: 3,
        asked: false,
        strings: false,
        evidence: "observed",
        note: "Read her draft",
        kindId: null,
        askId: null,
        corrects: null,
        posting: { mine: 9, theirs: 0 },
      });
    }).pipe(Effect.provide(layerMemory())),
  );

  it.effect("posts on the right account, whoever gave", () =>
    Effect.gen(function* () {
      const equity = yield* opened;
      const postingOf = (given: Parameters<typeof gift>[0]) =>
        Effect.map(equity.record(gift(given)), ({ posting }) => posting);
      assert.deepEqual(yield* postingOf({ asked: true }), { mine: 9, theirs: -6 });
      const toMe = { from: ana, to: "me" };
      assert.deepEqual(yield* postingOf(toMe), { mine: 0, theirs: 9 });
      assert.deepEqual(yield* postingOf({ ...toMe, asked: true }), { mine: -6, theirs: 9 });
      assert.deepEqual(yield* postingOf({ strings: true }), { mine: 0, theirs: 0 });
    }).pipe(Effect.provide(layerMemory())),
  );

  it.effect("never writes -0, which JSON cannot tell from 0", () =>
    Effect.gen(function* () {
      const equity = yield* opened;
      const { posting } = yield* equity.record(gift({ asked: true, cost: 0 }));
      assert.deepStrictEqual(posting, { mine: 9, theirs: 0 });
    }).pipe(Effect.provide(layerMemory())),
  );

  it.effect("takes a benefit for a guess unless told otherwise", () =>
    Effect.gen(function* () {
      const equity = yield* opened;
      const entry = yield* equity.record(gift({ evidence: undefined }));
      assert.strictEqual(entry.evidence, "estimated");
      assert.strictEqual(entry.posting.mine, 6.75);
    }).pipe(Effect.provide(layerMemory({ policy: cautiousPreset }))),
  );

  it.effect("is never refused, even where it takes an account below zero", () =>
    Effect.gen(function* () {
      const equity = yield* opened;
      yield* equity.record(gift({ from: ana, to: "me", cost: "XL", asked: true }));
      assert.strictEqual((yield* equity.statement(ana, null)).equity, -162);
    }).pipe(Effect.provide(layerMemory())),
  );

  it.effect("wants exactly one side to be me", () =>
    Effect.gen(function* () {
      const equity = yield* opened;
      for (const sides of [
        { from: "me", to: "me" },
        { from: ana, to: ben },
      ]) {
        const refused = yield* Effect.flip(equity.record(gift(sides)));
        assert.deepNestedInclude(refused, {
          _tag: "InputInvalid",
          "issues[0].pointer": "/to",
          "issues[0].code": "one-side-is-me",
        });
      }
    }).pipe(Effect.provide(layerMemory())),
  );

  it.effect("knows only partners that were added", () =>
    Effect.gen(function* () {
      const equity = yield* opened;
      const refused = yield* Effect.flip(equity.record(gift({ to: partnerId(0xdead) })));
      assert.instanceOf(refused, PartnerNotFound);
    }).pipe(Effect.provide(layerMemory())),
  );

  it.effect("keeps partners apart", () =>
    Effect.gen(function* () {
      const equity = yield* opened;
      yield* equity.record(gift());
      assert.strictEqual((yield* equity.statement(ben, null)).equity, 0);
      assert.isEmpty((yield* equity.entries(ben, { limit: 10, cursor: null })).data);
    }).pipe(Effect.provide(layerMemory())),
  );
});

describe("record, again", () => {
  it.effect("is the same entry for the same id and content, and posts once", () =>
    Effect.gen(function* () {
      const equity = yield* opened;
      const draft = gift({ id: entryId(1) });
      const first = yield* equity.record(draft);
      yield* TestClock.adjust("3 days");
      assert.deepStrictEqual(yield* equity.record(draft), first);
      const named = { ...draft, benefit: 9, at: first.at };
      assert.deepStrictEqual(yield* equity.record(named), first, "said in other words");
      const { gifts } = yield* equity.statement(ana, null);
      assert.strictEqual(gifts, 1);
      assert.lengthOf((yield* equity.entries(ana, { limit: 10, cursor: null })).data, 1);
    }).pipe(Effect.provide(layerMemory())),
  );

  for (const [field, other] of Object.entries({
    from: { from: ana, to: "me" },
    partnerId: { to: ben },
    benefit: { benefit: 9.5 },
    cost: { cost: "XS" },
    asked: { asked: true },
    strings: { strings: true },
    evidence: { evidence: "stated" },
    note: { note: "Another note" },
    at: { at: "2026-03-01T08:00:00Z" },
  })) {
    it.effect(`is a conflict that names ${field}, when that differs`, () =>
      Effect.gen(function* () {
        const equity = yield* opened;
        const written = { id: entryId(1), at: "2026-03-01T09:00:00Z" };
        yield* equity.record(gift(written));
        const refused = yield* Effect.flip(equity.record(gift({ ...written, ...other })));
        assert.instanceOf(refused, EntryConflict);
        assert.strictEqual(refused.field, field);
        assert.include(refused.message, field);
        const { data } = yield* equity.entries(ana, { limit: 10, cursor: null });
        assert.lengthOf(data, 1);
      }).pipe(Effect.provide(layerMemory())),
    );
  }

  it.effect("is a conflict when the id belongs to a reversal", () =>
    Effect.gen(function* () {
      const equity = yield* opened;
      const { id } = yield* equity.record(gift());
      yield* equity.reverse(id, { id: entryId(2) });
      const refused = yield* Effect.flip(equity.record(gift({ id: entryId(2) })));
      assert.deepInclude(refused, { _tag: "EntryConflict", field: "kind" });
    }).pipe(Effect.provide(layerMemory())),
  );
});

describe("reverse", () => {
  it.effect("takes an entry back, at the instant of that entry", () =>
    Effect.gen(function* () {
      const equity = yield* opened;
      const first = yield* equity.record(gift());
      yield* TestClock.adjust("10 days");
      yield* equity.record(gift({ benefit: "L" }));
      const before = yield* equity.statement(ana, null);
      assert.isAbove(before.interest, 0);
      const reversal = yield* equity.reverse(first.id, { note: "It was Ben" });
      assert.strictEqual(reversal.at, first.at);
      assert.deepEqual(reversal.posting, { mine: -9, theirs: 0 });
      assert.strictEqual(reversal.recordedAt, before.at);
      const after = yield* equity.statement(ana, null);
      assert.deepEqual([after.principal, after.interest, after.gifts], [27, 0, 1]);
    }).pipe(Effect.provide(layerMemory())),
  );

  it.effect("leaves no trace in the account, at any instant", () =>
    Effect.gen(function* () {
      const equity = yield* opened;
      const { id, at } = yield* equity.record(gift({ asked: true }));
      yield* TestClock.adjust("10 days");
      yield* equity.reverse(id, {});
      for (const moment of [at, null]) {
        const { principal, interest } = yield* equity.statement(ana, moment);
        assert.deepStrictEqual([principal, interest], [0, 0]);
      }
    }).pipe(Effect.provide(layerMemory())),
  );

  it.effect("is the same reversal for the same id, and a conflict for other content", () =>
    Effect.gen(function* () {
      const equity = yield* opened;
      const one = yield* equity.record(gift());
      const other = yield* equity.record(gift());
      const draft = { id: entryId(7), note: "Not so" };
      const reversal = yield* equity.reverse(one.id, draft);
      yield* TestClock.adjust("1 day");
      assert.deepStrictEqual(yield* equity.reverse(one.id, draft), reversal);
      assert.strictEqual(yield* conflictOf(equity.reverse(other.id, draft)), "reverses");
      assert.strictEqual(
        yield* conflictOf(equity.reverse(one.id, { ...draft, note: "Other" })),
        "note",
      );
      assert.strictEqual(yield* conflictOf(equity.reverse(one.id, { id: other.id })), "kind");
      assert.strictEqual((yield* equity.statement(ana, null)).gifts, 1);
    }).pipe(Effect.provide(layerMemory())),
  );

  it.effect("happens once per entry, and never to a reversal", () =>
    Effect.gen(function* () {
      const equity = yield* opened;
      const { id } = yield* equity.record(gift());
      const reversal = yield* equity.reverse(id, {});
      for (const target of [id, reversal.id]) {
        const refused = yield* Effect.flip(equity.reverse(target, {}));
        assert.deepInclude(refused, { _tag: "EntryConflict", field: "reverses" });
      }
      const unknown = yield* Effect.flip(equity.reverse(entryId(404), {}));
      assert.instanceOf(unknown, EntryNotFound);
    }).pipe(Effect.provide(layerMemory())),
  );
});

describe("a ledger written down in any order", () => {
  const Fact = z.strictObject({
    daysAgo: z.int().min(0).max(300),
    benefit: z.int().min(1).max(81),
    cost: z.int().min(0).max(81),
    isMine: z.boolean(),
    asked: z.boolean(),
  });

  it.effect.prop(
    "leads to the same standing",
    [arbitraryOf(z.array(Fact).max(8)), anyKeys],
    ([facts, keys]) =>
      Effect.gen(function* () {
        const drafts = facts.map(({ daysAgo, isMine, ...what }, index) =>
          gift({
            ...what,
            id: entryId(index + 1),
            at: new Date(startMs - daysAgo * dayMs).toISOString(),
            from: isMine ? "me" : ana,
            to: isMine ? ana : "me",
          }),
        );
        const read = (list: typeof drafts) =>
          Effect.gen(function* () {
            const equity = yield* opened;
            for (const draft of list) yield* equity.record(draft);
            // Writing everything down twice changes nothing.
            for (const draft of list) yield* equity.record(draft);
            return yield* equity.statement(ana, null);
          }).pipe(Effect.provide(layerMemory()));
        const inOrder = yield* read(
          drafts.toSorted((a, b) => ((a.at ?? "") < (b.at ?? "") ? -1 : 1)),
        );
        const muddled = yield* read(shuffled(drafts, keys));
        assertClose(muddled.principal, inOrder.principal);
        assertClose(muddled.interest, inOrder.interest);
        assert.strictEqual(muddled.gifts, inOrder.gifts);
      }),
    { arbitrary: { runs: 100 } },
  );

  it.effect("lists the newest first, page by page", () =>
    Effect.gen(function* () {
      const equity = yield* opened;
      for (const [index, day] of [3, 1, 2].entries()) {
        yield* equity.record(gift({ id: entryId(index + 1), at: `2026-02-0${day}` }));
      }
      const days: Array<string> = [];
      let cursor: string | null = null;
      do {
        const page: { data: ReadonlyArray<{ at: string }>; nextCursor: string | null } =
          yield* equity.entries(ana, { limit: 2, cursor });
        days.push(...page.data.map(({ at }) => at.slice(8, 10)));
        cursor = page.nextCursor;
      } while (cursor !== null);
      assert.deepEqual(days, ["03", "02", "01"]);
      const refused = yield* Effect.flip(equity.entries(ana, { limit: 2, cursor: "nonsense" }));
      assert.strictEqual(refused._tag, "CursorInvalid");
    }).pipe(Effect.provide(layerMemory())),
  );
});
