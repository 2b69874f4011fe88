import { IdSource } from "@comity/domain/identity";
import { storesMemory } from "@comity/domain/memory";
import { domainServices } from "@comity/domain/services";
import * as Effect from "effect/Effect";
import * as Layer from "effect/Layer";
import { describe, it } from "vitest";
import { contract } from "./contract/contract.ts";

const live = domainServices.pipe(Layer.provideMerge(storesMemory()), Layer.provide(IdSource.layer));

describe("a store in memory", () => {
  for (const { name, run } of contract) {
    it(name, () => Effect.runPromise(Effect.provide(run, live)));
  }
});
