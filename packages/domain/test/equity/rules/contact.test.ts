import { assert, describe, it } from "@effect/vitest";
import {
  contactHalfLifeDays,
  contactScore,
  dayMs,
  lomaxSilence,
  recencyOf,
  silenceOf,
  streakGraceCadences,
  streakOf,
  tenureDays,
} from "@comity/domain/equity/rules";
import * as z from "zod";
import { arbitraryOf } from "../../support/arbitrary.ts";
import { assertClose } from "../../support/close.ts";
import { anyAmounts, anyKeys, anyMomentMs, anySpanMs, shuffled } from "../../support/ledgers.ts";

const ms = (days: number): number => days * dayMs;

const anyTimes = arbitraryOf(
  z.array(z.int().min(0).max(400)).max(20).meta({ description: "quarter days" }),
);

const msOf = (quarters: ReadonlyArray<number>) => quarters.map((quarter) => ms(quarter / 4));

describe("silenceOf", () => {
  const stateAfter = (gapDays: number, slipping = false) =>
    silenceOf({ gapDays, cadenceDays: 30, slipping }).state;

  it("changes at one, two and three cadences, each included", () => {
    for (const [cadences, before, from] of [
      [1, "ok", "due"],
      [2, "due", "late"],
      [3, "late", "hiding"],
    ] as const) {
      const gapDays = 30 * cadences;
      assert.strictEqual(stateAfter(gapDays), from);
      assert.strictEqual(stateAfter(gapDays + 1e-6), from);
      assert.strictEqual(stateAfter(gapDays - 1e-12), from);
      assert.strictEqual(stateAfter(gapDays - 1e-6), before);
    }
    assert.strictEqual(stateAfter(0), "ok");
    assert.strictEqual(stateAfter(3000), "hiding");
  });

  it("wants news twice as often while something slips", () => {
    assert.strictEqual(stateAfter(15, true), "due");
    assert.strictEqual(stateAfter(15 - 1e-6, true), "ok");
    assert.strictEqual(stateAfter(45, true), "hiding");
    assert.strictEqual(silenceOf({ gapDays: 50, cadenceDays: 30, slipping: true }).ratio, 50 / 15);
  });

  it("counts tenths of days as people do", () => {
    const gapDays = 0.1 + 0.1 + 0.1;
    const { state } = silenceOf({ gapDays: gapDays - 1e-16, cadenceDays: 0.1, slipping: false });
    assert.strictEqual(state, "hiding");
  });

  it("says how likely it is by chance: one in twenty after three cadences", () => {
    const { ratio, pPoisson } = silenceOf({ gapDays: 90, cadenceDays: 30, slipping: false });
    assert.strictEqual(ratio, 3);
    assert.closeTo(pPoisson, 0.049787068367863944, 1e-15);
    assert.strictEqual(silenceOf({ gapDays: 0, cadenceDays: 30, slipping: false }).pPoisson, 1);
  });
});

describe("lomaxSilence", () => {
  const once = { contacts: 1, gapDays: 30 };

  it("learns from how often there was contact", () => {
    const often = lomaxSilence({ contacts: 10, days: 300, gapDays: 90 }, once);
    assert.closeTo(often, 0.07045489050239752, 1e-15);
    const seldom = lomaxSilence({ contacts: 2, days: 300, gapDays: 90 }, once);
    assert.isAbove(seldom, often);
  });

  it("starts from what is expected", () => {
    assert.closeTo(lomaxSilence({ contacts: 0, days: 0, gapDays: 30 }, once), 0.5, 1e-15);
    assert.strictEqual(lomaxSilence({ contacts: 0, days: 0, gapDays: 0 }, once), 1);
  });

  it("comes to what chance alone says, the surer it is", () => {
    const sure = { contacts: 1e9, gapDays: 30 };
    const p = lomaxSilence({ contacts: 3, days: 90, gapDays: 60 }, sure);
    assert.closeTo(p, silenceOf({ gapDays: 60, cadenceDays: 30, slipping: false }).pPoisson, 1e-8);
  });

  it.prop(
    "is a probability that falls as the silence lasts, in any unit of time",
    [
      arbitraryOf(
        z.strictObject({
          contacts: z.int().min(0).max(1000),
          days: z.number().min(0).max(3650),
          gapDays: z.number().min(0).max(3650),
        }),
      ),
      arbitraryOf(z.strictObject({ contacts: z.number().min(0.1), gapDays: z.number().min(0.1) })),
    ],
    ([seen, prior]) => {
      const p = lomaxSilence(seen, prior);
      assert.isAtLeast(p, 0);
      assert.isAtMost(p, 1);
      assert.isAtMost(lomaxSilence({ ...seen, gapDays: seen.gapDays + 1 }, prior), p);
      const doubled = { ...seen, days: 2 * seen.days, gapDays: 2 * seen.gapDays };
      assert.strictEqual(lomaxSilence(doubled, { ...prior, gapDays: 2 * prior.gapDays }), p);
    },
  );
});

describe("streakOf", () => {
  const streak = (days: ReadonlyArray<number>, now: number, grace?: number) =>
    streakOf(days.map(ms), ms(now), 30, grace);

  it("counts back from now, to the first gap that is too long", () => {
    assert.strictEqual(streak([0, 30, 58, 120, 150, 185], 200), 3);
    assert.strictEqual(streak([0, 45, 90], 100), 3);
    assert.strictEqual(streak([0], 10), 1);
    assert.strictEqual(streak([], 5), 0);
  });

  it("allows one and a half cadences, to the millisecond", () => {
    assert.strictEqual(streakGraceCadences, 1.5);
    assert.strictEqual(streak([0, 45], 45), 2);
    assert.strictEqual(streakOf([0, ms(45) + 1], ms(45) + 1, 30), 1);
    assert.strictEqual(streak([0], 45), 1);
    assert.strictEqual(streakOf([0], ms(45) + 1, 30), 0);
    assert.strictEqual(streak([0, 30], 30, 1), 2);
    assert.strictEqual(streak([0, 31], 31, 1), 1);
  });

  it("counts tenths as people do", () => {
    assert.strictEqual(streakOf([0, 6_048_000], 6_048_000, 0.1, 0.7), 2);
  });

  it("counts contacts of one instant each, and none that is still to come", () => {
    assert.strictEqual(streak([10, 10, 10], 10), 3);
    assert.strictEqual(streak([10, 20], 15), 1);
    assert.strictEqual(streak([20], 15), 0);
  });

  it("leaves the list that it is given as it was", () => {
    const times = Object.freeze([ms(1), ms(3), ms(2)]);
    assert.strictEqual(streakOf(times, ms(3), 30), 3);
  });

  it.prop(
    "is the longest run that may be shown, in any order, at any time, in any unit",
    [anyTimes, anyKeys, arbitraryOf(z.int().min(0).max(440)), arbitraryOf(z.int().min(1).max(60))],
    ([quarters, keys, nowQuarters, cadenceDays]) => {
      const times = msOf(quarters);
      const nowMs = ms(nowQuarters / 4);
      const found = streakOf(times, nowMs, cadenceDays);
      const past = times.filter((atMs) => atMs <= nowMs).toSorted((a, b) => a - b);
      const isRun = (count: number): boolean => {
        const run = [...past.slice(past.length - count), nowMs];
        return run.slice(1).every((at, index) => at - (run[index] ?? 0) <= ms(1.5 * cadenceDays));
      };
      const runs = Array.from({ length: past.length + 1 }, (_, count) => count).filter(isRun);
      assert.strictEqual(found, Math.max(...runs));
      assert.strictEqual(streakOf(shuffled(times, keys), nowMs, cadenceDays), found);
      const moved = times.map((atMs) => atMs - ms(1000));
      assert.strictEqual(streakOf(moved, nowMs - ms(1000), cadenceDays), found);
      const slower = times.map((atMs) => 3 * atMs);
      assert.strictEqual(streakOf(slower, 3 * nowMs, 3 * cadenceDays), found);
    },
  );
});

describe("tenureDays", () => {
  it("counts from the first day, and never backwards", () => {
    assert.strictEqual(tenureDays(ms(3), ms(10.5)), 7.5);
    assert.strictEqual(tenureDays(ms(3), ms(3)), 0);
    assert.strictEqual(tenureDays(ms(4), ms(3)), 0);
  });
});

describe("contactScore", () => {
  it("counts a contact half after 110 days, and none that is still to come", () => {
    assert.strictEqual(contactHalfLifeDays, 110);
    assert.strictEqual(contactScore([0, ms(110), ms(221)], ms(220)), 0.25 + 0.5);
    assert.strictEqual(contactScore([0], 0), 1);
    assert.strictEqual(contactScore([], 0), 0);
    assert.strictEqual(contactScore([0], ms(30), 30), 0.5);
  });

  it.prop(
    "is the same in any order, and at any time, and fades as a whole",
    [anyTimes, anyKeys, anySpanMs],
    ([quarters, keys, laterMs]) => {
      const times = msOf(quarters);
      const nowMs = ms(100);
      const score = contactScore(times, nowMs);
      assertClose(contactScore(shuffled(times, keys), nowMs), score);
      const moved = times.map((atMs) => atMs + laterMs);
      assertClose(contactScore(moved, nowMs + laterMs), score);
      const fadedTo = score * 2 ** (-laterMs / dayMs / 110);
      assertClose(contactScore(times, nowMs + laterMs), fadedTo);
    },
  );
});

describe("recencyOf", () => {
  const gifts = [
    { atMs: ms(110), amount: 3 },
    { atMs: 0, amount: 9 },
    { atMs: ms(500), amount: 81 },
  ];

  it("is how long ago, how often, and how much", () => {
    const { daysSince, frequency, worth } = recencyOf(gifts, ms(220));
    assert.strictEqual(daysSince, 110);
    assert.strictEqual(frequency, 0.75);
    assertClose(worth ?? 0, (9 * 0.25 + 3 * 0.5) / 0.75);
  });

  it("is nothing before the first, and knows a worth long after the last", () => {
    assert.deepEqual(recencyOf(gifts, -1), { daysSince: null, frequency: 0, worth: null });
    assert.strictEqual(recencyOf(gifts, 0).worth, 9);
    const late = recencyOf(gifts.slice(0, 2), ms(1e6));
    assert.strictEqual(late.frequency, 0);
    assertClose(late.worth ?? 0, 5);
  });

  it.prop(
    "is F of MODEL 2.5 for the count, and a mean that lies between the amounts",
    [anyAmounts, anyKeys, anyMomentMs],
    ([amounts, keys, nowMs]) => {
      const { daysSince, frequency, worth } = recencyOf(amounts, nowMs);
      const past = amounts.filter(({ atMs }) => atMs <= nowMs);
      const times = past.map(({ atMs }) => atMs);
      assertClose(frequency, contactScore(times, nowMs));
      assert.strictEqual(worth === null, past.length === 0);
      if (worth === null || daysSince === null) return;
      assert.strictEqual(daysSince, (nowMs - Math.max(...times)) / dayMs);
      assert.isAtLeast(worth, Math.min(...past.map(({ amount }) => amount)) - 1e-9);
      assert.isAtMost(worth, Math.max(...past.map(({ amount }) => amount)) + 1e-9);
      assertClose(recencyOf(shuffled(amounts, keys), nowMs).worth ?? 0, worth);
      const larger = amounts.map((one) => ({ ...one, amount: 3 * one.amount }));
      assertClose(recencyOf(larger, nowMs).worth ?? 0, 3 * worth);
    },
  );
});
