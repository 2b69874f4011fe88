/** The entry for Cloudflare Workers: the page from the assets, each workspace in a Durable Object of its own. */
import { layer as durableObject } from "@comity/store/durable-object";
import { openWorkspace, type Workspace } from "@comity/workspace";
import { DurableObject } from "cloudflare:workers";
import { isLoopbackHost, makeGateway } from "../gateway/gateway.ts";
import { cacheControlOf, isPlace } from "../gateway/page.ts";
import { refuse } from "../gateway/refuse.ts";

interface Bindings {
  readonly ASSETS: Fetcher;
  readonly WORKSPACES: DurableObjectNamespace<WorkspaceObject>;
  /** Serves one workspace to everybody, without asking. For a laptop; never to be set where others can reach it. */
  readonly OPEN_WORKSPACE?: string;
  readonly TIME_ZONE?: string;
}

/** The last word of the name of a workspace that is a sample. */
const sampleName = "sample";

/** One workspace, in one database, on one machine of the platform at a time. */
export class WorkspaceObject extends DurableObject<Bindings> {
  #workspace: Promise<Workspace> | undefined;

  override async fetch(request: Request): Promise<Response> {
    const { fetch } = await (this.#workspace ??= this.#open());
    return fetch(request);
  }

  #open(): Promise<Workspace> {
    const opened = openWorkspace({
      database: durableObject(this.ctx.storage),
      timeZone: this.env.TIME_ZONE ?? "UTC",
      isSample: this.ctx.id.name?.endsWith(` ${sampleName}`) === true,
      // oxlint-disable-next-line no-console -- the platform's log
      report: (error) => console.error(error),
    });
    // A failure to open is not kept: the next request tries again.
    opened.catch(() => (this.#workspace = undefined));
    return opened;
  }
}

/** What comes from elsewhere has headers that cannot be added to. */
const withOpenHeaders = (response: Response): Response => new Response(response.body, response);

const gateway = makeGateway<{ Bindings: Bindings }>({
  // The platform only routes names here that are set up for this Worker. A laptop takes any.
  isOwnHost: (host, { env }) => env.OPEN_WORKSPACE === undefined || isLoopbackHost(host),
  api: async (c) => {
    const { OPEN_WORKSPACE, WORKSPACES } = c.env;
    if (OPEN_WORKSPACE === undefined) return refuse.unknown();
    const workspace = WORKSPACES.get(WORKSPACES.idFromName(OPEN_WORKSPACE));
    return withOpenHeaders(await workspace.fetch(c.req.raw));
  },
  sample: async (c, request) => {
    const { OPEN_WORKSPACE, WORKSPACES } = c.env;
    if (OPEN_WORKSPACE === undefined) return refuse.unknown();
    const sample = WORKSPACES.get(WORKSPACES.idFromName(`${OPEN_WORKSPACE} ${sampleName}`));
    return withOpenHeaders(await sample.fetch(request));
  },
  page: async (c) => {
    // Every place of the app is the same page; a file that does not exist is not.
    const wanted = isPlace(c.req.path)
      ? new Request(new URL("/", c.req.url), c.req.raw)
      : c.req.raw;
    const response = withOpenHeaders(await c.env.ASSETS.fetch(wanted));
    response.headers.set("cache-control", cacheControlOf(c.req.path));
    return response.status === 404 ? refuse.nothing() : response;
  },
});

// oxlint-disable-next-line import/no-default-export -- the platform asks for it
export default gateway;
