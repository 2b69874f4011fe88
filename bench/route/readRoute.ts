/** E1: a full read route against bare Hono doing the same SQL, by CPU time of the server process. */
import { type ChildProcess, fork } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { once } from "node:events";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { layer as sqliteFile } from "@comity/store/node";
import { openWorkspace } from "@comity/workspace";
import { type Figure, medians, tolerance } from "../rounds.ts";

const goal = 1.25;
const requestsPerRound = 3_000;
const atOnce = 8;
const rounds = 7;

/** A workspace with one partner and twenty gifts. */
const prepared = async (file: string): Promise<string> => {
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

const start = async (contestant: string, file: string, partnerId: string) => {
  const server = fork(fileURLToPath(new URL("server.ts", import.meta.url)), [contestant, file]);
  const [{ port }] = (await once(server, "message")) as [{ port: number }];
  const url = `http://127.0.0.1:${port}/v1/partners/${partnerId}/statement`;
  const ask = async () => (await (await fetch(url)).json()) as Record<string, unknown>;
  return {
    server,
    answer: ask,
    /** CPU microseconds of the server per request. */
    run: async () => {
      const before = await cpuOf(server);
      const one = async () => {
        for (let sent = 0; sent < requestsPerRound / atOnce; sent++) await ask();
      };
      await Promise.all(Array.from({ length: atOnce }, one));
      return ((await cpuOf(server)) - before) / requestsPerRound;
    },
  };
};

const isSameAnswer = (a: Record<string, unknown>, b: Record<string, unknown>): boolean =>
  Object.keys(a).length === Object.keys(b).length &&
  Math.abs(Number(a["equity"]) - Number(b["equity"])) < 1e-3;

export const readRoute = async (): Promise<Figure> => {
  const folder = mkdtempSync(join(tmpdir(), "comity-bench-"));
  const file = join(folder, "workspace.sqlite");
  const partnerId = await prepared(file);
  const bare = await start("bare", file, partnerId);
  const ours = await start("ours", file, partnerId);
  if (!isSameAnswer(await bare.answer(), await ours.answer())) throw new Error("Answers differ.");
  const cpu = await medians(
    [
      { name: "bare", run: bare.run },
      { name: "ours", run: ours.run },
    ],
    rounds,
  );
  bare.server.kill();
  ours.server.kill();
  rmSync(folder, { recursive: true });
  const ratio = (cpu["ours"] as number) / (cpu["bare"] as number);
  return {
    id: "E1",
    path: "read route, CPU against bare Hono with the same SQL",
    goal: `<= ${goal}x`,
    measured: `${ratio.toFixed(2)}x (${cpu["ours"]?.toFixed(0)} against ${cpu["bare"]?.toFixed(0)} us)`,
    isMet: ratio <= goal * tolerance,
  };
};
