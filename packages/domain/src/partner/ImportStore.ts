import * as Context from "effect/Context";
import type * as Effect from "effect/Effect";
import type {
  Import,
  ImportedPartner,
  ImportId,
  ImportOutcome,
  Partner,
  PartnerId,
} from "./schema.ts";

/** What one row did, with what undo needs. */
export interface AppliedRow {
  readonly row: number;
  readonly outcome: ImportOutcome;
  readonly partnerId: PartnerId;
  /**
   * The partner before and after this row, without notes, which no file speaks of; `before` is null
   * where the row made the partner.
   */
  readonly before: Partner | null;
  readonly after: Partner;
  /** What this row says of the partner, and what the file said the time before; null when none had. */
  readonly said: ImportedPartner;
  readonly saidBefore: ImportedPartner | null;
}

/** Where imports are kept, so that each can be undone as one. */
export class ImportStore extends Context.Service<
  ImportStore,
  {
    readonly byId: (importId: ImportId) => Effect.Effect<Import | undefined>;
    /** Imports that are being taken in or taken back. */
    readonly unfinished: Effect.Effect<ReadonlyArray<Import>>;
    readonly put: (before: Import | null, after: Import) => Effect.Effect<void>;
    readonly keepRows: (importId: ImportId, rows: ReadonlyArray<AppliedRow>) => Effect.Effect<void>;
    /** Rows that changed something, last first. */
    readonly rows: (importId: ImportId) => Effect.Effect<ReadonlyArray<AppliedRow>>;
    readonly forgetRows: (importId: ImportId) => Effect.Effect<void>;
    /** What the newest file said of each of these partners; those of whom none did are missing. */
    readonly saidOf: (
      partnerIds: ReadonlyArray<PartnerId>,
    ) => Effect.Effect<ReadonlyMap<PartnerId, ImportedPartner>>;
    /** Sets what was said last; null: no file has said anything. */
    readonly saidAgain: (partnerId: PartnerId, said: ImportedPartner | null) => Effect.Effect<void>;
    /** Entries or asks, refused ones too, name this partner. */
    readonly isUsed: (partnerId: PartnerId) => Effect.Effect<boolean>;
  }
>()("@comity/domain/partner/ImportStore") {}
