import type { Page } from "playwright-core";
import { afterEach, beforeAll, describe, expect, it } from "vitest";
import { get, post } from "../support/api.ts";
import { barriersOf, themes, widthsOfState } from "../support/barriers.ts";
import { stage } from "../support/stage.ts";
import { openPage, type WatchedPage } from "../support/watchedPage.ts";

interface Kept {
  readonly id: string;
  readonly version: number;
  readonly [field: string]: unknown;
}

/** Others may run on the same machine. */
const soon = <A>(read: () => A | Promise<A>) => expect.poll(read, { timeout: 8_000 });

const ana = {
  name: "Ana Sousa",
  affiliations: [{ organisation: "Atlas Lane", role: "Owner", from: null, to: null }],
  emails: ["ana@example.org"],
  phones: ["+351 21 555 0142"],
  tags: ["lisbon"],
  notes: "Likes tea",
};

describe("a partner's page", () => {
  const comity = stage();
  let watched: WatchedPage;
  let page: Page;
  let anaId: string;
  let boId: string;

  const dialog = () => page.getByRole("dialog");
  const button = (name: string | RegExp) => page.getByRole("button", { name, exact: true });
  const said = (text: string) => page.getByText(text, { exact: true });
  const undoOf = (text: string) => said(text).locator("..").getByRole("button", { name: "Undo" });
  const kept = (id = anaId) => get<Kept>(comity.url, `/v1/partners/${id}`);
  const focused = (): Promise<string> =>
    page.evaluate(
      () =>
        document.activeElement?.getAttribute("aria-label") ??
        document.activeElement?.textContent ??
        "",
    );
  const open = async (id: string, query = ""): Promise<void> => {
    await page.goto(`${comity.url}/partners/${id}${query}`);
    await page.getByRole("heading", { level: 1 }).waitFor();
  };
  const elsewhere = async (change: object): Promise<void> => {
    const { version } = await kept();
    await fetch(`${comity.url}/v1/partners/${anaId}`, {
      method: "PATCH",
      headers: { "content-type": "application/json", "if-match": `"${version}"` },
      body: JSON.stringify(change),
    });
  };

  beforeAll(async () => {
    anaId = (await post(comity.url, "/v1/partners", ana)).id;
    boId = (await post(comity.url, "/v1/partners", { name: "Bo Lind", organisation: "Lind & Co" }))
      .id;
    watched = await openPage(comity.browser, comity.url);
    page = watched.page;
  });

  afterEach(() => {
    // The browser notes a 412 by itself.
    const complaints = watched.takeComplaints().filter((text) => !text.includes("412"));
    if (complaints.length > 0) throw new Error(complaints.join("\n"));
  });

  it("tells unknown goals from none, and undoes either", async () => {
    await open(anaId);
    await page.getByText("Not known yet: ask Ana").waitFor();
    await button("They named none").click();
    await page.getByText("You asked; Ana named none.").waitFor();
    await undoOf("Kept: Ana named no goals.").click();
    await page.getByText("Not known yet: ask Ana").waitFor();
    await said("As it was before.").waitFor();
    expect(await kept()).toMatchObject({ goals: null });
  });

  it("writes goals down by keyboard, puts them in order, and says where they were said", async () => {
    await button("Write down what they want").click();
    await page.keyboard.type("More people on weekdays");
    await page.getByText("Where and when they said it").click();
    await page.getByLabel("Where they said it").fill("At lunch");
    await page.getByLabel("When", { exact: true }).fill("yesterday");
    await button("Add another goal").click();
    await page.keyboard.type("A reading series");
    await button("Move goal 2 up").click();
    await soon(focused).toBe("Move goal 1 down");
    await page.keyboard.press("Control+Enter");
    await button("Edit the goals").waitFor();
    await soon(() => kept()).toMatchObject({
      goals: [{ what: "A reading series" }, { what: "More people on weekdays", said: "At lunch" }],
    });
    await soon(focused).toBe("Edit the goals");
    await page.getByText(/^At lunch, /).waitFor();
  });

  it("keeps tags as they are added, and offers those that others have", async () => {
    await button("Edit tags").click();
    await page.keyboard.type("press");
    await page.keyboard.press("Enter");
    await soon(() => kept()).toMatchObject({ tags: ["lisbon", "press"] });
    await page.keyboard.press("Escape");
    await soon(focused).toBe("Edit tags");
    await page.getByRole("link", { name: "press" }).waitFor();
    await open(boId);
    await button("Add tags").click();
    await button("Add press").click();
    await soon(() => kept(boId)).toMatchObject({ tags: ["press"] });
    await undoOf("The tags are saved.").click();
    await soon(() => kept(boId)).toMatchObject({ tags: [] });
  });

  it("chooses a circle, shows how full it is, and the rhythm that comes of it", async () => {
    await open(anaId);
    await button("Change the circle and how often").click();
    await page.getByText("0 of 5", { exact: true }).waitFor();
    await page.getByRole("radio", { name: "5 0 of 5" }).check();
    await page.getByText("1 of 5", { exact: true }).waitFor();
    const often = page
      .getByRole("group", { name: "How near" })
      .getByLabel("You want to be in touch");
    expect(await often.locator("option:checked").textContent()).toBe("As the circle: every week");
    await often.selectOption({ label: "every month" });
    await soon(() => kept()).toMatchObject({ circle: 5, cadenceDays: 30 });
    await button("Done").click();
    await page.getByText("In touch every month, of their own").waitFor();
    await undoOf("In touch with Ana every month.").click();
    await page.getByText("As the circle: every week").waitFor();
  });

  it("edits who they are in one form: places in order, the past quiet", async () => {
    await page.keyboard.press("e");
    await dialog().getByLabel("Phone").fill("+351 21 555 0142\n+351 91 000 0000");
    await button("Add another place").click();
    await page.keyboard.type("Editor");
    await dialog().getByLabel("Organisation", { exact: true }).nth(1).fill("The Weekly");
    await dialog().getByText("From when to when, Editor at The Weekly").click();
    await dialog().getByLabel("To", { exact: true }).nth(1).fill("2019-12-31");
    await button("Save").click();
    await dialog().waitFor({ state: "detached" });
    await page.getByText("until 31 December 2019").waitFor();
    await page.getByRole("link", { name: "+351 91 000 0000" }).waitFor();
    expect(await kept()).toMatchObject({ organisation: "Atlas Lane", role: "Owner" });
    await undoOf("Saved.").click();
    await page.getByText("until 31 December 2019").waitFor({ state: "detached" });
  });

  it("lets what others changed stand, and asks only where both changed the same", async () => {
    await page.keyboard.press("e");
    await dialog().getByLabel("Name", { exact: true }).fill("Ana Sousa-Lima");
    await dialog().getByLabel("E-mail").fill("ana@lima.example");
    await elsewhere({ name: "Ana Lima", notes: "Likes cocoa" });
    await button("Save").click();
    const versions = dialog().getByRole("alert");
    await versions.getByText("Ana Lima", { exact: true }).waitFor();
    expect(await versions.getByRole("group").count()).toBe(1);
    await versions.getByRole("radio", { name: "Theirs" }).check();
    await button("Save as chosen").click();
    await dialog().waitFor({ state: "detached" });
    expect(await kept()).toMatchObject({
      name: "Ana Lima",
      emails: ["ana@lima.example"],
      notes: "Likes cocoa",
    });
    await page.getByRole("heading", { level: 1, name: "Ana Lima" }).waitFor();
  });

  it("saves on top of a change elsewhere without a question where nothing meets", async () => {
    await button("Edit the notes").click();
    await page.getByRole("textbox", { name: "Notes" }).fill("Likes coffee");
    await elsewhere({ howWeMet: "At the book fair" });
    await button("Save").click();
    await said("The notes are saved.").waitFor();
    await page.getByText("At the book fair").waitFor();
    expect(await kept()).toMatchObject({ notes: "Likes coffee", howWeMet: "At the book fair" });
  });

  it("writes down in three taps that you were in touch, and says when next", async () => {
    await button("In touch").click();
    await dialog().getByRole("radio", { name: "Called" }).check();
    await button("Write it down").click();
    await dialog().waitFor({ state: "detached" });
    await page.getByText(/^Written down; next: around /).waitFor();
    await page.getByText("You talked").waitFor();
    await page.getByText(/^Last on .*; next: around /).waitFor();
  });

  it("takes a contact out, and brings it back as it was", async () => {
    await open(anaId, "?do=note");
    await dialog().getByRole("radio", { name: "Wrote" }).check();
    expect(await dialog().getByRole("radio", { name: "I reached out" }).isChecked()).toBe(true);
    await dialog().getByRole("radio", { name: "Ana did" }).check();
    await dialog().getByLabel("When").fill("3 days ago");
    await dialog().getByLabel("A line about it").fill("About the stage");
    await button("Write it down").click();
    await page.getByText("Ana wrote").waitFor();
    expect(new URL(page.url()).search).toBe("");
    await button(/^Take out: Ana wrote/).click();
    await page.getByText("Ana wrote").waitFor({ state: "detached" });
    await undoOf("Taken out.").click();
    await page.getByText("About the stage").waitFor();
    const { data } = await get<{ data: ReadonlyArray<object> }>(
      comity.url,
      `/v1/partners/${anaId}/contacts`,
    );
    expect(data).toMatchObject([{ means: "called" }, { means: "wrote", by: "them" }]);
  });

  it("says whom they know, by keyboard, on both pages, and undoes it", async () => {
    await open(anaId);
    await button("Add someone they know").click();
    await page.getByRole("radio", { name: "They introduced us" }).check();
    await page.getByRole("combobox", { name: "Who" }).fill("lin");
    await page.getByRole("option", { name: /Bo Lind/ }).waitFor();
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { name: "Introduced by" }).waitFor();
    await soon(focused).toBe("Add someone they know");
    await page.getByRole("link", { name: /Bo Lind/ }).click();
    await page.getByRole("heading", { name: "Introduced you to" }).waitFor();
    await button("Take out: introduced you to Ana Lima").click();
    await page.getByRole("heading", { name: "Introduced you to" }).waitFor({ state: "detached" });
    await undoOf("Ana Lima: taken out.").click();
    await page.getByRole("heading", { name: "Introduced you to" }).waitFor();
  });

  it("shows who works at an organisation", async () => {
    const { id } = await post(comity.url, "/v1/partners", {
      name: "Atlas Lane",
      kind: "organisation",
    });
    await open(id);
    await page.getByRole("heading", { name: "Work here" }).waitFor();
    await page.getByRole("link", { name: /Ana Lima.*Owner/ }).waitFor();
  });

  it("archives and restores, and says so on the page", async () => {
    await open(anaId);
    await button("More about Ana Lima").click();
    await page.getByRole("menuitem", { name: "Archive" }).click();
    await page.getByText(/^Archived on /).waitFor();
    await undoOf("Ana Lima is archived.").click();
    await page.getByText(/^Archived on /).waitFor({ state: "detached" });
    await soon(() => kept()).toMatchObject({ archivedAt: null });
    // Something is written down, so nobody is forgotten here.
    await button("More about Ana Lima").click();
    await page.getByRole("menuitem", { name: "Archive" }).waitFor();
    expect(await page.getByRole("menuitem", { name: "Forget" }).count()).toBe(0);
    await page.keyboard.press("Escape");
  });

  it("follows one who became part of another, and makes them two again", async () => {
    const { id } = await post(comity.url, "/v1/partners", { name: "A. Lima" });
    await post(comity.url, `/v1/partners/${anaId}/merge`, { otherId: id });
    await open(id);
    await page.getByRole("heading", { level: 1, name: "Ana Lima" }).waitFor();
    await page.waitForURL(`**/partners/${anaId}`);
    await button("Make them two again").click();
    await said("They are two again.").waitFor();
    await button("Make them two again").waitFor({ state: "detached" });
    expect(await kept(id)).toMatchObject({ id, name: "A. Lima" });
  });

  it("finds who to merge with, and leads to where both are compared", async () => {
    await open(anaId);
    await button("More about Ana Lima").click();
    await page.getByRole("menuitem", { name: "Merge with…" }).click();
    await page.getByRole("combobox").fill("Bo");
    await page.getByRole("option", { name: /Bo Lind/ }).click();
    await page.waitForURL(`**/partners/${anaId}/merge?other=${boId}`);
  });
});

describe("adding a partner", () => {
  const comity = stage();
  let watched: WatchedPage;
  let page: Page;

  const dialog = () => page.getByRole("dialog");
  const button = (name: string | RegExp) => page.getByRole("button", { name, exact: true });
  const undoOf = (text: string) =>
    page.getByText(text, { exact: true }).locator("..").getByRole("button", { name: "Undo" });
  const count = async (): Promise<number> =>
    (await get<{ count: number }>(comity.url, "/v1/partners/count")).count;
  const begin = async (): Promise<void> => {
    await page.goto(`${comity.url}/partners?do=add`);
    await dialog().waitFor();
  };

  beforeAll(async () => {
    await post(comity.url, "/v1/partners", ana);
    watched = await openPage(comity.browser, comity.url);
    page = watched.page;
  });

  afterEach(() => {
    const complaints = watched.takeComplaints().filter((text) => !text.includes("404"));
    if (complaints.length > 0) throw new Error(complaints.join("\n"));
  });

  it("makes one of a name and Enter, and undoes it", async () => {
    await begin();
    await page.keyboard.type("Cleo Marsh");
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { level: 1, name: "Cleo Marsh" }).waitFor();
    expect(await count()).toBe(2);
    await undoOf("Cleo Marsh is here.").click();
    await page.waitForURL("**/partners");
    expect(await count()).toBe(1);
    await undoOf("Cleo Marsh is forgotten.").click();
    await page.getByRole("link", { name: "Open", exact: true }).click();
    await page.getByRole("heading", { level: 1, name: "Cleo Marsh" }).waitFor();
  });

  it("asks whether it is somebody known; the second Enter says it is another", async () => {
    await begin();
    await page.keyboard.type("Ana Sousa");
    await dialog().getByText("may be the one").waitFor();
    await page.keyboard.press("Enter");
    const another = dialog().getByRole("button", { name: "No, another person" });
    await soon(() => another.evaluate((shown) => shown === document.activeElement)).toBe(true);
    await page.keyboard.press("Enter");
    await dialog().waitFor({ state: "detached" });
    expect(await count()).toBe(3);
    // Said once, they are not taken for one again.
    const { data } = await get<{ data: ReadonlyArray<unknown> }>(comity.url, "/v1/duplicates");
    expect(data).toEqual([]);
    await undoOf("Ana Sousa is here.").click();
    await page.waitForURL("**/partners");
  });

  it("opens the one who is known, or adds what they lack, and undoes that", async () => {
    await begin();
    await page.keyboard.type("Ana Sousa");
    await button("Open Ana Sousa").waitFor();
    await dialog().getByText("Where they work, how to reach them").click();
    await dialog().getByLabel("E-mail").fill("ana@home.example");
    await button("Add this to Ana Sousa").click();
    await page.getByRole("link", { name: "ana@home.example" }).first().waitFor();
    await undoOf("Added to Ana Sousa.").click();
    await page
      .getByRole("link", { name: "ana@home.example" })
      .first()
      .waitFor({ state: "detached" });
    expect(await count()).toBe(2);
  });
});

describe("a partner's page, full and empty", () => {
  const comity = stage();

  for (const theme of themes) {
    for (const width of widthsOfState(theme)) {
      it(`has no barriers in ${theme} at ${width} px`, async () => {
        const { id } = await post(comity.url, "/v1/partners", {
          ...ana,
          goals: [{ what: "A reading series", said: "", saidOn: null }],
          offers: ["A room"],
          howWeMet: "At the book fair",
          circle: 15,
          externalIds: [`crm:${theme}-${width}`],
        });
        await post(comity.url, "/v1/contacts", { partnerId: id, means: "met", note: "Coffee" });
        const watched = await openPage(comity.browser, comity.url, {
          colorScheme: theme,
          viewport: { width, height: 844 },
          reducedMotion: "reduce",
        });
        const { page } = watched;
        const found: Array<string> = [];
        const look = async (screen: string): Promise<void> =>
          void found.push(...(await barriersOf(page, screen)));
        await page.goto(`${comity.url}/partners/${id}`);
        await page.getByText("You met", { exact: true }).waitFor();
        await look("partner");
        for (const name of [
          "Edit the goals",
          "Edit what they can do",
          "Change the circle and how often",
          "Edit tags",
          "Add someone they know",
        ]) {
          await page.getByRole("button", { name, exact: true }).click();
        }
        await page.getByRole("combobox", { name: "Who" }).fill("Ana");
        await look("partner, edited");
        await page.keyboard.press("Escape");
        await page.getByRole("button", { name: "In touch", exact: true }).click();
        await page
          .getByText(/next: around/)
          .last()
          .waitFor();
        await look("in touch");
        await page.keyboard.press("Escape");
        await page.getByRole("button", { name: "Edit details" }).click();
        await page.getByRole("button", { name: "Add another place" }).click();
        await look("edit");
        await page.keyboard.press("Escape");
        await page.goto(`${comity.url}/partners?do=add`);
        await page.getByRole("dialog").getByLabel("Name", { exact: true }).fill("Ana Sousa");
        await page.getByText("may be the one").first().waitFor();
        await page.getByText("Where they work, how to reach them").click();
        await look("add");
        expect(watched.takeComplaints()).toEqual([]);
        await watched.close();
        expect(found).toEqual([]);
      }, 120_000);
    }
  }
});
