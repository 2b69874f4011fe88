import { RelationshipEquity } from "@comity/domain/equity";
import {
  Ask,
  AskDraft,
  AskId,
  AskQuestion,
  AskState,
  Coverage,
  Entry,
  EntryId,
  GrantDraft,
  Reversal,
  ReversalDraft,
  samplesMax,
  Statement,
  StatementSeries,
  Transfer,
  TransferDraft,
} from "@comity/domain/equity/schema";
import { PartnerId } from "@comity/domain/partner/schema";
import { Instant } from "@comity/domain/time/schema";
import { createRoute, type OpenAPIHono } from "@hono/zod-openapi";
import * as Effect from "effect/Effect";
import * as z from "zod";
import {
  count,
  json,
  Keyed,
  Paged,
  pageOf,
  pageRequestOf,
  refused,
  Write,
} from "../http/contract.ts";
import { type Env, serve } from "../http/serve.ts";

const tags = ["Relationship equity"];
const ofPartner = z.object({ partnerId: PartnerId });
const ofAsk = z.object({ askId: AskId });
const written = { query: Write, headers: Keyed };

const record = createRoute({
  method: "post",
  path: "/v1/entries",
  tags,
  summary: "Record a gift, in either direction",
  request: { ...written, body: { ...json(TransferDraft, "What was given."), required: true } },
  responses: { 201: json(Transfer, "The entry."), ...refused(400, 404, 409, 413, 415, 422) },
});

const reverse = createRoute({
  method: "post",
  path: "/v1/entries/{entryId}/reverse",
  tags,
  summary: "Take an entry back",
  request: {
    params: z.object({ entryId: EntryId }),
    ...written,
    body: { ...json(ReversalDraft, "Why."), required: true },
  },
  responses: {
    201: json(Reversal, "The reversing entry."),
    ...refused(400, 404, 409, 413, 415, 422),
  },
});

const entries = createRoute({
  method: "get",
  path: "/v1/partners/{partnerId}/entries",
  tags,
  summary: "List the entries of a partner, newest first",
  request: { params: ofPartner, query: Paged },
  responses: { 200: json(pageOf(Entry, "EntryPage"), "A page."), ...refused(400, 404, 422) },
});

const statement = createRoute({
  method: "get",
  path: "/v1/partners/{partnerId}/statement",
  tags,
  summary: "Read your account with a partner, now or at an instant",
  request: { params: ofPartner, query: z.strictObject({ at: Instant.optional() }) },
  responses: { 200: json(Statement, "The account."), ...refused(404, 422) },
});

const series = createRoute({
  method: "get",
  path: "/v1/partners/{partnerId}/statement/series",
  tags,
  summary: "Read your account with a partner as a curve",
  request: {
    params: ofPartner,
    query: z.strictObject({
      from: Instant.optional().meta({ description: "Left out: the first entry." }),
      to: Instant.optional().meta({ description: "Left out: now." }),
      samples: count(1, samplesMax)
        .optional()
        .meta({
          param: { description: `Points between the steps, 1 to ${samplesMax}; 60 when left out.` },
        }),
    }),
  },
  responses: { 200: json(StatementSeries, "The curve."), ...refused(404, 422) },
});

const check = createRoute({
  method: "post",
  path: "/v1/asks/check",
  tags,
  summary: "May I ask this? Keeps nothing",
  request: { body: { ...json(AskQuestion, "The ask."), required: true } },
  responses: { 200: json(Coverage, "The verdict."), ...refused(400, 404, 413, 415, 422) },
});

const open = createRoute({
  method: "post",
  path: "/v1/asks",
  tags,
  summary: "Open an ask, if it is earned",
  request: { ...written, body: { ...json(AskDraft, "What you ask."), required: true } },
  responses: { 201: json(Ask, "The ask, open."), ...refused(400, 404, 409, 413, 415, 422) },
});

const asks = createRoute({
  method: "get",
  path: "/v1/partners/{partnerId}/asks",
  tags,
  summary: "List the asks to a partner, newest first",
  request: { params: ofPartner, query: Paged.extend({ state: AskState.optional() }) },
  responses: { 200: json(pageOf(Ask, "AskPage"), "A page."), ...refused(400, 404, 422) },
});

const readAsk = createRoute({
  method: "get",
  path: "/v1/asks/{askId}",
  tags,
  summary: "Read an ask",
  request: { params: ofAsk },
  responses: { 200: json(Ask, "The ask."), ...refused(404, 422) },
});

const grant = createRoute({
  method: "post",
  path: "/v1/asks/{askId}/grant",
  tags,
  summary: "They said yes",
  request: {
    params: ofAsk,
    ...written,
    body: { ...json(GrantDraft, "What came of it."), required: true },
  },
  responses: { 200: json(Ask, "The ask, granted."), ...refused(400, 404, 409, 413, 415, 422) },
});

const decline = createRoute({
  method: "post",
  path: "/v1/asks/{askId}/decline",
  tags,
  summary: "They said no",
  request: { params: ofAsk, ...written },
  responses: { 200: json(Ask, "The ask, declined."), ...refused(400, 404, 409, 422) },
});

const withdraw = createRoute({
  method: "post",
  path: "/v1/asks/{askId}/withdraw",
  tags,
  summary: "Take an open ask back",
  request: { params: ofAsk, ...written },
  responses: { 200: json(Ask, "The ask, withdrawn."), ...refused(400, 404, 409, 422) },
});

export const addRoutes = (app: OpenAPIHono<Env>) => {
  app.openapi(record, (c) =>
    serve(
      c,
      Effect.map(
        RelationshipEquity.use((equity) => equity.record(c.req.valid("json"))),
        (entry) => c.json(entry, 201),
      ),
    ),
  );

  app.openapi(reverse, (c) =>
    serve(
      c,
      Effect.map(
        RelationshipEquity.use((equity) =>
          equity.reverse(c.req.valid("param").entryId, c.req.valid("json")),
        ),
        (entry) => c.json(entry, 201),
      ),
    ),
  );

  app.openapi(entries, (c) =>
    serve(
      c,
      Effect.map(
        RelationshipEquity.use((equity) =>
          equity.entries(c.req.valid("param").partnerId, pageRequestOf(c.req.valid("query"))),
        ),
        ({ data, nextCursor }) => c.json({ data: [...data], nextCursor }, 200),
      ),
    ),
  );

  app.openapi(statement, (c) =>
    serve(
      c,
      Effect.map(
        RelationshipEquity.use((equity) =>
          equity.statement(c.req.valid("param").partnerId, c.req.valid("query").at ?? null),
        ),
        (found) => c.json(found, 200),
      ),
    ),
  );

  app.openapi(series, (c) => {
    const { from, to, samples } = c.req.valid("query");
    const window = { from: from ?? null, to: to ?? null, samples: samples ?? samplesDefault };
    return serve(
      c,
      Effect.map(
        RelationshipEquity.use((equity) => equity.series(c.req.valid("param").partnerId, window)),
        (found) => c.json(found, 200),
      ),
    );
  });

  app.openapi(check, (c) =>
    serve(
      c,
      Effect.map(
        RelationshipEquity.use((equity) => equity.coverage(c.req.valid("json"))),
        (verdict) => c.json(verdict, 200),
      ),
      { isReading: true },
    ),
  );

  app.openapi(open, (c) =>
    serve(
      c,
      Effect.map(
        RelationshipEquity.use((equity) => equity.ask(c.req.valid("json"))),
        (ask) => {
          c.header("location", `/v1/asks/${ask.id}`);
          return c.json(ask, 201);
        },
      ),
    ),
  );

  app.openapi(asks, (c) => {
    const query = c.req.valid("query");
    const request = { ...pageRequestOf(query), state: query.state ?? null };
    return serve(
      c,
      Effect.map(
        RelationshipEquity.use((equity) => equity.asks(c.req.valid("param").partnerId, request)),
        ({ data, nextCursor }) => c.json({ data: [...data], nextCursor }, 200),
      ),
    );
  });

  app.openapi(readAsk, (c) =>
    serve(
      c,
      Effect.map(
        RelationshipEquity.use((equity) => equity.askById(c.req.valid("param").askId)),
        (ask) => c.json(ask, 200),
      ),
    ),
  );

  app.openapi(grant, (c) =>
    serve(
      c,
      Effect.map(
        RelationshipEquity.use((equity) =>
          equity.grant(c.req.valid("param").askId, c.req.valid("json")),
        ),
        (ask) => c.json(ask, 200),
      ),
    ),
  );

  app.openapi(decline, (c) =>
    serve(
      c,
      Effect.map(
        RelationshipEquity.use((equity) => equity.decline(c.req.valid("param").askId)),
        (ask) => c.json(ask, 200),
      ),
    ),
  );

  app.openapi(withdraw, (c) =>
    serve(
      c,
      Effect.map(
        RelationshipEquity.use((equity) => equity.withdraw(c.req.valid("param").askId)),
        (ask) => c.json(ask, 200),
      ),
    ),
  );
};

const samplesDefault = 60;
