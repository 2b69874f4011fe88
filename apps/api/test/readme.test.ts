/** The requests that the README shows, sent as they stand there. */
import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startNode, type Target } from "./targets.ts";

const readme = readFileSync(new URL("../../../README.md", import.meta.url), "utf8");

const requests = readme
  .replaceAll("\\\n", " ")
  .split("\n")
  .flatMap((line) => {
    const shown = /^curl (\S+) -H '([^:]+): ([^']+)'\s+-d '([^']+)'$/.exec(line.trim());
    return shown === null ? [] : [shown.slice(1) as [string, string, string, string]];
  });

describe("the README", () => {
  let target: Target;
  beforeAll(async () => {
    target = await startNode();
  });
  afterAll(() => target.stop());

  it("shows requests that do what it says", async () => {
    const outcomes: Array<readonly [number, string | undefined]> = [];
    for (const [url, header, value, body] of requests) {
      const address = url.replace("http://127.0.0.1:4747", target.url);
      const response = await fetch(address, { method: "POST", headers: { [header]: value }, body });
      const { type } = (await response.json()) as { type?: string };
      outcomes.push([response.status, type]);
    }
    expect(outcomes).toEqual([
      [201, undefined],
      [201, undefined],
      [409, "/problems/ask-not-covered"],
    ]);
  });
});
