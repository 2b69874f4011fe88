/** Today: cards that say who, what and why, and do it in one tap with an undo. */
import type { Page } from "playwright-core";
import { afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { countEntries, get, post } from "../support/api.ts";
import { barriersOf, themes, widthsIn } from "../support/barriers.ts";
import { type Stage, stage } from "../support/stage.ts";
import { openPage, type WatchedPage } from "../support/watchedPage.ts";

const dayMs = 86_400_000;
const daysAgo = (days: number): string => new Date(Date.now() - days * dayMs).toISOString();

interface Seeded {
  readonly ana: string;
  readonly bo: string;
  readonly cleo: string;
  readonly dara: string;
  readonly emil: string;
  readonly fritz: string;
}

/** One of every kind of card. */
const seed = async (url: string): Promise<Seeded> => {
  const add = async (name: string, more: object = {}): Promise<string> =>
    (await post(url, "/v1/partners", { name, ...more })).id;
  const give = async (to: string): Promise<void> => {
    for (const days of [60, 40]) {
      const gift = { from: "me", to, cost: "S", benefit: "L", evidence: "observed" };
      await post(url, "/v1/entries", { ...gift, at: daysAgo(days) });
    }
  };
  const ana = await add("Ana Sousa", { organisation: "Atlas Lane Books" });
  await give(ana);
  const bo = await add("Bo Lind");
  const cleo = await add("Cleo Marsh", { circle: 5 });
  const wrote = { partnerId: cleo, means: "wrote", by: "them", at: daysAgo(16) };
  await post(url, "/v1/contacts", wrote);
  const dara = await add("Dara Osei", {
    goals: [{ what: "A stage for winter evenings", said: "", saidOn: null }],
    offers: ["A list of readers in Lisbon"],
  });
  const emil = await add("Emil Novak", {
    goals: [{ what: "Readers in Lisbon", said: "", saidOn: null }],
    offers: ["A barn with a stage for winter evenings"],
  });
  const fritz = await add("Fritz Gerber");
  await give(fritz);
  await fetch(`${url}/v1/partners/${fritz}/policy`, {
    method: "PUT",
    headers: { "content-type": "application/json", "if-match": '"0"' },
    body: JSON.stringify({ preset: "partner", askExpiryDays: 10 }),
  });
  await post(url, "/v1/asks", { partnerId: fritz, what: "A look at my draft", cost: "S" });
  return { ana, bo, cleo, dara, emil, fritz };
};

const groups = [
  "Your turn",
  "Give",
  "You may ask",
  "Still waiting for an answer",
  "Bring together",
];

describe("today", () => {
  const comity: Stage = stage();
  let watched: WatchedPage;
  let page: Page;
  let people: Seeded;

  const group = (name: string) => page.getByRole("region", { name, exact: true });
  const card = (what: string) =>
    page.getByRole("listitem").filter({ has: page.getByRole("heading", { name: what }) });
  const undo = () =>
    page.getByRole("region", { name: "Messages" }).getByRole("button", { name: "Undo" });
  const said = (text: string | RegExp) => page.getByText(text).waitFor();
  const gone = (what: string) => card(what).waitFor({ state: "detached" });
  const focused = () =>
    page.evaluate(() => document.activeElement?.querySelector("h3")?.textContent ?? null);
  const entriesOf = (id: string) => countEntries(comity.url, id);

  beforeAll(async () => {
    people = await seed(comity.url);
  });

  beforeEach(async () => {
    watched = await openPage(comity.browser, comity.url);
    page = watched.page;
    await page.addInitScript(() => localStorage.setItem("comity.effort", "morning"));
    await page.goto(comity.url);
    await group("Your turn").waitFor();
  });

  afterEach(async () => {
    const complaints = watched.takeComplaints();
    await watched.close();
    if (complaints.length > 0) throw new Error(complaints.join("\n"));
  });

  it("says in one sentence how much there is, and shows one of every kind", async () => {
    await said(/^\w+ things worth doing, about .+ together\.$/);
    for (const name of groups) await group(name).waitFor();
    await card("Answer Cleo")
      .getByText(/Cleo was in touch last, 2 weeks ago/)
      .waitFor();
    await card("Has Fritz answered?").getByText("A look at my draft").waitFor();
    const ask = page.getByRole("link", { name: "Ask: Ana" });
    expect(await ask.getAttribute("href")).toBe(`/partners/${people.ana}?do=ask`);
    await page.getByRole("link", { name: "Ana Sousa, Atlas Lane Books" }).first().waitFor();
  });

  it("writes down in one tap that one was in touch, and takes it back", async () => {
    await card("Answer Cleo").getByRole("button", { name: "We were in touch" }).click();
    await said("Written down: you wrote to Cleo.");
    await gone("Answer Cleo");
    const path = `/v1/partners/${people.cleo}/contacts`;
    expect((await get<{ data: Array<unknown> }>(comity.url, path)).data.length).toBe(2);
    await undo().click();
    await card("Answer Cleo").waitFor();
    expect((await get<{ data: Array<unknown> }>(comity.url, path)).data.length).toBe(1);
  });

  it("writes a gift of the proposed size down without leaving, and takes it back", async () => {
    const bo = card("Give Bo something small: a first gift");
    expect(await bo.getByRole("link", { name: "Give: Bo" }).getAttribute("href")).toBe(
      `/partners/${people.bo}?do=give`,
    );
    await bo.getByRole("button", { name: "I did" }).click();
    await page.getByRole("menuitem", { name: "Looked something up for them" }).click();
    await said("Written down for Bo: Looked something up for them.");
    await gone("Give Bo something small: a first gift");
    expect(await entriesOf(people.bo)).toBe(1);
    await undo().click();
    await said("Taken back.");
    await bo.waitFor();
    expect(await entriesOf(people.bo)).toBe(2);
  });

  it("brings two together: two gifts and an acquaintance, undone as one", async () => {
    await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
    const both = card("Introduce Dara and Emil");
    await both.getByRole("button", { name: "Introduce", exact: true }).click();
    await both.getByText("A barn with a stage for winter evenings").first().waitFor();
    expect(await both.getByLabel("A note to both").inputValue()).toContain("Dear Dara, dear Emil,");
    await both.getByRole("button", { name: "Copy the note" }).click();
    await said("Copied.");
    expect(await page.evaluate(() => navigator.clipboard.readText())).toContain("Dear Dara");
    await both.getByRole("button", { name: "I introduced them" }).click();
    await said("Two gifts at once: Dara and Emil know each other.");
    const ties = `/v1/partners/${people.dara}/acquaintances`;
    expect([await entriesOf(people.dara), await entriesOf(people.emil)]).toEqual([1, 1]);
    expect((await get<{ data: Array<unknown> }>(comity.url, ties)).data.length).toBe(1);
    await undo().click();
    await said("Both gifts are taken back.");
    await both.waitFor();
    expect([await entriesOf(people.dara), await entriesOf(people.emil)]).toEqual([2, 2]);
    expect((await get<{ data: Array<unknown> }>(comity.url, ties)).data.length).toBe(0);
  });

  it.each([
    ["They said yes", "Written down: they said yes.", "granted"],
    ["They said no", "They said no.", "declined"],
  ])("answers an open ask in place: %s", async (answer, words, state) => {
    const asks = async () =>
      (
        await get<{ data: Array<{ state: string }> }>(
          comity.url,
          `/v1/partners/${people.fritz}/asks`,
        )
      ).data[0]?.state;
    await card("Has Fritz answered?").getByRole("button", { name: answer }).click();
    await page.getByRole("region", { name: "Messages" }).getByText(words).waitFor();
    await expect.poll(asks).toBe(state);
    await undo().click();
    await said(/The ask waits for an answer again\.$/);
    await card("Has Fritz answered?").waitFor();
    expect(await asks()).toBe("open");
  });

  it("puts a card off until tomorrow, or until a day in words, and brings it back", async () => {
    const later = card("Ask Ana for").getByRole("button", { name: /^Later: Ask Ana/ });
    await later.click();
    await page.getByRole("menuitem", { name: "Tomorrow" }).click();
    await said(/^Put off until /);
    await gone("Ask Ana for");
    await said("One put off until later.");
    await undo().click();
    await said("It is back.");
    await later.click();
    await page.getByRole("menuitem", { name: "On a day…" }).click();
    const dialog = page.getByRole("dialog", { name: "Remind me later" });
    await dialog.getByLabel("On which day?").fill("in three weeks");
    await dialog.getByRole("button", { name: "Put it off" }).click();
    await gone("Ask Ana for");
    await undo().click();
    await card("Ask Ana for").waitFor();
  });

  it("is done by keyboard: down, done, undone, put off, and Enter", async () => {
    await page.keyboard.press("j");
    const first = await focused();
    await page.keyboard.press("j");
    const second = await focused();
    expect(second).not.toBe(first);
    await page.keyboard.press("k");
    expect(await focused()).toBe(first);
    await page.keyboard.press("e");
    await said("Done for today.");
    await expect.poll(focused).toBe(second);
    await page.keyboard.press("u");
    await said("It is back.");
    await card(first ?? "").waitFor();
    await page.keyboard.press("s");
    await page.getByRole("menuitem", { name: "In a week" }).waitFor();
    await page.keyboard.press("Escape");
    await card("Ask Ana for").focus();
    await page.keyboard.press("Enter");
    await page.getByRole("dialog", { name: "Ask Ana" }).waitFor();
  });

  it("fits into the time there is, and remembers how much that was", async () => {
    const choice = page.getByRole("group", { name: "Time for this today" });
    await choice.getByRole("radio", { name: "five minutes" }).check();
    await said("One thing worth doing, about five minutes.");
    expect(await page.locator("[data-card]").count()).toBe(1);
    expect(await page.evaluate(() => localStorage.getItem("comity.effort"))).toBe("minutes");
    await page.getByRole("button", { name: /more wait for a day with more time$/ }).click();
    await group("Bring together").waitFor();
    expect(await choice.getByRole("radio", { name: "half a morning" }).isChecked()).toBe(true);
  });

  it("says what went wrong, and does it after all", async () => {
    await page.route("**/v1/contacts", (route) => route.fulfill({ status: 500, body: "" }));
    await card("Answer Cleo").getByRole("button", { name: "We were in touch" }).click();
    await page.getByRole("button", { name: "Try again" }).waitFor();
    await card("Answer Cleo").waitFor();
    await page.unroute("**/v1/contacts");
    await page.getByRole("button", { name: "Try again" }).click();
    await said("Written down: you wrote to Cleo.");
    await undo().click();
    await said("Taken out.");
    expect(watched.takeComplaints().every((text) => text.includes("500"))).toBe(true);
  });

  it("has three steps to begin with, ticked when they happened, and sent away for good", async () => {
    const steps = page.getByRole("region", { name: "Three steps to begin with" });
    await steps.getByText("Write down one gift (done)").waitFor();
    await steps.getByRole("link", { name: "Answer one question about yourself" }).click();
    await page.getByLabel("Why does it matter now?").fill("The lease ends in June.");
    await page.getByText("Kept.").waitFor();
    await page.goBack();
    await steps.waitFor({ state: "detached" });
  });

  it("has its open asks under way with the deals, where they are answered too", async () => {
    await page.getByRole("link", { name: "Deals", exact: true }).click();
    const underWay = page.getByRole("region", { name: "Under way" });
    await underWay.getByRole("link", { name: "Fritz Gerber" }).waitFor();
    await underWay.getByText(/^asked .+ runs out in /).waitFor();
    for (const answer of ["They said no", "Take it back"]) {
      await underWay.getByRole("button", { name: answer }).click();
      await page.getByRole("heading", { name: "No ask waits for an answer." }).waitFor();
      await undo().click();
      await underWay.getByText("A look at my draft").waitFor();
    }
  });

  for (const theme of themes) {
    for (const width of widthsIn(theme)) {
      it(`is free of barriers in ${theme} at ${width} px, and never scrolls sideways`, async () => {
        const viewport = { width, height: 844 };
        const other = await openPage(comity.browser, comity.url, { colorScheme: theme, viewport });
        await other.page.addInitScript(() => localStorage.setItem("comity.effort", "morning"));
        await other.page.goto(comity.url);
        const introduce = other.page.getByRole("button", { name: "Introduce", exact: true });
        await introduce.click();
        const found = [...(await barriersOf(other.page, "today"))];
        await other.page.getByRole("button", { name: /^Later: Answer/ }).click();
        found.push(...(await barriersOf(other.page, "later")));
        expect(other.takeComplaints()).toEqual([]);
        await other.close();
        expect(found).toEqual([]);
      });
    }
  }

  it("ends warmly when nothing is left", async () => {
    const until = new Date(Date.now() + 7 * dayMs).toISOString().slice(0, 10);
    for (let round = 0; round < 4; round++) {
      const { cards } = await get<{ cards: Array<{ key: string }> }>(
        comity.url,
        "/v1/today?limit=50",
      );
      for (const { key } of cards) {
        await fetch(`${comity.url}/v1/today/snoozes/${key}`, {
          method: "PUT",
          headers: { "content-type": "application/json" },
          body: JSON.stringify({ until, reason: "later" }),
        });
      }
    }
    await page.reload();
    await page.getByRole("heading", { name: "That is all for today." }).waitFor();
    await said(/come back on the day you chose/);
  });
});
