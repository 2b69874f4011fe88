/**
 * A workspace is a function from `Request` to `Response` over one SQLite database. The same
 * function runs on Node, in a Durable Object, and anywhere else that has a database driver.
 */
import { Confirmations, EquityPolicies, RelationshipEquity } from "@comity/domain/equity";
import { PartnerImports, Partners } from "@comity/domain/partner";
import * as Effect from "effect/Effect";
import * as EffectContext from "effect/Context";
import type * as Layer from "effect/Layer";
import * as ManagedRuntime from "effect/ManagedRuntime";
import * as References from "effect/References";
import type { SqlClient } from "effect/sql/SqlClient";
import { makeApp } from "./app.ts";
import { type Services, layer } from "./services.ts";

export { type Problem, problem } from "./http/problem.ts";

export interface WorkspaceOptions<E> {
  readonly database: Layer.Layer<SqlClient, E>;
  /** Taken when the workspace is made; one that exists keeps its own. */
  readonly timeZone: string;
  /** Hears of failures that the caller is told nothing about. */
  readonly report: (error: unknown) => void;
  /** Filled with made-up people and what happened with them, if nobody is in it yet. */
  readonly isSample?: boolean;
}

export interface Workspace {
  readonly fetch: (request: Request) => Promise<Response>;
  /** Closes the database. */
  readonly close: () => Promise<void>;
}

/** What has to be done before the first request. */
const caughtUp = Effect.gen(function* () {
  const { catchUp } = yield* EquityPolicies;
  const { expire } = yield* RelationshipEquity;
  const { recover } = yield* PartnerImports;
  const { catchUp: findAll } = yield* Partners;
  const { forgetClosed } = yield* Confirmations;
  yield* catchUp;
  yield* findAll;
  yield* recover;
  yield* expire;
  yield* forgetClosed;
});

/** Loaded only where it is wanted. */
const sampled = Effect.gen(function* () {
  const { count } = yield* Partners;
  if ((yield* count({})) > 0) return;
  const { fillWithSample } = yield* Effect.promise(() => import("./sample/fill.ts"));
  yield* fillWithSample;
});

/** Opens a workspace: migrates the database, and takes back what a crash left half done. */
export const openWorkspace = async <E>(options: WorkspaceOptions<E>): Promise<Workspace> => {
  const runtime = ManagedRuntime.make(layer(options.database, options.timeZone));
  // No tracer listens, and spans that nobody sees are work all the same.
  const services: EffectContext.Context<Services> = EffectContext.add(
    await runtime.context(),
    References.TracerEnabled,
    false,
  );
  const ready = options.isSample === true ? Effect.andThen(caughtUp, sampled) : caughtUp;
  await runtime.runPromise(ready).catch(async (error) => {
    await runtime.dispose();
    throw error;
  });
  const app = makeApp(options.report);
  return {
    fetch: async (request) => app.fetch(request, { services }),
    close: () => runtime.dispose(),
  };
};
