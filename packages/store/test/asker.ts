/** One of several processes on one file: asks as often as it is told, and prints what came of it. */
import { RelationshipEquity } from "@comity/domain/equity";
import type { AskDraft } from "@comity/domain/equity/schema";
import { layer as sqliteFile } from "@comity/store/node";
import * as Effect from "effect/Effect";
import { liveOver } from "./contract/live.ts";

const [file = "", partnerId = "", count = "0"] = process.argv.slice(2);

const outcomes = await Effect.runPromise(
  Effect.gen(function* () {
    const equity = yield* RelationshipEquity;
    const draft = { partnerId, what: "A word", cost: 1 } as AskDraft;
    return yield* Effect.all(
      Array.from({ length: Number(count) }, () =>
        Effect.match(equity.ask(draft), {
          onSuccess: () => "open",
          onFailure: ({ _tag }) => _tag,
        }),
      ),
      { concurrency: "unbounded" },
    );
  }).pipe(
    Effect.catchDefect((defect) => Effect.succeed([String(defect)])),
    Effect.provide(liveOver(sqliteFile(file))),
  ),
);
process.stdout.write(JSON.stringify(outcomes));
