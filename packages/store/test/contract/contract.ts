/**
 * What every store must do, seen through the services that use it. Runs in memory, on Node, and in
 * a Durable Object: so the cases are plain effects, and their assertions need no test runner.
 */
import assert from "node:assert/strict";
import type { ContactStore } from "@comity/domain/contact";
import {
  AskNotCovered,
  type CatalogueStore,
  type ConfirmationStore,
  EquityStore,
  type OpeningStore,
  RelationshipEquity,
  type RhythmStore,
} from "@comity/domain/equity";
import { accountAt, accountOf, equityOf as equityOfAccount } from "@comity/domain/equity/rules";
import type { AskId, Entry } from "@comity/domain/equity/schema";
import { ImportStore, PartnerImports, Partners, PartnerStore } from "@comity/domain/partner";
import type { ImportId, PartnerId } from "@comity/domain/partner/schema";
import type { DomainServices } from "@comity/domain/services";
import type { StrategyStore } from "@comity/domain/strategy";
import { instantOf, msOf } from "@comity/domain/time";
import type { TodayStore } from "@comity/domain/today";
import * as Effect from "effect/Effect";
import { checkpointContract } from "./checkpointContract.ts";
import { dayContract } from "./dayContract.ts";
import { equityContract } from "./equityContract.ts";
import { added, asked, equityOf, given, rowsOf, snapshotOf } from "./people.ts";
import { mergeContract } from "./mergeContract.ts";
import { partnersContract } from "./partnersContract.ts";
import { policyContract } from "./policyContract.ts";

export type Contracted =
  | CatalogueStore
  | ConfirmationStore
  | ContactStore
  | DomainServices
  | EquityStore
  | ImportStore
  | OpeningStore
  | PartnerStore
  | RhythmStore
  | StrategyStore
  | TodayStore;

export interface ContractCase<R> {
  readonly name: string;
  readonly run: Effect.Effect<unknown, unknown, R>;
}

const rejects = <A, E, R>(effect: Effect.Effect<A, E, R>, tag: string) =>
  Effect.map(Effect.flip(effect), (error) => {
    assert.equal((error as { _tag?: string })._tag, tag);
    return error;
  });

const page = (search = "", limit = 50, cursor: string | null = null) =>
  Partners.use((partners) => partners.page({ filter: { search }, order: "name", limit, cursor }));

const namesOf = ({ data }: { readonly data: ReadonlyArray<{ readonly name: string }> }) =>
  data.map(({ name }) => name);

const always = { afterMs: Number.NEGATIVE_INFINITY, upToMs: Number.POSITIVE_INFINITY };

const aboutPartners: ReadonlyArray<ContractCase<Contracted>> = [
  {
    name: "gives a partner back as it was written down",
    run: Effect.gen(function* () {
      const ana = yield* added({
        name: "Ana Conceição 🌱",
        organisation: "Mar & Filhos",
        emails: ["ana@mar.example"],
        links: ["https://www.linkedin.com/in/ana-c"],
        notes: 'Met in Porto.\nLikes "quotes", commas; and 日本語.',
        knownSince: "2021-05-04",
      });
      assert.deepEqual(yield* Partners.use(({ byId }) => byId(ana.id)), ana);
    }),
  },
  {
    name: "changes only the version that was read",
    run: Effect.gen(function* () {
      const partners = yield* Partners;
      const ana = yield* added({ name: "Ana" });
      const changed = yield* partners.change(ana.id, { notes: "Likes tea" } as never, 1);
      assert.equal(changed.version, 2);
      yield* rejects(partners.change(ana.id, { notes: "x" } as never, 1), "StaleVersion");
      assert.equal((yield* partners.byId(ana.id)).notes, "Likes tea");
    }),
  },
  {
    name: "pages by name, without gaps or repeats while the list grows",
    run: Effect.gen(function* () {
      for (const name of ["Ümit", "ana", "Zoë", "Émile", "Ben"]) yield* added({ name });
      const first = yield* page("", 2);
      assert.deepEqual(namesOf(first), ["ana", "Ben"]);
      yield* added({ name: "Aaron" });
      yield* added({ name: "Carl" });
      const second = yield* page("", 2, first.nextCursor);
      assert.deepEqual(namesOf(second), ["Carl", "Émile"]);
      const third = yield* page("", 2, second.nextCursor);
      assert.deepEqual(namesOf(third), ["Ümit", "Zoë"]);
      assert.equal(third.nextCursor, null);
    }),
  },
  {
    name: "tells people of one name apart on a page's edge",
    run: Effect.gen(function* () {
      for (const organisation of ["A", "B", "C"]) yield* added({ name: "Kim Lee", organisation });
      const first = yield* page("", 1);
      const second = yield* page("", 1, first.nextCursor);
      const third = yield* page("", 1, second.nextCursor);
      const seen = [first, second, third].flatMap(({ data }) => data.map(({ id }) => id));
      assert.equal(new Set(seen).size, 3);
      assert.equal(third.nextCursor, null);
    }),
  },
  {
    name: "finds by the beginnings of words, without accents",
    run: Effect.gen(function* () {
      yield* added({ name: "Zoë Brönte", organisation: "Northern Light", role: "Editor" });
      yield* added({ name: "Nora Zander" });
      assert.deepEqual(namesOf(yield* page("zoe bron")), ["Zoë Brönte"]);
      assert.deepEqual(namesOf(yield* page("north")), ["Zoë Brönte"]);
      assert.deepEqual(namesOf(yield* page("edit")), ["Zoë Brönte"]);
      assert.deepEqual(namesOf(yield* page("z")), ["Nora Zander", "Zoë Brönte"]);
      assert.deepEqual(namesOf(yield* page('"; DROP TABLE partners; --')), []);
      assert.deepEqual(namesOf(yield* page(" \t ")), ["Nora Zander", "Zoë Brönte"]);
    }),
  },
  {
    name: "finds a renamed partner under the new name only",
    run: Effect.gen(function* () {
      const ana = yield* added({ name: "Ana Old" });
      yield* Partners.use((partners) => partners.change(ana.id, { name: "Ana New" } as never, 1));
      assert.deepEqual(namesOf(yield* page("old")), []);
      assert.deepEqual(namesOf(yield* page("new")), ["Ana New"]);
    }),
  },
  {
    name: "refuses a cursor that is not of the list",
    run: Effect.gen(function* () {
      yield* added({ name: "Ana" });
      for (const cursor of ["x", "é", "W10", "bm90LWpzb24"]) {
        yield* rejects(page("", 5, cursor), "CursorInvalid");
      }
    }),
  },
  {
    name: "leaves nothing of a transaction that fails",
    run: Effect.gen(function* () {
      const store = yield* PartnerStore;
      const failing = store.atomically(
        Effect.andThen(added({ name: "Ghost" }), Effect.fail("changed my mind")),
      );
      assert.equal(yield* Effect.flip(failing), "changed my mind");
      assert.deepEqual(namesOf(yield* page()), []);
      yield* added({ name: "Real" });
      assert.deepEqual(namesOf(yield* page()), ["Real"]);
    }),
  },
  {
    name: "leaves nothing of an inner transaction that fails, and keeps the outer",
    run: Effect.gen(function* () {
      const store = yield* PartnerStore;
      const inner = store.atomically(Effect.andThen(added({ name: "Ghost" }), Effect.fail("no")));
      yield* store.atomically(
        Effect.gen(function* () {
          yield* added({ name: "Before" });
          yield* Effect.ignore(inner);
          yield* added({ name: "Later" });
        }),
      );
      assert.deepEqual(namesOf(yield* page()), ["Before", "Later"]);
    }),
  },
];

const day = (number: number): string => instantOf(Date.UTC(2026, 0, 1) + number * 86_400_000);

const aboutEntries: ReadonlyArray<ContractCase<Contracted>> = [
  {
    name: "gives an entry back as it was recorded",
    run: Effect.gen(function* () {
      const ana = yield* added({ name: "Ana" });
      const entry = yield* given(ana.id, {
        at: day(3),
        note: "Shared her launch 🎈",
        evidence: "stated",
      });
      const store = yield* EquityStore;
      assert.deepEqual(yield* store.entryById(entry.id), entry);
      const reversal = yield* RelationshipEquity.use((equity) =>
        equity.reverse(entry.id, { note: "Wrong person" } as never),
      );
      assert.deepEqual(yield* store.entryById(reversal.id), reversal);
      assert.deepEqual(yield* store.reversalOf(entry.id), reversal);
    }),
  },
  {
    name: "balances do not depend on the order in which entries arrive",
    run: Effect.gen(function* () {
      const days = [40, 3, 90, 3, 61, 12, 77, 0];
      const straight = yield* added({ name: "Straight" });
      const mixed = yield* added({ name: "Mixed" });
      const gift = (id: PartnerId, at: number) => given(id, { at: day(at), benefit: at + 1 });
      for (const at of days.toSorted((a, b) => a - b)) yield* gift(straight.id, at);
      for (const at of days) yield* gift(mixed.id, at);
      for (const at of [0, 3, 12.5, 60, 91, 300]) {
        const a = yield* equityOf(straight.id, day(at));
        const b = yield* equityOf(mixed.id, day(at));
        assert.ok(Math.abs(a - b) <= 1e-9 * Math.max(1, a), `day ${at}: ${a} and ${b}`);
      }
    }),
  },
  {
    name: "the kept balance is the fold of all postings",
    run: Effect.gen(function* () {
      const store = yield* EquityStore;
      const ana = yield* added({ name: "Ana" });
      for (const at of [10, 2, 30]) yield* given(ana.id, { at: day(at), benefit: 5 + at });
      yield* given(ana.id, { at: day(20), from: ana.id, to: "me", asked: true, cost: 4 });
      const { policy } = yield* store.terms;
      const postings = yield* store.postings(ana.id, always);
      assert.deepEqual(
        postings.map(({ atMs }) => atMs),
        postings.map(({ atMs }) => atMs).toSorted((a, b) => a - b),
      );
      const { mine } = (yield* snapshotOf(ana.id)).accounts;
      const folded = accountOf(
        postings.map(({ atMs, mine: amount }) => ({ atMs, amount })),
        policy,
      );
      const atMs = msOf(day(100) as never);
      const kept = equityOfAccount(accountAt(mine, atMs, policy));
      const expected = equityOfAccount(accountAt(folded, atMs, policy));
      assert.ok(Math.abs(kept - expected) <= 1e-9 * Math.abs(expected));
      assert.equal(
        (yield* store.postings(ana.id, { ...always, upToMs: msOf(day(10) as never) })).length,
        2,
      );
    }),
  },
  {
    name: "lists entries newest first, in pages",
    run: Effect.gen(function* () {
      const equity = yield* RelationshipEquity;
      const ana = yield* added({ name: "Ana" });
      for (const at of [5, 1, 9, 5, 7]) yield* given(ana.id, { at: day(at) });
      const seen: Array<Entry> = [];
      let cursor: string | null = null;
      do {
        const found: { readonly data: ReadonlyArray<Entry>; readonly nextCursor: string | null } =
          yield* equity.entries(ana.id, { limit: 2, cursor });
        seen.push(...found.data);
        cursor = found.nextCursor;
      } while (cursor !== null);
      assert.deepEqual(
        seen.map(({ at }) => at),
        [9, 7, 5, 5, 1].map(day),
      );
      assert.equal(new Set(seen.map(({ id }) => id)).size, 5);
    }),
  },
  {
    name: "keeps partners apart",
    run: Effect.gen(function* () {
      const ana = yield* added({ name: "Ana" });
      const ben = yield* added({ name: "Ben" });
      yield* given(ana.id);
      assert.equal(yield* equityOf(ben.id), 0);
      const equity = yield* RelationshipEquity;
      assert.equal((yield* equity.entries(ben.id, { limit: 5, cursor: null })).data.length, 0);
      const standings = yield* equity.standings([ben.id, ana.id]);
      assert.deepEqual(
        standings.map(({ partnerId, gifts }) => [partnerId, gifts]),
        [
          [ben.id, 0],
          [ana.id, 1],
        ],
      );
    }),
  },
  {
    name: "the same id with other content is a conflict that names the field",
    run: Effect.gen(function* () {
      const ana = yield* added({ name: "Ana" });
      const entry = yield* given(ana.id, { note: "One" });
      assert.deepEqual(yield* given(ana.id, { id: entry.id, note: "One" }), entry);
      const conflict = yield* rejects(
        given(ana.id, { id: entry.id, note: "Two" }),
        "EntryConflict",
      );
      assert.equal((conflict as { field?: string }).field, "note");
      assert.equal((yield* snapshotOf(ana.id)).accounts.gifts, 1);
    }),
  },
];

const aboutAsks: ReadonlyArray<ContractCase<Contracted>> = [
  {
    name: "of 50 asks at once exactly the earned ones open, and the rest are not covered",
    run: Effect.gen(function* () {
      const ana = yield* added({ name: "Ana" });
      yield* given(ana.id, { benefit: 10.5 });
      yield* given(ana.id, { benefit: 10.5 });
      const outcomes = yield* Effect.all(
        Array.from({ length: 50 }, () => Effect.result(asked(ana.id, { cost: 1 }))),
        { concurrency: "unbounded" },
      );
      const opened = outcomes.filter(({ _tag }) => _tag === "Success");
      const refused = outcomes.flatMap((one) => (one._tag === "Failure" ? [one.failure] : []));
      assert.equal(opened.length, 10);
      assert.ok(refused.every((error) => error instanceof AskNotCovered));
      assert.equal((yield* snapshotOf(ana.id)).reserved, 20);
    }),
  },
  {
    name: "each decision sees the ones before it, also when they pause in between",
    run: Effect.gen(function* () {
      const store = yield* EquityStore;
      const ana = yield* added({ name: "Ana" });
      yield* given(ana.id, { benefit: 81 });
      const seen: Array<number> = [];
      const decide = store.atomically(
        Effect.gen(function* () {
          const { reserved } = yield* snapshotOf(ana.id);
          // A pause that a Durable Object allows in a transaction: its timers stand still there.
          yield* Effect.promise(() => Promise.resolve());
          seen.push(reserved);
          yield* asked(ana.id, { cost: 2 });
        }),
      );
      yield* Effect.all([decide, decide, decide], { concurrency: "unbounded" });
      assert.deepEqual(seen, [0, 4, 8]);
    }),
  },
  {
    name: "a refused ask stays refused, whatever is given later",
    run: Effect.gen(function* () {
      const ana = yield* added({ name: "Ana" });
      const refused = yield* rejects(asked(ana.id, { cost: 9 }), "AskNotCovered");
      const { askId } = refused as AskNotCovered;
      yield* given(ana.id, { benefit: 81 });
      yield* rejects(asked(ana.id, { id: askId, cost: 9 }), "AskRefusedBefore");
      const override = { overrides: askId, overrideReason: "She offered" };
      assert.equal((yield* asked(ana.id, { cost: 900, ...override })).state, "open");
      const unknown = "01a21205-59cf-7000-91df-93b099ef52a4" as AskId;
      yield* rejects(asked(ana.id, { ...override, overrides: unknown }), "AskNotFound");
    }),
  },
  {
    name: "an ask is kept with its verdict, and gives free what it held when it ends",
    run: Effect.gen(function* () {
      const store = yield* EquityStore;
      const equity = yield* RelationshipEquity;
      const ana = yield* added({ name: "Ana" });
      yield* given(ana.id, { benefit: 81 });
      const three = [];
      for (const what of ["A", "B", "C"]) three.push(yield* asked(ana.id, { what, cost: 3 }));
      const [a, b, c] = three as [(typeof three)[0], (typeof three)[0], (typeof three)[0]];
      assert.deepEqual(yield* store.askById(a.id, Date.now()), a);
      assert.ok(a.seq < b.seq && b.seq < c.seq);
      assert.equal((yield* snapshotOf(ana.id)).reserved, 18);
      const granted = yield* equity.grant(a.id, {});
      assert.equal((yield* equity.decline(b.id)).state, "declined");
      assert.equal((yield* equity.withdraw(c.id)).state, "withdrawn");
      assert.equal((yield* snapshotOf(ana.id)).reserved, 0);
      assert.deepEqual((yield* store.askById(a.id, Date.now()))?.coverage, a.coverage);
      const entry = yield* store.entryById(granted.entryId as never);
      assert.equal(entry?.posting.mine, -6);
      yield* rejects(equity.grant(b.id, {}), "AskConflict");
      const open = yield* equity.asks(ana.id, { limit: 10, cursor: null, state: "open" });
      const all = yield* equity.asks(ana.id, { limit: 2, cursor: null, state: null });
      assert.equal(open.data.length, 0);
      assert.deepEqual(
        all.data.map(({ what }) => what),
        ["C", "B"],
      );
    }),
  },
];

const aboutImports: ReadonlyArray<ContractCase<Contracted>> = [
  {
    name: "the same file three times changes nothing the second and third time",
    run: Effect.gen(function* () {
      const imports = yield* PartnerImports;
      const file = { source: "linkedin" as const, rows: rowsOf(130), skipped: 2 };
      const first = yield* imports.commit(file);
      assert.deepEqual(first.counts, {
        new: 130,
        updated: 0,
        unchanged: 0,
        duplicate: 0,
        skipped: 2,
      });
      const before = yield* page("", 100);
      for (const time of [2, 3]) {
        const again = yield* imports.commit(file);
        assert.equal(again.counts.unchanged, 130, `time ${time}`);
      }
      assert.deepEqual(yield* page("", 100), before);
    }),
  },
  {
    name: "an import is undone as one, except for partners that were used since",
    run: Effect.gen(function* () {
      const imports = yield* PartnerImports;
      const known = yield* added({ name: "Person 00003", links: rowsOf(4)[3]?.links ?? [] });
      const batch = yield* imports.commit({ source: "linkedin", rows: rowsOf(120), skipped: 0 });
      assert.deepEqual([batch.counts.new, batch.counts.updated], [119, 1]);
      const [used] = (yield* page("00007")).data;
      yield* given(used?.id as PartnerId);
      const undone = yield* imports.undo(batch.id);
      assert.deepEqual([undone.state, undone.kept], ["undone", 1]);
      const left = yield* page("", 100);
      assert.deepEqual(namesOf(left), ["Person 00003", "Person 00007"]);
      const restored = left.data.find(({ id }) => id === known.id);
      assert.deepEqual([restored?.organisation, restored?.role], ["", ""]);
      const again = yield* imports.commit({ source: "linkedin", rows: rowsOf(120), skipped: 0 });
      assert.deepEqual(
        [again.counts.new, again.counts.updated, again.counts.unchanged],
        [118, 1, 1],
      );
    }),
  },
  {
    name: "an import that a crash left half done is taken back",
    run: Effect.gen(function* () {
      const imports = yield* PartnerImports;
      const store = yield* ImportStore;
      const done = yield* imports.commit({ source: "linkedin", rows: rowsOf(60), skipped: 0 });
      yield* PartnerStore.use(({ atomically }) =>
        atomically(store.put(done, { ...done, state: "running", endedAt: null })),
      );
      assert.equal((yield* imports.recover).length, 1);
      assert.equal((yield* imports.byId(done.id)).state, "undone");
      assert.deepEqual(namesOf(yield* page()), []);
      assert.equal((yield* imports.recover).length, 0);
    }),
  },
  {
    name: "the same import id is the same import again",
    run: Effect.gen(function* () {
      const imports = yield* PartnerImports;
      const id = "01a21205-59cf-7000-91df-93b099ef52a4" as ImportId;
      const first = yield* imports.commit({ id, source: "linkedin", rows: rowsOf(3), skipped: 0 });
      assert.deepEqual(
        yield* imports.commit({ id, source: "linkedin", rows: rowsOf(3), skipped: 0 }),
        first,
      );
      const other = imports.commit({ id, source: "linkedin", rows: rowsOf(9), skipped: 0 });
      yield* rejects(other, "ImportConflict");
      yield* imports.undo(id);
      const again = yield* imports.commit({ id, source: "linkedin", rows: rowsOf(3), skipped: 0 });
      assert.deepEqual([again.state, again.counts.new], ["done", 3]);
      yield* rejects(
        imports.undo("01a21205-59cf-7000-91df-93b099ef52a5" as ImportId),
        "ImportNotFound",
      );
    }),
  },
];

const aboutTrouble: ReadonlyArray<ContractCase<Contracted>> = [
  {
    name: "an import that fails midway is taken back, and can be tried again under its id",
    run: Effect.gen(function* () {
      const imports = yield* PartnerImports;
      const id = "01a21205-59cf-7000-91df-93b099ef52a4" as ImportId;
      const [broken] = rowsOf(1);
      // A name that is no text makes a later chunk fail, as a full disk would.
      const rows = [...rowsOf(150), { ...broken, row: 999, name: null as unknown as string }];
      const exit = yield* Effect.exit(
        imports.commit({ id, source: "linkedin", rows: rows as never, skipped: 0 }),
      );
      assert.equal(exit._tag, "Failure");
      assert.deepEqual(namesOf(yield* page()), []);
      assert.equal((yield* imports.byId(id)).state, "undone");
    }),
  },
  {
    name: "an undo that a crash left half done is finished",
    run: Effect.gen(function* () {
      const imports = yield* PartnerImports;
      const store = yield* ImportStore;
      const done = yield* imports.commit({ source: "linkedin", rows: rowsOf(120), skipped: 0 });
      yield* PartnerStore.use(({ atomically }) =>
        atomically(store.put(done, { ...done, state: "undoing", endedAt: null })),
      );
      yield* imports.recover;
      assert.deepEqual(namesOf(yield* page()), []);
      assert.equal((yield* imports.byId(done.id)).state, "undone");
    }),
  },
  {
    name: "people with one name and two LinkedIn addresses stay two, however many there are",
    run: Effect.gen(function* () {
      const imports = yield* PartnerImports;
      const rows = rowsOf(300).map((row) =>
        Object.assign({ ...row }, { name: "John Smith", organisation: "Acme" }),
      );
      const batch = yield* imports.commit({ source: "linkedin", rows, skipped: 0 });
      assert.equal(batch.counts.new, 300);
      const again = yield* imports.commit({ source: "linkedin", rows, skipped: 0 });
      assert.equal(again.counts.unchanged, 300);
    }),
  },
  {
    name: "names of other scripts are told apart by their marks",
    run: Effect.gen(function* () {
      const imports = yield* PartnerImports;
      const names = ["राम", "रमा", "かき", "かぎ", "กิน", "กัน", "🌱", "🎈"];
      const rows = names.map((name, index) => ({ row: index + 2, name, organisation: "Firm" }));
      const batch = yield* imports.commit({ source: "linkedin", rows, skipped: 0 });
      assert.equal(batch.counts.new, names.length);
    }),
  },
  {
    name: "pages on through the longest names",
    run: Effect.gen(function* () {
      for (const letter of ["각", "漢", "Я"]) yield* added({ name: letter.repeat(200) });
      let cursor: string | null = null;
      const seen: Array<string> = [];
      do {
        const found: Effect.Success<ReturnType<typeof page>> = yield* page("", 1, cursor);
        seen.push(...namesOf(found));
        cursor = found.nextCursor;
        assert.ok((cursor ?? "").length <= 4000);
      } while (cursor !== null);
      assert.equal(seen.length, 3);
    }),
  },
  {
    name: "a moment that has not come does not hide what an ask has used",
    run: Effect.gen(function* () {
      const equity = yield* RelationshipEquity;
      const ana = yield* added({ name: "Ana" });
      yield* given(ana.id, { benefit: 101 });
      const soon = instantOf(Date.now() + 290_000);
      const first = yield* asked(ana.id, { cost: 50 });
      yield* equity.grant(first.id, { at: soon });
      yield* rejects(asked(ana.id, { cost: 50 }), "AskNotCovered");
    }),
  },
  {
    name: "an ask cannot have been granted before it was opened",
    run: Effect.gen(function* () {
      const equity = yield* RelationshipEquity;
      const ana = yield* added({ name: "Ana" });
      yield* given(ana.id, { benefit: 81 });
      const ask = yield* asked(ana.id, { cost: 9 });
      yield* rejects(equity.grant(ask.id, { at: day(0) as never }), "InputInvalid");
    }),
  },
  {
    name: "an override names a refused ask of the same partner",
    run: Effect.gen(function* () {
      const [ana, ben] = [yield* added({ name: "Ana" }), yield* added({ name: "Ben" })];
      const refused = yield* rejects(asked(ana.id, { cost: 9 }), "AskNotCovered");
      const override = { overrides: (refused as AskNotCovered).askId, overrideReason: "x" };
      yield* rejects(asked(ben.id, override), "AskNotFound");
    }),
  },
  {
    name: "a search for no letters finds nobody",
    run: Effect.gen(function* () {
      yield* added({ name: "Ana" });
      assert.deepEqual(namesOf(yield* page("!!!")), []);
    }),
  },
];

/** For every store, in memory or in a database. */
export const contract: ReadonlyArray<ContractCase<Contracted>> = [
  ...aboutPartners,
  ...aboutEntries,
  ...aboutAsks,
  ...aboutImports,
  ...aboutTrouble,
  ...equityContract,
  ...policyContract,
  ...checkpointContract,
  ...dayContract,
  ...partnersContract,
  ...mergeContract,
];
