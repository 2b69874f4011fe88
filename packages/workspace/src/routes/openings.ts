import { OpeningBalances, RelationshipEquity } from "@comity/domain/equity";
import {
  Opening,
  OpeningCard,
  OpeningDraft,
  OpeningProgress,
  OpeningSkip,
} from "@comity/domain/equity/schema";
import { createRoute, type OpenAPIHono } from "@hono/zod-openapi";
import * as Effect from "effect/Effect";
import {
  json,
  Keyed,
  Paged,
  pageOf,
  pageRequestOf,
  plainPage,
  refused,
  Write,
} from "../http/contract.ts";
import { answered, type Env, made } from "../http/serve.ts";

const tags = ["Opening balances"];
const written = { query: Write, headers: Keyed };
const skipped = { ...json(OpeningSkip, "Who."), required: true };

const cards = createRoute({
  method: "get",
  path: "/v1/openings",
  tags,
  summary: "List people with whom nothing is written down yet, those known longest first",
  request: { query: Paged },
  responses: { 200: json(pageOf(OpeningCard, "OpeningPage"), "A page."), ...refused(400, 422) },
});

const progress = createRoute({
  method: "get",
  path: "/v1/openings/progress",
  tags,
  summary: "Read how far the deck has come",
  responses: { 200: json(OpeningProgress, "How far.") },
});

const answer = createRoute({
  method: "post",
  path: "/v1/openings",
  tags,
  summary: "Write down what stood between you before; taken back like any entry",
  request: { ...written, body: { ...json(OpeningDraft, "From memory."), required: true } },
  responses: { 201: json(Opening, "The entry."), ...refused(400, 404, 409, 413, 415, 422) },
});

const skip = createRoute({
  method: "post",
  path: "/v1/openings/skip",
  tags,
  summary: "Pass somebody over",
  request: { ...written, body: skipped },
  responses: { 200: json(OpeningProgress, "How far."), ...refused(400, 404, 413, 415, 422) },
});

const unskip = createRoute({
  method: "post",
  path: "/v1/openings/unskip",
  tags,
  summary: "Put somebody who was passed over back into the deck",
  request: { ...written, body: skipped },
  responses: { 200: json(OpeningProgress, "How far."), ...refused(400, 404, 413, 415, 422) },
});

export const addRoutes = (app: OpenAPIHono<Env>) => {
  app.openapi(cards, (c) =>
    answered(
      c,
      Effect.map(
        OpeningBalances.use((openings) => openings.cards(pageRequestOf(c.req.valid("query")))),
        plainPage,
      ),
    ),
  );

  app.openapi(progress, (c) =>
    answered(
      c,
      OpeningBalances.use((openings) => openings.progress),
    ),
  );

  app.openapi(answer, (c) =>
    made(
      c,
      RelationshipEquity.use((equity) => equity.open(c.req.valid("json"))),
    ),
  );

  app.openapi(skip, (c) =>
    answered(
      c,
      OpeningBalances.use((openings) => openings.skip(c.req.valid("json").partnerId)),
    ),
  );

  app.openapi(unskip, (c) =>
    answered(
      c,
      OpeningBalances.use((openings) => openings.unskip(c.req.valid("json").partnerId)),
    ),
  );
};
