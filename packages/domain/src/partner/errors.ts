import * as Data from "effect/Data";
import type { ImportId, MergeId, PartnerId } from "./schema.ts";

export class PartnerNotFound extends Data.TaggedError("PartnerNotFound")<{
  /** Null: named in another way. */
  readonly partnerId: PartnerId | null;
  /** Whom it became part of, where it was merged. */
  readonly mergedInto?: PartnerId | null;
}> {
  override get message(): string {
    const { partnerId, mergedInto = null } = this;
    if (mergedInto !== null) return `This partner became part of another: use ${mergedInto}.`;
    return partnerId === null
      ? "There is no partner with this address or external id."
      : "There is no partner with this id.";
  }
}

/** More than one partner has this e-mail address. */
export class PartnerAmbiguous extends Data.TaggedError("PartnerAmbiguous")<{
  readonly partnerIds: ReadonlyArray<PartnerId>;
}> {
  override get message(): string {
    return `Several partners have this address. Use the id of one: ${this.partnerIds.join(", ")}.`;
  }
}

/** What another system calls a partner, it calls one only. */
export class ExternalIdTaken extends Data.TaggedError("ExternalIdTaken")<{
  readonly externalId: string;
  readonly partnerId: PartnerId;
}> {
  override get message(): string {
    return `The external id ${this.externalId} belongs to another partner (${this.partnerId}). Merge the two, or take it from that one first.`;
  }
}

/** Something is written down with this partner, which would be lost. */
export class PartnerInUse extends Data.TaggedError("PartnerInUse")<{
  readonly partnerId: PartnerId;
}> {
  override get message(): string {
    return "Something is written down with this partner. Archive them instead: nothing is lost then.";
  }
}

export class MergeNotFound extends Data.TaggedError("MergeNotFound")<{
  readonly mergeId: MergeId;
}> {
  override get message(): string {
    return "There is no merge with this id.";
  }
}

/** The id belongs to a merge of other partners. */
export class MergeConflict extends Data.TaggedError("MergeConflict")<{
  readonly mergeId: MergeId;
}> {
  override get message(): string {
    return "This id belongs to another merge. Use a new id.";
  }
}

/** The partner was merged again since. */
export class MergeBuried extends Data.TaggedError("MergeBuried")<{
  readonly mergeId: MergeId;
  /** The merge to undo first; null: the partner itself is gone. */
  readonly laterId: MergeId | null;
}> {
  override get message(): string {
    return this.laterId === null
      ? "The partner that stayed is gone, so this merge cannot be undone."
      : `That partner was merged again since. Undo the merge ${this.laterId} first.`;
  }
}

/** The id belongs to a partner with other content. */
export class PartnerConflict extends Data.TaggedError("PartnerConflict")<{
  readonly partnerId: PartnerId;
  readonly field: string;
}> {
  override get message(): string {
    return `This id belongs to a partner with another \`${this.field}\`. Use a new id, or change that partner.`;
  }
}

/** Someone changed the partner since it was read. */
export class StaleVersion extends Data.TaggedError("StaleVersion")<{
  readonly partnerId: PartnerId;
  readonly version: number;
}> {
  override get message(): string {
    return `This partner is at version ${this.version} by now. Read it again, and repeat your change.`;
  }
}

export class ImportNotFound extends Data.TaggedError("ImportNotFound")<{
  readonly importId: ImportId;
}> {
  override get message(): string {
    return "There is no import with this id.";
  }
}

/** The id belongs to an import of another file. */
export class ImportConflict extends Data.TaggedError("ImportConflict")<{
  readonly importId: ImportId;
  readonly field: string;
}> {
  override get message(): string {
    return "This id belongs to an import of another file. Use a new id.";
  }
}

/** The import is still being taken in or taken back. */
export class ImportRunning extends Data.TaggedError("ImportRunning")<{
  readonly importId: ImportId;
}> {
  override get message(): string {
    return "This import is still under way. Try again when it is done.";
  }
}
