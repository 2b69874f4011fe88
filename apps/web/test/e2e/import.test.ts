import type { Page } from "playwright-core";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { get, post } from "../support/api.ts";
import { barriersOf, themes, widthsOfState } from "../support/barriers.ts";
import { stage } from "../support/stage.ts";
import {
  connectionsFile,
  dropFile,
  manyRows,
  openPage,
  type WatchedPage,
} from "../support/watchedPage.ts";

interface Chosen {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}

const file = (name: string, content: string | Buffer): Chosen => ({
  name,
  mimeType: "application/octet-stream",
  buffer: typeof content === "string" ? Buffer.from(content) : content,
});

const lines = (...rows: ReadonlyArray<string>): string => rows.join("\r\n");

const linkedIn = file(
  "Connections.csv",
  connectionsFile([
    "Ana,Ruiz,https://www.linkedin.com/in/ana-ruiz,ana@example.org,The Slow Quarterly,Editor,14 Mar 2022",
    "Bo,Lind,https://www.linkedin.com/in/bo-lind,,Fjord Tools,Maker,02 Nov 2020",
  ]),
);

const google = file(
  "contacts.csv",
  lines(
    "First Name,Middle Name,Last Name,Organization Name,Organization Title,Notes,Labels,E-mail 1 - Label,E-mail 1 - Value,Phone 1 - Label,Phone 1 - Value",
    "Cleo,,Marsh,Studio Marsh,Maker,2024-03-12 Lunch by the river,Friends ::: * myContacts,* Work,cleo@marsh.example,Mobile,+45 33 12 12 12",
  ),
);

const oldGoogle = file(
  "google.csv",
  lines(
    "Name,Given Name,Additional Name,Family Name,Notes,Group Membership,E-mail 1 - Type,E-mail 1 - Value,Organization 1 - Name,Organization 1 - Title",
    "Dario Costa,Dario,,Costa,,Press ::: * myContacts,* Home,dario@kelp.example,Kelp & Co,Founder",
  ),
);

const outlook = file(
  "contacts.CSV",
  lines(
    "First Name,Middle Name,Last Name,Company,Job Title,Business Street,Business Phone,Mobile Phone,E-mail Address,Categories,Notes,Web Page",
    "Edda,,Berg,Nordlicht Verlag,Publisher,,,0170 1234567,edda@nordlicht.example,Books;Friends,Reads on trains,",
  ),
);

const cards = file(
  "Contacts.vcf",
  lines(
    "BEGIN:VCARD",
    "VERSION:3.0",
    "N:Haddad;Farid;;;",
    "FN:Farid Haddad",
    "ORG:Open Harbour;",
    "item1.EMAIL;type=INTERNET;type=pref:farid@harbour.example",
    "item1.X-ABLabel:_$!<Work>!$_",
    "TEL;type=CELL;type=VOICE:+351 912 345 678",
    "END:VCARD",
    "BEGIN:VCARD",
    "VERSION:2.1",
    "N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=C3=96sz;B=C3=A9la;;;",
    "TEL;CELL:+36301234567",
    "END:VCARD",
    "",
  ),
);

/** As an old spreadsheet writes it: no UTF-8, notes above the header, an empty line, quotes, half a name. */
const messy = file(
  "kontakte.csv",
  Buffer.from(
    lines(
      "Liste vom 3. M\u00e4rz;;;;;;",
      ";;;;;;",
      "Wer;Firma;Mail;Kennengelernt;Letzter Kontakt;Themen;Bemerkung",
      'J\u00f6rg Voss;Nordlicht Verlag;joerg@nordlicht.example;03/04/2021;"03/04/2025 Lunch by the river',
      '12/02/2025 Sent him the draft";press, Lisbon;Likes long walks',
      'Bela Osz;Studio Osz;bela@osz.example;05/06/2019;;music;"Plays the ""viola""; ask him"',
      ";Open Harbour;office@harbour.example;;;;",
      "Chidi Okafor;;not an address;99/99/2020;;friends;",
      ";;;;;;",
      "Emeka Nwosu;;emeka@example.org;;07/03/2024 Called about the fair;;",
      "",
    ),
    "latin1",
  ),
);

/** Made in the page: it need not travel there. */
const dropLarge = (page: Page, bytes: number): Promise<void> =>
  page.evaluate((size) => {
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File(["a".repeat(size)], "large.csv"));
    document.body.dispatchEvent(new DragEvent("drop", { dataTransfer, bubbles: true }));
  }, bytes);

interface Listed {
  readonly data: ReadonlyArray<{
    readonly id: string;
    readonly name: string;
    readonly knownSince: string | null;
    readonly tags: ReadonlyArray<string>;
  }>;
}

describe("bringing people in from files", () => {
  const comity = stage();
  let watched: WatchedPage;
  let page: Page;

  const button = (name: string | RegExp) => page.getByRole("button", { name });
  const found = (search: string): Promise<Listed> =>
    get<Listed>(comity.url, `/v1/partners?search=${encodeURIComponent(search)}`);

  const choose = async (files: ReadonlyArray<Chosen>, through = "Choose files"): Promise<void> => {
    const chooser = page.waitForEvent("filechooser");
    await page.getByRole("main").getByRole("button", { name: through }).click();
    await (await chooser).setFiles([...files]);
  };

  const bringIn = async (): Promise<void> => {
    await button("Bring them in").click();
    await button("Undo the import").waitFor();
  };

  /** The browser itself notes every refused request; nothing else may be noted. */
  const onlyRefusals = (): boolean =>
    watched.takeComplaints().every((text) => text.startsWith("Failed to load resource"));

  beforeEach(async () => {
    watched = await openPage(comity.browser, comity.url);
    page = watched.page;
    await page.goto(`${comity.url}/partners/import`);
  });

  afterEach(async () => {
    const complaints = watched.takeComplaints();
    await watched.close();
    if (complaints.length > 0) throw new Error(complaints.join("\n"));
  });

  it("says how to get a file from each place", async () => {
    await page.getByText("LinkedIn", { exact: true }).click();
    await page.getByText("Get a copy of your data").waitFor();
    await page.getByText("A phone", { exact: true }).click();
    await page.getByText("iCloud, Android and Google").waitFor();
  });

  it("takes files of every kind at once, one after the other, and says what comes next", async () => {
    await choose([linkedIn, google, oldGoogle, outlook, cards]);
    await page.getByText("From LinkedIn · 2 rows").waitFor();
    await page.getByText("2 people are new.").waitFor();
    for (const [says, next] of [
      [/^From LinkedIn/, "contacts.csv"],
      [/^From Google Contacts · 1 row/, "google.csv"],
      [/^From Google Contacts/, "contacts.CSV"],
      [/^From Outlook/, "Contacts.vcf"],
      [/^vCards · 2 cards/, undefined],
    ] as const) {
      await page.getByText(says).waitFor();
      await bringIn();
      if (next !== undefined) await button(`Next file: ${next}`).click();
    }
    expect(await page.getByRole("link", { name: /Say who has helped you/ }).isVisible()).toBe(true);
    await page.getByRole("link", { name: "To the list" }).click();
    await page.getByRole("heading", { level: 1, name: "Partners" }).waitFor();
    for (const name of ["Ana Ruiz", "Cleo Marsh", "Dario Costa", "Edda Berg", "Farid Haddad"]) {
      expect((await found(name)).data[0]?.name).toBe(name);
    }
    expect((await found("Béla")).data[0]?.name).toBe("Béla Ösz");
  });

  it("asks what the columns of an unknown table are, and shows at once whom that makes", async () => {
    await choose([messy]);
    await page.getByText("What are the columns?").waitFor();
    const table = page.getByRole("region", { name: "The first rows" });
    const people = page.getByRole("region", { name: /would come out/ });
    expect(await table.getByRole("row").count()).toBe(6);
    await table.getByText("Jörg Voss").waitFor();
    await people.getByText("2 dated notes become contacts.").waitFor();

    const who = page.getByRole("combobox", { name: /^Wer/ });
    expect(await who.inputValue()).toBe("name");
    for (const [column, meaning] of [
      [/^Wer/, ""],
      [/^Firma/, ""],
      [/^Mail/, ""],
    ] as const) {
      await page.getByRole("combobox", { name: column }).selectOption(meaning);
    }
    await page.getByText("Say which column is the name.").waitFor();
    await people.getByText("Nobody yet").waitFor();
    await button("See what it would bring").click();
    expect(await page.locator(":focus").evaluate((element) => element.tagName)).toBe("SELECT");
    await page.getByRole("combobox", { name: /^Firma/ }).selectOption("name");
    await who.selectOption("name");
    await page.getByText("Another column is the name already.").waitFor();
    await page.getByRole("combobox", { name: /^Firma/ }).selectOption("organisation");
    await page.getByRole("combobox", { name: /^Mail/ }).selectOption("email");
    await page.getByRole("combobox", { name: /^Themen/ }).selectOption("tags");

    await people.getByText("known since 3 April 2021").waitFor();
    await page.getByRole("radio", { name: "Month first: 4 March 2021" }).check();
    await people.getByText("known since 4 March 2021").waitFor();
    await page.getByRole("radio", { name: "Day first: 3 April 2021" }).check();

    await button("See what it would bring").click();
    await page.getByText("5 people are new, 1 is left out.").waitFor();
    await page.getByRole("tab", { name: /Remarks/ }).click();
    await page.getByText("Line 8", { exact: false }).first().waitFor();
    await page.getByText(/An e-mail was left out/).waitFor();
    await bringIn();
    const [joerg] = (await found("Jörg")).data;
    expect(joerg).toMatchObject({ knownSince: "2021-04-03", tags: ["press", "Lisbon"] });
  });

  it("remembers what was said of the same columns, and starts anew when asked", async () => {
    await choose([file("a.csv", "Nom,Foo\nUrsa Major,red\n")]);
    await page.getByRole("combobox", { name: /^Foo/ }).selectOption("tags");
    await button("See what it would bring").click();
    await button("Bring them in").waitFor();
    await page.reload();
    await choose([file("b.csv", "Nom,Foo\nVega Lyra,blue\n")]);
    await page.getByText("as you said them the last time").waitFor();
    const foo = page.getByRole("combobox", { name: /^Foo/ });
    expect(await foo.inputValue()).toBe("tags");
    await button("Start anew").click();
    expect(await foo.inputValue()).toBe("");
  });

  it("says what changed when a file comes again, and takes an import back as one", async () => {
    const again = linkedIn.buffer.toString().replace("Maker", "Inventor");
    await choose([linkedIn, file("Connections 2.csv", again)]);
    await page.getByText("Nothing new. 2 people are here already, unchanged.").waitFor();
    expect(await button("Bring them in").count()).toBe(0);
    await button(/Connections 2\.csv/)
      .first()
      .click();
    await page.getByText("1 person will be updated, 1 is here already, unchanged.").waitFor();
    await page.getByRole("tab", { name: /Updated/ }).click();
    const rows = page.getByRole("tabpanel").getByRole("listitem");
    expect(await rows.count()).toBe(1);
    await rows.getByRole("link", { name: "Bo Lind" }).waitFor();
    await bringIn();
    await page.getByText("1 person was here already.").waitFor();
    await button("Undo the import").click();
    await button("Look at the file again").click();
    await page.getByText("1 person will be updated").waitFor();
  });

  it("says in words why it cannot read a file, and keeps the file", async () => {
    const packed = file("archive.zip", Buffer.from([0x50, 0x4b, 0x03, 0x04, 0, 0]));
    const twice = file("twice.csv", "First Name,First Name,Connected On\nAna,Ruiz,14 Mar 2022\n");
    await dropLarge(page, 8_000_001);
    await page.getByRole("alert").getByText("larger than 8 MB").waitFor();
    await choose([packed, file("page.html", "<!doctype html><p>Hi"), twice], "Add files");
    await page.getByRole("alert").getByText("larger than 8 MB").waitFor();
    await button(/archive\.zip/)
      .first()
      .click();
    await page.getByRole("alert").getByText("Unpack the archive").waitFor();
    await button(/page\.html/)
      .first()
      .click();
    await page.getByRole("alert").getByText("no table and no cards").waitFor();
    await button(/twice\.csv/)
      .first()
      .click();
    await page.getByRole("alert").getByText("more than once").waitFor();
    await button("Say what the columns are").click();
    await page.getByText("What are the columns?").waitFor();
    await button("Take archive.zip off the list").click();
    expect(await button(/^archive\.zip/).count()).toBe(0);
    await page
      .getByText("archive.zip is off the list")
      .locator("..")
      .getByRole("button", { name: "Undo" })
      .click();
    await button(/^archive\.zip/).waitFor();
    expect(onlyRefusals()).toBe(true);
  });

  it("loses nothing when Comity is out of reach, and goes on when it is back", async () => {
    await page.route("**/v1/imports?*", (route) => route.abort());
    await choose([file("one.csv", "Name\nWanda Holm\n")]);
    await button("See what it would bring").click();
    await button("Bring them in").click();
    const note = page.getByText("The file is still here; try again in a moment.");
    await note.waitFor();
    await button("Bring them in").waitFor();
    await page.unroute("**/v1/imports?*");
    await note.locator("..").getByRole("button", { name: "Try again" }).click();
    await page.getByText("1 person is here.").first().waitFor();
    expect((await found("Wanda")).data.length).toBe(1);
    expect(onlyRefusals()).toBe(true);
  });

  it("takes files that are dropped on other pages", async () => {
    await page.goto(`${comity.url}/me`);
    await page.getByRole("heading", { level: 1 }).waitFor();
    await dropFile(page, "Connections.csv", connectionsFile(["Yusuf,Orlov,,,Kelp & Co,Maker,"]));
    await page.getByRole("dialog").getByText("1 person is new.").waitFor();
    await page.getByRole("dialog").getByRole("button", { name: "Look closer" }).click();
    await page.getByRole("heading", { level: 1, name: "Import" }).waitFor();
    await page.getByText("1 person is new.").waitFor();
    await page.goto(`${comity.url}/me`);
    await page.getByRole("heading", { level: 1 }).waitFor();
    await dropFile(page, "people.csv", "Who,Where\nZora Hart,Lisbon\n");
    await page.getByText("What are the columns?").waitFor();
    expect(new URL(page.url()).pathname).toBe("/partners/import");
    expect(onlyRefusals()).toBe(true);
  });

  it("shows ten thousand rows, of which few stand in the page", async () => {
    await choose([file("Connections.csv", connectionsFile(manyRows(10_000)))]);
    await page.getByText("10,000 people are new.").waitFor({ timeout: 20_000 });
    const rows = page.getByRole("tabpanel").getByRole("listitem");
    expect(await rows.count()).toBeLessThan(80);
    await page.mouse.wheel(0, 300_000);
    await page.getByText("Person5", { exact: false }).first().waitFor();
    expect(await rows.count()).toBeLessThan(80);
  }, 40_000);
});

describe("the pages of imports", () => {
  const comity = stage();

  for (const theme of themes) {
    for (const width of widthsOfState(theme)) {
      it(`are free of barriers in ${theme} at ${width} px`, async () => {
        await post(comity.url, "/v1/partners", { name: "Ana Ruiz", emails: ["ana@example.org"] });
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
        await page.goto(`${comity.url}/partners/import`);
        await page.getByText("LinkedIn", { exact: true }).click();
        await look("no files");
        await dropFile(page, "a.csv", messy.buffer.toString("latin1"));
        await page.getByText("What are the columns?").waitFor();
        await page.getByRole("combobox", { name: /^Firma/ }).selectOption("name");
        await look("columns");
        await page.getByRole("combobox", { name: /^Firma/ }).selectOption("organisation");
        await page.getByRole("button", { name: "See what it would bring" }).click();
        await page.getByRole("button", { name: "Bring them in" }).waitFor();
        await look("preview");
        await page.getByRole("tab", { name: /Remarks/ }).click();
        await look("remarks");
        await page.getByRole("button", { name: "Bring them in" }).click();
        await page.getByRole("button", { name: "Undo the import" }).click();
        await page.getByRole("button", { name: "Look at the file again" }).waitFor();
        await look("undone");
        expect(watched.takeComplaints()).toEqual([]);
        await dropFile(page, "b.html", "<p>");
        await page.getByRole("alert").waitFor();
        await look("refused");
        await watched.close();
        expect(found).toEqual([]);
      }, 90_000);
    }
  }
});
