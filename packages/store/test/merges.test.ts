/** Merge and undo over many random ledgers, in memory, where a thousand of them take seconds. */
import { IdSource } from "@comity/domain/identity";
import { storesMemory } from "@comity/domain/memory";
import { domainServices } from "@comity/domain/services";
import * as Effect from "effect/Effect";
import * as Layer from "effect/Layer";
import { it } from "vitest";
import { mergedAndBack } from "./contract/mergeContract.ts";

/** The same ledgers in every run, unless others are asked for; a failure says which one it was. */
const { PROPERTY_RUNS = "300", PROPERTY_SEED = "20261125" } = process.env;

it(`over ${PROPERTY_RUNS} random ledgers, merge and undo change nothing that can be read`, async () => {
  for (let run = 0; run < Number(PROPERTY_RUNS); run++) {
    const live = domainServices.pipe(
      Layer.provideMerge(storesMemory()),
      Layer.provide(IdSource.layer),
    );
    await Effect.runPromise(Effect.provide(mergedAndBack(Number(PROPERTY_SEED) + run), live));
  }
}, 600_000);
