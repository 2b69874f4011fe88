import type { Page } from "playwright-core";
import { isSoak } from "../support/soak.ts";
import { afterEach, beforeAll, describe, expect, it } from "vitest";
import { stage } from "../support/stage.ts";
import {
  connectionsFile,
  dropFile,
  manyRows,
  openPage,
  type WatchedPage,
} from "../support/watchedPage.ts";

const small = connectionsFile([
  "Ana,Ruiz,https://www.linkedin.com/in/ana-ruiz,ana@example.org,The Slow Quarterly,Editor,14 Mar 2022",
  "Bo,Lind,https://www.linkedin.com/in/bo-lind,,Fjord Tools,Maker,02 Nov 2020",
  ",,,,,,",
  "Ana,Ruiz,https://www.linkedin.com/in/ana-ruiz,ana@example.org,The Slow Quarterly,Editor,14 Mar 2022",
]);

describe("from an empty page to an ask that was granted", () => {
  const comity = stage();
  let watched: WatchedPage;
  let page: Page;

  const dialog = () => page.getByRole("dialog");
  const button = (name: string | RegExp) => page.getByRole("button", { name, exact: true });
  const undoOf = (text: string) =>
    page.getByText(text, { exact: true }).locator("..").getByRole("button", { name: "Undo" });
  const give = async (what: RegExp): Promise<void> => {
    await button("Give").click();
    await dialog().getByRole("button", { name: what }).click();
    await dialog().getByRole("button", { name: "They had not asked" }).click();
    await dialog().waitFor({ state: "detached" });
  };

  beforeAll(async () => {
    watched = await openPage(comity.browser, comity.url);
    page = watched.page;
    await page.goto(comity.url);
  });

  afterEach(() => {
    const complaints = watched.takeComplaints();
    if (complaints.length > 0) throw new Error(complaints.join("\n"));
  });

  it("teaches in one sentence while nobody is there", async () => {
    await page.getByText("Give first, and keep track of it").waitFor();
    expect(await button("Choose the file").isVisible()).toBe(true);
    expect(await page.getByText("Get a copy of your data").isVisible()).toBe(true);
    await page.getByRole("link", { name: "Partners" }).click();
    await page.getByText("Give first, and keep track of it").waitFor();
  });

  it("shows what a dropped file would bring, and brings it in", async () => {
    await dropFile(page, "Connections.csv", small);
    await dialog().getByText("2 people are new, 1 stands in the file twice").waitFor();
    await dialog().getByText("Line 7").waitFor();
    await button("Bring them in").click();
    await page.getByText("2 people are here.").waitFor();
    await page.getByRole("link", { name: /Ana Ruiz.*Editor at The Slow Quarterly/ }).waitFor();
  });

  it("says what is wrong with a file of another kind", async () => {
    await dropFile(page, "prices.html", "<!doctype html><p>Bread</p>");
    await dialog()
      .getByRole("alert")
      .getByText(/no table and no cards/)
      .waitFor();
    await page.keyboard.press("Escape");
    // A refused file is a refused request, and the browser notes it by itself.
    expect(watched.takeComplaints().every((text) => text.includes("422"))).toBe(true);
  });

  it("finds a partner by the beginning of a word, and opens the page", async () => {
    await page.keyboard.press("/");
    await page.keyboard.type("quart");
    await page.getByRole("link", { name: /Bo Lind/ }).waitFor({ state: "detached" });
    await page.getByRole("link", { name: /Ana Ruiz/ }).click();
    await page.getByRole("heading", { level: 1, name: "Ana Ruiz" }).waitFor();
    await page.getByText("Nothing is earned with Ana yet").waitFor();
    await page.getByText("14 March 2022").waitFor();
  });

  it("writes a gift down in three taps, and takes it back with one", async () => {
    await give(/^Gave them something for free/);
    await page.getByText("Written down.", { exact: true }).waitFor();
    await page.getByRole("emphasis").getByText("a quarter of an hour").waitFor();
    await undoOf("Written down.").click();
    await page.getByText("Taken back.", { exact: true }).waitFor();
    await page.getByText("Nothing is earned with Ana yet").waitFor();
    await page.getByText("taken back", { exact: true }).waitFor();
  });

  it("judges an ask before it is made, and says which gifts would earn it", async () => {
    await button("Ask").click();
    await dialog().getByLabel("What would you like to ask?").fill("A review of my draft");
    await dialog().getByRole("radio", { name: "three quarters of an hour" }).check();
    await dialog().getByRole("heading", { name: "Not yet" }).waitFor();
    expect(await dialog().getByRole("button", { name: "I did this" }).count()).toBe(3);
    await dialog().getByText("Show the arithmetic").click();
    await dialog()
      .getByRole("row", { name: /This ask, weighed 2 times −18 ep/ })
      .waitFor();
    expect(await dialog().getByRole("button", { name: "Open the ask" }).count()).toBe(0);
  });

  it("earns the ask when the gifts are recorded, one after the other", async () => {
    const gifts = dialog().getByRole("button", { name: "I did this" });
    for (let left = 3; left > 0; left--) {
      await gifts.first().click();
      await dialog()
        .getByText("Written down:")
        .nth(3 - left)
        .waitFor();
    }
    await dialog().getByRole("heading", { name: "Earned" }).waitFor();
  });

  it("opens one ask from a double click", async () => {
    await button("Open the ask").dblclick();
    await page.getByRole("heading", { name: "Open asks" }).waitFor();
    await page.getByText("A review of my draft").waitFor();
    expect(await page.getByRole("button", { name: "They said yes" }).count()).toBe(1);
    await page.getByText("An open ask holds").waitFor();
  });

  it("writes down that they said yes, with what it meant", async () => {
    await button("They said yes").click();
    const usual = page.getByRole("radio", { name: "three quarters of an hour" });
    expect(await usual.isChecked()).toBe(true);
    await button("Write it down").click();
    await page.getByText("One past ask").waitFor();
    await page.getByRole("button", { name: "used an hour and a half" }).waitFor();
  });

  it("shows the curve to the keyboard, step by step", async () => {
    const curve = page.getByRole("slider");
    await curve.focus();
    await page.keyboard.press("End");
    expect(await curve.getAttribute("aria-valuetext")).toContain("down by an hour and a half");
    await page.keyboard.press("ArrowLeft");
    expect(await curve.getAttribute("aria-valuetext")).toContain("up by");
  });

  it("has lost nothing after the server was killed and started again", async () => {
    const before = await page.locator("tbody tr").count();
    await comity.crash();
    await page.reload();
    // The browser notes by itself what it asked while nobody answered.
    const isRefused = (text: string): boolean => text.includes("ERR_CONNECTION_REFUSED");
    expect(watched.takeComplaints().every(isRefused)).toBe(true);
    await page.getByRole("button", { name: "used an hour and a half" }).waitFor();
    expect(await page.locator("tbody tr").count()).toBe(before);
    await page.getByText("One past ask").waitFor();
  });

  it.runIf(isSoak)(
    "brings 10,000 people in within seconds, and takes typing meanwhile",
    async () => {
      await page.getByRole("link", { name: "Partners", exact: true }).click();
      await dropFile(page, "Connections.csv", connectionsFile(manyRows(10_000)));
      await dialog().getByText("10,000 people are new").waitFor();
      const startedAt = performance.now();
      await button("Bring them in").click();
      await page.getByText("Bringing in 10,000 people").waitFor();
      const search = page.getByRole("searchbox");
      await search.pressSequentially("ana ruiz", { delay: 15 });
      expect(await search.inputValue()).toBe("ana ruiz");
      await page.getByRole("link", { name: /Ana Ruiz/ }).waitFor();
      await page.getByText("10,000 people are here.").waitFor();
      // The goal is five seconds on a machine of its own (`npm run bench`); here others run beside it.
      expect(performance.now() - startedAt).toBeLessThan(20_000);
      await search.fill("");
      await page.getByRole("link", { name: /Person0 Number0/ }).waitFor();
    },
  );

  it.runIf(isSoak)("scrolls through pages of partners and keeps the page small", async () => {
    for (let step = 0; step < 12; step++) {
      await page.mouse.wheel(0, 1_500);
      await page.waitForTimeout(40);
    }
    const shown = await page.locator("[data-row]").count();
    expect(shown).toBeGreaterThan(5);
    expect(shown).toBeLessThan(60);
  });

  it.runIf(isSoak)("takes an import back as a whole, but keeps whom it was used for", async () => {
    await undoOf("10,000 people are here.").click();
    await page.getByText("The import is undone.").waitFor({ timeout: 15_000 });
    await page.getByRole("link", { name: /Ana Ruiz/ }).waitFor();
    expect(await page.locator("[data-row]").count()).toBe(2);
  });
});
