import { assert, describe, it } from "@effect/vitest";
import * as Effect from "effect/Effect";
import { TestClock } from "effect/testing";
import { EquityPolicies, RelationshipEquity } from "@comity/domain/equity";
import { cautiousPreset, dayMs } from "@comity/domain/equity/rules";
import { ConfirmDraft } from "@comity/domain/equity/schema";
import { layerMemory } from "@comity/domain/memory";
import * as z from "zod";
import { arbitraryOf } from "../../support/arbitrary.ts";
import { assertClose } from "../../support/close.ts";
import { breach, day, opening, refusalOf } from "../../support/facts.ts";
import { ana, askDraft, askId, entryId, gift, opened, startMs } from "../../support/sample.ts";

const cautious = layerMemory({ policy: { ...cautiousPreset, grace: 0 } });

const said = (benefit: string | number, id?: unknown): ConfirmDraft =>
  ConfirmDraft.parse({ benefit, id });

const guess = (given: Parameters<typeof gift>[0] = {}) => gift({ evidence: "estimated", ...given });

const policy = EquityPolicies.use(({ read }) => Effect.orDie(read(null)));

const entries = RelationshipEquity.use((equity) =>
  Effect.map(Effect.orDie(equity.entries(ana, { limit: 100, cursor: null })), ({ data }) => data),
);

describe("confirm", () => {
  it.effect("takes the guess back, and enters the gift again as stated, at the same instant", () =>
    Effect.gen(function* () {
      const equity = yield* opened;
      const first = yield* equity.record(
        guess({ id: entryId(1), kindId: "introduction", note: "To Cleo", at: day(-10) }),
      );
      yield* TestClock.adjust("2 days");
      const made = yield* equity.confirm(first.id, said("L", entryId(2)));
      assert.deepEqual(made, {
        ...first,
        id: entryId(2),
        recordedAt: day(2) as never,
        benefit: 27,
        evidence: "stated",
        corrects: first.id,
        posting: { mine: 27, theirs: 0 },
      });
      const kept = yield* entries;
      assert.lengthOf(kept, 3);
      const reversal = kept.find((entry) => entry.kind === "reversal");
      assert.deepInclude<object>(reversal ?? {}, {
        at: first.at,
        recordedAt: day(2),
        reverses: first.id,
        note: "",
        posting: { mine: -6.75, theirs: 0 },
      });
      const { gifts } = yield* equity.statement(ana, null);
      assert.strictEqual(gifts, 1);
    }).pipe(Effect.provide(cautious)),
  );

  it.effect("again is the same again, and another benefit is a conflict", () =>
    Effect.gen(function* () {
      const equity = yield* opened;
      const { id } = yield* equity.record(guess());
      const made = yield* equity.confirm(id, said("L", entryId(2)));
      yield* TestClock.adjust("1 day");
      for (const again of [said("L"), said(27), said("L", entryId(2)), said("L", entryId(3))]) {
        assert.deepStrictEqual(yield* equity.confirm(id, again), made);
      }
      for (const other of [said("M"), said(0), said("S", entryId(2))]) {
        assert.strictEqual(
          yield* refusalOf(equity.confirm(id, other)),
          "EntryNotConfirmable confirmed",
        );
      }
      assert.lengthOf(yield* entries, 3);
      assert.strictEqual((yield* policy).learned.confirmed, 1);
    }).pipe(Effect.provide(cautious)),
  );

  it.effect("changes only gifts that stand", () =>
    Effect.gen(function* () {
      const equity = yield* opened;
      const refused = (id: Parameters<typeof equity.confirm>[0], draft = said("S")) =>
        refusalOf(equity.confirm(id, draft));
      const taken = yield* equity.record(guess());
      const reversal = yield* equity.reverse(taken.id, {});
      const before = yield* equity.open(opening());
      const wrong = yield* equity.recordBreach(breach());
      assert.strictEqual(yield* refused(taken.id), "EntryNotConfirmable taken-back");
      assert.strictEqual(yield* refused(reversal.id), "EntryNotConfirmable no-gift");
      assert.strictEqual(yield* refused(wrong.id), "EntryNotConfirmable no-gift");
      assert.strictEqual(yield* refused(before.id), "EntryNotConfirmable no-gift");
      assert.strictEqual(yield* refused(entryId(404)), "EntryNotFound");
      const stands = yield* equity.record(guess());
      assert.strictEqual(
        yield* refused(stands.id, said("S", wrong.id)),
        "EntryConflict corrects",
        "an id that is taken",
      );
      assert.lengthOf(yield* entries, 5);
      assert.strictEqual((yield* policy).learned.confirmed, 0);
    }).pipe(Effect.provide(cautious)),
  );

  it.effect("of a correction corrects once more, and teaches nothing more", () =>
    Effect.gen(function* () {
      const equity = yield* opened;
      const { id } = yield* equity.record(guess());
      const once = yield* equity.confirm(id, said("L"));
      const { learned } = yield* policy;
      const twice = yield* equity.confirm(once.id, said("S"));
      assert.deepInclude<object>(twice, { corrects: once.id, benefit: 3 });
      assert.deepEqual((yield* policy).learned, learned);
      const { equity: standing, gifts } = yield* equity.statement(ana, null);
      assert.deepEqual([standing, gifts], [3, 1]);
      assert.deepStrictEqual(yield* equity.confirm(once.id, said("S")), twice);
      yield* equity.reverse(twice.id, {});
      assert.strictEqual((yield* equity.statement(ana, null)).equity, 0);
      assert.strictEqual(
        yield* refusalOf(equity.confirm(twice.id, said("S"))),
        "EntryNotConfirmable taken-back",
      );
    }).pipe(Effect.provide(cautious)),
  );

  it.effect("of what they gave changes their account alone, and teaches nothing", () =>
    Effect.gen(function* () {
      const equity = yield* opened;
      yield* equity.record(guess({ benefit: "XL" }));
      yield* equity.ask(askDraft({ id: askId(1), cost: "M" }));
      const { entryId: grantedId } = yield* equity.grant(askId(1), {});
      const { learned } = yield* policy;
      const made = yield* equity.confirm(grantedId ?? entryId(404), said("XL"));
      assert.deepEqual(made.posting, { mine: -18, theirs: 81 });
      assert.deepInclude<object>(made, { askId: askId(1), asked: true, cost: 9 });
      assert.deepEqual((yield* policy).learned, learned);
      const { asks, balance } = yield* equity.relationship(ana);
      assert.deepEqual([asks.granted, balance.negatives], [1, 1]);
      const unasked = yield* equity.record(guess({ from: ana, to: "me" }));
      const mine = yield* equity.confirm(unasked.id, said("XS"));
      assert.deepEqual(mine.posting, { mine: 0, theirs: 1 });
      assert.deepEqual((yield* policy).learned, learned, "my own word about a guess of mine");
    }).pipe(Effect.provide(cautious)),
  );

  it.effect("keeps what an asked gift had cost, whatever the policy says by now", () =>
    Effect.gen(function* () {
      const equity = yield* opened;
      const { id } = yield* equity.record(guess({ asked: true, cost: 4 }));
      const { choose } = yield* EquityPolicies;
      yield* choose(null, { preset: "cautious", askWeight: 7 }, 1);
      const { posting } = yield* equity.confirm(id, said(10));
      assert.deepEqual(posting, { mine: 10, theirs: -8 });
    }).pipe(Effect.provide(cautious)),
  );

  it.effect("posts nothing where the gift had strings, or meant nothing", () =>
    Effect.gen(function* () {
      const equity = yield* opened;
      const tied = yield* equity.record(guess({ strings: true }));
      assert.deepEqual((yield* equity.confirm(tied.id, said("L"))).posting, { mine: 0, theirs: 0 });
      const vain = yield* equity.record(guess());
      const made = yield* equity.confirm(vain.id, said(0));
      assert.deepStrictEqual(made.posting, { mine: 0, theirs: 0 });
      assert.strictEqual((yield* equity.statement(ana, null)).equity, 0);
      assert.strictEqual((yield* equity.statement(ana, null)).gifts, 0, "neither was one");
    }).pipe(Effect.provide(cautious)),
  );

  it.effect("is forgotten, with what it taught, when the word is taken back", () =>
    Effect.gen(function* () {
      const equity = yield* opened;
      const kept = yield* equity.record(guess());
      yield* equity.confirm(kept.id, said("S"));
      const { learned } = yield* policy;
      const { id } = yield* equity.record(guess());
      const made = yield* equity.confirm(id, said("L"));
      yield* equity.reverse(made.id, {});
      const after = (yield* policy).learned;
      assert.strictEqual(after.confirmed, 1);
      assert.closeTo(after.logRatioSum, learned.logRatioSum, 1e-12);
      for (const again of [said("L"), said("S")]) {
        assert.strictEqual(
          yield* refusalOf(equity.confirm(id, again)),
          "EntryNotConfirmable correction-taken-back",
        );
      }
      assert.strictEqual((yield* equity.statement(ana, null)).equity, 3);
    }).pipe(Effect.provide(cautious)),
  );
});

/** MODEL 2.6: the geometric mean of what guesses turned out to be, with five guesses of 0.75 before. */
const creditAfter = (ratios: ReadonlyArray<number>): number =>
  Math.exp(
    (ratios.reduce((sum, ratio) => sum + Math.log(ratio), 0) + 5 * Math.log(0.75)) /
      (ratios.length + 5),
  );

describe("what confirming teaches", () => {
  it.effect("moves the credit of guesses as MODEL 2.6 says, and the version with it", () =>
    Effect.gen(function* () {
      const equity = yield* opened;
      const ratios: Array<number> = [];
      const ids = [];
      for (let number = 1; number <= 8; number++) {
        ids.push((yield* equity.record(guess({ benefit: 9 }))).id);
      }
      let { policyVersion } = yield* policy;
      assert.strictEqual((yield* policy).effective.q.estimated, 0.75);
      for (const [index, stated] of [3, 3, 3, 9, 27, 1, 81].entries()) {
        yield* equity.confirm(ids[index] ?? entryId(404), said(stated));
        ratios.push(stated / 9);
        const now = yield* policy;
        assert.closeTo(now.effective.q.estimated, creditAfter(ratios), 1e-12);
        assert.strictEqual(now.learned.confirmed, index + 1);
        assert.strictEqual(now.policyVersion, policyVersion + 1);
        assert.strictEqual(now.chosen.q.estimated, 0.75);
        policyVersion = now.policyVersion;
      }
      const { effective } = yield* policy;
      const next = yield* equity.record(guess({ benefit: 10 }));
      assert.closeTo(next.posting.mine, 10 * effective.q.estimated, 1e-12);
      const last = yield* equity.confirm(ids[7] ?? entryId(404), said(0));
      assert.strictEqual(last.benefit, 0);
      const after = yield* policy;
      assert.deepEqual(after.learned, (yield* policy).learned);
      assert.strictEqual(after.effective.q.estimated, effective.q.estimated);
      assert.strictEqual(after.policyVersion, policyVersion, "nothing was learned from 0");
    }).pipe(Effect.provide(cautious)),
  );

  it.effect("is what worked example Q18 says: three gifts rated at a third of the guess", () =>
    Effect.gen(function* () {
      const equity = yield* opened;
      for (const _ of [1, 2, 3]) {
        const { id } = yield* equity.record(guess({ benefit: 9 }));
        yield* equity.confirm(id, said(3));
      }
      assert.closeTo((yield* policy).effective.q.estimated, 0.5533409598501607, 1e-12);
    }).pipe(Effect.provide(cautious)),
  );

  it.effect("is nothing where there was no guess", () =>
    Effect.gen(function* () {
      const equity = yield* opened;
      for (const evidence of ["observed", "stated"]) {
        const { id } = yield* equity.record(gift({ evidence }));
        yield* equity.confirm(id, said("XS"));
      }
      const { learned, effective, policyVersion } = yield* policy;
      assert.strictEqual(learned.confirmed, 0);
      assert.deepEqual([effective.q.estimated, policyVersion], [0.75, 1]);
    }).pipe(Effect.provide(cautious)),
  );
});

const Guess = z.strictObject({
  daysAgo: z.int().min(0).max(300),
  benefit: z.int().min(1).max(81),
  stated: z.int().min(0).max(81).nullable(),
  asked: z.boolean(),
  isMine: z.boolean(),
});

describe("after confirming", () => {
  it.effect.prop(
    "every balance is that of a ledger in which the word had stood from the start",
    [arbitraryOf(z.array(Guess).max(8))],
    ([guesses]) =>
      Effect.gen(function* () {
        const at = [day(-310), day(-150), day(-1), day(0), day(200)];
        const read = Effect.gen(function* () {
          const equity = yield* RelationshipEquity;
          const statements = [];
          for (const instant of at) statements.push(yield* equity.statement(ana, instant as never));
          const { reciprocity, balance, rhythm } = yield* equity.relationship(ana);
          return { statements, reciprocity, balance, rhythm };
        });
        const sides = (isMine: boolean) => (isMine ? {} : { from: ana, to: "me" });
        const confirmed = yield* Effect.gen(function* () {
          const equity = yield* opened;
          const made = [];
          for (const { daysAgo, benefit, asked, isMine } of guesses) {
            const draft = guess({ at: day(-daysAgo), benefit, asked, ...sides(isMine) });
            made.push(yield* equity.record(draft));
          }
          for (const [index, { stated }] of guesses.entries()) {
            const entry = made[index];
            if (stated !== null && entry !== undefined) {
              yield* equity.confirm(entry.id, said(stated));
            }
          }
          return yield* read;
        }).pipe(Effect.provide(cautious));
        const stated = yield* Effect.gen(function* () {
          const equity = yield* opened;
          for (const { daysAgo, benefit, stated: word, asked, isMine } of guesses) {
            const evidence = word === null ? "estimated" : "stated";
            // A draft wants some benefit; what meant nothing posts nothing of it.
            const draft = guess({ at: day(-daysAgo), asked, evidence, ...sides(isMine) });
            yield* equity.record({ ...draft, benefit: word ?? benefit });
          }
          return yield* read;
        }).pipe(Effect.provide(cautious));
        for (const [index, one] of confirmed.statements.entries()) {
          const other = stated.statements[index];
          assertClose(one.principal, other?.principal ?? NaN);
          assertClose(one.interest, other?.interest ?? NaN);
          assert.strictEqual(one.gifts, other?.gifts);
        }
        for (const field of ["given", "received", "index"] as const) {
          assertClose(confirmed.reciprocity[field], stated.reciprocity[field], field);
        }
        for (const field of ["deposits", "negatives"] as const) {
          assertClose(confirmed.balance[field], stated.balance[field], field);
        }
        assert.deepEqual(confirmed.rhythm, stated.rhythm);
      }),
    { arbitrary: { runs: 200 } },
  );

  it.effect("an offer that was made good stays made good", () =>
    Effect.gen(function* () {
      const equity = yield* opened;
      yield* equity.record(guess({ benefit: "XL" }));
      yield* equity.ask(askDraft({ id: askId(1), cost: "S", offer: "M" }));
      yield* equity.grant(askId(1), {});
      const kept = yield* equity.record(guess({ askId: askId(1), at: day(0) }));
      yield* TestClock.setTime(startMs + 10 * dayMs);
      const before = (yield* equity.relationship(ana)).trust;
      yield* equity.confirm(kept.id, said("XS"));
      const after = (yield* equity.relationship(ana)).trust;
      assert.closeTo(after.kept, before.kept, 1e-12);
      assert.strictEqual(after.broken, 0);
    }).pipe(Effect.provide(cautious)),
  );
});
