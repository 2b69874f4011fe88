import { Miniflare } from "miniflare";
import { fileURLToPath } from "node:url";

export interface EdgeOptions {
  readonly port: number;
  /** Where the Durable Objects keep their databases; left out: in memory. */
  readonly dataFolder?: string;
  readonly timeZone?: string;
}

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

export const compatibilityDate = "2026-07-01";

/** Page and API in workerd, as they run at the edge, on this machine. */
export const startEdge = async ({ port, dataFolder, timeZone }: EdgeOptions) => {
  const miniflare = new Miniflare({
    host: "127.0.0.1",
    port,
    modules: true,
    modulesRoot: here("../../dist/"),
    scriptPath: here("../../dist/worker.js"),
    compatibilityDate,
    // Would be fetched from the platform; nothing here asks for it.
    cf: false,
    durableObjects: { WORKSPACES: { className: "WorkspaceObject", useSQLite: true } },
    durableObjectsPersist: dataFolder ?? false,
    bindings: {
      OPEN_WORKSPACE: "laptop",
      ...(timeZone === undefined ? {} : { TIME_ZONE: timeZone }),
    },
    assets: {
      directory: here("../../../web/dist"),
      binding: "ASSETS",
      routerConfig: { has_user_worker: true, invoke_user_worker_ahead_of_assets: true },
    },
  });
  const url = await miniflare.ready;
  return { url: url.origin, close: () => miniflare.dispose() };
};
