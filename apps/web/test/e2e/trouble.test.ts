import type { Page } from "playwright-core";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { countEntries, post } from "../support/api.ts";
import { stage } from "../support/stage.ts";
import { openPage, type WatchedPage } from "../support/watchedPage.ts";

describe("when something goes wrong, and without a mouse", () => {
  const comity = stage();
  let watched: WatchedPage;
  let page: Page;
  let partnerId: string;

  beforeEach(async () => {
    const partner = { name: "Ana Ruiz", notes: "Likes tea" };
    partnerId = (await post(comity.url, "/v1/partners", partner)).id;
    watched = await openPage(comity.browser, comity.url);
    page = watched.page;
    await page.goto(`${comity.url}/partners/${partnerId}`);
    await page.getByText("Nothing is earned with Ana yet").waitFor();
  });

  afterEach(() => watched.close());

  /** The browser itself notes every failed request; nothing else may be noted. */
  const onlyFailedRequests = (): boolean =>
    watched.takeComplaints().every((text) => text.startsWith("Failed to load resource"));

  it("records a gift without a mouse", async () => {
    await page.keyboard.press("n");
    await page.getByRole("dialog").waitFor();
    const focused = page.locator(":focus");
    await page.keyboard.type("in public");
    await page.keyboard.press("Tab");
    expect(await focused.textContent()).toContain("Answered a question");
    await page.keyboard.press("Enter");
    expect(await focused.textContent()).toBe("They had not asked");
    await page.keyboard.press("Enter");
    await page.getByText("Written down.").waitFor();
    await expect.poll(() => countEntries(comity.url, partnerId)).toBe(1);
    await page.keyboard.press("u");
    await page.getByText("Taken back.", { exact: true }).waitFor();
    expect(watched.takeComplaints()).toEqual([]);
  });

  it("walks the list with j and k, opens with Enter and comes back with g p", async () => {
    await post(comity.url, "/v1/partners", { name: "Bo Lind" });
    await page.keyboard.press("g");
    await page.keyboard.press("p");
    await page.getByRole("heading", { level: 1, name: "Partners" }).waitFor();
    await page.locator("[data-row='0']").waitFor();
    await page.keyboard.press("j");
    await page.keyboard.press("j");
    expect(await page.locator(":focus").getAttribute("data-row")).toBe("1");
    await page.keyboard.press("k");
    expect(await page.locator(":focus").getAttribute("data-row")).toBe("0");
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { level: 1, name: "Ana Ruiz" }).waitFor();
    await page.keyboard.press("?");
    await page.getByRole("dialog").getByText("This sheet").waitFor();
    await page.keyboard.press("Escape");
    await page.getByRole("dialog").waitFor({ state: "detached" });
  });

  it("shows everyone again after a search that found nobody", async () => {
    await page.goto(`${comity.url}/partners?search=zzz`);
    const field = page.getByRole("searchbox");
    await page.getByRole("button", { name: "Show everyone" }).click();
    await page.locator("[data-row='0']").waitFor();
    // Longer than a search waits after the last letter.
    await page.waitForTimeout(400);
    expect(await field.inputValue()).toBe("");
    expect(new URL(page.url()).search).toBe("");
  });

  it("keeps what was typed when the server fails, and writes it once when tried again", async () => {
    // The gift arrives, but its answer does not come back.
    await page.route("**/v1/entries", async (route) => {
      await route.fetch();
      await route.fulfill({
        status: 500,
        contentType: "application/problem+json",
        body: JSON.stringify({ type: "/problems/internal", status: 500, detail: "It failed." }),
      });
    });
    await page.keyboard.press("n");
    await page.getByRole("button", { name: /^Gave them something for free/ }).click();
    await page.getByText("Note, day, sizes").click();
    await page.getByLabel("Note", { exact: true }).fill("Two tickets");
    await page.getByRole("button", { name: "They had not asked" }).click();
    await page.getByRole("alert").getByText("It failed.").waitFor();
    expect(await page.getByLabel("Note", { exact: true }).inputValue()).toBe("Two tickets");
    await page.unroute("**/v1/entries");
    await page.getByRole("button", { name: "They had not asked" }).evaluate((button) => {
      if (!(button instanceof HTMLElement)) return;
      button.click();
      button.click();
    });
    const line = page.getByRole("row").filter({ hasText: "Gave them something for free" });
    await line.getByText("Two tickets").waitFor();
    expect(await countEntries(comity.url, partnerId)).toBe(1);
    expect(onlyFailedRequests()).toBe(true);
  });

  it("says when it is cut off, keeps what was typed, and goes on when it is back", async () => {
    await post(comity.url, "/v1/entries", { from: "me", to: partnerId, benefit: "L", cost: "S" });
    await page.reload();
    await page.getByText("You could ask Ana").waitFor();
    await page.keyboard.press("a");
    await page.getByLabel("What would you like to ask?").fill("A word of advice");
    await page.context().setOffline(true);
    await page.getByRole("button", { name: "Open the ask" }).click();
    await page.getByRole("alert").getByText("cannot be reached").waitFor();
    await page.getByText("What you see may be old").waitFor();
    await page.keyboard.press("Escape");
    await page.keyboard.press("a");
    const what = page.getByLabel("What would you like to ask?");
    expect(await what.inputValue()).toBe("A word of advice");
    await page.context().setOffline(false);
    await page.getByText("What you see may be old").waitFor({ state: "detached" });
    await page.getByRole("button", { name: "Open the ask" }).click();
    await page.getByRole("heading", { name: "Open asks" }).waitFor();
    expect(onlyFailedRequests()).toBe(true);
  });

  it("shows the verdict of the server when it knows more than the page", async () => {
    await post(comity.url, "/v1/entries", { from: "me", to: partnerId, benefit: "M", cost: "S" });
    await post(comity.url, "/v1/entries", { from: "me", to: partnerId, benefit: "S", cost: "S" });
    await page.reload();
    await page.getByText("You could ask Ana").waitFor();
    await page.keyboard.press("a");
    await page.getByLabel("What would you like to ask?").fill("A word of advice");
    await page.getByRole("heading", { name: "Earned" }).waitFor();
    await post(comity.url, "/v1/asks", { partnerId, what: "Something else", cost: "S" });
    await post(comity.url, "/v1/asks", { partnerId, what: "Another thing", cost: "S" });
    await page.getByRole("button", { name: "Open the ask" }).click();
    await page.getByRole("heading", { name: "Not yet" }).waitFor();
    await page.getByRole("button", { name: "Ask anyway" }).click();
    await page.getByLabel("Why you ask all the same").fill("The deadline is today");
    await page.getByRole("button", { name: "Ask anyway, with this reason" }).click();
    await page.getByText("Asked before it was earned: The deadline is today").waitFor();
    expect(onlyFailedRequests()).toBe(true);
  });

  it("shows both versions when the notes were changed elsewhere, and loses neither", async () => {
    await page.getByRole("button", { name: "Edit the notes" }).click();
    await page.getByRole("textbox", { name: "Notes" }).fill("Likes coffee");
    await fetch(`${comity.url}/v1/partners/${partnerId}`, {
      method: "PATCH",
      headers: { "content-type": "application/json", "if-match": '"1"' },
      body: JSON.stringify({ notes: "Likes cocoa" }),
    });
    await page.getByRole("button", { name: "Save", exact: true }).click();
    await page.getByRole("alert").getByText("Likes cocoa").waitFor();
    expect(await page.getByRole("textbox", { name: "Notes" }).inputValue()).toBe("Likes coffee");
    await page.getByRole("button", { name: "Save mine over it" }).click();
    await page.getByRole("button", { name: "Edit the notes" }).waitFor();
    await page.getByText("Likes coffee").waitFor();
    expect(onlyFailedRequests()).toBe(true);
  });
});
