import { assert, describe, it } from "@effect/vitest";
import { dayMs, lastTouchOf, longSilenceOf } from "@comity/domain/equity/rules";

const nowMs = 1000 * dayMs;
const daysAgo = (days: number): number => nowMs - days * dayMs;

describe("lastTouchOf", () => {
  const mine = daysAgo(10);
  const theirs = daysAgo(5);

  it("is nothing where there was neither gift nor contact", () => {
    assert.isNull(lastTouchOf({ lastGiftMs: null, lastEntryMs: null, lastContact: null }));
  });

  it("tells by who gave last whose turn it was", () => {
    const byMe = { lastGiftMs: mine, lastEntryMs: mine, lastContact: null };
    assert.deepEqual(lastTouchOf(byMe), { atMs: mine, by: "me" });
    const byThem = { lastGiftMs: mine, lastEntryMs: theirs, lastContact: null };
    assert.deepEqual(lastTouchOf(byThem), { atMs: theirs, by: "them" });
    const onlyTheirs = { lastGiftMs: null, lastEntryMs: theirs, lastContact: null };
    assert.deepEqual(lastTouchOf(onlyTheirs), { atMs: theirs, by: "them" });
  });

  it("takes the later one of gift and contact, and of two at once the contact", () => {
    const seen = { lastGiftMs: mine, lastEntryMs: theirs };
    for (const [days, expected] of [
      [6, { atMs: theirs, by: "them" }],
      [5, { atMs: theirs, by: "both" }],
      [4, { atMs: daysAgo(4), by: "both" }],
    ] as const) {
      const lastContact = { atMs: daysAgo(days), by: "both" } as const;
      assert.deepEqual(lastTouchOf({ ...seen, lastContact }), expected);
    }
    const lastContact = { atMs: mine, by: "them" } as const;
    assert.deepEqual(
      lastTouchOf({ lastGiftMs: null, lastEntryMs: null, lastContact }),
      lastContact,
    );
  });
});

describe("longSilenceOf", () => {
  const after = (days: number, by: "me" | "them" | "both" = "both") =>
    longSilenceOf({ atMs: daysAgo(days), by }, 30, nowMs);

  it("begins with the cadence, to the moment", () => {
    assert.isNull(longSilenceOf(null, 30, nowMs));
    for (const [days, state] of [
      [0, undefined],
      [29.999, undefined],
      [30, "due"],
      [59.999, "due"],
      [60, "late"],
      [89.999, "late"],
      [90, "hiding"],
    ] as const) {
      assert.strictEqual(after(days)?.state, state, `${days} days`);
    }
    assert.deepEqual(after(45), { whose: "both", days: 45, ratio: 1.5, state: "due" });
  });

  it("is mine where they were in touch last", () => {
    assert.deepEqual(
      (["me", "both", "them"] as const).map((by) => after(40, by)?.whose),
      ["both", "both", "mine"],
    );
  });

  it("does not mind a contact that is a moment ahead of the clock", () => {
    assert.isNull(after(-0.001));
  });
});
