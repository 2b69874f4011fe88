/** E2: a durable, validated write against bare Hono writing the same rows: CPU, and how even it is. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Figure, medians, tolerance } from "../rounds.ts";
import { prepared, startContestant } from "./contestant.ts";

const cpuGoal = 1.5;
const spreadGoal = 10;
const writesPerRound = 1_000;
const connections = 64;
const rounds = 5;

/** UUIDv7s in order, as a client mints them. */
const newId = (): string => {
  const time = Date.now().toString(16).padStart(12, "0");
  const random = crypto.randomUUID().slice(15);
  return `${time.slice(0, 8)}-${time.slice(8)}-7${random}`;
};

const start = async (contestant: string, folder: string) => {
  const file = join(folder, `${contestant}.sqlite`);
  const partnerId = await prepared(file);
  const { url, cpu, stop } = await startContestant(contestant, file);
  const write = async (): Promise<number> => {
    const from = performance.now();
    const answer = await fetch(`${url}/v1/entries`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ id: newId(), from: "me", to: partnerId, benefit: 9, cost: 3 }),
    });
    await answer.text();
    if (answer.status !== 201) throw new Error(`A write was answered with ${answer.status}.`);
    return performance.now() - from;
  };
  /** Of every round how long each write took; the first one only warms up. */
  const waits: Array<ReadonlyArray<number>> = [];
  return {
    stop,
    waits: () => waits.slice(1).flat(),
    /** CPU microseconds of the server per write. */
    run: async () => {
      const before = await cpu();
      const round: Array<number> = [];
      waits.push(round);
      const one = async () => {
        for (let sent = 0; sent < writesPerRound / connections; sent++) round.push(await write());
      };
      const sent = Math.ceil(writesPerRound / connections) * connections;
      await Promise.all(Array.from({ length: connections }, one));
      return ((await cpu()) - before) / sent;
    },
  };
};

const quantile = (values: ReadonlyArray<number>, share: number): number => {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] as number;
};

export const durableWrite = async (): Promise<ReadonlyArray<Figure>> => {
  const folder = mkdtempSync(join(tmpdir(), "comity-bench-"));
  const bare = await start("bare", folder);
  const ours = await start("ours", folder);
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
  const waits = ours.waits();
  const [median, late] = [quantile(waits, 0.5), quantile(waits, 0.99)];
  return [
    {
      id: "E2",
      path: "durable write, CPU against bare Hono with the same rows",
      goal: `<= ${cpuGoal}x`,
      measured: `${ratio.toFixed(2)}x (${cpu["ours"]?.toFixed(0)} against ${cpu["bare"]?.toFixed(0)} us)`,
      isMet: ratio <= cpuGoal * tolerance,
    },
    {
      id: "E2",
      path: `the same, p99 against the median at ${connections} connections`,
      goal: `<= ${spreadGoal}x`,
      measured: `${(late / median).toFixed(1)}x (${late.toFixed(0)} against ${median.toFixed(0)} ms)`,
      isMet: late / median <= spreadGoal * tolerance,
    },
  ];
};
