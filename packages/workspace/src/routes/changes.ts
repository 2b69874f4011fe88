import { Change } from "@comity/domain/change/schema";
import { ChangeLog } from "@comity/store";
import { createRoute, type OpenAPIHono } from "@hono/zod-openapi";
import * as Effect from "effect/Effect";
import * as z from "zod";
import { count, json, limit, limitDefault, pageOf, refused } from "../http/contract.ts";
import { type Env, serve } from "../http/serve.ts";

const list = createRoute({
  method: "get",
  path: "/v1/changes",
  tags: ["Changes"],
  summary: "Read what happened, in order, after a sequence number",
  request: {
    query: z.strictObject({
      after: count(0, Number.MAX_SAFE_INTEGER)
        .optional()
        .meta({ param: { description: "The last `seq` that you have seen; 0 when left out." } }),
      limit,
    }),
  },
  responses: { 200: json(pageOf(Change, "ChangePage"), "A page."), ...refused(422) },
});

export const addRoutes = (app: OpenAPIHono<Env>) => {
  app.openapi(list, (c) => {
    const { after = 0, limit: wanted = limitDefault } = c.req.valid("query");
    return serve(
      c,
      Effect.map(
        ChangeLog.use((log) => log.page({ after, limit: wanted })),
        ({ data, nextCursor }) => c.json({ data: [...data], nextCursor }, 200),
      ),
    );
  });
};
