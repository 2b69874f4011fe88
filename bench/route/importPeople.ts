/** 10,000 people from a file, over HTTP into a file on disk, while others are answered. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { layer as sqliteFile } from "@comity/store/node";
import { openWorkspace } from "@comity/workspace";
import { type Figure, tolerance } from "../rounds.ts";

const people = 10_000;
const goalSeconds = 5;
const goalHoldMs = 50;

const file = (): string =>
  [
    "First Name,Last Name,URL,Email Address,Company,Position,Connected On",
    ...Array.from(
      { length: people },
      (_, index) =>
        `Person,Number ${index},https://www.linkedin.com/in/person-${index},,"Firm ${index % 997}, Ltd",Founder,12 Mar 2024`,
    ),
  ].join("\r\n");

export const importPeople = async (): Promise<Figure> => {
  const folder = mkdtempSync(join(tmpdir(), "comity-bench-"));
  const workspace = await openWorkspace({
    database: sqliteFile(join(folder, "workspace.sqlite")),
    timeZone: "UTC",
    report: (error) => void process.stderr.write(String(error)),
  });
  const request = new Request("http://bench/v1/imports", {
    method: "POST",
    headers: { "content-type": "text/csv" },
    body: file(),
  });
  let longestHold = 0;
  let last = performance.now();
  const watch = setInterval(() => {
    longestHold = Math.max(longestHold, performance.now() - last);
    last = performance.now();
  }, 1);
  const start = performance.now();
  const response = await workspace.fetch(request);
  const seconds = (performance.now() - start) / 1000;
  clearInterval(watch);
  const { counts } = (await response.json()) as { counts: { new: number } };
  if (counts.new !== people) throw new Error(`Imported ${counts.new}.`);
  await workspace.close();
  rmSync(folder, { recursive: true });
  return {
    id: "--",
    path: `import of ${people} people, longest hold of the event loop beside it`,
    goal: `<= ${goalSeconds} s, <= ${goalHoldMs} ms`,
    measured: `${seconds.toFixed(2)} s, ${longestHold.toFixed(0)} ms`,
    isMet: seconds <= goalSeconds && longestHold <= goalHoldMs * tolerance,
  };
};
