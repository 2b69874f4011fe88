import { Confirmations } from "@comity/domain/equity";
import {
  ConfirmationAnswer,
  ConfirmationDraft,
  ConfirmationLink,
  ConfirmationPage,
  ConfirmationToken,
  EntryId,
} from "@comity/domain/equity/schema";
import { Actor } from "@comity/store";
import { createRoute, type OpenAPIHono } from "@hono/zod-openapi";
import * as Effect from "effect/Effect";
import * as z from "zod";
import { json, Keyed, refused, Write } from "../http/contract.ts";
import { answered, type Env, made } from "../http/serve.ts";

const tags = ["Confirmed value"];
const ofLink = z.object({ token: ConfirmationToken });
const written = { query: Write, headers: Keyed };

const link = createRoute({
  method: "post",
  path: "/v1/entries/{entryId}/confirmation-link",
  tags,
  summary: "Make a private link with which a partner can say what a gift meant",
  description:
    "Asked again, also under the same Idempotency-Key, it makes a new link, and the older one ends.",
  request: {
    params: z.object({ entryId: EntryId }),
    ...written,
    body: { ...json(ConfirmationDraft, "What the partner will read."), required: true },
  },
  responses: {
    201: json(ConfirmationLink, "The link. It cannot be read again."),
    ...refused(400, 404, 409, 413, 415, 422),
  },
});

const page = createRoute({
  method: "get",
  path: "/v1/confirmations/{token}",
  tags,
  summary: "Read all that someone who holds the link may see",
  request: { params: ofLink },
  responses: { 200: json(ConfirmationPage, "One line."), ...refused(404, 422) },
});

const answer = createRoute({
  method: "post",
  path: "/v1/confirmations/{token}",
  tags,
  summary: "Say, once, what it meant",
  request: {
    params: ofLink,
    ...written,
    body: { ...json(ConfirmationAnswer, "What it meant."), required: true },
  },
  responses: {
    200: json(ConfirmationPage, "Answered."),
    ...refused(400, 404, 409, 413, 415, 422),
  },
});

export const addRoutes = (app: OpenAPIHono<Env>) => {
  app.openapi(link, (c) =>
    made(
      c,
      Confirmations.use((confirmations) =>
        confirmations.link(c.req.valid("param").entryId, c.req.valid("json")),
      ),
      { isSecret: true },
    ),
  );

  app.openapi(page, (c) =>
    answered(
      c,
      Confirmations.use((confirmations) => confirmations.page(c.req.valid("param").token)),
    ),
  );

  app.openapi(answer, (c) =>
    answered(
      c,
      Confirmations.use((confirmations) =>
        confirmations.answer(c.req.valid("param").token, c.req.valid("json")),
      ).pipe(Effect.provideService(Actor, "partner")),
    ),
  );
};
