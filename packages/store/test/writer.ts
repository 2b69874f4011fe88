/**
 * Writes to a file until it is killed: several writers at once, each with a partner of its own. Prints what
 * the store has acknowledged, one line each: to a pipe that is written before the next statement runs.
 */
import { flushCompileCache } from "node:module";
import { RelationshipEquity } from "@comity/domain/equity";
import type { AskDraft, TransferDraft } from "@comity/domain/equity/schema";
import { Partners } from "@comity/domain/partner";
import type { PartnerDraft, PartnerId } from "@comity/domain/partner/schema";
import { layer as sqliteFile } from "@comity/store/node";
import * as Effect from "effect/Effect";
import { liveOver } from "./contract/live.ts";

/** What was acknowledged: an entry with its benefit, a reversal without one, or an ask in its state. */
export type Acknowledged =
  | { readonly entry: string; readonly benefit: number | null }
  | { readonly ask: string; readonly state: string };

const acknowledge = (acknowledged: Acknowledged) =>
  Effect.sync(() => void process.stdout.write(`${JSON.stringify(acknowledged)}\n`));

const giveAndAsk = Effect.fnUntraced(function* (partnerId: PartnerId, turn: number) {
  const equity = yield* RelationshipEquity;
  const benefit = 10 + (turn % 7);
  const draft = { from: "me", to: partnerId, benefit, cost: "S", note: `Gift ${turn}` };
  const gift = yield* equity.record(draft as TransferDraft);
  yield* acknowledge({ entry: gift.id, benefit });
  if (turn % 3 === 0) {
    const reversal = yield* equity.reverse(gift.id, {});
    yield* acknowledge({ entry: reversal.id, benefit: null });
  }
  if (turn % 4 === 3) {
    const ask = yield* equity.ask({ partnerId, what: "A word", cost: 1 } as AskDraft);
    yield* acknowledge({ ask: ask.id, state: ask.state });
    const granted = yield* equity.grant(ask.id, {});
    yield* acknowledge({ ask: granted.id, state: granted.state });
    yield* acknowledge({ entry: granted.entryId ?? "", benefit: null });
  }
});

const writer = Effect.fnUntraced(function* (name: string) {
  const ana = yield* Partners.use((partners) => partners.add({ name } as PartnerDraft));
  for (let turn = 0; ; turn++) yield* giveAndAsk(ana.id, turn);
});

const writers = ["Ana", "Ben", "Chloé", "Dan", "Émile", "Fatou"];

// Only what is run is a writer: its types are imported too.
if (import.meta.main) {
  const [file = ""] = process.argv.slice(2);
  // Would be kept when the process ends by itself, which this one never does.
  flushCompileCache();
  await Effect.runPromise(
    Effect.forEach(writers, writer, { concurrency: "unbounded" }).pipe(
      Effect.provide(liveOver(sqliteFile(file))),
    ),
  );
}
