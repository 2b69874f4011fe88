/** Me: six questions that keep themselves, and what is at the foot of them. */
import { readFileSync } from "node:fs";
import type { Page } from "playwright-core";
import { afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { get, post } from "../support/api.ts";
import { barriersOf, themes, widthsIn } from "../support/barriers.ts";
import { stage } from "../support/stage.ts";
import { openPage, type WatchedPage } from "../support/watchedPage.ts";

interface Kept {
  readonly answers: Record<string, string>;
  readonly answered: number;
}

describe("me", () => {
  const comity = stage();
  let watched: WatchedPage;
  let page: Page;

  const meaning = (on: Page = page) =>
    on.getByRole("textbox", { name: "What does partnering mean to you?" });
  const vision = (on: Page = page) =>
    on.getByRole("textbox", { name: "What is different once it has worked?" });
  const soon = { timeout: 6_000 };
  const kept = async (): Promise<Kept> => get<Kept>(comity.url, "/v1/strategy");
  const open = async (on: Page): Promise<void> => {
    await on.goto(`${comity.url}/me`);
    await meaning(on).waitFor();
  };

  beforeAll(async () => {
    await post(comity.url, "/v1/partners", { name: "Ana Sousa" });
  });

  beforeEach(async () => {
    watched = await openPage(comity.browser, comity.url);
    page = watched.page;
    await open(page);
  });

  afterEach(async () => {
    const complaints = watched.takeComplaints();
    await watched.close();
    if (complaints.length > 0) throw new Error(complaints.join("\n"));
  });

  it("begins with oneself, and names nobody", async () => {
    await page.getByText("None of six answered").waitFor();
    expect(await page.getByRole("textbox").count()).toBe(6);
    expect(await page.getByText("Ana").count()).toBe(0);
  });

  it("keeps an answer after a rest, says so, and takes it back", async () => {
    await meaning().fill("Not to be alone with it.");
    await page.getByText("Kept.").waitFor();
    await page.getByText("One of six answered").waitFor();
    expect((await kept()).answers["motivation"]).toBe("Not to be alone with it.");
    await page.getByRole("button", { name: /^Undo: What does partnering/ }).click();
    expect(await meaning().inputValue()).toBe("");
    await page.getByText("None of six answered").waitFor();
    expect((await kept()).answered).toBe(0);
  });

  it("keeps on leaving a field, and on leaving the page", async () => {
    await meaning().fill("Company.");
    await vision().focus();
    await expect.poll(async () => (await kept()).answers["motivation"], soon).toBe("Company.");
    await vision().fill("A town makes its own.");
    await page.getByRole("link", { name: "Deals" }).click();
    await expect
      .poll(async () => (await kept()).answers["vision"], soon)
      .toBe("A town makes its own.");
  });

  it("writes one after the other, also where two fields are changed at once", async () => {
    await meaning().fill("Company, and company.");
    await vision().fill("Every town makes its own.");
    await expect
      .poll(async () => (await kept()).answers, soon)
      .toMatchObject({ motivation: "Company, and company.", vision: "Every town makes its own." });
  });

  it("offers both when another window says something else, and lets other answers be", async () => {
    const second = await openPage(comity.browser, comity.url);
    await open(second.page);
    await meaning(second.page).fill("From the second window.");
    await second.page.getByText("Kept.").waitFor();
    // Another answer goes through, and brings the newer version along.
    await vision().fill("From the first window.");
    await page.getByText("Kept.").waitFor();
    await vision(second.page).fill("From the second window.");
    await second.page.getByText("Another window says something else here").waitFor();
    await second.page.getByText("From the first window.").waitFor();
    await second.page.getByRole("button", { name: "Keep what is written here" }).click();
    await second.page.getByText("Kept.").first().waitFor();
    await expect
      .poll(async () => (await kept()).answers["vision"], soon)
      .toBe("From the second window.");
    await vision().fill("From the first window, again.");
    await page.getByRole("button", { name: "Take the other" }).click();
    expect(await vision().inputValue()).toBe("From the second window.");
    // The browser notes refusals by itself.
    for (const each of [watched, second]) {
      expect(each.takeComplaints().every((text) => text.includes("412"))).toBe(true);
    }
    await second.close();
  });

  it("says when it cannot be kept, and keeps it when asked again", async () => {
    await page.route("**/v1/strategy", (route) =>
      route.request().method() === "PATCH"
        ? route.fulfill({ status: 500, body: "" })
        : route.continue(),
    );
    await meaning().fill("Against the odds.");
    await page.getByRole("button", { name: "Try again" }).waitFor();
    await page.unroute("**/v1/strategy");
    await page.getByRole("button", { name: "Try again" }).click();
    await page.getByText("Kept.").waitFor();
    expect((await kept()).answers["motivation"]).toBe("Against the odds.");
    expect(watched.takeComplaints().every((text) => text.includes("500"))).toBe(true);
  });

  it("counts near the end of the room, and takes no more", async () => {
    await meaning().fill("a".repeat(1_799));
    expect(await page.getByText(/of 2,000/).count()).toBe(0);
    await meaning().fill("a".repeat(2_000));
    await page.getByText("2,000 of 2,000").waitFor();
    await meaning().press("End");
    await page.keyboard.type("b");
    expect((await meaning().inputValue()).length).toBe(2_000);
    await meaning().fill("Company.");
    await page.getByText("Kept.").waitFor();
  });

  it("prints as one page, with the answers and without the page around them", async () => {
    await page.emulateMedia({ media: "print" });
    expect(await page.getByText("Company.").locator("visible=true").count()).toBe(1);
    expect(await page.getByRole("textbox").locator("visible=true").count()).toBe(0);
    expect(await page.getByRole("link", { name: "Settings" }).locator("visible=true").count()).toBe(
      0,
    );
    const pdf = (await page.pdf({ format: "A4" })).toString("latin1");
    expect(pdf.match(/\/Type\s*\/Page\b/g)?.length).toBe(1);
  });

  it("leads on to settings, components, the export and the sample", async () => {
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("link", { name: "Export all partners" }).click(),
    ]);
    expect(download.suggestedFilename()).toBe("comity-partners.csv");
    expect(readFileSync(await download.path(), "utf8")).toContain("Ana Sousa");
    expect(await page.getByRole("link", { name: /^Settings/ }).getAttribute("href")).toBe(
      "/me/settings",
    );
    expect(await page.getByRole("link", { name: /^Components/ }).getAttribute("href")).toBe(
      "/design",
    );
    await page.getByRole("button", { name: "Look at the sample again" }).click();
    await page.getByText("This is a sample: everybody in it is made up.").waitFor();
    expect(new URL(page.url()).pathname).toBe("/");
  });

  for (const theme of themes) {
    for (const width of widthsIn(theme)) {
      it(`is free of barriers in ${theme} at ${width} px, and never scrolls sideways`, async () => {
        const viewport = { width, height: 844 };
        const other = await openPage(comity.browser, comity.url, { colorScheme: theme, viewport });
        await open(other.page);
        const found = await barriersOf(other.page, "me");
        expect(other.takeComplaints()).toEqual([]);
        await other.close();
        expect(found).toEqual([]);
      });
    }
  }
});
