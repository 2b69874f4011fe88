/** L4: an ask judged through the service, against an empty effect; many standings in one effect, against a plain loop. */
import { RelationshipEquity } from "@comity/domain/equity";
import {
  type Account,
  accountAt,
  capacityOf,
  equityOf,
  partnerPreset,
} from "@comity/domain/equity/rules";
import { AskQuestion, TransferDraft } from "@comity/domain/equity/schema";
import { layerMemory } from "@comity/domain/memory";
import { Partners } from "@comity/domain/partner";
import { PartnerDraft, type PartnerId } from "@comity/domain/partner/schema";
import * as Effect from "effect/Effect";
import * as ManagedRuntime from "effect/ManagedRuntime";
import { type Figure, medians, millisecondsOf, tolerance } from "../rounds.ts";

const asks = 20_000;
const partners = 2_000;
const rounds = 7;

const filled = Effect.gen(function* () {
  const ids: Array<PartnerId> = [];
  for (let index = 0; index < partners; index++) {
    const draft = PartnerDraft.parse({ name: `Person ${index}` });
    ids.push((yield* Partners.use(({ add }) => add(draft))).id);
  }
  for (const to of ids) {
    const gift = TransferDraft.parse({ from: "me", to, benefit: 9, cost: 3 });
    yield* RelationshipEquity.use(({ record }) => record(gift));
  }
  return ids;
});

/** The same reading with nothing around it. */
const plainLoop = (accounts: ReadonlyArray<Account>, atMs: number): number => {
  let sum = 0;
  for (const account of accounts) {
    sum += capacityOf(equityOf(accountAt(account, atMs, partnerPreset)), partnerPreset);
  }
  return sum;
};

const times = (count: number, work: () => void) => () =>
  millisecondsOf(() => {
    for (let done = 0; done < count; done++) work();
  });

export const oneAsk = async (): Promise<ReadonlyArray<Figure>> => {
  const runtime = ManagedRuntime.make(layerMemory());
  const ids = await runtime.runPromise(filled);
  const services = await runtime.context();
  const equity = await runtime.runPromise(RelationshipEquity.use(Effect.succeed));
  const question = AskQuestion.parse({ partnerId: ids[0], cost: 3 });
  const runSync = Effect.runSyncWith(services);
  const empty = Effect.gen(function* () {});
  const coverage = equity.coverage(question);
  if (runSync(coverage).verdict !== "early") throw new Error("The ask is judged otherwise.");

  const accounts = ids.map((): Account => ({ principal: 9, interest: 0, atMs: Date.now() - 1000 }));
  const taken = await medians(
    [
      { name: "empty", run: times(asks, () => runSync(empty)) },
      { name: "judged", run: times(asks, () => runSync(coverage)) },
      { name: "plain", run: times(10, () => plainLoop(accounts, Date.now())) },
      { name: "batch", run: times(10, () => runSync(equity.standings(ids))) },
    ],
    rounds,
  );
  await runtime.dispose();
  const one = (taken["judged"] as number) / (taken["empty"] as number);
  const batch = (taken["batch"] as number) / (taken["plain"] as number);
  const us = (name: string): string => (((taken[name] as number) / asks) * 1000).toFixed(2);
  return [
    {
      id: "L4",
      path: "one ask judged through the service in memory, against an empty effect",
      goal: "<= 2x",
      measured: `${one.toFixed(2)}x (${us("judged")} against ${us("empty")} us)`,
      isMet: one <= 2 * tolerance,
    },
    {
      id: "L4",
      path: "standings of 2,000 partners in one effect, against a plain loop",
      goal: "<= 50x",
      measured: `${batch.toFixed(1)}x`,
      isMet: batch <= 50 * tolerance,
    },
  ];
};
