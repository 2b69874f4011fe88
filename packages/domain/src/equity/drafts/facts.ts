/** From what a person writes down to the fact that the ledger keeps. */
import * as Effect from "effect/Effect";
import { type InputInvalid, invalid } from "../../input/errors.ts";
import type { PartnerId } from "../../partner/schema.ts";
import { instantOf, msOf } from "../../time/moments.ts";
import type { Terms } from "../EquityStore.ts";
import {
  breachPosting,
  epOf,
  openingPosting,
  reversedPosting,
  sizesEp,
  type Tallied,
  transferPosting,
} from "../rules.ts";
import type {
  Breach,
  BreachDraft,
  Entry,
  EntryId,
  Help,
  Opening,
  OpeningDraft,
  Posting,
  Reversal,
  Size,
  Transfer,
  TransferDraft,
} from "../schema.ts";

export interface Moments {
  /** When it happened, in epoch milliseconds. */
  readonly atMs: number;
  /** When it is written down, in epoch milliseconds. */
  readonly nowAtMs: number;
}

/** The partner of an entry: the one of its two sides that is not me (DESIGN ruling 10). */
export const partnerIdOf = (
  draft: Pick<TransferDraft, "from" | "to">,
): Effect.Effect<PartnerId, InputInvalid> => {
  if (draft.from === "me" && draft.to !== "me") return Effect.succeed(draft.to);
  if (draft.to === "me" && draft.from !== "me") return Effect.succeed(draft.from);
  return invalid("/to", "one-side-is-me", 'Exactly one of `from` and `to` must be "me".');
};

/** Help of this much, remembered from before, was more than a single gift. */
const severalGiftsEp = sizesEp.M;

/** How many gifts an entry counts as before a first ask: mine, not asked for, without strings. */
export const giftsOf = (entry: Entry): number => {
  if (entry.kind === "opening") {
    return entry.given === 0 ? 0 : entry.given < severalGiftsEp ? 1 : 2;
  }
  // One that meant nothing to them, as they say themselves, was none.
  const isGift =
    entry.kind === "transfer" &&
    entry.from === "me" &&
    !entry.asked &&
    !entry.strings &&
    entry.benefit > 0;
  return isGift ? 1 : 0;
};

/** A draft whose sizes are known. */
export type SizedTransfer = Omit<TransferDraft, "id" | "benefit" | "cost"> & {
  readonly id: EntryId;
  readonly benefit: Size | number;
  readonly cost: Size | number;
};

export const transferOf = (
  draft: SizedTransfer,
  partnerId: PartnerId,
  { atMs, nowAtMs }: Moments,
  { policy }: Terms,
): Transfer => {
  const terms = {
    benefit: epOf(draft.benefit),
    cost: epOf(draft.cost),
    asked: draft.asked ?? false,
    strings: draft.strings ?? false,
    evidence: draft.evidence ?? ("estimated" as const),
  };
  const { giver, receiver } = transferPosting(terms, policy);
  const posting: Posting =
    draft.from === "me" ? { mine: giver, theirs: receiver } : { mine: receiver, theirs: giver };
  return {
    kind: "transfer",
    id: draft.id,
    partnerId,
    at: instantOf(atMs),
    recordedAt: instantOf(nowAtMs),
    from: draft.from,
    to: draft.to,
    ...terms,
    note: draft.note ?? "",
    kindId: draft.kindId ?? null,
    askId: draft.askId ?? null,
    corrects: null,
    posting: plainZeros(posting),
  };
};

/** A wrong weighs on the account of the one who did it. */
export const breachOf = (
  draft: Omit<BreachDraft, "size"> & { readonly id: EntryId; readonly size: Size | number },
  partnerId: PartnerId,
  { atMs, nowAtMs }: Moments,
  { policy }: Terms,
): Breach => {
  const size = epOf(draft.size);
  const weight = breachPosting(size, policy);
  return {
    kind: "breach",
    id: draft.id,
    partnerId,
    at: instantOf(atMs),
    recordedAt: instantOf(nowAtMs),
    from: draft.from,
    to: draft.to,
    size,
    kindId: draft.kindId ?? null,
    note: draft.note ?? "",
    posting: draft.from === "me" ? { mine: weight, theirs: 0 } : { mine: 0, theirs: weight },
  };
};

const helpEp = (help: Help): number => (help === "none" ? 0 : epOf(help));

export const openingOf = (
  draft: OpeningDraft & { readonly id: EntryId },
  { atMs, nowAtMs }: Moments,
  { policy }: Terms,
): Opening => {
  const said = {
    closeness: draft.closeness,
    given: helpEp(draft.given),
    received: helpEp(draft.received),
  };
  return {
    kind: "opening",
    id: draft.id,
    partnerId: draft.partnerId,
    at: instantOf(atMs),
    recordedAt: instantOf(nowAtMs),
    ...said,
    note: "",
    posting: openingPosting(said, policy),
  };
};

/** What stands for a gift since its receiver said what it meant: the same gift, at the same instant. */
export const confirmedTransfer = (
  entry: Transfer,
  said: { readonly id: EntryId; readonly benefit: Size | number },
  nowAtMs: number,
  terms: Terms,
): Transfer => {
  const { kindId, askId, ...same } = entry;
  const made = transferOf(
    {
      id: said.id,
      from: same.from,
      to: same.to,
      cost: same.cost,
      asked: same.asked,
      strings: same.strings,
      note: same.note,
      benefit: said.benefit,
      evidence: "stated",
    },
    entry.partnerId,
    { atMs: msOf(entry.at), nowAtMs },
    terms,
  );
  // What the receiver's word changes is the giver's credit; what an ask had cost was fixed before.
  const posting =
    entry.from === "me"
      ? { mine: made.posting.mine, theirs: entry.posting.theirs }
      : { mine: entry.posting.mine, theirs: made.posting.theirs };
  return { ...made, kindId, askId, corrects: entry.id, posting };
};

/** A weight of nothing times -2 is -0, which JSON cannot tell from 0. */
const plainZeros = ({ mine, theirs }: Posting): Posting => ({
  mine: mine === 0 ? 0 : mine,
  theirs: theirs === 0 ? 0 : theirs,
});

/** What takes a fact back, at the instant of the fact (DESIGN ruling 9). */
export const reversalOfFact = (
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
