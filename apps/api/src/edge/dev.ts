/** `npm run dev:edge`: Comity in workerd on this machine, as it runs at the edge. */
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { defaultDataFolder } from "../node/dataFolder.ts";
import { localTimeZone } from "../node/localTimeZone.ts";
import { startEdge } from "./startEdge.ts";

const { values } = parseArgs({
  options: { port: { type: "string", default: "4748" }, data: { type: "string" } },
});
const dataFolder = values.data ?? join(defaultDataFolder(process.platform, process.env), "edge");
process.umask(0o077);
mkdirSync(dataFolder, { recursive: true, mode: 0o700 });
const edge = await startEdge({ port: Number(values.port), dataFolder, timeZone: localTimeZone() });
process.stdout.write(
  `Comity runs in workerd at ${edge.url}\nEverything is kept in ${dataFolder}\n`,
);
const stop = (): void => void edge.close().then(() => process.exit(0));
process.on("SIGINT", stop);
process.on("SIGTERM", stop);
