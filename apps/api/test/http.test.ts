/** The API over HTTP, black box: one suite for the server on Node and for workerd with Durable Objects. */
import { readFileSync } from "node:fs";
import type {
  Ask,
  Entry,
  Statement,
  StatementSeries,
  Transfer,
} from "@comity/domain/equity/schema";
import type { Import, ImportPreview, Partner } from "@comity/domain/partner/schema";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { join } from "node:path";
import * as z from "zod";
import { aboutEveryday } from "./everyday.ts";
import { aboutFiles } from "./files.ts";
import { aboutPeople } from "./people.ts";
import { walksIn } from "./plans.ts";
import { aboutRelationships, type Sent } from "./relationships.ts";
import { aboutTheSample } from "./sample.ts";
import { type NodeTarget, startNode, startWorkerd, type Target } from "./targets.ts";

interface Problem {
  readonly type: string;
  readonly status: number;
  readonly detail: string;
  readonly field?: string;
  readonly etag?: string;
  readonly errors?: ReadonlyArray<{ pointer: string; code: string }>;
  readonly coverage?: { verdict: string; shortfall: number; gifts: ReadonlyArray<unknown> };
  readonly coveredFrom?: string | null;
  readonly waysOut?: ReadonlyArray<{
    title: string;
    method: string;
    path: string;
    body?: Record<string, unknown>;
  }>;
}

const dayMs = 86_400_000;
const daysAgo = (days: number): string => new Date(Date.now() - days * dayMs).toISOString();
const unknownId = "01a21205-59cf-7000-91df-93b099ef52a4";

const isJson = ({ headers }: Response): boolean =>
  (headers.get("content-type") ?? "").includes("json");

const csv = (rows: ReadonlyArray<string>): string =>
  ["First Name,Last Name,URL,Email Address,Company,Position,Connected On", ...rows].join("\r\n");

const people = (count: number): string =>
  csv(
    Array.from(
      { length: count },
      (_, index) =>
        `Person,Number ${index},https://www.linkedin.com/in/person-${index},,"Firm ${index % 9}, Ltd",Founder,12 Mar 2024`,
    ),
  );

describe.each([
  { name: "on Node", start: startNode },
  { name: "in workerd", start: startWorkerd },
])("the API $name", ({ start }) => {
  let target: Target;
  beforeAll(async () => {
    target = await start();
  }, 60_000);
  afterAll(() => target.stop());

  const send = async <A = Problem>(
    method: string,
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ): Promise<Sent<A>> => {
    const isText = typeof body === "string";
    const response = await fetch(`${target.url}${path}`, {
      method,
      headers: {
        ...(body === undefined ? {} : { "content-type": isText ? "text/csv" : "application/json" }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: isText ? body : JSON.stringify(body) }),
    });
    const text = await response.text();
    return {
      status: response.status,
      headers: response.headers,
      body: (text === "" ? null : isJson(response) ? JSON.parse(text) : text) as A,
    };
  };

  const newPartner = async (name = "Ana Lima"): Promise<Partner> =>
    (await send<Partner>("POST", "/v1/partners", { name })).body;

  const give = (to: string, benefit: number | string, more: Record<string, unknown> = {}) =>
    send<Transfer>("POST", "/v1/entries", { from: "me", to, benefit, cost: "S", ...more });

  const ask = <A = Problem>(partnerId: string, cost: number, more: Record<string, unknown> = {}) =>
    send<A>("POST", "/v1/asks", { partnerId, what: "An introduction", cost, ...more });

  const statement = async (partnerId: string, at?: string): Promise<Statement> => {
    const query = at === undefined ? "" : `?at=${at}`;
    return (await send<Statement>("GET", `/v1/partners/${partnerId}/statement${query}`)).body;
  };

  const expectProblem = (sent: Sent<unknown>, status: number, type: string) => {
    expect([sent.status, (sent.body as Problem).type]).toEqual([status, `/problems/${type}`]);
    expect(sent.headers.get("content-type")).toMatch(/^application\/problem\+json/);
    expect((sent.body as Problem).detail).not.toBe("");
    expect((sent.body as Problem).status).toBe(status);
  };

  describe("partners", () => {
    it("are written down, read, changed and found", async () => {
      const draft = {
        name: "Zoë Brönte",
        organisation: "Northern Light",
        emails: ["zoe@nl.example"],
      };
      const added = await send<Partner>("POST", "/v1/partners", draft);
      expect(added.status).toBe(201);
      expect(added.headers.get("etag")).toBe('"1"');
      expect(added.headers.get("location")).toBe(`/v1/partners/${added.body.id}`);
      const read = await send<Partner>("GET", `/v1/partners/${added.body.id}`);
      expect(read.body).toEqual(added.body);
      const changed = await send<Partner>(
        "PATCH",
        `/v1/partners/${added.body.id}`,
        { notes: "Prefers calls", emails: [] },
        { "if-match": '"1"' },
      );
      expect([changed.status, changed.headers.get("etag")]).toEqual([200, '"2"']);
      expect(changed.body).toMatchObject({
        ...draft,
        notes: "Prefers calls",
        emails: [],
        version: 2,
      });
      const found = await send<{ data: Array<Partner> }>("GET", "/v1/partners?search=zoe%20nor");
      expect(found.body.data.map(({ id }) => id)).toEqual([added.body.id]);
    });

    it("are changed only at the version that was read", async () => {
      const { id } = await newPartner();
      const path = `/v1/partners/${id}`;
      expectProblem(await send("PATCH", path, { notes: "x" }), 428, "precondition-required");
      const stale = await send("PATCH", path, { notes: "x" }, { "if-match": '"9"' });
      expectProblem(stale, 412, "stale-version");
      expect(stale.body.etag).toBe('"1"');
      expectProblem(
        await send("PATCH", path, { notes: "x" }, { "if-match": 'W/"1"' }),
        412,
        "stale-version",
      );
      const bare = await send("PATCH", path, { notes: "x" }, { "if-match": "1" });
      expectProblem(bare, 400, "bad-header");
      const foreign = await send("PATCH", path, { notes: "x" }, { "if-match": '"abc"' });
      expectProblem(foreign, 412, "stale-version");
      const several = await send("PATCH", path, { notes: "y" }, { "if-match": '"abc", "1"' });
      expect(several.status).toBe(200);
      expect((await send("PATCH", path, { notes: "x" }, { "if-match": "*" })).status).toBe(200);
    });

    it("that are unknown are not found", async () => {
      for (const path of ["", "/entries", "/asks", "/statement", "/statement/series"]) {
        expectProblem(await send("GET", `/v1/partners/${unknownId}${path}`), 404, "not-found");
      }
      expectProblem(await give(unknownId, "M"), 404, "not-found");
      expectProblem(await ask(unknownId, 1), 404, "not-found");
    });

    it("come in pages with a cursor that cannot be made up", async () => {
      for (const name of ["Page A", "Page B", "Page C"]) await newPartner(name);
      interface Page {
        readonly data: ReadonlyArray<Partner>;
        readonly nextCursor: string | null;
      }
      const first = await send<Page>("GET", "/v1/partners?search=page&limit=2");
      expect(first.body.data.map(({ name }) => name)).toEqual(["Page A", "Page B"]);
      const next = await send<Page>(
        "GET",
        `/v1/partners?search=page&limit=2&cursor=${first.body.nextCursor}`,
      );
      expect(next.body.data.map(({ name }) => name)).toEqual(["Page C"]);
      expect(next.body.nextCursor).toBeNull();
      expectProblem(await send("GET", "/v1/partners?cursor=made-up"), 400, "invalid-cursor");
      for (const limit of ["0", "101", "1e3", "-1", "abc", "", "05", "1.0"]) {
        expectProblem(await send("GET", `/v1/partners?limit=${limit}`), 422, "invalid");
      }
      expectProblem(await send("GET", "/v1/partners?limit=5&limit=9"), 422, "invalid");
      expectProblem(await send("GET", "/v1/partners?colour=red"), 422, "invalid");
      for (const limit of ["1", "100"]) {
        expect((await send("GET", `/v1/partners?limit=${limit}`)).status).toBe(200);
      }
    });
  });

  describe("the ledger", () => {
    it("records gifts of both directions, and a statement that fades", async () => {
      const { id } = await newPartner();
      const gift = await give(id, "L", { at: daysAgo(365), note: "Introduced a publisher" });
      expect(gift.status).toBe(201);
      expect(gift.body).toMatchObject({
        benefit: 27,
        cost: 3,
        asked: false,
        posting: { mine: 27, theirs: 0 },
      });
      const back = await send<Transfer>("POST", "/v1/entries", {
        from: id,
        to: "me",
        benefit: "M",
        cost: "S",
      });
      expect(back.body.posting).toEqual({ mine: 0, theirs: 9 });
      const now = await statement(id);
      expect(now.principal).toBeCloseTo(13.5, 3);
      expect(now.interest).toBeCloseTo(0.5 * Math.LN2 * 13.5, 3);
      expect(now.equity).toBeCloseTo(now.principal + now.interest, 12);
      expect(now.capacity).toBeCloseTo(now.equity / 2, 12);
      expect((await statement(id, daysAgo(366))).equity).toBe(0);
      expect((await statement(id, daysAgo(365 - 1e-6))).equity).toBeCloseTo(27, 3);
      const future = new Date(Date.now() + 365 * dayMs).toISOString();
      expect((await statement(id, future)).principal).toBeCloseTo(6.75, 3);
    });

    it("draws the statement as a curve with a step at each entry", async () => {
      const { id } = await newPartner();
      const first = await give(id, 9, { at: daysAgo(100) });
      const second = await give(id, 3, { at: daysAgo(50) });
      const { body } = await send<StatementSeries>(
        "GET",
        `/v1/partners/${id}/statement/series?samples=10`,
      );
      expect(body.from).toBe(first.body.at);
      const steps = body.points.filter(({ entryId }) => entryId !== null);
      expect(steps.map(({ entryId }) => entryId)).toEqual([first.body.id, second.body.id]);
      expect(body.points[0]?.equity).toBe(0);
      expect(body.points[1]?.equity).toBe(9);
      expect(body.points.at(-1)?.equity).toBeCloseTo((await statement(id)).equity, 5);
      const times = body.points.map(({ at }) => Date.parse(at));
      expect(times).toEqual(times.toSorted((a, b) => a - b));
      const window = `from=${daysAgo(60)}&to=${daysAgo(40)}&samples=1`;
      const part = await send<StatementSeries>(
        "GET",
        `/v1/partners/${id}/statement/series?${window}`,
      );
      expect(part.body.points).toHaveLength(4);
      const backwards = `from=${daysAgo(1)}&to=${daysAgo(2)}`;
      expectProblem(
        await send("GET", `/v1/partners/${id}/statement/series?${backwards}`),
        422,
        "invalid",
      );
    });

    it("takes an entry back at its own instant, once", async () => {
      const { id } = await newPartner();
      const gift = await give(id, "XL", { at: daysAgo(200) });
      await give(id, "S", { at: daysAgo(10) });
      const path = `/v1/entries/${gift.body.id}/reverse`;
      const reversal = await send<Entry>("POST", path, {});
      expect(reversal.status).toBe(201);
      expect(reversal.body).toMatchObject({
        kind: "reversal",
        at: gift.body.at,
        reverses: gift.body.id,
      });
      const left = await statement(id);
      expect(left.equity).toBeLessThan(3);
      expect(left.gifts).toBe(1);
      expectProblem(await send("POST", path, {}), 409, "conflict");
      expectProblem(
        await send("POST", `/v1/entries/${reversal.body.id}/reverse`, {}),
        409,
        "conflict",
      );
      expectProblem(await send("POST", `/v1/entries/${unknownId}/reverse`, {}), 404, "not-found");
    });

    it("lists entries newest first", async () => {
      const { id } = await newPartner();
      for (const days of [3, 30, 1]) await give(id, "S", { at: daysAgo(days), note: `${days}` });
      const { body } = await send<{ data: Array<Entry>; nextCursor: string }>(
        "GET",
        `/v1/partners/${id}/entries?limit=2`,
      );
      expect(body.data.map(({ note }) => note)).toEqual(["1", "3"]);
      const rest = await send<{ data: Array<Entry> }>(
        "GET",
        `/v1/partners/${id}/entries?limit=2&cursor=${body.nextCursor}`,
      );
      expect(rest.body.data.map(({ note }) => note)).toEqual(["30"]);
    });

    it("keeps one entry per id, whatever is retried", async () => {
      const { id } = await newPartner();
      const entryId = "01a21205-59cf-7000-91df-93b099ef5201";
      const once = await give(id, "M", { id: entryId, note: "Once" });
      const twice = await give(id, "M", { id: entryId, note: "Once" });
      expect([once.status, twice.status]).toEqual([201, 201]);
      expect(twice.body).toEqual(once.body);
      const other = (await give(id, "L", {
        id: entryId,
        note: "Once",
      })) as unknown as Sent<Problem>;
      expectProblem(other, 409, "conflict");
      expect(other.body.field).toBe("benefit");
      expect((await statement(id)).gifts).toBe(1);
    });

    it("takes a plain date as noon where the workspace is", async () => {
      const { id } = await newPartner();
      const { body: settings } = await send<{ timeZone: string }>("GET", "/v1/workspace");
      const gift = await give(id, "M", { at: "2026-01-15" });
      const hour = new Intl.DateTimeFormat("en-GB", {
        hour: "2-digit",
        minute: "2-digit",
        day: "2-digit",
        timeZone: settings.timeZone,
      }).format(new Date(gift.body.at));
      expect(hour).toBe("15, 12:00");
    });
  });

  describe("asks", () => {
    it("that are not earned are refused, with three gifts that would earn them", async () => {
      const { id } = await newPartner();
      const refused = await ask(id, 9);
      expectProblem(refused, 409, "ask-not-covered");
      expect(refused.body.coverage).toMatchObject({ verdict: "not-yet", shortfall: 18 });
      expect(refused.body.coveredFrom).toBeNull();
      const ways = refused.body.waysOut ?? [];
      expect(ways.map(({ path }) => path)).toEqual([
        "/v1/entries",
        "/v1/entries",
        "/v1/entries",
        "/v1/asks",
      ]);
      for (const way of ways.slice(0, 3)) {
        expect((await send("POST", way.path, way.body)).status).toBe(201);
      }
      const earned = await ask<Ask>(id, 9);
      expect([earned.status, earned.body.state]).toEqual([201, "open"]);
      expect(earned.body.coverage.verdict).toBe("earned");
    });

    it("can be overridden with a reason, under a new id that names the refused one", async () => {
      const { id } = await newPartner();
      const refused = await ask(id, 3, { id: "01a21205-59cf-7000-91df-93b099ef5202" });
      const way = refused.body.waysOut?.at(-1);
      expectProblem(
        await ask(id, 3, { id: "01a21205-59cf-7000-91df-93b099ef5202" }),
        409,
        "refused-before",
      );
      const overridden = await send<Ask>("POST", "/v1/asks", way?.body);
      expect(overridden.status).toBe(201);
      expect(overridden.body).toMatchObject({
        state: "open",
        cost: 3,
        overrides: "01a21205-59cf-7000-91df-93b099ef5202",
        coverage: { verdict: "not-yet" },
      });
      expectProblem(
        await ask(id, 3, { overrides: unknownId, overrideReason: "x" }),
        404,
        "not-found",
      );
    });

    it("are early before two gifts, and earned from the second on", async () => {
      const { id } = await newPartner();
      const check = () =>
        send<{ verdict: string }>("POST", "/v1/asks/check", { partnerId: id, cost: 1 });
      await give(id, "L");
      expect((await check()).body.verdict).toBe("early");
      await give(id, "XS");
      expect((await check()).body.verdict).toBe("earned");
    });

    it("count an offer that comes with them", async () => {
      const { id } = await newPartner();
      const check = (offer: number) =>
        send<{ verdict: string }>("POST", "/v1/asks/check", { partnerId: id, cost: 3, offer });
      expect((await check(12)).body.verdict).toBe("early");
      expect((await check(11.9)).body.verdict).toBe("not-yet");
    });

    it("hold a part of the standing while they are open, and post when they are granted", async () => {
      const { id } = await newPartner();
      await give(id, 20);
      await give(id, 20);
      const first = await ask<Ask>(id, 15);
      expect((await statement(id)).reserved).toBe(30);
      expectProblem(await ask(id, 6), 409, "ask-not-covered");
      const granted = await send<Ask>("POST", `/v1/asks/${first.body.id}/grant`, { benefit: "XL" });
      expect(granted.body).toMatchObject({ state: "granted", entryId: expect.any(String) });
      const again = await send<Ask>("POST", `/v1/asks/${first.body.id}/grant`, {});
      expect(again.body).toEqual(granted.body);
      const same = await send<Ask>("POST", `/v1/asks/${first.body.id}/grant`, { benefit: 81 });
      expect(same.body).toEqual(granted.body);
      const other = await send("POST", `/v1/asks/${first.body.id}/grant`, { benefit: "S" });
      expectProblem(other, 409, "conflict");
      const after = await statement(id);
      expect(after.reserved).toBe(0);
      expect(after.equity).toBeCloseTo(10, 3);
      expectProblem(await send("POST", `/v1/asks/${first.body.id}/decline`), 409, "conflict");
      const entries = await send<{ data: Array<Transfer> }>("GET", `/v1/partners/${id}/entries`);
      expect(entries.body.data[0]).toMatchObject({
        askId: first.body.id,
        asked: true,
        benefit: 81,
        cost: 15,
      });
    });

    it("give free what they held when they are declined or taken back", async () => {
      const { id } = await newPartner();
      await give(id, 20);
      for (const verb of ["decline", "withdraw"]) {
        const open = await ask<Ask>(id, 10);
        expect((await statement(id)).capacity).toBeCloseTo(0, 3);
        const ended = await send<Ask>("POST", `/v1/asks/${open.body.id}/${verb}`);
        expect(ended.status).toBe(200);
        expect((await send<Ask>("POST", `/v1/asks/${open.body.id}/${verb}`)).body).toEqual(
          ended.body,
        );
        expect((await statement(id)).capacity).toBeCloseTo(10, 3);
      }
      const states = await send<{ data: Array<Ask> }>("GET", `/v1/partners/${id}/asks`);
      expect(states.body.data.map(({ state }) => state)).toEqual(["withdrawn", "declined"]);
      const open = await send<{ data: Array<Ask> }>("GET", `/v1/partners/${id}/asks?state=open`);
      expect(open.body.data).toEqual([]);
    });

    it("cannot be granted at a moment that would hide what they used", async () => {
      const { id } = await newPartner();
      await give(id, 101);
      const first = await ask<Ask>(id, 50);
      const path = `/v1/asks/${first.body.id}/grant`;
      expectProblem(await send("POST", path, { at: daysAgo(30) }), 422, "invalid");
      const soon = new Date(Date.now() + 4 * 60_000).toISOString();
      expect((await send("POST", path, { at: soon })).status).toBe(200);
      expectProblem(await ask(id, 50), 409, "ask-not-covered");
    });

    it("never overdraw, however many come at once", async () => {
      const { id } = await newPartner();
      await give(id, 12.5);
      await give(id, 12.5);
      const sent = await Promise.all(Array.from({ length: 50 }, () => ask(id, 1)));
      const statuses = sent.map(({ status }) => status);
      expect(statuses.filter((status) => status === 201)).toHaveLength(12);
      expect(statuses.filter((status) => status === 409)).toHaveLength(38);
      expect((await statement(id)).reserved).toBe(24);
    });
  });

  describe("writes", () => {
    it("answer the same for the same idempotency key, and refuse it for another request", async () => {
      const key = { "idempotency-key": "key-1" };
      const first = await send<Partner>("POST", "/v1/partners", { name: "Key One" }, key);
      const second = await send<Partner>("POST", "/v1/partners", { name: "Key One" }, key);
      expect(second.body).toEqual(first.body);
      expect([second.status, second.headers.get("etag")]).toEqual([201, '"1"']);
      expect(second.headers.get("idempotent-replayed")).toBe("true");
      const reused = await send("POST", "/v1/partners", { name: "Key Two" }, key);
      expectProblem(reused, 422, "idempotency-key-reused");
      const found = await send<{ data: Array<Partner> }>("GET", "/v1/partners?search=key");
      expect(found.body.data).toHaveLength(1);
      for (const bad of ["x".repeat(256), "with space"]) {
        const refused = await send(
          "POST",
          "/v1/partners",
          { name: "Bad key" },
          { "idempotency-key": bad },
        );
        expectProblem(refused, 400, "bad-header");
      }
    });

    it("that were refused are judged anew under the same key", async () => {
      const { id } = await newPartner();
      const key = { "idempotency-key": "key-refused" };
      const body = { partnerId: id, what: "An introduction", cost: 3 };
      expectProblem(await send("POST", "/v1/asks", body, key), 409, "ask-not-covered");
      await give(id, "L");
      expect((await send("POST", "/v1/asks", body, key)).status).toBe(201);
    });

    it("of a change are kept under their key too", async () => {
      const { id } = await newPartner();
      const headers = { "idempotency-key": "key-change", "if-match": '"1"' };
      const first = await send<Partner>("PATCH", `/v1/partners/${id}`, { notes: "x" }, headers);
      const again = await send<Partner>("PATCH", `/v1/partners/${id}`, { notes: "x" }, headers);
      expect([again.status, again.body]).toEqual([200, first.body]);
    });

    it("with one key at once make one thing", async () => {
      const key = { "idempotency-key": "key-race" };
      const sent = await Promise.all(
        Array.from({ length: 10 }, () =>
          send<Partner>("POST", "/v1/partners", { name: "Racer" }, key),
        ),
      );
      expect(new Set(sent.map(({ body }) => body.id)).size).toBe(1);
    });

    it("that are only tried tell what would happen and keep nothing", async () => {
      const { id } = await newPartner();
      const { body: before } = await send<{ data: Array<{ seq: number }> }>(
        "GET",
        "/v1/changes?limit=100",
      );
      const dry = await send<Transfer>("POST", "/v1/entries?dryRun=true", {
        from: "me",
        to: id,
        benefit: "M",
        cost: "S",
      });
      expect([dry.status, dry.headers.get("dry-run")]).toEqual([201, "true"]);
      const refused = await send("POST", "/v1/asks?dryRun=true", {
        partnerId: id,
        what: "x",
        cost: 9,
      });
      expectProblem(refused, 409, "ask-not-covered");
      expect((await statement(id)).equity).toBe(0);
      const { body: after } = await send<{ data: Array<{ seq: number }> }>(
        "GET",
        "/v1/changes?limit=100",
      );
      expect(after.data.length).toBe(before.data.length);
    });

    it("are told apart from what does not fit, with a pointer to each trouble", async () => {
      const { id } = await newPartner();
      const base = { from: "me", to: id, benefit: "M", cost: "S" };
      const cases: ReadonlyArray<readonly [Record<string, unknown>, string]> = [
        [{ ...base, benefit: 0 }, "/benefit"],
        [{ ...base, benefit: -5 }, "/benefit"],
        [{ ...base, benefit: "5" }, "/benefit"],
        [{ ...base, benefit: "XXL" }, "/benefit"],
        [{ ...base, benefit: 8100.01 }, "/benefit"],
        [{ ...base, cost: -0.01 }, "/cost"],
        [{ ...base, colour: "red" }, "/colour"],
        [{ ...base, to: "me" }, "/to"],
        [{ ...base, from: id }, "/to"],
        [{ ...base, to: "nobody" }, "/to"],
        [{ ...base, at: "2099-01-01T00:00:00Z" }, "/at"],
        [{ ...base, at: "1899-12-31T00:00:00Z" }, "/at"],
        [{ ...base, at: "2026-02-30" }, "/at"],
        [{ ...base, at: "2026-02-03T10:00:00" }, "/at"],
        [{ ...base, note: "a\u0000b" }, "/note"],
        [{ ...base, note: "\ud800" }, "/note"],
        [{ ...base, note: "🎈".repeat(501) }, "/note"],
        [{ ...base, id: "7" }, "/id"],
        [{ to: id, benefit: "M", cost: "S" }, "/from"],
      ];
      for (const [body, pointer] of cases) {
        const sent = await send("POST", "/v1/entries", body);
        expectProblem(sent, 422, "invalid");
        expect(sent.body.errors?.map((error) => error.pointer)).toContain(pointer);
      }
      expect((await give(id, 8100, { note: "🎈".repeat(500) })).status).toBe(201);
      expect((await give(id, "M", { at: daysAgo(0) })).status).toBe(201);
    });

    it("refuse bodies that are not JSON, not said to be JSON, or too large", async () => {
      const raw = (body: string, headers: Record<string, string>) =>
        fetch(`${target.url}/v1/entries`, { method: "POST", body, headers });
      const json = { "content-type": "application/json" };
      expect((await raw("{bad", json)).status).toBe(400);
      expect((await raw("", json)).status).toBe(400);
      expect((await raw("{}", { "content-type": "text/plain" })).status).toBe(415);
      expect((await raw("{}", { "content-type": "application/json;" })).status).toBe(415);
      expect((await raw("{}", { "content-type": "application/json; charset=utf-8" })).status).toBe(
        422,
      );
      expect((await raw("{}", { ...json, "content-encoding": "gzip" })).status).toBe(415);
      expect((await raw(JSON.stringify({ note: "x".repeat(65_536) }), json)).status).toBe(413);
      expect((await raw('{"__proto__":{"admin":true}}', json)).status).toBe(422);
      expect((await raw("[".repeat(30_000), json)).status).toBe(400);
    });

    it("to places that do not exist are told so", async () => {
      expectProblem(await send("GET", "/v1/nowhere"), 404, "not-found");
      const wrong = await send("DELETE", "/v1/partners");
      expectProblem(wrong, 405, "method-not-allowed");
      expect(wrong.headers.get("allow")).toMatch(/GET.*POST|POST.*GET/);
      for (const path of ["%E0%A4%A", "..%2f", "a%00b", "'; DROP TABLE partners; --"]) {
        const sent = await send("GET", `/v1/partners/${path}`);
        expect([404, 422]).toContain(sent.status);
      }
    });

    it("from pages of other sites are refused", async () => {
      const headers = { "content-type": "application/json", origin: "https://elsewhere.example" };
      const sent = await fetch(`${target.url}/v1/partners`, {
        method: "POST",
        headers,
        body: '{"name":"Eve"}',
      });
      expect(sent.status).toBe(403);
      const own = await fetch(`${target.url}/v1/partners`, { headers: { origin: target.url } });
      expect(own.status).toBe(200);
    });
  });

  aboutRelationships({ send, newPartner, expectProblem });
  aboutEveryday({ send, newPartner, expectProblem });
  aboutPeople({ send, newPartner, expectProblem });
  aboutFiles({ send, newPartner, expectProblem });
  aboutTheSample({ send, newPartner, expectProblem });

  describe("imports", () => {
    it("are previewed, taken in, repeated without effect, and undone as one", async () => {
      const file = csv([
        'Ana,Conceição,https://www.linkedin.com/in/ana-c,ana@mar.example,"Mar, Filhos",CEO,12 Mar 2024',
        "Ben,Okafor,https://www.linkedin.com/in/ben-o,,Okafor Ltd,Founder,7-Feb-22",
        ",,,,,,",
        "Ben,Okafor,https://www.linkedin.com/in/ben-o,,Okafor Ltd,Founder,7-Feb-22",
      ]);
      const preview = await send<ImportPreview>("POST", "/v1/imports/preview", file);
      expect(preview.status).toBe(200);
      expect(preview.body.counts).toEqual({
        new: 2,
        updated: 0,
        unchanged: 0,
        duplicate: 1,
        skipped: 1,
      });
      expect(preview.body.skipped[0]).toMatchObject({ row: 4, reason: "empty" });
      const first = await send<Import>("POST", "/v1/imports", file);
      expect([first.status, first.body.state]).toEqual([201, "done"]);
      expect(first.body.counts).toEqual(preview.body.counts);
      for (const _ of [2, 3]) {
        const again = await send<Import>("POST", "/v1/imports", file);
        expect(again.body.counts).toEqual({
          new: 0,
          updated: 0,
          unchanged: 2,
          duplicate: 1,
          skipped: 1,
        });
      }
      const { body } = await send<{ data: Array<Partner> }>("GET", "/v1/partners?search=concei");
      expect(body.data[0]).toMatchObject({ organisation: "Mar, Filhos", knownSince: "2024-03-12" });
      const rehearsed = await send<Import>("POST", `/v1/imports/${first.body.id}/undo?dryRun=true`);
      expect(rehearsed.body).toMatchObject({ state: "undone", kept: 0 });
      expect((await send<Import>("GET", `/v1/imports/${first.body.id}`)).body.state).toBe("done");
      const undone = await send<Import>("POST", `/v1/imports/${first.body.id}/undo`);
      expect(undone.body).toMatchObject({ state: "undone", kept: 0 });
      expect((await send<Import>("GET", `/v1/imports/${first.body.id}`)).body).toEqual(undone.body);
      const gone = await send<{ data: Array<Partner> }>("GET", "/v1/partners?search=concei");
      expect(gone.body.data).toEqual([]);
    });

    it("with one key or one id at once are one import, and an id stands for one file", async () => {
      const file = people(300).replaceAll(/[Pp]erson/g, "keyed");
      const key = { "idempotency-key": "import-race" };
      const sent = await Promise.all(
        [1, 2, 3].map(() => send<Import>("POST", "/v1/imports", file, key)),
      );
      expect(sent.map(({ status }) => status)).toEqual([201, 201, 201]);
      expect(new Set(sent.map(({ body }) => body.id)).size).toBe(1);
      const path = "/v1/imports?id=01a21205-59cf-7000-91df-93b099ef5203";
      expect((await send<Import>("POST", path, file)).body.counts.unchanged).toBe(300);
      expectProblem(await send("POST", path, `${file}\r\nOne,More,,,,,`), 409, "conflict");
      const dry = await send<Import>(
        "POST",
        "/v1/imports?dryRun=true",
        file.replaceAll("keyed-", "dry-"),
      );
      expect([dry.headers.get("dry-run"), dry.body.counts.new]).toEqual(["true", 300]);
      expectProblem(await send("GET", `/v1/imports/${dry.body.id}`), 404, "not-found");
    });

    it("of files that are not connections are refused with what to do", async () => {
      expectProblem(await send("POST", "/v1/imports", "a,b\n1,2\n"), 422, "file-unreadable");
      expectProblem(
        await send("POST", "/v1/imports/preview", "a\n".repeat(20_000)),
        413,
        "file-unreadable",
      );
      expectProblem(
        await send("POST", "/v1/imports", { not: "csv" }),
        415,
        "unsupported-media-type",
      );
      // The answer may come, and the connection end, before all of the body has been sent.
      const cutOff = { status: 413 };
      const large = await send("POST", "/v1/imports", "x".repeat(8_000_001)).catch(() => cutOff);
      expect(large.status).toBe(413);
      expectProblem(await send("POST", `/v1/imports/${unknownId}/undo`), 404, "not-found");
    });

    it("of 10,000 people take seconds, while other requests are answered", async () => {
      const file = people(10_000);
      const started = performance.now();
      const importing = send<Import>("POST", "/v1/imports", file);
      const ended = importing.then(() => "ended" as const);
      const tick = () => new Promise<"tick">((resolve) => setTimeout(() => resolve("tick"), 20));
      let answered = 0;
      while ((await Promise.race([ended, tick()])) === "tick") {
        expect((await send("GET", "/v1/partners?limit=1")).status).toBe(200);
        answered++;
      }
      const { body } = await importing;
      const took = performance.now() - started;
      expect(body.counts.new).toBe(10_000);
      // The goal is five seconds on a machine of its own (`npm run bench`); here others run beside it.
      expect(took).toBeLessThan(20_000);
      expect(answered).toBeGreaterThan(5);
      const again = await send<Import>("POST", "/v1/imports", file);
      expect(again.body.counts.unchanged).toBe(10_000);
    }, 30_000);
  });

  describe("changes", () => {
    it("come in order after a sequence number", async () => {
      interface Page {
        readonly data: ReadonlyArray<{ seq: number; kind: string; subject: string }>;
        readonly nextCursor: string | null;
      }
      const { id } = await newPartner("Changed");
      const all: Array<Page["data"][number]> = [];
      let after = 0;
      for (;;) {
        const { body } = await send<Page>("GET", `/v1/changes?after=${after}&limit=100`);
        all.push(...body.data);
        if (body.nextCursor === null) break;
        after = Number(body.nextCursor);
      }
      expect(all.map(({ seq }) => seq)).toEqual(all.map((_, index) => index + 1));
      expect(all.at(-1)).toMatchObject({ kind: "partner.added", subject: id });
    });
  });

  describe("the page and the documents", () => {
    it("serves the page for every place of the app, under a strict policy", async () => {
      for (const path of ["/", "/partners/1"]) {
        const page = await fetch(`${target.url}${path}`);
        expect(page.status).toBe(200);
        expect(page.headers.get("content-type")).toMatch(/^text\/html/);
        expect(page.headers.get("cache-control")).toBe("no-cache");
        const policy = page.headers.get("content-security-policy") ?? "";
        expect(policy).toContain("default-src 'none'");
        expect(policy).toContain("script-src 'self';");
        expect(policy).not.toContain("unsafe");
        expect(page.headers.get("x-content-type-options")).toBe("nosniff");
      }
      for (const file of ["/assets/none.js", "/assets/none", "/none.js"]) {
        expect((await fetch(`${target.url}${file}`)).status).toBe(404);
      }
    });

    it("serves the OpenAPI document that is committed", async () => {
      const { body } = await send<object>("GET", "/v1/openapi.json");
      const committed = new URL("../../../packages/workspace/openapi.json", import.meta.url);
      expect(body).toEqual(JSON.parse(readFileSync(committed, "utf8")));
      expect(z.object({ openapi: z.literal("3.1.0") }).safeParse(body).success).toBe(true);
    });
  });

  it("loses nothing that was answered when it ends without warning", async () => {
    const { id } = await newPartner("Survivor");
    await give(id, "L");
    await give(id, "M");
    const open = await ask<Ask>(id, 9);
    target = await target.restart();
    expect((await send<Ask>("GET", `/v1/asks/${open.body.id}`)).body).toEqual(open.body);
    const after = await statement(id);
    expect([after.gifts, after.reserved]).toEqual([2, 18]);
  }, 30_000);

  // The last: it is about every statement that the others made the server run.
  it.runIf(start === startNode)("never reads all entries, changes or partners", () => {
    const file = join((target as NodeTarget).folder, "workspace.sqlite");
    expect(target.statements.size).toBeGreaterThan(40);
    expect(walksIn(file, target.statements)).toEqual([]);
    // What it would find: a count, a join without an index, and an order without one.
    for (const walk of [
      "SELECT count(*) FROM entries",
      "SELECT 1 FROM asks JOIN changes AS line ON line.subject = asks.id",
      "SELECT * FROM partners ORDER BY notes LIMIT 5",
    ]) {
      expect(walksIn(file, [walk])).toHaveLength(1);
    }
  });
});
