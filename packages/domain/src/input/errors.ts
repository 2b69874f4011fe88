import * as Data from "effect/Data";

export interface InputIssue {
  /** Where, as a JSON pointer into the input. */
  readonly pointer: string;
  readonly code: string;
  readonly message: string;
}

/** The input fits its schema, but says something that cannot be. */
export class InputInvalid extends Data.TaggedError("InputInvalid")<{
  readonly issues: ReadonlyArray<InputIssue>;
}> {
  override get message(): string {
    return this.issues.map(({ message }) => message).join(" ");
  }
}

/** One thing that cannot be, ready to be raised. */
export const invalid = (pointer: string, code: string, message: string): InputInvalid =>
  new InputInvalid({ issues: [{ pointer, code, message }] });
