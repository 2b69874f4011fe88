/** Days in somebody's own words. */
import type { Page } from "playwright-core";
import { afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { get, post } from "../support/api.ts";
import { stage } from "../support/stage.ts";
import { openPage, type WatchedPage } from "../support/watchedPage.ts";

interface Entries {
  readonly data: ReadonlyArray<{ readonly at: string }>;
}

describe("the day of a gift", () => {
  const comity = stage();
  let watched: WatchedPage;
  let page: Page;
  let ana: string;

  const day = () => page.getByRole("textbox", { name: "Day", exact: true });
  const record = () => page.getByRole("button", { name: "They had not asked" });

  beforeAll(async () => {
    ana = (await post(comity.url, "/v1/partners", { name: "Ana Sousa" })).id;
  });

  beforeEach(async () => {
    watched = await openPage(comity.browser, comity.url);
    page = watched.page;
    // A Tuesday, before noon.
    await page.clock.setFixedTime("2026-11-24T08:00:00Z");
    await page.goto(`${comity.url}/partners/${ana}?do=give`);
    await page.getByRole("button", { name: /^Something else/ }).click();
    await day().waitFor();
  });

  afterEach(async () => {
    const complaints = watched.takeComplaints();
    await watched.close();
    if (complaints.length > 0) throw new Error(complaints.join("\n"));
  });

  it("is today, unless another is said", async () => {
    expect(await day().inputValue()).toBe("24 November 2026");
    await page.getByText("Tuesday, 24 November 2026").waitFor();
  });

  it("is understood as it is said, and written down as that day", async () => {
    for (const [words, understood] of [
      ["last tuesday", "Tuesday, 17 November 2026"],
      ["3 march", "Tuesday, 3 March 2026"],
      ["2026-02-14", "Saturday, 14 February 2026"],
      ["yesterday", "Monday, 23 November 2026"],
    ] as const) {
      await day().fill(words);
      await page.getByText(understood).waitFor();
      expect(await record().isDisabled()).toBe(false);
    }
    await record().click();
    await page.getByRole("dialog").waitFor({ state: "detached" });
    const { data } = await get<Entries>(comity.url, `/v1/partners/${ana}/entries`);
    expect(data.map(({ at }) => at.slice(0, 10))).toEqual(["2026-11-23"]);
  });

  it("is asked for again when it is none, and nothing is written down meanwhile", async () => {
    await day().fill("some day");
    await page.getByText("“some day” is no day I know").waitFor();
    expect(await day().getAttribute("aria-invalid")).toBe("true");
    expect(await record().isDisabled()).toBe(true);
    await day().fill("in two weeks");
    await page.getByText("Tuesday, 8 December 2026 is after 24 November 2026").waitFor();
    expect(await record().isDisabled()).toBe(true);
    await day().fill("");
    await page.getByText("Empty, it means today.").waitFor();
    expect(await day().inputValue()).toBe("");
    expect(await record().isDisabled()).toBe(false);
  });

  it("can be taken from the calendar of the system", async () => {
    const calendar = page.locator("input[type=date]");
    expect(await calendar.getAttribute("max")).toBe("2026-11-24");
    await calendar.evaluate((field: HTMLInputElement) => {
      Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value")?.set?.call(
        field,
        "2026-10-01",
      );
      field.dispatchEvent(new Event("input", { bubbles: true }));
    });
    await expect.poll(() => day().inputValue()).toBe("1 October 2026");
    await page.getByText("Thursday, 1 October 2026").waitFor();
  });
});
