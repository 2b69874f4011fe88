import type { Ask } from "@comity/domain/equity/schema";
import type { Locator, Page } from "playwright-core";
import { afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { get, post } from "../support/api.ts";
import { barriersOf, themes, widthsIn } from "../support/barriers.ts";
import { isSoak } from "../support/soak.ts";
import { stage } from "../support/stage.ts";
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
  const comity = stage();
  let watched: WatchedPage;
  let page: Page;
  let partnerId: string;

  const dialog = (): Locator => page.getByRole("dialog");
  const messages = (): Locator => page.getByRole("region", { name: "Messages" });
  const button = (name: string | RegExp): Locator =>
    page.getByRole("button", { name, exact: true });
  const focusedText = (): Promise<string | null> => page.locator(":focus").textContent();
  const openPartner = async (): Promise<void> => {
    await page.goto(`${comity.url}/partners/${partnerId}`);
    await page.getByRole("heading", { level: 1, name: "Ana Ruiz" }).waitFor();
    await button("Ask").waitFor();
  };
  const giveBefore = (benefit: string, at?: string): Promise<unknown> =>
    post(comity.url, "/v1/entries", { from: "me", to: partnerId, cost: "S", benefit, at });
  const asksOf = async (): Promise<ReadonlyArray<Ask>> =>
    (await get<{ data: ReadonlyArray<Ask> }>(comity.url, `/v1/partners/${partnerId}/asks`)).data;

  beforeEach(async () => {
    partnerId = (await post(comity.url, "/v1/partners", { name: "Ana Ruiz" })).id;
    watched = await openPage(comity.browser, comity.url);
    page = watched.page;
  });

  afterEach(async () => {
    const complaints = watched.takeComplaints();
    await watched.close();
    if (complaints.length > 0) throw new Error(complaints.join("\n"));
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
    await dialog()
      .getByText(/ is before .*, the first day that fits here\.$/)
      .waitFor();
    await day.fill("in a month");
    await dialog()
      .getByText(/^To ask on /)
      .waitFor();
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
    const ask = await post(comity.url, "/v1/asks", { partnerId, what: "A word", cost: "XS" });
    await post(comity.url, `/v1/asks/${ask.id}/decline`);
    await openPartner();
    await page.keyboard.press("a");
    await dialog()
      .getByText(/^You asked Ana less than a day ago\. From .* on another ask has more room\.$/)
      .waitFor();
    await dialog().getByLabel("What would you like to ask?").fill("One more word");
    await button("Open the ask").click();
    await page.getByText("One more word").waitFor();
  });

  it("takes a no and a taking back at once, each with its undo, and keeps the focus near", async () => {
    await giveBefore("L");
    await post(comity.url, "/v1/asks", { partnerId, what: "A look at my draft", cost: "S" });
    await openPartner();
    await page.getByText(/runs out on/).waitFor();
    await page.getByText("Asked early.").waitFor();
    for (const [verb, said] of [
      ["They said no", "They said no."],
      ["Take it back", "The ask is taken back."],
    ] as const) {
      await button(verb).click();
      await messages().getByText(said, { exact: true }).waitFor();
      await eventually(focusedText).toBe("Asks");
      await page.getByRole("button", { name: "Undo" }).click();
      await messages().getByText("The ask waits for an answer again.").waitFor();
      await button("They said yes").waitFor();
      expect((await asksOf())[0]).toMatchObject({ state: "open", closedAt: null });
    }
  });

  it("opens a past ask again, or says kindly in its place why not", async () => {
    await giveBefore("M");
    await giveBefore("M");
    const ask = await post(comity.url, "/v1/asks", { partnerId, what: "A look", cost: "M" });
    await openPartner();
    await button("They said no").click();
    await page.getByText("One past ask").click();
    await page.getByText(/they said no on/).waitFor();
    await button("Open it again").click();
    await page.getByRole("heading", { name: "Open asks" }).waitFor();
    await eventually(focusedText).toBe("Open asks");
    await button("Take it back").click();
    await page.getByText("One past ask").click();
    await post(comity.url, "/v1/asks", { partnerId, what: "Something else", cost: "M" });
    const refusal = "It is not earned any more, so it stays closed for now.";
    await button("Open it again").click();
    await page.getByRole("alert").getByText(refusal).waitFor();
    await page.getByRole("button", { name: "Undo" }).click();
    await messages().getByText(refusal).waitFor();
    expect((await asksOf()).find(({ id }) => id === ask.id)?.state).toBe("withdrawn");
    expect(watched.takeComplaints().every((text) => text.includes("409"))).toBe(true);
  });

  it("opens an ask again when the entry of its yes is taken back, and takes the yes anew", async () => {
    await giveBefore("L");
    await giveBefore("L");
    await openPartner();
    await page.keyboard.press("a");
    await dialog().getByLabel("What would you like to ask?").fill("A look at my draft");
    await button("Open the ask").click();
    await messages().getByText("Say here what they answer.").waitFor();
    await button("They said yes").click();
    await button("Cancel").click();
    expect(await focusedText()).toBe("They said yes");
    await button("They said yes").click();
    await button("Write it down").click();
    await messages().getByText("Written down.", { exact: true }).waitFor();
    // It was about the same ask, so the newer message has taken its place.
    expect(await messages().getByText("Say here what they answer.").count()).toBe(0);
    await page.getByText("One past ask").click();
    await page.getByText(/they said yes on/).waitFor();
    await page.getByRole("link", { name: "the account" }).waitFor();
    await page.getByRole("button", { name: "Undo" }).click();
    await messages().getByText("Taken back. The ask waits for an answer again.").waitFor();
    await button("They said yes").click();
    await button("Write it down").click();
    await button("used half an hour").last().waitFor();
    await page
      .getByRole("row")
      .filter({ hasText: "you had asked" })
      .getByRole("button", { name: "used half an hour" })
      .click();
    await button("Take back…").click();
    await page.getByText("The ask then waits for an answer again.").waitFor();
    await button("Take it back").last().click();
    await messages().getByText("Taken back. The ask waits for an answer again.").waitFor();
    expect((await asksOf())[0]).toMatchObject({ state: "open", entryId: null });
    await page.getByRole("button", { name: "Write it again" }).click();
    await messages().getByText("Written down again.").waitFor();
    expect((await asksOf())[0]?.state).toBe("granted");
  });

  it("lists an ask that ran out, and still takes a late yes", async () => {
    await giveBefore("L");
    await giveBefore("L");
    await post(comity.url, "/v1/asks", { partnerId, what: "A look at my draft", cost: "S" });
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
  const comity = stage();
  let partnerId: string;

  beforeAll(async () => {
    partnerId = (await post(comity.url, "/v1/partners", { name: "Ana Ruiz" })).id;
    const gift = { from: "me", to: partnerId, cost: "S", benefit: "M" };
    await post(comity.url, "/v1/entries", { ...gift, note: "A word" });
    await post(comity.url, "/v1/entries", { ...gift, note: "A free gift" });
    for (const verb of ["grant", "decline", "withdraw"]) {
      const ask = await post(comity.url, "/v1/asks", { partnerId, what: "A look", cost: "XS" });
      await post(comity.url, `/v1/asks/${ask.id}/${verb}`);
    }
    await post(comity.url, "/v1/asks", { partnerId, what: "A short review", cost: "XS" });
  });

  for (const colorScheme of themes) {
    for (const width of widthsIn(colorScheme)) {
      it.runIf(isSoak)(
        `is free of barriers in ${colorScheme} at ${width} px, and never scrolls sideways`,
        async () => {
          const watched = await openPage(comity.browser, comity.url, {
            colorScheme,
            viewport: { width, height: 844 },
            reducedMotion: "reduce",
          });
          const { page } = watched;
          const found: Array<string> = [];
          const look = async (screen: string): Promise<void> =>
            void found.push(...(await barriersOf(page, screen)));
          await page.goto(`${comity.url}/partners/${partnerId}`);
          await walkAsks(page, look);
          await walkMessage(page, look);
          await walkDialog(page, look);
          expect(watched.takeComplaints()).toEqual([]);
          await watched.close();
          expect(found).toEqual([]);
        },
      );
    }
  }
});

type Look = (screen: string) => Promise<void>;

const walkAsks = async (page: Page, look: Look): Promise<void> => {
  await page.getByText("3 past asks").click();
  await page.getByRole("button", { name: "They said yes" }).click();
  await look("past asks, and a yes");
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
