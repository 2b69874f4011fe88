/** Whether two writings under one id are the same: said again, a fact is the same fact. */
import * as Effect from "effect/Effect";
import { isSameMoment } from "../../time/past.ts";
import type { TimeZone, When } from "../../time/schema.ts";
import { EntryConflict } from "../errors.ts";
import { type Tallied } from "../rules.ts";
import type {
  Breach,
  Entry,
  EntryId,
  Opening,
  Reversal,
  ReversalDraft,
  Transfer,
} from "../schema.ts";

const transferFields = [
  "partnerId",
  "from",
  "to",
  "benefit",
  "cost",
  "asked",
  "strings",
  "evidence",
  "note",
  "kindId",
  "askId",
] as const;

const breachFields = ["partnerId", "from", "to", "size", "kindId", "note"] as const;

const openingFields = ["partnerId", "closeness", "given", "received"] as const;

interface Retold {
  /** The moment as it was said; without one, any moment is the same. */
  readonly when: When | undefined;
  readonly timeZone: TimeZone;
}

/** The entry that is known under this id, if it says the same. */
const sameFact = <Kept extends Tallied>(
  known: Entry,
  made: Kept,
  fields: ReadonlyArray<keyof Kept & string>,
  retold: Retold,
): Effect.Effect<Kept, EntryConflict> => {
  const conflict = (field: string) => new EntryConflict({ entryId: made.id, field });
  if (known.kind !== made.kind) return conflict("kind");
  const kept = known as Kept;
  const field = fields.find((name) => kept[name] !== made[name]);
  if (field !== undefined) return conflict(field);
  return kept.at === made.at || isSameMoment(kept, retold) ? Effect.succeed(kept) : conflict("at");
};

export const sameTransfer = (known: Entry, made: Transfer, retold: Retold) =>
  sameFact(known, made, transferFields, retold);

export const sameBreach = (known: Entry, made: Breach, retold: Retold) =>
  sameFact(known, made, breachFields, retold);

export const sameOpening = (known: Entry, made: Opening, retold: Retold) =>
  sameFact(known, made, openingFields, retold);

export const sameReversal = (
  known: Entry,
  reverses: EntryId,
  draft: ReversalDraft,
): Effect.Effect<Reversal, EntryConflict> => {
  const conflict = (field: string) => new EntryConflict({ entryId: known.id, field });
  if (known.kind !== "reversal") return conflict("kind");
  if (known.reverses !== reverses) return conflict("reverses");
  return known.note === (draft.note ?? "") ? Effect.succeed(known) : conflict("note");
};
