import * as Context from "effect/Context";
import * as Effect from "effect/Effect";
import * as Layer from "effect/Layer";
import { type InputInvalid, invalid } from "../input/errors.ts";
import { PartnerNotFound } from "./errors.ts";
import { PartnerStore } from "./PartnerStore.ts";
import {
  blockKeysOf,
  type Comparable,
  type Likened,
  likenedOf,
  likenessBetween,
  likenessShown,
} from "./rules.ts";
import {
  type DuplicateCandidate,
  type DuplicatePair,
  duplicatesMax,
  type Partner,
  type PartnerId,
} from "./schema.ts";

/** Partners compared with one description at most: more have too little in common. */
const comparedMax = 200;

/** Some milliseconds of work each. */
const partnersAtOnce = 500;
const blocksAtOnce = 200;

/** Partners that may be one: found by what they have in common, and never made one by themselves. */
export class Duplicates extends Context.Service<
  Duplicates,
  {
    /** Who may be the one described, the likeliest first. `except`: the one that is edited. */
    readonly candidates: (
      described: Comparable,
      except: PartnerId | null,
    ) => Effect.Effect<ReadonlyArray<DuplicateCandidate>>;
    /** All pairs that may be one, the likeliest first, and how many there are. */
    readonly pairs: (limit: number) => Effect.Effect<{
      readonly pairs: ReadonlyArray<DuplicatePair>;
      readonly total: number;
    }>;
    /** You say that two are two, or take that back. */
    readonly tellApart: (
      oneId: PartnerId,
      otherId: PartnerId,
      areTwo: boolean,
    ) => Effect.Effect<void, PartnerNotFound | InputInvalid>;
  }
>()("@comity/domain/partner/Duplicates") {
  static readonly layerNoDeps = Layer.effect(
    Duplicates,
    Effect.map(PartnerStore, (store) => Duplicates.of(duplicatesOver(store))),
  );
}

const duplicatesOver = (store: PartnerStore["Service"]) => {
  const candidates = Effect.fn("Duplicates.candidates")(function* (
    described: Comparable,
    except: PartnerId | null,
  ) {
    const known = yield* store.sharingBlocks(blockKeysOf(described), comparedMax);
    const apart = new Set(
      except === null
        ? []
        : (yield* store.toldApart([except])).flatMap((pair) => pair.filter((id) => id !== except)),
    );
    const wanted = likenedOf(described);
    return known
      .filter(({ id }) => id !== except)
      .map((partner) => ({
        partner,
        likeness: likenessBetween(wanted, likenedOf(partner), apart.has(partner.id)),
      }))
      .filter(({ likeness }) => likeness.score >= likenessShown)
      .toSorted((a, b) => b.likeness.score - a.likeness.score || order(a.partner, b.partner))
      .slice(0, duplicatesMax);
  });

  /** In steps, so that others are answered in between. */
  const likenedByIds = Effect.fnUntraced(function* (ids: ReadonlyArray<PartnerId>) {
    const found = new Map<PartnerId, { readonly partner: Partner; readonly likened: Likened }>();
    for (let first = 0; first < ids.length; first += partnersAtOnce) {
      for (const partner of yield* store.byIds(ids.slice(first, first + partnersAtOnce))) {
        found.set(partner.id, { partner, likened: likenedOf(partner) });
      }
      yield* Effect.yieldNow;
    }
    return found;
  });

  const pairs = Effect.fn("Duplicates.pairs")(function* (limit: number) {
    const blocks = yield* store.blocks;
    const ids = [...new Set(blocks.flat())];
    const known = yield* likenedByIds(ids);
    const apart = new Set((yield* store.toldApart(ids)).map(([a, b]) => pairKey(a, b)));
    const seen = new Set<string>();
    const likely: Array<DuplicatePair> = [];
    for (const [index, block] of blocks.entries()) {
      if (index % blocksAtOnce === 0) yield* Effect.yieldNow;
      for (const [oneId, otherId] of pairsOf(block)) {
        const key = pairKey(oneId, otherId);
        const [one, other] = [known.get(oneId), known.get(otherId)];
        if (seen.has(key) || one === undefined || other === undefined) continue;
        seen.add(key);
        const likeness = likenessBetween(one.likened, other.likened, apart.has(key));
        if (likeness.score < likenessShown) continue;
        likely.push({ one: one.partner, other: other.partner, likeness });
      }
    }
    likely.sort((a, b) => b.likeness.score - a.likeness.score || order(a.one, b.one));
    return { pairs: likely.slice(0, limit), total: likely.length };
  });

  const tellApart = Effect.fn("Duplicates.tellApart")(function* (
    oneId: PartnerId,
    otherId: PartnerId,
    areTwo: boolean,
  ) {
    if (oneId === otherId) {
      return yield* invalid("/otherId", "same", "Name another partner than this one.");
    }
    yield* store.atomically(
      Effect.gen(function* () {
        for (const partnerId of [oneId, otherId]) {
          if ((yield* store.byId(partnerId)) === undefined) {
            return yield* new PartnerNotFound({ partnerId });
          }
        }
        yield* store.tellApart(oneId, otherId, areTwo);
      }),
    );
  });

  return { candidates, pairs, tellApart };
};

const pairKey = (a: PartnerId, b: PartnerId): string => (a < b ? `${a} ${b}` : `${b} ${a}`);

/** The one known longer comes first: it is the one to keep. */
const pairsOf = (
  block: ReadonlyArray<PartnerId>,
): ReadonlyArray<readonly [PartnerId, PartnerId]> => {
  const ids = block.toSorted();
  return ids.flatMap((one, index) => ids.slice(index + 1).map((other) => [one, other] as const));
};

const order = (a: Partner, b: Partner): number => (a.id < b.id ? -1 : 1);
