import type { Page } from "playwright-core";
import { afterEach, beforeAll, describe, expect, it } from "vitest";
import { countEntries, get, post } from "../support/api.ts";
import { barriersOf, themes, widthsIn } from "../support/barriers.ts";
import { isSoak } from "../support/soak.ts";
import { stage } from "../support/stage.ts";
import { openPage, type WatchedPage } from "../support/watchedPage.ts";

describe("a relationship, from memory to arithmetic", () => {
  const comity = stage();
  let watched: WatchedPage;
  let page: Page;
  let ana: string;
  let bo: string;
  let cleo: string;

  const dialog = () => page.getByRole("dialog");
  const button = (name: string | RegExp) => page.getByRole("button", { name, exact: true });
  const row = (text: string | RegExp) => page.getByRole("row").filter({ hasText: text });
  const undoOf = (text: string, label = "Undo") =>
    page.getByText(text, { exact: true }).locator("..").getByRole("button", { name: label });
  const focused = (): Promise<string> =>
    page.evaluate(() => document.activeElement?.textContent ?? "");
  const open = async (id: string): Promise<void> => {
    await page.goto(`${comity.url}/partners/${id}`);
    await page.getByRole("heading", { level: 1 }).waitFor();
  };
  const give = async (what: RegExp, answer: string): Promise<void> => {
    await button("Give").click();
    await dialog().getByRole("button", { name: what }).click();
    await dialog().getByRole("button", { name: answer }).click();
    await dialog().waitFor({ state: "detached" });
    await page.getByText("Written down.", { exact: true }).last().waitFor();
  };

  beforeAll(async () => {
    const added = ["Ana Ruiz", "Bo Lind", "Cleo Marsh"].map((name) =>
      post(comity.url, "/v1/partners", { name }),
    );
    [ana = "", bo = "", cleo = ""] = (await Promise.all(added)).map(({ id }) => id);
    watched = await openPage(comity.browser, comity.url);
    page = watched.page;
  });

  afterEach(() => {
    const complaints = watched.takeComplaints();
    if (complaints.length > 0) throw new Error(complaints.join("\n"));
  });

  it("begins on an empty page with what stood before, and undoes it", async () => {
    await open(bo);
    await button("Tell what stood between you before").click();
    const form = page.getByRole("form", { name: "What stood between you before" });
    expect(await form.getByRole("button", { name: "Write it down" }).isDisabled()).toBe(true);
    // The first question has the focus, so the arrow keys answer it.
    await page.keyboard.press("ArrowLeft");
    expect(await form.getByRole("radio", { name: "close", exact: true }).isChecked()).toBe(true);
    const helped = form.getByRole("group", { name: "All together, you have helped Bo" });
    await helped.getByRole("radio", { name: "half a morning" }).check();
    await form.getByRole("button", { name: "Write it down" }).click();
    await row("Before the ledger: close").waitFor();
    await row("you had helped Bo half a morning").waitFor();
    await page.getByRole("heading", { name: "The two of you" }).waitFor();
    // The form is gone, and the focus is on the sentence that came of it.
    expect(await focused()).toBe("three quarters of an hour");
    await undoOf("Written down.").click();
    await page.getByText("Nothing is earned with Bo yet").waitFor();
    await row("taken back").waitFor();
    await button("Tell what stood between you before").click();
    await button("Not now").click();
    expect(await focused()).toBe("Tell what stood between you before");
  });

  it("records from the catalogue by its own sizes, found by a few letters", async () => {
    await open(ana);
    await page.keyboard.press("n");
    await dialog().getByLabel("Find").fill("intro");
    expect(await dialog().getByRole("listitem").count()).toBe(2);
    await page.keyboard.press("Enter");
    await dialog().getByText("means half a morning to them").waitFor();
    await dialog().getByText("Note, day, sizes").click();
    await dialog().getByLabel("Note").fill("To Mira at the printers'");
    await dialog().getByRole("button", { name: "They had not asked" }).click();
    await row("Introduced them to someone").getByText("To Mira at the printers'").waitFor();
    const { data } = await get<{ data: ReadonlyArray<object> }>(
      comity.url,
      `/v1/partners/${ana}/entries`,
    );
    expect(data).toMatchObject([
      { kindId: "introduction", benefit: 27, cost: 3, note: "To Mira at the printers'" },
    ]);
  });

  it("writes down what they told me, shows the guess as replaced, and undoes it", async () => {
    await button("earned half a morning").click();
    await button("They told me").click();
    await page.getByRole("radio", { name: "a day" }).check();
    await button("Write it down").click();
    await page.getByText("You guessed half a morning; to Ana it meant a day.").waitFor();
    await row("your guess, before Ana said what it meant").waitFor();
    expect(await row("taken back").count()).toBe(0);
    expect(await focused()).toBe("earned a day");
    // What was said is no guess any more, so nobody is asked again.
    expect(await button("They told me").count()).toBe(0);
    await undoOf("Put right.").click();
    await page.getByText("Your guess counts again.", { exact: true }).waitFor();
    expect(await button(/^earned/).count()).toBe(3);
    expect(await row("taken back").count()).toBe(2);
  });

  it("asks by a private link what it meant, and shows the answer", async () => {
    await give(/^Answered a question/, "They had not asked");
    await row("Answered a question they asked in public").getByRole("button").click();
    await button("Ask what it meant").click();
    const line = page.getByLabel("What Ana will read");
    expect(await line.inputValue()).toBe("I answered a question you asked in public");
    await line.fill("I answered your question about paper");
    await button("Make the link").click();
    const link = await page.getByLabel("The link for Ana").inputValue();
    expect(await focused()).toBe("Copy");
    await page.getByText("It can be answered once, within 30 days").waitFor();
    await page.getByText("Ana sees only “I answered your question about paper”.").waitFor();
    const path = `/v1/confirmations/${link.split("/c/")[1] ?? ""}`;
    expect(await get(comity.url, path)).toEqual({
      what: "I answered your question about paper",
      state: "open",
    });
    await post(comity.url, path, { benefit: "L" });
    await page.reload();
    await page
      .getByText("You guessed three quarters of an hour; to Ana it meant half a morning.")
      .waitFor();
  });

  it("shows how a gift stands when they had said meanwhile what it meant", async () => {
    await give(/^Looked something up/, "They had not asked");
    const path = `/v1/partners/${ana}/entries?limit=1`;
    const { data } = await get<{ data: ReadonlyArray<{ id: string }> }>(comity.url, path);
    const line = row("Looked something up for them");
    await line.getByRole("button").click();
    await button("They told me").click();
    await page.getByRole("radio", { name: "a day" }).check();
    await post(comity.url, `/v1/entries/${data[0]?.id}/confirm`, { benefit: "L" });
    await button("Write it down").click();
    await page.getByText("Something was said about this gift meanwhile.").waitFor();
    await line.getByText(/to Ana it meant half a morning\.$/).waitFor();
    expect(await button("They told me").count()).toBe(0);
    // A refusal is a refused request, and the browser notes it by itself.
    expect(watched.takeComplaints().every((text) => text.includes("409"))).toBe(true);
  });

  it("writes down that something went wrong, and undoes it", async () => {
    await button("Something went wrong").click();
    await dialog().getByText("Telling Ana yourself, and soon, mends most of it.").waitFor();
    await dialog().getByRole("radio", { name: "Ana let me down" }).check();
    await dialog().getByText("Most of what goes wrong was not meant.").waitFor();
    await dialog()
      .getByRole("button", { name: /^Broke a promise to me/ })
      .click();
    await dialog().getByRole("button", { name: "Write it down" }).click();
    await row("Ana let you down").waitFor();
    await undoOf("Written down.").last().click();
    await row("Broke a promise to me").getByText("taken back").waitFor();
    await button("Something went wrong").click();
    await dialog()
      .getByRole("button", { name: /^Went quiet/ })
      .click();
    await dialog().getByRole("button", { name: "Write it down" }).click();
    await row("you let Ana down").getByText("cost about an hour and a half").waitFor();
  });

  it("makes good what was offered with an ask, once", async () => {
    const ask = await post(comity.url, "/v1/asks", {
      partnerId: ana,
      what: "A look at my draft",
      cost: "S",
      offer: "S",
    });
    await post(comity.url, `/v1/asks/${ask.id}/grant`);
    await page.reload();
    await button("Give").click();
    await dialog()
      .getByRole("button", { name: /^Shared something/ })
      .click();
    await dialog()
      .getByRole("checkbox", { name: /This makes good what I offered: a quarter of an hour/ })
      .check();
    await dialog().getByRole("button", { name: "They had not asked" }).click();
    await row("it made good what you had offered").waitFor();
    await button("Give").click();
    await dialog()
      .getByRole("button", { name: /^Shared something/ })
      .click();
    await dialog().getByText("Had Ana asked for it?").waitFor();
    expect(await dialog().getByRole("checkbox").count()).toBe(0);
    await page.keyboard.press("Escape");
  });

  it("opens the arithmetic of the sentence and of every answer in place", async () => {
    const { capacity } = await get<{ capacity: number }>(
      comity.url,
      `/v1/partners/${ana}/statement`,
    );
    const sentence = page.getByRole("emphasis").getByRole("button");
    await sentence.click();
    expect(await sentence.getAttribute("aria-expanded")).toBe("true");
    await page.getByText(`${Math.round(capacity * 10) / 10} ep`, { exact: true }).waitFor();
    const answers = page
      .getByRole("region", { name: "The two of you" })
      .getByRole("button", { expanded: false });
    expect(await answers.count()).toBe(7);
    for (let left = 7; left > 0; left--) {
      const answer = answers.first();
      const said = (await answer.textContent()) ?? "";
      await answer.focus();
      await page.keyboard.press("Enter");
      expect(await focused()).toBe(said);
    }
    for (const label of [
      "Which way it leans",
      "Days beyond the rhythm",
      "Contacts in the row",
      "All together",
      "Came back for each part you gave",
      "How far an offer of yours counts",
      "Gifts for each",
    ]) {
      const term = page.locator("dt").filter({ hasText: new RegExp(`^${label}`) });
      expect(await term.first().isVisible()).toBe(true);
    }
    expect(await page.locator("main").textContent()).not.toMatch(/\bowes?\b/);
  });

  it("takes any entry back, says what that means, and writes it again", async () => {
    const before = await countEntries(comity.url, ana);
    await row("Shared something they made").getByRole("button").click();
    await button("Take back…").click();
    await page.getByText("It stays here, struck through, and no longer counts.").waitFor();
    await button("Take it back").click();
    await row("Shared something they made").getByText("taken back").waitFor();
    expect(await focused()).toMatch(/^earned/);
    await undoOf("Taken back.", "Write it again").last().click();
    await page.getByText("Written down again.", { exact: true }).waitFor();
    expect(await countEntries(comity.url, ana)).toBe(before + 2);
  });

  it("says what stands in the way when the account cannot be read, and reads it again", async () => {
    const path = "**/v1/partners/*/relationship";
    await page.route(path, (route) => route.abort());
    await page.reload();
    await page.getByRole("alert").getByText("could not be read").waitFor();
    await page.unroute(path);
    await button("Try again").click();
    await page.getByRole("heading", { name: "The two of you" }).waitFor();
    expect(watched.takeComplaints().every((text) => text.includes("ERR_FAILED"))).toBe(true);
  });

  for (const theme of themes) {
    for (const width of widthsIn(theme)) {
      it.runIf(isSoak).concurrent(
        `has no barriers in ${theme} at ${width} px`,
        async () => {
          const options = {
            colorScheme: theme,
            viewport: { width, height: 844 },
            reducedMotion: "reduce" as const,
          };
          const seen = await openPage(comity.browser, comity.url, options);
          const found: Array<string> = [];
          await walk(seen.page, comity.url, {
            ana,
            cleo,
            look: async (state) => void found.push(...(await barriersOf(seen.page, state))),
          });
          expect(seen.takeComplaints()).toEqual([]);
          await seen.close();
          expect(found).toEqual([]);
          // axe looks at eight states, and the four windows share the machine.
        },
        120_000,
      );
    }
  }
});

interface Walk {
  readonly ana: string;
  readonly cleo: string;
  readonly look: (state: string) => Promise<void>;
}

/** Every state of the page and its dialogs. */
const walk = async (page: Page, url: string, { ana, cleo, look }: Walk): Promise<void> => {
  const button = (name: string | RegExp) => page.getByRole("button", { name, exact: true });
  await page.goto(`${url}/partners/${ana}`);
  await page.getByRole("heading", { name: "The two of you" }).waitFor();
  for (const answer of await page.getByTitle("Show the arithmetic").all()) {
    if ((await answer.getAttribute("data-entry")) === null) await answer.click();
  }
  await page
    .getByRole("row")
    .filter({ hasText: /^.*Shared something they made(?!.*taken back)/ })
    .getByRole("button")
    .click();
  await button("They told me").click();
  await look("they told me");
  await button("Ask what it meant").click();
  await look("before the link");
  await button("Make the link").click();
  await button("Copy").waitFor();
  await button("Take back…").click();
  await look("the link");
  await button("Give").click();
  await page.getByRole("button", { name: /^Shared something/ }).waitFor();
  await look("the catalogue");
  await page.keyboard.press("Escape");
  await button("Something went wrong").click();
  await page.getByRole("button", { name: /^Broke a promise/ }).waitFor();
  await look("what went wrong");
  await page.getByRole("button", { name: /^Broke a promise/ }).click();
  await look("how much it weighed");
  await page.keyboard.press("Escape");
  await page.goto(`${url}/partners/${cleo}`);
  await button("Tell what stood between you before").click();
  await look("what stood before");
};
