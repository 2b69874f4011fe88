import * as Context from "effect/Context";
import type * as Effect from "effect/Effect";
import type {
  Import,
  ImportedContact,
  ImportedPartner,
  ImportId,
  ImportOutcome,
  ImportSource,
  Partner,
  PartnerId,
} from "./schema.ts";

/** What one row did, with what undo needs. */
export interface AppliedRow {
  readonly row: number;
  readonly outcome: ImportOutcome;
  readonly partnerId: PartnerId;
  /**
   * The partner before and after this row; `before` is null where the row made the partner. Notes
   * that the row did not change are left out of both: they can be long.
   */
  readonly before: Partner | null;
  readonly after: Partner;
  /** What this row says of the partner, and what the file said the time before; null when none had. */
  readonly said: ImportedPartner;
  readonly saidBefore: ImportedPartner | null;
  /** Contacts that were written down with it. */
  readonly contacts: ReadonlyArray<NewContact>;
}

/** A contact that a row tells of, under the id that it gets. */
export interface NewContact extends ImportedContact {
  readonly id: string;
}

/** Where imports are kept, so that each can be undone as one. */
export class ImportStore extends Context.Service<
  ImportStore,
  {
    readonly byId: (importId: ImportId) => Effect.Effect<Import | undefined>;
    /** Imports that are being taken in or taken back. */
    readonly unfinished: Effect.Effect<ReadonlyArray<Import>>;
    readonly put: (before: Import | null, after: Import) => Effect.Effect<void>;
    /** Keeps what the rows did, and their contacts, but for those that are known already. */
    readonly keepRows: (batch: Import, rows: ReadonlyArray<AppliedRow>) => Effect.Effect<void>;
    /** Rows that changed something, last first. */
    readonly rows: (importId: ImportId) => Effect.Effect<ReadonlyArray<AppliedRow>>;
    readonly forgetRows: (importId: ImportId) => Effect.Effect<void>;
    /**
     * What the newest file from a source said of each of these partners; those of whom none did are
     * missing. Two sources do not contradict each other: each is held against itself.
     */
    readonly saidOf: (
      partnerIds: ReadonlyArray<PartnerId>,
      source: ImportSource,
    ) => Effect.Effect<ReadonlyMap<PartnerId, ImportedPartner>>;
    /** Sets what was said last; null: no file has said anything. */
    readonly saidAgain: (
      partnerId: PartnerId,
      source: ImportSource,
      said: ImportedPartner | null,
    ) => Effect.Effect<void>;
    /** Takes back contacts that rows brought. */
    readonly forgetContacts: (contacts: ReadonlyArray<NewContact>) => Effect.Effect<void>;
  }
>()("@comity/domain/partner/ImportStore") {}
