import { EquityPolicies, RelationshipEquity } from "@comity/domain/equity";
import { Standing } from "@comity/domain/equity/schema";
import { type PartnerOrder, Partners } from "@comity/domain/partner";
import {
  Acquaintance,
  AcquaintanceKind,
  acquaintancesMax,
  CircleCount,
  Partner,
  PartnerChange,
  PartnerDraft,
  PartnerId,
  PartnerSort,
  TagCount,
} from "@comity/domain/partner/schema";
import { orNull } from "@comity/domain/input/schema";
import { Instant } from "@comity/domain/time/schema";
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
import { answered, type Env, serve } from "../http/serve.ts";
import { tagged, Versioned, versionAsked } from "../http/versions.ts";
import { Filter, filterOf } from "./partnerFilter.ts";

const tags = ["Partners"];
const params = z.object({ partnerId: PartnerId });

const tagsMax = 500;

const PartnerWithStanding = Partner.extend({
  standing: Standing,
  lastContactAt: orNull(Instant).meta({
    description: "When the two of you were last in touch, by a gift or without. Null: never.",
  }),
}).meta({
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
  responses: { 201: json(Partner, "The partner."), ...refused(400, 404, 409, 413, 415, 422) },
});

const list = createRoute({
  method: "get",
  path: "/v1/partners",
  tags,
  summary: "List partners, with where you stand",
  request: {
    query: Filter.extend({
      limit,
      cursor,
      sort: PartnerSort.optional().meta({
        description: "Without it: with a search by how well it fits, else by name.",
      }),
    }),
  },
  responses: {
    200: json(pageOf(PartnerWithStanding, "PartnerPage"), "A page."),
    ...refused(400, 422),
  },
});

const count = createRoute({
  method: "get",
  path: "/v1/partners/count",
  tags,
  summary: "How many partners a filter shows",
  request: { query: Filter },
  responses: {
    200: json(
      z
        .strictObject({ count: z.int().min(0) })
        .meta({ id: "PartnerCount", description: "How many there are." }),
      "How many.",
    ),
    ...refused(422),
  },
});

const listTags = createRoute({
  method: "get",
  path: "/v1/tags",
  tags,
  summary: "List your tags, those on most partners first",
  responses: {
    200: json(
      z
        .strictObject({ data: z.array(TagCount).max(tagsMax) })
        .meta({ id: "TagList", description: "Your tags." }),
      "The tags.",
    ),
  },
});

const listCircles = createRoute({
  method: "get",
  path: "/v1/circles",
  tags,
  summary: "How full your circles are",
  responses: {
    200: json(
      z
        .strictObject({ data: z.array(CircleCount).max(4) })
        .meta({ id: "CircleList", description: "Your circles, the nearest first." }),
      "The circles.",
    ),
  },
});

const read = createRoute({
  method: "get",
  path: "/v1/partners/{partnerId}",
  tags,
  summary: "Read a partner",
  description:
    "Instead of the id, here and in every address below: `email:ana@example.org` or `external:hubspot:1234`.",
  request: { params },
  responses: { 200: json(Partner, "The partner."), ...refused(404, 409, 422) },
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
    ...refused(400, 404, 409, 412, 413, 415, 422, 428),
  },
});

const remove = createRoute({
  method: "delete",
  path: "/v1/partners/{partnerId}",
  tags,
  summary: "Forget a partner with whom nothing is written down",
  request: { params, query: Write, headers: Keyed },
  responses: { 204: { description: "Forgotten." }, ...refused(400, 404, 409, 422) },
});

const putAway = (verb: "archive" | "restore", summary: string) =>
  createRoute({
    method: "post",
    path: `/v1/partners/{partnerId}/${verb}`,
    tags,
    summary,
    request: { params, query: Write, headers: Keyed },
    responses: { 200: json(Partner, "The partner as it is now."), ...refused(400, 404, 409, 422) },
  });

const archive = putAway("archive", "Put a partner away. All that is written down stays");
const restore = putAway("restore", "Take a partner up again");

const Acquaintances = z
  .strictObject({ data: z.array(Acquaintance).max(acquaintancesMax) })
  .meta({ id: "AcquaintanceList", description: "Whom a partner knows, of your partners." });

const listAcquaintances = createRoute({
  method: "get",
  path: "/v1/partners/{partnerId}/acquaintances",
  tags,
  summary: "Whom a partner knows, of your partners",
  request: { params },
  responses: { 200: json(Acquaintances, "The acquaintances."), ...refused(404, 409, 422) },
});

const ofAcquaintance = z.object({
  partnerId: PartnerId,
  kind: AcquaintanceKind,
  otherId: PartnerId,
});

const relating = (method: "put" | "delete", summary: string) =>
  createRoute({
    method,
    path: "/v1/partners/{partnerId}/acquaintances/{kind}/{otherId}",
    tags,
    summary,
    request: { params: ofAcquaintance, query: Write, headers: Keyed },
    responses: {
      200: json(Acquaintances, "The acquaintances as they are now."),
      ...refused(400, 404, 409, 422),
    },
  });

const relate = relating("put", "Say that two partners know each other");
const unrelate = relating("delete", "Say that two partners do not");

/** Where you stand is a matter of the ledger, so these orders come from there. */
const orderOf = (sort: PartnerSort, isArchived: boolean) =>
  Effect.gen(function* () {
    if (sort !== "equity" && sort !== "earned") return sort;
    const ranking = RelationshipEquity.use((equity) => equity.ranking(sort));
    return { name: sort, ranked: isArchived ? [] : yield* ranking } satisfies PartnerOrder;
  });

export const addRoutes = (app: OpenAPIHono<Env>) => {
  app.openapi(add, (c) =>
    serve(
      c,
      Effect.map(
        Partners.use((partners) => partners.add(c.req.valid("json"))),
        (partner) => {
          c.header("location", `/v1/partners/${partner.id}`);
          return c.json(tagged(c, partner), 201);
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
        const { limit: most, cursor: after, sort, ...query } = c.req.valid("query");
        const filter = filterOf(query);
        const usual = (filter.search ?? "").trim() === "" ? "name" : "best-match";
        const order = yield* orderOf(sort ?? usual, filter.archived === true);
        const request = pageRequestOf({ limit: most, cursor: after });
        const page = yield* partners.page({ ...request, filter, order });
        const ids = page.data.map(({ id }) => id);
        const standings = yield* equity.standings(ids);
        const lastContacts = yield* equity.lastContacts(ids);
        const data = page.data.flatMap((partner, index) => {
          const standing = standings[index];
          const lastContactAt = lastContacts[index] ?? null;
          return standing === undefined ? [] : [{ ...partner, standing, lastContactAt }];
        });
        return c.json({ data, nextCursor: page.nextCursor }, 200);
      }),
    ),
  );

  app.openapi(count, (c) =>
    answered(
      c,
      Effect.map(
        Partners.use((partners) => partners.count(filterOf(c.req.valid("query")))),
        (found) => ({ count: found }),
      ),
    ),
  );

  app.openapi(listTags, (c) =>
    answered(
      c,
      Effect.map(
        Partners.use((partners) => partners.tags(tagsMax)),
        (data) => ({ data: [...data] }),
      ),
    ),
  );

  app.openapi(listCircles, (c) =>
    answered(
      c,
      Effect.gen(function* () {
        const partners = yield* Partners;
        const policies = yield* EquityPolicies;
        const { effective } = yield* Effect.orDie(policies.read(null));
        return { data: [...(yield* partners.circles(effective.activeCircleMax))] };
      }),
    ),
  );

  app.openapi(read, (c) =>
    answered(
      c,
      Effect.map(
        Partners.use((partners) => partners.byId(c.req.valid("param").partnerId)),
        (partner) => tagged(c, partner),
      ),
    ),
  );

  app.openapi(change, (c) => {
    const { partnerId } = c.req.valid("param");
    const version = versionAsked(c, c.req.valid("header")["if-match"]);
    if (version instanceof Response) return version as never;
    return answered(
      c,
      Effect.map(
        Partners.use((partners) => partners.change(partnerId, c.req.valid("json"), version)),
        (partner) => tagged(c, partner),
      ),
    );
  });

  app.openapi(remove, (c) =>
    serve(
      c,
      Effect.map(
        Partners.use((partners) => partners.remove(c.req.valid("param").partnerId)),
        () => c.body(null, 204),
      ),
    ),
  );

  for (const [route, isArchived] of [
    [archive, true],
    [restore, false],
  ] as const) {
    app.openapi(route, (c) =>
      answered(
        c,
        Effect.map(
          Partners.use((partners) => partners.archive(c.req.valid("param").partnerId, isArchived)),
          (partner) => tagged(c, partner),
        ),
      ),
    );
  }

  app.openapi(listAcquaintances, (c) =>
    answered(
      c,
      Effect.map(
        Partners.use((partners) => partners.acquaintances(c.req.valid("param").partnerId)),
        (data) => ({ data: [...data] }),
      ),
    ),
  );

  for (const [route, isSo] of [
    [relate, true],
    [unrelate, false],
  ] as const) {
    app.openapi(route, (c) => {
      const { partnerId, otherId, kind } = c.req.valid("param");
      return answered(
        c,
        Effect.map(
          Partners.use((partners) => partners.relate(partnerId, otherId, kind, isSo)),
          (data) => ({ data: [...data] }),
        ),
      );
    });
  }
};
