/** What the log tells of contacts and of answers about yourself, which are personal text. */
import assert from "node:assert/strict";
import { Contacts } from "@comity/domain/contact";
import { InnerStrategy } from "@comity/domain/strategy";
import { TodayCards } from "@comity/domain/today";
import { ChangeLog } from "@comity/store";
import * as Effect from "effect/Effect";
import { SqlClient } from "effect/sql/SqlClient";
import type { ContractCase } from "./contract.ts";
import type { InDatabase } from "./databaseContract.ts";
import { inTouch } from "./dayContract.ts";
import { dayMs } from "./moments.ts";
import { added } from "./people.ts";

const changes = ChangeLog.use((log) =>
  Effect.map(log.page({ after: 0, limit: 100 }), ({ data }) => data),
);

interface Personal {
  readonly personal: Readonly<Record<string, unknown>>;
}

export const dayLogContract: ReadonlyArray<ContractCase<InDatabase>> = [
  {
    name: "tells of contacts and answers without their words, which the rows beside it can prove",
    run: Effect.gen(function* () {
      const sql = yield* SqlClient;
      const secret = "Xylophone";
      const ana = yield* added({ name: "Ana" });
      const contact = yield* inTouch(ana.id, { note: secret, by: "them" });
      const silent = yield* inTouch(ana.id);
      const { change } = yield* InnerStrategy;
      yield* change({ vision: secret, purpose: "Now" }, 0);
      yield* change({ vision: `${secret}s` }, 1);
      yield* Contacts.use(({ remove }) => remove(contact.id));
      const told = yield* changes;
      assert.deepEqual(
        told.map(({ kind, subject }) => [kind, subject]),
        [
          ["partner.added", ana.id],
          ["contact.recorded", contact.id],
          ["contact.recorded", silent.id],
          ["strategy.changed", "workspace"],
          ["strategy.changed", "workspace"],
          ["contact.removed", contact.id],
        ],
      );
      assert.ok(!JSON.stringify(told).includes(secret));
      const bodies = told.map(({ body }) => body as unknown as Partial<Personal>);
      const personalOf = (index: number) => bodies[index]?.personal ?? {};
      assert.match(String(personalOf(1)["note"]), /^[0-9a-f]{64}$/);
      assert.equal(personalOf(2)["note"], null);
      const [first, second] = [personalOf(3), personalOf(4)];
      assert.deepEqual(
        [Object.keys(first), Object.keys(second)],
        [["purpose", "vision"], ["vision"]],
      );
      assert.equal(
        (first["vision"] as { new: string }).new,
        (second["vision"] as { old: string }).old,
      );
      const rows = yield* sql`SELECT * FROM contacts WHERE note = ${secret}`;
      assert.deepEqual(rows, [], "what is removed is gone");
      assert.equal(yield* ChangeLog.use(({ firstBroken }) => firstBroken), null);
    }),
  },
  {
    name: "says nothing of a card that was put off: how a page looks is no fact",
    run: Effect.gen(function* () {
      const cards = yield* TodayCards;
      const until = new Date(Date.now() + 2 * dayMs).toISOString().slice(0, 10);
      yield* cards.snooze("move:give:x" as never, { until: until as never, reason: "later" });
      yield* cards.unsnooze("move:give:x" as never);
      assert.deepEqual(yield* changes, []);
    }),
  },
];
