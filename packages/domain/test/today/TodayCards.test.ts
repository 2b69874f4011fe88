import { assert, describe, it } from "@effect/vitest";
import * as Effect from "effect/Effect";
import { TestClock } from "effect/testing";
import { Contacts } from "@comity/domain/contact";
import { ContactDraft } from "@comity/domain/contact/schema";
import { RelationshipEquity } from "@comity/domain/equity";
import { dayMs } from "@comity/domain/equity/rules";
import { layerMemory } from "@comity/domain/memory";
import { Partners } from "@comity/domain/partner";
import { PartnerChange, PartnerDraft, type PartnerId } from "@comity/domain/partner/schema";
import type { PlainDate, TimeZone } from "@comity/domain/time/schema";
import { type CardKey, TodayCards } from "@comity/domain/today";
import { Today } from "@comity/domain/today/schema";
import { day, exact, refusalOf } from "../support/facts.ts";
import { ana, askDraft, askId, ben, gift, opened, partnerId, startMs } from "../support/sample.ts";

const today = (budget = 1000, limit = 50) =>
  Effect.map(
    TodayCards.use((cards) => cards.today(budget, limit)),
    (found) => Today.parse(found),
  );

const keys = Effect.map(today(), ({ cards }) => cards.map(({ key }) => key as string));

const snooze = (key: string, until: string, reason: "later" | "done" = "later") =>
  TodayCards.use((cards) => cards.snooze(key as CardKey, { until: until as PlainDate, reason }));

const setDay = (number: number) => TestClock.setTime(startMs + number * dayMs);

const spoke = (number: number, given: Partial<Record<keyof ContactDraft, unknown>> = {}) =>
  Contacts.use((contacts) =>
    contacts.record(ContactDraft.parse({ partnerId: ana, at: day(number), ...given })),
  );

const keep = (partner: PartnerId, change: Partial<Record<keyof PartnerChange, unknown>>) =>
  Partners.use((partners) => partners.change(partner, PartnerChange.parse(change), "any"));

const goal = (what: string) => ({ what, said: "", saidOn: null });

describe("today", () => {
  it.effect("has nothing to say while there is nobody", () =>
    Effect.gen(function* () {
      yield* TestClock.setTime(startMs);
      assert.deepEqual<unknown>(yield* today(), { at: day(0), cards: [], snoozed: 0, partners: 0 });
    }).pipe(Effect.provide(layerMemory())),
  );

  it.effect("names whom a move is with, and counts partners in use", () =>
    Effect.gen(function* () {
      yield* opened;
      yield* keep(ana, { organisation: "Mar" });
      yield* Partners.use(({ archive }) => archive(ben, true));
      const found = yield* today();
      assert.strictEqual(found.partners, 1);
      assert.deepEqual<unknown>(found.cards, [
        {
          kind: "move",
          key: `move:give:${ana}`,
          partner: { id: ana, name: "Ana Lima", organisation: "Mar" },
          move: {
            kind: "first-gift",
            partnerId: ana,
            cost: 3,
            size: 9,
            because: ["new-prospect"],
          },
        },
      ]);
    }).pipe(Effect.provide(exact())),
  );

  it.effect("says since when a silence is, and whose it is; a contact ends it", () =>
    Effect.gen(function* () {
      yield* opened;
      yield* keep(ana, { circle: 15 });
      yield* spoke(-45.5, { by: "them" });
      const [first] = (yield* today()).cards;
      assert.deepEqual<unknown>(first, {
        kind: "silence",
        key: `silence:${ana}:2026-01-15`,
        partner: { id: ana, name: "Ana Lima", organisation: "" },
        whose: "mine",
        days: 45,
        cadenceDays: 30,
        state: "due",
      });
      yield* spoke(0, { means: "wrote" });
      assert.isFalse((yield* keys).some((key) => key.startsWith("silence")));
      yield* setDay(30);
      // A first gift would break this silence, because nobody waits for a word.
      assert.include(yield* keys, `move:give:${ana}`);
      assert.isFalse((yield* keys).some((key) => key.startsWith("silence")));
    }).pipe(Effect.provide(exact())),
  );

  it.effect("shows an open ask in its last two weeks, or after three without an answer", () =>
    Effect.gen(function* () {
      const equity = yield* opened;
      yield* equity.record(gift({ benefit: "XL" }));
      const ask = yield* equity.ask(askDraft({ id: askId(1), cost: 1, what: "A word" }));
      const isShown = Effect.map(keys, (all) => all.includes(`open-ask:${ask.id}`));
      yield* setDay(21);
      assert.isFalse(yield* isShown);
      yield* setDay(21.001);
      assert.isTrue(yield* isShown);
      const card = (yield* today()).cards.find(({ kind }) => kind === "open-ask");
      assert.deepInclude<object | undefined>(card, {
        askId: ask.id,
        what: "A word",
        openedAt: ask.openedAt,
        expiresAt: ask.expiresAt,
      });
      yield* equity.decline(ask.id);
      assert.isFalse(yield* isShown);
    }).pipe(Effect.provide(exact())),
  );

  it.effect("introduces two who serve each other, until they know each other", () =>
    Effect.gen(function* () {
      yield* opened;
      const { relate } = yield* Partners;
      yield* keep(ana, { goals: [goal("A publisher")], offers: ["Translating"] });
      yield* keep(ben, { goals: [goal("A translator")], role: "Publisher" });
      const card = (yield* today()).cards.find(({ kind }) => kind === "introduction");
      assert.deepEqual<unknown>(card, {
        kind: "introduction",
        key: `introduction:${ana}:${ben}`,
        one: { id: ana, name: "Ana Lima", organisation: "" },
        other: { id: ben, name: "Ben Okafor", organisation: "" },
        forOne: { goal: goal("A publisher"), offer: "Publisher" },
        forOther: { goal: goal("A translator"), offer: "Translating" },
      });
      yield* relate(ben, ana, "works-with", true);
      assert.notInclude(yield* keys, card?.key);
      yield* relate(ben, ana, "works-with", false);
      assert.include(yield* keys, card?.key);
    }).pipe(Effect.provide(exact())),
  );

  it.effect("keeps to the limit and to the budget", () =>
    Effect.gen(function* () {
      yield* opened;
      const partners = yield* Partners;
      for (let number = 1; number <= 20; number++) {
        yield* partners.add(
          PartnerDraft.parse({ id: partnerId(100 + number), name: `P ${number}` }),
        );
      }
      assert.lengthOf((yield* today()).cards, 22);
      assert.lengthOf((yield* today(1000, 5)).cards, 5);
      assert.lengthOf((yield* today(18)).cards, 2, "a third of it for the new");
    }).pipe(Effect.provide(exact())),
  );
});

describe("a card", () => {
  const zurich = layerMemory({ timeZone: "Europe/Zurich" as TimeZone });

  it.effect(
    "that was put off comes back in the morning of its day, or when it is called back",
    () =>
      Effect.gen(function* () {
        yield* opened;
        const key = `move:give:${ana}`;
        const { unsnooze } = yield* TodayCards;
        const said = yield* snooze(key, "2026-03-04");
        assert.deepEqual<unknown>(said, { card: key, until: "2026-03-04", reason: "later" });
        assert.notInclude(yield* keys, key);
        assert.strictEqual((yield* today()).snoozed, 1);
        yield* TestClock.setTime(Date.parse("2026-03-03T22:59:59.999Z"));
        assert.notInclude(yield* keys, key);
        yield* TestClock.setTime(Date.parse("2026-03-03T23:00:00.000Z"));
        assert.include(yield* keys, key);
        assert.strictEqual((yield* today()).snoozed, 0);
        yield* snooze(key, "2026-03-05", "done");
        assert.notInclude(yield* keys, key);
        for (const _ of [1, 2]) {
          yield* unsnooze(key as CardKey);
          assert.include(yield* keys, key);
        }
      }).pipe(Effect.provide(zurich)),
  );

  it.effect("that is gone is not counted as put off", () =>
    Effect.gen(function* () {
      const equity = yield* opened;
      yield* snooze(`move:give:${ana}`, "2026-03-20");
      yield* snooze(`move:give:${partnerId(404)}`, "2026-03-20");
      assert.strictEqual((yield* today()).snoozed, 1);
      yield* equity.record(gift());
      assert.strictEqual((yield* today()).snoozed, 0);
      yield* setDay(8);
      assert.strictEqual((yield* today()).snoozed, 1, "the next gift is the same card");
    }).pipe(Effect.provide(exact())),
  );

  it.effect("is put off until a day to come, within a year", () =>
    Effect.gen(function* () {
      yield* opened;
      const key = `move:give:${ana}`;
      for (const [until, refused] of [
        ["2026-03-01", "InputInvalid /until not-later"],
        ["2026-03-02", "InputInvalid /until not-later"],
        ["2027-03-04", "InputInvalid /until too-late"],
      ] as const) {
        assert.strictEqual(yield* refusalOf(snooze(key, until)), refused);
      }
      for (const until of ["2026-03-03", "2027-03-02"]) yield* snooze(key, until);
      yield* TestClock.setTime(Date.parse("2026-03-02T23:00:00.000Z"));
      assert.strictEqual(
        yield* refusalOf(snooze(key, "2026-03-03")),
        "InputInvalid /until not-later",
        "it has begun",
      );
    }).pipe(Effect.provide(zurich)),
  );

  it.effect("of a silence is another one after the next contact", () =>
    Effect.gen(function* () {
      yield* opened;
      yield* keep(ana, { cadenceDays: 2 });
      yield* spoke(-3, { by: "them" });
      const key = (yield* keys).find((one) => one.startsWith("silence")) ?? "";
      yield* snooze(key, "2026-06-01");
      assert.notInclude(yield* keys, key);
      yield* spoke(0, { by: "them" });
      yield* setDay(3);
      const next = (yield* keys).find((one) => one.startsWith("silence"));
      assert.strictEqual(next, `silence:${ana}:2026-03-02`);
      assert.notStrictEqual(next, key);
    }).pipe(Effect.provide(exact())),
  );
});

describe("today and moves", () => {
  it.effect("agree on what is worth doing", () =>
    Effect.gen(function* () {
      const equity = yield* opened;
      yield* equity.record(gift({ at: day(-30), benefit: "L" }));
      const { moves } = yield* RelationshipEquity.use((service) => service.moves(36, 100));
      const { cards } = yield* today(36);
      const shown = cards.flatMap((card) => (card.kind === "move" ? [card.move] : []));
      assert.sameDeepMembers(shown as Array<unknown>, moves as Array<unknown>);
    }).pipe(Effect.provide(exact())),
  );
});
