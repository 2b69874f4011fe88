import { RelationshipEquity } from "@comity/domain/equity";
import { Standing } from "@comity/domain/equity/schema";
import { Partners } from "@comity/domain/partner";
import { Partner, PartnerChange, PartnerDraft, PartnerId } from "@comity/domain/partner/schema";
import { createRoute, type OpenAPIHono } from "@hono/zod-openapi";
import * as Effect from "effect/Effect";
import * as z from "zod";
import {
  cursor,
  json,
  Keyed,
  limit,
  pageOf,
  pageRequestOf,
  refused,
  Write,
} from "../http/contract.ts";
import { etagOf } from "../http/problem.ts";
import { type Env, serve } from "../http/serve.ts";
import { Versioned, versionAsked } from "../http/versions.ts";

const tags = ["Partners"];
const params = z.object({ partnerId: PartnerId });

const PartnerWithStanding = Partner.extend({ standing: Standing }).meta({
  id: "PartnerWithStanding",
  description: "A partner, and where you stand with them now.",
});

const add = createRoute({
  method: "post",
  path: "/v1/partners",
  tags,
  summary: "Write down a partner",
  request: {
    query: Write,
    headers: Keyed,
    body: { ...json(PartnerDraft, "The partner."), required: true },
  },
  responses: { 201: json(Partner, "The partner."), ...refused(400, 409, 413, 415, 422) },
});

const list = createRoute({
  method: "get",
  path: "/v1/partners",
  tags,
  summary: "List partners by name, with where you stand",
  request: {
    query: z.strictObject({
      limit,
      cursor,
      search: z
        .string()
        .max(200)
        .optional()
        .meta({ description: "Beginnings of words of name, organisation and role." }),
    }),
  },
  responses: {
    200: json(pageOf(PartnerWithStanding, "PartnerPage"), "A page."),
    ...refused(400, 422),
  },
});

const read = createRoute({
  method: "get",
  path: "/v1/partners/{partnerId}",
  tags,
  summary: "Read a partner",
  request: { params },
  responses: { 200: json(Partner, "The partner."), ...refused(404, 422) },
});

const change = createRoute({
  method: "patch",
  path: "/v1/partners/{partnerId}",
  tags,
  summary: "Change a partner",
  request: {
    params,
    query: Write,
    headers: Versioned,
    body: { ...json(PartnerChange, "What to change."), required: true },
  },
  responses: {
    200: json(Partner, "The partner as it is now."),
    ...refused(400, 404, 412, 413, 415, 422, 428),
  },
});

export const addRoutes = (app: OpenAPIHono<Env>) => {
  app.openapi(add, (c) =>
    serve(
      c,
      Effect.map(
        Partners.use((partners) => partners.add(c.req.valid("json"))),
        (partner) => {
          c.header("etag", etagOf(partner.version));
          c.header("location", `/v1/partners/${partner.id}`);
          return c.json(partner, 201);
        },
      ),
    ),
  );

  app.openapi(list, (c) =>
    serve(
      c,
      Effect.gen(function* () {
        const partners = yield* Partners;
        const equity = yield* RelationshipEquity;
        const query = c.req.valid("query");
        const page = yield* partners.page({ ...pageRequestOf(query), search: query.search ?? "" });
        const standings = yield* equity.standings(page.data.map(({ id }) => id));
        const data = page.data.flatMap((partner, index) => {
          const standing = standings[index];
          return standing === undefined ? [] : [{ ...partner, standing }];
        });
        return c.json({ data, nextCursor: page.nextCursor }, 200);
      }),
    ),
  );

  app.openapi(read, (c) =>
    serve(
      c,
      Effect.map(
        Partners.use((partners) => partners.byId(c.req.valid("param").partnerId)),
        (partner) => {
          c.header("etag", etagOf(partner.version));
          return c.json(partner, 200);
        },
      ),
    ),
  );

  app.openapi(change, (c) => {
    const { partnerId } = c.req.valid("param");
    const version = versionAsked(c, c.req.valid("header")["if-match"]);
    if (version instanceof Response) return version as never;
    return serve(
      c,
      Effect.gen(function* () {
        const partners = yield* Partners;
        const partner = yield* partners.change(partnerId, c.req.valid("json"), version);
        c.header("etag", etagOf(partner.version));
        return c.json(partner, 200);
      }),
    );
  });
};
