import * as Context from "effect/Context";
import type * as Effect from "effect/Effect";
import type { CursorInvalid } from "../../page/errors.ts";
import type { Page, PageRequest } from "../../page/page.ts";
import type { PartnerId } from "../../partner/schema.ts";
import type { OpeningCard, OpeningProgress } from "../schema.ts";

/** Who was asked about already, and who comes next. */
export class OpeningStore extends Context.Service<
  OpeningStore,
  {
    /** Partners with whom nothing is written down and who were not skipped, those known longest first. */
    readonly cards: (request: PageRequest) => Effect.Effect<Page<OpeningCard>, CursorInvalid>;
    readonly progress: Effect.Effect<OpeningProgress>;
    /** Notes that somebody is not to be asked about, or takes the note back. */
    readonly skip: (partnerId: PartnerId, isSkipped: boolean) => Effect.Effect<void>;
  }
>()("@comity/domain/equity/opening/OpeningStore") {}
