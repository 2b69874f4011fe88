import * as Data from "effect/Data";
import type { ContactId } from "./schema.ts";

/** The id belongs to a contact with other content. */
export class ContactConflict extends Data.TaggedError("ContactConflict")<{
  readonly contactId: ContactId;
  readonly field: string;
}> {
  override get message(): string {
    return `This id belongs to a contact with another \`${this.field}\`. Use a new id, or remove that contact first.`;
  }
}
