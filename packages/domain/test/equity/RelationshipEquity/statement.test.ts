import { assert, describe, it } from "@effect/vitest";
import * as Effect from "effect/Effect";
import { TestClock } from "effect/testing";
import {
  accountAt,
  accountOf,
  cautiousPreset,
  curveOf,
  dayMs,
  equityOf,
} from "@comity/domain/equity/rules";
import { Statement, StatementSeries } from "@comity/domain/equity/schema";
import { layerMemory } from "@comity/domain/memory";
import { PartnerNotFound } from "@comity/domain/partner";
import { Instant } from "@comity/domain/time/schema";
import {
  ana,
  askDraft,
  ben,
  entryId,
  gift,
  opened,
  partnerId,
  startMs,
} from "../../support/sample.ts";

const cautious = layerMemory({ policy: cautiousPreset, policyVersion: 3 });

const instant = (daysAfter: number): Instant =>
  Instant.parse(new Date(startMs + daysAfter * dayMs).toISOString());

describe("statement", () => {
  it.effect("reads the account now, with what the rules count and the policy they use", () =>
    Effect.gen(function* () {
      const equity = yield* opened;
      yield* equity.record(gift());
      yield* TestClock.adjust("110 days");
      yield* equity.ask(askDraft({ cost: "XS" }));
      const statement = yield* equity.statement(ana, null);
      assert.closeTo(statement.principal, 4.5, 1e-9);
      assert.closeTo(statement.interest, 1.559581156259877, 1e-9);
      assert.closeTo(statement.capacity, (6.059581156259877 - 2) / 2, 1e-9);
      assert.deepInclude<object>(statement, {
        partnerId: ana,
        at: instant(110),
        equity: statement.principal + statement.interest,
        reserved: 2,
        gifts: 1,
        firstAsk: false,
        trust: 0.5,
        policy: cautiousPreset,
        policyVersion: 3,
      });
      assert.deepStrictEqual(Statement.parse(statement), statement);
    }).pipe(Effect.provide(cautious)),
  );

  it.effect("is empty before the first entry", () =>
    Effect.gen(function* () {
      const equity = yield* opened;
      yield* equity.record(gift());
      for (const [partner, at] of [
        [ben, null],
        [ana, instant(-1)],
      ] as const) {
        const statement = yield* equity.statement(partner, at);
        assert.deepStrictEqual(
          [statement.principal, statement.interest, statement.equity, statement.capacity],
          [0, 0, 0, 0],
        );
      }
    }).pipe(Effect.provide(cautious)),
  );

  it.effect("reads any instant of the past and the future as it stands then", () =>
    Effect.gen(function* () {
      const equity = yield* opened;
      const amounts = [
        { atMs: startMs - 60 * dayMs, amount: 27 },
        { atMs: startMs - 30 * dayMs, amount: 9 },
        { atMs: startMs, amount: 3 },
      ];
      for (const { atMs, amount } of amounts) {
        yield* equity.record(gift({ benefit: amount, at: new Date(atMs).toISOString() }));
      }
      for (const days of [-60, -45, -30, -29, 0, 1, 400]) {
        const atMs = startMs + days * dayMs;
        const known = amounts.filter((amount) => amount.atMs <= atMs);
        const expected = equityOf(
          accountAt(accountOf(known, cautiousPreset), atMs, cautiousPreset),
        );
        const { equity: read } = yield* equity.statement(ana, instant(days));
        assert.closeTo(read, expected, 1e-9, `${days} days`);
      }
    }).pipe(Effect.provide(cautious)),
  );

  it.effect("knows only partners that were added", () =>
    Effect.gen(function* () {
      const equity = yield* opened;
      const nobody = partnerId(404);
      const window = { from: null, to: null, samples: 2 };
      const page = { limit: 10, cursor: null };
      const readings: ReadonlyArray<Effect.Effect<unknown, unknown>> = [
        equity.statement(nobody, null),
        equity.series(nobody, window),
        equity.entries(nobody, page),
        equity.asks(nobody, { ...page, state: null }),
      ];
      for (const reading of readings) {
        assert.instanceOf(yield* Effect.flip(reading), PartnerNotFound);
      }
    }).pipe(Effect.provide(cautious)),
  );
});

describe("standings", () => {
  it.effect("says of several partners what their statements say", () =>
    Effect.gen(function* () {
      const equity = yield* opened;
      yield* equity.record(gift({ benefit: "L" }));
      yield* TestClock.adjust("20 days");
      yield* equity.record(gift({ from: ben, to: "me", asked: true }));
      yield* equity.ask(askDraft({ cost: "S" }));
      yield* TestClock.adjust("20 days");
      const standings = yield* equity.standings([ben, ana]);
      assert.deepEqual(
        standings.map((standing) => standing.partnerId),
        [ben, ana],
      );
      for (const standing of standings) {
        const statement = yield* equity.statement(standing.partnerId, null);
        assert.closeTo(standing.equity, statement.equity, 1e-9);
        assert.closeTo(standing.capacity, statement.capacity, 1e-9);
        assert.strictEqual(standing.reserved, statement.reserved);
        assert.strictEqual(standing.gifts, statement.gifts);
      }
      assert.deepEqual(
        standings.map(({ lastEntryAt }) => lastEntryAt),
        [instant(20), instant(0)],
      );
    }).pipe(Effect.provide(cautious)),
  );

  it.effect("takes an entry a little ahead of the clock as of its own instant", () =>
    Effect.gen(function* () {
      const equity = yield* opened;
      yield* equity.record(gift({ at: new Date(startMs + 300_000).toISOString() }));
      const [standing] = yield* equity.standings([ana]);
      assert.strictEqual(standing?.equity, 9);
    }).pipe(Effect.provide(cautious)),
  );

  it.effect("is nothing for a partner without entries", () =>
    Effect.gen(function* () {
      const equity = yield* opened;
      assert.deepEqual(yield* equity.standings([]), []);
      assert.deepEqual(yield* equity.standings([ana]), [
        { partnerId: ana, equity: 0, reserved: 0, capacity: 0, gifts: 0, lastEntryAt: null },
      ]);
    }).pipe(Effect.provide(cautious)),
  );
});

describe("series", () => {
  it.effect("draws the curve from the first entry until now, naming what made each step", () =>
    Effect.gen(function* () {
      const equity = yield* opened;
      yield* equity.record(gift({ id: entryId(1) }));
      yield* TestClock.adjust("10 days");
      yield* equity.record(gift({ id: entryId(2), from: ana, to: "me", asked: true, cost: 1 }));
      yield* TestClock.adjust("10 days");
      const series = yield* equity.series(ana, { from: null, to: null, samples: 4 });
      assert.deepStrictEqual(StatementSeries.parse(series), series);
      assert.deepEqual([series.from, series.to], [instant(0), instant(20)]);
      const drawn = curveOf(
        [
          { atMs: startMs, amount: 9 },
          { atMs: startMs + 10 * dayMs, amount: -2 },
        ],
        { fromMs: startMs, toMs: startMs + 20 * dayMs, samples: 4 },
        cautiousPreset,
      );
      assert.deepEqual(
        series.points.map((point) => [point.at, point.equity]),
        drawn.map((point) => [new Date(point.atMs).toISOString(), equityOf(point)]),
      );
      const named = series.points.flatMap(({ entryId }) => (entryId === null ? [] : [entryId]));
      assert.deepEqual(named, [entryId(1), entryId(2)]);
    }).pipe(Effect.provide(cautious)),
  );

  it.effect("makes one step of the entries of one instant, and none of one taken back", () =>
    Effect.gen(function* () {
      const equity = yield* opened;
      yield* equity.record(gift({ id: entryId(1) }));
      yield* equity.record(gift({ id: entryId(2) }));
      yield* TestClock.adjust("1 day");
      yield* equity.record(gift({ id: entryId(3) }));
      yield* equity.record(gift({ id: entryId(4), from: ana, to: "me" }));
      yield* equity.reverse(entryId(3), {});
      const { points } = yield* equity.series(ana, { from: null, to: null, samples: 2 });
      const steps = points.filter(({ entryId }) => entryId !== null);
      assert.deepEqual(
        steps.map(({ entryId, equity }) => [entryId, equity]),
        [[entryId(1), 18]],
      );
    }).pipe(Effect.provide(cautious)),
  );

  it.effect("shows samples only, where there would be more steps than one can see", () =>
    Effect.gen(function* () {
      const equity = yield* opened;
      for (let step = 1; step <= 401; step++) {
        yield* TestClock.adjust("1 minute");
        yield* equity.record(gift({ id: entryId(step), benefit: 1 }));
      }
      const whole = yield* equity.series(ana, { from: null, to: null, samples: 10 });
      assert.lengthOf(whole.points, 11);
      const second = Instant.parse(new Date(startMs + 120_000).toISOString());
      const part = yield* equity.series(ana, { from: second, to: null, samples: 10 });
      assert.lengthOf(part.points, 11 + 2 * 400);
    }).pipe(Effect.provide(cautious)),
  );

  it.effect("refuses a window that ends before it begins", () =>
    Effect.gen(function* () {
      const equity = yield* opened;
      const window = { from: instant(1), to: instant(0), samples: 2 };
      const refused = yield* Effect.flip(equity.series(ana, window));
      assert.deepNestedInclude(refused, { _tag: "InputInvalid", "issues[0].pointer": "/from" });
      const point = yield* equity.series(ana, { from: instant(0), to: instant(0), samples: 2 });
      assert.lengthOf(point.points, 3);
    }).pipe(Effect.provide(cautious)),
  );
});
