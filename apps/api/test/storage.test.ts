/** A server whose disk is full, locked or read-only, and one that is killed: what its callers are told, and what is left. */
import { randomUUID } from "node:crypto";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import type { Import, Partner } from "@comity/domain/partner/schema";
import type { Entry, Statement, Transfer } from "@comity/domain/equity/schema";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { newFolder, type NodeTarget, startNode } from "./targets.ts";

interface Sent<A> {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  readonly body: A;
}

let target: NodeTarget;
const reports: Array<string> = [];
beforeAll(async () => {
  target = await startNode(newFolder(), { reports });
});
afterAll(() => target.stop());

const send = async <A>(method: string, path: string, body?: unknown): Promise<Sent<A>> => {
  const isText = typeof body === "string";
  const response = await fetch(`${target.url}${path}`, {
    method,
    headers: body === undefined ? {} : { "content-type": isText ? "text/csv" : "application/json" },
    ...(body === undefined ? {} : { body: isText ? body : JSON.stringify(body) }),
  });
  const text = await response.text();
  return { status: response.status, headers: response.headers, text, body: JSON.parse(text) as A };
};

/** A UUIDv7 in all that is looked at: the time in it may be any. */
const newId = (): string => randomUUID().replace(/^(.{14})4/, "$17");

const newPartner = async (name: string): Promise<Partner> =>
  (await send<Partner>("POST", "/v1/partners", { name })).body;

const give = (to: string, id: string) =>
  send<Transfer>("POST", "/v1/entries", {
    id,
    from: "me",
    to,
    benefit: 9,
    cost: 1,
    note: "A page of advice. ".repeat(25),
  });

/** Says what to do, and nothing of what it runs on. */
const expectUnavailable = (sent: Sent<unknown>) => {
  expect(sent.status).toBe(503);
  expect(Number(sent.headers.get("retry-after"))).toBeGreaterThan(0);
  expect(sent.headers.get("content-type")).toMatch(/^application\/problem\+json/);
  expect(sent.body).toMatchObject({ type: "/problems/unavailable", status: 503 });
  expect((sent.body as { detail: string }).detail).toMatch(/try again with the same ids/i);
  expect(sent.text).not.toMatch(/sql|insert|begin|commit|entries|errcode|\.ts|node:/i);
  expect(sent.text).not.toContain(target.folder);
};

const expectReadable = async (partnerId: string) => {
  for (const path of [
    `/v1/partners/${partnerId}`,
    `/v1/partners/${partnerId}/entries`,
    `/v1/partners/${partnerId}/statement`,
    "/v1/partners?search=a",
    "/v1/changes?limit=5",
    "/v1/workspace",
  ]) {
    expect([path, (await send("GET", path)).status]).toEqual([path, 200]);
  }
};

const idsOf = async (partnerId: string): Promise<ReadonlyArray<string>> => {
  const found: Array<string> = [];
  let path = `/v1/partners/${partnerId}/entries?limit=100`;
  for (;;) {
    const { body } = await send<{ data: Array<Entry>; nextCursor: string | null }>("GET", path);
    found.push(...body.data.map(({ id }) => id));
    if (body.nextCursor === null) return found;
    path = `/v1/partners/${partnerId}/entries?limit=100&cursor=${body.nextCursor}`;
  }
};

const statementOf = async (partnerId: string): Promise<Statement> =>
  (await send<Statement>("GET", `/v1/partners/${partnerId}/statement`)).body;

const file = (): string => join(target.folder, "workspace.sqlite");

const people = [
  "First Name,Last Name,URL,Email Address,Company,Position,Connected On",
  ...Array.from({ length: 900 }, (_, index) => `Full,Number ${index},,,Firm,Founder,12 Mar 2024`),
].join("\r\n");

describe("a full disk", () => {
  it("refuses writes with 503, goes on reading, and takes writes again once there is space", async () => {
    const ana = await newPartner("Ana");
    await target.set("PRAGMA max_page_count = 1");
    const kept: Array<string> = [];
    let refused = "";
    while (refused === "") {
      const id = newId();
      const sent = await give(ana.id, id);
      if (sent.status === 201) kept.push(id);
      else refused = id;
      expect(kept.length).toBeLessThan(200);
    }
    for (const attempt of [
      () => give(ana.id, refused),
      () => send("POST", "/v1/partners", { name: "Ben", notes: "long ".repeat(800) }),
      () => send("POST", "/v1/imports", people),
    ]) {
      expectUnavailable(await attempt());
    }
    // Whoever runs the server is told what the callers are not.
    expect(reports.join("")).toContain("database or disk is full");
    await expectReadable(ana.id);
    expect((await idsOf(ana.id)).toSorted()).toEqual(kept.toSorted());

    await target.set("PRAGMA max_page_count = 1000000");
    expect((await give(ana.id, refused)).status).toBe(201);
    expect((await idsOf(ana.id)).toSorted()).toEqual([...kept, refused].toSorted());
    expect((await statementOf(ana.id)).gifts).toBe(kept.length + 1);
    const imported = await send<Import>("POST", "/v1/imports", people);
    expect([imported.status, imported.body.counts.new]).toEqual([201, 900]);
  });
});

describe("a file that takes no writes", () => {
  it("because it is read-only is said to be unavailable, until it can be written", async () => {
    const ana = await newPartner("Ana");
    const id = newId();
    await target.set("PRAGMA query_only = ON");
    expectUnavailable(await give(ana.id, id));
    await expectReadable(ana.id);
    await target.set("PRAGMA query_only = OFF");
    expect((await give(ana.id, id)).status).toBe(201);
  });

  it("because another program holds it is said to be unavailable, until it lets go", async () => {
    const ana = await newPartner("Ana");
    const id = newId();
    await target.set("PRAGMA busy_timeout = 50");
    const other = new DatabaseSync(file());
    other.exec("BEGIN IMMEDIATE");
    expectUnavailable(await give(ana.id, id));
    await expectReadable(ana.id);
    other.exec("ROLLBACK");
    other.close();
    expect((await give(ana.id, id)).status).toBe(201);
  });
});

describe("a server that is killed while many write", () => {
  it("has all that it answered for, and takes the rest again under the same ids", async () => {
    const partners = await Promise.all(["Kim", "Lee", "Max", "Noa"].map(newPartner));
    const sent = new Map<string, string>();
    const answered = new Set<string>();
    const killing = new AbortController();
    const writing = partners.flatMap((partner) =>
      [1, 2].map(async () => {
        while (!killing.signal.aborted) {
          const id = newId();
          sent.set(id, partner.id);
          const answer = await give(partner.id, id).catch(() => undefined);
          if (answer?.status === 201) answered.add(id);
        }
      }),
    );
    await expect.poll(() => answered.size, { interval: 5, timeout: 10_000 }).toBeGreaterThan(40);
    const restarted = target.restart();
    killing.abort();
    await Promise.all(writing);
    target = await restarted;

    const found = new Set((await Promise.all(partners.map(({ id }) => idsOf(id)))).flat());
    expect([...answered].filter((id) => !found.has(id))).toEqual([]);
    expect([...found].filter((id) => !sent.has(id))).toEqual([]);
    for (const [id, partnerId] of sent) expect((await give(partnerId, id)).status).toBe(201);
    const gifts = await Promise.all(partners.map(async ({ id }) => (await statementOf(id)).gifts));
    expect(gifts.reduce((sum, count) => sum + count, 0)).toBe(sent.size);
    const database = new DatabaseSync(file(), { readOnly: true });
    expect(database.prepare("PRAGMA quick_check").all()).toEqual([{ quick_check: "ok" }]);
    database.close();
  });
});
