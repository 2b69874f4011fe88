/** What the API does about everyone you know: part of the suite of `http.test.ts`. */
import type { Entry, Statement, Transfer } from "@comity/domain/equity/schema";
import type {
  Acquaintance,
  BulkResult,
  CircleCount,
  DuplicateCandidate,
  DuplicatePair,
  Merge,
  MergePreview,
  Partner,
  TagCount,
} from "@comity/domain/partner/schema";
import { describe, expect, it } from "vitest";
import type { Api } from "./relationships.ts";

const unknownId = "01a21205-59cf-7000-91df-93b099ef52a4";

interface List<A> {
  readonly data: ReadonlyArray<A>;
  readonly nextCursor?: string | null;
}

interface Refusal {
  readonly detail: string;
  readonly errors?: ReadonlyArray<{ readonly pointer: string }>;
  readonly waysOut?: ReadonlyArray<{ readonly method: string; readonly path: string }>;
}

/** A word that no other test has written down. */
let words = 0;
const newWord = (): string =>
  `qu${String.fromCharCode(97 + (words % 26))}x${(words++).toString(36)}zo`;

const written =
  ({ send }: Api) =>
  async (draft: object) =>
    (await send<Partner>("POST", "/v1/partners", draft)).body;

const aboutLists = (api: Api) => {
  const { send, expectProblem } = api;
  const add = written(api);

  it("are narrowed, ordered and counted", async () => {
    const tag = newWord();
    const near = await add({ name: "Zoë Near", tags: [tag], circle: 5, organisation: "Mar Ltd" });
    const firm = await add({ name: "Acme", tags: [tag.toUpperCase()], kind: "organisation" });
    await send("POST", "/v1/entries", { from: "me", to: firm.id, benefit: 9, cost: 3 });
    const list = async (query: string) =>
      (await send<List<Partner>>("GET", `/v1/partners?tag=${tag}${query}`)).body.data.map(
        ({ name }) => name,
      );
    expect(await list("")).toEqual(["Acme", "Zoë Near"]);
    for (const [sort, names] of [
      ["name", ["Acme", "Zoë Near"]],
      ["best-match", ["Acme", "Zoë Near"]],
      ["equity", ["Acme", "Zoë Near"]],
      ["earned", ["Acme", "Zoë Near"]],
      ["last-contact", ["Acme", "Zoë Near"]],
      ["circle", ["Zoë Near", "Acme"]],
      ["added", ["Acme", "Zoë Near"]],
    ] as const) {
      expect([sort, await list(`&sort=${sort}`)]).toEqual([sort, names]);
      const first = await send<List<Partner>>(
        "GET",
        `/v1/partners?tag=${tag}&sort=${sort}&limit=1`,
      );
      const next = await list(`&sort=${sort}&limit=1&cursor=${first.body.nextCursor}`);
      expect([sort, next]).toEqual([sort, names.slice(1)]);
    }
    expect(await list("&circle=5")).toEqual(["Zoë Near"]);
    expect(await list("&circle=none&kind=organisation")).toEqual(["Acme"]);
    expect(await list("&organisation=MAR")).toEqual(["Zoë Near"]);
    const counted = await send<{ count: number }>("GET", `/v1/partners/count?tag=${tag}&circle=5`);
    expect([counted.status, counted.body]).toEqual([200, { count: 1 }]);
    await send("POST", `/v1/partners/${near.id}/archive`);
    expect(await list("")).toEqual(["Acme"]);
    expect(await list("&archived=true")).toEqual(["Zoë Near"]);
    expect(await list("&archived=true&sort=equity")).toEqual(["Zoë Near"]);
    for (const query of ["sort=size", "circle=7", "kind=dog", "archived=1", "tag="]) {
      expectProblem(await send("GET", `/v1/partners?${query}`), 422, "invalid");
    }
    expectProblem(await send("GET", "/v1/partners/count?limit=1"), 422, "invalid");
    expectProblem(await send("GET", "/v1/partners?sort=circle&cursor=W10"), 400, "invalid-cursor");
  });

  it("are found mistyped, by what their notes say, and with tags and circles counted", async () => {
    const word = newWord();
    const { id } = await add({
      name: `Ana ${word}`,
      notes: "Plays the bassoon",
      tags: [word],
      circle: 5,
    });
    const swapped = word.slice(0, 2) + word.charAt(3) + word.charAt(2) + word.slice(4);
    const found = await send<List<Partner>>("GET", `/v1/partners?search=${swapped}%20basson`);
    expect(found.body.data.map((one) => one.id)).toEqual([id]);
    const tags = await send<List<TagCount>>("GET", "/v1/tags");
    expect(tags.body.data).toContainEqual({ tag: word, partners: 1 });
    const circles = await send<List<CircleCount>>("GET", "/v1/circles");
    expect(circles.body.data.map(({ circle }) => circle)).toEqual([5, 15, 50, 150]);
    expect(circles.body.data[0]?.partners).toBeGreaterThan(0);
  });
};

const aboutOne = (api: Api) => {
  const { send, newPartner, expectProblem } = api;
  const add = written(api);

  it("is addressed by e-mail and by what another system calls them, on every route", async () => {
    const word = newWord();
    const email = `${word}@mar.example`;
    const ana = await add({ name: "Ana Named", emails: [email], externalIds: [`hubspot:${word}`] });
    for (const name of [
      `email:${email}`,
      `email%3A${encodeURIComponent(email)}`,
      `external:hubspot:${word}`,
    ]) {
      const read = await send<Partner>("GET", `/v1/partners/${name}`);
      expect([read.status, read.body.id]).toEqual([200, ana.id]);
      for (const path of ["entries", "statement", "acquaintances", "merges"]) {
        expect((await send("GET", `/v1/partners/${name}/${path}`)).status).toBe(200);
      }
    }
    const path = `/v1/partners/external:hubspot:${word}`;
    const patched = await send<Partner>("PATCH", path, { notes: "x" }, { "if-match": '"1"' });
    expect([patched.status, patched.body.id, patched.body.notes]).toEqual([200, ana.id, "x"]);
    expectProblem(await send("GET", "/v1/partners/email:nobody@mar.example"), 404, "not-found");
    expectProblem(await send("GET", "/v1/partners/email:nonsense"), 404, "not-found");
    expectProblem(await send("GET", "/v1/partners/external:sf:404"), 404, "not-found");
    const other = await add({ name: "Ana Again", emails: [email.toUpperCase()] });
    const both = await send<Refusal>("GET", `/v1/partners/email:${email}`);
    expectProblem(both, 409, "ambiguous");
    expect(both.body.waysOut?.map((way) => way.path)).toEqual(
      [ana, other].map(({ id }) => `/v1/partners/${id}`),
    );
    const taken = await send<Refusal>("POST", "/v1/partners", {
      name: "Taken",
      externalIds: [`hubspot:${word}`],
    });
    expectProblem(taken, 409, "external-id-taken");
    expect(taken.body.waysOut?.[0]?.path).toBe(`/v1/partners/${ana.id}`);
    const asked = await send("GET", "/v1/partners?search=/v1/partners/email:x@y.zz");
    expect(asked.status).toBe(200);
  });

  it("is put away and taken up again, and forgotten only while nothing is written down", async () => {
    const { id } = await newPartner();
    const path = `/v1/partners/${id}`;
    const dry = await send<Partner>("POST", `${path}/archive?dryRun=true`);
    expect([dry.status, dry.headers.get("dry-run")]).toEqual([200, "true"]);
    expect((await send<Partner>("GET", path)).body.archivedAt).toBeNull();
    const away = await send<Partner>("POST", `${path}/archive`);
    expect([away.body.archivedAt === null, away.headers.get("etag")]).toEqual([false, '"2"']);
    expect((await send<Partner>("POST", `${path}/restore`)).body.archivedAt).toBeNull();
    await send("POST", "/v1/entries", { from: "me", to: id, benefit: 9, cost: 3 });
    const used = await send<Refusal>("DELETE", path);
    expectProblem(used, 409, "partner-in-use");
    expect(used.body.waysOut).toEqual([
      { title: "Archive them", method: "POST", path: `${path}/archive` },
    ]);
    const free = await newPartner();
    expect((await send("DELETE", `/v1/partners/${free.id}?dryRun=true`)).status).toBe(204);
    expect((await send("DELETE", `/v1/partners/${free.id}`)).status).toBe(204);
    expectProblem(await send("DELETE", `/v1/partners/${free.id}`), 404, "not-found");
    expectProblem(await send("POST", `/v1/partners/${unknownId}/archive`), 404, "not-found");
    expectProblem(await send("POST", `/v1/partners/${unknownId}/restore`), 404, "not-found");
  });

  it("says affiliations in full or in short, and never both", async () => {
    const affiliations = [
      { organisation: "Before", role: "Chair", from: "2019-01-01", to: "2020-01-01" },
      { organisation: "Mar", role: "Editor", from: null, to: null },
    ];
    const ana = await add({ name: "Ana", affiliations });
    expect(ana).toMatchObject({ affiliations, organisation: "Mar", role: "Editor" });
    const short = await send<Partner>(
      "PATCH",
      `/v1/partners/${ana.id}`,
      { role: "Chair" },
      { "if-match": "*" },
    );
    expect(short.body.affiliations[1]).toEqual({ ...affiliations[1], role: "Chair" });
    for (const body of [{ affiliations, role: "" }, { affiliations: [{ organisation: "x" }] }]) {
      const refused = await send("PATCH", `/v1/partners/${ana.id}`, body, { "if-match": "*" });
      expectProblem(refused, 422, "invalid");
    }
  });

  it("knows others, both ways, said once", async () => {
    const [ana, ben] = [await newPartner("Ana Knows"), await newPartner("Ben Known")];
    const path = `/v1/partners/${ana.id}/acquaintances`;
    for (const _ of [1, 2]) {
      const said = await send<List<Acquaintance>>("PUT", `${path}/introduced-by/${ben.id}`);
      expect([said.status, said.body.data.map(({ kind, name }) => [kind, name])]).toEqual([
        200,
        [["introduced-by", "Ben Known"]],
      ]);
    }
    const back = await send<List<Acquaintance>>("GET", `/v1/partners/${ben.id}/acquaintances`);
    expect(back.body.data[0]).toMatchObject({ kind: "introduced", partnerId: ana.id });
    const gone = await send<List<Acquaintance>>("DELETE", `${path}/introduced-by/${ben.id}`);
    expect(gone.body.data).toEqual([]);
    expectProblem(await send("PUT", `${path}/works-with/${ana.id}`), 422, "invalid");
    expectProblem(await send("PUT", `${path}/hates/${ben.id}`), 422, "invalid");
    expectProblem(await send("PUT", `${path}/works-with/${unknownId}`), 404, "not-found");
    expectProblem(await send("GET", `/v1/partners/${unknownId}/acquaintances`), 404, "not-found");
  });
};

const aboutMany = ({ send, newPartner, expectProblem }: Api) => {
  it("are changed at once, tried, repeated under a key, and taken back", async () => {
    const tag = newWord();
    const people = [await newPartner(), await newPartner()];
    const partnerIds = [...people.map(({ id }) => id), unknownId];
    const body = { partnerIds, change: { addTags: [tag], circle: 15 } };
    const count = async () =>
      (await send<{ count: number }>("GET", `/v1/partners/count?tag=${tag}`)).body.count;
    const tried = await send<BulkResult>("POST", "/v1/partners/bulk?dryRun=true", body);
    expect([tried.status, tried.body.changed, tried.body.unknown]).toEqual([200, 2, 1]);
    expect(await count()).toBe(0);
    const key = { "idempotency-key": tag };
    const done = await send<BulkResult>("POST", "/v1/partners/bulk", body, key);
    expect([done.body.changed, await count()]).toEqual([2, 2]);
    const again = await send<BulkResult>("POST", "/v1/partners/bulk", body, key);
    expect([again.body, again.headers.get("idempotent-replayed")]).toEqual([done.body, "true"]);
    const undo = `/v1/partners/bulk/${done.body.id}/undo`;
    expect((await send<BulkResult>("POST", `${undo}?dryRun=true`)).body.changed).toBe(2);
    expect((await send<BulkResult>("POST", undo)).body.changed).toBe(2);
    expect((await send<BulkResult>("POST", undo)).body.changed).toBe(0);
    expect(await count()).toBe(0);
  });

  it("are refused without a change, with an unknown key, and with too many tags", async () => {
    const { id } = await newPartner();
    const bulk = (body: object) => send<Refusal>("POST", "/v1/partners/bulk", body);
    expectProblem(await bulk({ partnerIds: [id], change: {} }), 422, "invalid");
    expectProblem(await bulk({ partnerIds: [], change: { circle: 5 } }), 422, "invalid");
    expectProblem(await bulk({ partnerIds: [id], change: { name: "x" } }), 422, "invalid");
    expectProblem(await bulk({ partnerIds: [id], change: { circle: 5 }, x: 1 }), 422, "invalid");
    const tags = (from: number) => Array.from({ length: 10 }, (_, index) => `tag ${from + index}`);
    for (const from of [0, 10, 20])
      await bulk({ partnerIds: [id], change: { addTags: tags(from) } });
    const full = await bulk({ partnerIds: [id], change: { addTags: ["one more"] } });
    expectProblem(full, 422, "invalid");
    expect(full.body.errors?.[0]?.pointer).toBe("/change/addTags");
    expectProblem(await send("POST", "/v1/partners/bulk/nonsense/undo"), 422, "invalid");
  });
};

const aboutMerges = (api: Api) => {
  const { send, newPartner, expectProblem } = api;
  const add = written(api);

  const pair = async () => {
    const word = newWord();
    const ana = await add({ name: `Ana ${word}`, emails: [`${word}@mar.example`], tags: ["a"] });
    const other = await add({ name: `A. ${word}`, emails: [`${word}@mar.example`], tags: ["b"] });
    return { ana, other, word };
  };

  it("are proposed, told apart, and found while somebody is described", async () => {
    const { ana, other, word } = await pair();
    const pairs = async () => {
      const { body } = await send<List<DuplicatePair>>("GET", "/v1/duplicates?limit=100");
      return body.data.filter(({ one }) => one.id === ana.id);
    };
    const [found] = await pairs();
    expect([found?.other.id, found?.likeness.score]).toEqual([other.id, 0.97]);
    const described = { name: `Ana ${word}`, emails: [`${word}@mar.example`], except: other.id };
    const check = await send<List<DuplicateCandidate>>("POST", "/v1/duplicates/check", described);
    expect(check.body.data.map(({ partner }) => partner.id)).toEqual([ana.id]);
    const path = `/v1/partners/${ana.id}/distinct/${other.id}`;
    expect((await send("PUT", path)).status).toBe(204);
    expect(await pairs()).toEqual([]);
    expect((await send("DELETE", path)).status).toBe(204);
    expect(await pairs()).toHaveLength(1);
    expectProblem(await send("POST", "/v1/duplicates/check", { nam: "x" }), 422, "invalid");
    expectProblem(await send("GET", "/v1/duplicates?limit=0"), 422, "invalid");
    expectProblem(await send("PUT", `/v1/partners/${ana.id}/distinct/${ana.id}`), 422, "invalid");
    expectProblem(
      await send("PUT", `/v1/partners/${ana.id}/distinct/${unknownId}`),
      404,
      "not-found",
    );
  });

  it("join two ledgers, lead the old address on, and are undone", async () => {
    const { ana, other } = await pair();
    await send("POST", "/v1/entries", { from: "me", to: other.id, benefit: 27, cost: 3 });
    const path = `/v1/partners/${ana.id}`;
    const preview = await send<MergePreview>("GET", `${path}/merge/${other.id}`);
    expect([preview.body.proposed.tags, preview.body.differing, preview.body.overfull]).toEqual([
      ["a", "b"],
      ["name", "tags"],
      [],
    ]);
    const body = { otherId: other.id, result: { notes: "One and the same" } };
    const tried = await send<Merge>("POST", `${path}/merge?dryRun=true`, body);
    expect([tried.status, (await send("GET", `/v1/partners/${other.id}`)).status]).toEqual([
      201, 200,
    ]);
    const merge = await send<Merge>("POST", `${path}/merge`, body);
    expect([merge.status, merge.body.undoneAt]).toEqual([201, null]);
    // A client that follows, on a read and on a write, comes to the one that stayed.
    const read = await send<Partner>("GET", `/v1/partners/${other.id}`);
    expect([read.body.id, read.body.notes]).toEqual([ana.id, "One and the same"]);
    const entries = await send<List<Entry>>("GET", `/v1/partners/${other.id}/entries?limit=5`);
    expect(entries.body.data.map(({ partnerId }) => partnerId)).toEqual([ana.id]);
    const patch = await send<Partner>(
      "PATCH",
      `/v1/partners/${other.id}`,
      { howWeMet: "At the fair" },
      { "if-match": '"2"' },
    );
    expect([patch.status, patch.body.id, patch.body.howWeMet]).toEqual([
      200,
      ana.id,
      "At the fair",
    ]);
    const led = await send<Partner>("POST", `/v1/partners/${other.id}/archive`);
    expect(led.body.id).toBe(ana.id);
    await send("POST", `${path}/restore`);
    const gift = await send<Refusal>("POST", "/v1/entries", {
      from: "me",
      to: other.id,
      benefit: 1,
      cost: 1,
    });
    expectProblem(gift, 404, "not-found");
    expect(gift.body.waysOut?.[0]?.path).toBe(path);
    const again = await send<Refusal>("POST", "/v1/partners", { id: other.id, name: "Again" });
    expectProblem(again, 404, "not-found");
    expect(again.body.waysOut?.[0]?.path).toBe(path);
    const standing = await send<List<Merge>>("GET", `${path}/merges`);
    expect(standing.body.data).toEqual([merge.body]);
    const undo = `/v1/merges/${merge.body.id}/undo`;
    expect((await send<Merge>("POST", `${undo}?dryRun=true`)).body.undoneAt).not.toBeNull();
    expect((await send<List<Merge>>("GET", `${path}/merges`)).body.data).toHaveLength(1);
    expect((await send<Merge>("POST", undo)).body.undoneAt).not.toBeNull();
    expect((await send<Partner>("GET", `/v1/partners/${other.id}`)).body).toEqual(other);
    const statement = await send<Statement>("GET", `/v1/partners/${other.id}/statement`);
    expect(statement.body.equity).toBeCloseTo(27, 2);
    expect((await send<List<Transfer>>("GET", `${path}/entries`)).body.data).toEqual([]);
  });

  it("are refused where they cannot be, with what to do", async () => {
    const { ana, other } = await pair();
    const third = await newPartner("Third");
    const path = `/v1/partners/${ana.id}/merge`;
    const merge = (body: object) => send<Merge & Refusal>("POST", path, body);
    expectProblem(await merge({ otherId: ana.id }), 422, "invalid");
    expectProblem(await merge({ otherId: unknownId }), 404, "not-found");
    expectProblem(await merge({ otherId: other.id, keep: true }), 422, "invalid");
    expectProblem(await send("GET", `${path}/${unknownId}`), 404, "not-found");
    expectProblem(await send("GET", `/v1/partners/${unknownId}/merges`), 404, "not-found");
    expectProblem(await send("POST", `/v1/merges/${unknownId}/undo`), 404, "not-found");
    const long = await add({ name: "Long", notes: "a".repeat(9_000) });
    await send(
      "PATCH",
      `/v1/partners/${ana.id}`,
      { notes: "b".repeat(9_000) },
      { "if-match": "*" },
    );
    const full = await merge({ otherId: long.id });
    expectProblem(full, 422, "invalid");
    expect(full.body.errors?.map(({ pointer }) => pointer)).toEqual(["/result/notes"]);
    expect(full.body.detail).toContain("result.notes");
    const first = await merge({ otherId: other.id });
    expectProblem(await merge({ id: first.body.id, otherId: third.id }), 409, "conflict");
    const upper = await send<Merge>("POST", `/v1/partners/${third.id}/merge`, { otherId: ana.id });
    const buried = await send<Refusal>("POST", `/v1/merges/${first.body.id}/undo`);
    expectProblem(buried, 409, "merged-again");
    expect(buried.body.waysOut?.[0]?.path).toBe(`/v1/merges/${upper.body.id}/undo`);
  });
};

export const aboutPeople = (api: Api) => {
  describe("lists of partners", () => {
    aboutLists(api);
  });
  describe("a partner", () => {
    aboutOne(api);
  });
  describe("many partners", () => {
    aboutMany(api);
  });
  describe("duplicates and merges", () => {
    aboutMerges(api);
  });
};
