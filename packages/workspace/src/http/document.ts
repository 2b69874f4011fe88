/** The OpenAPI 3.1 document, from the routes and the domain's own schemas. */
import type { OpenAPIHono } from "@hono/zod-openapi";
import type { Env } from "./serve.ts";

const info = {
  openapi: "3.1.0",
  info: {
    title: "Comity",
    version: "0.1.0",
    description:
      "A ledger of goodwill for each partner: record what you give, ask what is earned, and be told what would earn the rest.",
  },
};

/** What any route may answer, whatever it says of itself. */
const anyOther = {
  description:
    "Refused before the route was reached (400, 403, 404, 405, 413, 415), or not available (500, 503).",
  content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } },
};

export const documentOf = (app: OpenAPIHono<Env>) => {
  const document = app.getOpenAPI31Document(info);
  for (const path of Object.values(document.paths ?? {})) {
    for (const operation of [path.get, path.post, path.put, path.patch, path.delete]) {
      if (operation?.responses !== undefined) operation.responses["default"] = anyOther;
    }
  }
  return document;
};
