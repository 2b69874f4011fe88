/** What a store does with contacts, rhythms, answers about yourself, and cards that were put off. */
import assert from "node:assert/strict";
import { Contacts, ContactStore } from "@comity/domain/contact";
import type { Contact, ContactDraft } from "@comity/domain/contact/schema";
import {
  EquityStore,
  type KeptRhythm,
  OpeningBalances,
  RelationshipEquity,
  RhythmStore,
} from "@comity/domain/equity";
import { policyPresets } from "@comity/domain/equity/rules";
import type { Plain } from "@comity/domain/input/plain";
import { Partners } from "@comity/domain/partner";
import type { PartnerId } from "@comity/domain/partner/schema";
import { InnerStrategy, noAnswers, StrategyStore } from "@comity/domain/strategy";
import { msOf } from "@comity/domain/time";
import { type CardKey, TodayCards, TodayStore } from "@comity/domain/today";
import * as Effect from "effect/Effect";
import type { Contracted, ContractCase } from "./contract.ts";
import { atMs, dayMs, daysAgo, todayMs } from "./moments.ts";
import { added, asked, given } from "./people.ts";

export const inTouch = (partnerId: PartnerId, draft: Partial<Plain<ContactDraft>> = {}) =>
  Contacts.use((contacts) => contacts.record({ partnerId, ...draft } as ContactDraft));

const archived = (partnerId: PartnerId, isArchived = true) =>
  Partners.use((partners) => partners.archive(partnerId, isArchived));

const changedMyMind = <A, E, R>(effect: Effect.Effect<A, E, R>) =>
  Effect.gen(function* () {
    const { atomically } = yield* EquityStore;
    const failing = atomically(Effect.andThen(effect, Effect.fail("changed my mind")));
    assert.equal(yield* Effect.flip(failing), "changed my mind");
  });

const contactsOf = (partnerId: PartnerId, limit = 50, cursor: string | null = null) =>
  Contacts.use((contacts) => contacts.page(partnerId, { limit, cursor }));

const aboutContacts: ReadonlyArray<ContractCase<Contracted>> = [
  {
    name: "gives a contact back as it was written down",
    run: Effect.gen(function* () {
      const store = yield* ContactStore;
      const ana = yield* added({ name: "Ana" });
      const contact = yield* inTouch(ana.id, {
        at: daysAgo(3),
        means: "wrote",
        by: "them",
        note: 'Asked about the "fair" 🌱\n日本語',
      });
      assert.deepEqual(yield* store.byId(contact.id), contact);
      assert.deepEqual((yield* contactsOf(ana.id)).data, [contact]);
      assert.equal(yield* store.hasPartner(ana.id), true);
      assert.equal(yield* store.hasPartner(contact.id as never), false);
    }),
  },
  {
    name: "lists contacts newest first, in pages, without gaps or repeats while they grow",
    run: Effect.gen(function* () {
      const [ana, ben] = [yield* added({ name: "Ana" }), yield* added({ name: "Ben" })];
      yield* inTouch(ben.id);
      for (const days of [5, 1, 9, 5, 7]) yield* inTouch(ana.id, { at: daysAgo(days) });
      const seen: Array<Contact> = [];
      let cursor: string | null = null;
      do {
        const page: Effect.Success<ReturnType<typeof contactsOf>> = yield* contactsOf(
          ana.id,
          2,
          cursor,
        );
        seen.push(...page.data);
        cursor = page.nextCursor;
        yield* inTouch(ana.id, { at: daysAgo(0) });
      } while (cursor !== null);
      assert.deepEqual(
        seen.map(({ at }) => at),
        [1, 5, 5, 7, 9].map(daysAgo),
      );
      assert.equal(new Set(seen.map(({ id }) => id)).size, 5);
      const refused = yield* Effect.flip(contactsOf(ana.id, 2, "made-up"));
      assert.equal(refused._tag, "CursorInvalid");
    }),
  },
  {
    name: "forgets a contact, takes it back under its id, and keeps nothing of what failed",
    run: Effect.gen(function* () {
      const contacts = yield* Contacts;
      const ana = yield* added({ name: "Ana" });
      const contact = yield* inTouch(ana.id, { at: daysAgo(2), note: "Once" });
      yield* changedMyMind(contacts.remove(contact.id));
      yield* changedMyMind(inTouch(ana.id));
      assert.deepEqual((yield* contactsOf(ana.id)).data, [contact]);
      for (const _ of [1, 2]) yield* contacts.remove(contact.id);
      assert.deepEqual((yield* contactsOf(ana.id)).data, []);
      const again = yield* inTouch(ana.id, { id: contact.id, at: contact.at, note: "Twice" });
      assert.deepEqual((yield* contactsOf(ana.id)).data, [again]);
      const conflict = yield* Effect.flip(inTouch(ana.id, { id: contact.id, note: "Once" }));
      assert.deepEqual({ ...conflict }, { ...conflict, _tag: "ContactConflict", field: "note" });
    }),
  },
  {
    name: "keeps several contacts at once",
    run: Effect.gen(function* () {
      const store = yield* ContactStore;
      const ana = yield* added({ name: "Ana" });
      const many = [];
      for (const days of [3, 2, 1]) many.push(yield* inTouch(ana.id, { at: daysAgo(days) }));
      for (const contact of many) yield* store.remove(contact);
      yield* store.insert([]);
      yield* store.insert(many);
      assert.deepEqual((yield* contactsOf(ana.id)).data, many.toReversed());
    }),
  },
];

const rhythmsOf = (...partnerIds: ReadonlyArray<PartnerId>) =>
  RhythmStore.use((store) => store.rhythms(partnerIds));

const unheard: KeptRhythm = {
  circle: null,
  cadenceDays: null,
  policyDays: policyPresets.partner.cadenceDays,
  lastGiftMs: null,
  lastEntryMs: null,
  lastContact: null,
};

const aboutRhythms: ReadonlyArray<ContractCase<Contracted>> = [
  {
    name: "knows what a silence is judged by, in the order of the ids",
    run: Effect.gen(function* () {
      const store = yield* EquityStore;
      const ana = yield* added({ name: "Ana", circle: 15, cadenceDays: 21 });
      const ben = yield* added({ name: "Ben", circle: 150 });
      const cleo = yield* added({ name: "Cleo" });
      yield* given(ana.id, { at: daysAgo(9) });
      yield* given(ana.id, { from: ana.id, to: "me", at: daysAgo(4) });
      yield* inTouch(ana.id, { at: daysAgo(20), by: "me" });
      yield* inTouch(ana.id, { at: daysAgo(2), means: "wrote", by: "them" });
      yield* inTouch(ben.id, { at: daysAgo(1) });
      yield* store.choose(ben.id, { ...policyPresets.partner, cadenceDays: 77 });
      const nobody = "01a21205-59cf-7000-91df-93b099ef52a4" as PartnerId;
      assert.deepEqual(yield* rhythmsOf(cleo.id, ben.id, nobody, ana.id), [
        unheard,
        {
          ...unheard,
          circle: 150,
          policyDays: 77,
          lastContact: { atMs: msOf(daysAgo(1)), by: "both" },
        },
        unheard,
        {
          ...unheard,
          circle: 15,
          cadenceDays: 21,
          lastGiftMs: msOf(daysAgo(9)),
          lastEntryMs: msOf(daysAgo(4)),
          lastContact: { atMs: msOf(daysAgo(2)), by: "them" },
        },
      ]);
      const { contactTimes } = yield* RhythmStore;
      assert.deepEqual(yield* contactTimes(ana.id), [daysAgo(20), daysAgo(2)].map(msOf));
      assert.deepEqual(yield* contactTimes(cleo.id), []);
    }),
  },
  {
    name: "lists who was in touch and who is new, without those who are archived",
    run: Effect.gen(function* () {
      const { withHistory, withoutHistory } = yield* RhythmStore;
      const people: Array<PartnerId> = [];
      for (let number = 0; number < 8; number++) {
        people.push((yield* added({ name: `Person ${number}` })).id);
      }
      const [a, b, c, d, e, ...others] = people as [
        PartnerId,
        PartnerId,
        PartnerId,
        PartnerId,
        PartnerId,
        ...Array<PartnerId>,
      ];
      yield* given(c);
      yield* inTouch(a);
      yield* inTouch(a);
      yield* given(d);
      yield* inTouch(d);
      yield* given(e);
      yield* inTouch(b);
      for (const id of [e, others[1] as PartnerId]) yield* archived(id);
      const sorted = [a, b, c, d].toSorted();
      assert.deepEqual(yield* withHistory(null, 10), sorted);
      assert.deepEqual(yield* withHistory(null, 2), sorted.slice(0, 2));
      assert.deepEqual(yield* withHistory(sorted[1] ?? null, 2), sorted.slice(2));
      assert.deepEqual(yield* withHistory(sorted[3] ?? null, 2), []);
      assert.deepEqual(yield* withoutHistory(10), [others[2], others[0]]);
      assert.deepEqual(yield* withoutHistory(1), [others[2]]);
      yield* archived(e, false);
      assert.deepEqual(yield* withHistory(null, 10), [...sorted, e].toSorted());
    }),
  },
  {
    name: "lets who is archived rest: no moves, no silence, no card of the opening deck",
    run: Effect.gen(function* () {
      const equity = yield* RelationshipEquity;
      const openings = yield* OpeningBalances;
      const [ana, ben] = [yield* added({ name: "Ana" }), yield* added({ name: "Ben" })];
      yield* given(ana.id, { at: daysAgo(50) });
      yield* openings.skip(ben.id);
      const cleo = yield* added({ name: "Cleo" });
      const read = Effect.gen(function* () {
        const { moves } = yield* equity.moves(100, 100);
        const cards = yield* openings.cards({ limit: 9, cursor: null });
        return {
          moves: moves.map(({ partnerId }) => partnerId).toSorted(),
          silences: (yield* equity.silences).map(({ partnerId }) => partnerId),
          cards: cards.data.map(({ partnerId }) => partnerId),
          progress: yield* openings.progress,
        };
      });
      const before = yield* read;
      assert.deepEqual(before, {
        moves: [ana.id, ben.id, cleo.id].toSorted(),
        silences: [ana.id],
        cards: [cleo.id],
        progress: { left: 1, answered: 0, skipped: 1 },
      });
      for (const { id } of [ana, ben, cleo]) yield* archived(id);
      assert.deepEqual(yield* read, {
        moves: [],
        silences: [],
        cards: [],
        progress: { left: 0, answered: 0, skipped: 0 },
      });
      for (const { id } of [ana, ben, cleo]) yield* archived(id, false);
      assert.deepEqual(yield* read, before);
    }),
  },
];

const aboutStrategy: ReadonlyArray<ContractCase<Contracted>> = [
  {
    name: "keeps answers as they were written, each change a version",
    run: Effect.gen(function* () {
      const store = yield* StrategyStore;
      const { change } = yield* InnerStrategy;
      assert.equal(yield* store.read, undefined);
      const first = { motivation: "To be of use 🌱", vision: 'A "harbour"\n日本語' };
      yield* atMs(todayMs, change(first, 0));
      assert.deepEqual(yield* store.read, {
        answers: { ...noAnswers, ...first },
        version: 1,
        changedAtMs: todayMs,
      });
      yield* atMs(todayMs + 1, change({ vision: "" }, 1));
      const second = {
        answers: { ...noAnswers, motivation: first.motivation },
        version: 2,
        changedAtMs: todayMs + 1,
      };
      assert.deepEqual(yield* store.read, second);
      yield* changedMyMind(change({ purpose: "Ghost" }, 2));
      assert.deepEqual(yield* store.read, second);
      assert.equal((yield* Effect.flip(change({ purpose: "x" }, 1)))._tag, "StaleStrategy");
    }),
  },
];

const keyFor = (partnerId: PartnerId) => `move:give:${partnerId}` as CardKey;

const goals = (what: string) => [{ what, said: "", saidOn: null }];

const aboutToday: ReadonlyArray<ContractCase<Contracted>> = [
  {
    name: "puts cards off until their moment, and forgets those that came back",
    run: Effect.gen(function* () {
      const store = yield* TodayStore;
      const [one, two] = [keyFor("one" as PartnerId), keyFor("two" as PartnerId)];
      const until = (card: CardKey, ms: number) =>
        store.snooze({ card, untilMs: todayMs + ms, reason: "later" }, todayMs);
      yield* until(one, 1);
      yield* until(two, 2);
      const at = (ms: number) => Effect.map(store.snoozed(todayMs + ms), (all) => all.toSorted());
      assert.deepEqual(yield* at(0), [one, two]);
      assert.deepEqual(yield* at(1), [two]);
      assert.deepEqual(yield* at(2), []);
      yield* until(one, 9);
      assert.deepEqual(yield* at(2), [one]);
      yield* store.snooze({ card: one, untilMs: todayMs + 20, reason: "done" }, todayMs + 5);
      assert.deepEqual(yield* at(0), [one], "what had come back by then is gone");
      for (const _ of [1, 2]) yield* store.unsnooze(one);
      assert.deepEqual(yield* at(0), []);
    }),
  },
  {
    name: "knows who is there, who waits for an answer, and who wants what",
    run: Effect.gen(function* () {
      const store = yield* TodayStore;
      assert.equal(yield* store.partners, 0);
      const ana = yield* added({
        name: "Ana 日本",
        organisation: "Mar",
        role: "Editor",
        tags: ["poetry"],
        goals: goals("A publisher"),
        offers: ["Translating"],
      });
      const ben = yield* added({ name: "Ben", goals: [] });
      const cleo = yield* added({ name: "Cleo", offers: ["Publishing"] });
      const dora = yield* added({ name: "Dora", goals: goals("Grain") });
      const unknown = "01a21205-59cf-7000-91df-93b099ef52a4" as PartnerId;
      assert.deepEqual(yield* store.who([unknown, ana.id]), [
        { id: ana.id, name: ana.name, organisation: "Mar" },
      ]);
      const { id, goals: wanted, offers, tags, role, organisation } = ana;
      const candidate = { id, goals: wanted, offers, tags, role, organisation, archivedAt: null };
      const idsOf = Effect.map(store.candidates(10), (all) => all.map((one) => one.id));
      assert.deepEqual((yield* store.candidates(10)).at(-1), candidate);
      assert.deepEqual(yield* idsOf, [dora.id, ana.id]);
      assert.equal((yield* store.candidates(1)).length, 1);
      for (const person of [ana, dora]) yield* given(person.id, { benefit: 81 });
      const first = yield* atMs(todayMs - dayMs, asked(dora.id, { what: "Grain" }));
      const second = yield* atMs(todayMs, asked(ana.id, { what: "A word" }));
      const waiting = (ms: number, limit = 9) =>
        Effect.map(store.waitingAsks(ms, limit), (all) => all.map(({ askId }) => askId));
      assert.deepEqual(yield* waiting(todayMs), [first.id, second.id]);
      assert.deepEqual(yield* waiting(todayMs, 1), [first.id]);
      assert.deepEqual(yield* waiting(msOf(first.expiresAt)), [second.id]);
      assert.deepEqual((yield* store.waitingAsks(todayMs, 9))[1], {
        askId: second.id,
        partnerId: ana.id,
        what: "A word",
        openedAtMs: todayMs,
        expiresAtMs: msOf(second.expiresAt),
      });
      assert.equal(yield* store.partners, 4);
      yield* archived(dora.id);
      assert.equal(yield* store.partners, 3);
      assert.deepEqual(yield* idsOf, [ana.id]);
      assert.deepEqual(yield* waiting(todayMs), [second.id]);
      const { relate } = yield* Partners;
      assert.deepEqual(yield* store.acquainted, []);
      yield* relate(ben.id, cleo.id, "introduced-by", true);
      const pairs = yield* store.acquainted;
      assert.deepEqual(
        new Set(pairs.map((pair) => pair.toSorted().join())),
        new Set([[ben.id, cleo.id].toSorted().join()]),
      );
    }),
  },
  {
    name: "makes a day of it",
    run: Effect.gen(function* () {
      const ana = yield* added({ name: "Ana", goals: goals("A publisher"), role: "Translator" });
      const ben = yield* added({ name: "Ben", goals: goals("A translator"), role: "Publisher" });
      const cleo = yield* added({ name: "Cleo" });
      yield* inTouch(cleo.id, { at: daysAgo(50), by: "them" });
      const { today, snooze } = yield* TodayCards;
      const keysOf = Effect.map(today(100, 50), ({ cards }) => cards.map(({ key }) => String(key)));
      const keys = yield* keysOf;
      assert.equal(keys.filter((key) => key.startsWith(`silence:${cleo.id}:`)).length, 1);
      const introduction = `introduction:${[ana.id, ben.id].toSorted().join(":")}`;
      assert.deepEqual(
        new Set(keys.slice(1)),
        new Set([keyFor(ana.id), keyFor(ben.id), keyFor(cleo.id), introduction].map(String)),
      );
      const tomorrow = new Date(Date.now() + 2 * dayMs).toISOString().slice(0, 10);
      yield* snooze(keyFor(ana.id), { until: tomorrow as never, reason: "later" });
      assert.equal((yield* keysOf).includes(keyFor(ana.id)), false);
      assert.equal((yield* today(100, 50)).snoozed, 1);
    }),
  },
];

/** For every store, in memory or in a database. */
export const dayContract: ReadonlyArray<ContractCase<Contracted>> = [
  ...aboutContacts,
  ...aboutRhythms,
  ...aboutStrategy,
  ...aboutToday,
];
