/** The ports of the domain over SQLite. A driver brings the database: `./node` or `./durable-object`. */
import * as Effect from "effect/Effect";
import * as Layer from "effect/Layer";
import { ChangeLog } from "./change/ChangeLog.ts";
import * as ContactStoreSql from "./contact/ContactStoreSql.ts";
import * as CatalogueStoreSql from "./equity/CatalogueStoreSql.ts";
import * as ConfirmationStoreSql from "./equity/ConfirmationStoreSql.ts";
import * as EquityStoreSql from "./equity/EquityStoreSql.ts";
import * as OpeningStoreSql from "./equity/OpeningStoreSql.ts";
import * as RhythmStoreSql from "./equity/RhythmStoreSql.ts";
import { Idempotency } from "./idempotency/Idempotency.ts";
import { migrate } from "./migrations/index.ts";
import * as BulkStoreSql from "./partner/BulkStoreSql.ts";
import * as ImportStoreSql from "./partner/ImportStoreSql.ts";
import * as MergeStoreSql from "./partner/MergeStoreSql.ts";
import * as PartnerStoreSql from "./partner/PartnerStoreSql.ts";
import { Settings } from "./settings/Settings.ts";
import * as StrategyStoreSql from "./strategy/StrategyStoreSql.ts";
import * as TodayStoreSql from "./today/TodayStoreSql.ts";
import { Transaction } from "./transaction/Transaction.ts";

export { Actor } from "./change/Actor.ts";
export { ChangeLog } from "./change/ChangeLog.ts";
export { Idempotency, type KeptAnswer } from "./idempotency/Idempotency.ts";
export { migrate } from "./migrations/index.ts";
export { Settings } from "./settings/Settings.ts";
export { Transaction } from "./transaction/Transaction.ts";

/** Everything a workspace keeps, over a migrated database. A new workspace takes this time zone. */
export const layer = (timeZone: string) =>
  Layer.mergeAll(
    BulkStoreSql.layer,
    CatalogueStoreSql.layer,
    ConfirmationStoreSql.layer,
    ContactStoreSql.layer,
    EquityStoreSql.layer,
    ImportStoreSql.layer,
    MergeStoreSql.layer,
    OpeningStoreSql.layer,
    PartnerStoreSql.layer,
    RhythmStoreSql.layer,
    StrategyStoreSql.layer,
    TodayStoreSql.layer,
  ).pipe(
    Layer.provideMerge(
      Layer.mergeAll(
        ChangeLog.layer,
        Settings.layer(timeZone),
        Idempotency.layer,
        Transaction.layer,
      ),
    ),
    Layer.provide(Layer.effectDiscard(Effect.asVoid(migrate))),
  );
