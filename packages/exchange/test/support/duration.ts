import { assert } from "@effect/vitest";
import { bytesOf, readOf, today } from "./files.ts";
import { readFile } from "@comity/exchange/file";

const linkedInRow = (index: number) =>
  `Ada,Finch ${index},https://www.linkedin.com/in/ada-${index},ada${index}@finch.example,` +
  `"Finch, Ltd",Owner,12 Mar 2024\r\n`;

/** As many rows as a file may have. */
export const linkedInFile = (header: string, count = 10_000): string =>
  `${header}\r\n${Array.from({ length: count }, (_, index) => linkedInRow(index)).join("")}`;

export const bestOf = (times: number, work: () => unknown): number => {
  let best = Infinity;
  for (let run = 0; run < times; run++) {
    const startedAt = performance.now();
    work();
    best = Math.min(best, performance.now() - startedAt);
  }
  return best;
};

/**
 * A hostile file takes no longer than so many plain ones of the same size, read on the same machine
 * in the same moment.
 */
export const endsSoon = (hostile: string, plain: string, times: number): void => {
  const [hostileBytes, plainBytes] = [bytesOf(hostile), bytesOf(plain)];
  readOf(plainBytes);
  const plainMs = bestOf(3, () => readOf(plainBytes)) / plainBytes.length;
  const hostileMs = bestOf(2, () => readFile(hostileBytes, { today })) / hostileBytes.length;
  assert.isBelow(hostileMs, times * plainMs);
};
