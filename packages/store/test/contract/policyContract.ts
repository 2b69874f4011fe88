/** What a store does with policies, with what is learned, and with whom it lists. */
import assert from "node:assert/strict";
import {
  EquityPolicies,
  EquityStore,
  RelationshipEquity,
  RhythmStore,
} from "@comity/domain/equity";
import {
  learnedFromAnswer,
  nothingLearned,
  policyPresets,
  policyWith,
} from "@comity/domain/equity/rules";
import type { Learned } from "@comity/domain/equity/schema";
import type { PartnerId } from "@comity/domain/partner/schema";
import { instantOf } from "@comity/domain/time";
import * as Effect from "effect/Effect";
import type { Contracted, ContractCase } from "./contract.ts";
import { atMs, dayMs, daysAgo, todayMs } from "./moments.ts";
import { added, asked, given, snapshotOf } from "./people.ts";

const chosen = Effect.fnUntraced(function* (partnerId: PartnerId) {
  const store = yield* EquityStore;
  const { policyVersion, policy } = yield* store.terms;
  return {
    policyVersion,
    policy,
    shared: yield* store.choice(null),
    own: yield* store.choice(partnerId),
    learned: yield* store.learned,
    snapshot: yield* store.snapshot(partnerId, todayMs),
  };
});

const changedMyMind = <A, E, R>(effect: Effect.Effect<A, E, R>) =>
  Effect.gen(function* () {
    const { atomically } = yield* EquityStore;
    const failing = atomically(Effect.andThen(effect, Effect.fail("changed my mind")));
    assert.equal(yield* Effect.flip(failing), "changed my mind");
  });

const aboutChoices: ReadonlyArray<ContractCase<Contracted>> = [
  {
    name: "keeps a choice under the next version, with its moment",
    run: Effect.gen(function* () {
      const store = yield* EquityStore;
      const ana = yield* added({ name: "Ana" });
      const first = yield* chosen(ana.id);
      assert.deepEqual(first.shared, {
        policy: policyPresets.partner,
        version: 1,
        changedAtMs: null,
      });
      assert.deepEqual([first.own, first.policyVersion], [undefined, 1]);
      const overridden = { ...policyPresets.close, overdraft: 4 };
      yield* atMs(todayMs, store.choose(null, policyPresets.cautious));
      yield* atMs(todayMs + 1, store.choose(ana.id, overridden));
      const second = yield* chosen(ana.id);
      assert.deepEqual(second.shared, {
        policy: policyPresets.cautious,
        version: 2,
        changedAtMs: todayMs,
      });
      assert.deepEqual(second.own, { policy: overridden, version: 3, changedAtMs: todayMs + 1 });
      assert.equal(second.policyVersion, 3);
      assert.deepEqual(second.policy, policyPresets.cautious);
      assert.deepEqual(second.snapshot?.terms.policy, overridden);
      const ben = yield* added({ name: "Ben" });
      const standings = yield* store.standings([ben.id, ana.id], todayMs);
      assert.deepEqual(
        standings.map(({ policy }) => policy),
        [policyPresets.cautious, overridden],
      );
      yield* store.choose(ana.id, null);
      const third = yield* chosen(ana.id);
      assert.deepEqual([third.own, third.policyVersion], [undefined, 4]);
      assert.deepEqual(third.snapshot?.terms.policy, policyPresets.cautious);
    }),
  },
  {
    name: "leaves nothing of a choice, or of what was learned, in a transaction that fails",
    run: Effect.gen(function* () {
      const store = yield* EquityStore;
      const policies = yield* EquityPolicies;
      const ana = yield* added({ name: "Ana" });
      for (const days of [300, 20, 90]) yield* given(ana.id, { at: daysAgo(days) });
      yield* policies.choose(ana.id, { preset: "cautious" }, 0);
      const before = yield* chosen(ana.id);
      yield* changedMyMind(policies.choose(null, { preset: "one-off" }, 1));
      yield* changedMyMind(policies.choose(ana.id, { preset: "close" }, before.own?.version ?? 0));
      yield* changedMyMind(policies.clear(ana.id, before.own?.version ?? 0));
      const snapshot = yield* snapshotOf(ana.id);
      yield* changedMyMind(store.learn(snapshot, { ...nothingLearned, confirmed: 9 }));
      assert.deepEqual(yield* chosen(ana.id), before);
    }),
  },
  {
    name: "keeps what was learned at once, and a version only where a verdict changes by it",
    run: Effect.gen(function* () {
      const store = yield* EquityStore;
      const ana = yield* added({ name: "Ana" });
      let learned: Learned = nothingLearned;
      for (let answers = 1; answers <= 6; answers++) {
        const before = yield* snapshotOf(ana.id);
        assert.deepEqual(before.learned, learned);
        learned = learnedFromAnswer(learned, answers % 2 === 0);
        yield* store.learn(before, learned);
        assert.deepEqual(yield* store.learned, learned);
        const { policy, policyVersion } = yield* store.terms;
        assert.deepEqual(policy, policyWith(policyPresets.partner, learned));
        assert.equal(policyVersion, Math.max(1, answers - 3), `after ${answers}`);
      }
      yield* store.choose(ana.id, { ...policyPresets.partner, answersBeforeLearning: 7 });
      const quick = yield* added({ name: "Quick" });
      yield* store.choose(quick.id, { ...policyPresets.partner, answersBeforeLearning: 1 });
      assert.equal((yield* snapshotOf(ana.id)).terms.policy.slack, 1);
      assert.equal((yield* snapshotOf(quick.id)).terms.policy.slack, learned.slack);
    }),
  },
  {
    name: "counts a version where one relationship alone is judged otherwise",
    run: Effect.gen(function* () {
      const store = yield* EquityStore;
      const [ana, quick] = [yield* added({ name: "Ana" }), yield* added({ name: "Quick" })];
      yield* store.choose(quick.id, { ...policyPresets.partner, answersBeforeLearning: 1 });
      const before = yield* snapshotOf(ana.id);
      yield* store.learn(before, learnedFromAnswer(before.learned, false));
      const after = yield* snapshotOf(quick.id);
      assert.equal(after.terms.policyVersion, before.terms.policyVersion + 1);
      assert.ok(after.terms.policy.slack > 1);
    }),
  },
];

const aboutLists: ReadonlyArray<ContractCase<Contracted>> = [
  {
    name: "lists who has a history, who shares the policy, and who has neither",
    run: Effect.gen(function* () {
      const store = yield* EquityStore;
      const rhythms = yield* RhythmStore;
      const equity = yield* RelationshipEquity;
      const people: Array<PartnerId> = [];
      for (let number = 0; number < 7; number++) {
        people.push((yield* added({ name: `Person ${number}` })).id);
      }
      const [a, b, c, d] = people as [PartnerId, PartnerId, PartnerId, PartnerId];
      const none = people.slice(4);
      for (const id of [c, a, d]) yield* given(id);
      const { id: wrong } = yield* given(b);
      yield* equity.reverse(wrong, {});
      yield* store.choose(c, policyPresets.close);
      yield* store.choose(none[0] as PartnerId, policyPresets.close);
      const sorted = [a, b, c, d].toSorted();
      assert.deepEqual(yield* rhythms.withHistory(null, 10), sorted);
      assert.deepEqual(yield* rhythms.withHistory(sorted[0] ?? null, 2), sorted.slice(1, 3));
      assert.deepEqual(yield* rhythms.withHistory(sorted[3] ?? null, 2), []);
      const sharing = [a, b, d].toSorted();
      assert.deepEqual(yield* store.sharingPolicy(null, 10), sharing);
      assert.deepEqual(yield* store.sharingPolicy(sharing[0] ?? null, 1), sharing.slice(1, 2));
      assert.deepEqual(yield* rhythms.withoutHistory(10), none.toReversed());
      assert.deepEqual(yield* rhythms.withoutHistory(2), none.toReversed().slice(0, 2));
      assert.deepEqual(yield* store.unfolded(10), []);
    }),
  },
  {
    name: "counts what became of asks, and knows to the moment which ran out",
    run: Effect.gen(function* () {
      const store = yield* EquityStore;
      const equity = yield* RelationshipEquity;
      const [ana, ben] = [yield* added({ name: "Ana" }), yield* added({ name: "Ben" })];
      yield* given(ana.id, { at: daysAgo(200), benefit: 8100 });
      const openedMs = todayMs - 100 * dayMs;
      const asks = [];
      for (const cost of [2, 5, 3, 1, 7]) {
        asks.push(yield* atMs(openedMs, asked(ana.id, { what: `For ${cost}`, cost })));
      }
      const [two, five, three, one] = asks as [
        (typeof asks)[0],
        (typeof asks)[0],
        (typeof asks)[0],
        (typeof asks)[0],
      ];
      for (const ask of [two, five]) yield* atMs(openedMs, equity.grant(ask.id, {}));
      yield* atMs(openedMs, equity.decline(three.id));
      yield* atMs(openedMs, equity.withdraw(one.id));
      const endMs = openedMs + 90 * dayMs;
      const none = { open: 0, granted: 0, declined: 0, largestGranted: null };
      const some = { open: 1, granted: 2, declined: 1, largestGranted: 5 };
      const read = (ms: number) =>
        Effect.gen(function* () {
          const [record, other] = yield* store.askRecords([ana.id, ben.id], ms);
          assert.deepEqual(other, none);
          const overdue = yield* store.overdueAsks(ms, 10);
          const list = yield* store.asks(ana.id, { limit: 9, cursor: null, state: "expired" }, ms);
          const reserved = (yield* store.snapshot(ana.id, ms))?.reserved;
          return { record, overdue: overdue.length, expired: list.data.length, reserved };
        });
      const before = { record: some, overdue: 0, expired: 0, reserved: 14 };
      const after = { record: { ...some, open: 0 }, overdue: 1, expired: 1, reserved: 0 };
      assert.deepEqual(yield* read(endMs - 1), before);
      assert.deepEqual(yield* read(endMs), after);
      yield* atMs(endMs - 1, equity.expire);
      assert.deepEqual(yield* read(endMs), after);
      yield* atMs(endMs, equity.expire);
      assert.deepEqual(yield* read(endMs), { ...after, overdue: 0 });
      const [overdue] = (yield* store.asks(
        ana.id,
        { limit: 9, cursor: null, state: "expired" },
        endMs - 1,
      )).data;
      assert.deepEqual(
        [overdue?.state, overdue?.closedAt, overdue?.expiresAt],
        ["expired", instantOf(endMs), instantOf(endMs)],
      );
      assert.equal((yield* store.snapshot(ana.id, endMs))?.lastAskMs, openedMs);
    }),
  },
  {
    name: "knows what names an ask, and what took it back",
    run: Effect.gen(function* () {
      const store = yield* EquityStore;
      const equity = yield* RelationshipEquity;
      const ana = yield* added({ name: "Ana" });
      yield* given(ana.id, { benefit: 81 });
      const ask = yield* asked(ana.id, { cost: 2, offer: 9 });
      assert.deepEqual(yield* store.entriesOfAsk(ask.id), []);
      const { entryId } = yield* equity.grant(ask.id, {});
      const kept = yield* given(ana.id, { askId: ask.id });
      const back = yield* equity.reverse(kept.id, {});
      const again = yield* given(ana.id, { askId: ask.id });
      const corrected = yield* equity.confirm(again.id, { benefit: "L" });
      const found = yield* store.entriesOfAsk(ask.id);
      const reversed = yield* store.reversalOf(again.id);
      assert.deepEqual(
        new Set(found.map(({ id }) => id)),
        new Set([entryId, kept.id, back.id, again.id, corrected.id, reversed?.id]),
      );
      assert.equal(found.length, 6);
      assert.deepEqual(yield* store.correctionOf(again.id), corrected);
      assert.equal(yield* store.correctionOf(kept.id), undefined);
    }),
  },
];

/** For every store, in memory or in a database. */
export const policyContract: ReadonlyArray<ContractCase<Contracted>> = [
  ...aboutChoices,
  ...aboutLists,
];
