import * as Context from "effect/Context";
import type * as Effect from "effect/Effect";
import type { BulkId, Partner } from "./schema.ts";

/** What one change of many did to one of them. */
export interface BulkRow {
  readonly before: Partner;
  readonly after: Partner;
}

/** Where changes of many are kept, for as long as they can be undone. */
export class BulkStore extends Context.Service<
  BulkStore,
  {
    /** Of a partner that the same change touched before, the state before is the first one. */
    readonly keep: (bulkId: BulkId, rows: ReadonlyArray<BulkRow>) => Effect.Effect<void>;
    readonly rows: (bulkId: BulkId, limit: number) => Effect.Effect<ReadonlyArray<BulkRow>>;
    readonly forget: (bulkId: BulkId, rows: ReadonlyArray<BulkRow>) => Effect.Effect<void>;
  }
>()("@comity/domain/partner/BulkStore") {}
