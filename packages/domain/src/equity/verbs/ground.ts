/** What the verbs of the ledger stand on: the account of a partner, and how an entry changes it. */
import * as Effect from "effect/Effect";
import { invalid } from "../../input/errors.ts";
import { PartnerNotFound } from "../../partner/errors.ts";
import type { PartnerId } from "../../partner/schema.ts";
import { dayOf, msOf, whenMs } from "../../time/moments.ts";
import type { When } from "../../time/schema.ts";
import { futureMsMax } from "../drafts.ts";
import type { EquityStore, Snapshot, Terms } from "../EquityStore.ts";
import { accountAfter, accountAt, accountOf } from "../rules.ts";
import type { Entry, Posting } from "../schema.ts";

/** Nothing that anybody remembers happened before this. */
const earliestMs = -2_208_988_800_000;

export const groundOver = (store: EquityStore["Service"]) => {
  const mustExist = Effect.fnUntraced(function* (partnerId: PartnerId) {
    if (!(yield* store.hasPartner(partnerId))) {
      return yield* new PartnerNotFound({ partnerId });
    }
  });

  const snapshotOf = Effect.fnUntraced(function* (partnerId: PartnerId) {
    return (yield* store.snapshot(partnerId)) ?? (yield* new PartnerNotFound({ partnerId }));
  });

  /** My account at an instant: from where it stands, or folded anew for one that has passed. */
  const accountOn = Effect.fnUntraced(function* (
    partnerId: PartnerId,
    atMs: number,
    { accounts, terms: { policy } }: Snapshot,
  ) {
    if (atMs >= accounts.mine.atMs) return accountAt(accounts.mine, atMs, policy);
    const earlier = yield* store.postings(partnerId, atMs);
    const amounts = earlier.map((one) => ({ atMs: one.atMs, amount: one.mine }));
    return accountAt(accountOf(amounts, policy), atMs, policy);
  });

  /** A back-dated entry re-folds its account; any other is one step from where the account stands. */
  const accountsWith = Effect.fnUntraced(function* (
    entry: Entry,
    { accounts, terms: { policy } }: Snapshot,
  ) {
    const atMs = msOf(entry.at);
    const { mine, theirs } = entry.posting;
    if (atMs >= accounts.mine.atMs) {
      return {
        mine: accountAfter(accounts.mine, { atMs, amount: mine }, policy),
        theirs: accountAfter(accounts.theirs, { atMs, amount: theirs }, policy),
      };
    }
    const earlier = yield* store.postings(entry.partnerId, Number.POSITIVE_INFINITY);
    const all = [...earlier, { ...entry.posting, atMs }];
    const folded = (amountOf: (posting: Posting) => number) =>
      accountOf(
        all.map((posting) => ({ atMs: posting.atMs, amount: amountOf(posting) })),
        policy,
      );
    return {
      mine: folded((posting) => posting.mine),
      theirs: folded((posting) => posting.theirs),
    };
  });

  const append = Effect.fnUntraced(function* (entry: Entry, gifts: number, snapshot: Snapshot) {
    const accounts = yield* accountsWith(entry, snapshot);
    yield* store.append(entry, { ...accounts, gifts: snapshot.accounts.gifts + gifts });
  });

  return { mustExist, snapshotOf, accountOn, append };
};

export type Ground = ReturnType<typeof groundOver>;

/** When something happened, in epoch milliseconds; left out, it is now. */
export const momentOf = Effect.fnUntraced(function* (
  when: When | undefined,
  nowAtMs: number,
  terms: Terms,
) {
  if (when === undefined) return nowAtMs;
  const atMs = whenMs(when, terms.timeZone);
  // A day means its noon. "Today", said in the morning, has begun, so it happened by now.
  const isThisMorning = atMs > nowAtMs && dayOf(nowAtMs, terms.timeZone) === when;
  if (isThisMorning) return nowAtMs;
  if (atMs > nowAtMs + futureMsMax) {
    return yield* invalid(
      "/at",
      "in-the-future",
      "This has not happened yet. Give a moment that has passed.",
    );
  }
  if (atMs < earliestMs) return yield* invalid("/at", "too-early", "Give a moment after 1900.");
  // A moment that has not come would count for a later verdict and not for one now.
  return Math.min(atMs, nowAtMs);
});
