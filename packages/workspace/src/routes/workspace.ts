import { EquityPolicy } from "@comity/domain/equity/schema";
import { TimeZone } from "@comity/domain/time/schema";
import { Settings } from "@comity/store";
import { createRoute, type OpenAPIHono } from "@hono/zod-openapi";
import * as Effect from "effect/Effect";
import * as z from "zod";
import { json } from "../http/contract.ts";
import { type Env, serve } from "../http/serve.ts";

const Workspace = z
  .object({ timeZone: TimeZone, policy: EquityPolicy, policyVersion: z.int().min(1) })
  .meta({ id: "Workspace", description: "What this workspace is judged and dated by." });

const read = createRoute({
  method: "get",
  path: "/v1/workspace",
  tags: ["Workspace"],
  summary: "Read the settings of the workspace",
  responses: { 200: json(Workspace, "The settings.") },
});

export const addRoutes = (app: OpenAPIHono<Env>) => {
  app.openapi(read, (c) =>
    serve(
      c,
      Effect.map(
        Settings.use(({ terms }) => terms),
        (terms) => c.json(terms, 200),
      ),
    ),
  );
};
