/** The sample: what its story has to show, told by the rules that hold for everybody. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Ask, Coverage, Entry } from "@comity/domain/equity/schema";
import type { DuplicatePair, Partner } from "@comity/domain/partner/schema";
import type { Strategy } from "@comity/domain/strategy/schema";
import type { Today } from "@comity/domain/today/schema";
import { ChangeLog } from "@comity/store";
import { layer as sqliteFile } from "@comity/store/node";
import * as Effect from "effect/Effect";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { openWorkspace, type Workspace } from "../src/index.ts";
import { layer } from "../src/services.ts";

interface List<A> {
  readonly data: ReadonlyArray<A>;
}

const opened = (
  database: string,
  isSample: boolean,
  failures: Array<unknown>,
): Promise<Workspace> =>
  openWorkspace({
    database: sqliteFile(database),
    timeZone: "Europe/Lisbon",
    report: (error) => failures.push(error),
    isSample,
  });

describe("the sample", () => {
  const failures: Array<unknown> = [];
  let sample: Workspace;

  const send = async <A>(path: string, body?: unknown): Promise<A> => {
    const sent =
      body === undefined
        ? {}
        : {
            method: "POST",
            headers: { "content-type": "application/json" },
            body: JSON.stringify(body),
          };
    const response = await sample.fetch(new Request(`http://localhost${path}`, sent));
    return (await response.json()) as A;
  };
  const everybody = async (query = ""): Promise<ReadonlyArray<Partner>> =>
    (await send<List<Partner>>(`/v1/partners?limit=100${query}`)).data;

  beforeAll(async () => {
    sample = await opened(":memory:", true, failures);
  });

  afterAll(() => sample.close());

  afterEach(() => {
    if (failures.length > 0) throw new Error(failures.join());
  });

  it("has a card of every kind for a long day", async () => {
    const { cards, partners } = await send<Today>("/v1/today?budget=81&limit=50");
    const kinds = cards.map((card) => (card.kind === "move" ? card.move.kind : card.kind));
    expect(new Set(kinds)).toEqual(
      new Set(["silence", "ask", "give", "first-gift", "introduction", "open-ask"]),
    );
    expect(cards.some((card) => card.kind === "silence" && card.whose === "mine")).toBe(true);
    expect(cards.some((card) => card.kind === "silence" && card.whose === "both")).toBe(true);
    expect(partners).toBeGreaterThan(15);
  });

  it("has an ask that is earned, and one that is not", async () => {
    const verdicts = await Promise.all(
      (await everybody()).map(({ id }) =>
        send<Coverage>("/v1/asks/check", { partnerId: id, cost: "M" }),
      ),
    );
    const said = new Set(verdicts.map(({ verdict }) => verdict));
    expect(said).toContain("earned");
    expect(said).toContain("not-yet");
  });

  it("has asks that are open, granted and declined", async () => {
    const { data } = await send<List<Ask>>("/v1/asks?limit=100");
    expect(new Set(data.map(({ state }) => state))).toEqual(
      new Set(["open", "granted", "declined"]),
    );
  });

  it("has two who may be one, and somebody who was put away", async () => {
    expect((await send<List<DuplicatePair>>("/v1/duplicates")).data.length).toBe(1);
    expect((await everybody("&archived=true")).length).toBe(1);
  });

  it("has answered some of the six questions, and left some open", async () => {
    const { answered } = await send<Strategy>("/v1/strategy");
    expect(answered).toBeGreaterThan(0);
    expect(answered).toBeLessThan(6);
  });

  it("spreads over a year, and not into the future", async () => {
    const pages = await Promise.all(
      (await everybody()).map(({ id }) =>
        send<List<Entry>>(`/v1/partners/${id}/entries?limit=100`),
      ),
    );
    const days = pages
      .flatMap(({ data }) => data)
      .map(({ at }) => (Date.now() - Date.parse(at)) / 86_400_000);
    expect(Math.max(...days)).toBeGreaterThan(365);
    expect(Math.min(...days)).toBeGreaterThan(0);
  });

  it("keeps a log that is whole, and is not told a second time", async () => {
    const folder = mkdtempSync(join(tmpdir(), "comity-sample-"));
    const file = join(folder, "sample.sqlite");
    for (let opening = 0; opening < 2; opening++) {
      await (await opened(file, true, failures)).close();
    }
    const read = Effect.gen(function* () {
      const log = yield* ChangeLog;
      return yield* log.firstBroken;
    }).pipe(Effect.provide(layer(sqliteFile(file), "UTC")));
    expect(await Effect.runPromise(Effect.scoped(read))).toBeNull();
    const again = await opened(file, false, failures);
    const counted = await again.fetch(new Request("http://localhost/v1/partners/count"));
    expect(((await counted.json()) as { count: number }).count).toBe((await everybody()).length);
    await again.close();
    rmSync(folder, { recursive: true });
  });
});
