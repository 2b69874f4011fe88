/**
 * Readings: lists, statements, and the curve. They keep nothing. They are many and small, so they
 * leave no trace: noting where each was called from takes longer than a statement does.
 */
import * as Effect from "effect/Effect";
import { invalid } from "../../input/errors.ts";
import type { PageRequest } from "../../page/page.ts";
import type { PartnerId } from "../../partner/schema.ts";
import { instantOf, msOf, nowMs } from "../../time/moments.ts";
import type { Instant } from "../../time/schema.ts";
import { standingOfAccounts, statementOf, stepsOf } from "../drafts.ts";
import type { EquityStore } from "../EquityStore.ts";
import { type CurvePoint, curveOf, equityOf } from "../rules.ts";
import type { AskState, StatementSeries } from "../schema.ts";
import type { Ground } from "./ground.ts";

/** Above this many steps in a window, the curve shows samples only. */
const stepsMax = 400;

/** Neither a step, nor the point that stands before one. */
const isSample = (points: ReadonlyArray<CurvePoint>, index: number): boolean =>
  (points[index]?.step ?? null) === null && (points[index + 1]?.step ?? null) === null;

export const readingOver = (
  store: EquityStore["Service"],
  { mustExist, snapshotOf, accountOn }: Ground,
) => {
  const asks = Effect.fnUntraced(function* (
    partnerId: PartnerId | null,
    request: PageRequest & { readonly state: AskState | null },
  ) {
    if (partnerId !== null) yield* mustExist(partnerId);
    return yield* store.asks(partnerId, request, yield* nowMs);
  });

  const entries = Effect.fnUntraced(function* (partnerId: PartnerId, request: PageRequest) {
    yield* mustExist(partnerId);
    return yield* store.entries(partnerId, request);
  });

  const statement = Effect.fnUntraced(function* (partnerId: PartnerId, at: Instant | null) {
    const snapshot = yield* snapshotOf(partnerId);
    const atMs = at === null ? yield* nowMs : msOf(at);
    const account = yield* accountOn(partnerId, atMs, snapshot);
    return statementOf(partnerId, atMs, account, snapshot);
  });

  const standings = Effect.fnUntraced(function* (partnerIds: ReadonlyArray<PartnerId>) {
    const atMs = yield* nowMs;
    const found = yield* store.standings(partnerIds, atMs);
    return partnerIds.flatMap((partnerId, index) => {
      const one = found[index];
      return one === undefined ? [] : [standingOfAccounts({ partnerId, atMs, ...one })];
    });
  });

  const series = Effect.fnUntraced(function* (
    partnerId: PartnerId,
    window: {
      readonly from: Instant | null;
      readonly to: Instant | null;
      readonly samples: number;
    },
  ) {
    const { terms } = yield* snapshotOf(partnerId);
    const { policy } = terms;
    const toMs = window.to === null ? yield* nowMs : msOf(window.to);
    const afterMs = Number.NEGATIVE_INFINITY;
    const postings = yield* store.postings(partnerId, { afterMs, upToMs: toMs });
    const fromMs = window.from === null ? (postings[0]?.atMs ?? toMs) : msOf(window.from);
    if (fromMs > toMs) {
      return yield* invalid("/from", "after-to", "`from` must not come after `to`.");
    }
    const steps = stepsOf(postings);
    const isCrowded = steps.filter(({ atMs }) => atMs >= fromMs).length > stepsMax;
    const points = curveOf(steps, { fromMs, toMs, samples: window.samples }, policy);
    return {
      partnerId,
      from: instantOf(fromMs),
      to: instantOf(toMs),
      points: points
        .filter((_, index) => !isCrowded || isSample(points, index))
        .map((point) => ({
          at: instantOf(point.atMs),
          principal: point.principal,
          interest: point.interest,
          equity: equityOf(point),
          entryId: point.step === null ? null : (steps[point.step]?.entryId ?? null),
        })),
    } satisfies StatementSeries;
  });

  return { asks, entries, statement, standings, series };
};
