import type { Page } from "playwright-core";
import { afterEach, beforeAll, describe, expect, it } from "vitest";
import { get, post } from "../support/api.ts";
import { barriersOf, themes, widthsOfState } from "../support/barriers.ts";
import { stage } from "../support/stage.ts";
import { openPage, type WatchedPage } from "../support/watchedPage.ts";

interface Reading {
  readonly chosen: Readonly<Record<string, unknown>>;
  readonly isOwn: boolean;
}

interface Kind {
  readonly id: string;
  readonly what: string;
  readonly benefit: number;
  readonly version: number;
  readonly isOwn: boolean;
}

describe("the settings", () => {
  const comity = stage();
  let watched: WatchedPage;
  let page: Page;
  let partnerId: string;

  const button = (name: string | RegExp) => page.getByRole("button", { name, exact: true });
  const preset = (title: string) => page.getByRole("button", { name: new RegExp(`^${title}`) });
  const undoOf = (text: string) =>
    page.getByText(text, { exact: true }).locator("..").getByRole("button", { name: "Undo" });
  const dialog = () => page.getByRole("dialog");
  const row = (words: string) => page.getByRole("listitem").filter({ hasText: words });
  const policy = (path = "/v1/policy") => get<Reading>(comity.url, path);
  const kinds = async () =>
    (await get<{ data: ReadonlyArray<Kind> }>(comity.url, "/v1/catalogue")).data;
  const change = (method: string, path: string, version: number, body: unknown) =>
    fetch(`${comity.url}${path}`, {
      method,
      headers: { "content-type": "application/json", "if-match": `"${version}"` },
      body: JSON.stringify(body),
    });
  const onlyRefused = (): boolean =>
    watched.takeComplaints().every((text) => text.startsWith("Failed to load resource"));

  beforeAll(async () => {
    partnerId = (await post(comity.url, "/v1/partners", { name: "Ana Ruiz" })).id;
    await post(comity.url, "/v1/entries", { from: "me", to: partnerId, benefit: "L", cost: "S" });
    watched = await openPage(comity.browser, comity.url);
    page = watched.page;
    await page.goto(`${comity.url}/partners`);
    await page.locator("[data-row='0']").waitFor();
    await page.keyboard.press("g");
    await page.keyboard.press("s");
    await page.getByRole("heading", { level: 1, name: "Settings" }).waitFor();
  });

  afterEach(() => {
    const complaints = watched.takeComplaints();
    if (complaints.length > 0) throw new Error(complaints.join("\n"));
  });

  it("changes the preset with one key and takes it back with another", async () => {
    expect(await preset("Partners").getAttribute("aria-pressed")).toBe("true");
    await preset("Close").focus();
    await page.keyboard.press("Enter");
    await page.getByText("Asks are judged as “Close” now.").waitFor();
    expect(await preset("Close").getAttribute("aria-pressed")).toBe("true");
    expect((await policy()).chosen).toMatchObject({ preset: "close", halfLifeDays: 1557 });
    await page.keyboard.press("u");
    await page.getByText("As it was before.").waitFor();
    expect(await preset("Partners").getAttribute("aria-pressed")).toBe("true");
    expect((await policy()).chosen).toMatchObject({ preset: "partner", halfLifeDays: 365 });
  });

  it("says when somebody else was faster, and shows what stands", async () => {
    const { version } = await get<{ version: number }>(comity.url, "/v1/policy");
    await change("PUT", "/v1/policy", version, { preset: "one-off" });
    await preset("Careful").click();
    await page.getByText("This was changed elsewhere meanwhile.").waitFor();
    await page.locator("[aria-pressed='true']", { hasText: "In passing" }).waitFor();
    expect((await policy()).chosen).toMatchObject({ preset: "one-off" });
    await preset("Partners").click();
    await page.getByText("Asks are judged as “Partners” now.").waitFor();
    expect(onlyRefused()).toBe(true);
  });

  it("takes numbers within their limits, says what does not fit, and undoes", async () => {
    await page.getByText("The numbers behind it").click();
    const half = page.getByLabel("Half has faded after (days)");
    await half.fill("a year");
    await button("Save").click();
    await page.getByText("Write a number from 0.01 to 36,500.").waitFor();
    await half.fill("200");
    await page.getByLabel("Of an ask that got a no, stays used (percent)").fill("12,5");
    await button("Save").click();
    await page.getByText("Asks are judged by your numbers now.").waitFor();
    expect((await policy()).chosen).toMatchObject({
      preset: "partner",
      halfLifeDays: 200,
      declinedAskShare: 0.125,
    });
    await page.getByText("yours, with other numbers").waitFor();
    await undoOf("Asks are judged by your numbers now.").click();
    await page.getByText("yours, with other numbers").waitFor({ state: "detached" });
    expect(await half.inputValue()).toBe("365");
    expect((await policy()).chosen).toMatchObject({ halfLifeDays: 365, declinedAskShare: 0 });
  });

  it("tells what was learned, with the numbers on demand", async () => {
    await page.getByText("Nobody has answered an ask of yours yet.").waitFor();
    await page.getByText("No partner has told you yet what a gift meant.").waitFor();
    await page.getByText("Show the numbers").click();
    expect(await page.getByText("Answers to your asks", { exact: true }).isVisible()).toBe(true);
  });

  it("adds a kind of one's own, and lists it with the standard ones", async () => {
    await button("Add something you give").click();
    await button("Add").click();
    await dialog().getByText("Say in a few words what it is.").waitFor();
    await dialog().getByLabel("When you do it", { exact: true }).fill("Lent them my studio");
    await dialog()
      .getByRole("group", { name: "What it usually means to the other" })
      .getByRole("radio", { name: "a day" })
      .check();
    await button("Add").dblclick();
    await page.getByText("Added: Lent them my studio").waitFor();
    await row("Lent them my studio").getByText("yours").waitFor();
    const list = page.getByRole("region", { name: "What you give" });
    await list.getByText("takes a quarter of an hour, means a day").first().waitFor();
    expect(await list.getByText("Introduced them to someone").count()).toBe(1);
    const own = (await kinds()).filter(({ what }) => what === "Lent them my studio");
    expect(own).toHaveLength(1);
    const gift = { from: "me", to: partnerId, kindId: own[0]?.id };
    expect(await post(comity.url, "/v1/entries", gift)).toMatchObject({ benefit: 81, cost: 3 });
  });

  it("removes a kind that was used, and brings it back under the same id", async () => {
    const own = (await kinds()).find(({ what }) => what === "Lent them my studio");
    await button("Remove: Lent them my studio").click();
    await page.getByText("Removed: Lent them my studio").waitFor();
    await row("Lent them my studio").waitFor({ state: "detached" });
    await page.keyboard.press("u");
    await row("Lent them my studio").waitFor();
    const again = (await kinds()).filter(({ what }) => what === "Lent them my studio");
    expect(again.map(({ id }) => id)).toEqual([own?.id]);
  });

  it("changes a standard kind, resets it, and undoes the reset", async () => {
    await button("Change: Introduced them to someone").click();
    await dialog().getByLabel("When you do it", { exact: true }).fill("Opened a door for them");
    await dialog().getByRole("button", { name: "Save" }).click();
    await row("Opened a door for them").getByText("changed").waitFor();
    await button("Reset: Opened a door for them").click();
    await row("Introduced them to someone").waitFor();
    await undoOf("As usual again: Opened a door for them").click();
    await row("Opened a door for them").getByText("changed").waitFor();
    await button("Reset: Opened a door for them").click();
    await row("Introduced them to someone").waitFor();
    expect((await kinds()).filter(({ isOwn }) => isOwn)).toHaveLength(1);
  });

  it("shows both versions when a kind was changed elsewhere, and loses neither", async () => {
    await button("Change: A repost").click();
    await dialog().getByLabel("What you ask for", { exact: true }).fill("A kind repost");
    await change("PATCH", "/v1/catalogue/ask-repost", 0, { what: "A quick repost" });
    await dialog().getByRole("button", { name: "Save" }).click();
    await dialog().getByRole("alert").getByText("A quick repost").waitFor();
    expect(await dialog().getByLabel("What you ask for", { exact: true }).inputValue()).toBe(
      "A kind repost",
    );
    await button("Save mine over it").click();
    await row("A kind repost").getByText("changed").waitFor();
    expect(onlyRefused()).toBe(true);
  });

  it("chooses another preset for one partner, and the one of everyone else again", async () => {
    await page.goto(`${comity.url}/partners/${partnerId}`);
    const margin = page.getByRole("region", { name: "How goodwill lasts with Ana" });
    await margin.getByText("Like everyone else: a year's memory").waitFor();
    await margin.getByRole("button", { name: "Change" }).click();
    await margin.getByRole("button", { name: /^Close/ }).click();
    await margin.getByText("Close: lasts for years").waitFor();
    await margin.getByLabel("You want to be in touch").selectOption({ label: "every week" });
    await margin.getByText("In touch every week").waitFor();
    const path = `/v1/partners/${partnerId}/policy`;
    expect(await policy(path)).toMatchObject({
      isOwn: true,
      chosen: { preset: "close", cadenceDays: 7 },
    });
    await margin.getByRole("button", { name: "Like everyone else" }).click();
    await margin.getByText("Like everyone else: a year's memory").waitFor();
    expect((await policy(path)).isOwn).toBe(false);
    await undoOf("With Ana it is as with everyone else now.").click();
    await margin.getByText("Close: lasts for years").waitFor();
    expect(await policy(path)).toMatchObject({ isOwn: true, chosen: { cadenceDays: 7 } });
  });

  for (const theme of themes) {
    for (const width of widthsOfState(theme)) {
      it(`is free of barriers in ${theme} at ${width} px`, async () => {
        const viewport = { width, height: 844 };
        const other = await openPage(comity.browser, comity.url, { colorScheme: theme, viewport });
        const found: Array<string> = [];
        await other.page.goto(`${comity.url}/me/settings`);
        await other.page.getByText("What goes wrong").first().waitFor();
        await other.page.getByText("The numbers behind it").click();
        await other.page.getByText("Show the numbers").click();
        await other.page.getByLabel("An ask weighs (times its size)").fill("0");
        await other.page.getByRole("button", { name: "Save" }).click();
        found.push(...(await barriersOf(other.page, "settings")));
        await other.page.getByRole("button", { name: "Add something you ask for" }).click();
        await other.page.getByRole("button", { name: "Add", exact: true }).click();
        found.push(...(await barriersOf(other.page, "kind")));
        expect(found).toEqual([]);
        expect(other.takeComplaints()).toEqual([]);
        await other.close();
      });
    }
  }
});
