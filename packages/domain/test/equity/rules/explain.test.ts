import { assert, describe, it } from "@effect/vitest";
import * as Arbitrary from "effect/Arbitrary";
import {
  type AskTerms,
  capacityOf,
  type Explanation,
  explain,
  explainReciprocity,
  explainSilence,
  explainStanding,
  explainTrust,
  mayAsk,
  partnerPreset,
  trustOf,
} from "@comity/domain/equity/rules";
import { CoverageReason, EquityPolicy } from "@comity/domain/equity/schema";
import * as z from "zod";
import { arbitraryOf } from "../../support/arbitrary.ts";
import { assertClose } from "../../support/close.ts";

const name = "Ana";

const policy: EquityPolicy = { ...partnerPreset, grace: 0 };

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

const sentenceOf = (given: Partial<AskTerms> = {}, chosen: Partial<EquityPolicy> = {}): string => {
  const with_ = { ...policy, ...chosen };
  const asked = terms(given);
  return explain(mayAsk(asked, with_), { name, policy: with_, gifts: asked.gifts }).sentence;
};

/** The last term is the total of those before it, and it is said in words that fit. */
const assertExplained = ({ sentence, terms }: Explanation): void => {
  assert.match(sentence, /^[A-Z][^.]*\.$/);
  assert.notMatch(sentence, /owe|debt|undefined|NaN|null/i);
  const total = terms.at(-1)?.amount ?? 0;
  assertClose(
    terms.slice(0, -1).reduce((sum, { amount }) => sum + amount, 0),
    total,
  );
  for (const { label, amount, formula } of terms) {
    assert.isNotEmpty(label);
    assert.isNotEmpty(formula);
    assert.isFalse(Object.is(amount, -0), label);
    assert.notMatch(`${label} ${formula}`, /undefined|NaN|\bowe/i);
  }
};

describe("explain", () => {
  const anyTerms = arbitraryOf(
    z.strictObject({
      equity: z.number().min(-1e4).max(1e4),
      reserved: z.number().min(0).max(500),
      cost: z.number().min(0.01).max(8100),
      offer: z.number().min(0).max(8100),
      trust: z.number().min(0).max(1),
      gifts: z.int().min(0).max(9),
      firstAsk: z.boolean(),
    }),
  );

  it.prop(
    "adds up to what is left, and to the shortfall, under every policy",
    [anyTerms, arbitraryOf(EquityPolicy)],
    ([drawn, chosen]) => {
      const verdict = mayAsk(terms(drawn), chosen);
      const explanation = explain(verdict, { name, policy: chosen, gifts: drawn.gifts });
      assertExplained(explanation);
      const total = explanation.terms.at(-1)?.amount ?? assert.fail("no terms");
      assert.strictEqual(total, verdict.after + chosen.overdraft);
      if (verdict.verdict === "not-yet") assert.strictEqual(total, -verdict.shortfall);
    },
  );

  it("says of an earned ask what covers it", () => {
    assert.strictEqual(sentenceOf(), "What you have given Ana covers this ask.");
    assert.strictEqual(
      sentenceOf({ equity: 10, offer: 16 }),
      "What you have given Ana and what you offer with it cover this ask.",
    );
    assert.strictEqual(
      sentenceOf({ equity: 0, offer: 36 }),
      "What you offer with it covers this ask.",
    );
    assert.strictEqual(
      sentenceOf({ equity: 10 }, { overdraft: 8 }),
      "What you have given Ana and the allowance you set cover this ask.",
    );
    assert.strictEqual(
      sentenceOf({ equity: 24, reserved: 6 }),
      "What you have given Ana covers this ask, with what your open asks hold left aside.",
    );
    assert.include(sentenceOf({ equity: 0, cost: 0.1 }, { grace: 0.5 }), "covers this ask");
  });

  it("leaves out an allowance that was not needed", () => {
    assert.notInclude(sentenceOf({}, { overdraft: 6 }), "allowance");
    assert.include(sentenceOf({ equity: 17.9 }, { overdraft: 6 }), "allowance");
  });

  it("says of an early ask how many gifts there are, and how many a first ask wants", () => {
    assert.strictEqual(
      sentenceOf({ gifts: 1 }),
      "It is covered, but Ana has had one gift from you so far: after two gifts a first ask lands better.",
    );
  });

  it("says of an ask that is not earned what is missing, as a size", () => {
    assert.strictEqual(
      sentenceOf({ equity: 9 }),
      "Not yet: gifts that mean three quarters of an hour to Ana would earn it.",
    );
    assert.strictEqual(
      sentenceOf({ equity: 17.75 }),
      "Not yet: one small gift to Ana would earn it.",
    );
    assert.strictEqual(
      sentenceOf({ equity: 15, reserved: 6, gifts: 1 }),
      "Not yet: gifts that mean three quarters of an hour to Ana would earn it" +
        "; your open asks hold half an hour" +
        "; a first ask lands better after two gifts, and so far there is one gift.",
    );
  });

  it("says how long waiting would take, where it helps", () => {
    const waiting = sentenceOf({ equity: -12, cost: 3 }, { overdraft: 12 });
    assert.include(waiting, "and so would 365 days of waiting");
    assert.notInclude(sentenceOf({ equity: 0 }), "waiting");
  });

  it("says of every verdict that the last ask was not long ago", () => {
    const soon = { daysSinceLastAsk: 13.9 };
    for (const given of [soon, { ...soon, gifts: 1 }, { ...soon, equity: 1 }]) {
      assert.include(sentenceOf(given), "your last ask was not long ago");
    }
    assert.notInclude(sentenceOf({ daysSinceLastAsk: 14 }), "last ask was");
  });

  it("has words for every reason", () => {
    const chosen = { ...policy, overdraft: 2 };
    const asked = terms({ equity: 2, reserved: 3, offer: 1, gifts: 0, daysSinceLastAsk: 1 });
    const verdict = mayAsk(asked, chosen);
    assert.sameMembers([...verdict.reasons], [...CoverageReason.options]);
    const { sentence, terms: sum } = explain(verdict, { name, policy: chosen, gifts: 0 });
    assert.deepEqual(
      sum.map(({ label, amount }) => [label, amount]),
      [
        ["Your standing (E)", 2],
        ["Held by open asks", -3],
        ["What your offer counts for", 0.5],
        ["This ask, weighed 2 times", -18],
        ["Allowance", 2],
        ["Left after it", -16.5],
      ],
    );
    assert.include(sentence, "so far there is no gift");
    assert.include(sentence, "would earn it");
    assert.include(sentence, "a pause is kinder");
  });

  it("weighs an ask by what was learned", () => {
    const learned = { ...policy, slack: 0.25 };
    const ask = explain(mayAsk(terms(), learned), { name, policy: learned, gifts: 2 }).terms[3];
    assert.strictEqual(ask?.label, "This ask, weighed 0.5 times");
    assert.strictEqual(ask?.formula, "-sigma × lambda × cost, with 0.25 × 2");
    const even = { ...policy, slack: 0.5 };
    const plain = explain(mayAsk(terms(), even), { name, policy: even, gifts: 2 }).terms[3];
    assert.strictEqual(plain?.label, "This ask");
  });
});

describe("explainStanding", () => {
  const standing = (
    given: Partial<Parameters<typeof explainStanding>[0]> = {},
  ): Parameters<typeof explainStanding>[0] => {
    const all = { principal: 18, interest: 0, reserved: 0, policy, name, ...given };
    const free = all.principal + all.interest - all.reserved;
    return { capacity: capacityOf(free, all.policy), ...all };
  };

  it("says what could be asked for, as a size", () => {
    const { sentence } = explainStanding(standing());
    assert.strictEqual(sentence, "You could ask Ana for up to three quarters of an hour.");
  });

  it("never says more than one ask can be", () => {
    const { sentence } = explainStanding(standing({ principal: 1e6 }));
    assert.strictEqual(sentence, "You could ask Ana for up to 100 days.");
  });

  it("says what stands in the way of an ask", () => {
    const sentenceFor = (given: Parameters<typeof standing>[0]) =>
      explainStanding(standing(given)).sentence;
    assert.include(sentenceFor({ principal: 0 }), "a small gift is the place to start");
    assert.include(sentenceFor({ principal: -5 }), "fades by itself");
    assert.include(sentenceFor({ principal: 6, reserved: 6 }), "open asks hold");
  });

  it.prop(
    "adds up to what is free",
    [
      arbitraryOf(
        z.strictObject({
          principal: z.number().min(-1e4).max(1e4),
          interest: z.number().min(0).max(1e3),
          reserved: z.number().min(0).max(1e3),
        }),
      ),
      arbitraryOf(EquityPolicy),
    ],
    ([drawn, chosen]) => {
      const explanation = explainStanding(standing({ ...drawn, policy: chosen }));
      assertExplained(explanation);
      const free = drawn.principal + drawn.interest - drawn.reserved + chosen.overdraft;
      assert.strictEqual(explanation.terms.at(-1)?.amount, free === 0 ? 0 : free);
    },
  );
});

describe("explainTrust", () => {
  const trustIn = (kept: number, broken: number) =>
    explainTrust({ kept, broken, trust: trustOf(kept, broken) });

  it("says what promises count for", () => {
    assert.strictEqual(
      trustIn(0, 0).sentence,
      "There is no promise to go by yet, so an offer of yours counts for 50 % of what it would mean.",
    );
    assert.strictEqual(
      trustIn(8, 1).sentence,
      "You kept 89 % of the promises that still count, so an offer of yours counts for 82 % of what it would mean.",
    );
  });

  it.prop(
    "adds up to tau",
    [arbitraryOf(z.number().min(0).max(1e4)), arbitraryOf(z.number().min(0).max(1e4))],
    ([kept, broken]) => {
      const explanation = trustIn(kept, broken);
      assertExplained(explanation);
      assertClose(explanation.terms.at(-1)?.amount ?? 0, trustOf(kept, broken));
    },
  );
});

describe("explainReciprocity", () => {
  const between = (given: number, received: number) => {
    const all = given + received;
    const index = all === 0 ? 0 : (given - received) / all;
    const oneSided = Math.abs(index) <= 0.6 ? null : index > 0 ? "me" : "them";
    return { index, ...explainReciprocity({ given, received, index, oneSided, name }) };
  };

  it("speaks of what I could do, and never of a claim", () => {
    assert.include(between(0, 0).sentence, "Nothing has gone either way");
    assert.include(between(10, 9).sentence, "about as much");
    assert.include(between(10, 5).sentence, "both ways");
    assert.include(between(10, 1).sentence, "without a bill");
    assert.include(between(1, 10).sentence, "a good moment to give");
  });

  it.prop(
    "adds up to the index",
    [arbitraryOf(z.number().min(0).max(1e4)), arbitraryOf(z.number().min(0).max(1e4))],
    ([given, received]) => {
      const { index, ...explanation } = between(given, received);
      assertExplained(explanation);
      assertClose(explanation.terms.at(-1)?.amount ?? 0, index);
    },
  );
});

describe("explainSilence", () => {
  const quiet = (gapDays: number, cadenceDays = 30) => {
    const ratio = gapDays / cadenceDays;
    const state = ratio < 1 ? "ok" : ratio < 2 ? "due" : ratio < 3 ? "late" : "hiding";
    return explainSilence({ state, gapDays, cadenceDays, name });
  };

  it("has words for every state", () => {
    assert.strictEqual(quiet(0).sentence, "You and Ana were in touch within the last day.");
    assert.include(quiet(1).sentence, "a day ago");
    assert.include(quiet(29).sentence, "within your rhythm");
    assert.include(quiet(30).sentence, "timely");
    assert.include(quiet(60).sentence, "longer than is usual");
    assert.include(quiet(90).sentence, "too long to be chance");
  });

  it("has nothing to add up before the first contact", () => {
    const none = explainSilence({ state: null, gapDays: null, cadenceDays: 30, name });
    assert.deepEqual(none, { sentence: "You and Ana have not been in touch yet.", terms: [] });
  });

  it.prop(
    "adds up to the days beyond the rhythm",
    [
      Arbitrary.all([
        arbitraryOf(z.number().min(0).max(3650)),
        arbitraryOf(z.number().min(1).max(3650)),
      ]),
    ],
    ([[gapDays, cadenceDays]]) => {
      const explanation = quiet(gapDays, cadenceDays);
      assertExplained(explanation);
      assertClose(explanation.terms.at(-1)?.amount ?? 0, gapDays - cadenceDays);
    },
  );
});
