import type { Page } from "playwright-core";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { get, post } from "../support/api.ts";
import { barriersOf, themes, widthsOfState } from "../support/barriers.ts";
import { stage } from "../support/stage.ts";
import { dropFile, openPage, type WatchedPage } from "../support/watchedPage.ts";

interface Fact {
  readonly kind: string;
  readonly evidence?: string;
  readonly benefit?: number;
}

const what = "I put you in touch with an illustrator.";

describe("a private link that asks what a gift meant", () => {
  const comity = stage();
  let watched: WatchedPage;
  let page: Page;
  let asked: Array<string>;
  let partnerId: string;
  let giftId: string;
  let path: string;

  const linkTo = async (entryId: string): Promise<string> =>
    (await post<{ path: string }>(comity.url, `/v1/entries/${entryId}/confirmation-link`, { what }))
      .path;
  const facts = async (): Promise<ReadonlyArray<Fact>> =>
    (await get<{ data: ReadonlyArray<Fact> }>(comity.url, `/v1/partners/${partnerId}/entries`))
      .data;
  const tap = (name: string) => page.getByRole("button", { name, exact: true });

  beforeEach(async () => {
    partnerId = (await post(comity.url, "/v1/partners", { name: "Ana Ruiz" })).id;
    const gift = { from: "me", to: partnerId, cost: "S", benefit: "S", note: "Lena, for the book" };
    giftId = (await post(comity.url, "/v1/entries", gift)).id;
    path = await linkTo(giftId);
    watched = await openPage(comity.browser, comity.url, { viewport: { width: 390, height: 844 } });
    page = watched.page;
    asked = [];
    page.on("request", (request) => {
      const { pathname } = new URL(request.url());
      if (pathname.startsWith("/v1")) asked.push(`${request.method()} ${pathname}`);
    });
  });

  afterEach(async () => {
    const complaints = watched.takeComplaints();
    await watched.close();
    if (complaints.length > 0) throw new Error(complaints.join("\n"));
  });

  it("shows one line and one question, and asks the workspace for nothing else", async () => {
    await page.goto(`${comity.url}${path}`);
    await page.getByRole("heading", { name: "What did this mean to you?" }).waitFor();
    expect(await page.getByText(what).isVisible()).toBe(true);
    expect(await page.getByRole("button").allTextContents()).toEqual([
      "five minutes",
      "a quarter of an hour",
      "three quarters of an hour",
      "half a morning",
      "a day",
      "It did not help me",
    ]);
    expect(await page.getByRole("banner").count()).toBe(0);
    expect(await page.getByRole("link").count()).toBe(0);
    expect(await page.locator("meta[name=robots]").getAttribute("content")).toContain("noindex");
    // Keys and dropped files mean nothing here.
    for (const key of ["?", "g", "p", "i", "n", "u"]) await page.keyboard.press(key);
    await dropFile(page, "Connections.csv", "First Name,Last Name\n");
    // Longer than the app waits before it fetches what comes next.
    await page.waitForTimeout(2_500);
    expect(await page.getByRole("dialog").count()).toBe(0);
    expect(new URL(page.url()).pathname).toBe(path);
    expect(asked).toEqual([`GET /v1${path.replace("/c/", "/confirmations/")}`]);
    expect(await page.content()).not.toContain("Lena");
  });

  it("takes one tap, once", async () => {
    await page.goto(`${comity.url}${path}`);
    await tap("three quarters of an hour").dblclick();
    await page.getByRole("heading", { name: "Thank you." }).waitFor();
    expect(asked.filter((each) => each.startsWith("POST"))).toHaveLength(1);
    const told = (await facts()).filter(({ evidence }) => evidence === "stated");
    expect(told.map(({ benefit }) => benefit)).toEqual([9]);
    await page.reload();
    await page.getByRole("heading", { name: "This has been answered." }).waitFor();
    expect(await page.getByRole("button").count()).toBe(0);
    expect(await page.getByText(what).count()).toBe(0);
    expect(asked.every((each) => each.includes("/v1/confirmations/"))).toBe(true);
  });

  it("takes no for an answer, by keyboard", async () => {
    await page.goto(`${comity.url}${path}`);
    await tap("It did not help me").focus();
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { name: "Thank you." }).waitFor();
    const told = (await facts()).filter(({ evidence }) => evidence === "stated");
    expect(told.map(({ benefit }) => benefit)).toEqual([0]);
  });

  it("says calmly when there is nothing to answer", async () => {
    await page.goto(`${comity.url}${path.slice(0, 20)}`);
    await page.getByRole("heading", { name: "This link leads nowhere." }).waitFor();
    expect(asked).toEqual([]);
    const newer = await linkTo(giftId);
    await page.goto(`${comity.url}${path}`);
    await page.getByRole("heading", { name: "This link leads nowhere." }).waitFor();
    await post(comity.url, `/v1/entries/${giftId}/reverse`);
    await page.goto(`${comity.url}${newer}`);
    await page.getByRole("heading", { name: "This link has run out." }).waitFor();
    // The browser itself notes the 404 of the link that was replaced.
    expect(watched.takeComplaints().every((text) => text.includes("404"))).toBe(true);
  });

  it("thanks once where the first answer arrived but its receipt did not", async () => {
    await page.goto(`${comity.url}${path}`);
    await tap("a day").waitFor();
    await page.route("**/v1/confirmations/*", async (route) => {
      await route.fetch();
      await route.fulfill({ status: 500, contentType: "application/problem+json", body: "{}" });
    });
    await tap("a day").click();
    await page.getByRole("alert").getByText("did not get through").waitFor();
    await page.unroute("**/v1/confirmations/*");
    await tap("a day").click();
    await page.getByRole("heading", { name: "Thank you." }).waitFor();
    const told = (await facts()).filter(({ evidence }) => evidence === "stated");
    expect(told.map(({ benefit }) => benefit)).toEqual([81]);
    expect(watched.takeComplaints().every((text) => text.startsWith("Failed to load"))).toBe(true);
  });

  for (const theme of themes) {
    for (const width of widthsOfState(theme)) {
      it(`is free of barriers in ${theme} at ${width} px`, async () => {
        const viewport = { width, height: 844 };
        const other = await openPage(comity.browser, comity.url, { colorScheme: theme, viewport });
        await other.page.goto(`${comity.url}${path}`);
        await other.page.getByRole("button", { name: "a day" }).waitFor();
        const found = [...(await barriersOf(other.page, "question"))];
        await other.page.getByRole("button", { name: "a day" }).click();
        await other.page.getByRole("heading", { name: "Thank you." }).waitFor();
        found.push(...(await barriersOf(other.page, "thanks")));
        expect(found).toEqual([]);
        expect(other.takeComplaints()).toEqual([]);
        await other.close();
      });
    }
  }
});
