import type { Page } from "playwright-core";
import { afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { post } from "../support/api.ts";
import { stage } from "../support/stage.ts";
import { openPage, type WatchedPage } from "../support/watchedPage.ts";

describe("what is worth doing now", () => {
  const comity = stage();
  let watched: WatchedPage;
  let page: Page;

  const focusedText = (): Promise<string | null> => page.locator(":focus").textContent();
  const isFocusInside = (): Promise<boolean> =>
    page.evaluate(() => document.activeElement?.closest("dialog") !== null);

  beforeAll(async () => {
    const [ana] = await Promise.all(
      ["Ana Ruiz", "Bo Lind"].map((name) => post(comity.url, "/v1/partners", { name })),
    );
    const gift = { from: "me", to: ana?.id, cost: "S", benefit: "L", evidence: "observed" };
    for (const at of ["2026-08-01", "2026-08-20"]) {
      await post(comity.url, "/v1/entries", { ...gift, at });
    }
  });

  beforeEach(async () => {
    watched = await openPage(comity.browser, comity.url);
    page = watched.page;
  });

  afterEach(async () => {
    const complaints = watched.takeComplaints();
    await watched.close();
    if (complaints.length > 0) throw new Error(complaints.join("\n"));
  });

  for (const [verb, name, title] of [
    ["Ask", "Ana", "Ask Ana"],
    ["Give", "Bo", "Give to Bo"],
  ] as const) {
    it(`leads to the open dialog: ${title}`, async () => {
      await page.goto(comity.url);
      await page.getByRole("link", { name: `${verb}: ${name}` }).click();
      const dialog = page.getByRole("dialog", { name: title });
      await dialog.waitFor();
      expect(new URL(page.url()).search).toBe("");
      await expect.poll(isFocusInside).toBe(true);
      await page.keyboard.press("Escape");
      await dialog.waitFor({ state: "detached" });
      expect(await focusedText()).toBe(verb);
      await page.reload();
      await page.getByRole("heading", { name: "Before you send" }).waitFor();
      expect(await dialog.count()).toBe(0);
      // The address without the verb took the place of the one with it.
      await page.goBack();
      await page.getByRole("heading", { level: 1, name: "Today" }).waitFor();
    });
  }

  it("leaves an address alone that wants something else", async () => {
    await page.goto(comity.url);
    const href = await page.getByRole("link", { name: "Ask: Ana" }).getAttribute("href");
    await page.goto(`${comity.url}${href?.replace("ask", "dance")}`);
    await page.getByText(/^You could ask/).waitFor();
    expect(await page.getByRole("dialog").count()).toBe(0);
    expect(new URL(page.url()).search).toBe("");
  });
});
