import { OpenAPIHono } from "@hono/zod-openapi";
import type { HonoRequest, MiddlewareHandler } from "hono";
import { bodyLimit } from "hono/body-limit";
import { methodNotAllowed } from "hono/method-not-allowed";
import * as refusals from "./http/refusals.ts";
import type { Env } from "./http/serve.ts";
import * as changes from "./routes/changes.ts";
import * as equity from "./routes/equity.ts";
import * as imports from "./routes/imports.ts";
import * as partners from "./routes/partners.ts";
import * as workspace from "./routes/workspace.ts";

const bodyBytesMax = 64 * 1024;

const isFile = (path: string): boolean => path === "/v1/imports" || path === "/v1/imports/preview";

const limitJson = bodyLimit({
  maxSize: bodyBytesMax,
  onError: (c) => refusals.tooLarge(c, bodyBytesMax),
});

/** Some clients send an empty body with a length of 0, some none at all. */
const hasBody = (request: HonoRequest): boolean => {
  const length = request.header("content-length");
  if (length !== undefined) return length !== "0";
  return ["transfer-encoding", "content-type"].some((name) => request.header(name) !== undefined);
};

/** Bodies are bounded, plain, and say what they are. */
const guardBody: MiddlewareHandler<Env> = async (c, next) => {
  if (c.req.raw.body === null) return next();
  const wanted = isFile(c.req.path) ? "text/csv" : "application/json";
  const said = c.req.header("content-type")?.split(";")[0]?.trim().toLowerCase();
  const isAsWanted = said === wanted && c.req.header("content-encoding") === undefined;
  if (hasBody(c.req) && !isAsWanted) return refusals.unsupported(c, wanted);
  return isFile(c.req.path) ? next() : limitJson(c, next);
};

export const openApiInfo = {
  openapi: "3.1.0",
  info: {
    title: "Comity",
    version: "0.1.0",
    description:
      "A ledger of goodwill for each partner: record what you give, ask what is earned, and be told what would earn the rest.",
  },
};

/** The routes of a workspace. Requests bring the services they use. */
export const makeApp = (report: (error: unknown) => void) => {
  const app = new OpenAPIHono<Env>({
    defaultHook: (result, c) => (result.success ? undefined : refusals.invalid(c, result.error)),
  });
  app.onError(refusals.thrown(report));
  app.notFound(refusals.notFound);
  app.use(methodNotAllowed({ app, onMethodNotAllowed: refusals.methodNotAllowed }));
  app.use(guardBody);
  partners.addRoutes(app);
  equity.addRoutes(app);
  imports.addRoutes(app);
  changes.addRoutes(app);
  workspace.addRoutes(app);
  app.doc31("/v1/openapi.json", openApiInfo);
  return app;
};
