import { OpenAPIHono } from "@hono/zod-openapi";
import type { HonoRequest, MiddlewareHandler } from "hono";
import { bodyLimit } from "hono/body-limit";
import { methodNotAllowed } from "hono/method-not-allowed";
import { documentOf } from "./http/document.ts";
import { followReferences } from "./http/references.ts";
import * as refusals from "./http/refusals.ts";
import type { Env } from "./http/serve.ts";
import * as bulk from "./routes/bulk.ts";
import * as catalogue from "./routes/catalogue.ts";
import * as changes from "./routes/changes.ts";
import * as confirmations from "./routes/confirmations.ts";
import * as contacts from "./routes/contacts.ts";
import * as duplicates from "./routes/duplicates.ts";
import * as equity from "./routes/equity.ts";
import * as exports from "./routes/exports.ts";
import * as imports from "./routes/imports.ts";
import * as openings from "./routes/openings.ts";
import * as partners from "./routes/partners.ts";
import * as policy from "./routes/policy.ts";
import * as strategy from "./routes/strategy.ts";
import * as today from "./routes/today.ts";
import * as workspace from "./routes/workspace.ts";

const bodyBytesMax = 64 * 1024;

const isFile = (path: string): boolean => imports.filePaths.includes(path);

const limitRead = bodyLimit({
  maxSize: bodyBytesMax,
  onError: (c) => refusals.tooLarge(c, bodyBytesMax),
});

/** How long the body says it is; undefined where only reading it tells. */
const lengthOf = (request: HonoRequest): number | undefined => {
  const length = request.header("content-length");
  const isPieces = request.header("transfer-encoding") !== undefined;
  return length === undefined || isPieces ? undefined : Number.parseInt(length, 10);
};

/** A length that is said is enough to go by: on Node, looking at the body itself costs more than reading it. */
const limitJson: MiddlewareHandler<Env> = async (c, next) => {
  const length = lengthOf(c.req);
  if (length === undefined) return limitRead(c, next);
  return length > bodyBytesMax ? refusals.tooLarge(c, bodyBytesMax) : next();
};

/** Some clients send an empty body with a length of 0, some none at all. */
const hasBody = (request: HonoRequest): boolean => {
  const length = lengthOf(request);
  if (length !== undefined) return length !== 0;
  if (request.raw.body === null) return false;
  return ["transfer-encoding", "content-type"].some((name) => request.header(name) !== undefined);
};

/** What a body may be, as strict about parameters as the validator behind it. */
const jsonBody = { name: "application/json", type: /^application\/json(;\s*[a-z0-9-]+=[^;]+)*$/i };
const contactsFile = {
  name: "text/csv or text/vcard",
  type: /^text\/(csv|vcard|x-vcard|directory)(;\s*[a-z0-9-]+=[^;]+)*$/i,
};

/** Bodies are bounded, plain, and say what they are. */
const guardBody: MiddlewareHandler<Env> = async (c, next) => {
  if (c.req.method === "GET" || !hasBody(c.req)) return next();
  const { name, type } = isFile(c.req.path) ? contactsFile : jsonBody;
  const isAsSaid = type.test(c.req.header("content-type") ?? "");
  const isPlain = c.req.header("content-encoding") === undefined;
  if (!isAsSaid || !isPlain) return refusals.unsupported(c, name);
  return isFile(c.req.path) ? next() : limitJson(c, next);
};

/** The routes of a workspace. Requests bring the services they use. */
export const makeApp = (report: (error: unknown) => void) => {
  const app = new OpenAPIHono<Env>({
    defaultHook: (result, c) => (result.success ? undefined : refusals.invalid(c, result.error)),
  });
  app.onError(refusals.thrown(report));
  app.notFound(refusals.notFound);
  app.use(followReferences(app));
  app.use(methodNotAllowed({ app, onMethodNotAllowed: refusals.methodNotAllowed }));
  app.use(guardBody);
  bulk.addRoutes(app);
  duplicates.addRoutes(app);
  partners.addRoutes(app);
  contacts.addRoutes(app);
  equity.addRoutes(app);
  catalogue.addRoutes(app);
  openings.addRoutes(app);
  confirmations.addRoutes(app);
  policy.addRoutes(app);
  imports.addRoutes(app);
  exports.addRoutes(app);
  changes.addRoutes(app);
  strategy.addRoutes(app);
  today.addRoutes(app);
  workspace.addRoutes(app);
  let document: ReturnType<typeof documentOf> | undefined;
  app.get("/v1/openapi.json", (c) => c.json((document ??= documentOf(app))));
  return app;
};
