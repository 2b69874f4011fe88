/** Facts: written down, put right, and taken back. */
import * as Effect from "effect/Effect";
import type { IdSource } from "../../identity/IdSource.ts";
import { type InputInvalid, invalid } from "../../input/errors.ts";
import type { PartnerNotFound } from "../../partner/errors.ts";
import { instantOf, nowMs } from "../../time/moments.ts";
import type { CatalogueStore } from "../catalogue/CatalogueStore.ts";
import { kindNamed, orElse } from "../catalogue/sizes.ts";
import {
  breachOf,
  confirmedTransfer,
  openingOf,
  partnerIdOf,
  sameBreach,
  sameOpening,
  sameReversal,
  sameTransfer,
  transferOf,
} from "../drafts.ts";
import type { EquityStore, Snapshot } from "../EquityStore.ts";
import { EntryConflict, EntryNotFound } from "../errors.ts";
import {
  epOf,
  learnedFromConfirmed,
  reversedPosting,
  standingEntries,
  type Tallied,
} from "../rules.ts";
import type {
  AskId,
  BreachDraft,
  ConfirmDraft,
  Entry,
  EntryId,
  OpeningDraft,
  Reversal,
  ReversalDraft,
  Transfer,
  TransferDraft,
} from "../schema.ts";
import { type Ground, momentOf } from "./ground.ts";

export const recordingOver = (
  {
    store,
    catalogue,
    ids,
  }: {
    readonly store: EquityStore["Service"];
    readonly catalogue: CatalogueStore["Service"];
    readonly ids: IdSource["Service"];
  },
  { snapshotOf, append }: Ground,
) => {
  /** An offer is made good once, by a gift to the one who granted the ask. */
  const mayKeep = Effect.fnUntraced(function* (
    askId: AskId | undefined,
    made: Pick<Transfer, "from" | "partnerId">,
    nowAtMs: number,
  ) {
    if (askId === undefined) return;
    const ask = yield* store.askById(askId, nowAtMs);
    const isTheirs = ask?.partnerId === made.partnerId && made.from === "me";
    if (ask === undefined || !isTheirs || ask.state !== "granted" || ask.offer === 0) {
      return yield* invalid(
        "/askId",
        "no-offer",
        "Name an ask that this partner granted, and with which you offered something.",
      );
    }
    const isKept = standingEntries(yield* store.entriesOfAsk(askId)).some(
      (entry) => entry.kind === "transfer" && entry.from === "me",
    );
    if (!isKept) return;
    return yield* invalid("/askId", "made-good", "This offer was made good before.");
  });

  /** Makes an entry from a draft, unless one with its id is known and says the same. */
  const once = <Made extends Tallied, E>(
    made: {
      readonly id: EntryId;
      readonly isNamed: boolean;
      readonly partnerId: Made["partnerId"];
    },
    make: (
      known: Entry | undefined,
      snapshot: Snapshot,
    ) => Effect.Effect<
      { readonly entry: Made; readonly same: (known: Entry) => Effect.Effect<Made, EntryConflict> },
      E
    >,
    mayAppend: (entry: Made) => Effect.Effect<void, InputInvalid> = () => Effect.void,
  ): Effect.Effect<Made, E | EntryConflict | InputInvalid | PartnerNotFound> =>
    store.atomically(
      Effect.gen(function* () {
        const snapshot = yield* snapshotOf(made.partnerId);
        const known = made.isNamed ? yield* store.entryById(made.id) : undefined;
        const { entry, same } = yield* make(known, snapshot);
        if (known !== undefined) return yield* same(known);
        yield* mayAppend(entry);
        yield* append(entry, { entry, sign: 1 }, snapshot);
        return entry;
      }),
    );

  const record = Effect.fn("RelationshipEquity.record")(function* (draft: TransferDraft) {
    const partnerId = yield* partnerIdOf(draft);
    const id = draft.id ?? ((yield* ids.next) as EntryId);
    const nowAtMs = yield* nowMs;
    return yield* once(
      { id, isNamed: draft.id !== undefined, partnerId },
      Effect.fnUntraced(function* (known, { terms }) {
        const kept = known?.kind === "transfer" ? known : undefined;
        // What is said again needs no catalogue: its kind may have changed since, or be gone.
        const isAgain = kept !== undefined && kept.kindId === draft.kindId;
        const kind = isAgain ? undefined : yield* kindNamed(catalogue, draft.kindId, "deposit");
        const benefit = yield* orElse("/benefit", draft.benefit, kept?.benefit ?? kind?.benefit);
        const cost = yield* orElse("/cost", draft.cost, kept?.cost ?? kind?.cost);
        const atMs = yield* momentOf(draft.at, nowAtMs, terms);
        const sized = { ...draft, id, benefit, cost };
        const entry = transferOf(sized, partnerId, { atMs, nowAtMs }, terms);
        const retold = { when: draft.at, timeZone: terms.timeZone };
        return { entry, same: (other: Entry) => sameTransfer(other, entry, retold) };
      }),
      (entry) => mayKeep(draft.askId, entry, nowAtMs),
    );
  });

  const recordBreach = Effect.fn("RelationshipEquity.recordBreach")(function* (draft: BreachDraft) {
    const partnerId = yield* partnerIdOf(draft);
    const id = draft.id ?? ((yield* ids.next) as EntryId);
    const nowAtMs = yield* nowMs;
    return yield* once(
      { id, isNamed: draft.id !== undefined, partnerId },
      Effect.fnUntraced(function* (known, { terms }) {
        const kept = known?.kind === "breach" ? known : undefined;
        const isAgain = kept !== undefined && kept.kindId === draft.kindId;
        const kind = isAgain ? undefined : yield* kindNamed(catalogue, draft.kindId, "breach");
        const size = yield* orElse("/size", draft.size, kept?.size ?? kind?.benefit);
        const atMs = yield* momentOf(draft.at, nowAtMs, terms);
        const entry = breachOf({ ...draft, id, size }, partnerId, { atMs, nowAtMs }, terms);
        const retold = { when: draft.at, timeZone: terms.timeZone };
        return { entry, same: (other: Entry) => sameBreach(other, entry, retold) };
      }),
    );
  });

  /** Only where nothing is written down yet: it says what stood before the ledger began. */
  const open = Effect.fn("RelationshipEquity.open")(function* (draft: OpeningDraft) {
    const { partnerId } = draft;
    const id = draft.id ?? ((yield* ids.next) as EntryId);
    const nowAtMs = yield* nowMs;
    return yield* once(
      { id, isNamed: draft.id !== undefined, partnerId },
      Effect.fnUntraced(function* (_, { terms }) {
        const atMs = yield* momentOf(draft.at, nowAtMs, terms);
        const entry = openingOf({ ...draft, id }, { atMs, nowAtMs }, terms);
        const retold = { when: draft.at, timeZone: terms.timeZone };
        return { entry, same: (other: Entry) => sameOpening(other, entry, retold) };
      }),
      Effect.fnUntraced(function* () {
        const history = yield* store.history(partnerId);
        if (standingEntries(history).length === 0) return;
        return yield* invalid(
          "/partnerId",
          "has-entries",
          "Something is written down with this partner already. Record what else there was as gifts.",
        );
      }),
    );
  });

  const factById = Effect.fnUntraced(function* (entryId: EntryId) {
    return (yield* store.entryById(entryId)) ?? (yield* new EntryNotFound({ entryId }));
  });

  /** A fact that still stands, and can therefore be taken back. */
  const standing = Effect.fnUntraced(function* (entry: Entry) {
    const isTaken = (yield* store.reversalOf(entry.id)) !== undefined;
    if (isTaken || entry.kind === "reversal") {
      return yield* new EntryConflict({ entryId: entry.id, field: "reverses" });
    }
    return entry;
  });

  const reverse = Effect.fn("RelationshipEquity.reverse")(function* (
    entryId: EntryId,
    draft: ReversalDraft,
  ) {
    const id = draft.id ?? ((yield* ids.next) as EntryId);
    const recordedAt = instantOf(yield* nowMs);
    return yield* store.atomically(
      Effect.gen(function* () {
        const entry = yield* factById(entryId);
        const known = yield* store.entryById(id);
        if (known !== undefined) return yield* sameReversal(known, entryId, draft);
        const taken = yield* standing(entry);
        const reversal = reversing(taken, { id, note: draft.note ?? "", recordedAt });
        const snapshot = yield* snapshotOf(entry.partnerId);
        yield* append(reversal, { entry: taken, sign: -1 }, snapshot);
        return reversal;
      }),
    );
  });

  /** A partner's word replaces the guess: reversed, and entered again at the same instant (DESIGN ruling 9). */
  const confirm = Effect.fn("RelationshipEquity.confirm")(function* (
    entryId: EntryId,
    draft: ConfirmDraft,
  ) {
    const id = draft.id ?? ((yield* ids.next) as EntryId);
    const reversalId = (yield* ids.next) as EntryId;
    const nowAtMs = yield* nowMs;
    return yield* store.atomically(
      Effect.gen(function* () {
        const entry = yield* factById(entryId);
        if (entry.kind !== "transfer") return yield* new EntryConflict({ entryId, field: "kind" });
        const known = yield* store.correctionOf(entryId);
        if (known?.kind === "transfer") return yield* sameConfirmation(known, draft);
        yield* standing(entry);
        const before = yield* snapshotOf(entry.partnerId);
        const made = confirmedTransfer(
          entry,
          { id, benefit: draft.benefit },
          nowAtMs,
          before.terms,
        );
        if ((yield* store.entryById(id)) !== undefined) {
          return yield* new EntryConflict({ entryId: id, field: "corrects" });
        }
        const recordedAt = instantOf(nowAtMs);
        const reversal = reversing(entry, { id: reversalId, note: "", recordedAt });
        yield* append(reversal, { entry, sign: -1 }, before);
        yield* append(made, { entry: made, sign: 1 }, yield* snapshotOf(entry.partnerId));
        if (entry.from === "me" && entry.evidence === "estimated") {
          const said = { estimated: entry.benefit, stated: made.benefit };
          yield* store.learn(before, learnedFromConfirmed(before.learned, said));
        }
        return made;
      }),
    );
  });

  return { record, recordBreach, open, reverse, confirm };
};

const sameConfirmation = (
  known: Transfer,
  draft: ConfirmDraft,
): Effect.Effect<Transfer, EntryConflict> => {
  const isSame =
    known.benefit === epOf(draft.benefit) && (draft.id === undefined || draft.id === known.id);
  return isSame
    ? Effect.succeed(known)
    : new EntryConflict({ entryId: known.id, field: "benefit" });
};

const reversing = (
  entry: Tallied,
  said: {
    readonly id: EntryId;
    readonly note: string;
    readonly recordedAt: Reversal["recordedAt"];
  },
): Reversal => ({
  kind: "reversal",
  partnerId: entry.partnerId,
  at: entry.at,
  posting: reversedPosting(entry.posting),
  reverses: entry.id,
  ...said,
});
