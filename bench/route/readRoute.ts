/** E1: a full read route against bare Hono doing the same SQL, by CPU time of the server process. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Figure, medians, tolerance } from "../rounds.ts";
import { prepared, startContestant } from "./contestant.ts";

const goal = 1.25;
const requestsPerRound = 3_000;
const atOnce = 8;
const rounds = 7;

const start = async (contestant: string, file: string, partnerId: string) => {
  const { url, cpu, stop } = await startContestant(contestant, file);
  const ask = async () =>
    (await (await fetch(`${url}/v1/partners/${partnerId}/statement`)).json()) as Record<
      string,
      unknown
    >;
  return {
    stop,
    answer: ask,
    /** CPU microseconds of the server per request. */
    run: async () => {
      const before = await cpu();
      const one = async () => {
        for (let sent = 0; sent < requestsPerRound / atOnce; sent++) await ask();
      };
      await Promise.all(Array.from({ length: atOnce }, one));
      return ((await cpu()) - before) / requestsPerRound;
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
  bare.stop();
  ours.stop();
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
