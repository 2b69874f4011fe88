/** What the API does about contacts, answers about yourself, and Today: part of the suite of `http.test.ts`. */
import type { Change } from "@comity/domain/change/schema";
import type { Contact } from "@comity/domain/contact/schema";
import type { Ask, OpeningCard, RelationshipReading } from "@comity/domain/equity/schema";
import type { Partner } from "@comity/domain/partner/schema";
import type { Strategy } from "@comity/domain/strategy/schema";
import type { Snooze, Today } from "@comity/domain/today/schema";
import { describe, expect, it } from "vitest";
import type { Api } from "./relationships.ts";

const dayMs = 86_400_000;
const daysAgo = (days: number): string => new Date(Date.now() - days * dayMs).toISOString();
const dayIn = (days: number): string => daysAgo(-days).slice(0, 10);
const unknownId = "01a21205-59cf-7000-91df-93b099ef52a4";

interface Page<A> {
  readonly data: ReadonlyArray<A>;
  readonly nextCursor: string | null;
}

const aboutContacts = ({ send, newPartner, expectProblem }: Api) => {
  const list = async (partnerId: string, query = "") =>
    (await send<Page<Contact>>("GET", `/v1/partners/${partnerId}/contacts${query}`)).body;

  it("are written down, listed newest first, and said again without harm", async () => {
    const { id: partnerId } = await newPartner();
    const draft = { partnerId, at: daysAgo(3), means: "wrote", note: "Sent her the dates" };
    const made = await send<Contact>("POST", "/v1/contacts", draft);
    expect([made.status, made.body.by, made.body.at]).toEqual([201, "me", draft.at]);
    const same = { ...draft, id: made.body.id };
    expect((await send<Contact>("POST", "/v1/contacts", same)).body).toEqual(made.body);
    const other = await send("POST", "/v1/contacts", { ...same, note: "Something else" });
    expectProblem(other, 409, "conflict");
    expect((other.body as { field?: string }).field).toBe("note");
    const talk = await send<Contact>("POST", "/v1/contacts", { partnerId, means: "called" });
    expect(talk.body.by).toBe("both");
    const first = await list(partnerId, "?limit=1");
    expect(first.data).toEqual([talk.body]);
    expect((await list(partnerId, `?limit=1&cursor=${first.nextCursor}`)).data).toEqual([
      made.body,
    ]);
  });

  it("start the rhythm anew, until they are removed; recorded again they are back", async () => {
    const { id: partnerId } = await newPartner();
    const gift = { from: "me", to: partnerId, benefit: 9, cost: 3, at: daysAgo(70) };
    await send("POST", "/v1/entries", gift);
    const rhythm = async () =>
      (await send<RelationshipReading>("GET", `/v1/partners/${partnerId}/relationship`)).body
        .rhythm;
    expect((await rhythm()).state).toBe("late");
    const { body } = await send<Contact>("POST", "/v1/contacts", { partnerId, means: "met" });
    expect(await rhythm()).toMatchObject({ state: "ok", contacts: 2, lastContactAt: body.at });
    const path = `/v1/contacts/${body.id}`;
    const dry = await send("DELETE", `${path}?dryRun=true`);
    expect([dry.status, (await rhythm()).state]).toEqual([204, "ok"]);
    for (const _ of [1, 2]) expect((await send("DELETE", path)).status).toBe(204);
    expect((await rhythm()).state).toBe("late");
    const again = { id: body.id, partnerId, means: "met", at: body.at };
    expect((await send<Contact>("POST", "/v1/contacts", again)).body).toMatchObject({
      id: body.id,
      at: body.at,
    });
    expect((await rhythm()).state).toBe("ok");
    await send("PATCH", `/v1/partners/${partnerId}`, { circle: 5 }, { "if-match": "*" });
    expect((await rhythm()).cadenceDays).toBe(7);
  });

  it("of nobody, or of a day to come, are refused", async () => {
    const { id: partnerId } = await newPartner();
    expectProblem(await send("POST", "/v1/contacts", { partnerId: unknownId }), 404, "not-found");
    expectProblem(await send("GET", `/v1/partners/${unknownId}/contacts`), 404, "not-found");
    const future = await send("POST", "/v1/contacts", { partnerId, at: daysAgo(-1) });
    expectProblem(future, 422, "invalid");
    expectProblem(await send("POST", "/v1/contacts", { partnerId, gift: 1 }), 422, "invalid");
    expectProblem(await send("DELETE", "/v1/contacts/1"), 422, "invalid");
    expectProblem(
      await send("GET", `/v1/partners/${partnerId}/contacts?cursor=x`),
      400,
      "invalid-cursor",
    );
  });

  it("stand in the log without their note", async () => {
    const { id: partnerId } = await newPartner();
    const note = "Xylophone lessons";
    const { body } = await send<Contact>("POST", "/v1/contacts", { partnerId, note });
    await send("DELETE", `/v1/contacts/${body.id}`);
    const lines: Array<Change> = [];
    for (let after = 0; ;) {
      const page = await send<Page<Change>>("GET", `/v1/changes?after=${after}&limit=100`);
      lines.push(...page.body.data.filter(({ subject }) => subject === body.id));
      if (page.body.nextCursor === null) break;
      after = Number(page.body.nextCursor);
    }
    expect(lines.map(({ kind }) => kind)).toEqual(["contact.recorded", "contact.removed"]);
    expect(JSON.stringify(lines)).not.toContain("Xylophone");
    expect(lines[0]?.body).toMatchObject({ partnerId, by: "both", means: "other" });
  });
};

const aboutArchives = ({ send }: Api) => {
  it("let a partner rest: no card of the opening deck, and none of today", async () => {
    const draft = { name: "Resting", knownSince: "1901-01-01", circle: 5 };
    const { id } = (await send<Partner>("POST", "/v1/partners", draft)).body;
    const isInDeck = async () => {
      const { body } = await send<Page<OpeningCard>>("GET", "/v1/openings?limit=1");
      return body.data[0]?.partnerId === id;
    };
    const isSilent = async () => {
      const { body } = await send<Today>("GET", "/v1/today?limit=50");
      return body.cards.some((card) => card.kind === "silence" && card.partner.id === id);
    };
    await send("POST", "/v1/contacts", { partnerId: id, at: daysAgo(900), by: "them" });
    expect([await isInDeck(), await isSilent()]).toEqual([true, true]);
    await send("POST", `/v1/partners/${id}/archive`);
    expect([await isInDeck(), await isSilent()]).toEqual([false, false]);
    await send("POST", `/v1/partners/${id}/restore`);
    expect([await isInDeck(), await isSilent()]).toEqual([true, true]);
    await send("POST", `/v1/partners/${id}/archive`);
  });
};

const aboutStrategy = ({ send, expectProblem }: Api) => {
  it("are read and changed one by one, at the version that was read", async () => {
    const path = "/v1/strategy";
    const read = await send<Strategy>("GET", path);
    const before = read.headers.get("etag") ?? "";
    expect(before).toBe(`"${read.body.version}"`);
    const vision = "Harbours that talk to each other 🌱";
    expectProblem(await send("PATCH", path, { vision }), 428, "precondition-required");
    const tag = { "if-match": before };
    const changed = await send<Strategy>("PATCH", path, { vision }, tag);
    expect([changed.status, changed.body.answers.vision]).toEqual([200, vision]);
    expect([changed.body.answered, changed.body.version]).toEqual([1, read.body.version + 1]);
    const stale = await send("PATCH", path, { vision: "Other" }, tag);
    expectProblem(stale, 412, "stale-version");
    expect(stale.body).toMatchObject({
      etag: changed.headers.get("etag"),
      waysOut: [{ method: "GET", path }],
    });
    expect((await send<Strategy>("GET", path)).body).toEqual(changed.body);
    const wrong = await send("PATCH", path, { partner: "Ana" }, { "if-match": "*" });
    expectProblem(wrong, 422, "invalid");
    const cleared = await send<Strategy>("PATCH", path, { vision: "" }, { "if-match": "*" });
    expect(cleared.body.answered).toBe(0);
  });
};

const aboutToday = ({ send, newPartner, expectProblem }: Api) => {
  const today = async (query = "?budget=1000&limit=50") =>
    (await send<Today>("GET", `/v1/today${query}`)).body;
  const keys = async () => (await today()).cards.map(({ key }) => key as string);

  /** Someone near who was in touch long ago: whatever else there is, this comes first. */
  const waiting = async (name: string) => {
    const { id } = await newPartner(name);
    await send("POST", "/v1/contacts", { partnerId: id, at: daysAgo(800), by: "them" });
    await send("PATCH", `/v1/partners/${id}`, { circle: 5 }, { "if-match": "*" });
    return id;
  };
  const silenceOf = async (id: string) =>
    (await today()).cards.find((card) => card.kind === "silence" && card.partner.id === id);

  it("has the most worth doing first, within limit", async () => {
    const id = await waiting("Waiting");
    expect((await today()).partners).toBeGreaterThan(0);
    expect(await silenceOf(id)).toMatchObject({
      whose: "mine",
      days: 800,
      cadenceDays: 7,
      state: "hiding",
    });
    expect((await today("?limit=1")).cards).toHaveLength(1);
    for (const query of ["?limit=0", "?limit=51", "?budget=0", "?colour=red"]) {
      expectProblem(await send("GET", `/v1/today${query}`), 422, "invalid");
    }
  });

  it("introduces two who serve each other's goals", async () => {
    const goal = (what: string) => ({ what, said: "Over coffee", saidOn: null });
    const add = async (draft: object) =>
      (await send<{ id: string }>("POST", "/v1/partners", draft)).body.id;
    const one = await add({
      name: "Falconer",
      goals: [goal("Someone who repairs astrolabes")],
      offers: ["Falconry lessons"],
    });
    const other = await add({
      name: "Repairer",
      goals: [goal("Learn falconry")],
      offers: ["Astrolabe repair"],
    });
    const key = `introduction:${[one, other].toSorted().join(":")}`;
    const card = (await today()).cards.find((found) => found.key === key);
    expect(card).toMatchObject({ kind: "introduction", forOne: { offer: "Astrolabe repair" } });
    await send("PUT", `/v1/partners/${one}/acquaintances/works-with/${other}`);
    expect(await keys()).not.toContain(key);
  });

  it("puts a card off until its day, and brings it back", async () => {
    const id = await waiting("Later");
    const key = (await silenceOf(id))?.key ?? "";
    const path = `/v1/today/snoozes/${key}`;
    const said = { until: dayIn(3), reason: "later" };
    const put = await send<Snooze>("PUT", path, said);
    expect([put.status, put.body]).toEqual([200, { ...said, card: key }]);
    const after = await today();
    expect(after.cards.map((card) => card.key)).not.toContain(key);
    expect(after.snoozed).toBeGreaterThan(0);
    for (const _ of [1, 2]) expect((await send("DELETE", path)).status).toBe(204);
    expect(await keys()).toContain(key);
    const encoded = `/v1/today/snoozes/${encodeURIComponent(key)}`;
    expect((await send("PUT", encoded, { ...said, reason: "done" })).status).toBe(200);
    expect(await keys()).not.toContain(key);
    await send("DELETE", encoded);
    for (const until of [dayIn(-1), dayIn(400), "tomorrow"]) {
      expectProblem(await send("PUT", path, { until, reason: "later" }), 422, "invalid");
    }
    expectProblem(await send("PUT", "/v1/today/snoozes/What", said), 422, "invalid");
  });

  it("has nothing to say of an ask that was opened just now", async () => {
    const { id } = await newPartner("Asked");
    const gift = { from: "me", to: id, benefit: 81, cost: 9, evidence: "observed" };
    await send("POST", "/v1/entries", gift);
    const ask = { partnerId: id, what: "A word", cost: 1 };
    const { body } = await send<Ask>("POST", "/v1/asks", ask);
    expect(await keys()).not.toContain(`open-ask:${body.id}`);
  });
};

export const aboutEveryday = (api: Api) => {
  describe("contacts", () => void aboutContacts(api));
  describe("archives", () => void aboutArchives(api));
  describe("answers about yourself", () => void aboutStrategy(api));
  describe("today", () => void aboutToday(api));
};
