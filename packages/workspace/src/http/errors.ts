import * as Data from "effect/Data";

/** The file is not one that can be imported. */
export class FileUnreadable extends Data.TaggedError("FileUnreadable")<{
  readonly code: string;
  readonly reason: string;
  readonly isTooLarge: boolean;
}> {
  override get message(): string {
    return this.reason;
  }
}

/** The idempotency key came with another request before. */
export class KeyReused extends Data.TaggedError("KeyReused")<{ readonly key: string }> {
  override get message(): string {
    return "This Idempotency-Key came with another request before. Use a new key for a new request.";
  }
}
