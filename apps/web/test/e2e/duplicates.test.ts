import type { Page } from "playwright-core";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { countEntries, get, post } from "../support/api.ts";
import { barriersOf, themes, widthsOfState } from "../support/barriers.ts";
import { stage } from "../support/stage.ts";
import { openPage, type WatchedPage } from "../support/watchedPage.ts";

interface Two {
  readonly one: string;
  readonly other: string;
}

let count = 0;

/** Two that say different things, with something written down with each. */
const addTwo = async (url: string): Promise<Two> => {
  const email = `ana${++count}@example.org`;
  const one = await post(url, "/v1/partners", {
    name: "Ana Ruiz",
    role: "Editor",
    organisation: `The Slow Quarterly ${count}`,
    emails: [email],
    tags: ["press"],
    notes: "Likes tea",
  });
  const other = await post(url, "/v1/partners", {
    name: "Ana Maria Ruiz",
    role: "Editor-in-chief",
    organisation: `The Slow Quarterly ${count}`,
    emails: [email, `ruiz${count}@example.org`],
    tags: ["Lisbon"],
    knownSince: "2021-05-02",
  });
  for (const { id } of [one, one, other]) {
    await post(url, "/v1/entries", { from: "me", to: id, benefit: "L", cost: "S", note: "A word" });
  }
  return { one: one.id, other: other.id };
};

const pairsOf = async (url: string): Promise<number> =>
  (await get<{ readonly total: number }>(url, "/v1/duplicates")).total;

describe("partners that are here twice", () => {
  const comity = stage();
  let watched: WatchedPage;
  let page: Page;

  const button = (name: string | RegExp) => page.getByRole("button", { name, exact: true });
  const noteOf = (text: string | RegExp) => page.getByLabel("Messages").getByText(text);
  const undo = (text: string | RegExp) =>
    noteOf(text).locator("..").getByRole("button", { name: "Undo" }).click();
  const open = async (path: string): Promise<void> => {
    await page.goto(`${comity.url}${path}`);
  };

  beforeEach(async () => {
    watched = await openPage(comity.browser, comity.url);
    page = watched.page;
  });

  afterEach(async () => {
    const complaints = watched.takeComplaints();
    await watched.close();
    // Nobody is left over for the next test.
    const { data } = await get<{
      data: ReadonlyArray<{ one: { id: string }; other: { id: string } }>;
    }>(comity.url, "/v1/duplicates");
    for (const { one, other } of data) {
      await fetch(`${comity.url}/v1/partners/${one.id}/distinct/${other.id}`, { method: "PUT" });
    }
    // Whoever was just merged may be read once more: the browser notes the 404 by itself.
    const meant = complaints.filter((text) => !text.includes("404"));
    if (meant.length > 0) throw new Error(meant.join("\n"));
  });

  it("says so when there is none", async () => {
    await open("/partners/duplicates");
    await page.getByText("Nobody seems to be here twice.").waitFor();
    await page.getByRole("link", { name: "To the list" }).click();
    await page.getByRole("heading", { level: 1, name: "Partners" }).waitFor();
  });

  it("shows pairs with why, and leaves out colleagues and namesakes", async () => {
    await addTwo(comity.url);
    const at = { organisation: "Fjord Tools" };
    await post(comity.url, "/v1/partners", {
      name: "Bo Lind",
      ...at,
      emails: ["info@fjord.example"],
    });
    await post(comity.url, "/v1/partners", {
      name: "Cleo Marsh",
      ...at,
      emails: ["info@fjord.example"],
    });
    await post(comity.url, "/v1/partners", { name: "Bo Lind", organisation: "Kelp & Co" });
    await open("/partners/duplicates");
    await page.getByText("One pair to look at").waitFor();
    const pair = page.getByRole("article", { name: "Ana Ruiz and Ana Maria Ruiz" });
    await pair.getByText("the same e-mail", { exact: true }).waitFor();
    await pair.getByText("nearly the same name at the same organisation").waitFor();
    expect(await pair.getByText(", the same in both").count()).toBe(2);
  });

  it("is gone through by keyboard: two are told apart, put off, and brought back", async () => {
    await addTwo(comity.url);
    await addTwo(comity.url);
    await open("/partners/duplicates");
    const pairs = page.getByRole("article");
    await pairs.nth(1).waitFor();
    await page.keyboard.press("j");
    await page.keyboard.press("j");
    expect(await page.locator(":focus").getAttribute("data-row")).toBe("1");
    await page.keyboard.press("k");
    await page.keyboard.press("d");
    await noteOf("They are two, and are not shown again.").waitFor();
    expect(await pairs.count()).toBe(1);
    expect(await page.locator(":focus").getAttribute("data-row")).toBe("0");
    await page.keyboard.press("u");
    await pairs.nth(1).waitFor();
    await page.keyboard.press("l");
    await page.getByText("One pair to look at").waitFor();
    await page.keyboard.press("l");
    await page.getByText("2 pairs are put off.").waitFor();
    await button("Look at them now").click();
    await pairs.nth(1).waitFor();
    await page.keyboard.press("d");
    await pairs.nth(1).waitFor({ state: "detached" });
    await expect.poll(() => pairsOf(comity.url)).toBe(1);
  });

  it("brings a pair back when the server refuses", async () => {
    await addTwo(comity.url);
    await open("/partners/duplicates");
    const pairs = page.getByRole("article");
    await pairs.first().waitFor();
    await page.route("**/distinct/**", (route) =>
      route.fulfill({
        status: 500,
        contentType: "application/problem+json",
        body: JSON.stringify({ type: "/problems/internal", status: 500, detail: "It failed." }),
      }),
    );
    await button("They are two").click();
    await noteOf("It failed.").waitFor();
    await pairs.first().waitFor();
    expect(watched.takeComplaints().every((text) => text.startsWith("Failed to load"))).toBe(true);
  });

  it("merges at once where the two say nothing different, and parts them again", async () => {
    const email = `bo${++count}@example.org`;
    const { id } = await post(comity.url, "/v1/partners", { name: "Bo Falk", emails: [email] });
    await post(comity.url, "/v1/partners", { name: "Bo Falk", emails: [email], notes: "Sails" });
    await open("/partners/duplicates");
    await button("Merge").click();
    await noteOf(/Bo Falk is one now/).waitFor();
    await page.getByText("Nobody seems to be here twice.").waitFor();
    expect((await get<{ notes: string }>(comity.url, `/v1/partners/${id}`)).notes).toBe("Sails");
    await undo(/Bo Falk is one now/);
    await noteOf("They are two again.").waitFor();
    await button("Merge").waitFor();
  });

  it("lets one choose field by field, swap who stays, and joins the ledgers", async () => {
    const { one, other } = await addTwo(comity.url);
    await open("/partners/duplicates");
    await page.getByRole("article").first().waitFor();
    await page.keyboard.press("m");
    await page.getByRole("heading", { level: 1, name: "Two become one" }).waitFor();
    const stays = page.getByRole("region", { name: "What stays" });
    await page.getByText("2 entries", { exact: true }).waitFor();
    await page.getByText("Together: 3 entries in one ledger").waitFor();

    await expect.poll(() => stays.getByRole("heading").textContent()).toBe("Ana Ruiz");
    await page.getByRole("group", { name: "Name" }).getByText("Ana Maria Ruiz").click();
    await expect.poll(() => stays.getByRole("heading").textContent()).toBe("Ana Maria Ruiz");
    const tags = page.getByRole("group", { name: "Tags" });
    await expect.poll(() => tags.getByRole("radio", { name: "Both" }).isChecked()).toBe(true);
    await tags.getByRole("radio", { name: "Lisbon" }).check();
    await button("Swap: let Ana Maria Ruiz stay instead").click();
    await button("Swap: let Ana Ruiz stay instead").waitFor();
    await expect.poll(() => tags.getByRole("radio", { name: "Lisbon" }).isChecked()).toBe(true);
    await button("Swap: let Ana Ruiz stay instead").click();
    await button("Swap: let Ana Maria Ruiz stay instead").waitFor();

    await button("Make them one").click();
    await noteOf(/Ana Maria Ruiz is one now/).waitFor();
    await page.getByRole("heading", { level: 1, name: "Perhaps the same" }).waitFor();
    const kept = await get<{ name: string; tags: ReadonlyArray<string>; notes: string }>(
      comity.url,
      `/v1/partners/${one}`,
    );
    expect(kept).toMatchObject({ name: "Ana Maria Ruiz", tags: ["Lisbon"], notes: "Likes tea" });
    expect(await countEntries(comity.url, one)).toBe(3);
    await undo(/Ana Maria Ruiz is one now/);
    await noteOf("They are two again.").waitFor();
    expect(await countEntries(comity.url, one)).toBe(2);
    expect(await countEntries(comity.url, other)).toBe(1);
  });

  it("finds the other one by its name, or proposes who it may be", async () => {
    const { one, other } = await addTwo(comity.url);
    await post(comity.url, "/v1/partners", { name: `Zora Hart ${count}` });
    await open(`/partners/${one}/merge`);
    const field = page.getByRole("combobox", { name: "The other one" });
    await page.getByRole("option", { name: /Ana Maria Ruiz/ }).waitFor();
    await field.fill(`zora hart ${count}`);
    await page.getByRole("option", { name: `Zora Hart ${count}` }).click();
    await page.getByRole("heading", { level: 1, name: "Two become one" }).waitFor();
    await page.goBack();
    await page.getByRole("option", { name: /Ana Maria Ruiz/ }).waitFor();
    await field.press("Enter");
    await button("Make them one").click();
    await page.getByRole("heading", { level: 1, name: "Ana Ruiz" }).waitFor();
    expect(new URL(page.url()).pathname).toBe(`/partners/${one}`);
    await open(`/partners/${one}/merge?other=${other}`);
    await page.getByText("One of the two is not here.").waitFor();
    expect(watched.takeComplaints().every((text) => text.startsWith("Failed to load"))).toBe(true);
  });

  it("cuts nothing off where there is no room for both, but asks", async () => {
    const emails = (who: string) =>
      Array.from({ length: 6 }, (_, at) => `${who}${at}@full.example`);
    const one = await post(comity.url, "/v1/partners", { name: "Uma Prado", emails: emails("a") });
    const other = await post(comity.url, "/v1/partners", {
      name: "Uma Prado",
      emails: emails("b"),
    });
    await open(`/partners/${one.id}/merge?other=${other.id}`);
    await button("Make them one").click();
    await page.getByRole("alert").getByText("There is no room for both").waitFor();
    await page.getByRole("radio", { name: /^b0@full\.example/ }).check();
    await button("Make them one").click();
    await page.getByRole("heading", { level: 1, name: "Uma Prado" }).waitFor();
    const kept = await get<{ emails: ReadonlyArray<string> }>(comity.url, `/v1/partners/${one.id}`);
    expect(kept.emails).toEqual(emails("b"));
  });
});

describe("the pages of duplicates", () => {
  const comity = stage();

  for (const theme of themes) {
    for (const width of widthsOfState(theme)) {
      it(`are free of barriers in ${theme} at ${width} px`, async () => {
        const { one, other } = await addTwo(comity.url);
        const options = {
          colorScheme: theme,
          viewport: { width, height: 844 },
          reducedMotion: "reduce" as const,
        };
        const watched = await openPage(comity.browser, comity.url, options);
        const { page } = watched;
        const found: Array<string> = [];
        const look = async (screen: string): Promise<void> =>
          void found.push(...(await barriersOf(page, screen)));
        await page.goto(`${comity.url}/partners/duplicates`);
        await page.getByRole("article").first().waitFor();
        await page.keyboard.press("j");
        await look("pairs");
        await page.goto(`${comity.url}/partners/${one}/merge`);
        await page
          .getByRole("option", { name: /Ana Maria Ruiz/ })
          .first()
          .waitFor();
        await look("whom to merge with");
        await page.goto(`${comity.url}/partners/${one}/merge?other=${other}`);
        await page.getByText("Together: 3 entries").waitFor();
        await look("merge");
        expect(watched.takeComplaints()).toEqual([]);
        await watched.close();
        expect(found).toEqual([]);
      }, 60_000);
    }
  }
});
