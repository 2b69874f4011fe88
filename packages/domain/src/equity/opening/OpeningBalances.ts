import * as Context from "effect/Context";
import * as Effect from "effect/Effect";
import * as Layer from "effect/Layer";
import type { CursorInvalid } from "../../page/errors.ts";
import type { Page, PageRequest } from "../../page/page.ts";
import { PartnerNotFound } from "../../partner/errors.ts";
import type { PartnerId } from "../../partner/schema.ts";
import { EquityStore } from "../EquityStore.ts";
import type { OpeningCard, OpeningProgress } from "../schema.ts";
import { OpeningStore } from "./OpeningStore.ts";

/**
 * A short deck of people with whom nothing is written down. Answering records one opening entry
 * (`RelationshipEquity.open`), which takes the card away; taking the entry back brings it back.
 */
export class OpeningBalances extends Context.Service<
  OpeningBalances,
  {
    readonly cards: (request: PageRequest) => Effect.Effect<Page<OpeningCard>, CursorInvalid>;
    readonly progress: Effect.Effect<OpeningProgress>;
    /** Passes somebody over. Again is the same again. */
    readonly skip: (partnerId: PartnerId) => Effect.Effect<OpeningProgress, PartnerNotFound>;
    /** Puts somebody who was passed over back into the deck. */
    readonly unskip: (partnerId: PartnerId) => Effect.Effect<OpeningProgress, PartnerNotFound>;
  }
>()("@comity/domain/equity/opening/OpeningBalances") {
  static readonly layerNoDeps = Layer.effect(
    OpeningBalances,
    Effect.gen(function* () {
      const { atomically, hasPartner } = yield* EquityStore;
      const { cards, progress, skip } = yield* OpeningStore;
      const mark = (partnerId: PartnerId, isSkipped: boolean) =>
        atomically(
          Effect.gen(function* () {
            if (!(yield* hasPartner(partnerId))) return yield* new PartnerNotFound({ partnerId });
            yield* skip(partnerId, isSkipped);
            return yield* progress;
          }),
        );
      return OpeningBalances.of({
        cards,
        progress,
        skip: (partnerId) => mark(partnerId, true),
        unskip: (partnerId) => mark(partnerId, false),
      });
    }),
  );
}
