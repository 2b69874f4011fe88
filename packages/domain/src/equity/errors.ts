import * as Data from "effect/Data";
import type { PartnerId } from "../partner/schema.ts";
import type { AskId, Coverage, EntryId } from "./schema.ts";

/** Rounded up: what is said to be enough has to be enough. */
const inEp = (amount: number): string => `${Math.ceil(amount * 100) / 100} ep`;

/** The ask is not earned. It stays refused; an override is a new ask that names this one. */
export class AskNotCovered extends Data.TaggedError("AskNotCovered")<{
  readonly askId: AskId;
  readonly partnerId: PartnerId;
  readonly what: string;
  readonly cost: number;
  readonly offer: number;
  readonly coverage: Coverage;
  /** When waiting alone would cover it, in epoch milliseconds; null: never. */
  readonly coveredFromMs: number | null;
}> {
  override get message(): string {
    return `Give ${inEp(this.coverage.shortfall)} more before you ask this, or override with a written reason.`;
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
