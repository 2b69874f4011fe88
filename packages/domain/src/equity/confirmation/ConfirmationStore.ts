import * as Context from "effect/Context";
import type * as Effect from "effect/Effect";
import type { EntryId } from "../schema.ts";

/** A link as it is kept: its secret only as a hash, its line only until it is answered. */
export interface Confirmation {
  readonly tokenHash: string;
  readonly entryId: EntryId;
  readonly what: string | null;
  readonly expiresAtMs: number;
  readonly answeredAtMs: number | null;
}

export class ConfirmationStore extends Context.Service<
  ConfirmationStore,
  {
    /** Keeps the link, in the place of any other one about the entry. */
    readonly put: (confirmation: Confirmation) => Effect.Effect<void>;
    readonly byHash: (tokenHash: string) => Effect.Effect<Confirmation | undefined>;
    /** Forgets what was to be shown by links that ran out, or whose gift was taken back. */
    readonly forgetClosed: (atMs: number) => Effect.Effect<void>;
    /** Notes the answer, and forgets what the partner was shown. */
    readonly answer: (tokenHash: string, atMs: number) => Effect.Effect<void>;
  }
>()("@comity/domain/equity/confirmation/ConfirmationStore") {}
