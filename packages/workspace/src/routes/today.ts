import { amountEpMax } from "@comity/domain/equity/schema";
import { TodayCards } from "@comity/domain/today";
import { CardKey, Snooze, SnoozeDraft, Today, todayCardsMax } from "@comity/domain/today/schema";
import { createRoute, type OpenAPIHono } from "@hono/zod-openapi";
import * as Effect from "effect/Effect";
import * as z from "zod";
import { budgetDefault, count, json, Keyed, refused, Write } from "../http/contract.ts";
import { answered, type Env, serve } from "../http/serve.ts";

const tags = ["Today"];
const cardsDefault = 12;
const ofCard = z.object({ key: CardKey });
const written = { query: Write, headers: Keyed };

const read = createRoute({
  method: "get",
  path: "/v1/today",
  tags,
  summary: "What is worth doing today, and why: one short list",
  request: {
    query: z.strictObject({
      budget: count(1, amountEpMax)
        .optional()
        .meta({
          param: {
            description: `What gifts and asks may cost you together, in ep; ${budgetDefault} (three hours) when left out.`,
          },
        }),
      limit: count(1, todayCardsMax)
        .optional()
        .meta({
          param: {
            description: `How many, 1 to ${todayCardsMax}; ${cardsDefault} when left out.`,
          },
        }),
    }),
  },
  responses: { 200: json(Today, "The cards."), ...refused(422) },
});

const snooze = createRoute({
  method: "put",
  path: "/v1/today/snoozes/{key}",
  tags,
  summary: "Put a card off until a day, for later or because it is done",
  request: {
    params: ofCard,
    ...written,
    body: { ...json(SnoozeDraft, "Until when, and why."), required: true },
  },
  responses: { 200: json(Snooze, "As it is put off now."), ...refused(400, 413, 415, 422) },
});

const unsnooze = createRoute({
  method: "delete",
  path: "/v1/today/snoozes/{key}",
  tags,
  summary: "Bring a card back, if its cause still stands",
  request: { params: ofCard, ...written },
  responses: { 204: { description: "It is back." }, ...refused(400, 422) },
});

export const addRoutes = (app: OpenAPIHono<Env>) => {
  app.openapi(read, (c) => {
    const { budget = budgetDefault, limit = cardsDefault } = c.req.valid("query");
    return answered(
      c,
      TodayCards.use((cards) => cards.today(budget, limit)),
    );
  });

  app.openapi(snooze, (c) =>
    answered(
      c,
      TodayCards.use((cards) => cards.snooze(c.req.valid("param").key, c.req.valid("json"))),
    ),
  );

  app.openapi(unsnooze, (c) =>
    serve(
      c,
      Effect.map(
        TodayCards.use((cards) => cards.unsnooze(c.req.valid("param").key)),
        () => c.body(null, 204),
      ),
    ),
  );
};
