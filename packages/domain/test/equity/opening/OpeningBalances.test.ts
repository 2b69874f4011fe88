import { assert, describe, it } from "@effect/vitest";
import * as Effect from "effect/Effect";
import { TestClock } from "effect/testing";
import { OpeningBalances, RelationshipEquity } from "@comity/domain/equity";
import { dayMs } from "@comity/domain/equity/rules";
import type { Closeness, EntryId, Help, OpeningCard } from "@comity/domain/equity/schema";
import { layerMemory } from "@comity/domain/memory";
import { Partners } from "@comity/domain/partner";
import { PartnerDraft, type PartnerId } from "@comity/domain/partner/schema";
import { breach, day, exact, opening, refusalOf } from "../../support/facts.ts";
import {
  ana,
  askDraft,
  ben,
  entryId,
  gift,
  opened,
  partnerId,
  startMs,
} from "../../support/sample.ts";

const closenessEp: Readonly<Record<Closeness, number>> = {
  distant: 0,
  acquainted: 1,
  friendly: 3,
  close: 9,
};
const helpEp: Readonly<Record<Help, number>> = { none: 0, XS: 1, S: 3, M: 9, L: 27, XL: 81 };

const pairs = <A extends string, B extends string>(
  a: Readonly<Record<A, number>>,
  b: Readonly<Record<B, number>>,
) =>
  (Object.keys(a) as Array<A>).flatMap((x) =>
    (Object.keys(b) as Array<B>).map((y) => [x, y] as const),
  );

describe("an opening", () => {
  for (const [closeness, help] of pairs(closenessEp, helpEp)) {
    it.effect(
      `posts closeness in both directions, and help in its own: ${closeness}, ${help}`,
      () =>
        Effect.gen(function* () {
          const equity = yield* opened;
          const near = closenessEp[closeness];
          const given = yield* equity.open(opening({ closeness, given: help }));
          assert.deepEqual(given.posting, { mine: near + helpEp[help], theirs: near });
          const received = yield* equity.open(
            opening({ partnerId: ben, closeness, received: help }),
          );
          assert.deepEqual(received.posting, { mine: near, theirs: near + helpEp[help] });
          assert.deepInclude<object>(given, {
            kind: "opening",
            closeness,
            given: helpEp[help],
            received: 0,
            note: "",
          });
          assert.strictEqual((yield* equity.statement(ana, null)).equity, near + helpEp[help]);
          assert.strictEqual((yield* equity.statement(ben, null)).equity, near);
          assert.strictEqual((yield* equity.statement(ben, null)).gifts, 0);
        }).pipe(Effect.provide(exact())),
    );
  }

  it.effect("counts as what people say themselves", () =>
    Effect.gen(function* () {
      const equity = yield* opened;
      const { posting } = yield* equity.open(
        opening({ closeness: "close", given: "M", received: "S" }),
      );
      assert.deepEqual(posting, { mine: 9, theirs: 6 });
    }).pipe(Effect.provide(exact({ q: { observed: 1, stated: 0.5, estimated: 0.1 } }))),
  );

  for (const [given, gifts] of [
    ["none", 0],
    ["XS", 1],
    ["S", 1],
    ["M", 2],
    ["L", 2],
    ["XL", 2],
  ] as const) {
    it.effect(`counts as ${gifts} gifts before a first ask, with help of ${given}`, () =>
      Effect.gen(function* () {
        const equity = yield* opened;
        yield* equity.open(opening({ closeness: "close", given }));
        assert.strictEqual((yield* equity.statement(ana, null)).gifts, gifts);
        const { verdict } = yield* equity.coverage(askDraft({ cost: "XS" }));
        assert.strictEqual(verdict, gifts < 2 ? "early" : "earned");
      }).pipe(Effect.provide(exact())),
    );
  }

  it.effect("of the past has faded since", () =>
    Effect.gen(function* () {
      const equity = yield* opened;
      const entry = yield* equity.open(opening({ given: "XL", at: day(-200) }));
      assert.strictEqual(entry.at, day(-200));
      const { principal, interest } = yield* equity.statement(ana, null);
      assert.closeTo(principal, 81 / 4, 1e-12);
      assert.closeTo(interest, (0.5 * Math.LN2 * 2 * 81) / 4, 1e-12);
      const { reciprocity, tenure, rhythm } = yield* equity.relationship(ana);
      assert.closeTo(reciprocity.given, 81 / 4, 1e-12);
      assert.deepEqual([tenure.since, rhythm.contacts], [null, 0], "memory is no contact");
      const early = yield* refusalOf(equity.open(opening({ partnerId: ben, at: day(1) })));
      assert.strictEqual(early, "InputInvalid /at in-the-future");
    }).pipe(Effect.provide(exact({ halfLifeDays: 100 }))),
  );

  it.effect("is the same for the same id and content, and a conflict otherwise", () =>
    Effect.gen(function* () {
      const equity = yield* opened;
      const draft = opening({ id: entryId(1), closeness: "close", given: "M", at: day(-1) });
      const first = yield* equity.open(draft);
      yield* TestClock.adjust("1 day");
      assert.deepStrictEqual(yield* equity.open(draft), first);
      for (const [field, other] of Object.entries({
        partnerId: { partnerId: ben },
        closeness: { closeness: "distant" },
        given: { given: "S" },
        received: { received: "S" },
        at: { at: day(-2) },
      })) {
        const refused = yield* refusalOf(equity.open(opening({ ...draft, ...other })));
        assert.strictEqual(refused, `EntryConflict ${field}`);
      }
      assert.lengthOf((yield* equity.entries(ana, { limit: 9, cursor: null })).data, 1);
    }).pipe(Effect.provide(exact())),
  );

  it.effect("is refused where something stands, and allowed again once that was taken back", () =>
    Effect.gen(function* () {
      const equity = yield* opened;
      const hasEntries = "InputInvalid /partnerId has-entries";
      const facts: ReadonlyArray<Effect.Effect<{ readonly id: EntryId }, unknown>> = [
        equity.record(gift()),
        equity.record(gift({ from: ana, to: "me" })),
        equity.recordBreach(breach()),
        equity.recordBreach(breach({ from: ana, to: "me" })),
        equity.open(opening({ given: "M" })),
      ];
      for (const record of facts) {
        const { id } = yield* record;
        assert.strictEqual(yield* refusalOf(equity.open(opening())), hasEntries);
        yield* equity.reverse(id, {});
      }
      const { posting } = yield* equity.open(opening({ closeness: "friendly" }));
      assert.strictEqual(posting.mine, 3);
      const nobody = opening({ partnerId: partnerId(404) });
      assert.strictEqual(yield* refusalOf(equity.open(nobody)), "PartnerNotFound");
    }).pipe(Effect.provide(exact())),
  );
});

const progress = OpeningBalances.use((openings) => openings.progress);

const cards = (limit = 100, cursor: string | null = null) =>
  OpeningBalances.use((openings) => openings.cards({ limit, cursor }));

const namesOf = ({ data }: { readonly data: ReadonlyArray<OpeningCard> }) =>
  data.map(({ name }) => name);

const add = (number: number, name: string, knownSince?: string) =>
  Partners.use((partners) =>
    partners.add(PartnerDraft.parse({ id: partnerId(number), name, knownSince })),
  );

describe("the deck", () => {
  it.effect("holds those with whom nothing is written down, and counts them", () =>
    Effect.gen(function* () {
      const equity = yield* opened;
      const { skip, unskip } = yield* OpeningBalances;
      assert.deepEqual(yield* progress, { left: 2, answered: 0, skipped: 0 });
      const { id } = yield* equity.open(opening({ given: "S" }));
      assert.deepEqual(yield* progress, { left: 1, answered: 1, skipped: 0 });
      assert.deepEqual(namesOf(yield* cards()), ["Ben Okafor"]);
      for (const _ of [1, 2]) {
        assert.deepEqual(yield* skip(ben), { left: 0, answered: 1, skipped: 1 });
      }
      assert.isEmpty((yield* cards()).data);
      for (const _ of [1, 2]) {
        assert.deepEqual(yield* unskip(ben), { left: 1, answered: 1, skipped: 0 });
      }
      yield* equity.reverse(id, {});
      assert.deepEqual(yield* progress, { left: 2, answered: 0, skipped: 0 });
      assert.deepEqual(namesOf(yield* cards()), ["Ana Lima", "Ben Okafor"]);
      const wrong = yield* equity.recordBreach(breach());
      assert.deepEqual(yield* progress, { left: 1, answered: 0, skipped: 0 });
      yield* equity.reverse(wrong.id, {});
      assert.deepEqual(yield* progress, { left: 2, answered: 0, skipped: 0 });
    }).pipe(Effect.provide(layerMemory())),
  );

  it.effect("counts one who was passed over and then written about as answered only", () =>
    Effect.gen(function* () {
      const equity = yield* opened;
      const { skip } = yield* OpeningBalances;
      yield* skip(ana);
      const { id } = yield* equity.open(opening({ given: "S" }));
      assert.deepEqual(yield* progress, { left: 1, answered: 1, skipped: 0 });
      yield* equity.reverse(id, {});
      assert.deepEqual(yield* progress, { left: 1, answered: 0, skipped: 1 });
    }).pipe(Effect.provide(layerMemory())),
  );

  it.effect("passes over only partners that were added", () =>
    Effect.gen(function* () {
      yield* opened;
      const { skip, unskip } = yield* OpeningBalances;
      for (const verb of [skip(partnerId(404)), unskip(partnerId(404))]) {
        assert.strictEqual(yield* refusalOf(verb), "PartnerNotFound");
      }
    }).pipe(Effect.provide(layerMemory())),
  );

  it.effect("starts with those who are known longest; those of unknown date come last", () =>
    Effect.gen(function* () {
      yield* opened;
      yield* add(1, "Later", "2020-06-01");
      yield* add(2, "Earlier", "1999-12-31");
      yield* add(4, "Same day, added second", "2010-01-01");
      yield* add(3, "Same day, added first", "2010-01-01");
      const all = yield* cards();
      assert.deepEqual(namesOf(all), [
        "Earlier",
        "Same day, added first",
        "Same day, added second",
        "Later",
        "Ana Lima",
        "Ben Okafor",
      ]);
      assert.deepEqual<unknown>(all.data[0], {
        partnerId: partnerId(2),
        name: "Earlier",
        organisation: "",
        role: "",
        knownSince: "1999-12-31",
      });
      assert.isNull(all.nextCursor);
    }).pipe(Effect.provide(layerMemory())),
  );

  it.effect("is paged without gaps or repeats while its cards are answered and passed over", () =>
    Effect.gen(function* () {
      yield* TestClock.setTime(startMs);
      const equity = yield* RelationshipEquity;
      const { skip } = yield* OpeningBalances;
      for (let number = 1; number <= 23; number++) {
        yield* add(number, `Person ${number}`, `20${String(number % 7).padStart(2, "0")}-01-01`);
      }
      const whole = (yield* cards()).data.map((card) => card.partnerId);
      const seen: Array<PartnerId> = [];
      let cursor: string | null = null;
      do {
        const page: Effect.Success<ReturnType<typeof cards>> = yield* cards(4, cursor);
        assert.isAtMost(page.data.length, 4);
        seen.push(...page.data.map((card) => card.partnerId));
        // All of the page are dealt with before the next one is asked for.
        for (const [index, card] of page.data.entries()) {
          const answer = opening({ partnerId: card.partnerId, given: "S" });
          yield* index % 2 === 0 ? equity.open(answer) : skip(card.partnerId);
        }
        cursor = page.nextCursor;
      } while (cursor !== null);
      assert.deepEqual(seen, whole);
      assert.deepEqual(yield* progress, { left: 0, answered: 12, skipped: 11 });
      assert.strictEqual(yield* refusalOf(cards(4, "nonsense")), "CursorInvalid");
    }).pipe(Effect.provide(layerMemory())),
  );

  it.effect("brings a page's last card back only where it was put back", () =>
    Effect.gen(function* () {
      yield* opened;
      const { skip, unskip } = yield* OpeningBalances;
      const first = yield* cards(1);
      assert.deepEqual(namesOf(first), ["Ana Lima"]);
      yield* skip(ana);
      assert.deepEqual(namesOf(yield* cards(1, first.nextCursor)), ["Ben Okafor"]);
      yield* unskip(ana);
      assert.deepEqual(namesOf(yield* cards(1, first.nextCursor)), ["Ben Okafor"]);
      assert.deepEqual(namesOf(yield* cards(5)), ["Ana Lima", "Ben Okafor"]);
      yield* TestClock.setTime(startMs + dayMs);
    }).pipe(Effect.provide(layerMemory())),
  );
});
