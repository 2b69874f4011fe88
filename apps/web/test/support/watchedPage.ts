/** A window whose console and network are watched: the page may complain of nothing and call nobody. */
import type { Browser, BrowserContextOptions, Page } from "playwright-core";

export interface WatchedPage {
  readonly page: Page;
  /** Errors, broken security rules and requests to elsewhere, since the last time they were taken. */
  readonly takeComplaints: () => ReadonlyArray<string>;
  readonly close: () => Promise<void>;
}

/** As the page remembers it: in one's own workspace, past what is said once before the first partner. */
const haveBeenHere = (): void => {
  if (location.origin === "null") return;
  localStorage.setItem("comity.place", localStorage.getItem("comity.place") ?? "own");
  localStorage.setItem("comity.pause", "over");
};

const isOwn = (address: string, origin: string): boolean =>
  address.startsWith(origin) || address.startsWith("data:") || address.startsWith("blob:");

interface PageOptions extends BrowserContextOptions {
  /** Somebody who was never here: an empty workspace leads to the sample. */
  readonly isFirstVisit?: boolean;
}

export const openPage = async (
  browser: Browser,
  origin: string,
  { isFirstVisit = false, ...options }: PageOptions = {},
): Promise<WatchedPage> => {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, ...options });
  if (!isFirstVisit) await context.addInitScript(haveBeenHere);
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  let complaints: Array<string> = [];
  page.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warning") complaints.push(message.text());
  });
  page.on("pageerror", (error) => complaints.push(error.message));
  page.on("request", (request) => {
    if (!isOwn(request.url(), origin)) complaints.push(`asked elsewhere: ${request.url()}`);
  });
  return {
    page,
    takeComplaints: () => {
      const taken = complaints;
      complaints = [];
      return taken;
    },
    close: () => context.close(),
  };
};

/** Drops a file somewhere on the page, as a hand would. */
export const dropFile = (page: Page, name: string, text: string): Promise<void> =>
  page.evaluate(
    ({ name, text }) => {
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File([text], name, { type: "text/csv" }));
      for (const type of ["dragenter", "dragover", "drop"]) {
        document.body.dispatchEvent(
          new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true }),
        );
      }
    },
    { name, text },
  );

const preamble = `Notes:
"When exporting your connection data, you may notice that some of the email addresses are missing."

First Name,Last Name,URL,Email Address,Company,Position,Connected On
`;

/** A `Connections.csv` as LinkedIn writes it. */
export const connectionsFile = (rows: ReadonlyArray<string>): string =>
  `${preamble}${rows.join("\n")}\n`;

export const manyRows = (count: number): ReadonlyArray<string> =>
  Array.from(
    { length: count },
    (_, index) =>
      `Person${index},Number${index},https://www.linkedin.com/in/person-${index},,Firm ${index % 700},Role ${index % 40},0${1 + (index % 9)} Mar 20${10 + (index % 14)}`,
  );
