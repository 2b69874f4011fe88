/** Runs the contract inside a Durable Object, one object per case. */
import type { DurableObjectStorage } from "@cloudflare/workers-types";
import { DurableObject } from "cloudflare:workers";
import { layer as durableObject } from "@comity/store/durable-object";
import * as Effect from "effect/Effect";
import { contract } from "./contract.ts";
import { databaseContract } from "./databaseContract.ts";
import { liveOver } from "./live.ts";

const cases = [...contract, ...databaseContract];

export class ContractObject extends DurableObject {
  override async fetch(request: Request): Promise<Response> {
    const found = cases[Number(new URL(request.url).searchParams.get("case"))];
    if (found === undefined) return Response.json({ failure: "no such case" });
    const storage = this.ctx.storage as unknown as DurableObjectStorage;
    const exit = await Effect.runPromiseExit(
      Effect.provide(found.run, liveOver(durableObject(storage))) as Effect.Effect<
        unknown,
        unknown
      >,
    );
    return Response.json({ failure: exit._tag === "Success" ? null : String(exit.cause) });
  }
}

interface Bindings {
  readonly OBJECTS: DurableObjectNamespace;
}

// oxlint-disable-next-line import/no-default-export -- the platform asks for it
export default {
  fetch: (request: Request, { OBJECTS }: Bindings): Promise<Response> =>
    OBJECTS.get(OBJECTS.idFromName(request.url)).fetch(request),
};
