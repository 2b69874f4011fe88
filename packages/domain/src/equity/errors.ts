import * as Data from "effect/Data";
import type { PartnerId } from "../partner/schema.ts";
import type { AskId, Coverage, EntryId, KindId } from "./schema.ts";

/** Rounded up: what is said to be enough has to be enough. */
const inEp = (amount: number): string => `${Math.ceil(amount * 100) / 100} ep`;

/** The ask is not earned. It stays refused; an override is a new ask that names this one. */
export class AskNotCovered extends Data.TaggedError("AskNotCovered")<{
  readonly askId: AskId;
  readonly partnerId: PartnerId;
  readonly what: string;
  readonly kindId: KindId | null;
  readonly cost: number;
  readonly offer: number;
  readonly coverage: Coverage;
  /** The benefit of a gift, guessed, that would cover it, in ep; null: guesses count for nothing. */
  readonly giveEp: number | null;
  /** When waiting alone would cover it, in epoch milliseconds; null: never. */
  readonly coveredFromMs: number | null;
}> {
  override get message(): string {
    return this.giveEp === null
      ? `${inEp(this.coverage.shortfall)} are missing, and guesses count for nothing here: let them say what a gift meant, or override with a written reason.`
      : `Give ${inEp(this.giveEp)} more before you ask this, or override with a written reason.`;
  }
}

/** This id was refused before. It stays refused, whatever has been given since. */
export class AskRefusedBefore extends Data.TaggedError("AskRefusedBefore")<{
  readonly askId: AskId;
}> {
  override get message(): string {
    return "This ask was refused. Open a new ask with a new id.";
  }
}

/** The id belongs to an ask with other content, or the ask is not in a state that allows this. */
export class AskConflict extends Data.TaggedError("AskConflict")<{
  readonly askId: AskId;
  readonly field: string;
}> {
  override get message(): string {
    return this.field === "state"
      ? "This ask is no longer open. Open a new ask."
      : `This id belongs to an ask with another \`${this.field}\`. Use a new id.`;
  }
}

/** The id belongs to an entry with other content, or the entry was reversed already. */
export class EntryConflict extends Data.TaggedError("EntryConflict")<{
  readonly entryId: EntryId;
  readonly field: string;
}> {
  override get message(): string {
    return this.field === "reverses"
      ? "This entry was already taken back, or takes another one back. Record a new entry instead."
      : `This id belongs to an entry with another \`${this.field}\`. Use a new id.`;
  }
}

/** What this gift meant cannot be said, or not any more. */
export class EntryNotConfirmable extends Data.TaggedError("EntryNotConfirmable")<{
  readonly entryId: EntryId;
  readonly why: "no-gift" | "not-mine" | "taken-back" | "confirmed" | "correction-taken-back";
}> {
  override get message(): string {
    return whyNotConfirmable[this.why];
  }
}

const whyNotConfirmable: Readonly<Record<EntryNotConfirmable["why"], string>> = {
  "no-gift": "This is no gift, so it has no value to confirm.",
  "not-mine": "Only someone you gave to can be asked what it meant.",
  "taken-back": "This gift was taken back. Record it anew first.",
  confirmed:
    "They have said what it meant. To put that right, confirm the entry that stands for it now.",
  "correction-taken-back":
    "What they said was taken back, and the guess with it. Record the gift anew.",
};

export class AskNotFound extends Data.TaggedError("AskNotFound")<{ readonly askId: AskId }> {
  override get message(): string {
    return "There is no ask with this id.";
  }
}

export class EntryNotFound extends Data.TaggedError("EntryNotFound")<{
  readonly entryId: EntryId;
}> {
  override get message(): string {
    return "There is no entry with this id.";
  }
}

/** Another choice of a policy, or another change of a kind, came first. */
export class StaleChoice extends Data.TaggedError("StaleChoice")<{
  readonly version: number;
  /** Where it can be read again. */
  readonly path: string;
}> {
  override get message(): string {
    return "This was changed since you read it. Read it again, and then decide.";
  }
}

export class KindNotFound extends Data.TaggedError("KindNotFound")<{ readonly kindId: KindId }> {
  override get message(): string {
    return "There is no kind with this id in the catalogue.";
  }
}

/** The id belongs to a kind with other content. */
export class KindConflict extends Data.TaggedError("KindConflict")<{
  readonly kindId: KindId;
  readonly field: string;
}> {
  override get message(): string {
    return `This id belongs to a kind with another \`${this.field}\`. Use a new id.`;
  }
}

/** The catalogue is full. */
export class CatalogueFull extends Data.TaggedError("CatalogueFull")<{ readonly most: number }> {
  override get message(): string {
    return `A catalogue has at most ${this.most} kinds of your own. Remove one that you no longer use.`;
  }
}

/** No such link: mistyped, cut short, or replaced by a newer one. */
export class ConfirmationNotFound extends Data.TaggedError("ConfirmationNotFound")<{}> {
  override get message(): string {
    return "This link leads nowhere. Ask the one who sent it for a new one.";
  }
}

/** The link was answered before, has run out, or what it is about was taken back. */
export class ConfirmationClosed extends Data.TaggedError("ConfirmationClosed")<{
  readonly state: "answered" | "expired";
}> {
  override get message(): string {
    return this.state === "answered"
      ? "This was answered before. There is nothing left to do."
      : "This link has run out. Ask the one who sent it for a new one.";
  }
}
