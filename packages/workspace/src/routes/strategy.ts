import { InnerStrategy } from "@comity/domain/strategy";
import { Strategy, StrategyChange } from "@comity/domain/strategy/schema";
import { createRoute, type OpenAPIHono } from "@hono/zod-openapi";
import * as Effect from "effect/Effect";
import { json, refused, Write } from "../http/contract.ts";
import { answered, type Env } from "../http/serve.ts";
import { tagged, Versioned, versionAsked } from "../http/versions.ts";

const tags = ["Me"];

const read = createRoute({
  method: "get",
  path: "/v1/strategy",
  tags,
  summary: "Read your answers to the six questions about yourself",
  responses: { 200: json(Strategy, "Your answers.") },
});

const change = createRoute({
  method: "patch",
  path: "/v1/strategy",
  tags,
  summary: "Change answers to the six questions about yourself",
  request: {
    query: Write,
    headers: Versioned,
    body: { ...json(StrategyChange, "The answers to change."), required: true },
  },
  responses: {
    200: json(Strategy, "Your answers as they are now."),
    ...refused(400, 412, 413, 415, 422, 428),
  },
});

export const addRoutes = (app: OpenAPIHono<Env>) => {
  app.openapi(read, (c) =>
    answered(
      c,
      Effect.map(
        InnerStrategy.use((strategy) => strategy.read),
        (found) => tagged(c, found),
      ),
    ),
  );

  app.openapi(change, (c) => {
    const version = versionAsked(c, c.req.valid("header")["if-match"]);
    if (version instanceof Response) return version as never;
    return answered(
      c,
      Effect.map(
        InnerStrategy.use((strategy) => strategy.change(c.req.valid("json"), version)),
        (changed) => tagged(c, changed),
      ),
    );
  });
};
