/** Partners in the order of where you stand with them: for lists that show the first of very many. */
import * as Effect from "effect/Effect";
import type { PartnerId } from "../../partner/schema.ts";
import { nowMs } from "../../time/moments.ts";
import { standingOfAccounts } from "../drafts.ts";
import type { EquityStore } from "../EquityStore.ts";
import type { RhythmStore } from "../rhythm/RhythmStore.ts";
import type { Standing } from "../schema.ts";

const partnersAtOnce = 1_000;

/** equity: most goodwill first. earned: the largest ask that is covered first. */
export type RankedBy = "equity" | "earned";

const worthOf: Readonly<Record<RankedBy, (standing: Standing) => number>> = {
  equity: ({ equity }) => equity,
  earned: ({ capacity }) => capacity,
};

export const rankingOver = (ports: {
  readonly store: EquityStore["Service"];
  readonly rhythms: RhythmStore["Service"];
}) => {
  const ranking = Effect.fnUntraced(function* (by: RankedBy) {
    const atMs = yield* nowMs;
    const found: Array<{ readonly partnerId: PartnerId; readonly worth: number }> = [];
    let after: PartnerId | null = null;
    for (;;) {
      const ids: ReadonlyArray<PartnerId> = yield* ports.rhythms.withHistory(after, partnersAtOnce);
      const standings = yield* ports.store.standings(ids, atMs);
      for (const [index, one] of standings.entries()) {
        const partnerId = ids[index];
        if (partnerId === undefined || one.accounts.entries === 0) continue;
        found.push({
          partnerId,
          worth: worthOf[by](standingOfAccounts({ partnerId, atMs, ...one })),
        });
      }
      after = ids.at(-1) ?? null;
      if (ids.length < partnersAtOnce) break;
    }
    return found
      .toSorted((a, b) => b.worth - a.worth || (a.partnerId < b.partnerId ? -1 : 1))
      .map(({ partnerId }) => partnerId);
  });

  return { ranking };
};
