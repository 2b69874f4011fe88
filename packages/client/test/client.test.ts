import type { Plain } from "@comity/domain/input/plain";
import type { AskDraft, TransferDraft } from "@comity/domain/equity/schema";
import type { PartnerDraft } from "@comity/domain/partner/schema";
import { describe, expect, expectTypeOf, it } from "vitest";
import { comity, ProblemError, Unreachable } from "../src/index.ts";

type Reply = Response | Error;

const json = (body: unknown, status = 200, headers: Record<string, string> = {}) =>
  new Response(JSON.stringify(body), {
    status,
    headers: { "content-type": "application/json", ...headers },
  });

/** A client whose server answers with these, in order; and what it was sent. */
const clientOf = (...replies: ReadonlyArray<Reply>) => {
  const sent: Array<{ readonly url: string; readonly init: RequestInit }> = [];
  const waits: Array<number> = [];
  const client = comity({
    baseUrl: "http://comity.example",
    fetch: async (url, init) => {
      sent.push({ url, init });
      const reply = replies[sent.length - 1] ?? new Error("nothing more was expected");
      if (reply instanceof Error) throw reply;
      return reply;
    },
    waitMs: (attempt) => {
      waits.push(attempt);
      return 0;
    },
  });
  const header = (at: number, name: string) => new Headers(sent[at]?.init.headers).get(name);
  return { client, sent, header, waits };
};

const draft = { name: "Ana" };

describe("a write", () => {
  it("is tried again with the same key when the API is out of reach or busy", async () => {
    const busy = json({}, 503);
    const { client, sent, header } = clientOf(new Error("reset"), busy, json({ id: "1" }, 201));
    expect(await client.partners.add(draft)).toEqual({ id: "1" });
    expect(sent).toHaveLength(3);
    expect(header(0, "idempotency-key")).toMatch(/^[0-9a-f-]{36}$/);
    expect(header(2, "idempotency-key")).toBe(header(0, "idempotency-key"));
    expect(sent[2]?.init.body).toBe(JSON.stringify(draft));
  });

  it("has another key each time it is made", async () => {
    const { client, header } = clientOf(json({}, 201), json({}, 201));
    await client.partners.add(draft);
    await client.partners.add(draft);
    expect(header(1, "idempotency-key")).not.toBe(header(0, "idempotency-key"));
  });

  it("gives up after four attempts", async () => {
    const { client, sent } = clientOf(...Array.from({ length: 9 }, () => new Error("down")));
    await expect(client.partners.add(draft)).rejects.toBeInstanceOf(Unreachable);
    expect(sent).toHaveLength(4);
  });

  it("waits as long as the API says, and no more than ten seconds", async () => {
    const slow = json({}, 429, { "retry-after": "0.01" });
    const { client, waits } = clientOf(slow, json({}, 201));
    await client.partners.add(draft);
    expect(waits).toEqual([]);
  });

  it("that is refused is not tried again, and throws what the API said", async () => {
    const problem = {
      type: "/problems/ask-not-covered",
      status: 409,
      title: "",
      detail: "Give first.",
    };
    const { client, sent } = clientOf(
      json(problem, 409, { "content-type": "application/problem+json" }),
    );
    const refused = await client.asks
      .open({ partnerId: "p", what: "x", cost: 1 })
      .catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(ProblemError);
    expect(refused).toMatchObject({ message: "Give first.", problem });
    expect(sent).toHaveLength(1);
  });

  it("names the version that it changes", async () => {
    const { client, header, sent } = clientOf(json({}));
    await client.partners.change({ id: "p" as never, version: 7 }, { notes: "" });
    expect(header(0, "if-match")).toBe('"7"');
    expect(sent[0]?.init.method).toBe("PATCH");
    const mine = clientOf(json({}));
    await mine.client.strategy.change({ version: 0 }, { vision: "Harbours" });
    expect([mine.header(0, "if-match"), mine.sent[0]?.url]).toEqual([
      '"0"',
      "http://comity.example/v1/strategy",
    ]);
  });

  it("of a card of today names the card, and answers nothing when it is back", async () => {
    const gone = new Response(null, { status: 204 });
    const { client, sent } = clientOf(json({}), gone);
    await client.today.snooze("move:give:1", { until: "2026-11-27", reason: "later" });
    expect(await client.today.unsnooze("move:give:1")).toBeFalsy();
    expect(sent.map(({ url, init }) => [init.method, url])).toEqual([
      ["PUT", "http://comity.example/v1/today/snoozes/move:give:1"],
      ["DELETE", "http://comity.example/v1/today/snoozes/move:give:1"],
    ]);
  });
});

describe("a read", () => {
  it("spells its query out, and leaves out what is not said", async () => {
    const { client, sent } = clientOf(json({ data: [], nextCursor: null }));
    await client.partners.list({ search: "Zoë & co", limit: 5 });
    expect(sent[0]?.url).toBe("http://comity.example/v1/partners?search=Zo%C3%AB+%26+co&limit=5");
  });

  it("walks all pages", async () => {
    const { client, sent } = clientOf(
      json({ data: [1, 2], nextCursor: "c" }),
      json({ data: [3], nextCursor: null }),
    );
    const seen: Array<unknown> = [];
    for await (const partner of client.partners.all({ search: "an" })) seen.push(partner);
    expect(seen).toEqual([1, 2, 3]);
    expect(sent[1]?.url).toContain("cursor=c");
    expect(sent[1]?.url).toContain("search=an");
  });

  it("does not take the page of a hotel network for an answer", async () => {
    const page = new Response("<html>Welcome</html>", { headers: { "content-type": "text/html" } });
    const { client } = clientOf(page);
    await expect(client.workspace.read()).rejects.toBeInstanceOf(Unreachable);
  });

  it("that is called off is not tried again", async () => {
    const { client, sent } = clientOf(new DOMException("off", "AbortError"), json({}));
    await expect(client.partners.byId("p")).rejects.toMatchObject({ name: "AbortError" });
    expect(sent).toHaveLength(1);
  });
});

describe("a file", () => {
  it("goes as it is", async () => {
    const { client, sent, header } = clientOf(json({}, 201));
    await client.imports.commit("First Name\nAna");
    expect([header(0, "content-type"), sent[0]?.init.body]).toEqual([
      "text/csv",
      "First Name\nAna",
    ]);
  });
});

describe("what a caller hands over", () => {
  it("is plain text and numbers", () => {
    expectTypeOf<{ name: string; knownSince: string }>().toExtend<Plain<PartnerDraft>>();
    expectTypeOf<{ from: "me"; to: string; benefit: "M"; cost: number }>().toExtend<
      Plain<TransferDraft>
    >();
    expectTypeOf<{ partnerId: string; what: string; cost: "HUGE" }>().not.toExtend<
      Plain<AskDraft>
    >();
  });
});
