import * as Data from "effect/Data";

/** The cursor is not one that this list handed out. */
export class CursorInvalid extends Data.TaggedError("CursorInvalid")<{ readonly cursor: string }> {
  override get message(): string {
    return "This cursor is not one of this list. Start again without a cursor.";
  }
}
