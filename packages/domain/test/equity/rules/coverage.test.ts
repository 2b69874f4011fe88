import { assert, describe, it } from "@effect/vitest";
import * as Arbitrary from "effect/Arbitrary";
import {
  accountAt,
  type AskPolicy,
  type AskTerms,
  capacityOf,
  cautiousPreset,
  dayMs,
  emptyAccount,
  equityOf,
  mayAsk,
  partnerPreset,
  reservationOf,
  smallestGifts,
  trustOf,
} from "@comity/domain/equity/rules";
import { amountEpMax, Coverage, EquityPolicy } from "@comity/domain/equity/schema";
import * as z from "zod";
import { arbitraryOf } from "../../support/arbitrary.ts";
import { assertClose } from "../../support/close.ts";

/** Without grace, so that a threshold is where the formula puts it. */
const partner: EquityPolicy = { ...partnerPreset, grace: 0 };
const cautious: EquityPolicy = { ...cautiousPreset, grace: 0 };

const terms = (given: Partial<AskTerms> = {}): AskTerms => ({
  equity: 18,
  reserved: 0,
  cost: 9,
  offer: 0,
  trust: 0.5,
  evidence: "estimated",
  gifts: 2,
  firstAsk: true,
  ...given,
});

const short = (by: number) => mayAsk(terms({ equity: 18 - by }), partner);

const held = (reserved: number) => mayAsk(terms({ equity: 24, reserved }), partner);

const stranger = (offer: number) => mayAsk(terms({ equity: 0, cost: 3, offer }), cautious);

const sum = (list: ReadonlyArray<number>): number => list.reduce((a, b) => a + b, 0);

const benefitOf = (shortfall: number, q: number): number =>
  sum(smallestGifts(shortfall, q).map(({ benefit }) => benefit));

describe("trustOf", () => {
  it("starts in the middle, and counts every promise against two unknown ones", () => {
    assert.strictEqual(trustOf(0, 0), 0.5);
    assert.strictEqual(trustOf(8, 1), 9 / 11);
  });
});

describe("capacityOf", () => {
  it("divides what is free, allowance included, by how much an ask weighs", () => {
    const policy = { askWeight: 2, overdraft: 2 };
    assert.strictEqual(capacityOf(18, policy), 10);
    assert.strictEqual(capacityOf(18, { ...policy, slack: 0.5 }), 20);
  });

  it("is nothing, never less, when overdrawn beyond the allowance", () => {
    assert.strictEqual(capacityOf(-5, { askWeight: 2, overdraft: 5 }), 0);
    assert.strictEqual(capacityOf(-6, { askWeight: 2, overdraft: 5 }), 0);
  });
});

describe("reservationOf", () => {
  it("holds the weighed cost", () => {
    assert.strictEqual(reservationOf(9, partner), 18);
  });
});

describe("mayAsk", () => {
  it("lets an ask spend exactly what stands", () => {
    const coverage = mayAsk(terms(), partner);
    assert.deepEqual(coverage, {
      verdict: "earned",
      equity: 18,
      reserved: 0,
      offered: 0,
      needed: 18,
      after: 0,
      shortfall: 0,
      reasons: ["balance"],
      gifts: [],
      waitDays: 0,
      windowDays: 0,
      offerNeeded: 0,
    });
  });

  it("refuses at the smallest shortfall that is no rounding, and forgives rounding", () => {
    assert.strictEqual(short(1).verdict, "not-yet");
    assert.strictEqual(short(1e-9).verdict, "not-yet");
    assert.isAbove(short(1e-9).shortfall, 0);
    assert.strictEqual(short(5e-13).verdict, "earned");
    assert.strictEqual(short(5e-13).shortfall, 0);
  });

  it("forgives as much as the policy's grace, and no more", () => {
    const policy = { ...partner, grace: 0.25 };
    const edge = mayAsk(terms({ equity: 17.75 }), policy);
    assert.deepEqual([edge.verdict, edge.after, edge.shortfall], ["earned", -0.25, 0]);
    const past = mayAsk(terms({ equity: 17.5 }), policy);
    assert.deepEqual([past.verdict, past.shortfall], ["not-yet", 0.5]);
  });

  it("counts tenths as people do", () => {
    const tenths = terms({ equity: 0.1 + 0.2, cost: 0.15 });
    assert.strictEqual(mayAsk(tenths, partner).verdict, "earned");
    const down = terms({ equity: 0.7 - 0.1, cost: 0.3 });
    assert.strictEqual(mayAsk(down, partner).verdict, "earned");
  });

  it("is early with one gift, and earned with the second", () => {
    assert.strictEqual(mayAsk(terms({ gifts: 1 }), partner).verdict, "early");
    assert.deepEqual(mayAsk(terms({ gifts: 1 }), partner).reasons, ["balance", "few-gifts"]);
    assert.strictEqual(mayAsk(terms({ gifts: 2 }), partner).verdict, "earned");
  });

  it("counts gifts before the first ask only", () => {
    const later = terms({ gifts: 0, firstAsk: false });
    assert.strictEqual(mayAsk(later, partner).verdict, "earned");
  });

  it("is not yet, rather than early, when both are missing", () => {
    const coverage = mayAsk(terms({ equity: 10, gifts: 0 }), partner);
    assert.strictEqual(coverage.verdict, "not-yet");
    assert.strictEqual(coverage.shortfall, 8);
    assert.deepEqual(coverage.reasons, ["balance", "few-gifts", "shortfall"]);
  });

  it("leaves out what open asks hold", () => {
    assert.strictEqual(held(6).verdict, "earned");
    assert.deepEqual(held(6).reasons, ["balance", "reserved"]);
    assert.strictEqual(held(7).shortfall, 1);
  });

  it("counts an offer by trust and evidence", () => {
    assert.strictEqual(stranger(27).after, 4.125);
    assert.strictEqual(stranger(16).after, 0);
    assert.strictEqual(stranger(16).shortfall, 0);
    assert.strictEqual(stranger(9).after, -2.625);
    assert.strictEqual(stranger(9).shortfall, 2.625);
    assert.deepEqual(stranger(16).reasons, ["balance", "offer"]);
  });

  it("allows an overdraft, to its edge", () => {
    const policy = { ...partner, overdraft: 6 };
    const edge = mayAsk(terms({ equity: 12 }), policy);
    assert.strictEqual(edge.verdict, "earned");
    assert.strictEqual(edge.after, -6);
    assert.deepEqual(edge.reasons, ["balance", "overdraft"]);
    assert.strictEqual(mayAsk(terms({ equity: 11 }), policy).shortfall, 1);
  });

  it("asks for less where the learned slack is small", () => {
    const policy = { ...partner, slack: 0.5 };
    assert.strictEqual(mayAsk(terms({ equity: 9 }), policy).verdict, "earned");
    assert.strictEqual(mayAsk(terms({ equity: 8 }), policy).shortfall, 1);
  });

  it.prop(
    "covers exactly what the formula says, for whole numbers, which no rounding touches",
    [
      arbitraryOf(
        z.strictObject({
          equity: z.int().min(-100).max(300),
          reserved: z.int().min(0).max(50),
          cost: z.int().min(1).max(100),
          offer: z.int().min(0).max(50),
          overdraft: z.int().min(0).max(20),
        }),
      ),
    ],
    ([drawn]) => {
      const { equity, reserved, cost, offer, overdraft } = drawn;
      const coverage = mayAsk(terms({ ...drawn, trust: 0.5 }), { ...partner, overdraft });
      const after = equity - reserved + offer / 2 - 2 * cost;
      assert.strictEqual(coverage.after, after);
      assert.strictEqual(coverage.verdict === "not-yet", after < -overdraft);
      assert.strictEqual(coverage.shortfall, Math.max(0, -overdraft - after));
    },
  );

  it.prop(
    "is an answer that its schema admits, under every policy that its schema admits",
    [
      arbitraryOf(EquityPolicy),
      arbitraryOf(z.number().min(-1e6).max(1e6)),
      arbitraryOf(z.number().min(0.01).max(8100)),
    ],
    ([policy, equity, cost]) => {
      const coverage = mayAsk(terms({ equity, cost }), policy);
      assert.deepEqual(Coverage.parse(coverage), coverage);
      for (const gift of coverage.gifts) assert.isAtMost(gift.benefit, amountEpMax);
      assert.isAtMost(coverage.waitDays ?? 0, 36_500);
    },
  );
});

describe("mayAsk, waiting", () => {
  /** Covered by what fades of an overdraft: an allowance, or an offer. */
  const anyOverdrawn = arbitraryOf(
    z.strictObject({
      equity: z.number().min(-500).max(-1),
      cost: z.number().min(0.1).max(100),
      offer: z.number().min(0).max(300),
      overdraft: z.number().min(0).max(300),
      halfLifeDays: z.number().min(1).max(2000),
    }),
  );

  it.prop("says the first moment from which waiting covers it", [anyOverdrawn], ([drawn]) => {
    const policy: AskPolicy = { ...partner, ...drawn };
    const account = { principal: drawn.equity, interest: 0, atMs: 0 };
    const after = (days: number) => {
      const equity = equityOf(accountAt(account, days * dayMs, policy));
      return mayAsk(terms({ ...drawn, equity }), policy);
    };
    const { verdict, waitDays } = after(0);
    if (verdict !== "not-yet") return assert.strictEqual(waitDays, 0);
    if (waitDays === null) return assert.strictEqual(after(36_500).verdict, "not-yet");
    assert.isAtMost(waitDays, 36_500);
    assert.isAbove(waitDays, 0);
    assert.notStrictEqual(after(waitDays * (1 + 1e-9)).verdict, "not-yet");
    return assert.strictEqual(after(waitDays * (1 - 1e-6)).verdict, "not-yet");
  });

  it("never helps one who has something standing, because that only fades", () => {
    assert.isNull(mayAsk(terms({ equity: 10 }), partner).waitDays);
    assert.isNull(mayAsk(terms({ equity: 0 }), partner).waitDays);
  });

  it("takes a half-life for an overdraft to fade to half", () => {
    const policy = { ...partner, overdraft: 12 };
    const coverage = mayAsk(terms({ equity: -12, cost: 3 }), policy);
    assert.strictEqual(coverage.shortfall, 6);
    assertClose(coverage.waitDays ?? 0, 365);
  });

  it("is never, when it takes more than a century", () => {
    const waits = (halfLifeDays: number) =>
      mayAsk(terms({ equity: -12, cost: 3 }), { ...partner, overdraft: 12, halfLifeDays }).waitDays;
    assert.strictEqual(waits(36_500), 36_500);
    assert.isNull(waits(36_501));
  });

  it("waits for nothing with an account that never was", () => {
    assert.strictEqual(equityOf(emptyAccount), 0);
    assert.isNull(mayAsk(terms({ equity: equityOf(emptyAccount) }), partner).waitDays);
  });
});

describe("smallestGifts", () => {
  const benefits = [1, 3, 9, 27, 81];

  /** The least sum of three that is enough, from all 125. */
  const leastEnough = (needed: number): number => {
    const sums = benefits.flatMap((a) => benefits.flatMap((b) => benefits.map((c) => a + b + c)));
    return Math.min(...sums.filter((total) => total >= needed - 1e-12));
  };

  it.prop(
    "are the least that covers, of all threes",
    [arbitraryOf(z.int().min(1).max(2430)), arbitraryOf(z.number().min(0.5).max(1))],
    ([tenths, q]) => {
      const shortfall = (tenths / 10) * q;
      assert.lengthOf(smallestGifts(shortfall, q), 3);
      assert.strictEqual(benefitOf(shortfall, q), leastEnough(shortfall / q));
    },
  );

  it("are enough exactly at a sum, and one size more above it", () => {
    for (const [enough, next] of [
      [3, 5],
      [27, 29],
      [189, 243],
    ] as const) {
      assert.strictEqual(benefitOf(enough, 1), enough);
      assert.strictEqual(benefitOf(enough + 1e-6, 1), next);
    }
  });

  it("name the smallest first, and what each takes", () => {
    assert.deepEqual(
      smallestGifts(12, 1).map(({ cost, benefit }) => [cost, benefit]),
      [
        [1, 1],
        [1, 3],
        [3, 9],
      ],
    );
  });

  it("give the largest more often, where three of it are not enough", () => {
    const client = { what: "Send them a client", cost: 9, benefit: 81 };
    assert.deepEqual(smallestGifts(243, 1), [client, client, client]);
    const [first, ...others] = smallestGifts(244, 1);
    assert.deepEqual(first, { what: "Send them a client, 2 times", cost: 18, benefit: 162 });
    assert.lengthOf(others, 2);
    assert.isAtLeast(benefitOf(5000, 0.75) * 0.75, 5000);
  });

  it("are none above what three entries can hold", () => {
    const most = { what: "Send them a client, 100 times", cost: 900, benefit: amountEpMax };
    assert.deepEqual(smallestGifts(3 * amountEpMax, 1), [most, most, most]);
    assert.deepEqual(smallestGifts(3 * amountEpMax * 0.75, 0.75), [most, most, most]);
    assert.deepEqual(smallestGifts(3 * amountEpMax + 1e-6, 1), []);
    assert.deepEqual(smallestGifts(3 * amountEpMax * 0.75 + 1e-6, 0.75), []);
    const far = mayAsk(terms({ equity: -30_000 }), partner);
    assert.deepEqual([far.shortfall, far.gifts], [30_018, []]);
  });

  it.prop(
    "are three that an entry can hold each and that cover, or none, whatever is missing",
    [arbitraryOf(z.number().min(0.01).max(40_000)), arbitraryOf(z.number().min(0.1).max(2))],
    ([shortfall, q]) => {
      const gifts = smallestGifts(shortfall, q);
      assert.lengthOf(gifts, shortfall / q > 3 * amountEpMax ? 0 : 3);
      for (const { benefit } of gifts) assert.isAtMost(benefit, amountEpMax);
      if (gifts.length > 0) assert.isAtLeast(benefitOf(shortfall, q), shortfall / q - 1e-9);
    },
  );

  it("are none, where gifts count for nothing", () => {
    assert.deepEqual(smallestGifts(5, 0), []);
  });

  it.prop(
    "lead to an ask that is covered, once they are given",
    [arbitraryOf(z.int().min(-500).max(500)), arbitraryOf(z.int().min(1).max(400))],
    ([equity, cost]) => {
      const before = mayAsk(terms({ equity, cost }), cautious);
      const given = sum(before.gifts.map(({ benefit }) => benefit));
      const credit = cautious.q.estimated * given;
      const after = mayAsk(terms({ equity: equity + credit, cost }), cautious);
      assert.notStrictEqual(after.verdict, "not-yet");
    },
  );
});

describe("mayAsk and capacityOf (MODEL 2.7, I11)", () => {
  const anyTerms = arbitraryOf(
    z.strictObject({
      free: z.number().min(0).max(1e6),
      reserved: z.number().min(0).max(1e5),
      askWeight: z.number().min(0.1).max(10),
      slack: z.number().min(0.1).max(4),
      overdraft: z.number().min(0).max(8100),
    }),
  );

  it.prop(
    "an ask of the whole capacity is covered with no shortfall, and one a little larger is not",
    [anyTerms],
    ([{ free, reserved, ...chosen }]) => {
      const policy = { ...partner, ...chosen };
      const equity = free - policy.overdraft + reserved;
      const capacity = capacityOf(equity - reserved, policy);
      const judge = (cost: number) => mayAsk(terms({ equity, reserved, cost }), policy);
      assert.strictEqual(judge(capacity).verdict, "earned");
      assert.strictEqual(judge(capacity).shortfall, 0);
      assert.strictEqual(judge(capacity * 1.0001 + 0.001).verdict, "not-yet");
    },
  );

  it.prop(
    "capacity never falls when equity grows",
    [
      Arbitrary.all([
        arbitraryOf(z.number().min(-1e6).max(1e6)),
        arbitraryOf(z.number().min(0).max(1e6)),
      ]),
    ],
    ([[equity, more]]) => {
      const higher = capacityOf(equity + more, partner);
      assert.isAtLeast(higher, capacityOf(equity, partner));
    },
  );
});
