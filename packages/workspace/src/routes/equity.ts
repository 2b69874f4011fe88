import { RelationshipEquity } from "@comity/domain/equity";
import {
  Ask,
  AskDraft,
  AskId,
  AskQuestion,
  amountEpMax,
  AskState,
  Breach,
  BreachDraft,
  ConfirmDraft,
  Coverage,
  Entry,
  EntryId,
  GrantDraft,
  MoveList,
  movesMax,
  Projection,
  ProjectionQuestion,
  RelationshipReading,
  Reversal,
  ReversalDraft,
  samplesMax,
  Statement,
  StatementSeries,
  Transfer,
  TransferDraft,
} from "@comity/domain/equity/schema";
import { MessageDraft, MessageVerdict } from "@comity/domain/outreach/schema";
import { Partners } from "@comity/domain/partner";
import { PartnerId } from "@comity/domain/partner/schema";
import { Instant } from "@comity/domain/time/schema";
import { createRoute, type OpenAPIHono } from "@hono/zod-openapi";
import * as Effect from "effect/Effect";
import * as z from "zod";
import {
  budgetDefault,
  count,
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

const tags = ["Relationship equity"];

const movesDefault = 10;
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

const breach = createRoute({
  method: "post",
  path: "/v1/breaches",
  tags,
  summary: "Record a wrong, in either direction",
  request: { ...written, body: { ...json(BreachDraft, "What was wrong."), required: true } },
  responses: { 201: json(Breach, "The entry."), ...refused(400, 404, 409, 413, 415, 422) },
});

const confirm = createRoute({
  method: "post",
  path: "/v1/entries/{entryId}/confirm",
  tags,
  summary: "Write down what a gift meant, in the receiver's own words",
  description:
    "The guess is taken back, and the same gift is entered again at the same instant, as stated.",
  request: {
    params: z.object({ entryId: EntryId }),
    ...written,
    body: { ...json(ConfirmDraft, "What it meant."), required: true },
  },
  responses: {
    201: json(Transfer, "The entry that stands for it."),
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

const project = createRoute({
  method: "post",
  path: "/v1/asks/project",
  tags,
  summary: "If I give this now, when may I ask that? Keeps nothing",
  request: { body: { ...json(ProjectionQuestion, "Gift and ask."), required: true } },
  responses: {
    200: json(Projection, "From when until when."),
    ...refused(400, 404, 413, 415, 422),
  },
});

const checkMessage = createRoute({
  method: "post",
  path: "/v1/messages/check",
  tags,
  summary: "Before you send: what a message asks for, and whether that is earned. Keeps nothing",
  request: { body: { ...json(MessageDraft, "The message."), required: true } },
  responses: { 200: json(MessageVerdict, "The verdict."), ...refused(400, 404, 413, 415, 422) },
});

const relationship = createRoute({
  method: "get",
  path: "/v1/partners/{partnerId}/relationship",
  tags,
  summary: "Read a relationship beside its balance: both directions, rhythm, trust, tenure",
  request: { params: ofPartner },
  responses: { 200: json(RelationshipReading, "The reading."), ...refused(404, 422) },
});

const moves = createRoute({
  method: "get",
  path: "/v1/moves",
  tags,
  summary: "What is worth doing now, best first, and why",
  request: {
    query: z.strictObject({
      budget: count(1, amountEpMax)
        .optional()
        .meta({
          param: {
            description: `What it may cost you together, in ep; ${budgetDefault} (three hours) when left out.`,
          },
        }),
      limit: count(1, movesMax)
        .optional()
        .meta({ param: { description: `How many, 1 to ${movesMax}; 10 when left out.` } }),
    }),
  },
  responses: { 200: json(MoveList, "The moves."), ...refused(422) },
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

const AskWithPartner = Ask.extend({
  partner: z.strictObject({ id: PartnerId, name: z.string(), organisation: z.string() }),
}).meta({ id: "AskWithPartner", description: "An ask, and whom it goes to." });

const allAsks = createRoute({
  method: "get",
  path: "/v1/asks",
  tags,
  summary: "List the asks to everybody, newest first",
  request: { query: Paged.extend({ state: AskState.optional() }) },
  responses: {
    200: json(pageOf(AskWithPartner, "AskWithPartnerPage"), "A page."),
    ...refused(400, 422),
  },
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

const reopen = createRoute({
  method: "post",
  path: "/v1/asks/{askId}/reopen",
  tags,
  summary: "A no, or the taking back, was a slip: open the ask again, if it still is earned",
  request: { params: ofAsk, ...written },
  responses: { 200: json(Ask, "The ask, open."), ...refused(400, 404, 409, 422) },
});

export const addRoutes = (app: OpenAPIHono<Env>) => {
  app.openapi(record, (c) =>
    made(
      c,
      RelationshipEquity.use((equity) => equity.record(c.req.valid("json"))),
    ),
  );

  app.openapi(breach, (c) =>
    made(
      c,
      RelationshipEquity.use((equity) => equity.recordBreach(c.req.valid("json"))),
    ),
  );

  app.openapi(confirm, (c) =>
    made(
      c,
      RelationshipEquity.use((equity) =>
        equity.confirm(c.req.valid("param").entryId, c.req.valid("json")),
      ),
    ),
  );

  app.openapi(reverse, (c) =>
    made(
      c,
      RelationshipEquity.use((equity) =>
        equity.reverse(c.req.valid("param").entryId, c.req.valid("json")),
      ),
    ),
  );

  app.openapi(entries, (c) =>
    answered(
      c,
      Effect.map(
        RelationshipEquity.use((equity) =>
          equity.entries(c.req.valid("param").partnerId, pageRequestOf(c.req.valid("query"))),
        ),
        plainPage,
      ),
    ),
  );

  app.openapi(statement, (c) =>
    answered(
      c,
      RelationshipEquity.use((equity) =>
        equity.statement(c.req.valid("param").partnerId, c.req.valid("query").at ?? null),
      ),
    ),
  );

  app.openapi(series, (c) => {
    const { from, to, samples } = c.req.valid("query");
    const window = { from: from ?? null, to: to ?? null, samples: samples ?? samplesDefault };
    return answered(
      c,
      RelationshipEquity.use((equity) => equity.series(c.req.valid("param").partnerId, window)),
    );
  });

  app.openapi(relationship, (c) =>
    answered(
      c,
      RelationshipEquity.use((equity) => equity.relationship(c.req.valid("param").partnerId)),
    ),
  );

  app.openapi(moves, (c) => {
    const { budget = budgetDefault, limit = movesDefault } = c.req.valid("query");
    return answered(
      c,
      RelationshipEquity.use((equity) => equity.moves(budget, limit)),
    );
  });

  app.openapi(check, (c) =>
    answered(
      c,
      RelationshipEquity.use((equity) => equity.coverage(c.req.valid("json"))),
      { isReading: true },
    ),
  );

  app.openapi(project, (c) =>
    answered(
      c,
      RelationshipEquity.use((equity) => equity.project(c.req.valid("json"))),
      { isReading: true },
    ),
  );

  app.openapi(checkMessage, (c) =>
    answered(
      c,
      RelationshipEquity.use((equity) => equity.checkMessage(c.req.valid("json"))),
      { isReading: true },
    ),
  );

  app.openapi(open, (c) =>
    made(
      c,
      Effect.tap(
        RelationshipEquity.use((equity) => equity.ask(c.req.valid("json"))),
        (ask) => Effect.sync(() => c.header("location", `/v1/asks/${ask.id}`)),
      ),
    ),
  );

  app.openapi(asks, (c) => {
    const query = c.req.valid("query");
    const request = { ...pageRequestOf(query), state: query.state ?? null };
    return answered(
      c,
      Effect.map(
        RelationshipEquity.use((equity) => equity.asks(c.req.valid("param").partnerId, request)),
        plainPage,
      ),
    );
  });

  app.openapi(allAsks, (c) => {
    const query = c.req.valid("query");
    const request = { ...pageRequestOf(query), state: query.state ?? null };
    return answered(
      c,
      Effect.gen(function* () {
        const page = yield* RelationshipEquity.use((equity) => equity.asks(null, request));
        const ids = [...new Set(page.data.map(({ partnerId }) => partnerId))];
        const found = yield* Partners.use((partners) => partners.byIds(ids));
        const byId = new Map(
          found.map(({ id, name, organisation }) => [id, { id, name, organisation }]),
        );
        const data = page.data.flatMap((ask) => {
          const partner = byId.get(ask.partnerId);
          return partner === undefined ? [] : [{ ...ask, partner }];
        });
        return { data, nextCursor: page.nextCursor };
      }),
    );
  });

  app.openapi(readAsk, (c) =>
    answered(
      c,
      RelationshipEquity.use((equity) => equity.askById(c.req.valid("param").askId)),
    ),
  );

  app.openapi(grant, (c) =>
    answered(
      c,
      RelationshipEquity.use((equity) =>
        equity.grant(c.req.valid("param").askId, c.req.valid("json")),
      ),
    ),
  );

  app.openapi(decline, (c) =>
    answered(
      c,
      RelationshipEquity.use((equity) => equity.decline(c.req.valid("param").askId)),
    ),
  );

  app.openapi(reopen, (c) =>
    answered(
      c,
      RelationshipEquity.use((equity) => equity.reopen(c.req.valid("param").askId)),
    ),
  );

  app.openapi(withdraw, (c) =>
    answered(
      c,
      RelationshipEquity.use((equity) => equity.withdraw(c.req.valid("param").askId)),
    ),
  );
};

const samplesDefault = 60;
