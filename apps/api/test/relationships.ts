/** What the API does about relationships beside gifts and asks: part of the suite of `http.test.ts`. */
import type {
  Ask,
  Breach,
  ConfirmationLink,
  ConfirmationPage,
  Coverage,
  Entry,
  Kind,
  MoveList,
  Opening,
  OpeningCard,
  OpeningProgress,
  PolicyReading,
  Projection,
  RelationshipReading,
  Statement,
  Transfer,
} from "@comity/domain/equity/schema";
import type { MessageVerdict } from "@comity/domain/outreach/schema";
import type { Partner } from "@comity/domain/partner/schema";
import { describe, expect, it } from "vitest";

export interface Sent<A> {
  readonly status: number;
  readonly headers: Headers;
  readonly body: A;
}

export interface Api {
  readonly send: <A = unknown>(
    method: string,
    path: string,
    body?: unknown,
    headers?: Record<string, string>,
  ) => Promise<Sent<A>>;
  readonly newPartner: (name?: string) => Promise<Partner>;
  readonly expectProblem: (sent: Sent<unknown>, status: number, type: string) => void;
}

const dayMs = 86_400_000;
const daysAgo = (days: number): string => new Date(Date.now() - days * dayMs).toISOString();
const unknownId = "01a21205-59cf-7000-91df-93b099ef52a4";

const aboutFacts = ({ send, newPartner, expectProblem }: Api) => {
  it("takes the sizes of a gift from the catalogue, unless they are said", async () => {
    const { id } = await newPartner();
    const gift = { from: "me", to: id, kindId: "introduction" };
    const usual = await send<Transfer>("POST", "/v1/entries", gift);
    expect([usual.status, usual.body.cost, usual.body.benefit]).toEqual([201, 3, 27]);
    const own = await send<Transfer>("POST", "/v1/entries", { ...gift, benefit: "M" });
    expect([own.body.cost, own.body.benefit, own.body.kindId]).toEqual([3, 9, "introduction"]);
    const unsized = await send("POST", "/v1/entries", { from: "me", to: id });
    expectProblem(unsized, 422, "invalid");
    const unknown = await send("POST", "/v1/entries", { ...gift, kindId: "no-such-kind" });
    expectProblem(unknown, 422, "invalid");
  });

  it("records a wrong, which weighs five times, and takes it back", async () => {
    const { id } = await newPartner();
    await send("POST", "/v1/entries", { from: "me", to: id, benefit: 27, cost: 9 });
    const breach = await send<Breach>("POST", "/v1/breaches", {
      from: "me",
      to: id,
      kindId: "silence",
    });
    expect([breach.status, breach.body.size, breach.body.posting]).toEqual([
      201,
      3,
      { mine: -15, theirs: 0 },
    ]);
    const after = await send<Statement>("GET", `/v1/partners/${id}/statement`);
    expect(after.body.equity).toBeCloseTo(12, 3);
    // One promise broken and none kept.
    expect(after.body.trust).toBeCloseTo(1 / 3, 3);
    await send("POST", `/v1/entries/${breach.body.id}/reverse`, {});
    const restored = await send<Statement>("GET", `/v1/partners/${id}/statement`);
    expect([restored.body.equity, restored.body.trust]).toEqual([
      expect.closeTo(27, 3),
      expect.closeTo(0.5, 6),
    ]);
  });

  it("puts a guess right when the receiver says what it meant", async () => {
    const { id } = await newPartner();
    const gift = { from: "me", to: id, benefit: 27, cost: 3, at: daysAgo(30) };
    const guess = await send<Transfer>("POST", "/v1/entries", gift);
    const path = `/v1/entries/${guess.body.id}/confirm`;
    const said = await send<Transfer>("POST", path, { benefit: "M" });
    expect([said.status, said.body.evidence, said.body.corrects]).toEqual([
      201,
      "stated",
      guess.body.id,
    ]);
    expect([said.body.at, said.body.benefit]).toEqual([guess.body.at, 9]);
    expect((await send<Transfer>("POST", path, { benefit: 9 })).body).toEqual(said.body);
    expectProblem(await send("POST", path, { benefit: "L" }), 409, "not-confirmable");
    const { body } = await send<{ data: ReadonlyArray<Entry> }>(
      "GET",
      `/v1/partners/${id}/entries`,
    );
    expect(body.data.map(({ kind }) => kind).toSorted()).toEqual([
      "reversal",
      "transfer",
      "transfer",
    ]);
  });
};

const aboutSlips = ({ send, newPartner, expectProblem }: Api) => {
  const asked = async (cost: number) => {
    const { id } = await newPartner();
    // Observed, because other tests teach this workspace how far guesses count.
    const gift = { from: "me", to: id, benefit: 9, cost: 3, evidence: "observed" };
    for (const _ of [1, 2]) await send("POST", "/v1/entries", gift);
    const ask = { partnerId: id, what: "A look at my draft", cost };
    return { id, ask: (await send<Ask>("POST", "/v1/asks", ask)).body };
  };

  it("a no that was none opens the ask again, while it still is earned", async () => {
    const { id, ask } = await asked(9);
    await send("POST", `/v1/asks/${ask.id}/decline`);
    const path = `/v1/asks/${ask.id}/reopen`;
    const open = await send<Ask>("POST", path);
    expect([open.status, open.body.state, open.body.closedAt]).toEqual([200, "open", null]);
    expect((await send<Ask>("POST", path)).body).toEqual(open.body);
    await send("POST", `/v1/asks/${ask.id}/withdraw`);
    const other = { partnerId: id, what: "Something else", cost: 9 };
    expect((await send("POST", "/v1/asks", other)).status).toBe(201);
    expectProblem(await send("POST", path), 409, "ask-not-covered");
    expect((await send<Ask>("GET", `/v1/asks/${ask.id}`)).body.state).toBe("withdrawn");
  });

  it("a yes that was none is taken back with its entry, and its ask waits again", async () => {
    const { id, ask } = await asked(3);
    const granted = await send<Ask>("POST", `/v1/asks/${ask.id}/grant`, {});
    expectProblem(await send("POST", `/v1/asks/${ask.id}/reopen`), 409, "conflict");
    await send("POST", `/v1/entries/${granted.body.entryId}/reverse`, {});
    const open = (await send<Ask>("GET", `/v1/asks/${ask.id}`)).body;
    expect([open.state, open.entryId]).toEqual(["open", null]);
    const { body } = await send<Statement>("GET", `/v1/partners/${id}/statement`);
    expect([body.reserved, body.equity]).toEqual([6, expect.closeTo(18, 3)]);
    const declined = await send<Ask>("POST", `/v1/asks/${ask.id}/decline`);
    expect(declined.body.state).toBe("declined");
  });
};

const aboutLinks = ({ send, newPartner, expectProblem }: Api) => {
  const linked = async () => {
    const { id } = await newPartner("Cleo Private");
    const gift = { from: "me", to: id, benefit: 9, cost: 3, note: "Not for her eyes" };
    const entry = (await send<Transfer>("POST", "/v1/entries", gift)).body;
    const link = await send<ConfirmationLink>("POST", `/v1/entries/${entry.id}/confirmation-link`, {
      what: "Introduced you to someone",
    });
    return { id, entry, link };
  };

  it("show one line, are answered once, and then show nothing", async () => {
    const { id, entry, link } = await linked();
    expect([link.status, link.body.path]).toEqual([201, `/c/${link.body.token}`]);
    const path = `/v1/confirmations/${link.body.token}`;
    const shown = await send<ConfirmationPage>("GET", path);
    expect(shown.body).toEqual({ what: "Introduced you to someone", state: "open" });
    const answered = await send<ConfirmationPage>("POST", path, { benefit: "L" });
    expect(answered.body).toEqual({ what: null, state: "answered" });
    expectProblem(await send("POST", path, { benefit: "XS" }), 409, "link-closed");
    expect((await send("GET", path)).body).toEqual({ what: null, state: "answered" });
    const { body } = await send<{ data: ReadonlyArray<Entry> }>(
      "GET",
      `/v1/partners/${id}/entries`,
    );
    const stated = body.data.find((one) => one.kind === "transfer" && one.corrects === entry.id);
    expect(stated).toMatchObject({ benefit: 27, evidence: "stated" });
    expectProblem(
      await send("POST", `/v1/entries/${entry.id}/confirmation-link`, { what: "Again" }),
      409,
      "not-confirmable",
    );
  });

  it("are replaced by newer ones, and lead nowhere when they are not whole", async () => {
    const { entry, link } = await linked();
    const newer = await send<ConfirmationLink>(
      "POST",
      `/v1/entries/${entry.id}/confirmation-link`,
      { what: "An introduction" },
    );
    expect(newer.status).toBe(201);
    expectProblem(await send("GET", `/v1/confirmations/${link.body.token}`), 404, "not-found");
    expectProblem(
      await send("GET", `/v1/confirmations/${link.body.token.slice(1)}`),
      422,
      "invalid",
    );
    await send("POST", `/v1/entries/${entry.id}/reverse`, {});
    const path = `/v1/confirmations/${newer.body.token}`;
    expect((await send("GET", path)).body).toEqual({ what: null, state: "expired" });
    expectProblem(await send("POST", path, { benefit: "XS" }), 409, "link-closed");
  });
};

const aboutPlans = ({ send, newPartner, expectProblem }: Api) => {
  it("tell from when until when a gift would earn an ask", async () => {
    const { id } = await newPartner();
    for (const _ of [1, 2]) {
      await send("POST", "/v1/entries", { from: "me", to: id, benefit: 3, cost: 1 });
    }
    const question = { partnerId: id, cost: 9 };
    const without = await send<Projection>("POST", "/v1/asks/project", question);
    expect([without.status, without.body.earnedFrom, without.body.giveNow]).toEqual([
      200,
      null,
      null,
    ]);
    const given = await send<Projection>("POST", "/v1/asks/project", { ...question, gift: "L" });
    expect(given.body.coverage.verdict).toBe("earned");
    expect(Date.parse(given.body.earnedUntil ?? "")).toBeGreaterThan(Date.now() + 30 * dayMs);
    const on = new Date(Date.now() + 100 * dayMs).toISOString();
    const planned = await send<Projection>("POST", "/v1/asks/project", { ...question, on });
    const giveNow = planned.body.giveNow ?? 0;
    expect(giveNow).toBeGreaterThan(12);
    const kept = await send<Projection>("POST", "/v1/asks/project", { ...question, gift: giveNow });
    const untilDays = (Date.parse(kept.body.earnedUntil ?? "") - Date.now()) / dayMs;
    expect(untilDays).toBeGreaterThan(99.9);
    expect(untilDays).toBeLessThan(100.2);
    const past = await send("POST", "/v1/asks/project", { ...question, on: daysAgo(3) });
    expectProblem(past, 422, "invalid");
  });

  it("read what a message asks for, and keep nothing of it", async () => {
    const { id } = await newPartner();
    const text = "Hi Ana, I loved your talk. Could you introduce me to your editor?";
    const before = await send<{ data: ReadonlyArray<unknown> }>("GET", "/v1/changes?limit=1");
    const verdict = await send<MessageVerdict>("POST", "/v1/messages/check", {
      partnerId: id,
      text,
    });
    expect([verdict.status, verdict.body.language, verdict.body.cost]).toEqual([200, "en", 9]);
    expect(verdict.body.asks.map(({ start, end }) => text.slice(start, end))).toEqual([
      "Could you introduce me to your editor?",
    ]);
    expect(verdict.body.coverage?.verdict).toBe("not-yet");
    expect(verdict.body.coverage?.gifts).toHaveLength(3);
    const kind = await send<MessageVerdict>("POST", "/v1/messages/check", {
      partnerId: id,
      text: "I loved your talk, and told a friend about it.",
    });
    expect(kind.body).toMatchObject({ asks: [], cost: 0, coverage: null });
    expect((await send("GET", "/v1/changes?limit=1")).body).toEqual(before.body);
    expectProblem(
      await send("POST", "/v1/messages/check", { partnerId: unknownId, text }),
      404,
      "not-found",
    );
  });

  it("name what is worth doing now, within a budget", async () => {
    const { id } = await newPartner("Newcomer");
    const { status, body } = await send<MoveList>("GET", "/v1/moves?budget=36&limit=100");
    expect(status).toBe(200);
    expect(body.moves.reduce((sum, { cost }) => sum + cost, 0)).toBeLessThanOrEqual(36);
    expect(body.moves.some(({ kind }) => kind === "first-gift")).toBe(true);
    const gone = await send("GET", `/v1/partners/${id}`);
    expect(gone.status).toBe(200);
    expectProblem(await send("GET", "/v1/moves?budget=0"), 422, "invalid");
  });

  it("show both directions, rhythm, trust and tenure of a relationship", async () => {
    const { id } = await newPartner();
    const path = `/v1/partners/${id}/relationship`;
    const empty = (await send<RelationshipReading>("GET", path)).body;
    expect([empty.reciprocity.index, empty.rhythm.state, empty.tenure.since]).toEqual([
      0,
      null,
      null,
    ]);
    await send("POST", "/v1/entries", { from: "me", to: id, benefit: 9, cost: 3, at: daysAgo(70) });
    await send("POST", "/v1/entries", { from: id, to: "me", benefit: 9, cost: 3, at: daysAgo(70) });
    const { body } = await send<RelationshipReading>("GET", path);
    expect(body.reciprocity.index).toBeCloseTo(0, 6);
    expect([body.rhythm.state, body.tenure.days, body.cameBack.share]).toEqual([
      "late",
      expect.closeTo(70, 2),
      expect.closeTo(1, 6),
    ]);
    expectProblem(await send("GET", `/v1/partners/${unknownId}/relationship`), 404, "not-found");
  });
};

const aboutOpenings = ({ send, newPartner, expectProblem }: Api) => {
  const progress = async () => (await send<OpeningProgress>("GET", "/v1/openings/progress")).body;

  const cards = async (): Promise<ReadonlyArray<string>> => {
    const found: Array<string> = [];
    let cursor: string | null = null;
    do {
      const query: string = cursor === null ? "" : `&cursor=${encodeURIComponent(cursor)}`;
      const { body } = await send<{ data: Array<OpeningCard>; nextCursor: string | null }>(
        "GET",
        `/v1/openings?limit=100${query}`,
      );
      found.push(...body.data.map(({ partnerId }) => partnerId));
      cursor = body.nextCursor;
    } while (cursor !== null);
    return found;
  };

  it("turn memory into one entry, which leaves the deck and comes back with it", async () => {
    const { id } = await newPartner("Old Friend");
    const before = await progress();
    expect(await cards()).toContain(id);
    const draft = { partnerId: id, closeness: "close", given: "M", received: "S" };
    const opened = await send<Opening>("POST", "/v1/openings", draft);
    expect([opened.status, opened.body.posting]).toEqual([201, { mine: 18, theirs: 12 }]);
    expect(await cards()).not.toContain(id);
    expect(await progress()).toEqual({
      ...before,
      left: before.left - 1,
      answered: before.answered + 1,
    });
    const check = { partnerId: id, cost: 9 };
    expect((await send<Coverage>("POST", "/v1/asks/check", check)).body.verdict).toBe("earned");
    expectProblem(await send("POST", "/v1/openings", draft), 422, "invalid");
    await send("POST", `/v1/entries/${opened.body.id}/reverse`, {});
    expect(await cards()).toContain(id);
    expect(await progress()).toEqual(before);
  });

  it("pass over whom one does not want to be asked about", async () => {
    const { id } = await newPartner("Passed Over");
    const before = await progress();
    const skipped = await send<OpeningProgress>("POST", "/v1/openings/skip", { partnerId: id });
    expect(skipped.body).toEqual({
      ...before,
      left: before.left - 1,
      skipped: before.skipped + 1,
    });
    expect(await cards()).not.toContain(id);
    expect((await send("POST", "/v1/openings/skip", { partnerId: id })).body).toEqual(skipped.body);
    expect((await send("POST", "/v1/openings/unskip", { partnerId: id })).body).toEqual(before);
    expectProblem(
      await send("POST", "/v1/openings/skip", { partnerId: unknownId }),
      404,
      "not-found",
    );
  });
};

const aboutPolicies = ({ send, newPartner, expectProblem }: Api) => {
  it("are chosen for one relationship, which folds its fading anew", async () => {
    const { id } = await newPartner();
    const gift = { from: "me", to: id, benefit: 27, cost: 9, at: daysAgo(365) };
    await send("POST", "/v1/entries", gift);
    const equity = async () =>
      (await send<Statement>("GET", `/v1/partners/${id}/statement`)).body.equity;
    const before = await equity();
    const path = `/v1/partners/${id}/policy`;
    const read = await send<PolicyReading>("GET", path);
    expect([read.headers.get("etag"), read.body.isOwn]).toEqual(['"0"', false]);
    expectProblem(await send("PUT", path, { preset: "close" }), 428, "precondition-required");
    const tag = { "if-match": '"0"' };
    const close = await send<PolicyReading>("PUT", path, { preset: "close" }, tag);
    expect([close.status, close.body.isOwn, close.body.chosen.halfLifeDays]).toEqual([
      200,
      true,
      1557,
    ]);
    expect(await equity()).toBeGreaterThan(before * 1.3);
    expectProblem(await send("PUT", path, { preset: "one-off" }, tag), 412, "stale-version");
    const etag = close.headers.get("etag") ?? "";
    const cleared = await send<PolicyReading>("DELETE", path, undefined, { "if-match": etag });
    expect([cleared.status, cleared.body.isOwn]).toEqual([200, false]);
    expect(await equity()).toBeCloseTo(before, 4);
    const wrong = await send(
      "PUT",
      path,
      { preset: "close", interestRatio: 2 },
      { "if-match": "*" },
    );
    expectProblem(wrong, 422, "invalid");
  });

  it("are chosen for the workspace, and chosen back", async () => {
    const read = await send<PolicyReading>("GET", "/v1/policy");
    const tag = { "if-match": read.headers.get("etag") ?? "" };
    const chosen = await send<PolicyReading>("PUT", "/v1/policy", { preset: "cautious" }, tag);
    expect([chosen.status, chosen.body.effective.halfLifeDays]).toEqual([200, 110]);
    expect(chosen.body.policyVersion).toBeGreaterThan(read.body.policyVersion);
    const again = { "if-match": chosen.headers.get("etag") ?? "" };
    const back = await send<PolicyReading>("PUT", "/v1/policy", { preset: "partner" }, again);
    expect(back.body.chosen).toEqual(read.body.chosen);
  });
};

const aboutCatalogue = ({ send, newPartner, expectProblem }: Api) => {
  it("takes kinds of one's own, changes them, and lets them go", async () => {
    const draft = { use: "deposit", what: "Translated a page for them", cost: "M", benefit: "L" };
    const added = await send<Kind>("POST", "/v1/catalogue", draft);
    expect([added.status, added.headers.get("etag")]).toEqual([201, '"1"']);
    expect(added.body).toMatchObject({ cost: 9, benefit: 27, received: draft.what, isOwn: true });
    const path = `/v1/catalogue/${added.body.id}`;
    const changed = await send<Kind>("PATCH", path, { benefit: 81 }, { "if-match": '"1"' });
    expect([changed.body.benefit, changed.body.version]).toEqual([81, 2]);
    expectProblem(
      await send("PATCH", path, { benefit: 1 }, { "if-match": '"1"' }),
      412,
      "stale-version",
    );
    const { id } = await newPartner();
    const gift = { from: "me", to: id, kindId: added.body.id };
    expect((await send<Transfer>("POST", "/v1/entries", gift)).body.benefit).toBe(81);
    const listed = await send<{ data: ReadonlyArray<Kind> }>("GET", "/v1/catalogue");
    expect(listed.body.data.at(-1)).toEqual(changed.body);
    const removed = await send("DELETE", path, undefined, { "if-match": '"2"' });
    expect([removed.status, removed.body]).toEqual([204, null]);
    expectProblem(await send("GET", path), 404, "not-found");
  });

  it("lets standard kinds be changed, and gives them back as they were", async () => {
    const path = "/v1/catalogue/word";
    const usual = (await send<Kind>("GET", path)).body;
    expect([usual.version, usual.isOwn]).toEqual([0, false]);
    const changed = await send<Kind>("PATCH", path, { cost: 3 }, { "if-match": '"0"' });
    expect([changed.body.cost, changed.body.isOwn]).toEqual([3, true]);
    await send("DELETE", path, undefined, { "if-match": "*" });
    // No version comes twice: whoever still holds an earlier one has not seen what was between.
    expect((await send<Kind>("GET", path)).body).toEqual({ ...usual, version: 2 });
    expectProblem(
      await send("PATCH", path, { cost: 9 }, { "if-match": '"0"' }),
      412,
      "stale-version",
    );
  });
};

export const aboutRelationships = (api: Api) => {
  describe("facts of all kinds", () => void aboutFacts(api));
  describe("slips", () => void aboutSlips(api));
  describe("private links", () => void aboutLinks(api));
  describe("plans", () => void aboutPlans(api));
  describe("opening balances", () => void aboutOpenings(api));
  describe("policies", () => void aboutPolicies(api));
  describe("the catalogue", () => void aboutCatalogue(api));
};
