/** Facts: written down, put right, and taken back. */
import * as Effect from "effect/Effect";
import { type InputInvalid, invalid } from "../../input/errors.ts";
import type { PartnerNotFound } from "../../partner/errors.ts";
import { instantOf, nowMs } from "../../time/moments.ts";
import { kindNamed, orElse } from "../catalogue/sizes.ts";
import {
  breachOf,
  confirmedTransfer,
  openingOf,
  partnerIdOf,
  reversalOfFact,
  sameBreach,
  sameOpening,
  sameReversal,
  sameTransfer,
  transferOf,
} from "../drafts.ts";
import type { Snapshot } from "../EquityStore.ts";
import { EntryConflict, EntryNotConfirmable, EntryNotFound } from "../errors.ts";
import {
  epOf,
  isLeftOfDeclined,
  learnedFromConfirmed,
  standingEntries,
  type Tallied,
  unlearnedAnswer,
  unlearnedConfirmed,
} from "../rules.ts";
import type {
  AskId,
  BreachDraft,
  ConfirmDraft,
  Entry,
  EntryId,
  OpeningDraft,
  ReversalDraft,
  Transfer,
  TransferDraft,
} from "../schema.ts";
import { type Ground, type LedgerPorts, momentOf } from "./ground.ts";

export const recordingOver = (
  { store, catalogue, ids }: LedgerPorts,
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

  /** What a partner's word had taught goes with it. */
  const unlearned = Effect.fnUntraced(function* (entry: Tallied) {
    if (entry.kind !== "transfer" || entry.corrects === null) return;
    const guess = yield* store.entryById(entry.corrects);
    if (guess === undefined || !isGuessOfMine(guess)) return;
    const snapshot = yield* snapshotOf(entry.partnerId);
    const said = { estimated: guess.benefit, stated: entry.benefit };
    yield* store.learn(snapshot, unlearnedConfirmed(snapshot.learned, said));
  });

  /** A yes that was taken back was none: its ask waits for an answer again. */
  const ungranted = Effect.fnUntraced(function* (entry: Tallied) {
    if (entry.kind !== "transfer" || entry.askId === null || entry.from === "me") return;
    const ask = yield* store.askById(entry.askId, yield* nowMs);
    if (ask?.state !== "granted") return;
    yield* store.keepAsk(ask, { ...ask, state: "open", closedAt: null, entryId: null });
    const snapshot = yield* snapshotOf(entry.partnerId);
    yield* store.learn(snapshot, unlearnedAnswer(snapshot.learned, true));
  });

  /** A gift that still stands, and whose receiver has not spoken yet. */
  const confirmable = Effect.fnUntraced(function* (entry: Entry) {
    const refuse = (why: EntryNotConfirmable["why"]) =>
      new EntryNotConfirmable({ entryId: entry.id, why });
    if (entry.kind !== "transfer" || isLeftOfDeclined(entry)) return yield* refuse("no-gift");
    if ((yield* store.reversalOf(entry.id)) !== undefined) return yield* refuse("taken-back");
    return entry;
  });

  /** What stands for a gift since it was confirmed, if that says the same. */
  const sameConfirmation = Effect.fnUntraced(function* (known: Entry, draft: ConfirmDraft) {
    const refuse = (why: EntryNotConfirmable["why"]) =>
      new EntryNotConfirmable({ entryId: known.id, why });
    if ((yield* store.reversalOf(known.id)) !== undefined) {
      return yield* refuse("correction-taken-back");
    }
    const isSame = known.kind === "transfer" && known.benefit === epOf(draft.benefit);
    return isSame ? known : yield* refuse("confirmed");
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
        const reversal = reversalOfFact(taken, { id, note: draft.note ?? "", recordedAt });
        const snapshot = yield* snapshotOf(entry.partnerId);
        yield* append(reversal, { entry: taken, sign: -1 }, snapshot);
        yield* unlearned(taken);
        yield* ungranted(taken);
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
        const known = yield* store.correctionOf(entryId);
        if (known !== undefined) return yield* sameConfirmation(known, draft);
        const gift = yield* confirmable(entry);
        const before = yield* snapshotOf(entry.partnerId);
        const made = confirmedTransfer(gift, { id, benefit: draft.benefit }, nowAtMs, before.terms);
        if ((yield* store.entryById(id)) !== undefined) {
          return yield* new EntryConflict({ entryId: id, field: "corrects" });
        }
        const recordedAt = instantOf(nowAtMs);
        const reversal = reversalOfFact(gift, { id: reversalId, note: "", recordedAt });
        yield* append(reversal, { entry: gift, sign: -1 }, before);
        yield* append(made, { entry: made, sign: 1 }, yield* snapshotOf(entry.partnerId));
        if (isGuessOfMine(gift)) {
          const said = { estimated: gift.benefit, stated: made.benefit };
          yield* store.learn(before, learnedFromConfirmed(before.learned, said));
        }
        return made;
      }),
    );
  });

  return { record, recordBreach, open, reverse, confirm };
};

const isGuessOfMine = (entry: Entry): entry is Transfer =>
  entry.kind === "transfer" && entry.from === "me" && entry.evidence === "estimated";
