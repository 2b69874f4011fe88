import { Catalogue } from "@comity/domain/equity";
import { Kind, KindChange, KindDraft, KindId } from "@comity/domain/equity/schema";
import { createRoute, type OpenAPIHono } from "@hono/zod-openapi";
import * as Effect from "effect/Effect";
import * as z from "zod";
import { json, Keyed, refused, Write } from "../http/contract.ts";
import { answered, type Env, made, serve } from "../http/serve.ts";
import { tagged, Versioned, versionAsked } from "../http/versions.ts";

const tags = ["Catalogue"];
const params = z.object({ kindId: KindId });

const Kinds = z
  .object({ data: z.array(Kind) })
  .meta({ id: "Kinds", description: "The whole catalogue: standard kinds, then your own." });

const list = createRoute({
  method: "get",
  path: "/v1/catalogue",
  tags,
  summary: "List the kinds of deposits, asks and breaches, each with both of its sizes",
  responses: { 200: json(Kinds, "The catalogue.") },
});

const add = createRoute({
  method: "post",
  path: "/v1/catalogue",
  tags,
  summary: "Add a kind of your own",
  request: {
    query: Write,
    headers: Keyed,
    body: { ...json(KindDraft, "The kind."), required: true },
  },
  responses: { 201: json(Kind, "The kind."), ...refused(400, 409, 413, 415, 422) },
});

const read = createRoute({
  method: "get",
  path: "/v1/catalogue/{kindId}",
  tags,
  summary: "Read a kind",
  request: { params },
  responses: { 200: json(Kind, "The kind."), ...refused(404, 422) },
});

const change = createRoute({
  method: "patch",
  path: "/v1/catalogue/{kindId}",
  tags,
  summary: "Change words or sizes of a kind, also of a standard one",
  request: {
    params,
    query: Write,
    headers: Versioned,
    body: { ...json(KindChange, "What to change."), required: true },
  },
  responses: {
    200: json(Kind, "The kind as it is now."),
    ...refused(400, 404, 412, 413, 415, 422, 428),
  },
});

const remove = createRoute({
  method: "delete",
  path: "/v1/catalogue/{kindId}",
  tags,
  summary: "Remove a kind of your own, or give a standard one its usual sizes back",
  request: { params, query: Write, headers: Versioned },
  responses: { 204: { description: "Done." }, ...refused(400, 404, 412, 422, 428) },
});

export const addRoutes = (app: OpenAPIHono<Env>) => {
  app.openapi(list, (c) =>
    answered(
      c,
      Effect.map(
        Catalogue.use(({ kinds }) => kinds),
        (kinds) => ({ data: [...kinds] }),
      ),
    ),
  );

  app.openapi(add, (c) =>
    made(
      c,
      Effect.map(
        Catalogue.use((catalogue) => catalogue.add(c.req.valid("json"))),
        (kind) => {
          c.header("location", `/v1/catalogue/${kind.id}`);
          return tagged(c, kind);
        },
      ),
    ),
  );

  app.openapi(read, (c) =>
    answered(
      c,
      Effect.map(
        Catalogue.use((catalogue) => catalogue.byId(c.req.valid("param").kindId)),
        (kind) => tagged(c, kind),
      ),
    ),
  );

  app.openapi(change, (c) => {
    const { kindId } = c.req.valid("param");
    const asked = versionAsked(c, c.req.valid("header")["if-match"]);
    if (asked instanceof Response) return asked as never;
    return answered(
      c,
      Effect.map(
        Catalogue.use((catalogue) => catalogue.change(kindId, c.req.valid("json"), asked)),
        (kind) => tagged(c, kind),
      ),
    );
  });

  app.openapi(remove, (c) => {
    const { kindId } = c.req.valid("param");
    const asked = versionAsked(c, c.req.valid("header")["if-match"]);
    if (asked instanceof Response) return asked as never;
    return serve(
      c,
      Effect.map(
        Catalogue.use((catalogue) => catalogue.remove(kindId, asked)),
        () => c.body(null, 204),
      ),
    );
  });
};
