import { assert, describe, it } from "@effect/vitest";
import * as Arbitrary from "effect/Arbitrary";
import {
  dayMs,
  giveFirst,
  mayAsk,
  type RankedMove,
  type MovesPolicy,
  nextMoves,
  partnerPreset,
  type Relationship,
  sizesEp,
} from "@comity/domain/equity/rules";
import * as z from "zod";
import { arbitraryOf } from "../../support/arbitrary.ts";
import { shuffled } from "../../support/ledgers.ts";

const { XS, S, M, L } = sizesEp;

/** Without grace, so that a threshold is where the formula puts it. */
const policy: MovesPolicy = { ...partnerPreset, grace: 0 };
const nowMs = 1000 * dayMs;
const daysAgo = (days: number): number => nowMs - days * dayMs;

/** Two gifts a while ago that pay for a small ask, and no ask so far. */
const friend = (given: Partial<Relationship> = {}): Relationship => ({
  partnerId: "ana",
  segment: "maybe",
  equity: 18,
  reserved: 0,
  trust: 0.5,
  gifts: 2,
  given: 6,
  received: 0,
  asksAnswered: 0,
  lastGiftAtMs: daysAgo(20),
  lastAskAtMs: null,
  lastAskSizeEp: null,
  hasOpenAsk: false,
  lastContactAtMs: daysAgo(20),
  cadenceDays: 30,
  ...given,
});

/** Somebody one has never given anything. */
const stranger = (given: Partial<Relationship> = {}): Relationship =>
  friend({
    equity: 0,
    gifts: 0,
    given: 0,
    lastGiftAtMs: null,
    lastContactAtMs: null,
    ...given,
  });

/** Somebody who granted a small and a middle ask, long enough ago. */
const giver = (given: Partial<Relationship> = {}): Relationship =>
  friend({
    equity: 54,
    gifts: 8,
    given: 40,
    received: 60,
    asksAnswered: 2,
    lastAskAtMs: daysAgo(20),
    lastAskSizeEp: M,
    ...given,
  });

const many = (count: number, one: (partnerId: string) => Relationship) =>
  Array.from({ length: count }, (_, at) => one(`p${String(at).padStart(3, "0")}`));

const moves = (
  relationships: ReadonlyArray<Relationship>,
  budgetEp = 36,
  changed: Partial<MovesPolicy> = {},
): ReadonlyArray<RankedMove> =>
  nextMoves(relationships, budgetEp, { ...policy, ...changed }, nowMs);

/** The one move with one partner, or undefined. */
const moveFor = (one: Relationship, changed: Partial<MovesPolicy> = {}): RankedMove | undefined => {
  const found = moves([one], 36, changed);
  assert.isAtMost(found.length, 1);
  return found[0];
};

const costOf = (list: ReadonlyArray<RankedMove>): number =>
  list.reduce((sum, { costEp }) => sum + costEp, 0);

describe("an ask", () => {
  it("is due after two gifts that cover it", () => {
    assert.deepInclude(moveFor(friend()), {
      kind: "ask",
      partnerId: "ana",
      costEp: XS,
      sizeEp: S,
      because: ["earned"],
    });
    assert.strictEqual(moveFor(friend({ gifts: 1 }))?.kind, "give");
    assert.deepEqual(moveFor(friend({ gifts: 1 }))?.because, ["needs-second-gift"]);
    assert.strictEqual(moveFor(friend({ gifts: 1 }), { giftsBeforeFirstAsk: 1 })?.kind, "ask");
  });

  it("is covered by what stands, to the last ep, less what open asks hold", () => {
    assert.strictEqual(moveFor(friend({ equity: 6 }))?.kind, "ask");
    assert.deepEqual(moveFor(friend({ equity: 6 - 1e-6 }))?.because, ["builds-towards-ask"]);
    assert.strictEqual(moveFor(friend({ equity: 7, reserved: 1 }))?.kind, "ask");
    assert.strictEqual(moveFor(friend({ equity: 7, reserved: 1.1 }))?.kind, "give");
    assert.strictEqual(moveFor(friend({ equity: 6 }), { slack: 1.1 })?.kind, "give");
    assert.strictEqual(moveFor(friend({ equity: 4 }), { overdraft: 2 })?.kind, "ask");
  });

  it("leaves fourteen days after the last one", () => {
    assert.strictEqual(moveFor(giver({ lastAskAtMs: daysAgo(14) }))?.kind, "ask");
    assert.isUndefined(moveFor(giver({ lastAskAtMs: daysAgo(13.99) })));
    const short = moveFor(giver({ equity: 50, lastAskAtMs: daysAgo(13.99) }));
    assert.deepEqual(short?.because, ["builds-towards-ask", "asked-recently"]);
  });

  it("comes sooner where the learned slack says so, and never later", () => {
    const asked = (days: number) => giver({ equity: 200, lastAskAtMs: daysAgo(days) });
    assert.strictEqual(moveFor(asked(7), { slack: 0.5 })?.kind, "ask");
    assert.isUndefined(moveFor(asked(6.99), { slack: 0.5 }));
    assert.strictEqual(moveFor(asked(14), { slack: 3 })?.kind, "ask");
  });

  it("grows by a size after a yes to the one before, up to half a morning", () => {
    const sizeAfter = (lastAskSizeEp: number | null) =>
      moveFor(giver({ equity: 500, lastAskSizeEp }))?.sizeEp;
    assert.deepEqual([null, XS, S, M, L, 81].map(sizeAfter), [S, S, M, L, L, L]);
    assert.deepEqual(moveFor(giver({ equity: 500 }))?.because, ["earned", "ladder"]);
    assert.deepEqual(moveFor(giver({ equity: 500, lastAskSizeEp: L }))?.because, ["earned"]);
  });

  it("is made smaller when the next size stays out of reach for long", () => {
    const short = (days: number) => moveFor(giver({ equity: 50, lastAskAtMs: daysAgo(days) }));
    assert.strictEqual(short(55.9)?.kind, "give");
    assert.deepInclude(short(56), { kind: "ask", sizeEp: M, because: ["earned"] });
  });

  it("waits for the answer to an open one, while gifts go on", () => {
    assert.isUndefined(moveFor(friend({ hasOpenAsk: true })));
    const waiting = moveFor(friend({ equity: 8, reserved: 6, hasOpenAsk: true }));
    assert.strictEqual(waiting?.kind, "give");
    assert.deepEqual(waiting?.because, ["builds-towards-ask", "ask-is-open"]);
  });

  it("counts for more when it is not covered for much longer", () => {
    const lasting = (days: number) =>
      moveFor(friend({ equity: giveFirst(6, days, policy) })) ?? assert.fail("no move");
    assert.deepEqual(lasting(14.001).because, ["earned"]);
    assert.deepEqual(lasting(13.999).because, ["earned", "window-closing"]);
    assert.isAbove(lasting(13.999).score, lasting(14.001).score);
  });

  it("is never made of someone for whom it is not the time", () => {
    assert.strictEqual(moveFor(friend({ segment: "not-now", gifts: 1 }))?.kind, "give");
    assert.strictEqual(moveFor(giver({ gifts: 1 }))?.kind, "ask");
    assert.isUndefined(moveFor(giver({ gifts: 1, segment: "not-now" })));
  });

  it("stops after three answers that brought less than went in", () => {
    const answered = (received: number, asksAnswered = 3) =>
      moveFor(giver({ given: 40, received, asksAnswered }));
    assert.strictEqual(answered(40)?.kind, "ask");
    assert.strictEqual(answered(39.9, 2)?.kind, "ask");
    assert.deepInclude(answered(39.9), { kind: "stop-asking", costEp: 0, because: ["low-yield"] });
    const gone = giver({ equity: 10, received: 0, asksAnswered: 3 });
    assert.isUndefined(moveFor(gone), "no gift either");
    assert.strictEqual(moveFor({ ...gone, lastContactAtMs: daysAgo(30) })?.kind, "keep-in-touch");
  });
});

describe("a gift", () => {
  it("is as large as what the next ask is short of, up to three quarters of an hour", () => {
    // A small one is worth 9 to them, so it makes up for that much.
    assert.deepInclude(moveFor(giver({ equity: 45 })), { kind: "give", costEp: S, sizeEp: 9 });
    assert.deepInclude(moveFor(giver({ equity: 44.9 })), { kind: "give", costEp: M, sizeEp: 27 });
    assert.deepInclude(moveFor(giver({ equity: -100 })), { costEp: M });
    assert.deepInclude(moveFor(friend({ equity: -100, gifts: 1 })), { costEp: S }, "the second");
  });

  it("comes at most once a week to the same person", () => {
    assert.strictEqual(moveFor(giver({ equity: 10, lastGiftAtMs: daysAgo(7) }))?.kind, "give");
    assert.isUndefined(moveFor(giver({ equity: 10, lastGiftAtMs: daysAgo(6.99) })));
  });

  it("never comes a third time to someone for whom it stays not the time", () => {
    const notNow = (gifts: number) => moveFor(friend({ segment: "not-now", equity: 1, gifts }));
    assert.strictEqual(notNow(1)?.kind, "give");
    assert.isUndefined(notNow(2));
    assert.isUndefined(moveFor(friend({ segment: "not-now", lastContactAtMs: daysAgo(90) })));
  });

  it("goes to the likelier ones first", () => {
    const order: Array<Relationship["segment"]> = [
      "ideal",
      "promising",
      "maybe",
      "unknown",
      "not-now",
    ];
    const some = order
      .toReversed()
      .map((segment) => friend({ partnerId: segment, segment, gifts: 1 }));
    assert.deepEqual(
      moves(some).map(({ partnerId }) => partnerId),
      order,
    );
    const strangers = some.map((one) =>
      stranger({ partnerId: one.partnerId, segment: one.segment }),
    );
    assert.deepEqual(
      moves(strangers, 45).map(({ partnerId }) => partnerId),
      order,
    );
  });

  it("goes to those whose yes is worth more", () => {
    const worth = (partnerId: string, guess: number) => friend({ partnerId, guess, gifts: 1 });
    const [first] = moves([worth("ana", 1), worth("ben", 3)]);
    assert.strictEqual(first?.partnerId, "ben");
  });

  it("gets smaller where the budget holds no more", () => {
    const sizes = (budgetEp: number) =>
      moves([giver({ equity: 1 })], budgetEp).map(({ costEp, sizeEp }) => [costEp, sizeEp]);
    assert.deepEqual(sizes(9), [[M, 27]]);
    assert.deepEqual(sizes(8.9), [[S, 9]]);
    assert.deepEqual(sizes(2.9), [[XS, 3]]);
    assert.deepEqual(sizes(0.9), []);
  });
});

describe("a first gift", () => {
  const firsts = (list: ReadonlyArray<RankedMove>) =>
    list.filter(({ kind }) => kind === "first-gift");

  it("goes to people one is new to, from a third of the budget", () => {
    const all = [
      ...many(20, (partnerId) => stranger({ partnerId, segment: "promising" })),
      ...many(10, (id) => friend({ partnerId: `known-${id}`, gifts: 1 })),
    ];
    const found = moves(all, 36);
    assert.strictEqual(costOf(firsts(found)), 12);
    assert.deepEqual(firsts(found)[0]?.because, ["new-prospect"]);
    assert.strictEqual(costOf(found), 36);
    assert.strictEqual(costOf(firsts(moves(all, 36, { newProspectShare: 0.5 }))), 18);
    assert.deepEqual(firsts(moves(all, 36, { newProspectShare: 0 })), []);
  });

  it("is small, and the smallest where a third of the budget is less", () => {
    const costs = (budgetEp: number) => moves([stranger()], budgetEp).map(({ costEp }) => costEp);
    assert.deepEqual([9, 8.9, 3, 2.9].map(costs), [[S], [XS], [XS], []]);
  });

  it("leaves to the others what it does not need", () => {
    const known = many(20, (partnerId) => friend({ partnerId, gifts: 1 }));
    assert.strictEqual(costOf(moves(known, 36)), 36);
  });

  it("is none where something was asked before, or stands from before the ledger", () => {
    assert.strictEqual(moveFor(stranger())?.kind, "first-gift");
    assert.deepEqual(moveFor(stranger({ equity: 9 }))?.because, ["needs-second-gift", "silence"]);
    const asked = stranger({ lastAskAtMs: daysAgo(30), asksAnswered: 1 });
    assert.strictEqual(moveFor(asked)?.kind, "give");
    assert.strictEqual(moveFor(stranger({ hasOpenAsk: true }))?.kind, "give");
  });
});

describe("the circle", () => {
  it("holds fifteen, the worthiest", () => {
    const maybes = many(16, (partnerId) => friend({ partnerId }));
    const asked = moves(maybes, 100).map(({ partnerId }) => partnerId);
    assert.lengthOf(asked, 15);
    assert.notInclude(asked, "p015");
    const better = [...maybes, friend({ partnerId: "zoe", segment: "ideal" })];
    assert.strictEqual(moves(better, 100)[0]?.partnerId, "zoe");
    assert.lengthOf(moves(better, 100), 15);
    assert.lengthOf(moves(maybes, 100, { activeCircleMax: 3 }), 3);
  });

  it("keeps those in whom more stands, where all else is equal", () => {
    const rich = friend({ partnerId: "zoe", equity: 17 });
    const poor = friend({ partnerId: "ana", equity: 7 });
    assert.strictEqual(moves([poor, rich], 36, { activeCircleMax: 1 })[0]?.partnerId, "zoe");
  });

  it("has no place for those who bring less than they take", () => {
    const spent = giver({ partnerId: "ana", segment: "ideal", received: 0, asksAnswered: 3 });
    const found = moves([spent, friend({ partnerId: "ben" })], 36, { activeCircleMax: 1 });
    assert.deepEqual(
      found.map(({ kind, partnerId }) => [kind, partnerId]),
      [
        ["ask", "ben"],
        ["stop-asking", "ana"],
      ],
    );
  });

  it("does not mean silence for the others", () => {
    const outside = friend({ partnerId: "ben", segment: "unknown" });
    const wordAfter = (days: number) =>
      moves([friend(), { ...outside, lastContactAtMs: daysAgo(days) }], 36, {
        activeCircleMax: 1,
      })[1];
    assert.isUndefined(wordAfter(29.9));
    assert.deepInclude(wordAfter(30), {
      kind: "keep-in-touch",
      partnerId: "ben",
      costEp: XS,
      because: ["silence"],
    });
  });
});

const Drawn = z.strictObject({
  segment: z.enum(["ideal", "promising", "maybe", "not-now", "unknown"]),
  equity: z.int().min(-20).max(120),
  reserved: z.literal([0, 6]),
  gifts: z.int().min(0).max(5),
  given: z.int().min(0).max(40),
  received: z.int().min(0).max(40),
  asksAnswered: z.int().min(0).max(4),
  giftDays: z.int().min(0).max(60),
  askDays: z.int().min(0).max(60),
  lastAskSizeEp: z.literal([3, 9, 27]).nullable(),
  hasOpenAsk: z.boolean(),
});

const anyState = Arbitrary.map(arbitraryOf(z.array(Drawn).max(40)), (drawn) =>
  drawn.map(({ giftDays, askDays, ...rest }, at): Relationship => {
    const hasAsked = rest.asksAnswered > 0 || rest.hasOpenAsk;
    return friend({
      ...rest,
      partnerId: `p${at}`,
      lastGiftAtMs: rest.gifts > 0 ? daysAgo(giftDays) : null,
      lastAskAtMs: hasAsked ? daysAgo(askDays) : null,
      lastContactAtMs: daysAgo(Math.min(giftDays, askDays)),
    });
  }),
);
const anyBudget = arbitraryOf(z.int().min(0).max(120));
const anyKeys = arbitraryOf(z.array(z.int().min(0).max(1000)).min(40).max(40));

describe("nextMoves", () => {
  it.prop("never costs more than the budget", [anyState, anyBudget], ([state, budgetEp]) => {
    assert.isAtMost(costOf(moves(state, budgetEp)), budgetEp);
  });

  it.prop(
    "ranks the same moves alike, in whatever order people come",
    [anyState, anyKeys],
    ([state, keys]) => {
      assert.deepEqual(moves(shuffled(state, keys)), moves(state));
    },
  );

  it.prop("has one move for each partner, the best first", [anyState], ([state]) => {
    const found = moves(state);
    assert.lengthOf(new Set(found.map(({ partnerId }) => partnerId)), found.length);
    assert.deepEqual(
      found.map(({ score }) => score),
      found.map(({ score }) => score).toSorted((a, b) => b - a),
    );
  });

  it.prop("asks only for what is earned, and of no more than the circle", [anyState], ([state]) => {
    const found = moves(state, 1000);
    const active = found.filter(({ kind }) => kind === "ask" || kind === "give");
    assert.isAtMost(active.length, policy.activeCircleMax);
    for (const { partnerId, sizeEp } of found.filter(({ kind }) => kind === "ask")) {
      const one = state.find((other) => other.partnerId === partnerId) ?? assert.fail(partnerId);
      assert.isFalse(one.hasOpenAsk);
      const terms = {
        cost: sizeEp,
        offer: 0,
        evidence: "estimated",
        firstAsk: one.asksAnswered === 0,
      } as const;
      assert.strictEqual(mayAsk({ ...one, ...terms }, policy).verdict, "earned");
    }
  });

  it("has nothing to say to nobody, and without a budget", () => {
    assert.deepEqual(moves([]), []);
    assert.deepEqual(moves([friend(), stranger({ partnerId: "ben" })], 0), []);
  });
});
