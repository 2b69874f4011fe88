/** The log of merges: whole after each of them, after what is taken back, and after their undo. */
import assert from "node:assert/strict";
import { RelationshipEquity } from "@comity/domain/equity";
import { Duplicates, PartnerBulk, PartnerMerges, Partners } from "@comity/domain/partner";
import type { BulkDraft } from "@comity/domain/partner/schema";
import { ChangeLog } from "@comity/store";
import * as Effect from "effect/Effect";
import { SqlClient } from "effect/sql/SqlClient";
import type { ContractCase } from "./contract.ts";
import type { InDatabase } from "./databaseContract.ts";
import { mergedAndBack, merged } from "./mergeContract.ts";
import { daysAgo } from "./moments.ts";
import { added, given } from "./people.ts";

const isWhole = Effect.map(
  ChangeLog.use(({ firstBroken }) => firstBroken),
  (broken) => assert.equal(broken, null),
);

const logged = Effect.map(
  ChangeLog.use((log) => log.page({ after: 0, limit: 100 })),
  ({ data }) => data,
);

export const mergeLogContract: ReadonlyArray<ContractCase<InDatabase>> = [
  {
    name: "the log is whole after merges, after reversals in them, and after their undo",
    run: Effect.gen(function* () {
      const equity = yield* RelationshipEquity;
      const [ana, other] = [yield* added({ name: "Ana" }), yield* added({ name: "Xylophone" })];
      const gift = yield* given(other.id, { at: daysAgo(9), note: "A word" });
      yield* given(ana.id, { at: daysAgo(3) });
      const { id } = yield* merged(ana.id, other.id);
      yield* isWhole;
      yield* equity.reverse(gift.id, {});
      yield* given(ana.id);
      yield* isWhole;
      yield* PartnerMerges.use(({ undo }) => undo(id));
      yield* isWhole;
      const changes = yield* logged;
      assert.deepEqual(
        changes.map(({ kind }) => kind),
        [
          "partner.added",
          "partner.added",
          "entry.recorded",
          "entry.recorded",
          "partner.merged",
          "entry.reversed",
          "entry.recorded",
          "partner.unmerged",
        ],
      );
      assert.ok(!JSON.stringify(changes).includes("Xylophone"));
      for (let seed = 1; seed <= 5; seed++) yield* mergedAndBack(seed);
      yield* isWhole;
    }),
  },
  {
    name: "each change of many, acquaintance and pair told apart has its line, without personal text",
    run: Effect.gen(function* () {
      const partners = yield* Partners;
      const duplicates = yield* Duplicates;
      const [ana, ben] = [
        yield* added({ name: "Xylophone" }),
        yield* added({ name: "Ben", notes: "Xylophone" }),
      ];
      const change = { addTags: ["xylophone"], circle: 5 };
      yield* PartnerBulk.use((bulk) =>
        bulk.change({ partnerIds: [ana.id, ben.id], change } as unknown as BulkDraft),
      );
      for (const isSo of [true, true, false]) {
        yield* partners.relate(ana.id, ben.id, "works-with", isSo);
        yield* duplicates.tellApart(ana.id, ben.id, isSo);
      }
      yield* partners.archive(ana.id, true);
      yield* partners.archive(ana.id, false);
      yield* partners.remove(ana.id);
      yield* isWhole;
      const changes = yield* logged;
      assert.deepEqual(
        changes.slice(2).map(({ kind }) => kind),
        [
          "partner.changed",
          "partner.changed",
          "acquaintance.added",
          "partners.told-apart",
          "acquaintance.removed",
          "partners.not-told-apart",
          "partner.archived",
          "partner.restored",
          "partner.removed",
        ],
      );
      assert.deepEqual(changes[2]?.body["circle"], { old: null, new: 5 });
      assert.ok(!/xylophone/i.test(JSON.stringify(changes)));
    }),
  },
  {
    name: "nothing of who was forgotten is left in rows that undo keeps",
    run: Effect.gen(function* () {
      const sql = yield* SqlClient;
      const [ana, other] = [yield* added({ name: "Ana" }), yield* added({ name: "Xylophone" })];
      const { id } = yield* merged(ana.id, other.id);
      yield* PartnerMerges.use(({ undo }) => undo(id));
      yield* PartnerBulk.use((bulk) =>
        bulk.change({ partnerIds: [other.id], change: { circle: 5 } } as unknown as BulkDraft),
      );
      yield* Partners.use((partners) => partners.remove(other.id));
      for (const table of ["merges", "bulk_rows", "import_rows", "partner_blocks"]) {
        const rows = yield* sql.unsafe(`SELECT * FROM ${table}`);
        assert.ok(!/xylophone/i.test(JSON.stringify(rows)), table);
      }
    }),
  },
];
