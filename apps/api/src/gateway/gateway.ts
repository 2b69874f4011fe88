/** The way in: which host, from where, to the page or to a workspace. The same on Node and at the edge. */
import { type Env, Hono, type Context } from "hono";
import { secureHeaders } from "hono/secure-headers";
import { refuse } from "./refuse.ts";

export interface GatewayOptions<E extends Env> {
  /** Whether a Host header names this server. Guards against names that are pointed here from outside. */
  readonly isOwnHost: (host: string, c: Context<E>) => boolean;
  /** Answers a request to the API. */
  readonly api: (c: Context<E>) => Response | Promise<Response>;
  /** Answers a request to the API of the sample, which is a workspace of its own. */
  readonly sample: (c: Context<E>, request: Request) => Response | Promise<Response>;
  /** Answers a request for the page or a file of it. */
  readonly page: (c: Context<E>) => Response | Promise<Response>;
}

const loopbackHost = /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/i;

/** Whether a Host header names this machine to itself. */
export const isLoopbackHost = (host: string): boolean => loopbackHost.test(host);

/** Nothing loads from elsewhere, nothing runs that is not a file of ours, nobody may frame the page. */
const headers = secureHeaders({
  contentSecurityPolicy: {
    defaultSrc: ["'none'"],
    scriptSrc: ["'self'"],
    styleSrc: ["'self'"],
    imgSrc: ["'self'", "data:"],
    fontSrc: ["'self'"],
    connectSrc: ["'self'"],
    manifestSrc: ["'self'"],
    workerSrc: ["'self'"],
    baseUri: ["'none'"],
    formAction: ["'none'"],
    frameAncestors: ["'none'"],
  },
  referrerPolicy: "no-referrer",
  xFrameOptions: "DENY",
  strictTransportSecurity: false,
});

/** A page of another site must not write here, nor read what only this machine may see. */
const isFromElsewhere = (request: Request, host: string): boolean => {
  const origin = request.headers.get("origin");
  if (origin !== null) return !URL.canParse(origin) || new URL(origin).host !== host;
  return request.headers.get("sec-fetch-site") === "cross-site" && !isNavigation(request);
};

/** Following a link from elsewhere is fine: it shows the page, and tells the other site nothing. */
const isNavigation = (request: Request): boolean =>
  request.method === "GET" && request.headers.get("sec-fetch-mode") === "navigate";

/** Under this address stands the API of the sample. */
const sampleRoot = "/sample";

/** The request as the workspace behind it takes it. */
const requestInSample = (request: Request): Request => {
  const url = new URL(request.url);
  url.pathname = url.pathname.slice(sampleRoot.length);
  return new Request(url, request);
};

/** Where an answer leads on, it leads on within the sample. */
const backInSample = (response: Response): Response => {
  const location = response.headers.get("location");
  if (location?.startsWith("/v1/") !== true) return response;
  const headers = new Headers(response.headers);
  headers.set("location", `${sampleRoot}${location}`);
  return new Response(response.body, { status: response.status, headers });
};

export const makeGateway = <E extends Env>(options: GatewayOptions<E>): Hono<E> => {
  const app = new Hono<E>();
  app.use(headers);
  app.use(async (c, next) => {
    const host = c.req.header("host") ?? "";
    if (!options.isOwnHost(host, c)) return refuse.host();
    if (isFromElsewhere(c.req.raw, host)) return refuse.origin();
    return next();
  });
  app.all("/v1/*", (c) => options.api(c));
  app.all(`${sampleRoot}/v1/*`, async (c) =>
    backInSample(await options.sample(c, requestInSample(c.req.raw))),
  );
  app.on(["GET", "HEAD"], "*", (c) => options.page(c));
  app.notFound(() => refuse.nothing());
  return app;
};
