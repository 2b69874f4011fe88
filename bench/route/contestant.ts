/** Servers that E1 and E2 compare, each in a process of its own over a database that is filled alike. */
import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { layer as sqliteFile } from "@comity/store/node";
import { openWorkspace } from "@comity/workspace";

/** A workspace with one partner and twenty gifts. Returns the partner's id. */
export const prepared = async (file: string): Promise<string> => {
  const workspace = await openWorkspace({
    database: sqliteFile(file),
    timeZone: "UTC",
    report: (error) => void process.stderr.write(String(error)),
  });
  const post = async (path: string, body: object) => {
    const request = new Request(`http://bench${path}`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
    });
    return (await (await workspace.fetch(request)).json()) as { id: string };
  };
  const { id } = await post("/v1/partners", { name: "Ana" });
  for (let gift = 0; gift < 20; gift++) {
    await post("/v1/entries", { from: "me", to: id, benefit: 9, cost: 3 });
  }
  await workspace.close();
  return id;
};

const cpuOf = async (server: ChildProcess): Promise<number> => {
  server.send("cpu");
  const [{ cpuMicroseconds }] = (await once(server, "message")) as [{ cpuMicroseconds: number }];
  return cpuMicroseconds;
};

export const startContestant = async (contestant: string, file: string) => {
  const server = fork(fileURLToPath(new URL("server.ts", import.meta.url)), [contestant, file]);
  const [{ port }] = (await once(server, "message")) as [{ port: number }];
  return {
    url: `http://127.0.0.1:${port}`,
    cpu: () => cpuOf(server),
    stop: () => void server.kill(),
  };
};
