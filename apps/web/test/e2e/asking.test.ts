import { AxeBuilder } from "@axe-core/playwright";
import type { Ask } from "@comity/domain/equity/schema";
import type { Browser, Locator, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { get, post } from "../support/api.ts";
import { launch } from "../support/browser.ts";
import { dataFolder, type Server, startServer } from "../support/server.ts";
import { openPage, type WatchedPage } from "../support/watchedPage.ts";

const twoAsks = `Dear Ana,

I loved your piece on slow editing. Could you have a look at my draft? It would take half an hour.
Would you introduce me to your publisher?

Warmly, Mia`;
const noAsk =
  "Dear Ana, thank you for the lovely evening. The notes that you wanted are on their way.";
const german =
  "Liebe Ana, könnten Sie sich bitte meinen Entwurf ansehen? Vielen Dank und viele Grüße";

/** As patient as everything else here: the machine may be busy. */
const eventually = <A>(read: () => Promise<A>) => expect.poll(read, { timeout: 8_000 });

/** A day as a date field takes it. */
const dayFromNow = (days: number): string =>
  new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

describe("asking, and what to do before it", () => {
  const folder = dataFolder();
  let server: Server;
  let browser: Browser;
  let watched: WatchedPage;
  let page: Page;
  let partnerId: string;

  const dialog = (): Locator => page.getByRole("dialog");
  const button = (name: string | RegExp): Locator =>
    page.getByRole("button", { name, exact: true });
  const focusedText = (): Promise<string | null> => page.locator(":focus").textContent();
  const openPartner = async (): Promise<void> => {
    await page.goto(`${server.url}/partners/${partnerId}`);
    await page.getByRole("heading", { level: 1, name: "Ana Ruiz" }).waitFor();
    await button("Ask").waitFor();
  };
  const giveBefore = (benefit: string, at?: string): Promise<unknown> =>
    post(server.url, "/v1/entries", { from: "me", to: partnerId, cost: "S", benefit, at });
  const asksOf = async (): Promise<ReadonlyArray<Ask>> =>
    (await get<{ data: ReadonlyArray<Ask> }>(server.url, `/v1/partners/${partnerId}/asks`)).data;

  beforeAll(async () => {
    [server, browser] = await Promise.all([startServer(folder.path), launch()]);
  });

  beforeEach(async () => {
    partnerId = (await post(server.url, "/v1/partners", { name: "Ana Ruiz" })).id;
    watched = await openPage(browser, server.url);
    page = watched.page;
  });

  afterEach(async () => {
    const complaints = watched.takeComplaints();
    await watched.close();
    if (complaints.length > 0) throw new Error(complaints.join("\n"));
  });

  afterAll(async () => {
    await browser.close();
    await server.kill("SIGKILL");
    folder.remove();
  });

  it("picks an ask of the catalogue, sees what each gift would do, gives, and asks", async () => {
    await openPartner();
    await page.keyboard.press("a");
    await dialog().getByText("Pick something usual").click();
    await dialog().getByRole("button", { name: "An introduction" }).click();
    expect(await focusedText()).toBe("Usual: An introduction");
    const what = dialog().getByLabel("What would you like to ask?");
    expect(await what.inputValue()).toBe("An introduction");
    expect(
      await dialog().getByRole("radio", { name: "three quarters of an hour" }).first().isChecked(),
    ).toBe(true);
    await dialog().getByRole("heading", { name: "Not yet" }).waitFor();
    await dialog().getByText("Gifts that mean an hour and a half to Ana would earn it").waitFor();
    await dialog().getByText("Give this now, and half of it is there.").first().waitFor();
    await dialog()
      .getByText(/^Together they take you/)
      .waitFor();
    await what.fill("An introduction to Cleo");
    const gifts = dialog().getByRole("button", { name: "I did this" });
    for (let left = await gifts.count(); left > 0; left--) {
      await eventually(() => gifts.first().getAttribute("aria-disabled")).toBe("false");
      await gifts.first().focus();
      await page.keyboard.press("Enter");
      await eventually(() => gifts.count()).toBe(left - 1);
      await eventually(focusedText).toBe(left > 1 ? "I did this" : "Undo");
    }
    await dialog().getByRole("heading", { name: "Earned" }).waitFor();
    await button("Open the ask").click();
    await page.getByRole("heading", { name: "Open asks" }).waitFor();
    const [ask] = await asksOf();
    expect(ask).toMatchObject({
      what: "An introduction to Cleo",
      kindId: "ask-introduction",
      cost: 9,
    });
  });

  it("keeps the words that were typed when something usual is picked", async () => {
    await openPartner();
    await page.keyboard.press("a");
    await dialog().getByLabel("What would you like to ask?").fill("Words for the back of my book");
    await dialog().getByText("Pick something usual").click();
    await dialog().getByRole("button", { name: "A testimonial" }).click();
    expect(await dialog().getByLabel("What would you like to ask?").inputValue()).toContain(
      "Words for",
    );
    expect(await dialog().getByRole("radio", { name: "half a morning" }).first().isChecked()).toBe(
      true,
    );
  });

  it("makes the offer that would earn an ask, and takes it away again, from one place", async () => {
    await giveBefore("M", "2026-01-05");
    await giveBefore("S", "2026-01-06");
    await openPartner();
    await page.keyboard.press("a");
    await dialog().getByRole("radio", { name: "three quarters of an hour" }).first().check();
    await button("Offer that").focus();
    await page.keyboard.press("Enter");
    await dialog().getByRole("heading", { name: "Earned" }).waitFor();
    await dialog()
      .getByText(/^With it you offer something that means/)
      .waitFor();
    await dialog()
      .getByText(/^It stays earned until about|^It is only just earned/)
      .waitFor();
    await eventually(focusedText).toBe("Offer nothing");
    await page.keyboard.press("Enter");
    await dialog().getByRole("heading", { name: "Not yet" }).waitFor();
    await eventually(focusedText).toBe("Offer that");
  });

  it("plans an ask for a day: what to give now, and until when that holds", async () => {
    await openPartner();
    await page.keyboard.press("a");
    await dialog().getByText("Plan it for a day").click();
    const day = dialog().getByLabel("The day on which you would like to ask");
    await day.fill("2020-01-01");
    await dialog().getByText("That day has passed.").waitFor();
    await day.fill(dayFromNow(100));
    await dialog()
      .getByText(/^To ask on .* give now what means about half an hour to Ana\.$/)
      .waitFor();
    await dialog()
      .getByText(/^With that gift it is possible, but early, from now until /)
      .waitFor();
    await dialog()
      .getByRole("group", { name: /^If you give now/ })
      .getByRole("radio", { name: "five minutes" })
      .check();
    await dialog().getByText("With that gift alone it is not earned yet.").waitFor();
    await day.fill("2999-01-01");
    await dialog().getByText("Give a day from today on, within ten years.").waitFor();
    // A refused day is a refused request, and the browser notes it by itself.
    expect(watched.takeComplaints().every((text) => text.includes("422"))).toBe(true);
  });

  it("advises, but does not forbid, a pause after an ask that was only days ago", async () => {
    await giveBefore("L");
    await giveBefore("L");
    const ask = await post(server.url, "/v1/asks", { partnerId, what: "A word", cost: "XS" });
    await post(server.url, `/v1/asks/${ask.id}/decline`);
    await openPartner();
    await page.keyboard.press("a");
    await dialog()
      .getByText(/^You asked Ana less than a day ago\. From .* on another ask has more room\.$/)
      .waitFor();
    await dialog().getByLabel("What would you like to ask?").fill("One more word");
    await button("Open the ask").click();
    await page.getByText("One more word").waitFor();
  });

  it("says what cannot be undone before an answer, and keeps the focus near", async () => {
    await giveBefore("L");
    await post(server.url, "/v1/asks", { partnerId, what: "A look at my draft", cost: "S" });
    await openPartner();
    await page.getByText(/runs out on/).waitFor();
    await page.getByText("Asked early.").waitFor();
    await button("They said no").click();
    await page.getByText("This cannot be undone, but you can ask anew.").waitFor();
    expect(await focusedText()).toBe("They said no");
    await button("Cancel").click();
    expect(await focusedText()).toBe("They said no");
    await button("Take it back").click();
    await button("Take it back").click();
    await page.getByText("Taken back. What it held is free again.").waitFor();
    await eventually(focusedText).toBe("Asks");
    await page.getByText("One past ask").click();
    await page.getByText(/taken back on/).waitFor();
  });

  it("names the entry of a yes, and says when that was taken back", async () => {
    await giveBefore("L");
    await giveBefore("L");
    await post(server.url, "/v1/asks", { partnerId, what: "A look at my draft", cost: "S" });
    await openPartner();
    await button("They said yes").click();
    await button("Write it down").click();
    await page.getByText("One past ask").click();
    await page.getByText(/they said yes on/).waitFor();
    await page.getByRole("link", { name: "the account" }).waitFor();
    await page.getByRole("button", { name: "Undo" }).click();
    await page.getByText("What it wrote down was taken back").waitFor();
  });

  it("lists an ask that ran out, and still takes a late yes", async () => {
    await giveBefore("L");
    await giveBefore("L");
    await post(server.url, "/v1/asks", { partnerId, what: "A look at my draft", cost: "S" });
    await page.route("**/asks?*", async (route) => {
      const response = await route.fetch();
      const body = (await response.json()) as { data: ReadonlyArray<Ask> };
      const data = body.data.map((ask) =>
        ask.state === "open"
          ? { ...ask, state: "expired", closedAt: ask.openedAt, reserved: 0 }
          : ask,
      );
      await route.fulfill({ response, json: { ...body, data } });
    });
    await openPartner();
    await page.getByText("No answer came to one ask").click();
    await page.getByText(/no answer came by/).waitFor();
    expect(await button("Take it back").count()).toBe(0);
    await button("They said yes").click();
    await button("Write it down").click();
    await page.getByText("One past ask").waitFor();
    expect((await asksOf())[0]?.state).toBe("granted");
  });

  it("finds the asks of a message, says whether they are earned, and begins one of them", async () => {
    await openPartner();
    await page.getByText("Check a message to Ana").click();
    await page.getByLabel("A message to Ana").fill(twoAsks);
    await page.getByText("It asks for two things.").waitFor();
    expect(await page.locator("mark").allTextContents()).toEqual([
      "Could you have a look at my draft?1",
      "Would you introduce me to your publisher?2",
    ]);
    await page.getByText("A piece of advice: looks like half an hour for Ana.").waitFor();
    await page.getByText(/^All of it together looks like/).waitFor();
    await page.getByRole("heading", { name: "Not yet" }).waitFor();
    await button("I did this").first().click();
    await page.getByText(/^Written down: /).waitFor();
    await button("Ask for this: Would you introduce me to your publisher?").click();
    expect(await dialog().getByLabel("What would you like to ask?").inputValue()).toContain(
      "introduce me",
    );
    await dialog().getByText("Usual: An introduction").waitFor();
  });

  it("has nothing to say against a message that asks nothing, and does not pretend to read others", async () => {
    await openPartner();
    await page.getByText("Check a message to Ana").click();
    const message = page.getByLabel("A message to Ana");
    await message.fill(noAsk);
    await page.getByText("Nothing is asked of Ana here. It can go as it is.").waitFor();
    await message.fill(german);
    await page.getByText("Not checked in this language").waitFor();
    await message.fill("a".repeat(20_001));
    await page.getByText("1 character too long").waitFor();
    await message.fill("");
    await page.getByText("1 character too long").waitFor({ state: "detached" });
    await page.getByText("The text is read and forgotten, not kept.").waitFor();
  });

  it("drops an answer to a text that has changed since", async () => {
    let isFirst = true;
    await page.route("**/messages/check", async (route) => {
      const isLate = isFirst;
      isFirst = false;
      if (isLate) await new Promise((done) => setTimeout(done, 2_000));
      await route.continue();
    });
    await openPartner();
    await page.getByText("Check a message to Ana").click();
    const first = page.waitForRequest("**/messages/check");
    await page.getByLabel("A message to Ana").fill(twoAsks);
    await first;
    const late = page.waitForResponse(
      (response) => response.request().postData()?.includes("draft") === true,
    );
    await page.getByLabel("A message to Ana").fill(noAsk);
    await page.getByText("Nothing is asked of Ana here.").waitFor();
    await late;
    await page.waitForTimeout(100);
    expect(await page.locator("mark").count()).toBe(0);
  });
});

describe("asking, for everyone", () => {
  const folder = dataFolder();
  let server: Server;
  let browser: Browser;
  let partnerId: string;

  beforeAll(async () => {
    [server, browser] = await Promise.all([startServer(folder.path), launch()]);
    partnerId = (await post(server.url, "/v1/partners", { name: "Ana Ruiz" })).id;
    const gift = { from: "me", to: partnerId, cost: "S", benefit: "M" };
    await post(server.url, "/v1/entries", { ...gift, note: "A word" });
    await post(server.url, "/v1/entries", { ...gift, note: "A free gift" });
    for (const verb of ["grant", "decline", "withdraw"]) {
      const ask = await post(server.url, "/v1/asks", { partnerId, what: "A look", cost: "XS" });
      await post(server.url, `/v1/asks/${ask.id}/${verb}`);
    }
    await post(server.url, "/v1/asks", { partnerId, what: "A short review", cost: "XS" });
  });

  afterAll(async () => {
    await browser.close();
    await server.kill("SIGKILL");
    folder.remove();
  });

  for (const colorScheme of ["light", "dark"] as const) {
    for (const width of [1440, 390]) {
      it(`is free of barriers in ${colorScheme} at ${width} px, and never scrolls sideways`, async () => {
        const watched = await openPage(browser, server.url, {
          colorScheme,
          viewport: { width, height: 844 },
          reducedMotion: "reduce",
        });
        const { page } = watched;
        const found: Array<string> = [];
        const look = async (screen: string): Promise<void> => {
          const { violations } = await judge(page, colorScheme).analyze();
          for (const { id, nodes } of violations) {
            found.push(`${screen}: ${id}: ${nodes.map(({ html }) => html).join(" | ")}`);
          }
          const isWide = await page.evaluate(
            () => document.documentElement.scrollWidth > document.documentElement.clientWidth,
          );
          if (isWide) found.push(`${screen}: scrolls sideways`);
        };
        await page.goto(`${server.url}/partners/${partnerId}`);
        await walkAsks(page, look);
        await walkMessage(page, look);
        await walkDialog(page, look);
        expect(watched.takeComplaints()).toEqual([]);
        await watched.close();
        expect(found).toEqual([]);
      });
    }
  }
});

/** Everything is judged once; in the dark only what differs there, the colours. */
const judge = (page: Page, theme: "light" | "dark"): AxeBuilder => {
  const axe = new AxeBuilder({ page }).setLegacyMode(true);
  return theme === "light" ? axe : axe.withRules(["color-contrast"]);
};

type Look = (screen: string) => Promise<void>;

const walkAsks = async (page: Page, look: Look): Promise<void> => {
  await page.getByText("3 past asks").click();
  await page.getByRole("button", { name: "They said no" }).click();
  await look("past asks, and a no");
};

const walkMessage = async (page: Page, look: Look): Promise<void> => {
  await page.getByText("Check a message to Ana").click();
  const message = page.getByLabel("A message to Ana");
  await message.fill(german);
  await page.getByText("Not checked in this language").waitFor();
  await look("another language");
  await message.fill(twoAsks);
  await page.getByText("It asks for two things.").waitFor();
  await look("a message that asks");
};

const walkDialog = async (page: Page, look: Look): Promise<void> => {
  await page.getByRole("button", { name: "Ask", exact: true }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByText("Pick something usual").click();
  await dialog.getByRole("button", { name: "A joint venture" }).waitFor();
  await look("something usual");
  await dialog.getByRole("button", { name: "An introduction" }).click();
  await dialog.getByText("Plan it for a day").click();
  await dialog.getByLabel("The day on which you would like to ask").fill(dayFromNow(100));
  await dialog.getByText(/^With that gift it is/).waitFor();
  await look("not yet, with a plan");
  await dialog.getByRole("button", { name: "Offer that" }).click();
  await look("with an offer");
  await page.keyboard.press("Escape");
};
