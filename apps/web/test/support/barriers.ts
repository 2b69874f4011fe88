/** What stands in somebody's way on a page: broken rules of axe, and scrolling sideways. */
import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "playwright-core";

export type Theme = "light" | "dark";

export const themes: ReadonlyArray<Theme> = ["light", "dark"];
export const widths = [1440, 390] as const;

/** Everything is judged once; in the dark only what differs there, the colours. */
const judge = (page: Page, theme: Theme): AxeBuilder => {
  const axe = new AxeBuilder({ page }).setLegacyMode(true);
  return theme === "light" ? axe : axe.withRules(["color-contrast"]);
};

const violationsOf = async (page: Page, theme: Theme): Promise<ReadonlyArray<string>> => {
  // Colours are judged as they rest, not while a sheet rises.
  await page.evaluate(() =>
    Promise.all(document.getAnimations().map((a) => a.finished)).catch(() => undefined),
  );
  const { violations } = await judge(page, theme).analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" | ")}`);
};

const sideways = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

export const barriersOf = async (
  page: Page,
  theme: Theme,
  screen: string,
): Promise<ReadonlyArray<string>> => {
  const found = (await violationsOf(page, theme)).map((violation) => `${screen}: ${violation}`);
  return (await sideways(page)) > 0 ? [...found, `${screen}: scrolls sideways`] : found;
};
