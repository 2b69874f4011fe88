import { EquityPolicies } from "@comity/domain/equity";
import { PolicyChoice, PolicyReading } from "@comity/domain/equity/schema";
import type { WantedVersion } from "@comity/domain/input";
import { PartnerId } from "@comity/domain/partner/schema";
import { createRoute, type OpenAPIHono } from "@hono/zod-openapi";
import * as Effect from "effect/Effect";
import * as z from "zod";
import { json, refused, Write } from "../http/contract.ts";
import { answered, type Env } from "../http/serve.ts";
import { tagged, Versioned, versionAsked } from "../http/versions.ts";

const tags = ["Policy"];
const ofPartner = z.object({ partnerId: PartnerId });
const chosen = { ...json(PolicyChoice, "A preset, and what differs from it."), required: true };
const changed = refused(400, 404, 412, 413, 415, 422, 428);

const read = createRoute({
  method: "get",
  path: "/v1/policy",
  tags,
  summary: "Read what verdicts are judged by, with what your own history taught",
  responses: { 200: json(PolicyReading, "The policy of the workspace.") },
});

const choose = createRoute({
  method: "put",
  path: "/v1/policy",
  tags,
  summary: "Choose a preset for the workspace",
  request: { query: Write, headers: Versioned, body: chosen },
  responses: { 200: json(PolicyReading, "The policy as it is now."), ...changed },
});

const readOwn = createRoute({
  method: "get",
  path: "/v1/partners/{partnerId}/policy",
  tags,
  summary: "Read what verdicts about a partner are judged by",
  request: { params: ofPartner },
  responses: { 200: json(PolicyReading, "The policy."), ...refused(404, 422) },
});

const chooseOwn = createRoute({
  method: "put",
  path: "/v1/partners/{partnerId}/policy",
  tags,
  summary: "Choose another preset for one relationship",
  request: { params: ofPartner, query: Write, headers: Versioned, body: chosen },
  responses: { 200: json(PolicyReading, "The policy as it is now."), ...changed },
});

const clearOwn = createRoute({
  method: "delete",
  path: "/v1/partners/{partnerId}/policy",
  tags,
  summary: "Go back to the policy of the workspace",
  request: { params: ofPartner, query: Write, headers: Versioned },
  responses: {
    200: json(PolicyReading, "The policy as it is now."),
    ...refused(400, 404, 412, 422, 428),
  },
});

const reading = (partnerId: PartnerId | null) =>
  EquityPolicies.use((policies) => policies.read(partnerId));

const choosing = (partnerId: PartnerId | null, choice: PolicyChoice, asked: WantedVersion) =>
  EquityPolicies.use((policies) => policies.choose(partnerId, choice, asked));

export const addRoutes = (app: OpenAPIHono<Env>) => {
  app.openapi(read, (c) =>
    answered(
      c,
      Effect.map(reading(null), (found) => tagged(c, found)),
    ),
  );

  app.openapi(choose, (c) => {
    const asked = versionAsked(c, c.req.valid("header")["if-match"]);
    if (asked instanceof Response) return asked as never;
    return answered(
      c,
      Effect.map(choosing(null, c.req.valid("json"), asked), (found) => tagged(c, found)),
    );
  });

  app.openapi(readOwn, (c) =>
    answered(
      c,
      Effect.map(reading(c.req.valid("param").partnerId), (found) => tagged(c, found)),
    ),
  );

  app.openapi(chooseOwn, (c) => {
    const asked = versionAsked(c, c.req.valid("header")["if-match"]);
    if (asked instanceof Response) return asked as never;
    const { partnerId } = c.req.valid("param");
    return answered(
      c,
      Effect.map(choosing(partnerId, c.req.valid("json"), asked), (found) => tagged(c, found)),
    );
  });

  app.openapi(clearOwn, (c) => {
    const asked = versionAsked(c, c.req.valid("header")["if-match"]);
    if (asked instanceof Response) return asked as never;
    const { partnerId } = c.req.valid("param");
    return answered(
      c,
      Effect.map(
        EquityPolicies.use((policies) => policies.clear(partnerId, asked)),
        (found) => tagged(c, found),
      ),
    );
  });
};
