import { sha256Hex } from "./fingerprint.ts";

/** A line of the log as it is kept. */
export interface ChangeRow {
  readonly seq: number;
  readonly at: number;
  readonly actor: string;
  readonly kind: string;
  readonly subject: string;
  readonly body: string;
  readonly hash: string;
}

/** What seals a line: a hash over the seal before it and all that it says. */
export const sealOf = (
  before: string,
  { seq, at, actor, kind, subject, body }: Omit<ChangeRow, "hash">,
): string => sha256Hex([before, seq, at, actor, kind, subject, body].join("\n"));
