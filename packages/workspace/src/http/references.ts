/** Partners by what a caller knows them by: `/v1/partners/email:ana@example.org`, `/v1/partners/external:hubspot:1234`. */
import { type PartnerReference, Partners } from "@comity/domain/partner";
import { Email, ExternalId } from "@comity/domain/partner/schema";
import * as Effect from "effect/Effect";
import type { Hono, MiddlewareHandler } from "hono";
import { problemOf } from "./problem.ts";
import { notFound, respond } from "./refusals.ts";
import type { Env } from "./serve.ts";

const named = /^\/v1\/partners\/([^/]+)(.*)$/;

const referenceOf = (segment: string): PartnerReference | undefined => {
  const [, kind, name = ""] = /^(email|external):(.+)$/s.exec(decoded(segment)) ?? [];
  if (kind === "email" && Email.safeParse(name).success) return { email: name };
  if (kind === "external" && ExternalId.safeParse(name).success) return { externalId: name };
  return undefined;
};

const decoded = (segment: string): string => {
  try {
    return decodeURIComponent(segment);
  } catch {
    return "";
  }
};

/** Whether somebody is named by anything but an id: a cheap look at every request. */
const isNamed = (url: string): boolean =>
  /^[a-z]+:\/\/[^/?#]*\/v1\/partners\/e(mail|xternal)(:|%3a)/i.test(url);

/** Answers as if the id had been said. */
export const followReferences =
  (app: Pick<Hono<Env>, "fetch">): MiddlewareHandler<Env> =>
  async (c, next) => {
    if (!isNamed(c.req.url)) return next();
    const url = new URL(c.req.url);
    const [, segment = "", rest = ""] = named.exec(url.pathname) ?? [];
    const reference = referenceOf(segment);
    if (reference === undefined) return notFound(c);
    const found = await Effect.runPromiseWith(c.env.services)(
      Partners.use(({ byReference }) => byReference(reference)).pipe(
        Effect.catch((error) => Effect.succeed(respond(c, problemOf(error)))),
      ),
    );
    if (found instanceof Response) return found;
    url.pathname = `/v1/partners/${found}${rest}`;
    return app.fetch(new Request(url, c.req.raw), c.env);
  };
