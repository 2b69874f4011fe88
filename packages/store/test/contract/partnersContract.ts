/** What a store does with lists of partners, searches, circles, acquaintances, and changes of many. */
import assert from "node:assert/strict";
import type { ContactDraft } from "@comity/domain/contact/schema";
import { Contacts } from "@comity/domain/contact";
import { RelationshipEquity } from "@comity/domain/equity";
import {
  type ImportFile,
  PartnerBulk,
  type PartnerFilter,
  type PartnerOrder,
  PartnerImports,
  Partners,
} from "@comity/domain/partner";
import type {
  BulkDraft,
  BulkId,
  Partner,
  PartnerChange,
  PartnerId,
} from "@comity/domain/partner/schema";
import type { Plain } from "@comity/domain/input/plain";
import * as Effect from "effect/Effect";
import type { Contracted, ContractCase } from "./contract.ts";
import { daysAgo } from "./moments.ts";
import { added, asked, given } from "./people.ts";

export const rejects = <A, E, R>(effect: Effect.Effect<A, E, R>, tag: string) =>
  Effect.map(Effect.flip(effect), (error) => {
    assert.equal((error as { _tag?: string })._tag, tag);
    return error;
  });

export const changed = (partnerId: PartnerId, change: Partial<Plain<PartnerChange>>) =>
  Partners.use((partners) => partners.change(partnerId, change as PartnerChange, "any"));

const archived = (partnerId: PartnerId, isArchived = true) =>
  Partners.use((partners) => partners.archive(partnerId, isArchived));

const inTouch = (partnerId: PartnerId, at: string) =>
  Contacts.use((contacts) => contacts.record({ partnerId, at } as ContactDraft));

const listed = (filter: PartnerFilter, order: PartnerOrder = "name") =>
  Effect.map(
    Partners.use((partners) => partners.page({ filter, order, limit: 100, cursor: null })),
    ({ data }) => data.map(({ name }) => name),
  );

const found = (search: string, filter: PartnerFilter = {}) =>
  listed({ ...filter, search }, "best-match");

/** A whole list, page by page. `between` runs after each page. */
const paged = Effect.fnUntraced(function* <E, R>(
  filter: PartnerFilter,
  order: PartnerOrder,
  limit: number,
  between: Effect.Effect<unknown, E, R>,
) {
  const seen: Array<string> = [];
  let cursor: string | null = null;
  do {
    const page: { readonly data: ReadonlyArray<Partner>; readonly nextCursor: string | null } =
      yield* Partners.use((partners) => partners.page({ filter, order, limit, cursor }));
    assert.ok(page.data.length <= limit);
    seen.push(...page.data.map(({ name }) => name));
    cursor = page.nextCursor;
    yield* between;
  } while (cursor !== null);
  return seen;
});

const circles = [5, 15, 50, 150, null] as const;

/** So many people that each filter shows some and hides some, alone and with each other. */
const crowd = Effect.gen(function* () {
  const people: Array<Partner> = [];
  for (let index = 0; index < 24; index++) {
    const draft = {
      name: `${"ZÉaBø"[index % 5] ?? ""}ta ${String(index).padStart(2, "0")}`,
      kind: index % 4 === 0 ? ("organisation" as const) : ("person" as const),
      organisation: index % 3 === 0 ? "Okafor Ltd" : index % 3 === 1 ? "Acme" : "",
      tags: [...(index % 2 === 0 ? ["Press"] : []), ...(index % 5 === 0 ? ["board"] : [])],
      circle: circles[index % circles.length] ?? null,
      notes: index % 7 < 4 ? "Met at the regatta" : "",
    };
    const one = yield* added(draft);
    people.push(index % 6 === 5 ? yield* archived(one.id) : one);
  }
  return people;
});

const filters: Readonly<Record<string, readonly [PartnerFilter, (partner: Partner) => boolean]>> = {
  tag: [{ tag: "PRESS" }, ({ tags }) => tags.includes("Press")],
  circle: [{ circle: 15 }, ({ circle }) => circle !== null && circle <= 15],
  "no circle": [{ circle: "none" }, ({ circle }) => circle === null],
  kind: [{ kind: "organisation" }, ({ kind }) => kind === "organisation"],
  organisation: [{ organisation: "okafor" }, ({ organisation }) => organisation === "Okafor Ltd"],
  search: [{ search: "regatta" }, ({ notes }) => notes !== ""],
  archived: [{ archived: true }, () => true],
  nothing: [{}, () => true],
};

const aboutLists: ReadonlyArray<ContractCase<Contracted>> = [
  {
    name: "each filter shows those it names, alone and with each other, and counts them",
    run: Effect.gen(function* () {
      const people = yield* crowd;
      for (const [one, [first, isFirst]] of Object.entries(filters)) {
        for (const [other, [second, isSecond]] of Object.entries(filters)) {
          const filter = { ...first, ...second };
          const isMeant = (partner: Partner): boolean =>
            (partner.archivedAt !== null) === (filter.archived === true) &&
            isSecond(partner) &&
            (one.endsWith("circle") && other.endsWith("circle") ? true : isFirst(partner));
          const expected = people.filter(isMeant).map(({ name }) => name);
          const what = `${one} and ${other}`;
          assert.deepEqual((yield* listed(filter)).toSorted(), expected.toSorted(), what);
          const count = yield* Partners.use((partners) => partners.count(filter));
          assert.equal(count, expected.length, what);
        }
      }
    }),
  },
  {
    name: "each order comes in pages without gaps or repeats, whatever is shown",
    run: Effect.gen(function* () {
      const people = yield* crowd;
      const ranked = [7, 3, 18, 11, 0].map((index) => (people[index] as Partner).id);
      for (const { id } of people.filter((_, index) => index % 4 === 1)) yield* given(id);
      for (const [index, at] of [3, 9, 1, 14].entries()) {
        yield* inTouch((people[index * 5] as Partner).id, daysAgo(at));
      }
      const orders = [
        ...(["name", "best-match", "circle", "added", "last-contact"] as const),
        { name: "equity", ranked },
      ] satisfies ReadonlyArray<PartnerOrder>;
      for (const order of orders) {
        for (const filter of [{}, { search: "regatta" }, { tag: "press" }, { archived: true }]) {
          const whole = yield* listed(filter, order);
          assert.equal(new Set(whole).size, whole.length);
          for (const limit of [1, 2, 5]) {
            const what = JSON.stringify([order, filter, limit]);
            assert.deepEqual(yield* paged(filter, order, limit, Effect.void), whole, what);
          }
          assert.equal(whole.length, yield* Partners.use((partners) => partners.count(filter)));
        }
      }
    }),
  },
  {
    name: "each order means what its name says",
    run: Effect.gen(function* () {
      const names = ["Zoë", "ana", "Émile", "Ben", "Ümit"];
      const [zoe, ana, emile, ben] = yield* Effect.forEach(names, (name) => added({ name }));
      if (!zoe || !ana || !emile || !ben) throw new Error("nobody");
      yield* changed(zoe.id, { circle: 5 });
      yield* changed(ben.id, { circle: 150 });
      yield* changed(emile.id, { circle: 5 });
      yield* inTouch(ana.id, daysAgo(40));
      yield* given(ben.id, { at: daysAgo(90) });
      yield* inTouch(ben.id, daysAgo(2));
      yield* given(emile.id, { at: daysAgo(20) });
      assert.deepEqual(yield* listed({}, "name"), ["ana", "Ben", "Émile", "Ümit", "Zoë"]);
      assert.deepEqual(yield* listed({}, "best-match"), ["ana", "Ben", "Émile", "Ümit", "Zoë"]);
      assert.deepEqual(yield* listed({}, "circle"), ["Émile", "Zoë", "Ben", "ana", "Ümit"]);
      assert.deepEqual(yield* listed({}, "added"), names.toReversed());
      assert.deepEqual(yield* listed({}, "last-contact"), ["ana", "Émile", "Ben", "Ümit", "Zoë"]);
      const ranked = { name: "equity", ranked: [zoe.id, ana.id] };
      assert.deepEqual(yield* listed({}, ranked), ["Zoë", "ana", "Ben", "Émile", "Ümit"]);
    }),
  },
  {
    name: "a ranking by goodwill has those with whom there is none behind it",
    run: Effect.gen(function* () {
      const equity = yield* RelationshipEquity;
      const [ana, ben, cleo] = [
        yield* added({ name: "Ana" }),
        yield* added({ name: "Ben" }),
        yield* added({ name: "Cleo" }),
      ];
      yield* given(cleo.id, { benefit: 50 });
      yield* given(ben.id, { benefit: 90 });
      yield* asked(ben.id, { cost: 40 });
      const byEquity = { name: "equity", ranked: yield* equity.ranking("equity") };
      const byEarned = { name: "earned", ranked: yield* equity.ranking("earned") };
      assert.deepEqual(yield* listed({}, byEquity), ["Ben", "Cleo", "Ana"]);
      assert.deepEqual(yield* listed({}, byEarned), ["Cleo", "Ben", "Ana"]);
      yield* archived(ana.id);
      assert.deepEqual(yield* listed({}, byEquity), ["Ben", "Cleo"]);
    }),
  },
  ...(["name", "best-match", "circle", "added", "last-contact", "ranked"] as const).map(
    (sort): ContractCase<Contracted> => ({
      name: `the order ${sort} has no gaps and no repeats while the list changes`,
      run: Effect.gen(function* () {
        const people = yield* Effect.forEach(
          Array.from({ length: 12 }, (_, index) => index),
          (index) => added({ name: `Mara ${String(index).padStart(2, "0")}`, circle: 50 }),
        );
        const ids = people.map(({ id }) => id);
        for (const [index, id] of ids.entries()) yield* inTouch(id, daysAgo(40 - index));
        const order = sort === "ranked" ? { name: "equity", ranked: ids } : sort;
        const first = yield* Partners.use((partners) =>
          partners.page({ filter: { search: "mara" }, order, limit: 4, cursor: null }),
        );
        const last = first.data.at(-1) as Partner;
        // The last of the page leaves the list, another one before it too, and somebody comes.
        yield* archived(last.id);
        yield* added({ name: "Mara 00 again", circle: 50, notes: "mara ".repeat(50) });
        const rest = yield* Partners.use((partners) =>
          partners.page({
            filter: { search: "mara" },
            order,
            limit: 100,
            cursor: first.nextCursor,
          }),
        );
        const shown = new Set(first.data.map(({ id }) => id));
        const expected = ids.filter((id) => !shown.has(id));
        const seen = rest.data.map(({ id }) => id).filter((id) => ids.includes(id));
        assert.deepEqual(seen.toSorted(), expected.toSorted());
      }),
    }),
  ),
  {
    name: "a cursor of one order is refused in another",
    run: Effect.gen(function* () {
      for (const name of ["Ana", "Ben", "Cleo"]) yield* added({ name, circle: 5 });
      const partners = yield* Partners;
      const { nextCursor } = yield* partners.page({
        filter: {},
        order: "name",
        limit: 1,
        cursor: null,
      });
      assert.ok(nextCursor !== null);
      for (const cursor of ["x", "W10", "bm90LWpzb24"]) {
        for (const order of ["circle", "added", "last-contact"] as const) {
          yield* rejects(partners.page({ filter: {}, order, limit: 1, cursor }), "CursorInvalid");
        }
      }
    }),
  },
];

const aboutSearch: ReadonlyArray<ContractCase<Contracted>> = [
  {
    name: "a search looks through names, notes, tags, organisations, offers and goals",
    run: Effect.gen(function* () {
      yield* added({
        name: "Zoë Brönte",
        affiliations: [
          { organisation: "Northern Light", role: "Editor", from: null, to: null },
          { organisation: "Harbour", role: "Trustee", from: null, to: "2020-01-01" },
        ] as never,
        tags: ["Lighthouse"],
        notes: "Plays the bassoon",
        offers: ["A stage in Leipzig"],
        goals: [{ what: "A translator", said: "", saidOn: null }],
        howWeMet: "On a ferry",
        emails: ["zoe@nl.example"],
      });
      yield* added({ name: "Somebody Else" });
      for (const word of [
        "zoe",
        "BRÖNTE",
        "bron",
        "northern",
        "editor",
        "harbour",
        "trust",
        "lighth",
        "bassoon",
        "leipzig",
        "translator",
        "ferry",
        "nl.example",
        "zoe bassoon stage",
      ]) {
        assert.deepEqual(yield* found(word), ["Zoë Brönte"], word);
      }
      assert.deepEqual(yield* found("zoe somebody"), []);
    }),
  },
  {
    name: "a search knows letters that others write otherwise",
    run: Effect.gen(function* () {
      yield* added({ name: "Jürgen Weiß" });
      yield* added({ name: "Søren Łuk" });
      for (const word of ["weiß", "weiss", "WEISS", "jurgen", "jürgen", "ju\u0308rgen"]) {
        assert.deepEqual(yield* found(word), ["Jürgen Weiß"], word);
      }
      for (const word of ["soren", "søren", "luk", "Łuk"]) {
        assert.deepEqual(yield* found(word), ["Søren Łuk"], word);
      }
    }),
  },
  {
    name: "typing errors are forgiven: one from four letters on, two from eight",
    run: Effect.gen(function* () {
      yield* added({ name: "Hannah Christopher" });
      yield* added({ name: "Casper Vogt" });
      for (const [typed, name] of [
        ["hanah", "Hannah Christopher"],
        ["ahnnah", "Hannah Christopher"],
        ["hannha", "Hannah Christopher"],
        ["kannah", "Hannah Christopher"],
        ["annah", "Hannah Christopher"],
        ["hxannah", "Hannah Christopher"],
        ["xhannah", "Hannah Christopher"],
        ["christpher", "Hannah Christopher"],
        ["kristopher", "Hannah Christopher"],
        ["chrostophar", "Hannah Christopher"],
        ["kasper", "Casper Vogt"],
        ["acsper", "Casper Vogt"],
        ["vogr", "Casper Vogt"],
        ["kasper vogt", "Casper Vogt"],
        ["casp vgot", "Casper Vogt"],
      ] as const) {
        assert.deepEqual(yield* found(typed), [name], typed);
        const count = yield* Partners.use(({ count: of }) => of({ search: typed }));
        assert.equal(count, 1, typed);
      }
      for (const typed of ["vog1x", "vxt", "hxxnah", "chxxxtopher", "casper hannah", "q"]) {
        assert.deepEqual(yield* found(typed), [], typed);
        assert.equal(yield* Partners.use(({ count: of }) => of({ search: typed })), 0, typed);
      }
    }),
  },
  {
    name: "errors are forgiven only where nobody in the list fits without",
    run: Effect.gen(function* () {
      const ana = yield* added({ name: "Anna", tags: ["press"] });
      yield* added({ name: "Anne" });
      assert.deepEqual(yield* found("anna"), ["Anna"]);
      assert.deepEqual(yield* found("anne", { tag: "press" }), ["Anna"]);
      yield* archived(ana.id);
      assert.deepEqual(yield* found("anna"), ["Anne"]);
      assert.deepEqual(yield* found("anna", { archived: true }), ["Anna"]);
      assert.deepEqual(yield* found("anne", { archived: true }), ["Anna"]);
    }),
  },
  {
    name: "a name comes before what somebody does, and that before a note",
    run: Effect.gen(function* () {
      yield* added({ name: "Aaron", notes: "Knows Mara well" });
      yield* added({ name: "Bert", organisation: "Mara Books" });
      yield* added({ name: "Marabel" });
      yield* added({ name: "Zita Mara" });
      yield* added({ name: "Mara Quint", notes: "mara mara mara" });
      assert.deepEqual(yield* found("mara"), [
        "Mara Quint",
        "Zita Mara",
        "Marabel",
        "Bert",
        "Aaron",
      ]);
      assert.deepEqual(yield* found("maara"), [
        "Mara Quint",
        "Marabel",
        "Zita Mara",
        "Bert",
        "Aaron",
      ]);
    }),
  },
  {
    name: "a search follows what a partner is now, and forgets who is gone",
    run: Effect.gen(function* () {
      const partners = yield* Partners;
      const ana = yield* added({ name: "Ana", notes: "Sails", tags: ["crew"], offers: ["A boat"] });
      yield* changed(ana.id, { notes: "Rides", tags: ["team"], offers: [] });
      for (const gone of ["sails", "crew", "boat"]) assert.deepEqual(yield* found(gone), [], gone);
      for (const now of ["rides", "team"]) assert.deepEqual(yield* found(now), ["Ana"], now);
      yield* partners.remove(ana.id);
      for (const gone of ["rides", "team", "ana"]) assert.deepEqual(yield* found(gone), [], gone);
    }),
  },
  {
    name: "a search cannot say anything to the database",
    run: Effect.gen(function* () {
      yield* added({ name: "Ana Near", notes: "name about notes" });
      for (const search of [
        'ana" OR "x',
        "ana*",
        "name:ana",
        "-ana",
        "^ana",
        "NEAR(ana",
        "{name}",
      ]) {
        yield* found(search);
      }
      assert.deepEqual(yield* found("ana NEAR"), ["Ana Near"]);
      assert.deepEqual(yield* found("ana AND OR NOT"), []);
    }),
  },
];

const aboutTagsAndCircles: ReadonlyArray<ContractCase<Contracted>> = [
  {
    name: "tags are counted over partners in use, whatever their capitals",
    run: Effect.gen(function* () {
      const partners = yield* Partners;
      yield* added({ name: "Ana", tags: ["press", "Board"] });
      const ben = yield* added({ name: "Ben", tags: ["Press"] });
      yield* added({ name: "Cleo", tags: ["zebra", "PRESS"] });
      assert.deepEqual(yield* partners.tags(9), [
        { tag: "PRESS", partners: 3 },
        { tag: "Board", partners: 1 },
        { tag: "zebra", partners: 1 },
      ]);
      assert.equal((yield* partners.tags(1)).length, 1);
      yield* archived(ben.id);
      assert.deepEqual((yield* partners.tags(1))[0], { tag: "PRESS", partners: 2 });
      yield* archived(ben.id, false);
      yield* changed(ben.id, { tags: [] });
      assert.deepEqual((yield* partners.tags(1))[0]?.partners, 2);
    }),
  },
  {
    name: "circles are counted with those within, and have room",
    run: Effect.gen(function* () {
      const partners = yield* Partners;
      for (const circle of [5, 5, 15, 150] as const) yield* added({ name: "In", circle });
      const out = yield* added({ name: "Out", circle: 50 });
      yield* added({ name: "None" });
      yield* archived(out.id);
      const counts = yield* partners.circles(12);
      assert.deepEqual(
        counts.map(({ circle, partners: within, most }) => [circle, within, most]),
        [
          [5, 2, 5],
          [15, 3, 12],
          [50, 3, 50],
          [150, 4, 150],
        ],
      );
    }),
  },
];

const aboutAcquaintances: ReadonlyArray<ContractCase<Contracted>> = [
  {
    name: "who knows whom is seen from both sides, and said once",
    run: Effect.gen(function* () {
      const partners = yield* Partners;
      const [ana, ben] = [
        yield* added({ name: "Ana", organisation: "Mar" }),
        yield* added({ name: "Ben" }),
      ];
      const seen = (id: PartnerId) =>
        Effect.map(partners.acquaintances(id), (all) => all.map(({ kind, name }) => [kind, name]));
      for (const _ of [1, 2]) yield* partners.relate(ana.id, ben.id, "introduced-by", true);
      assert.deepEqual(yield* seen(ana.id), [["introduced-by", "Ben"]]);
      assert.deepEqual(yield* seen(ben.id), [["introduced", "Ana"]]);
      for (const [a, b] of [
        [ana, ben],
        [ben, ana],
      ] as const) {
        yield* partners.relate(a.id, b.id, "works-with", true);
      }
      assert.deepEqual(yield* seen(ben.id), [
        ["introduced", "Ana"],
        ["works-with", "Ana"],
      ]);
      assert.deepEqual((yield* partners.acquaintances(ben.id))[0], {
        kind: "introduced",
        partnerId: ana.id,
        name: "Ana",
        organisation: "Mar",
      });
      for (const _ of [1, 2]) yield* partners.relate(ben.id, ana.id, "works-with", false);
      assert.deepEqual(yield* seen(ana.id), [["introduced-by", "Ben"]]);
      yield* rejects(partners.relate(ana.id, ana.id, "works-with", true), "InputInvalid");
      yield* partners.remove(ben.id);
      assert.deepEqual(yield* seen(ana.id), []);
      yield* rejects(partners.relate(ana.id, ben.id, "works-with", true), "PartnerNotFound");
      yield* rejects(partners.acquaintances(ben.id), "PartnerNotFound");
    }),
  },
];

const aboutIdentity: ReadonlyArray<ContractCase<Contracted>> = [
  {
    name: "a partner is found by address and by what another system calls them",
    run: Effect.gen(function* () {
      const partners = yield* Partners;
      const ana = yield* added({
        name: "Ana",
        emails: ["Ana@Mar.example"],
        externalIds: ["hubspot:1", "sf:2"],
      });
      const linked = yield* added({
        name: "Ben",
        emails: ["ben@okafor.example"],
        links: ["https://linkedin.com/in/ben"],
      });
      assert.equal(yield* partners.byReference({ email: "ana@mar.EXAMPLE" }), ana.id);
      assert.equal(yield* partners.byReference({ email: "ben@okafor.example" }), linked.id);
      assert.equal(yield* partners.byReference({ externalId: "sf:2" }), ana.id);
      yield* rejects(partners.byReference({ email: "x@y.zz" }), "PartnerNotFound");
      yield* rejects(partners.byReference({ externalId: "sf:3" }), "PartnerNotFound");
      const again = yield* added({ name: "Ana B", emails: ["ana@mar.example"] });
      const refusal = yield* rejects(
        partners.byReference({ email: "ana@mar.example" }),
        "PartnerAmbiguous",
      );
      assert.deepEqual((refusal as { partnerIds?: unknown }).partnerIds, [ana.id, again.id]);
      yield* changed(ana.id, { emails: [], externalIds: ["hubspot:1"] });
      assert.equal(yield* partners.byReference({ email: "ana@mar.example" }), again.id);
      yield* rejects(partners.byReference({ externalId: "sf:2" }), "PartnerNotFound");
    }),
  },
  {
    name: "what another system calls one partner, it calls no other",
    run: Effect.gen(function* () {
      const ana = yield* added({ name: "Ana", externalIds: ["hubspot:1"] });
      const ben = yield* added({ name: "Ben" });
      const taken = yield* rejects(
        changed(ben.id, { externalIds: ["sf:1", "hubspot:1"] }),
        "ExternalIdTaken",
      );
      assert.deepEqual(
        [
          (taken as { externalId?: string }).externalId,
          (taken as { partnerId?: string }).partnerId,
        ],
        ["hubspot:1", ana.id],
      );
      yield* rejects(added({ name: "Cleo", externalIds: ["hubspot:1"] }), "ExternalIdTaken");
      yield* changed(ana.id, { externalIds: ["hubspot:1", "sf:1"] });
      yield* changed(ana.id, { externalIds: [] });
      assert.deepEqual((yield* changed(ben.id, { externalIds: ["hubspot:1"] })).externalIds, [
        "hubspot:1",
      ]);
    }),
  },
  {
    name: "who is put away keeps all that is known, and comes back as they were",
    run: Effect.gen(function* () {
      const partners = yield* Partners;
      const ana = yield* added({ name: "Ana", tags: ["press"], emails: ["ana@mar.example"] });
      yield* given(ana.id);
      const away = yield* archived(ana.id);
      assert.equal(away.version, 2);
      assert.deepEqual(yield* archived(ana.id), away);
      assert.equal(yield* partners.byReference({ email: "ana@mar.example" }), ana.id);
      assert.deepEqual(yield* listed({}), []);
      assert.deepEqual(yield* listed({ archived: true }), ["Ana"]);
      assert.equal(yield* partners.count({}), 0);
      assert.equal(yield* partners.count({ archived: true }), 1);
      const back = yield* archived(ana.id, false);
      assert.deepEqual({ ...back, updatedAt: ana.updatedAt, version: 1 }, ana);
      assert.deepEqual(
        [yield* partners.count({}), yield* partners.count({ archived: true })],
        [1, 0],
      );
    }),
  },
  {
    name: "nobody is forgotten with whom something is written down",
    run: Effect.gen(function* () {
      const partners = yield* Partners;
      const uses = [
        (id: PartnerId) => given(id),
        (id: PartnerId) => Effect.flip(asked(id, { cost: 99 })),
        (id: PartnerId) => inTouch(id, daysAgo(3)),
      ];
      for (const use of uses) {
        const one = yield* added({ name: "Used" });
        yield* use(one.id);
        yield* rejects(partners.remove(one.id), "PartnerInUse");
        assert.deepEqual(yield* partners.byId(one.id), one);
      }
      const free = yield* added({ name: "Free" });
      yield* partners.remove(free.id);
      yield* rejects(partners.byId(free.id), "PartnerNotFound");
      yield* rejects(partners.remove(free.id), "PartnerNotFound");
      assert.equal(yield* partners.count({}), uses.length);
    }),
  },
  {
    name: "two files that say two things do not change a partner back and forth",
    run: Effect.gen(function* () {
      const imports = yield* PartnerImports;
      const said = { row: 2, name: "Ana Lima", emails: ["ana@mar.example"], tags: ["crew"] };
      const files = [
        {
          source: "linkedin" as const,
          skipped: 0,
          rows: [{ ...said, organisation: "Mar", role: "Chair", notes: "From one" }],
        },
        {
          source: "google" as const,
          skipped: 0,
          rows: [
            {
              ...said,
              organisation: "Mar & Filhos",
              role: "Boss",
              tags: ["Crew", "google"],
              notes: "From two",
              contacts: [{ on: "2024-03-12" as never, note: "Lunch" }],
            },
          ],
        },
      ] satisfies readonly [ImportFile, ImportFile];
      const [one, two] = files;
      yield* imports.commit(one);
      yield* imports.commit(two);
      const partners = yield* Partners;
      const { data } = yield* partners.page({ filter: {}, order: "name", limit: 9, cursor: null });
      const [ana] = data;
      assert.equal(data.length, 1);
      assert.deepEqual([ana?.role, ana?.organisation], ["Chair", "Mar"]);
      assert.deepEqual(ana?.tags, ["crew", "google"]);
      assert.equal(ana?.notes, "From one\n\nFrom two");
      for (const file of [one, two, one, two]) {
        const { counts } = yield* imports.commit(file);
        assert.deepEqual([counts.unchanged, counts.updated, counts.new], [1, 0, 0]);
      }
      assert.deepEqual(yield* partners.byId(ana?.id as PartnerId), ana);
      const contacts = yield* Contacts.use((all) =>
        all.page(ana?.id as PartnerId, { limit: 9, cursor: null }),
      );
      assert.deepEqual(
        contacts.data.map(({ note }) => note),
        ["Lunch"],
      );
    }),
  },
  {
    name: "a contact that two rows or two files tell of is written down once, and goes with its import",
    run: Effect.gen(function* () {
      const imports = yield* PartnerImports;
      const lunch = { on: "2024-03-12" as never, note: "Lunch" };
      const row = { row: 2, name: "Ana Lima", emails: ["ana@mar.example"] };
      const ana = yield* added({ name: "Ana Lima", emails: ["ana@mar.example"] });
      const first = yield* imports.commit({
        source: "csv",
        skipped: 0,
        rows: [{ ...row, contacts: [lunch, lunch] }],
      });
      yield* imports.commit({ source: "vcard", skipped: 0, rows: [{ ...row, contacts: [lunch] }] });
      const notes = Effect.map(
        Contacts.use((all) => all.page(ana.id, { limit: 9, cursor: null })),
        ({ data }) => data.map(({ note }) => note),
      );
      assert.deepEqual(yield* notes, ["Lunch"]);
      yield* imports.undo(first.id);
      assert.deepEqual(yield* notes, []);
    }),
  },
];

const bulk = (partnerIds: ReadonlyArray<PartnerId>, change: object, id?: BulkId) =>
  PartnerBulk.use((many) => many.change({ partnerIds, change, id } as BulkDraft));
const bulkUndone = (id: BulkId) => PartnerBulk.use(({ undo }) => undo(id));

const aboutBulk: ReadonlyArray<ContractCase<Contracted>> = [
  {
    name: "many are changed at once, and taken back together where it still stands",
    run: Effect.gen(function* () {
      const partners = yield* Partners;
      const people = yield* Effect.forEach(
        Array.from({ length: 130 }, (_, index) => index),
        (index) => added({ name: `P ${index}`, tags: index % 2 === 0 ? ["old"] : [] }),
      );
      const ids = people.map(({ id }) => id);
      const [first, second, third] = ids as [PartnerId, PartnerId, PartnerId];
      const unknown = "01a21205-59cf-7000-91df-93b099ef52a4" as PartnerId;
      const done = yield* bulk([...ids, first, unknown], {
        addTags: ["new", "OLD"],
        circle: 15,
        cadenceDays: 9,
      });
      assert.deepEqual([done.changed, done.unknown], [130, 1]);
      assert.deepEqual((yield* partners.byId(second)).tags, ["new", "OLD"]);
      assert.deepEqual((yield* partners.byId(first)).tags, ["old", "new"]);
      yield* changed(first, { circle: 5 });
      yield* changed(second, { tags: ["new", "OLD", "own"] });
      yield* archived(third);
      assert.equal((yield* bulkUndone(done.id)).changed, 130);
      const [one, two] = [yield* partners.byId(first), yield* partners.byId(second)];
      assert.deepEqual([one.circle, one.tags, one.cadenceDays], [5, ["old"], null]);
      assert.deepEqual([two.circle, two.tags], [null, ["own"]]);
      const put = yield* partners.byId(third);
      assert.deepEqual([put.circle, put.archivedAt !== null], [null, true]);
      assert.equal(yield* partners.count({ tag: "new" }), 0);
      assert.equal((yield* bulkUndone(done.id)).changed, 0);
    }),
  },
  {
    name: "parts of one change are taken back as one, each from its first state",
    run: Effect.gen(function* () {
      const partners = yield* Partners;
      const [ana, ben] = [yield* added({ name: "Ana" }), yield* added({ name: "Ben" })];
      const { id } = yield* bulk([ana.id], { addTags: ["a"] });
      yield* bulk([ana.id, ben.id], { addTags: ["b"], archived: true }, id);
      assert.equal((yield* bulk([ana.id], { addTags: ["b"] }, id)).changed, 0);
      assert.equal((yield* bulkUndone(id)).changed, 2);
      for (const before of [ana, ben]) {
        const { updatedAt: _, version: __, ...after } = yield* partners.byId(before.id);
        const { updatedAt: ___, version: ____, ...was } = before;
        assert.deepEqual(after, was);
      }
    }),
  },
  {
    name: "a change of many is refused as a whole where one has no room for another tag",
    run: Effect.gen(function* () {
      const partners = yield* Partners;
      const tags = Array.from({ length: 30 }, (_, index) => `tag ${index}`);
      const [full, free] = [yield* added({ name: "Full", tags }), yield* added({ name: "Free" })];
      yield* rejects(bulk([free.id, full.id], { addTags: ["more"] }), "InputInvalid");
      assert.deepEqual((yield* partners.byId(free.id)).tags, []);
      const swap = { addTags: ["more"], removeTags: ["tag 0"] };
      assert.equal((yield* bulk([full.id], swap)).changed, 1);
    }),
  },
  {
    name: "an undo passes over who is gone",
    run: Effect.gen(function* () {
      const [ana, ben] = [yield* added({ name: "Ana" }), yield* added({ name: "Ben" })];
      const { id } = yield* bulk([ana.id, ben.id], { circle: 5 });
      yield* Partners.use((partners) => partners.remove(ana.id));
      assert.equal((yield* bulkUndone(id)).changed, 1);
    }),
  },
];

export const partnersContract: ReadonlyArray<ContractCase<Contracted>> = [
  ...aboutLists,
  ...aboutSearch,
  ...aboutTagsAndCircles,
  ...aboutAcquaintances,
  ...aboutIdentity,
  ...aboutBulk,
];
