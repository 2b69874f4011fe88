/** What a store does with kinds of one's own, with openings, and with links for confirmation. */
import assert from "node:assert/strict";
import {
  Catalogue,
  CatalogueStore,
  Confirmations,
  ConfirmationStore,
  EquityStore,
  OpeningBalances,
  OpeningStore,
  RelationshipEquity,
} from "@comity/domain/equity";
import type {
  EntryId,
  KindChange,
  KindDraft,
  KindId,
  OpeningDraft,
} from "@comity/domain/equity/schema";
import type { Plain } from "@comity/domain/input/plain";
import { Partners } from "@comity/domain/partner";
import type { PartnerId } from "@comity/domain/partner/schema";
import * as Effect from "effect/Effect";
import type { Contracted, ContractCase } from "./contract.ts";
import { atMs, dayMs, daysAgo, todayMs } from "./moments.ts";
import { added, asked, given } from "./people.ts";

export const opened = (partnerId: PartnerId, draft: Partial<Plain<OpeningDraft>> = {}) =>
  RelationshipEquity.use((equity) =>
    equity.open({
      partnerId,
      closeness: "friendly",
      given: "M",
      received: "S",
      ...draft,
    } as OpeningDraft),
  );

export const ownKind = (draft: Partial<Plain<KindDraft>> = {}) =>
  Catalogue.use((catalogue) =>
    catalogue.add({
      use: "deposit",
      what: "Lent them my van",
      cost: "S",
      benefit: 20,
      ...draft,
    } as KindDraft),
  );

const changedMyMind = <A, E, R>(effect: Effect.Effect<A, E, R>) =>
  Effect.gen(function* () {
    const { atomically } = yield* EquityStore;
    const failing = atomically(Effect.andThen(effect, Effect.fail("changed my mind")));
    assert.equal(yield* Effect.flip(failing), "changed my mind");
  });

const own = CatalogueStore.use((store) => store.own);

const aboutKinds: ReadonlyArray<ContractCase<Contracted>> = [
  {
    name: "gives kinds back as they were written down, in the order in which they came",
    run: Effect.gen(function* () {
      const store = yield* CatalogueStore;
      const catalogue = yield* Catalogue;
      assert.deepEqual(yield* own, []);
      const first = yield* ownKind({ what: "Zeichnete 🌱 ein Portrait", received: "日本語" });
      const gift = yield* catalogue.change("gift" as KindId, { benefit: 5 } as KindChange, 0);
      const last = yield* ownKind({ use: "breach", cost: 0, benefit: 0.5 });
      assert.deepEqual(yield* own, [first, gift, last]);
      for (const kind of [first, gift, last]) assert.deepEqual(yield* store.byId(kind.id), kind);
      assert.equal(yield* store.byId("word" as KindId), undefined);
      const changed = yield* catalogue.change(first.id, { cost: 2.5 } as KindChange, 1);
      assert.deepEqual(changed, { ...first, cost: 2.5, version: 2 });
      assert.deepEqual(yield* own, [changed, gift, last]);
      yield* catalogue.remove(gift.id, 1);
      assert.deepEqual(yield* own, [changed, last]);
      assert.equal(yield* store.byId(gift.id), undefined);
      const usual = yield* catalogue.byId(gift.id);
      assert.deepEqual([usual.benefit, usual.version, usual.isOwn], [9, 2, false]);
      assert.deepEqual(yield* store.retired, new Map([[gift.id, 2]]));
    }),
  },
  {
    name: "leaves nothing of kinds in a transaction that fails",
    run: Effect.gen(function* () {
      const catalogue = yield* Catalogue;
      const [first, second] = [yield* ownKind(), yield* ownKind({ what: "Lent them my boat" })];
      const before = yield* own;
      yield* changedMyMind(ownKind({ what: "Ghost" }));
      yield* changedMyMind(catalogue.change(second.id, { cost: 1 } as KindChange, 1));
      yield* changedMyMind(catalogue.remove(first.id, 1));
      yield* changedMyMind(catalogue.remove(second.id, 1));
      assert.deepEqual(new Set(yield* own), new Set(before));
      assert.deepEqual(yield* catalogue.byId(first.id), first);
      assert.equal((yield* CatalogueStore.use((store) => store.retired)).size, 0);
    }),
  },
  {
    name: "entries and asks keep the kind that they were made with, also when it is gone",
    run: Effect.gen(function* () {
      const store = yield* EquityStore;
      const equity = yield* RelationshipEquity;
      const catalogue = yield* Catalogue;
      const ana = yield* added({ name: "Ana" });
      const kind = yield* ownKind();
      const asking = yield* ownKind({ use: "ask", cost: 2, benefit: 2 });
      const wrong = yield* ownKind({ use: "breach", benefit: 2 });
      const entry = yield* given(ana.id, {
        kindId: kind.id,
        benefit: undefined,
        cost: undefined,
      } as never);
      assert.deepEqual([entry.kindId, entry.benefit, entry.cost], [kind.id, 20, 3]);
      const ask = yield* asked(ana.id, { kindId: asking.id, cost: undefined } as never);
      const breach = yield* equity.recordBreach({
        from: "me",
        to: ana.id,
        kindId: wrong.id,
      } as never);
      for (const { id } of [kind, asking, wrong]) yield* catalogue.remove(id, 1);
      assert.deepEqual(yield* store.entryById(entry.id), entry);
      assert.deepEqual(yield* store.entryById(breach.id), breach);
      assert.deepEqual(yield* store.askById(ask.id, Date.now()), ask);
    }),
  },
];

const cards = (limit: number, cursor: string | null = null) =>
  OpeningBalances.use((openings) => openings.cards({ limit, cursor }));

const namesOf = ({ data }: { readonly data: ReadonlyArray<{ readonly name: string }> }) =>
  data.map(({ name }) => name);

const deck = Effect.gen(function* () {
  const { progress } = yield* OpeningBalances;
  return { progress: yield* progress, names: namesOf(yield* cards(100)) };
});

const aboutOpenings: ReadonlyArray<ContractCase<Contracted>> = [
  {
    name: "gives an opening back as it was recorded, and its card once it was taken back",
    run: Effect.gen(function* () {
      const store = yield* EquityStore;
      const equity = yield* RelationshipEquity;
      const ana = yield* added({ name: "Ana" });
      const before = yield* deck;
      assert.deepEqual(before, {
        progress: { left: 1, answered: 0, skipped: 0 },
        names: ["Ana"],
      });
      const entry = yield* opened(ana.id, { at: daysAgo(50), closeness: "close" });
      assert.deepEqual(yield* store.entryById(entry.id), entry);
      assert.deepEqual(entry.posting, { mine: 18, theirs: 12 });
      assert.deepEqual(yield* deck, {
        progress: { left: 0, answered: 1, skipped: 0 },
        names: [],
      });
      yield* equity.reverse(entry.id, {});
      assert.deepEqual(yield* deck, before);
    }),
  },
  {
    name: "shows those who are known longest first, and pages on while cards are dealt with",
    run: Effect.gen(function* () {
      const { skip } = yield* OpeningBalances;
      for (let number = 0; number < 11; number++) {
        const year = 2010 + ((number * 7) % 5);
        const knownSince = number % 4 === 3 ? {} : { knownSince: `${year}-05-04` };
        yield* added({ name: `Person ${String(number).padStart(2, "0")}`, ...knownSince });
      }
      const whole = (yield* cards(100)).data;
      assert.equal(whole.length, 11);
      const since = whole.map(({ knownSince }) => knownSince ?? "9999");
      assert.deepEqual(since, since.toSorted());
      const seen: Array<PartnerId> = [];
      let cursor: string | null = null;
      do {
        const page: Effect.Success<ReturnType<typeof cards>> = yield* cards(3, cursor);
        for (const [index, { partnerId }] of page.data.entries()) {
          seen.push(partnerId);
          yield* index === 1 ? skip(partnerId) : opened(partnerId);
        }
        cursor = page.nextCursor;
      } while (cursor !== null);
      assert.deepEqual(
        seen,
        whole.map(({ partnerId }) => partnerId),
      );
      assert.deepEqual(yield* deck, {
        progress: { left: 0, answered: 7, skipped: 4 },
        names: [],
      });
      const refused = yield* Effect.flip(cards(3, "x"));
      assert.equal(refused._tag, "CursorInvalid");
    }),
  },
  {
    name: "passes over and puts back, once and again, and leaves nothing where that fails",
    run: Effect.gen(function* () {
      const { skip, unskip } = yield* OpeningBalances;
      const [ana, ben] = [yield* added({ name: "Ana" }), yield* added({ name: "Ben" })];
      for (const _ of [1, 2]) {
        assert.deepEqual(yield* skip(ana.id), { left: 1, answered: 0, skipped: 1 });
      }
      const before = yield* deck;
      yield* changedMyMind(unskip(ana.id));
      yield* changedMyMind(skip(ben.id));
      yield* changedMyMind(opened(ben.id));
      assert.deepEqual(yield* deck, before);
      for (const _ of [1, 2]) {
        assert.deepEqual(yield* unskip(ana.id), { left: 2, answered: 0, skipped: 0 });
      }
      yield* given(ben.id);
      yield* skip(ben.id);
      assert.deepEqual((yield* deck).progress, { left: 1, answered: 0, skipped: 0 });
      const store = yield* OpeningStore;
      assert.deepEqual(yield* store.progress, { left: 1, answered: 0, skipped: 0 });
    }),
  },
  {
    name: "knows a card by the name that its partner has now",
    run: Effect.gen(function* () {
      const ana = yield* added({ name: "Ana Old", organisation: "Mar", knownSince: "2020-02-29" });
      const { change } = yield* Partners;
      yield* change(ana.id, { name: "Ana New", role: "Editor" } as never, 1);
      assert.deepEqual((yield* cards(5)).data, [
        {
          partnerId: ana.id,
          name: "Ana New",
          organisation: "Mar",
          role: "Editor",
          knownSince: "2020-02-29",
        },
      ]);
    }),
  },
];

const hashOf = (text: string) =>
  Effect.promise(async () => {
    const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));
    return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, "0")).join(
      "",
    );
  });

export const linked = (entryId: EntryId, what = "The introduction to Cleo") =>
  Confirmations.use(({ link }) => link(entryId, { what }));

const aboutConfirmations: ReadonlyArray<ContractCase<Contracted>> = [
  {
    name: "keeps a link by the hash of its secret, until a newer one about the entry",
    run: Effect.gen(function* () {
      const store = yield* ConfirmationStore;
      const { page } = yield* Confirmations;
      const ana = yield* added({ name: "Ana" });
      const [entry, other] = [yield* given(ana.id), yield* given(ana.id)];
      const { token } = yield* atMs(todayMs, linked(entry.id));
      const elsewhere = yield* atMs(todayMs, linked(other.id));
      const tokenHash = yield* hashOf(token);
      assert.equal(yield* store.byHash(token), undefined);
      assert.deepEqual(yield* store.byHash(tokenHash), {
        tokenHash,
        entryId: entry.id,
        what: "The introduction to Cleo",
        expiresAtMs: todayMs + 30 * dayMs,
        answeredAtMs: null,
      });
      const newer = yield* linked(entry.id, "Another line");
      assert.equal(yield* store.byHash(tokenHash), undefined);
      assert.equal((yield* Effect.flip(page(token)))._tag, "ConfirmationNotFound");
      assert.deepEqual(yield* page(newer.token), { what: "Another line", state: "open" });
      assert.equal((yield* page(elsewhere.token)).state, "open");
    }),
  },
  {
    name: "takes one answer, forgets the line, and leaves nothing of one that fails",
    run: Effect.gen(function* () {
      const store = yield* ConfirmationStore;
      const equity = yield* RelationshipEquity;
      const { answer, page } = yield* Confirmations;
      const ana = yield* added({ name: "Ana" });
      const entry = yield* given(ana.id);
      const { token } = yield* linked(entry.id);
      const tokenHash = yield* hashOf(token);
      const before = yield* store.byHash(tokenHash);
      yield* changedMyMind(answer(token, { benefit: "L" }));
      yield* changedMyMind(linked(entry.id, "Ghost"));
      assert.deepEqual(yield* store.byHash(tokenHash), before);
      assert.equal((yield* equity.entries(ana.id, { limit: 9, cursor: null })).data.length, 1);
      yield* atMs(todayMs, answer(token, { benefit: "L" }));
      const kept = yield* store.byHash(tokenHash);
      assert.deepEqual([kept?.what, kept?.answeredAtMs], [null, todayMs]);
      assert.deepEqual(yield* page(token), { what: null, state: "answered" });
      const twice = yield* Effect.flip(answer(token, { benefit: "L" }));
      assert.equal(twice._tag, "ConfirmationClosed");
      const { data } = yield* equity.entries(ana.id, { limit: 9, cursor: null });
      assert.deepEqual(data.map(({ kind }) => kind).toSorted(), [
        "reversal",
        "transfer",
        "transfer",
      ]);
    }),
  },
];

/** For every store, in memory or in a database. */
export const equityContract: ReadonlyArray<ContractCase<Contracted>> = [
  ...aboutKinds,
  ...aboutOpenings,
  ...aboutConfirmations,
];
