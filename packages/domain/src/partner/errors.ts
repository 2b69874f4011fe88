import * as Data from "effect/Data";
import type { ImportId, PartnerId } from "./schema.ts";

export class PartnerNotFound extends Data.TaggedError("PartnerNotFound")<{
  readonly partnerId: PartnerId;
}> {
  override get message(): string {
    return "There is no partner with this id.";
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
