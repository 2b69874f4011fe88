import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { post } from "../support/api.ts";
import { barriersOf, themes, widthsIn } from "../support/barriers.ts";
import { launch } from "../support/browser.ts";
import { dataFolder, type Server, startServer } from "../support/server.ts";
import { connectionsFile, dropFile, openPage } from "../support/watchedPage.ts";

const nobodysId = "01900000-0000-7000-8000-000000000000";

describe("every screen and dialog", () => {
  const folders = [dataFolder(), dataFolder()] as const;
  let empty: Server;
  let full: Server;
  let browser: Browser;
  let partnerId: string;

  beforeAll(async () => {
    empty = await startServer(folders[0].path);
    full = await startServer(folders[1].path);
    browser = await launch();
    partnerId = await seed(full.url);
  });

  afterAll(async () => {
    await browser.close();
    await Promise.all([empty.kill("SIGKILL"), full.kill("SIGKILL")]);
    for (const folder of folders) folder.remove();
  });

  for (const theme of themes) {
    for (const width of widthsIn(theme)) {
      it.concurrent(`is free of barriers in ${theme} at ${width} px, and never scrolls sideways`, async () => {
        const options = {
          colorScheme: theme,
          viewport: { width, height: 844 },
          reducedMotion: "reduce" as const,
        };
        const watched = await openPage(browser, full.url, options);
        const { page } = watched;
        const found: Array<string> = [];
        const look = async (screen: string): Promise<void> =>
          void found.push(...(await barriersOf(page, screen)));
        await walkPartner(page, `${full.url}/partners/${partnerId}`, look);
        await walkList(page, full.url, look);
        expect(watched.takeComplaints()).toEqual([]);
        // The browser itself notes the 404 that the server answers here.
        await page.goto(`${full.url}/partners/${nobodysId}`);
        await page.getByText("There is nobody at this address.").waitFor();
        await look("nobody at this address");
        await page.goto(empty.url);
        await page.getByText("Give first").waitFor();
        await look("nobody yet");
        await watched.close();
        expect(found).toEqual([]);
        // Four windows share the machine, and axe looks at every screen in each of them.
      }, 120_000);
    }
  }
});

type Look = (screen: string) => Promise<void>;

const walkPartner = async (page: Page, address: string, look: Look): Promise<void> => {
  await page.goto(address);
  await page.getByRole("heading", { name: "Open asks" }).waitFor();
  await page.getByText("2 past asks").click();
  await page.getByRole("button", { name: "They said yes" }).click();
  await page
    .getByRole("button", { name: /^earned/ })
    .first()
    .click();
  await page.getByRole("button", { name: "Take back…" }).click();
  await page.getByRole("button", { name: "Edit the notes" }).click();
  await look("partner");
  await page.getByRole("button", { name: "Give", exact: true }).click();
  await page.getByRole("button", { name: /^Gave them something for free/ }).waitFor();
  await look("give, what");
  await page.getByRole("button", { name: /^Something else/ }).click();
  await look("give, asked for or not");
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "Ask", exact: true }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("heading", { name: "Earned" }).waitFor();
  await look("ask, earned");
  await dialog.getByRole("radio", { name: "a day" }).check();
  await dialog.getByText("Show the arithmetic").click();
  await dialog.getByText("Offer something with it").click();
  await dialog.getByRole("button", { name: "Ask anyway" }).click();
  await look("ask, not yet");
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "Edit details" }).click();
  await dialog.waitFor();
  await look("edit");
};

const walkList = async (page: Page, address: string, look: Look): Promise<void> => {
  await page.goto(`${address}/partners`);
  await page.locator("[data-row='0']").waitFor();
  await look("list");
  await page.keyboard.press("?");
  await page.getByRole("dialog").waitFor();
  await look("keys");
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "Add partner" }).click();
  await page.getByRole("dialog").waitFor();
  await look("add");
  await page.keyboard.press("Escape");
  await dropFile(
    page,
    "Connections.csv",
    connectionsFile(["Cleo,Marsh,,,Studio,Maker,", ",,,,,,"]),
  );
  await page.getByRole("button", { name: "Bring them in" }).waitFor();
  await look("import");
  await page.goto(`${address}/partners?search=zzz`);
  await page.getByText("Nobody here goes by").waitFor();
  await look("nobody found");
  await page.getByRole("button", { name: "Show everyone" }).click();
  await page.locator("[data-row='0']").waitFor();
  await holdFile(page, "dragenter");
  await page.getByText("Let go to look into the file").waitFor();
  await look("a file over the page");
  await holdFile(page, "dragleave");
  await page.goto(`${address}/nowhere`);
  await page.getByText("There is no page at this address.").waitFor();
  await look("no such page");
};

/** A file is held over the page, or taken away again. */
const holdFile = (page: Page, type: "dragenter" | "dragleave"): Promise<void> =>
  page.evaluate((name) => {
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File([""], "Connections.csv"));
    document.body.dispatchEvent(new DragEvent(name, { dataTransfer, bubbles: true }));
  }, type);

const seed = async (url: string): Promise<string> => {
  const { id } = await post(url, "/v1/partners", {
    name: "Ana Ruiz",
    role: "Editor",
    organisation: "The Slow Quarterly",
    emails: ["ana@example.org"],
    links: ["https://example.org/ana"],
    notes: "Likes tea",
    knownSince: "2022-03-14",
  });
  const gift = { from: "me", to: id, cost: "S" };
  await post(url, "/v1/entries", { ...gift, benefit: "L", at: "2025-03-01", note: "A free gift" });
  await post(url, "/v1/entries", { ...gift, benefit: "L", at: "2025-09-01", note: "A word" });
  await post(url, "/v1/entries", { from: id, to: "me", benefit: "M", cost: "S", note: "Tea" });
  for (const verb of ["grant", "decline"]) {
    const ask = await post(url, "/v1/asks", { partnerId: id, what: "A look", cost: "XS" });
    await post(url, `/v1/asks/${ask.id}/${verb}`);
  }
  await post(url, "/v1/asks", { partnerId: id, what: "A short review", cost: "S" });
  return id;
};
