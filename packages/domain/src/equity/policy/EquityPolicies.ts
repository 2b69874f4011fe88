import * as Context from "effect/Context";
import * as Effect from "effect/Effect";
import * as Layer from "effect/Layer";
import { isWanted, type WantedVersion } from "../../input/versions.ts";
import { PartnerNotFound } from "../../partner/errors.ts";
import type { PartnerId } from "../../partner/schema.ts";
import { instantOf } from "../../time/moments.ts";
import { type Choice, EquityStore } from "../EquityStore.ts";
import { StaleChoice } from "../errors.ts";
import { policyPresets, policyWith } from "../rules.ts";
import type { EquityPolicy, PolicyChoice, PolicyReading } from "../schema.ts";
import { foldedAnew } from "../verbs/ground.ts";

/** What verdicts are judged by: a preset for the workspace, and another one where a relationship differs. */
export class EquityPolicies extends Context.Service<
  EquityPolicies,
  {
    /** Of the workspace (null), or of one relationship. */
    readonly read: (partnerId: PartnerId | null) => Effect.Effect<PolicyReading, PartnerNotFound>;
    /**
     * Chooses a policy if the choice still is at the version that was read. Sizes and weights of
     * entries stay as they were made; another half-life folds their fading anew (DESIGN ruling 9).
     */
    readonly choose: (
      partnerId: PartnerId | null,
      choice: PolicyChoice,
      version: WantedVersion,
    ) => Effect.Effect<PolicyReading, PartnerNotFound | StaleChoice>;
    /** Folds anew what an earlier version had kept. To be run before anything is read. */
    readonly catchUp: Effect.Effect<void>;
    /** Folds anew the accounts of partners whose entries are others now than they were. */
    readonly refold: (partnerIds: ReadonlyArray<PartnerId>) => Effect.Effect<void>;
    /** A relationship goes back to the policy of the workspace. */
    readonly clear: (
      partnerId: PartnerId,
      version: WantedVersion,
    ) => Effect.Effect<PolicyReading, PartnerNotFound | StaleChoice>;
  }
>()("@comity/domain/equity/policy/EquityPolicies") {
  static readonly layerNoDeps = Layer.effect(
    EquityPolicies,
    Effect.map(EquityStore, (store) => EquityPolicies.of(policiesOver(store))),
  );
}

const partnersAtOnce = 200;

const policiesOver = (store: EquityStore["Service"]) => {
  const choiceOf = Effect.fnUntraced(function* (partnerId: PartnerId | null) {
    if (partnerId !== null && !(yield* store.hasPartner(partnerId))) {
      return yield* new PartnerNotFound({ partnerId });
    }
    const shared = yield* store.choice(null);
    const own = partnerId === null ? undefined : yield* store.choice(partnerId);
    return { shared: shared ?? unchosen, own };
  });

  const read = Effect.fnUntraced(function* (partnerId: PartnerId | null) {
    const { shared, own } = yield* choiceOf(partnerId);
    const { policyVersion } = yield* store.terms;
    const learned = yield* store.learned;
    const current = own ?? shared;
    return {
      chosen: current.policy,
      effective: policyWith(current.policy, learned),
      learned,
      isOwn: own !== undefined,
      version: partnerId === null ? shared.version : (own?.version ?? 0),
      policyVersion,
      changedAt: current.changedAtMs === null ? null : instantOf(current.changedAtMs),
    } satisfies PolicyReading;
  });

  const atVersion = Effect.fnUntraced(function* (
    partnerId: PartnerId | null,
    version: WantedVersion,
  ) {
    const reading = yield* read(partnerId);
    if (isWanted(version, reading.version)) return reading;
    const path = partnerId === null ? "/v1/policy" : `/v1/partners/${partnerId}/policy`;
    return yield* new StaleChoice({ version: reading.version, path });
  });

  const refoldOne = Effect.fnUntraced(function* (partnerId: PartnerId, policy: EquityPolicy) {
    const history = yield* store.history(partnerId);
    if (history.length > 0) yield* store.refold(partnerId, foldedAnew(history, policy));
  });

  const refoldShared = Effect.fnUntraced(function* (policy: EquityPolicy) {
    let after: PartnerId | null = null;
    for (;;) {
      const ids: ReadonlyArray<PartnerId> = yield* store.sharingPolicy(after, partnersAtOnce);
      for (const partnerId of ids) yield* refoldOne(partnerId, policy);
      after = ids.at(-1) ?? null;
      if (ids.length < partnersAtOnce) return;
    }
  });

  const keep = Effect.fnUntraced(function* (
    partnerId: PartnerId | null,
    before: EquityPolicy,
    after: EquityPolicy | null,
  ) {
    yield* store.choose(partnerId, after);
    const policy = after ?? (yield* choiceOf(null)).shared.policy;
    if (fadesAlike(before, policy)) return;
    yield* partnerId === null ? refoldShared(policy) : refoldOne(partnerId, policy);
  });

  const choose = Effect.fn("EquityPolicies.choose")(function* (
    partnerId: PartnerId | null,
    choice: PolicyChoice,
    version: WantedVersion,
  ) {
    const after = policyOf(choice);
    return yield* store.atomically(
      Effect.gen(function* () {
        const before = yield* atVersion(partnerId, version);
        const isSettled = partnerId === null || before.isOwn;
        if (isSettled && isSamePolicy(before.chosen, after)) return before;
        yield* keep(partnerId, before.chosen, after);
        return yield* read(partnerId);
      }),
    );
  });

  const clear = Effect.fn("EquityPolicies.clear")(function* (
    partnerId: PartnerId,
    version: WantedVersion,
  ) {
    return yield* store.atomically(
      Effect.gen(function* () {
        const before = yield* atVersion(partnerId, version);
        if (!before.isOwn) return before;
        yield* keep(partnerId, before.chosen, null);
        return yield* read(partnerId);
      }),
    );
  });

  const refold = Effect.fnUntraced(function* (partnerIds: ReadonlyArray<PartnerId>) {
    for (const partnerId of partnerIds) {
      const { own, shared } = yield* Effect.orDie(choiceOf(partnerId));
      const history = yield* store.history(partnerId);
      yield* store.refold(partnerId, foldedAnew(history, (own ?? shared).policy));
    }
  });

  const catchUp = Effect.gen(function* () {
    for (;;) {
      const count = yield* store.atomically(
        Effect.gen(function* () {
          const ids = yield* store.unfolded(partnersAtOnce);
          yield* refold(ids);
          return ids.length;
        }),
      );
      if (count < partnersAtOnce) return;
    }
  });

  return { read, choose, clear, catchUp, refold };
};

const unchosen: Choice = { policy: policyPresets.partner, version: 1, changedAtMs: null };

/** A preset, with what was said to differ from it. */
export const policyOf = ({ preset, q, ...differing }: PolicyChoice): EquityPolicy => {
  const base = policyPresets[preset];
  const said = Object.entries(differing).filter(([, value]) => value !== undefined);
  const credit = Object.entries(q ?? {}).filter(([, value]) => value !== undefined);
  return {
    ...base,
    ...Object.fromEntries(said),
    q: { ...base.q, ...Object.fromEntries(credit) },
  };
};

const fadesAlike = (a: EquityPolicy, b: EquityPolicy): boolean =>
  a.halfLifeDays === b.halfLifeDays &&
  a.interestRatio === b.interestRatio &&
  a.trustHalfLifeDays === b.trustHalfLifeDays;

const isSamePolicy = (a: EquityPolicy, b: EquityPolicy): boolean => {
  const fields = Object.keys(a).filter((field) => field !== "q") as Array<keyof EquityPolicy>;
  const credits = Object.keys(a.q) as Array<keyof EquityPolicy["q"]>;
  return (
    fields.every((field) => a[field] === b[field]) &&
    credits.every((field) => a.q[field] === b.q[field])
  );
};
