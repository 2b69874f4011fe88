import { assert, describe, it } from "@effect/vitest";
import {
  breachPosting,
  cautiousPreset,
  equityOf,
  partnerPreset,
  reversedPosting,
  standingOf,
  type TransferTerms,
  transferPosting,
} from "@comity/domain/equity/rules";
import { assertSameStanding } from "../../support/close.ts";
import { anyEvents, anyLaterMs, anyMomentMs, anyPolicy } from "../../support/ledgers.ts";
import { oracleOf } from "../../support/oracle.ts";

const terms: TransferTerms = {
  benefit: 27,
  cost: 9,
  asked: false,
  strings: false,
  evidence: "observed",
};

describe("transferPosting", () => {
  it("credits the giver with the receiver's benefit, and debits nobody for what was not asked", () => {
    assert.deepEqual(transferPosting(terms, cautiousPreset), { giver: 27, receiver: 0 });
  });

  it("makes a receiver who asked pay the giver's cost, weighed", () => {
    const posting = transferPosting({ ...terms, asked: true }, cautiousPreset);
    assert.deepEqual(posting, { giver: 27, receiver: -18 });
  });

  it("posts no benefit for a gift with strings, but still debits one who asked for it", () => {
    const posting = transferPosting({ ...terms, asked: true, strings: true }, cautiousPreset);
    assert.deepEqual(posting, { giver: 0, receiver: -18 });
  });

  it("counts evidence by its kind", () => {
    const policy = { askWeight: 2, q: { observed: 1, stated: 0.5, estimated: 0.25 } };
    const giver = (["observed", "stated", "estimated"] as const).map(
      (evidence) => transferPosting({ ...terms, evidence }, policy).giver,
    );
    assert.deepEqual(giver, [27, 13.5, 6.75]);
  });
});

describe("breachPosting", () => {
  it("weighs a breach five times", () => {
    assert.strictEqual(breachPosting(3, partnerPreset), -15);
  });
});

describe("reversedPosting", () => {
  it("takes both sides back, without writing -0", () => {
    assert.deepStrictEqual(reversedPosting({ mine: 9, theirs: 0 }), { mine: -9, theirs: 0 });
    assert.deepStrictEqual(reversedPosting({ mine: 0, theirs: -6 }), { mine: 0, theirs: 6 });
  });
});

describe("standingOf", () => {
  it("keeps pairs apart", () => {
    const gift = { ...terms, kind: "transfer", atMs: 0, from: "ana", to: "ben" } as const;
    const read = (owner: string, bank: string): number =>
      equityOf(standingOf([gift], { owner, bank, atMs: 0 }, cautiousPreset));
    assert.strictEqual(read("ana", "ben"), 27);
    for (const [owner, bank] of [
      ["ben", "ana"],
      ["ana", "cleo"],
      ["cleo", "ben"],
    ] as const) {
      assert.strictEqual(read(owner, bank), 0);
    }
  });

  it.prop(
    "agrees with the definition for both sides, at any instant",
    [anyPolicy, anyEvents, anyMomentMs],
    ([policy, events, atMs]) => {
      for (const [owner, bank] of [
        ["ana", "ben"],
        ["ben", "ana"],
      ] as const) {
        const amounts = events.map((event) => {
          const acts = event.from === owner;
          if (event.kind === "breach") {
            return { atMs: event.atMs, amount: acts ? -policy.breachWeight * event.size : 0 };
          }
          const earned = event.strings ? 0 : policy.q[event.evidence] * event.benefit;
          const owed = event.asked ? policy.askWeight * event.cost : 0;
          return { atMs: event.atMs, amount: acts ? earned : -owed };
        });
        assertSameStanding(
          standingOf(events, { owner, bank, atMs }, policy),
          oracleOf(amounts, atMs, policy),
        );
      }
    },
  );

  it.prop(
    "does not see what happens later",
    [anyPolicy, anyEvents, anyMomentMs, anyLaterMs],
    ([policy, events, atMs, laterMs]) => {
      const read = (list: typeof events) =>
        standingOf(list, { owner: "ana", bank: "ben", atMs }, policy);
      const moved = events.map((event) =>
        event.atMs > atMs ? { ...event, atMs: Math.max(laterMs, atMs + 1) } : event,
      );
      assert.deepStrictEqual(read(moved), read(events));
    },
  );
});
