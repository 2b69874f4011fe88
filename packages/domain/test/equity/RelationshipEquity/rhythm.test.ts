/** How contacts that are no gifts, circles and archives change readings and moves. */
import { assert, describe, it } from "@effect/vitest";
import * as Effect from "effect/Effect";
import { TestClock } from "effect/testing";
import { Contacts } from "@comity/domain/contact";
import { ContactDraft } from "@comity/domain/contact/schema";
import { OpeningBalances, RelationshipEquity } from "@comity/domain/equity";
import { dayMs } from "@comity/domain/equity/rules";
import { Partners } from "@comity/domain/partner";
import { PartnerChange, PartnerDraft, type PartnerId } from "@comity/domain/partner/schema";
import { day, exact } from "../../support/facts.ts";
import { ana, ben, gift, opened, partnerId, startMs } from "../../support/sample.ts";

const reading = RelationshipEquity.use((equity) => equity.relationship(ana));

const setDay = (number: number) => TestClock.setTime(startMs + number * dayMs);

const spoke = (number: number, given: Partial<Record<keyof ContactDraft, unknown>> = {}) =>
  Contacts.use((contacts) =>
    contacts.record(ContactDraft.parse({ partnerId: ana, at: day(number), ...given })),
  );

const keep = (partner: PartnerId, change: Partial<Record<keyof PartnerChange, unknown>>) =>
  Partners.use((partners) => partners.change(partner, PartnerChange.parse(change), "any"));

describe("a rhythm", () => {
  it.effect("counts contacts with gifts: the last one, the streak, the number, the tenure", () =>
    Effect.gen(function* () {
      const equity = yield* opened;
      yield* spoke(-30);
      yield* equity.record(gift({ at: day(-20) }));
      yield* spoke(-20, { means: "wrote" });
      const { id } = yield* spoke(-8, { by: "them" });
      const before = yield* reading;
      assert.deepInclude<object>(before.rhythm, {
        contacts: 3,
        lastContactAt: day(-8),
        state: "ok",
        streak: 3,
      });
      assert.deepEqual<unknown>(before.tenure, { since: day(-30), days: 30 });
      assert.isAtMost(before.balance.deposits, 1, "a contact is no gift");
      yield* Contacts.use((contacts) => contacts.remove(id));
      const { rhythm } = yield* reading;
      assert.deepInclude<object>(rhythm, { contacts: 2, lastContactAt: day(-20), state: "late" });
    }).pipe(Effect.provide(exact({ cadenceDays: 10 }))),
  );

  it.effect("starts anew with any contact, to the moment", () =>
    Effect.gen(function* () {
      const equity = yield* opened;
      yield* equity.record(gift());
      yield* setDay(25);
      assert.strictEqual((yield* reading).rhythm.state, "late");
      yield* spoke(25);
      assert.strictEqual((yield* reading).rhythm.state, "ok");
      yield* setDay(34.999);
      assert.strictEqual((yield* reading).rhythm.state, "ok");
      yield* setDay(35);
      assert.strictEqual((yield* reading).rhythm.state, "due");
    }).pipe(Effect.provide(exact({ cadenceDays: 10 }))),
  );

  it.effect("follows what is said of the partner, else the circle, else the policy", () =>
    Effect.gen(function* () {
      yield* opened;
      const cadence = Effect.map(reading, ({ rhythm }) => rhythm.cadenceDays);
      assert.strictEqual(yield* cadence, 10);
      for (const [circle, days] of [
        [5, 7],
        [15, 30],
        [50, 182],
        [150, 365],
      ] as const) {
        yield* keep(ana, { circle });
        assert.strictEqual(yield* cadence, days);
      }
      yield* keep(ana, { cadenceDays: 12 });
      assert.strictEqual(yield* cadence, 12);
      yield* keep(ana, { cadenceDays: null, circle: null });
      assert.strictEqual(yield* cadence, 10);
    }).pipe(Effect.provide(exact({ cadenceDays: 10 }))),
  );
});

const movesWith = (partner: PartnerId) =>
  Effect.map(
    RelationshipEquity.use((equity) => equity.moves(1000, 100)),
    ({ moves }) => moves.filter((move) => move.partnerId === partner),
  );

const kindsWith = (partner: PartnerId) =>
  Effect.map(movesWith(partner), (moves) => moves.map(({ kind }) => kind));

describe("moves", () => {
  it.effect("keep in touch by the cadence of the partner, and let be whom one spoke with", () =>
    Effect.gen(function* () {
      const equity = yield* opened;
      // Two gifts, so that the next move would be a word and no second gift; an ask is too soon.
      for (const ago of [40, 35]) yield* equity.record(gift({ at: day(-ago), benefit: "XL" }));
      const { id } = yield* equity.ask({ partnerId: ana, what: "A word", cost: 1 } as never);
      yield* equity.withdraw(id);
      assert.deepEqual(yield* kindsWith(ana), ["keep-in-touch"]);
      yield* keep(ana, { circle: 50 });
      assert.isEmpty(yield* movesWith(ana));
      yield* keep(ana, { circle: 15 });
      assert.deepEqual(yield* kindsWith(ana), ["keep-in-touch"]);
      yield* spoke(-29);
      assert.isEmpty(yield* movesWith(ana));
      yield* setDay(1);
      assert.deepEqual(yield* kindsWith(ana), ["keep-in-touch"]);
    }).pipe(Effect.provide(exact())),
  );

  it.effect("leave out who is archived, and take up who is taken up again", () =>
    Effect.gen(function* () {
      const equity = yield* opened;
      const { archive } = yield* Partners;
      yield* equity.record(gift({ at: day(-40) }));
      yield* spoke(-40, { partnerId: ben });
      for (const partner of [ana, ben]) {
        const before = yield* kindsWith(partner);
        assert.lengthOf(before, 1);
        yield* archive(partner, true);
        assert.isEmpty(yield* movesWith(partner));
        assert.isFalse((yield* equity.silences).some((one) => one.partnerId === partner));
        yield* archive(partner, false);
        assert.deepEqual(yield* kindsWith(partner), before);
      }
    }).pipe(Effect.provide(exact())),
  );

  it.effect("know people one spoke with before fifty others were added", () =>
    Effect.gen(function* () {
      yield* opened;
      const partners = yield* Partners;
      yield* spoke(-1);
      for (let number = 1; number <= 55; number++) {
        yield* partners.add(
          PartnerDraft.parse({ id: partnerId(100 + number), name: `P ${number}` }),
        );
      }
      assert.deepEqual(yield* kindsWith(ana), ["first-gift"]);
      assert.isEmpty(yield* kindsWith(ben), "nothing is written down, and others came later");
    }).pipe(Effect.provide(exact())),
  );
});

describe("the opening deck", () => {
  it.effect("leaves out who is archived, also in its counts", () =>
    Effect.gen(function* () {
      yield* opened;
      const { archive } = yield* Partners;
      const { cards, progress, skip } = yield* OpeningBalances;
      yield* skip(ben);
      assert.deepEqual(yield* progress, { left: 1, answered: 0, skipped: 1 });
      for (const partner of [ana, ben]) yield* archive(partner, true);
      assert.deepEqual(yield* progress, { left: 0, answered: 0, skipped: 0 });
      assert.isEmpty((yield* cards({ limit: 9, cursor: null })).data);
      yield* archive(ana, false);
      assert.deepEqual(yield* progress, { left: 1, answered: 0, skipped: 0 });
    }).pipe(Effect.provide(exact())),
  );
});

describe("silences", () => {
  it.effect("are of those whose cadence has run out, the nearest first, then the longest", () =>
    Effect.gen(function* () {
      const equity = yield* opened;
      const partners = yield* Partners;
      const people = [1, 2, 3, 4, 5].map(partnerId);
      const [inner, near, far, silent, never] = people as [
        PartnerId,
        PartnerId,
        PartnerId,
        PartnerId,
        PartnerId,
      ];
      for (const id of people) yield* partners.add(PartnerDraft.parse({ id, name: id }));
      yield* keep(inner, { circle: 5 });
      yield* keep(near, { circle: 15 });
      yield* keep(never, { circle: 5 });
      yield* spoke(-8, { partnerId: inner });
      yield* equity.record(gift({ from: near, to: "me", at: day(-31) }));
      yield* spoke(-29, { partnerId: far });
      yield* equity.record(gift({ to: silent, at: day(-100) }));
      assert.deepEqual(
        (yield* equity.silences).map(({ partnerId: id, whose, cadenceDays, state }) => [
          id,
          whose,
          cadenceDays,
          state,
        ]),
        [
          [inner, "both", 7, "due"],
          [near, "mine", 30, "due"],
          [silent, "both", 30, "hiding"],
        ],
      );
      yield* setDay(1);
      const [, , , last] = yield* equity.silences;
      assert.deepInclude<object | undefined>(last, {
        partnerId: far,
        days: 30,
        lastContactMs: startMs - 29 * dayMs,
      });
    }).pipe(Effect.provide(exact())),
  );
});
