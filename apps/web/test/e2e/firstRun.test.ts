/** The first visit: into the sample by itself, and one click to one's own. */
import type { Page } from "playwright-core";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { get, post } from "../support/api.ts";
import { barriersOf, themes, widthsOfState } from "../support/barriers.ts";
import { stage } from "../support/stage.ts";
import { connectionsFile, dropFile, openPage, type WatchedPage } from "../support/watchedPage.ts";

const ribbonText = "This is a sample: everybody in it is made up.";

describe("the first run", () => {
  const comity = stage();
  let watched: WatchedPage;
  let page: Page;

  const ribbon = () => page.getByText(ribbonText);
  const dialog = (name: string) => page.getByRole("dialog", { name });
  const count = async (root = ""): Promise<number> =>
    (await get<{ count: number }>(comity.url, `${root}/v1/partners/count`)).count;
  const arrive = async (path = "/"): Promise<void> => {
    await page.goto(`${comity.url}${path}`);
    await ribbon().waitFor();
  };
  const startWithMine = async (): Promise<void> => {
    await page.getByRole("complementary", { name: "The sample" }).getByRole("button").click();
    await page.getByText("Give first, and keep track of it").waitFor();
  };

  beforeEach(async () => {
    watched = await openPage(comity.browser, comity.url, { isFirstVisit: true });
    page = watched.page;
  });

  afterEach(async () => {
    const complaints = watched.takeComplaints();
    await watched.close();
    if (complaints.length > 0) throw new Error(complaints.join("\n"));
  });

  it("shows the sample at once, alive, and never the empty page", async () => {
    await page.addInitScript(() => {
      new MutationObserver(() => {
        if (document.body?.textContent.includes("Give first")) document.title = "flashed";
        if (document.body?.textContent.includes("Give first"))
          localStorage.setItem("flashed", "yes");
      }).observe(document, { childList: true, subtree: true });
    });
    await arrive();
    await page.getByRole("region", { name: "Your turn" }).waitFor();
    expect(await page.evaluate(() => localStorage.getItem("flashed"))).toBeNull();
    expect(await page.evaluate(() => localStorage.getItem("comity.place"))).toBe("sample");
    for (const place of ["Partners", "Deals", "Me"]) {
      await page.getByRole("link", { name: place, exact: true }).click();
      await page.getByRole("heading", { level: 1, name: place }).waitFor();
      expect(await ribbon().isVisible()).toBe(true);
    }
    await page.emulateMedia({ media: "print" });
    expect(await ribbon().isVisible()).toBe(false);
  });

  it("keeps what is tried in the sample out of one's own", async () => {
    await arrive();
    await page.getByRole("button", { name: "We were in touch" }).first().click();
    await page.getByText(/^Written down: you wrote to/).waitFor();
    expect(await count()).toBe(0);
    expect(await count("/sample")).toBeGreaterThan(15);
  });

  it("starts with mine by one click, and remembers it", async () => {
    await arrive();
    await startWithMine();
    expect(await ribbon().count()).toBe(0);
    await page.getByRole("region", { name: "Three steps to begin with" }).waitFor();
    await page.getByRole("button", { name: "Put the three steps away" }).click();
    await page.reload();
    await page.getByText("Give first, and keep track of it").waitFor();
    expect(await page.getByRole("region", { name: "Three steps to begin with" }).count()).toBe(0);
    expect(await ribbon().count()).toBe(0);
  });

  it("leads to mine also where the browser remembers nothing", async () => {
    await page.addInitScript(() => {
      Object.defineProperty(window, "localStorage", {
        get: () => {
          throw new Error("Storage is turned off.");
        },
      });
    });
    await arrive();
    await startWithMine();
    expect(await ribbon().count()).toBe(0);
    await page.reload();
    await page.getByText("Give first, and keep track of it").waitFor();
  });

  it("asks in the sample whether somebody real is meant", async () => {
    await arrive("/partners");
    await page.getByRole("button", { name: "Add partner" }).click();
    await dialog("Do you mean somebody real?")
      .getByRole("button", { name: "Add to the sample" })
      .click();
    await dialog("Add a partner").waitFor();
    await page.keyboard.press("Escape");
    await page.getByRole("button", { name: "Add partner" }).click();
    await dialog("Do you mean somebody real?")
      .getByRole("button", { name: "Start with mine" })
      .click();
    await dialog("Before whom, a word about you").waitFor();
    expect(await ribbon().count()).toBe(0);
  });

  it("pauses before the first partner, once, with the first question", async () => {
    await arrive();
    await startWithMine();
    await page.getByRole("button", { name: "Write one down by hand" }).click();
    const pause = dialog("Before whom, a word about you");
    const answer = pause.getByRole("textbox", { name: "What does partnering mean to you?" });
    await expect
      .poll(() => answer.evaluate((field) => field === document.activeElement))
      .toBe(true);
    expect(await barriersOf(page, "pause")).toEqual([]);
    await pause.getByRole("button", { name: "Skip for now" }).click();
    await dialog("Add a partner").waitFor();
    await page.keyboard.press("Escape");
    await page.getByRole("button", { name: "Add partner" }).click();
    await dialog("Add a partner").waitFor();
    await page.reload();
    await page.getByRole("button", { name: "Add partner" }).click();
    await dialog("Add a partner").waitFor();
  });

  it("carries a file that was dropped in the sample to one's own", async () => {
    await arrive();
    const file = connectionsFile([
      "Zoë,Brönte,https://www.linkedin.com/in/zoe,,Light,Maker,14 Mar 2022",
    ]);
    await dropFile(page, "Connections.csv", file);
    const whose = dialog("This belongs with yours");
    await whose.getByRole("button", { name: "Start with mine and import it there" }).click();
    const pause = dialog("Before whom, a word about you");
    await pause.getByLabel("What does partnering mean to you?").fill("Company.");
    await pause.getByText("Kept.").waitFor();
    await pause.getByRole("button", { name: "Go on" }).click();
    await page.getByRole("button", { name: /^Bring (them|her|him|one|.*) in/ }).click();
    await expect.poll(() => count()).toBe(1);
    const { data } = await get<{ data: Array<{ name: string }> }>(comity.url, "/v1/partners");
    expect(data[0]?.name).toBe("Zoë Brönte");
    await page.reload();
    expect(await page.getByRole("dialog").count()).toBe(0);
  });

  it("shows one's own to somebody new, when there is somebody in it", async () => {
    await page.goto(comity.url);
    await page.getByRole("heading", { level: 1, name: "Today" }).waitFor();
    await page.getByText(/worth doing/).waitFor();
    expect(await ribbon().count()).toBe(0);
  });

  it("answers a private link from one's own, also in the sample", async () => {
    const partner = await post(comity.url, "/v1/partners", { name: "Ana Sousa" });
    const gift = { from: "me", to: partner.id, kindId: "research" };
    const { id } = await post(comity.url, "/v1/entries", gift);
    const { path } = await post<{ path: string }>(
      comity.url,
      `/v1/entries/${id}/confirmation-link`,
      { what: "Three grants for your series" },
    );
    await page.addInitScript(() => localStorage.setItem("comity.place", "sample"));
    await page.goto(`${comity.url}${path}`);
    await page.getByRole("heading", { level: 1 }).waitFor();
    expect(await ribbon().count()).toBe(0);
  });

  for (const theme of themes) {
    for (const width of widthsOfState(theme)) {
      it(`is free of barriers in ${theme} at ${width} px, and never scrolls sideways`, async () => {
        const options = {
          isFirstVisit: true,
          colorScheme: theme,
          viewport: { width, height: 844 },
        };
        const other = await openPage(comity.browser, comity.url, options);
        await other.page.addInitScript(() => localStorage.setItem("comity.place", "sample"));
        await other.page.goto(comity.url);
        await other.page.getByRole("region", { name: "You may ask" }).waitFor();
        const found = [...(await barriersOf(other.page, "sample"))];
        await other.page.goto(`${comity.url}/deals`);
        await other.page.getByRole("heading", { name: "Under way" }).waitFor();
        found.push(...(await barriersOf(other.page, "deals")));
        await other.page.goto(`${comity.url}/partners?do=add`);
        await other.page.getByRole("dialog").waitFor();
        found.push(...(await barriersOf(other.page, "whose")));
        expect(other.takeComplaints()).toEqual([]);
        await other.close();
        expect(found).toEqual([]);
      });
    }
  }
});
