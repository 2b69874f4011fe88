import { Contacts } from "@comity/domain/contact";
import { Contact, ContactDraft, ContactId } from "@comity/domain/contact/schema";
import { PartnerId } from "@comity/domain/partner/schema";
import { createRoute, type OpenAPIHono } from "@hono/zod-openapi";
import * as Effect from "effect/Effect";
import * as z from "zod";
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
import { answered, type Env, made, serve } from "../http/serve.ts";

const tags = ["Contacts"];
const written = { query: Write, headers: Keyed };

const record = createRoute({
  method: "post",
  path: "/v1/contacts",
  tags,
  summary: "Write down that the two of you were in touch, without a gift",
  request: { ...written, body: { ...json(ContactDraft, "With whom, and when."), required: true } },
  responses: { 201: json(Contact, "The contact."), ...refused(400, 404, 409, 413, 415, 422) },
});

const list = createRoute({
  method: "get",
  path: "/v1/partners/{partnerId}/contacts",
  tags,
  summary: "List the contacts of a partner, newest first",
  request: { params: z.object({ partnerId: PartnerId }), query: Paged },
  responses: { 200: json(pageOf(Contact, "ContactPage"), "A page."), ...refused(400, 404, 422) },
});

const remove = createRoute({
  method: "delete",
  path: "/v1/contacts/{contactId}",
  tags,
  summary: "Forget a contact; recording it again under its id brings it back",
  request: { params: z.object({ contactId: ContactId }), ...written },
  responses: { 204: { description: "Gone." }, ...refused(400, 422) },
});

export const addRoutes = (app: OpenAPIHono<Env>) => {
  app.openapi(record, (c) =>
    made(
      c,
      Contacts.use((contacts) => contacts.record(c.req.valid("json"))),
    ),
  );

  app.openapi(list, (c) =>
    answered(
      c,
      Effect.map(
        Contacts.use((contacts) =>
          contacts.page(c.req.valid("param").partnerId, pageRequestOf(c.req.valid("query"))),
        ),
        plainPage,
      ),
    ),
  );

  app.openapi(remove, (c) =>
    serve(
      c,
      Effect.map(
        Contacts.use((contacts) => contacts.remove(c.req.valid("param").contactId)),
        () => c.body(null, 204),
      ),
    ),
  );
};
