import { PartnerBulk } from "@comity/domain/partner";
import { BulkDraft, BulkId, BulkResult } from "@comity/domain/partner/schema";
import { createRoute, type OpenAPIHono } from "@hono/zod-openapi";
import * as z from "zod";
import { json, Keyed, refused, Write } from "../http/contract.ts";
import { answered, type Env } from "../http/serve.ts";

const tags = ["Partners"];

const change = createRoute({
  method: "post",
  path: "/v1/partners/bulk",
  tags,
  summary: "Change many partners at once",
  request: {
    query: Write,
    headers: Keyed,
    body: { ...json(BulkDraft, "Whom, and what."), required: true },
  },
  responses: { 200: json(BulkResult, "What became of it."), ...refused(400, 413, 415, 422) },
});

const undo = createRoute({
  method: "post",
  path: "/v1/partners/bulk/{bulkId}/undo",
  tags,
  summary: "Take a change of many back, all of it together",
  request: { params: z.object({ bulkId: BulkId }), query: Write, headers: Keyed },
  responses: { 200: json(BulkResult, "What became of it."), ...refused(400, 422) },
});

export const addRoutes = (app: OpenAPIHono<Env>) => {
  app.openapi(change, (c) =>
    answered(
      c,
      PartnerBulk.use((bulk) => bulk.change(c.req.valid("json"))),
    ),
  );

  app.openapi(undo, (c) =>
    answered(
      c,
      PartnerBulk.use((bulk) => bulk.undo(c.req.valid("param").bulkId)),
    ),
  );
};
