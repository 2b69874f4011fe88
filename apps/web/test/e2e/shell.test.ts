/** The four places, the keys and the palette: how one gets about. */
import type { Page } from "playwright-core";
import { afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { post } from "../support/api.ts";
import { barriersOf, themes, widthsIn } from "../support/barriers.ts";
import { isSoak } from "../support/soak.ts";
import { stage } from "../support/stage.ts";
import { openPage, type WatchedPage } from "../support/watchedPage.ts";

const places = ["Today", "Partners", "Deals", "Me"] as const;
const nobodysId = "01900000-0000-7000-8000-000000000000";
const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

describe("getting about", () => {
  const comity = stage();
  let watched: WatchedPage;
  let page: Page;
  let ana: string;

  const placeLink = (name: string) =>
    page.getByRole("navigation", { name: "Places" }).getByRole("link", { name, exact: true });
  const heading = (name: string) => page.getByRole("heading", { level: 1, name, exact: true });
  const focusedHeading = () => page.locator("h1:focus").textContent();
  const press = async (...pressed: ReadonlyArray<string>): Promise<void> => {
    for (const key of pressed) await page.keyboard.press(key);
  };
  const field = () => page.getByRole("combobox", { name: /^Find a partner/ });
  const found = () => page.getByRole("listbox", { name: "Found" });
  const options = () => found().getByRole("option");
  const option = (name: string | RegExp) => found().getByRole("option", { name });
  const chosen = () => page.locator("[role=option][aria-selected=true]").textContent();
  const openPalette = async (): Promise<void> => {
    await press("Control+k");
    await field().waitFor();
  };
  const find = async (text: string): Promise<void> => {
    await openPalette();
    await page.keyboard.type(text);
  };

  beforeAll(async () => {
    const draft = { name: "Ana Sousa", organisation: "Atlas Labs" };
    ana = (await post(comity.url, "/v1/partners", draft)).id;
    await post(comity.url, "/v1/partners", { name: "Ben Ode", role: "Coach" });
    for (let number = 10; number < 50; number++) {
      await post(comity.url, "/v1/partners", { name: `Person ${number}` });
    }
  });

  beforeEach(async () => {
    watched = await openPage(comity.browser, comity.url);
    page = watched.page;
    await page.goto(comity.url);
    await heading("Today").waitFor();
  });

  afterEach(async () => {
    const complaints = watched.takeComplaints();
    await watched.close();
    if (complaints.length > 0) throw new Error(complaints.join("\n"));
  });

  describe.runIf(isSoak)("the places", () => {
    it("are links, say where one is, and hand the focus to the head of the page", async () => {
      for (const name of [...places.slice(1), "Today"]) {
        await placeLink(name).click();
        await heading(name).waitFor();
        await expect.poll(focusedHeading).toBe(name);
        expect(await page.title()).toBe(`${name} · Comity`);
        expect(await placeLink(name).getAttribute("aria-current")).toBe("page");
        expect(
          await page.getByRole("navigation", { name: "Places" }).locator("[aria-current]").count(),
        ).toBe(1);
      }
    });

    it("hold what belongs to them", async () => {
      for (const [path, place] of [
        [`/partners/${ana}`, "Partners"],
        ["/openings", "Partners"],
        ["/me/settings", "Me"],
        ["/design", "Me"],
      ] as const) {
        await page.goto(`${comity.url}${path}`);
        await expect.poll(() => placeLink(place).getAttribute("aria-current")).toBe("true");
      }
    });

    it("are reached by two keys each", async () => {
      for (const [key, name] of [
        ["p", "Partners"],
        ["d", "Deals"],
        ["m", "Me"],
        ["s", "Settings"],
        ["t", "Today"],
      ] as const) {
        await press("g", key);
        await heading(name).waitFor();
      }
      await press("g", "o");
      await expect.poll(() => new URL(page.url()).pathname).toBe("/openings");
    });

    it("keep how far one had scrolled", async () => {
      await placeLink("Partners").click();
      await page.locator("[data-row='8']").waitFor();
      await page.mouse.move(700, 500);
      await page.mouse.wheel(0, 900);
      await expect.poll(() => page.evaluate(() => window.scrollY)).toBe(900);
      await press("g", "d");
      await heading("Deals").waitFor();
      expect(await page.evaluate(() => window.scrollY)).toBe(0);
      await press("g", "p");
      await heading("Partners").waitFor();
      await expect.poll(() => page.evaluate(() => window.scrollY)).toBe(900);
    });

    it("lead on from where settings were before", async () => {
      await page.goto(`${comity.url}/settings`);
      await heading("Settings").waitFor();
      expect(new URL(page.url()).pathname).toBe("/me/settings");
      await page.getByRole("link", { name: "Components" }).click();
      await heading("Components").waitFor();
    });

    it("are skipped by the first Tab", async () => {
      await page.reload();
      await heading("Today").waitFor();
      await press("Tab");
      expect(await page.locator(":focus").textContent()).toBe("Skip to the content");
      await press("Enter");
      expect(await page.locator(":focus").getAttribute("id")).toBe("content");
    });

    it("are not printed", async () => {
      await page.emulateMedia({ media: "print" });
      expect(await page.getByRole("navigation").count()).toBe(0);
      expect(await page.getByRole("button", { name: "Find" }).count()).toBe(0);
      expect(await heading("Today").isVisible()).toBe(true);
    });
  });

  describe.runIf(isSoak)("on a phone", () => {
    beforeEach(async () => {
      await watched.close();
      watched = await openPage(comity.browser, comity.url, phone);
      page = watched.page;
      await page.goto(`${comity.url}/partners`);
      await page.locator("[data-row='0']").waitFor();
    });

    it("the places lie under the thumb, large enough for it", async () => {
      for (const name of places) {
        const box = await placeLink(name).boundingBox();
        expect(box?.height).toBeGreaterThanOrEqual(44);
        expect(box?.width).toBeGreaterThanOrEqual(44);
        expect((box?.y ?? 0) + (box?.height ?? 0)).toBeGreaterThan(830);
      }
      await placeLink("Me").tap();
      await heading("Me").waitFor();
    });

    it("nothing hides behind them", async () => {
      const bar = (await page.getByRole("navigation", { name: "Places" }).boundingBox())?.y ?? 0;
      await page.evaluate(() => window.scrollTo(0, document.body.scrollHeight));
      const last = page.locator("[data-row='41']");
      await last.waitFor();
      await page.evaluate(() => window.scrollTo(0, document.body.scrollHeight));
      const row = await last.boundingBox();
      expect((row?.y ?? 0) + (row?.height ?? 0)).toBeLessThan(bar);
      await page.goto(`${comity.url}/design`);
      await page.getByRole("button", { name: "Show one" }).tap();
      const toast = page.getByRole("region", { name: "Messages" }).getByText("Written down.");
      const note = await toast.boundingBox();
      expect((note?.y ?? 0) + (note?.height ?? 0)).toBeLessThan(bar);
      await page.goto(`${comity.url}/partners/${ana}`);
      const give = await page.getByRole("button", { name: "Give", exact: true }).boundingBox();
      expect((give?.y ?? 0) + (give?.height ?? 0)).toBeLessThan(bar);
    });

    it("the palette opens, finds and closes by touch", async () => {
      await page.getByRole("button", { name: "Find" }).tap();
      await field().fill("ben");
      await option(/^Ben Ode/).tap();
      await heading("Ben Ode").waitFor();
      await page.getByRole("button", { name: "Find" }).tap();
      await page.getByRole("button", { name: "Close" }).tap();
      await field().waitFor({ state: "detached" });
    });
  });

  describe("the keys", () => {
    it("stand on a sheet, in groups", async () => {
      await press("?");
      const sheet = page.getByRole("dialog", { name: "Keys" });
      for (const group of ["Go to", "Anywhere", "Partners", "The deck"]) {
        await sheet.getByRole("region", { name: group }).waitFor();
      }
      await press("Escape");
      await sheet.waitFor({ state: "detached" });
    });

    it("rest while somebody types", async () => {
      await press("g", "p");
      await page.getByRole("searchbox").waitFor();
      await press("/");
      await page.keyboard.type("g d n?");
      expect(await page.getByRole("searchbox").inputValue()).toBe("g d n?");
      expect(await page.getByRole("dialog").count()).toBe(0);
      await heading("Partners").waitFor();
      await press("Escape", "g", "d");
      await heading("Deals").waitFor();
    });

    it("choose a theme, which stays", async () => {
      await page.getByRole("button", { name: "Theme" }).focus();
      await press("Enter");
      await page.getByRole("menuitemradio", { name: "As the system" }).waitFor();
      await press("ArrowDown", "ArrowDown", "Enter");
      await page.getByRole("menu").waitFor({ state: "hidden" });
      const theme = () => page.evaluate(() => document.documentElement.dataset["theme"]);
      expect(await theme()).toBe("dark");
      expect(await page.locator(":focus").getAttribute("aria-label")).toBe("Theme");
      await page.reload();
      expect(await theme()).toBe("dark");
      await page.getByRole("button", { name: "Theme" }).click();
      await press("l", "Escape");
      await page.getByRole("menu").waitFor({ state: "hidden" });
      expect(await theme()).toBe("dark");
    });
  });

  describe("the palette", () => {
    it.each([
      ["give to ana", "Give to Ana Sousa", "Give to Ana"],
      ["give ana", "Give to Ana Sousa", "Give to Ana"],
      ["may I ask ben", "Ask Ben Ode", "Ask Ben"],
      ["ask ben", "Ask Ben Ode", "Ask Ben"],
    ])("understands “%s”", async (text, row, title) => {
      await find(text);
      await option(row).waitFor();
      await press("Enter");
      const dialog = page.getByRole("dialog", { name: title });
      await dialog.waitFor();
      expect(new URL(page.url()).search).toBe("");
      await press("Escape");
      await dialog.waitFor({ state: "detached" });
    });

    it("understands “note ana”, and opens where a contact is noted", async () => {
      await find("note ana");
      await option("Note about Ana Sousa").click();
      await page.getByRole("dialog", { name: "In touch with Ana" }).waitFor();
    });

    it("takes Enter before the answer is there, and never the row of other words", async () => {
      await page.goto(`${comity.url}/partners/${ana}`);
      await heading("Ana Sousa").waitFor();
      await openPalette();
      await option(/^Ana Sousa/).waitFor();
      await page.keyboard.type("ben");
      await press("Enter");
      await heading("Ben Ode").waitFor();
    });

    it("goes on from a verb to whom it is about", async () => {
      await openPalette();
      await option("Give to…").click();
      expect(await field().inputValue()).toBe("give to ");
      await page.keyboard.type("ben");
      await option("Give to Ben Ode").waitFor();
    });

    it("shows whose pages were opened lately first, and forgets who is gone", async () => {
      await page.goto(`${comity.url}/partners/${ana}`);
      await heading("Ana Sousa").waitFor();
      await page.evaluate((id) => {
        const kept = JSON.parse(localStorage.getItem("comity.partners.recent") ?? "[]");
        localStorage.setItem("comity.partners.recent", JSON.stringify([id, ...kept]));
      }, nobodysId);
      await press("g", "t");
      await openPalette();
      await option(/^Ana Sousa/).waitFor();
      expect(await options().first().textContent()).toContain("Ana Sousa");
      const kept = () => page.evaluate(() => localStorage.getItem("comity.partners.recent"));
      expect(await kept()).toBe(JSON.stringify([ana]));
      // The browser itself notes the 404 that the server answers here.
      expect(watched.takeComplaints().every((text) => text.startsWith("Failed to load"))).toBe(
        true,
      );
    });

    it("is walked by arrows, Home and End, and follows the mouse", async () => {
      await find("settings");
      await expect.poll(() => options().count()).toBe(1);
      await field().fill("p");
      await option(/^Person 10/).waitFor();
      const first = await options().first().textContent();
      const last = await options().last().textContent();
      expect(await chosen()).toBe(first);
      await press("ArrowUp");
      expect(await chosen()).toBe(last);
      await press("Home");
      expect(await chosen()).toBe(first);
      await press("ArrowDown");
      expect(await chosen()).toBe(await options().nth(1).textContent());
      await press("End");
      expect(await chosen()).toBe(last);
      const activeId = await field().getAttribute("aria-activedescendant");
      expect(await page.locator(`[id="${activeId}"]`).textContent()).toBe(last);
      await option(/^Person 12/).hover();
      expect(await chosen()).toContain("Person 12");
      await press("Enter");
      await heading("Person 12").waitFor();
    });

    it("asks once the fingers rest", async () => {
      const asked: Array<string> = [];
      page.on("request", (request) => {
        const search = new URL(request.url()).searchParams.get("search");
        if (search !== null) asked.push(search);
      });
      await find("ana sousa");
      await option(/^Ana Sousa/).waitFor();
      await expect.poll(() => asked.at(-1)).toBe("ana sousa");
      // A busy machine types with pauses; a question for each letter it is not.
      expect(asked.length).toBeLessThan(4);
    });

    it("goes to pages, and does what needs no page", async () => {
      await find("deals");
      await press("Enter");
      await heading("Deals").waitFor();
      await find("add");
      await press("Enter");
      await page.getByRole("dialog", { name: "Add a partner" }).waitFor();
      expect(new URL(page.url()).pathname).toBe("/partners");
      await press("Escape");
      await find("keys");
      await press("Enter");
      await page.getByRole("dialog", { name: "Keys" }).waitFor();
    });

    it("says so when there is nothing, and closes by Escape, its key, or a press beside it", async () => {
      await find("zzz");
      await page.getByText("Nothing here goes by “zzz”.").waitFor();
      for (const close of [
        () => press("Escape"),
        () => press("Control+k"),
        () => page.mouse.click(20, 600),
      ]) {
        if ((await field().count()) === 0) await openPalette();
        await close();
        await field().waitFor({ state: "detached" });
      }
    });
  });

  describe("without barriers", () => {
    for (const theme of themes) {
      for (const width of widthsIn(theme)) {
        it(`in ${theme} at ${width} px`, async () => {
          const viewport = { width, height: 844 };
          const options = { colorScheme: theme, viewport, reducedMotion: "reduce" as const };
          const other = await openPage(comity.browser, comity.url, options);
          const found: Array<string> = [];
          const look = async (screen: string): Promise<void> => {
            // What is still on its way would be cut off by the next page, and complained of.
            await other.page.waitForLoadState("networkidle");
            found.push(...(await barriersOf(other.page, screen)));
          };
          for (const [path, name] of [
            ["/", "Today"],
            ["/partners", "Partners"],
            ["/deals", "Deals"],
            ["/me", "Me"],
            ["/me/settings", "Settings"],
            ["/partners/import", "Import"],
            ["/partners/duplicates", "Perhaps the same"],
          ] as const) {
            await other.page.goto(`${comity.url}${path}`);
            await other.page.getByRole("heading", { level: 1, name }).waitFor();
            await look(name);
          }
          await other.page.goto(`${comity.url}/partners/${ana}`);
          await other.page.getByRole("heading", { level: 1, name: "Ana Sousa" }).waitFor();
          await look("a partner");
          await other.page.getByRole("button", { name: "Theme" }).click();
          await other.page.getByRole("menuitemradio", { name: "Dark" }).waitFor();
          await look("menu");
          await other.page.keyboard.press("Escape");
          await other.page.keyboard.press("Control+k");
          await other.page.getByRole("option", { name: /^Give to/ }).waitFor();
          await look("palette");
          await other.page.keyboard.type("ana");
          await other.page.getByRole("option", { name: /^Ana Sousa/ }).waitFor();
          await look("palette, found");
          expect(found).toEqual([]);
          expect(other.takeComplaints()).toEqual([]);
          await other.close();
        });
      }
    }
  });
});
