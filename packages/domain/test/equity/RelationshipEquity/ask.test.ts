import { assert, describe, it } from "@effect/vitest";
import * as Effect from "effect/Effect";
import { TestClock } from "effect/testing";
import {
  AskNotCovered,
  AskNotFound,
  AskRefusedBefore,
  RelationshipEquity,
} from "@comity/domain/equity";
import { cautiousPreset, dayMs, partnerPreset } from "@comity/domain/equity/rules";
import { type AskDraft, type EquityPolicy, GrantDraft } from "@comity/domain/equity/schema";
import { layerMemory } from "@comity/domain/memory";
import { PartnerNotFound } from "@comity/domain/partner";
import {
  ana,
  askDraft,
  askId,
  ben,
  entryId,
  gift,
  grantDraft,
  opened,
  partnerId,
  startMs,
} from "../../support/sample.ts";

/** Without grace, so that a threshold is where the formula puts it. */
const exact = (given: Partial<EquityPolicy> = {}) =>
  layerMemory({ policy: { ...partnerPreset, grace: 0, ...given } });

/** Two gifts to Ana worth 18 ep together: enough for an ask of 9, and enough in number. */
const twoGifts = Effect.gen(function* () {
  const equity = yield* opened;
  yield* equity.record(gift());
  yield* equity.record(gift());
  return equity;
});

/** When the newest entry with Ana happened. */
const newestAt = RelationshipEquity.use((equity) =>
  Effect.map(equity.entries(ana, { limit: 1, cursor: null }), ({ data }) => data[0]?.at),
);

const refusalOf = (draft: AskDraft) =>
  Effect.gen(function* () {
    const equity = yield* RelationshipEquity;
    const refused = yield* Effect.flip(equity.ask(draft));
    assert.instanceOf(refused, AskNotCovered);
    return refused;
  });

describe("ask", () => {
  it.effect("opens an ask that spends exactly what stands", () =>
    Effect.gen(function* () {
      const equity = yield* twoGifts;
      const ask = yield* equity.ask(askDraft({ id: askId(1), offer: "S" }));
      assert.deepInclude<object>(ask, {
        id: askId(1),
        partnerId: ana,
        what: "Introduce me to Cleo",
        cost: 9,
        offer: 3,
        state: "open",
        openedAt: "2026-03-02T09:00:00.000Z",
        closedAt: null,
        reserved: 18,
        policyVersion: 1,
        overrideReason: null,
        overrides: null,
        entryId: null,
      });
      assert.strictEqual(ask.coverage.verdict, "earned");
    }).pipe(Effect.provide(exact())),
  );

  it.effect("is earned with 0 left, and not yet with one ep less", () =>
    Effect.gen(function* () {
      const equity = yield* opened;
      yield* equity.record(gift());
      yield* equity.record(gift({ benefit: 8 }));
      const { coverage } = yield* refusalOf(askDraft());
      assert.strictEqual(coverage.shortfall, 1);
      yield* equity.record(gift({ benefit: 1 }));
      const ask = yield* equity.ask(askDraft());
      assert.strictEqual(ask.coverage.after, 0);
      assert.strictEqual(ask.coverage.verdict, "earned");
    }).pipe(Effect.provide(exact())),
  );

  it.effect("may spend a gift that is not a moment old any more, but not one of yesterday", () =>
    Effect.gen(function* () {
      const equity = yield* twoGifts;
      yield* TestClock.adjust("1 minute");
      const { verdict, shortfall } = yield* equity.coverage(askDraft());
      assert.deepEqual([verdict, shortfall], ["earned", 0]);
      yield* TestClock.adjust("1 day");
      assert.strictEqual((yield* equity.coverage(askDraft())).verdict, "not-yet");
    }).pipe(Effect.provide(layerMemory())),
  );

  it.effect("is early after one gift, and opens all the same", () =>
    Effect.gen(function* () {
      const equity = yield* opened;
      yield* equity.record(gift({ benefit: "L" }));
      assert.strictEqual((yield* equity.ask(askDraft())).coverage.verdict, "early");
    }).pipe(Effect.provide(exact())),
  );

  it.effect("counts as gifts what was mine, unasked, without strings and not taken back", () =>
    Effect.gen(function* () {
      const equity = yield* opened;
      yield* equity.record(gift({ benefit: "XL" }));
      yield* equity.record(gift({ asked: true }));
      yield* equity.record(gift({ strings: true }));
      yield* equity.record(gift({ from: ana, to: "me" }));
      const { id } = yield* equity.record(gift());
      yield* equity.reverse(id, {});
      assert.strictEqual((yield* equity.statement(ana, null)).gifts, 1);
      const question = askDraft();
      assert.strictEqual((yield* equity.coverage(question)).verdict, "early");
      yield* equity.record(gift());
      assert.strictEqual((yield* equity.coverage(question)).verdict, "earned");
    }).pipe(Effect.provide(exact())),
  );

  it.effect("counts gifts before the first ask only, and a refused ask is none", () =>
    Effect.gen(function* () {
      const equity = yield* opened;
      yield* equity.record(gift({ benefit: "XL" }));
      yield* refusalOf(askDraft({ cost: "XL" }));
      assert.strictEqual((yield* equity.ask(askDraft({ cost: "S" }))).coverage.verdict, "early");
      assert.strictEqual((yield* equity.ask(askDraft({ cost: "S" }))).coverage.verdict, "earned");
      assert.isFalse((yield* equity.statement(ana, null)).firstAsk);
      assert.isTrue((yield* equity.statement(ben, null)).firstAsk);
    }).pipe(Effect.provide(exact())),
  );

  it.effect("counts an offer as a guess of one not yet known to keep promises", () =>
    Effect.gen(function* () {
      const equity = yield* opened;
      for (const [offer, after] of [
        [27, 4.125],
        [16, 0],
        [9, -2.625],
      ] as const) {
        const coverage = yield* equity.coverage(askDraft({ cost: "S", offer }));
        assert.strictEqual(coverage.after, after);
        assert.strictEqual(coverage.verdict, after < 0 ? "not-yet" : "early");
      }
    }).pipe(Effect.provide(layerMemory({ policy: { ...cautiousPreset, grace: 0 } }))),
  );

  it.effect("is judged with the last entries, where the clock was set back since", () =>
    Effect.gen(function* () {
      const equity = yield* twoGifts;
      yield* equity.record(gift({ from: ana, to: "me", asked: true, cost: "XS" }));
      yield* TestClock.setTime(startMs - dayMs);
      const { coverage } = yield* refusalOf(askDraft());
      assert.deepInclude(coverage, { equity: 16, shortfall: 2 });
      assert.strictEqual((yield* equity.ask(askDraft({ cost: 8 }))).coverage.after, 0);
    }).pipe(Effect.provide(exact())),
  );

  it.effect("keeps nothing when it is only a question", () =>
    Effect.gen(function* () {
      const equity = yield* twoGifts;
      yield* equity.coverage(askDraft());
      assert.strictEqual((yield* equity.statement(ana, null)).reserved, 0);
      assert.isTrue((yield* equity.statement(ana, null)).firstAsk);
      const nobody = askDraft({ partnerId: partnerId(404) });
      assert.instanceOf(yield* Effect.flip(equity.coverage(nobody)), PartnerNotFound);
      assert.instanceOf(yield* Effect.flip(equity.ask(nobody)), PartnerNotFound);
    }).pipe(Effect.provide(exact())),
  );
});

describe("a refused ask", () => {
  it.effect("says what is missing, and what would earn it", () =>
    Effect.gen(function* () {
      const equity = yield* opened;
      const refused = yield* refusalOf(askDraft({ id: askId(1) }));
      assert.strictEqual(refused.askId, askId(1));
      assert.strictEqual(refused.partnerId, ana);
      assert.include(refused.message, "18 ep");
      assert.isNull(refused.coveredFromMs);
      for (const { benefit, cost } of refused.coverage.gifts) {
        yield* equity.record(gift({ benefit, cost, evidence: "estimated" }));
      }
      yield* equity.ask(askDraft());
    }).pipe(Effect.provide(exact())),
  );

  it.effect("stays refused under its id, whatever has been given since", () =>
    Effect.gen(function* () {
      const equity = yield* opened;
      const draft = askDraft({ id: askId(1) });
      yield* refusalOf(draft);
      yield* equity.record(gift({ benefit: "XL" }));
      yield* equity.record(gift({ benefit: "XL" }));
      for (const again of [draft, askDraft({ id: askId(1), cost: "XS" })]) {
        const refused = yield* Effect.flip(equity.ask(again));
        assert.instanceOf(refused, AskRefusedBefore);
        assert.strictEqual(refused.askId, askId(1));
      }
      assert.strictEqual((yield* equity.ask(askDraft({ id: askId(2) }))).state, "open");
      assert.instanceOf(yield* Effect.flip(equity.askById(askId(1))), AskNotFound);
    }).pipe(Effect.provide(exact())),
  );

  it.effect("is overridden by a new ask that names it, with a reason that is kept", () =>
    Effect.gen(function* () {
      const equity = yield* opened;
      yield* refusalOf(askDraft({ id: askId(1) }));
      const overriding = { id: askId(2), overrides: askId(1), overrideReason: "She offered" };
      const ask = yield* equity.ask(askDraft(overriding));
      assert.strictEqual(ask.state, "open");
      assert.strictEqual(ask.overrides, askId(1));
      assert.strictEqual(ask.overrideReason, "She offered");
      assert.strictEqual(ask.coverage.verdict, "not-yet");
      assert.strictEqual((yield* equity.statement(ana, null)).reserved, 18);
    }).pipe(Effect.provide(exact())),
  );

  it.effect("cannot be overridden without a reason, nor one that was never refused", () =>
    Effect.gen(function* () {
      yield* opened;
      const equity = yield* RelationshipEquity;
      yield* refusalOf(askDraft({ id: askId(1) }));
      yield* refusalOf(askDraft({ id: askId(2), overrides: askId(1) }));
      const overriding = { overrides: askId(404), overrideReason: "She offered" };
      const refused = yield* Effect.flip(equity.ask(askDraft(overriding)));
      assert.deepInclude(refused, { _tag: "AskNotFound", askId: askId(404) });
    }).pipe(Effect.provide(exact())),
  );

  it.effect("cannot be overridden by an ask of someone else", () =>
    Effect.gen(function* () {
      const equity = yield* opened;
      yield* refusalOf(askDraft({ id: askId(1) }));
      const overriding = { id: askId(2), overrides: askId(1), overrideReason: "She offered" };
      const refused = yield* Effect.flip(equity.ask(askDraft({ ...overriding, partnerId: ben })));
      assert.deepInclude(refused, { _tag: "AskNotFound", askId: askId(1) });
      assert.isTrue((yield* equity.statement(ben, null)).firstAsk);
      assert.strictEqual((yield* equity.ask(askDraft(overriding))).state, "open");
    }).pipe(Effect.provide(exact())),
  );

  it.effect("cannot be overridden when it was opened rather than refused", () =>
    Effect.gen(function* () {
      const equity = yield* twoGifts;
      yield* equity.ask(askDraft({ id: askId(1) }));
      const overriding = { overrides: askId(1), overrideReason: "She offered" };
      const refused = yield* Effect.flip(equity.ask(askDraft(overriding)));
      assert.deepInclude(refused, { _tag: "AskNotFound", askId: askId(1) });
    }).pipe(Effect.provide(exact())),
  );

  it.effect("says from which moment waiting covers it, and then it does", () =>
    Effect.gen(function* () {
      const equity = yield* opened;
      yield* equity.record(gift({ from: ana, to: "me", asked: true, cost: "S" }));
      const refused = yield* refusalOf(askDraft({ cost: "XS" }));
      const { waitDays } = refused.coverage;
      assert.closeTo(waitDays ?? 0, 365 * Math.log2(6 / 4), 1e-9);
      const coveredFromMs = refused.coveredFromMs ?? 0;
      assert.isTrue(Number.isInteger(coveredFromMs), "an instant is a whole millisecond");
      yield* TestClock.setTime(coveredFromMs - 1);
      yield* refusalOf(askDraft({ cost: "XS" }));
      yield* TestClock.setTime(coveredFromMs);
      yield* equity.ask(askDraft({ cost: "XS" }));
    }).pipe(Effect.provide(exact({ overdraft: 6 }))),
  );

  it.effect("is never earned by waiting where something stands", () =>
    Effect.gen(function* () {
      yield* twoGifts;
      const refused = yield* refusalOf(askDraft({ cost: "L" }));
      assert.isNull(refused.coveredFromMs);
      yield* TestClock.adjust("100 days");
      const later = yield* refusalOf(askDraft({ cost: "L" }));
      assert.isAbove(later.coverage.shortfall, refused.coverage.shortfall);
    }).pipe(Effect.provide(exact())),
  );
});

describe("an open ask", () => {
  it.effect("holds its part of the standing, so that nothing is spent twice", () =>
    Effect.gen(function* () {
      const equity = yield* twoGifts;
      yield* equity.ask(askDraft({ cost: 5 }));
      const statement = yield* equity.statement(ana, null);
      assert.deepEqual([statement.equity, statement.reserved, statement.capacity], [18, 10, 4]);
      const { coverage } = yield* refusalOf(askDraft({ cost: 5 }));
      assert.deepInclude(coverage, { equity: 18, reserved: 10, after: -2, shortfall: 2 });
      assert.include(coverage.reasons, "reserved");
      yield* equity.ask(askDraft({ cost: 4 }));
      assert.strictEqual((yield* equity.statement(ana, null)).capacity, 0);
    }).pipe(Effect.provide(exact())),
  );

  it.effect("never spends twice, however many are opened at once", () =>
    Effect.gen(function* () {
      const equity = yield* opened;
      for (const benefit of [81, 81, 38]) yield* equity.record(gift({ benefit }));
      const drafts = Array.from({ length: 50 }, () => askDraft({ cost: 10 }));
      const outcomes = yield* Effect.forEach(drafts, (draft) => Effect.result(equity.ask(draft)), {
        concurrency: "unbounded",
      });
      assert.lengthOf(
        outcomes.filter(({ _tag }) => _tag === "Success"),
        10,
      );
      const { reserved, capacity } = yield* equity.statement(ana, null);
      assert.deepEqual([reserved, capacity], [200, 0]);
    }).pipe(Effect.provide(exact())),
  );

  it.effect("is the same ask for the same id and content, in whatever state it is by now", () =>
    Effect.gen(function* () {
      const equity = yield* twoGifts;
      const draft = askDraft({ id: askId(1) });
      const ask = yield* equity.ask(draft);
      assert.deepStrictEqual(yield* equity.ask({ ...draft, cost: 9, offer: 0 }), ask);
      assert.strictEqual((yield* equity.statement(ana, null)).reserved, 18);
      const declined = yield* equity.decline(askId(1));
      assert.deepStrictEqual(yield* equity.ask(draft), declined);
      assert.strictEqual((yield* equity.statement(ana, null)).reserved, 0);
    }).pipe(Effect.provide(exact())),
  );

  for (const [field, other] of Object.entries({
    partnerId: { partnerId: ben },
    what: { what: "Something else" },
    cost: { cost: "S" },
    offer: { offer: "S" },
    overrideReason: { overrideReason: "Because" },
  })) {
    it.effect(`is a conflict that names ${field}, when that differs`, () =>
      Effect.gen(function* () {
        const equity = yield* twoGifts;
        yield* equity.ask(askDraft({ id: askId(1) }));
        const refused = yield* Effect.flip(equity.ask(askDraft({ id: askId(1), ...other })));
        assert.deepInclude(refused, { _tag: "AskConflict", askId: askId(1), field });
        assert.include(refused.message, field);
      }).pipe(Effect.provide(exact())),
    );
  }

  it.effect("keeps the verdict it was opened with, whatever comes after", () =>
    Effect.gen(function* () {
      const equity = yield* twoGifts;
      const { coverage, id } = yield* equity.ask(askDraft());
      const written = JSON.stringify(coverage);
      yield* equity.record(gift({ benefit: "XL", at: "2025-01-01" }));
      yield* TestClock.adjust("500 days");
      for (const draft of [gift({ benefit: "XL" }), gift({ from: ana, to: "me", asked: true })]) {
        yield* equity.record(draft);
        assert.strictEqual(JSON.stringify((yield* equity.askById(id)).coverage), written);
      }
      const granted = yield* equity.grant(id, {});
      assert.strictEqual(JSON.stringify(granted.coverage), written);
    }).pipe(Effect.provide(exact())),
  );
});

describe("grant", () => {
  it.effect("posts the transfer, and frees what the ask held", () =>
    Effect.gen(function* () {
      const equity = yield* twoGifts;
      const { id } = yield* equity.ask(askDraft());
      yield* TestClock.adjust("1 second");
      const ask = yield* equity.grant(id, grantDraft({ entryId: entryId(9), benefit: "XL" }));
      assert.strictEqual(ask.state, "granted");
      assert.strictEqual(ask.entryId, entryId(9));
      assert.strictEqual(ask.closedAt, "2026-03-02T09:00:01.000Z");
      const statement = yield* equity.statement(ana, null);
      assert.strictEqual(statement.reserved, 0);
      assert.closeTo(statement.equity, 0, 1e-6);
      assert.strictEqual(statement.gifts, 2);
      const { data } = yield* equity.entries(ana, { limit: 1, cursor: null });
      assert.deepInclude<object>(data[0] ?? {}, {
        id: entryId(9),
        askId: id,
        from: ana,
        to: "me",
        benefit: 81,
        cost: 9,
        asked: true,
        strings: false,
        evidence: "observed",
        note: "Introduce me to Cleo",
        posting: { mine: -18, theirs: 81 },
      });
    }).pipe(Effect.provide(exact())),
  );

  it.effect(
    "takes what it took in the end, and the cost for the benefit when nothing is said",
    () =>
      Effect.gen(function* () {
        const equity = yield* twoGifts;
        const { id } = yield* equity.ask(askDraft());
        yield* equity.grant(id, grantDraft({ cost: "S", note: "Quick" }));
        const { data } = yield* equity.entries(ana, { limit: 1, cursor: null });
        assert.deepInclude<object>(data[0] ?? {}, { cost: 3, benefit: 3, note: "Quick" });
        assert.strictEqual((yield* equity.statement(ana, null)).equity, 12);
      }).pipe(Effect.provide(exact())),
  );

  it.effect("again is the same ask, and posts once", () =>
    Effect.gen(function* () {
      const equity = yield* twoGifts;
      const { id } = yield* equity.ask(askDraft());
      const draft = grantDraft({ entryId: entryId(9), benefit: "L" });
      const granted = yield* equity.grant(id, draft);
      yield* TestClock.adjust("1 day");
      assert.deepStrictEqual(yield* equity.grant(id, draft), granted);
      assert.deepStrictEqual(yield* equity.grant(id, {}), granted);
      assert.lengthOf((yield* equity.entries(ana, { limit: 10, cursor: null })).data, 3);
    }).pipe(Effect.provide(exact())),
  );

  it.effect("again with other content is a conflict that names the field", () =>
    Effect.gen(function* () {
      const equity = yield* twoGifts;
      const { id } = yield* equity.ask(askDraft());
      yield* TestClock.adjust("2 days");
      yield* equity.grant(id, grantDraft({ entryId: entryId(9), at: "2026-03-03" }));
      for (const [field, other] of Object.entries({
        benefit: { benefit: "XL", cost: "M" },
        cost: { cost: "S", benefit: "M" },
        note: { note: "Other" },
        at: { at: "2026-03-02" },
      })) {
        const draft = grantDraft({ entryId: entryId(9), at: "2026-03-03", ...other });
        const refused = yield* Effect.flip(equity.grant(id, draft));
        assert.deepInclude(refused, { _tag: "EntryConflict", field });
      }
      const other = yield* Effect.flip(equity.grant(id, grantDraft({ entryId: entryId(10) })));
      assert.deepInclude(other, { _tag: "AskConflict", field: "state" });
    }).pipe(Effect.provide(exact())),
  );

  it.effect("does not take over an entry that is something else", () =>
    Effect.gen(function* () {
      const equity = yield* twoGifts;
      yield* equity.record(gift({ id: entryId(9) }));
      const { id } = yield* equity.ask(askDraft());
      const refused = yield* Effect.flip(equity.grant(id, grantDraft({ entryId: entryId(9) })));
      assert.deepInclude(refused, { _tag: "EntryConflict", field: "askId" });
      assert.strictEqual((yield* equity.askById(id)).state, "open");
    }).pipe(Effect.provide(exact())),
  );

  it.effect("gives its entry an id that a record cannot claim", () =>
    Effect.gen(function* () {
      const equity = yield* twoGifts;
      const { id } = yield* equity.ask(askDraft());
      yield* equity.grant(id, grantDraft({ entryId: entryId(9) }));
      const claim = gift({
        id: entryId(9),
        from: ana,
        to: "me",
        cost: "M",
        asked: true,
        note: "Introduce me to Cleo",
      });
      const refused = yield* Effect.flip(equity.record(claim));
      assert.deepInclude(refused, { _tag: "EntryConflict", field: "askId" });
    }).pipe(Effect.provide(exact())),
  );

  it.effect("may be dated back, and not ahead", () =>
    Effect.gen(function* () {
      const equity = yield* twoGifts;
      const { id } = yield* equity.ask(askDraft());
      yield* TestClock.adjust("2 days");
      const refused = yield* Effect.flip(equity.grant(id, GrantDraft.parse({ at: "2026-03-05" })));
      assert.deepNestedInclude(refused, {
        _tag: "InputInvalid",
        "issues[0].pointer": "/at",
        "issues[0].code": "in-the-future",
      });
      assert.strictEqual((yield* equity.askById(id)).state, "open");
      yield* equity.grant(id, GrantDraft.parse({ at: "2026-03-03" }));
      assert.strictEqual(yield* newestAt, "2026-03-03T12:00:00.000Z");
    }).pipe(Effect.provide(exact())),
  );

  it.effect("may be dated back to the moment of asking, and not before it", () =>
    Effect.gen(function* () {
      const equity = yield* twoGifts;
      const { id, openedAt } = yield* equity.ask(askDraft());
      yield* TestClock.adjust("2 days");
      for (const at of ["2026-03-02T08:59:59.999Z", "2026-03-01", "1900-01-02"]) {
        const refused = yield* Effect.flip(equity.grant(id, grantDraft({ at })));
        assert.deepNestedInclude(refused, {
          _tag: "InputInvalid",
          "issues[0].pointer": "/at",
          "issues[0].code": "before-asked",
        });
        assert.isNotEmpty(refused.message);
      }
      assert.strictEqual((yield* equity.askById(id)).state, "open");
      assert.lengthOf((yield* equity.entries(ana, { limit: 10, cursor: null })).data, 2);
      yield* equity.grant(id, grantDraft({ at: openedAt }));
      assert.strictEqual(yield* newestAt, openedAt);
    }).pipe(Effect.provide(exact())),
  );

  it.effect("on the day of asking is when it was asked, where its noon had passed", () =>
    Effect.gen(function* () {
      const equity = yield* twoGifts;
      yield* TestClock.adjust("6 hours");
      const { id, openedAt } = yield* equity.ask(askDraft({ cost: "S" }));
      yield* TestClock.adjust("1 day");
      const draft = grantDraft({ entryId: entryId(9), at: "2026-03-02" });
      const granted = yield* equity.grant(id, draft);
      assert.strictEqual(openedAt, "2026-03-02T15:00:00.000Z");
      assert.strictEqual(yield* newestAt, openedAt);
      yield* TestClock.adjust("1 day");
      assert.deepStrictEqual(yield* equity.grant(id, draft), granted);
    }).pipe(Effect.provide(exact())),
  );

  it.effect("of a clock that runs ahead is now, and the same when said again", () =>
    Effect.gen(function* () {
      const equity = yield* twoGifts;
      const { id, openedAt } = yield* equity.ask(askDraft());
      const draft = grantDraft({ entryId: entryId(9), at: "2026-03-02T09:05:00.000Z" });
      const granted = yield* equity.grant(id, draft);
      assert.strictEqual(yield* newestAt, openedAt);
      yield* TestClock.adjust("1 day");
      assert.deepStrictEqual(yield* equity.grant(id, draft), granted);
    }).pipe(Effect.provide(exact())),
  );

  it.effect("without a moment is when it was asked, where the clock was set back", () =>
    Effect.gen(function* () {
      const equity = yield* twoGifts;
      const { id, openedAt } = yield* equity.ask(askDraft());
      yield* TestClock.setTime(startMs - 60_000);
      assert.strictEqual((yield* equity.grant(id, {})).state, "granted");
      assert.strictEqual(yield* newestAt, openedAt);
    }).pipe(Effect.provide(exact())),
  );
});

describe("decline and withdraw", () => {
  for (const [verb, state] of [
    ["decline", "declined"],
    ["withdraw", "withdrawn"],
  ] as const) {
    it.effect(`${verb} frees what the ask held, posts nothing, and may be said again`, () =>
      Effect.gen(function* () {
        const equity = yield* twoGifts;
        const { id } = yield* equity.ask(askDraft());
        yield* refusalOf(askDraft());
        yield* TestClock.adjust("1 minute");
        const ask = yield* equity[verb](id);
        assert.deepEqual([ask.state, ask.entryId], [state, null]);
        assert.strictEqual(Date.parse(ask.closedAt ?? ""), startMs + 60_000);
        yield* TestClock.adjust("1 minute");
        assert.deepStrictEqual(yield* equity[verb](id), ask);
        const statement = yield* equity.statement(ana, null);
        assert.strictEqual(statement.reserved, 0);
        assert.isFalse(statement.firstAsk);
        assert.lengthOf((yield* equity.entries(ana, { limit: 10, cursor: null })).data, 2);
        const other = verb === "decline" ? equity.withdraw(id) : equity.decline(id);
        for (const late of [other, equity.grant(id, {})]) {
          const refused = yield* Effect.flip(late);
          assert.deepInclude(refused, { _tag: "AskConflict", field: "state" });
        }
      }).pipe(Effect.provide(exact({ halfLifeDays: 36_500 }))),
    );
  }

  it.effect("and grant, know only asks that were opened", () =>
    Effect.gen(function* () {
      const equity = yield* opened;
      for (const verb of [
        equity.decline(askId(404)),
        equity.withdraw(askId(404)),
        equity.grant(askId(404), {}),
        equity.askById(askId(404)),
      ]) {
        assert.instanceOf(yield* Effect.flip(verb), AskNotFound);
      }
    }).pipe(Effect.provide(exact())),
  );

  it.effect("come too late after a yes", () =>
    Effect.gen(function* () {
      const equity = yield* twoGifts;
      const { id } = yield* equity.ask(askDraft());
      yield* equity.grant(id, {});
      for (const verb of [equity.decline(id), equity.withdraw(id)]) {
        assert.deepInclude(yield* Effect.flip(verb), { _tag: "AskConflict", field: "state" });
      }
    }).pipe(Effect.provide(exact())),
  );
});

describe("asks", () => {
  it.effect("lists the newest first, of one state or of all", () =>
    Effect.gen(function* () {
      const equity = yield* opened;
      for (const benefit of [81, 81, 81]) yield* equity.record(gift({ benefit }));
      for (const number of [1, 2, 3]) {
        yield* TestClock.setTime(startMs + number * dayMs);
        yield* equity.ask(askDraft({ id: askId(number) }));
      }
      yield* equity.decline(askId(2));
      const list = (state: "open" | "declined" | null) =>
        Effect.map(equity.asks(ana, { limit: 10, cursor: null, state }), ({ data }) =>
          data.map(({ id }) => id),
        );
      assert.deepEqual(yield* list(null), [askId(3), askId(2), askId(1)]);
      assert.deepEqual(yield* list("open"), [askId(3), askId(1)]);
      assert.deepEqual(yield* list("declined"), [askId(2)]);
      assert.isEmpty((yield* equity.asks(ben, { limit: 10, cursor: null, state: null })).data);
    }).pipe(Effect.provide(exact())),
  );
});
