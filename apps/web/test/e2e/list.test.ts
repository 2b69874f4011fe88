/** The list of partners: found, kept as views, chosen, changed together; ten of them or ten thousand. */
import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { get, post } from "../support/api.ts";
import { barriersOf, themes, widthsOfState } from "../support/barriers.ts";
import { isSoak } from "../support/soak.ts";
import { stage } from "../support/stage.ts";
import { connectionsFile, manyRows, openPage, type WatchedPage } from "../support/watchedPage.ts";

const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

const people = [
  { name: "Ana Ruiz", organisation: "Fjord Tools", tags: ["Berlin", "mentor"], circle: 5 },
  { name: "Bo Lind", organisation: "Fjord Tools", tags: ["Berlin"], circle: 15 },
  { name: "Cleo Marsh", organisation: "Studio Marsh", tags: [], circle: 5 },
  { name: "Dara Quill", organisation: "Studio Marsh", tags: ["podcast"], circle: null },
  { name: "Ezra Thorn", organisation: "Kite Learning", tags: ["Berlin"], circle: null },
  { name: "Fjord Tools", kind: "organisation", tags: [], circle: null },
];

const count = async (url: string, query = ""): Promise<number> =>
  (await get<{ count: number }>(url, `/v1/partners/count${query}`)).count;

/** Hands over to whoever looks: a list, and how to work with it. */
const handle = (page: Page) => ({
  names: () =>
    page
      .getByRole("checkbox")
      .evaluateAll((boxes) => boxes.map((box) => box.ariaLabel?.replace("Select ", ""))),
  row: (name: string | RegExp) => page.getByRole("link", { name }),
  button: (name: string) => page.getByRole("button", { name, exact: true }),
  found: (text: string) => page.getByRole("status").getByText(text, { exact: true }).waitFor(),
  selected: (text: string) =>
    page
      .getByRole("region", { name: "What to do with them" })
      .getByText(text, { exact: true })
      .waitFor(),
  choose: async (menu: string, item: string): Promise<void> => {
    await page.getByRole("button", { name: menu, exact: true }).click();
    await page
      .getByRole(String(menu).startsWith("Sort") ? "menuitemradio" : "menuitem", { name: item })
      .click();
  },
  undo: (text: string) =>
    page.getByText(text, { exact: true }).locator("..").getByRole("button", { name: "Undo" }),
});

describe("a list of a few", () => {
  const comity = stage();
  let watched: WatchedPage;
  let page: Page;
  let list: ReturnType<typeof handle>;

  beforeAll(async () => {
    for (const person of people) await post(comity.url, "/v1/partners", person);
  });
  beforeEach(async () => {
    watched = await openPage(comity.browser, comity.url);
    page = watched.page;
    list = handle(page);
  });
  afterEach(async () => {
    const complaints = watched.takeComplaints();
    await watched.close();
    if (complaints.length > 0) throw new Error(complaints.join("\n"));
  });

  const open = async (query = ""): Promise<void> => {
    await page.goto(`${comity.url}/partners${query}`);
    await page.locator("[data-row='0']").waitFor();
  };

  it("narrows by what the address says, and goes back a step at a time", async () => {
    await open("?tag=Berlin&circle=5");
    await list.found("1 found");
    await list.button("Remove: Inner five").click();
    await list.found("3 found");
    expect(new URL(page.url()).search).toBe("?tag=Berlin");
    await page.reload();
    await list.found("3 found");
    await page.goBack();
    await list.found("1 found");
    await list.button("Clear all").click();
    await list.found("6 partners");
  });

  it("is found again, narrowed as it was, from a partner's page", async () => {
    await open("?tag=Berlin");
    await list.row(/^Bo Lind/).click();
    await page.getByRole("heading", { level: 1, name: "Bo Lind" }).waitFor();
    await page.getByRole("link", { name: "All partners" }).click();
    await list.found("3 found");
  });

  it("narrows through the panel, by keyboard", async () => {
    await open();
    await list.button("Filter").click();
    await page.getByRole("radio", { name: "Any" }).first().waitFor();
    await page.keyboard.press("ArrowRight");
    await list.found("2 found");
    await page.getByLabel("Organisation", { exact: true }).fill("studio marsh");
    await page.keyboard.press("Enter");
    await list.found("1 found");
    expect(await list.names()).toEqual(["Cleo Marsh"]);
    await page.keyboard.press("Escape");
    await page.getByRole("switch").waitFor({ state: "detached" });
    expect(await page.evaluate(() => document.activeElement?.textContent)).toContain("Filter");
  });

  it("forgives a slip of the finger, and says how many are found", async () => {
    await open();
    await page.keyboard.press("/");
    await page.keyboard.type("daar quil");
    await list.found("1 found");
    expect(await list.names()).toEqual(["Dara Quill"]);
    await page.getByRole("button", { name: "Sort: Best match" }).waitFor();
    await page.keyboard.press("Control+a");
    await page.keyboard.press("Backspace");
    await list.found("6 partners");
  });

  it("sorts as it is told, and the address says so", async () => {
    await open();
    await list.choose("Sort: Name", "Newest");
    await expect.poll(list.names).toEqual(people.map(({ name }) => name).toReversed());
    expect(new URL(page.url()).search).toBe("?sort=added");
    await list.choose("Sort: Newest", "Name");
    await expect.poll(() => new URL(page.url()).search).toBe("");
  });

  it("keeps a view under a name, renames it, and takes a removal back", async () => {
    await open("?tag=Berlin");
    await list.button("Keep this view").click();
    const name = page.getByRole("dialog").getByLabel("Name");
    expect(await name.inputValue()).toBe("Berlin");
    await name.fill("Berlin people");
    await page.keyboard.press("Enter");
    const view = page.getByRole("link", { name: "Berlin people" });
    expect(await view.getAttribute("aria-current")).toBe("page");
    await list.choose("View Berlin people", "Rename…");
    await name.fill("Everyone in Berlin");
    await page.keyboard.press("Enter");
    await page.reload();
    await list.choose("View Everyone in Berlin", "Remove");
    const renamed = page.getByRole("link", { name: "Everyone in Berlin" });
    await renamed.waitFor({ state: "detached" });
    await page.keyboard.press("u");
    await renamed.waitFor();
    await page.getByRole("link", { name: "Inner five", exact: true }).click();
    await list.found("2 found");
    await renamed.click();
    await list.found("3 found");
  });

  it("chooses by keyboard: one, a range, everybody, nobody", async () => {
    await open();
    for (const key of ["j", "x", "j", "ArrowDown", "X"]) await page.keyboard.press(key);
    await list.selected("3 selected");
    await page.keyboard.press("x");
    await list.selected("2 selected");
    await page.keyboard.press("Control+a");
    await list.selected("6 selected");
    // The menu closes first.
    await list.button("Circle").click();
    await page.getByRole("menu").waitFor();
    await page.keyboard.press("Escape");
    await page.getByRole("menu").waitFor({ state: "hidden" });
    await list.selected("6 selected");
    await page.keyboard.press("Escape");
    await page.getByText("6 selected").waitFor({ state: "detached" });
    await page.keyboard.press("End");
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { level: 1, name: "Fjord Tools" }).waitFor();
  });

  it("chooses a range with Shift and the mouse", async () => {
    await open();
    await page.getByRole("checkbox", { name: "Select Ana Ruiz" }).check({ force: true });
    await list.row(/^Dara Quill/).click({ modifiers: ["Shift"] });
    await list.selected("4 selected");
  });

  it("tags many at once, with what is known at hand, and one undo takes it back", async () => {
    await open();
    await page.getByRole("checkbox", { name: "Select Cleo Marsh" }).check({ force: true });
    await page.getByRole("checkbox", { name: "Select Bo Lind" }).check({ force: true });
    await list.button("Tags").click();
    const dialog = page.getByRole("dialog", { name: "Tags of 2 partners" });
    await dialog.getByLabel("Add", { exact: true }).fill("pod");
    await dialog.getByRole("button", { name: "Add podcast" }).first().click();
    await dialog.getByLabel("Take away").fill("Berlin");
    await page.keyboard.press("Enter");
    await dialog.getByRole("button", { name: "Save" }).click();
    const said = "2 partners now carry podcast and no longer carry Berlin.";
    await list.row(/^Bo Lind.*podcast/).waitFor();
    expect(await count(comity.url, "?tag=podcast")).toBe(3);
    await list.undo(said).click();
    await page.getByText("Taken back.", { exact: true }).waitFor();
    await list.row(/^Bo Lind.*Berlin/).waitFor();
    expect(await count(comity.url, "?tag=podcast")).toBe(1);
  });

  it("says how near and how often for many", async () => {
    await open("?tag=Berlin");
    await page.keyboard.press("Control+a");
    await list.choose("Circle", "The fifty");
    await page.getByText("3 partners are in the fifty.").waitFor();
    await expect.poll(() => page.getByRole("img", { name: "The fifty" }).count()).toBe(3);
    await list.choose("In touch", "Every month");
    await page.getByText("3 partners are due every month.").waitFor();
    await list.undo("3 partners are due every month.").click();
    await list.undo("3 partners are in the fifty.").click();
    await expect.poll(() => page.getByRole("img", { name: "The fifty" }).count()).toBe(0);
  });

  it("archives, shows the archived, and restores", async () => {
    await open();
    await page.getByRole("checkbox", { name: "Select Ezra Thorn" }).check({ force: true });
    await list.button("Archive").click();
    await page.getByText("1 partner is archived.").waitFor();
    await list.row(/^Ezra Thorn/).waitFor({ state: "detached" });
    await list.found("5 partners");
    await page.getByRole("link", { name: "Archived", exact: true }).click();
    await list.row(/^Ezra Thorn/).waitFor();
    await page.keyboard.press("j");
    await page.keyboard.press("x");
    await list.button("Restore").click();
    await page.getByText("1 partner is back in use.").waitFor();
    await page.getByText("Nobody is archived.").waitFor();
    await list.button("Show everyone").click();
    await list.found("6 partners");
  });

  it("says what to do when a change does not arrive, and goes on from there", async () => {
    await open();
    await page.route("**/v1/partners/bulk", (route) =>
      route.fulfill({
        status: 500,
        contentType: "application/problem+json",
        body: JSON.stringify({
          type: "about:blank",
          title: "No",
          status: 500,
          detail: "It broke.",
        }),
      }),
    );
    await page.getByRole("checkbox", { name: "Select Ana Ruiz" }).check({ force: true });
    await list.choose("In touch", "Every week");
    await page.unroute("**/v1/partners/bulk");
    await list.button("Try again").click();
    await page.getByText("1 partner is due every week.").waitFor();
    expect(watched.takeComplaints().every((text) => text.includes("500"))).toBe(true);
    await list.undo("1 partner is due every week.").click();
    await page.getByText("Taken back.", { exact: true }).waitFor();
  });

  it("hands out what is shown as a file", async () => {
    await open("?tag=Berlin");
    for (const [item, end] of [
      ["Export as a table (CSV)", ".csv"],
      ["Export as contacts (vCard)", ".vcf"],
    ] as const) {
      const arrives = page.waitForEvent("download");
      await list.choose("More for this list", item);
      const file = await arrives;
      expect(new URL(file.url()).searchParams.get("tag")).toBe("Berlin");
      expect(file.suggestedFilename().endsWith(end)).toBe(true);
    }
  });

  it("says why nobody is there, with one way on", async () => {
    for (const [query, words, way] of [
      ["?search=zzz", "Nobody here goes by “zzz”.", "Show everyone"],
      [
        "?search=cleo&tag=Berlin",
        "Nobody in this part of the list goes by “cleo”.",
        "Search everyone",
      ],
      ["?tag=lisbon", "Nobody carries the tag “lisbon”.", "Show everyone"],
      ["?archived=true", "Nobody is archived.", "Show everyone"],
    ] as const) {
      await page.goto(`${comity.url}/partners${query}`);
      await page.getByText(words).waitFor();
      await list.button(way).click();
      await page.locator("[data-row='0']").waitFor();
    }
  });

  it("is chosen by taps on a phone, once that is wanted", async () => {
    const small = await openPage(comity.browser, comity.url, phone);
    const here = handle(small.page);
    await small.page.goto(`${comity.url}/partners`);
    await here.choose("More for this list", "Select…");
    await here.row(/^Ana Ruiz/).tap();
    await here.row(/^Bo Lind/).tap();
    await here.selected("2 selected");
    await here.button("Clear the selection").tap();
    await here.row(/^Ana Ruiz/).tap();
    await small.page.getByRole("heading", { level: 1, name: "Ana Ruiz" }).waitFor();
    expect(small.takeComplaints()).toEqual([]);
    await small.close();
  });

  for (const theme of themes) {
    for (const width of widthsOfState(theme)) {
      it(`is free of barriers in ${theme} at ${width} px`, async () => {
        const options = {
          colorScheme: theme,
          viewport: { width, height: 844 },
          reducedMotion: "reduce" as const,
        };
        const other = await openPage(comity.browser, comity.url, options);
        const { page } = other;
        const here = handle(page);
        const barriers: Array<string> = [];
        const look = async (screen: string): Promise<void> =>
          void barriers.push(...(await barriersOf(page, screen)));
        await page.goto(`${comity.url}/partners?tag=Berlin&kind=person&sort=last-contact`);
        await page.locator("[data-row='0']").waitFor();
        await look("narrowed");
        await page.getByRole("button", { name: /^Filter/ }).click();
        await page.getByRole("switch").waitFor();
        await look("filter");
        await page.keyboard.press("Escape");
        await page.keyboard.press("Control+a");
        await here.selected("3 selected");
        await look("selected");
        await here.button("Tags").click();
        await page.getByRole("dialog").waitFor();
        await look("tags");
        expect(other.takeComplaints()).toEqual([]);
        await other.close();
        expect(barriers).toEqual([]);
      });
    }
  }
});

describe.runIf(isSoak)("a circle that is too full, and a pair that may be one", () => {
  const comity = stage();

  it("are told of above the list, and lead on", async () => {
    for (const letter of "ABCDEFG") {
      await post(comity.url, "/v1/partners", { name: `${letter} Person`, circle: 5 });
    }
    const twin = { name: "Ana Ruiz", emails: ["ana@example.org"] };
    await post(comity.url, "/v1/partners", { ...twin, organisation: "Fjord Tools" });
    await post(comity.url, "/v1/partners", { ...twin, name: "Anna Ruiz" });
    const { page, takeComplaints, close } = await openPage(comity.browser, comity.url);
    await page.goto(`${comity.url}/partners`);
    await page.getByText("Your inner five are seven.").waitFor();
    const pair = page.getByText("Two entries here may be the same person.");
    await pair.waitFor();
    expect(await page.getByRole("link", { name: "Look at them" }).getAttribute("href")).toBe(
      "/partners/duplicates",
    );
    await page.getByRole("button", { name: "Do not show these again" }).click();
    await page.reload();
    await page.getByRole("link", { name: "Who is silent longest?" }).click();
    await page.getByText("7 found").waitFor();
    expect(await pair.count()).toBe(0);
    expect(takeComplaints()).toEqual([]);
    await close();
  });
});

const many = 10_000;

describe.runIf(isSoak)("a list of very many", () => {
  const comity = stage();
  let watched: WatchedPage;
  let page: Page;
  let list: ReturnType<typeof handle>;

  beforeAll(async () => {
    const response = await fetch(`${comity.url}/v1/imports`, {
      method: "POST",
      headers: { "content-type": "text/csv" },
      body: connectionsFile(manyRows(many)),
    });
    if (!response.ok) throw new Error(await response.text());
    watched = await openPage(comity.browser, comity.url);
    page = watched.page;
    list = handle(page);
  }, 120_000);
  afterAll(() => watched.close());

  const scrolled = () => page.evaluate(() => Math.round(window.scrollY));

  it("is as high as all of them from the start, and keeps the page small on the way", async () => {
    await page.goto(`${comity.url}/partners`);
    await list.found(`${many.toLocaleString("en")} partners`);
    const height = () => page.evaluate(() => document.documentElement.scrollHeight);
    const atFirst = await height();
    expect(atFirst).toBeGreaterThan(many * 70);
    for (let step = 0; step < 12; step++) {
      await page.mouse.wheel(0, 1_500);
      await page.waitForTimeout(40);
    }
    expect(await page.getByRole("list", { name: "Partners" }).locator("li").count()).toBeLessThan(
      60,
    );
    expect(Math.abs((await height()) - atFirst)).toBeLessThan(200);
  });

  it("comes back to where one was", async () => {
    await page.mouse.wheel(0, 8_000);
    await page.waitForTimeout(200);
    const before = await scrolled();
    await page.locator("[data-row]").nth(20).click();
    await page.getByRole("heading", { level: 1, name: /^Person/ }).waitFor();
    await page.goBack();
    await page.locator("[data-row]").first().waitFor();
    await expect.poll(scrolled).toBe(before);
  });

  it("jumps to its end and back with a key each", async () => {
    await page.keyboard.press("End");
    await page.locator(`[data-row="${many - 1}"]:focus`).waitFor({ timeout: 45_000 });
    await page.keyboard.press("Home");
    await page.locator("[data-row='0']:focus").waitFor();
  });

  it.runIf(isSoak)(
    "changes nearly all at once, and one undo takes all of it back",
    async () => {
      await page.goto(`${comity.url}/partners?search=role`);
      await list.found("10,000 found");
      await page.keyboard.press("Control+a");
      await list.selected("10,000 selected");
      for (const row of [0, 1]) {
        await page.getByRole("checkbox").nth(row).uncheck({ force: true });
      }
      await list.selected("9,998 selected");
      await list.button("Tags").click();
      await page.getByRole("dialog").getByLabel("Add", { exact: true }).fill("Lisbon");
      await page.keyboard.press("Enter");
      await page.getByRole("dialog").getByRole("button", { name: "Save" }).click();
      const said = "9,998 partners now carry Lisbon.";
      await page.getByText(said).waitFor({ timeout: 90_000 });
      expect(await count(comity.url, "?tag=Lisbon")).toBe(9_998);
      await list.undo(said).click();
      await page.getByText("Taken back.", { exact: true }).waitFor({ timeout: 90_000 });
      expect(await count(comity.url, "?tag=Lisbon")).toBe(0);
      expect(watched.takeComplaints()).toEqual([]);
    },
    240_000,
  );
});
