import { assert, describe, it } from "@effect/vitest";
import * as Effect from "effect/Effect";
import { TestClock } from "effect/testing";
import {
  Confirmations,
  ConfirmationStore,
  EquityPolicies,
  RelationshipEquity,
} from "@comity/domain/equity";
import { cautiousPreset, dayMs } from "@comity/domain/equity/rules";
import {
  ConfirmationAnswer,
  ConfirmationDraft,
  ConfirmationToken,
  type EntryId,
} from "@comity/domain/equity/schema";
import { breach, opening, refusalOf, withStores } from "../../support/facts.ts";
import { ana, entryId, gift, opened, startMs } from "../../support/sample.ts";

const live = withStores({ policy: { ...cautiousPreset, grace: 0 } });

const line = ConfirmationDraft.parse({ what: "The introduction to Cleo" });

const link = (id: EntryId) => Confirmations.use((confirmations) => confirmations.link(id, line));
const page = (token: ConfirmationToken) =>
  Confirmations.use((confirmations) => confirmations.page(token));
const answer = (token: ConfirmationToken, benefit: unknown = "L") =>
  Confirmations.use((confirmations) =>
    confirmations.answer(token, ConfirmationAnswer.parse({ benefit })),
  );

const closed = (token: ConfirmationToken) =>
  Effect.map(Effect.flip(answer(token)), (error) =>
    error._tag === "ConfirmationClosed" ? error.state : error._tag,
  );

/** A guess of nine ep, with a link about it. */
const linked = Effect.gen(function* () {
  const equity = yield* opened;
  const entry = yield* equity.record(gift({ id: entryId(1), evidence: "estimated", note: "Hush" }));
  return { equity, entry, ...(yield* link(entry.id)) };
});

const standing = RelationshipEquity.use((equity) =>
  Effect.map(Effect.orDie(equity.statement(ana, null)), (statement) => statement.equity),
);

const hashOf = (token: string) =>
  Effect.promise(async () => {
    const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(token));
    return Buffer.from(digest).toString("hex");
  });

describe("a link", () => {
  it.effect("shows its one line, takes one answer, and then shows nothing", () =>
    Effect.gen(function* () {
      const { token, path, expiresAt, entryId: about } = yield* linked;
      assert.deepEqual([path, about], [`/c/${token}`, entryId(1)]);
      assert.strictEqual(Date.parse(expiresAt), startMs + 30 * dayMs);
      assert.isTrue(ConfirmationToken.safeParse(token).success);
      assert.deepStrictEqual<unknown>(yield* page(token), {
        what: "The introduction to Cleo",
        state: "open",
      });
      assert.strictEqual(yield* standing, 6.75, "looking changes nothing");
      const done = { what: null, state: "answered" };
      assert.deepStrictEqual<unknown>(yield* answer(token), done);
      assert.strictEqual(yield* standing, 27);
      assert.deepStrictEqual<unknown>(yield* page(token), done);
      assert.strictEqual(yield* closed(token), "answered");
      assert.strictEqual(yield* standing, 27);
      const { learned } = yield* EquityPolicies.use(({ read }) => read(null));
      assert.deepInclude(learned, { confirmed: 1, logRatioSum: Math.log(3) });
    }).pipe(Effect.provide(live)),
  );

  it.effect("stays answered when its days are over", () =>
    Effect.gen(function* () {
      const { token } = yield* linked;
      yield* answer(token);
      yield* TestClock.setTime(startMs + 31 * dayMs);
      assert.strictEqual((yield* page(token)).state, "answered");
      assert.strictEqual(yield* closed(token), "answered");
    }).pipe(Effect.provide(live)),
  );

  it.effect("takes the answer that it meant nothing", () =>
    Effect.gen(function* () {
      const { token } = yield* linked;
      assert.strictEqual((yield* answer(token, 0)).state, "answered");
      assert.strictEqual(yield* standing, 0);
    }).pipe(Effect.provide(live)),
  );

  it.effect("is open for thirty days to the millisecond", () =>
    Effect.gen(function* () {
      const { token } = yield* linked;
      const endMs = startMs + 30 * dayMs;
      yield* TestClock.setTime(endMs - 1);
      assert.strictEqual((yield* page(token)).state, "open");
      yield* TestClock.setTime(endMs);
      assert.deepStrictEqual<unknown>(yield* page(token), { what: null, state: "expired" });
      assert.strictEqual(yield* closed(token), "expired");
      yield* TestClock.setTime(endMs - 1);
      assert.strictEqual((yield* answer(token)).state, "answered");
    }).pipe(Effect.provide(live)),
  );

  it.effect("is replaced by a newer one about the same gift, and by no other", () =>
    Effect.gen(function* () {
      const { equity, entry, token } = yield* linked;
      const other = yield* equity.record(gift({ evidence: "estimated" }));
      const elsewhere = yield* link(other.id);
      yield* TestClock.adjust("29 days");
      const newer = yield* link(entry.id);
      assert.notStrictEqual(newer.token, token);
      for (const verb of [page(token), answer(token)]) {
        assert.strictEqual((yield* Effect.flip(verb))._tag, "ConfirmationNotFound");
      }
      yield* TestClock.adjust("20 days");
      assert.strictEqual((yield* page(newer.token)).state, "open", "it has days of its own");
      assert.strictEqual((yield* page(elsewhere.token)).state, "expired");
      assert.strictEqual((yield* answer(newer.token)).state, "answered");
    }).pipe(Effect.provide(live)),
  );

  it.effect("has run out once its gift was taken back", () =>
    Effect.gen(function* () {
      const { equity, entry, token } = yield* linked;
      yield* equity.reverse(entry.id, {});
      assert.deepStrictEqual<unknown>(yield* page(token), { what: null, state: "expired" });
      assert.strictEqual(yield* closed(token), "expired");
      assert.strictEqual(yield* standing, 0);
    }).pipe(Effect.provide(live)),
  );

  it.effect("has run out once I wrote down their word myself", () =>
    Effect.gen(function* () {
      const { equity, entry, token } = yield* linked;
      yield* equity.confirm(entry.id, { benefit: "S" });
      assert.strictEqual((yield* page(token)).state, "expired");
      assert.strictEqual(yield* closed(token), "expired");
      assert.strictEqual(yield* standing, 3);
    }).pipe(Effect.provide(live)),
  );

  it.effect("leads nowhere when it is not the one that was made", () =>
    Effect.gen(function* () {
      const { token } = yield* linked;
      const near = ConfirmationToken.parse(`${token.slice(0, 42)}${token[42] === "A" ? "B" : "A"}`);
      for (const verb of [page(near), answer(near)]) {
        assert.strictEqual((yield* Effect.flip(verb))._tag, "ConfirmationNotFound");
      }
    }).pipe(Effect.provide(live)),
  );

  it.effect("is kept as a hash only, and its line until it is answered", () =>
    Effect.gen(function* () {
      const { token } = yield* linked;
      const store = yield* ConfirmationStore;
      assert.isUndefined(yield* store.byHash(token));
      const tokenHash = yield* hashOf(token);
      const kept = yield* store.byHash(tokenHash);
      assert.deepStrictEqual<unknown>(kept, {
        tokenHash,
        entryId: entryId(1),
        what: line.what,
        expiresAtMs: startMs + 30 * dayMs,
        answeredAtMs: null,
      });
      assert.notInclude(JSON.stringify(kept), token);
      yield* TestClock.adjust("1 day");
      yield* answer(token);
      assert.deepInclude<object>((yield* store.byHash(tokenHash)) ?? {}, {
        what: null,
        answeredAtMs: startMs + dayMs,
      });
    }).pipe(Effect.provide(live)),
  );

  it.effect("loses its line when it runs out, to the millisecond, or its gift is taken back", () =>
    Effect.gen(function* () {
      const { equity, token } = yield* linked;
      const store = yield* ConfirmationStore;
      const { forgetClosed } = yield* Confirmations;
      const gone = yield* equity.record(gift({ evidence: "estimated" }));
      const elsewhere = yield* link(gone.id);
      const lineOf = (secret: string) =>
        Effect.flatMap(hashOf(secret), (hash) =>
          Effect.map(store.byHash(hash), (kept) => kept?.what),
        );
      yield* equity.reverse(gone.id, {});
      yield* TestClock.setTime(startMs + 30 * dayMs - 1);
      yield* forgetClosed;
      assert.isNull(yield* lineOf(elsewhere.token));
      assert.strictEqual(yield* lineOf(token), line.what);
      yield* TestClock.setTime(startMs + 30 * dayMs);
      yield* forgetClosed;
      assert.isNull(yield* lineOf(token));
      assert.deepStrictEqual<unknown>(yield* page(token), { what: null, state: "expired" });
    }).pipe(Effect.provide(live)),
  );

  it.effect("is made about a gift of mine that stands, and about which only I have spoken", () =>
    Effect.gen(function* () {
      const { equity, entry, token } = yield* linked;
      const refused = (id: EntryId) =>
        Confirmations.use((confirmations) => refusalOf(confirmations.link(id, line)));
      assert.strictEqual(yield* refused(entryId(404)), "EntryNotFound");
      const theirs = yield* equity.record(gift({ from: ana, to: "me" }));
      assert.strictEqual(yield* refused(theirs.id), "EntryNotConfirmable not-mine");
      const wrong = yield* equity.recordBreach(breach());
      assert.strictEqual(yield* refused(wrong.id), "EntryNotConfirmable no-gift");
      const stated = yield* equity.record(gift({ evidence: "stated" }));
      assert.strictEqual(yield* refused(stated.id), "EntryNotConfirmable confirmed");
      const seen = yield* equity.record(gift({ evidence: "observed" }));
      assert.strictEqual((yield* page((yield* link(seen.id)).token)).state, "open");
      yield* answer(token);
      assert.strictEqual(yield* refused(entry.id), "EntryNotConfirmable confirmed");
      const taken = yield* equity.record(gift());
      yield* equity.reverse(taken.id, {});
      assert.strictEqual(yield* refused(taken.id), "EntryNotConfirmable taken-back");
    }).pipe(Effect.provide(live)),
  );

  it.effect("cannot be made about what was before the ledger", () =>
    Effect.gen(function* () {
      const equity = yield* opened;
      const { id } = yield* equity.open(opening({ given: "M" }));
      assert.strictEqual(yield* refusalOf(link(id)), "EntryNotConfirmable no-gift");
    }).pipe(Effect.provide(live)),
  );

  it.effect("tapped twice at once is answered once", () =>
    Effect.gen(function* () {
      const { token } = yield* linked;
      const taps = yield* Effect.forEach(["S", "L"], (size) => Effect.result(answer(token, size)), {
        concurrency: "unbounded",
      });
      assert.deepEqual(taps.map(({ _tag }) => _tag).toSorted(), ["Failure", "Success"]);
      const equity = yield* RelationshipEquity;
      assert.lengthOf((yield* equity.entries(ana, { limit: 10, cursor: null })).data, 3);
    }).pipe(Effect.provide(live)),
  );
});
