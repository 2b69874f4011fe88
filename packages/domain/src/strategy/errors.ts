import * as Data from "effect/Data";

/** Another change of the answers came first. */
export class StaleStrategy extends Data.TaggedError("StaleStrategy")<{
  readonly version: number;
}> {
  override get message(): string {
    return `Your answers are at version ${this.version} by now. Read them again, and repeat your change.`;
  }
}
